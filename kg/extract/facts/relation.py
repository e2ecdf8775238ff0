"""What the rules share that read one relation out of one pattern."""

import re
from collections.abc import Iterable, Mapping

from kg.extract.facts.scene import Scene
from kg.extract.tense import STATUS, Cue, governing
from kg.model import Ref, Scalar, Status

Named = tuple[Ref, int]  # an entity and its position in the scene


def named(scene: Scene, match: re.Match[str], group: str, signs: str) -> list[Named]:
    """The entities of these signs in a group of a match; none where it did not take part."""
    start, end = match.span(group)
    return scene.refs(start, end, signs) if start >= 0 else []


def cue_at(scene: Scene, position: int) -> Cue | None:
    """The class of the word that gives what stands at a position its tense."""
    return governing(scene.plain, scene.offset(position) - scene.sentence.start)


def status_at(scene: Scene, position: int) -> Status | None:
    """The tense of what stands at a position; None for a mere condition."""
    return STATUS[scene.sentence.section.kind, cue_at(scene, position)]


def relate(  # noqa: PLR0913 – a relation has this many parts
    scene: Scene,
    subjects: Iterable[Named],
    predicate: str,
    targets: Iterable[Named],
    *,
    rule: str,
    confidence: float,
    qualifiers: Mapping[str, Scalar] | None = None,
) -> None:
    """Say the relation of every subject to every target, quoting the clauses that hold both."""
    targets = list(targets)
    for subject, at in subjects:
        for target, there in targets:
            if subject != target:
                scene.frame.say(
                    subject,
                    predicate,
                    target,
                    at=[scene.span(at, there)],
                    rule=rule,
                    confidence=confidence,
                    qualifiers=qualifiers,
                )


def tense(status: Status | None) -> dict[str, Scalar]:
    """The qualifier of a fact that is reached unless said: only a plan or failure is printed."""
    return {"status": status} if status in ("planned", "failed") else {}


def home(scene: Scene, position: int) -> list[Named]:
    """The report's own region as an elided subject, quoted at a position."""
    return [(scene.frame.home, position)] if scene.frame.home else []
