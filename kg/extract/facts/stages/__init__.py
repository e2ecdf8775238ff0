"""at_stage: where a project, park or firm stands from lead to full capacity, and in which tense.

Ways to say it: a class word on a list (甲、乙等签约项目; 在建项目有甲、乙), a header over
sentences, a verb with its object (引进甲公司), a verb after its subject, which is named in the
clause, earlier in the sentence, or before it (该项目).
"""

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.facts.groups import groups
from kg.extract.facts.rolls import rolls
from kg.extract.facts.scene import Scene, scenes
from kg.extract.facts.stages import lists
from kg.extract.facts.stages.delays import by_delay
from kg.extract.facts.stages.occasions import by_ceremony, by_deal
from kg.extract.facts.stages.reading import Candidate
from kg.extract.facts.stages.subjects import ANAPHOR, after_item, by_subject, on_card
from kg.extract.facts.stages.unstarted import by_count, by_gap
from kg.extract.frame import Frame
from kg.model import Ref, Scalar
from kg.vocabulary import stages


def say(frame: Frame) -> None:
    """Record the stages that a document says."""
    found = [candidate for scene in scenes(frame) for candidate in _read(scene)]
    found += lists.by_header(scenes(frame))
    found += [candidate for roll in rolls(scenes(frame)) for candidate in lists.by_roll(roll)]
    for candidate in _settled(found):
        qualifiers: dict[str, Scalar] = {"status": candidate.status}
        if candidate.date:
            qualifiers["date"] = candidate.date
        if candidate.by:
            qualifiers["by"] = candidate.by
        frame.say(
            candidate.subject,
            "at_stage",
            Ref("Stage", candidate.stage),
            at=candidate.spans[:3],
            rule=candidate.rule,
            confidence=candidate.confidence,
            qualifiers=qualifiers,
        )


def _read(scene: Scene) -> Iterator[Candidate]:
    named = groups(scene)
    taken: lists.Taken = []
    if named:
        yield from by_deal(scene, taken)
        yield from lists.by_rise(scene, taken)
        yield from lists.by_class(scene, taken)
        yield from lists.by_verb(scene, taken)
        yield from lists.by_bracket(scene)
        yield from by_delay(scene, named)
        yield from by_gap(scene)
        yield from by_count(scene)
    if named or (scene.topic and ANAPHOR.search(scene.text)) or after_item(scene) or on_card(scene):
        yield from by_subject(scene, named, taken)
    yield from by_ceremony(scene)


def _settled(found: list[Candidate]) -> list[Candidate]:
    """One candidate a fact; no wish for a stage already passed."""
    order = {code: row.extra.get("order", 0) for code, row in stages().items()}
    passed: dict[Ref, int] = {}
    for c in found:
        if c.status == "reached" and order[c.stage]:
            passed[c.subject] = max(passed.get(c.subject, 0), order[c.stage])
    kept: dict[tuple[Ref, str, str], Candidate] = {}
    key: tuple[Ref, str, str]
    for c in found:
        due = c.stage == "permitting" and c.date  # a permit may come late
        if c.status == "planned" and not due and 0 < order[c.stage] <= passed.get(c.subject, 0):
            continue
        key = (c.subject, c.stage, c.status)
        if key in kept and c.stage != "permitting" and _apart(kept[key].date, c.date):
            key = (c.subject, c.stage, f"{c.status} {c.date}")  # 3月试产, 4月正式投产
        kept[key] = _merged(kept[key], c) if key in kept else c
    return list(kept.values())


def _apart(first: str | None, again: str | None) -> bool:
    """Whether two dates are two days or months, none the vaguer form of the other."""
    both = first is not None and again is not None and "-" in first and "-" in again
    return both and not (first.startswith(again) or again.startswith(first))  # type: ignore[union-attr,arg-type]


def _merged(first: Candidate, again: Candidate) -> Candidate:
    """Two sayings of one fact: the one with a date, quoting both."""
    best = first if first.date or not again.date else again
    spans = tuple(dict.fromkeys((*best.spans, *first.spans, *again.spans)))[:3]
    return replace(best, spans=spans, confidence=max(first.confidence, again.confidence))
