"""blocked_by: difficulties, of the subject that a clause names, else of the report's own region.

In a part that speaks of problems every clause is read, and its headings; elsewhere only what is said
to hold a named subject back (因用地指标未批 …).
"""

import re
from functools import cache

from kg.extract.facts.relation import Named, home
from kg.extract.facts.scene import Scene, scenes
from kg.extract.frame import Frame
from kg.model import Ref
from kg.vocabulary import load

_SUBJECT = re.compile("[ⓅⓀⒸ]")
_CAUSE = re.compile("因|由于|受|受制于|存在|面临|尚未|未能|无法|制约|亟需解决|亟待解决|协调解决")
_REMEDY = re.compile(
    "^(?:[一二三四五六七八九十]是)?(?:进一步|加大|加强|加快|强化|优化|完善|推动|建议|要|积极|努力|切实|着力|提升|提高|持续|大力|全力)"
)


@cache
def _rows() -> list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]:
    rows = load("cues/blockers.yaml")
    return [
        (code, _any(row.get("thing")), _any(row.get("whole")))
        for code, row in rows.items()
        if isinstance(row, dict)
    ]


def _any(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(words)) if words else None


@cache
def _lack() -> re.Pattern[str]:
    return re.compile("|".join(load("cues/blockers.yaml")["lack"]))


def say(frame: Frame) -> None:
    """Record the difficulties that a document tells of."""
    said: set[tuple[Ref, str]] = set()
    for scene in scenes(frame):
        problem = scene.sentence.section.kind == "problem"
        if not problem and not (_SUBJECT.search(scene.text) and _CAUSE.search(scene.text)):
            continue
        subject: list[Named] = []
        for start, end in _clauses(scene):
            clause = scene.text[start:end]
            subject = scene.refs(start, end, "ⓅⓀⒸ") or subject
            if _REMEDY.match(clause) or not (problem or subject and _CAUSE.search(clause)):
                continue
            for code, at in _categories(clause):
                for ref, position in subject or home(scene, start + at):
                    if (ref, code) not in said:
                        said.add((ref, code))
                        _record(scene, ref, code, position, start + at, named=bool(subject))


def _clauses(scene: Scene) -> list[tuple[int, int]]:
    cuts = [m.end() for m in re.finditer(r"[，：:；;。]", scene.text)]
    edges = [0, *cuts, len(scene.text)]
    return [(a, b) for a, b in zip(edges, edges[1:], strict=False) if b - a > 1]


def _categories(clause: str) -> list[tuple[str, int]]:
    """The categories that a clause says, with the place of the cue."""
    found: list[tuple[str, int]] = []
    lack = _lack().search(clause)
    for code, thing, whole in _rows():
        match = whole.search(clause) if whole else None
        if not match and lack and thing:
            match = thing.search(clause)
        if match:
            found.append((code, match.start()))
    return found


def _record(scene: Scene, ref: Ref, code: str, position: int, at: int, *, named: bool) -> None:
    scene.frame.say(
        ref,
        "blocked_by",
        Ref("BlockerCategory", code),
        at=[scene.span(position, at)],
        rule="blocker.named" if named else "blocker.home",
        confidence=0.75 if named else 0.8,
    )
