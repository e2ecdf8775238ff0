"""at_stage: where a project, park or firm stands on the line from lead to full capacity, and in which tense.

Three ways to say it: a class word on a list (甲、乙等签约项目; 在建项目有甲、乙), a verb with its object
(引进甲公司), a verb after its subject, named in the clause, earlier in the sentence or before (该项目).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.facts.groups import LIST, Group, group_of, groups
from kg.extract.facts.scene import NAMES, Scene, scenes
from kg.extract.frame import Frame, Time
from kg.extract.tense import STATUS, governing
from kg.model import Ref, Status
from kg.vocabulary import load, stages

_COUNT = r"(?:Ⓝ|[一二三四五六七八九十百两几数多\d*×X]+余?多?[个家户批项]|一批|多个|若干)"
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_PLANNED_CLASS = re.compile(r"(?:拟|将|即将|计划|待|未|尚未|力争|争取|新增|推动|促进|实现|尽快)$")
# words that leave an elided subject elided
_LIGHT = re.compile(
    r"Ⓣ|Ⓝ|Ⓜ|[该此其本]|项目|工程|公司|企业|园区|基地|目前|现[已在]?|已经?|正在?|式|全面|全部|计划|预计|拟|将|于|在|力争|争取|确保|完成|实现|即将"
    r"|早日?|尽快|年?底|[之以]?前|左右|并|且|也|都|均|可|能|顺利|成功|推动|促进|加快|推进|帮助|督促|保障|[一二三四]期|首期|进入|阶段|处于|开始|投入|达到|主体"
    r"|、|争|前期|年内|月|日|有望|进展|建设|下一步|截至|要|至|到|约|个|中旬|上旬|下旬|初|内|相关|各项|手续|办理|做好|工作|再|还|仍|一直|未|尚|没有|并未|现场|成|都|全|抓紧|快"
)
_CLASS_NOUN = re.compile(
    rf"(?:{_COUNT}|各|重点|重大|一批|多个|签约|工业|产业|在建|在谈|落地|其他|其它|部分|个别|所有|全部|新|优质|好|大|招商引?资?|类)(?:的)?(?:项目|企业|园区)"
)
_ANAPHOR = re.compile(
    r"(?:该|此|这个?|本|其|上述|这批|这些|两个?)(?:项目|工程|公司|企业|园区|产业园|基地)|^(?:目前|现|现在|截至Ⓣ|截止Ⓣ|Ⓣ)?，?(?:项目|工程|公司|企业|园区|其|一期)"
)
_NOT_SUBJECT = re.compile(
    r"(?:由|与|同|和|跟|向|在|于|位于|入驻|落户|进驻|落地|坐落于|依托|对|到|至|为|从|把|按照|借助|赴|走进|被)$"
)
_BEFORE_LIST = (
    rf"(?:了|过|的)?(?:一批|{_COUNT})?(?:[^，。；：{NAMES}]{{0,8}}?(?:的|项目|企业|工程|：))?"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stage as read, before the document is settled."""

    subject: Ref
    stage: str
    status: Status
    date: str | None
    spans: tuple[tuple[int, int], ...]
    confidence: float
    rule: str
    by: str | None = None


@cache
def _cues(kind: str) -> str:
    rows = load("cues/stages.yaml")
    return "|".join(
        f"(?P<{stage}>{'|'.join(row[kind])})" for stage, row in rows.items() if row.get(kind)
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(_cues("verb"))


@cache
def _object() -> re.Pattern[str]:
    return re.compile(f"(?:{_cues('object')}){_BEFORE_LIST}(?P<list>{LIST})")


@cache
def _tail() -> re.Pattern[str]:
    """甲、乙等3个新签约项目: the class word after the list."""
    return re.compile(
        rf"(?P<list>{LIST})(?:等|这)?{_COUNT}?(?P<mid>[^，。；：{NAMES}]{{0,6}}?)(?:{_cues('class')})"
        rf"(?:的|和)?[^，。；：、{NAMES}]{{0,6}}?(?:项目|企业|公司)(?!率|数)"
    )


@cache
def _intent_tail() -> re.Pattern[str]:
    return re.compile(rf"(?P<list>{LIST})(?:等|这){_COUNT}?(?:重点)?项目(?P<intent>意向)")


@cache
def _head() -> re.Pattern[str]:
    """在建项目有甲、乙; 在谈的项目甲: the class word before the list."""
    return re.compile(
        rf"(?:{_cues('class')})(?:的|和|[^，。；：、{NAMES}]{{0,8}}?(?:项目|企业)(?:[^。；{NAMES}]{{0,24}}?(?:有|包括|是|即|如|：|为))?)"
        rf"(?P<list>{LIST})"
    )


def say(frame: Frame) -> None:
    """Record the stages that a document says."""
    found: list[Candidate] = []
    for scene in scenes(frame):
        found += _read(scene)
    for candidate in _settled(found):
        qualifiers: dict[str, str] = {"status": candidate.status}
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
    lists = groups(scene)
    if not lists and not scene.topic:
        return
    taken: list[tuple[int, int]] = []
    for pattern, rule in (
        (_tail(), "stage.class"),
        (_intent_tail(), "stage.class"),
        (_head(), "stage.class_head"),
    ):
        for match in pattern.finditer(scene.text) if lists else ():
            stage = _stage(match)
            at = match.start(stage)
            if _overlaps(at, match.end(stage), taken) or _PLANNED_CLASS.search(scene.text, 0, at):
                continue
            taken.append((at, match.end(stage)))
            group = group_of(scene, *match.span("list"))
            yield from _candidates(scene, group, stage, "reached", at, rule, 0.9)
    for match in _object().finditer(scene.text) if lists else ():
        stage = _stage(match)
        at = match.start(stage)
        if _overlaps(at, match.end(stage), taken):
            continue
        group = group_of(scene, *match.span("list"))
        if not _object_fits(scene, group, stage):
            continue
        taken.append((at, match.end(stage)))
        yield from _said(scene, group, stage, at, "stage.object", 0.85)
    for match in _verb().finditer(scene.text):
        stage = _stage(match)
        if not _overlaps(match.start(), match.end(), taken):
            yield from _of_subject(scene, lists, stage, match.start())


def _stage(match: re.Match[str]) -> str:
    return next(name for name, value in match.groupdict().items() if value and name in stages())


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in taken)


def _object_fits(scene: Scene, group: Group, stage: str) -> bool:
    """建设甲 needs a project or park; a verb after the list (推进甲竣工) says the stage itself."""
    if stage in ("building", "started", "completed") and not any(
        r.type != "Company" for r, _ in group.members
    ):
        return False
    return True


def _of_subject(scene: Scene, lists: list[Group], stage: str, at: int) -> Iterator[Candidate]:
    start, _ = scene.clause(at)
    group = _in_clause(scene, lists, start, at)
    if group:
        yield from _said(scene, group, stage, at, "stage.subject", 0.85)
        return
    before = scene.text[start:at]
    if _CLASS_NOUN.search(before) or len(_LIGHT.sub("", before)) > 3:
        return
    earlier = [g for g in lists if g.end <= start]
    earlier = [g for g in earlier if g.projects] or earlier
    if earlier:
        yield from _said(scene, earlier[-1], stage, at, "stage.topic", 0.75)
    elif scene.topic and _ANAPHOR.search(scene.text, 0, at):
        yield from _of_topic(scene, stage, at)


def _in_clause(scene: Scene, lists: list[Group], start: int, at: int) -> Group | None:
    """The subject in the verb's own clause: the nearest list that is no companion (由甲, 与乙, 在丙)."""
    for group in reversed(lists):
        if group.end > at or group.start < start:
            continue
        if _NOT_SUBJECT.search(scene.text, start, group.start) and not group.projects:
            continue
        between = scene.text[group.end : at]
        if _CLASS_NOUN.search(
            re.sub(rf"^等?{_COUNT}?(?:[^，]{{0,6}}?)(?:项目|企业|工程)", "", between)
        ):
            return None
        return group
    return None


def _of_topic(scene: Scene, stage: str, at: int) -> Iterator[Candidate]:
    status = _status(scene, at)
    if status is None:
        return
    for ref, where, position in scene.topic:
        yield Candidate(
            ref,
            stage,
            status,
            _date(scene, at),
            (scene.span(at), where.span(position)),
            0.65,
            "stage.anaphor",
        )


def _said(
    scene: Scene, group: Group, stage: str, at: int, rule: str, confidence: float
) -> Iterator[Candidate]:
    status = _status(scene, at)
    if status is None or (status == "planned" and stage in ("lead", "negotiating", "intent")):
        return
    yield from _candidates(scene, group, stage, status, at, rule, confidence)


def _candidates(
    scene: Scene, group: Group, stage: str, status: Status, at: int, rule: str, confidence: float
) -> Iterator[Candidate]:
    for ref, position in group.members:
        yield Candidate(
            ref, stage, status, _date(scene, at), (scene.span(position, at),), confidence, rule
        )


def _status(scene: Scene, at: int) -> Status | None:
    sentence = scene.sentence
    text = scene.frame.text[sentence.start : sentence.end]
    cue = governing(text, scene.offset(at) - sentence.start)
    return STATUS[sentence.section.kind, cue]


def _date(scene: Scene, at: int) -> str | None:
    """The date in the verb's clause before it, or in a clause of its own just before."""
    start, _ = scene.clause(at)
    value = _last_date(scene, start, at)
    if value or not start:
        return value
    before, end = scene.clause(start - 1)
    return _last_date(scene, before, end) if end - before <= 6 else None


def _last_date(scene: Scene, start: int, end: int) -> str | None:
    times = [scene.things[i] for i in range(start, end) if isinstance(scene.things.get(i), Time)]
    value = times[-1].value if times and isinstance(times[-1], Time) else None
    return value if value and _DATE.fullmatch(value) else None


def _settled(found: list[Candidate]) -> list[Candidate]:
    """One candidate a fact; no wish for a stage already passed."""
    order = {code: row.extra.get("order", 0) for code, row in stages().items()}
    passed: dict[Ref, int] = {}
    for c in found:
        if c.status == "reached" and order[c.stage]:
            passed[c.subject] = max(passed.get(c.subject, 0), order[c.stage])
    kept: dict[tuple[Ref, str, str], Candidate] = {}
    for c in found:
        if c.status == "planned" and 0 < order[c.stage] <= passed.get(c.subject, 0):
            continue
        key = (c.subject, c.stage, c.status)
        kept[key] = _merged(kept[key], c) if key in kept else c
    return list(kept.values())


def _merged(first: Candidate, again: Candidate) -> Candidate:
    best = first if first.date or not again.date else again
    spans = tuple(dict.fromkeys((*best.spans, *first.spans, *again.spans)))[:3]
    return replace(best, spans=spans, confidence=max(first.confidence, again.confidence))
