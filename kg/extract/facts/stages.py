"""at_stage: where a project, park or firm stands on the line from lead to full capacity, and in which tense.

Three ways to say it: a class word on a list (甲、乙等签约项目; 在建项目有甲、乙), a verb with its object
(引进甲公司), a verb after its subject, named in the clause, earlier in the sentence or before (该项目).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.facts.groups import LIST, Group, group_of, groups
from kg.extract.facts.relation import status_at
from kg.extract.facts.rolls import Roll, rolls
from kg.extract.facts.scene import NAMES, Scene, scenes
from kg.extract.frame import Frame, Mention, Time
from kg.model import Ref, Status
from kg.vocabulary import load, stages

_COUNT = r"(?:Ⓝ|[一二三四五六七八九十百两几数多\d*×X]+余?多?[个家户批项]|一批|多个|若干)"
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_PLANNED_CLASS = re.compile(r"(?:拟|将|即将|计划|待|力争|争取|预计|推动|促进|实现|尽快)(?:新增)?$")
_FAILED_CLASS = re.compile(r"(?:未|尚未|仍未|还未|没有)$")
# words that leave an elided subject elided
_LIGHT = re.compile(
    r"Ⓣ|Ⓝ|Ⓜ|[该此其本]|项目|工程|公司|企业|园区|基地|目前|现[已在]?|已经?|正在?|式|全面|全部|计划|预计|拟|将|于|在|力争|争取|确保|完成|实现|即将"
    r"|早日?|尽快|年?底|[之以]?前|左右|并|且|也|都|均|可|能|顺利|成功|推动|促进|加快|推进|帮助|督促|保障|[一二三四]期|首期|进入|阶段|处于|开始|投入|达到|主体"
    r"|[、一二三四五六七八九]*号?(?:车间|厂房|地块|设备|生产线)|先后|相继|陆续|同步|如期|按期|按时|刚刚?|才|就|便|又|几|等|很快|当天|当月|本月|这|、|争|前期|年内|月|日|有望|进展|建设|下一步|截至|要|至|到|约|个|中旬|上旬|下旬|初|内|相关|各项|手续|办理|做好|工作|再|还|仍|一直|未|尚|没有|并未|现场|成|都|全|抓紧|快"
)
_CLASS_NOUN = re.compile(
    rf"(?:有|{_COUNT}|各|重点|重大|一批|多个|签约|工业|产业|在建|在谈|落地|其他|其它|部分|个别|所有|全部|新|优质|好|大|招商引?资?|类)(?:的)?(?:项目|企业|园区)"
)
_ANAPHOR = re.compile(
    r"(?:(?:这|以上|上述)(?:些|批)?(?:Ⓝ|[一二两三四五六七八九十几\d]+[个家])|该|此|这个?|本|其|上述|这批|这些|两个?)(?:项目|工程|公司|企业|园区|产业园|基地)"
    r"|(?:推动|促进|确保|争取|帮助|力争|力促|督促)项目"
    r"|(?:^|，)(?:目前|现|现在|截至Ⓣ|截止Ⓣ|Ⓣ)?，?(?:项目|工程|公司|企业|园区|其|一期)"
    r"|(?:^|，|？)(?:目前，?|现)?(?:厂房|主体|设备|车间|土建|地基|桩基|生产线|场地|各项手续)"
    r"|^(?:[计规]划|预计|项目)?(?:总投资|投资|占地|总占地|由|建设内容|主要建设|建设地点)"
)
_TAIL_OF_LIST = re.compile(rf"^(?:——)?(?:等|这)?{_COUNT}?(?:[^，]{{0,6}}?)(?:项目|企业|工程)")
_FIRM_STAGES = (
    "started",
    "production",
    "above_scale",
    "full_capacity",
    "stalled",
    "terminated",
    "delisted",
    "registered",
)
_SETTLES = re.compile("(?:签约|成功|顺利|正式|已)?(?:落户|落地|落了户)")
_LISTED = ("stage.settles", "stage.bracket", "stage.class", "stage.class_head", "stage.object")
_LISTED_FIRM_STAGES = ("intent", "negotiating", "building", "permitting")
_PARK_STAGES = ("started", "building", "completed", "production", "permitting")
_BEFORE_LIST = (
    rf"(?:了|过|的)?(?:一批|{_COUNT})?(?:[^，。；：{NAMES}]{{0,16}}?(?:的|项目|企业|工程|公司|：))?"
)


_PLANNED_SUM = re.compile("(?:计划|拟|预计)(?:总)?投资[^，。；]{0,12}$")
# 手续尚未办结: the negation follows
_DENIED = re.compile("[^，。；ⓅⒸⓀ]{2,8}?(?:尚未|未能|还未|仍未|未完成|未办|未批|没有|未到位|未落实|未取得|没批|没办|没拿到|没到位)")
_NEGATED = re.compile("[没未](?:有|能|曾)?(?:正式|真正|实际)?$")
_NURTURE = re.compile("(?:培育|支持|指导|引导|鼓励|扶持|推荐|辅导|帮扶)[^，。；]{0,6}$")
_NOT_SAID = re.compile("(?:影响|制约|阻碍|待|等待|具备|以利|便于|能否|是否|要求|承诺|约定|不利于)$")
_BY = re.compile(
    "(发改|工信|统计|商务|投促|住建|科技)[^，。；ⓅⒸ]{0,6}(?:认定|确认|口径|核定|认可|审定)"
)
_BRACKETED = re.compile("[ⓅⒸⓀ][（(][^（）()ⓅⓀⒸ]{1,24}[)）]")
_DEAL = re.compile(
    rf"签[订署下约](?:了)?[^。；]{{0,24}}?(?:协议|合同|合约)[^。；ⓅⓀⒸ]{{0,10}}?(?:建设|打造|兴建|共建|开发|实施){_BEFORE_LIST}(?P<list>{LIST})"
)
_CEREMONIES = (
    ("奠基", "started"),
    ("开工", "started"),
    ("动工", "started"),
    ("投产", "production"),
    ("开业", "production"),
    ("竣工", "completed"),
    ("签约", "signed"),
    ("签字", "signed"),
)
_CEREMONY = re.compile("|".join(word for word, _ in _CEREMONIES))
_HOST = re.compile(
    rf"(?P<list>{LIST})[^。；ⓅⒸ]{{0,16}}?(?:举行|举办|召开)(?:了)?[^。；，]{{0,8}}?$"
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


_NO_CHAIN = NAMES.replace("Ⓗ", "")


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
def _header() -> re.Pattern[str]:
    """新签约项目12个: a class with its count, whose members come later, kind by kind."""
    return re.compile(
        rf"(?:{_cues('class')})(?:的)?[^，。；：{NAMES}]{{0,8}}?(?:项目|企业)?(?:共|总数|达|有)?{_COUNT}"
    )


_BREAKDOWN = re.compile(
    rf"(?:{_COUNT}|项目|企业|类|方面)，?(?:分别[为是]|包括|：|（|[(]|有|即|为|是)(?P<list>{LIST})"
)
_GOES_ON = re.compile("其中|[从按分]|[ⒽⓇⓀ]|[一二三四五六七八九十]是|同时|此外|另有")


@cache
def _intent_tail() -> re.Pattern[str]:
    return re.compile(rf"(?P<list>{LIST})(?:等|这){_COUNT}?(?:重点)?项目(?P<intent>意向)")


@cache
def _head() -> re.Pattern[str]:
    """在建项目有甲、乙; 在谈的项目甲: the class word before the list."""
    return re.compile(
        rf"(?:{_cues('class')})(?:的(?:有|是|为|包括)?|和|[^，。；：、{_NO_CHAIN}]{{0,8}}?(?:项目|企业)(?:[^。；{NAMES}]{{0,24}}?(?:有|包括|是|即|如|像|比如|：|为|仅|仅有|（|[(]))?|的?{_COUNT}?(?:[^，。；：{NAMES}]{{0,3}})(?:是|有|为|：|（|[(]|包括|分别是|分别为))"
        rf"(?P<list>{LIST})"
    )


def say(frame: Frame) -> None:
    """Record the stages that a document says."""
    found: list[Candidate] = []
    for scene in scenes(frame):
        found += _read(scene)
        found += _brackets(scene)
        found += _deals(scene)
        found += _ceremonies(scene)
    found += _broken_down(scenes(frame))
    for roll in rolls(scenes(frame)):
        found += _of_roll(roll)
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
            if _overlaps(at, match.end(stage), taken):
                continue
            taken.append((at, match.end(stage)))
            group = group_of(scene, *match.span("list"))
            yield from _candidates(scene, group, stage, _class_status(scene, at), at, rule, 0.9)
    for match in _object().finditer(scene.text) if lists else ():
        stage = _stage(match)
        at = match.start(stage)
        if _overlaps(at, match.end(stage), taken):
            continue
        group = group_of(scene, *match.span("list"))
        if not any(_fits(ref, stage, "stage.object") for ref, _ in group.members):
            continue
        taken.append((at, match.end(stage)))
        yield from _said(scene, group, stage, at, "stage.object", 0.85)
    for match in _verb().finditer(scene.text):
        stage = _stage(match)
        if not _overlaps(match.start(), match.end(), taken):
            yield from _of_subject(scene, lists, stage, match.start())


def _broken_down(all_scenes: list[Scene]) -> Iterator[Candidate]:
    """签约项目12个，其中新材料类3个：甲、乙、丙；…: the header's class holds for all lists after it."""
    header: tuple[Scene, str, int] | None = None
    last: Scene | None = None
    for scene in all_scenes:
        linked = last and (last.text.endswith(("；", ";", "：", ":")) or _GOES_ON.match(scene.text))
        if not linked or (last and last.sentence.section is not scene.sentence.section):
            header = None
        last = scene
        start = 0
        own = list(_header().finditer(scene.text))
        if own:
            header, start = (scene, _stage(own[0]), own[0].start(_stage(own[0]))), own[0].end()
        if not header:
            continue
        where, stage, at = header
        status = _class_status(where, at)
        for match in _BREAKDOWN.finditer(scene.text, start):
            if any(o.start() > start and o.end() <= match.start("list") for o in own):
                break
            for ref, position in group_of(scene, *match.span("list")).members:
                if _fits(ref, stage, "stage.class"):
                    spans = (scene.span(position), where.span(at))
                    yield Candidate(ref, stage, status, _date(where, at), spans, 0.8, "stage.breakdown")


def _brackets(scene: Scene) -> Iterator[Candidate]:
    """甲项目（已开工）、乙项目（在谈）: each bracket is of the name before it."""
    for match in _BRACKETED.finditer(scene.text):
        for ref, position in scene.refs(match.start(), match.start() + 1):
            for cue in _verb().finditer(scene.text, match.start() + 2, match.end() - 1):
                status = status_at(scene, cue.start())
                if status and _fits(ref, _stage(cue), "stage.bracket"):
                    spans = (scene.span(position),)
                    date = _last_date(scene, match.start(), cue.start())
                    yield Candidate(ref, _stage(cue), status, date, spans, 0.85, "stage.bracket")


def _deals(scene: Scene) -> Iterator[Candidate]:
    """签订协议，共同建设甲: what a signed agreement is to build is signed."""
    for match in _DEAL.finditer(scene.text):
        at = match.start()
        group = group_of(scene, *match.span("list"))
        status = status_at(scene, at)
        for ref, position in group.members:
            if status and ref.type != "Company":
                spans = (scene.span(position, at),)
                yield Candidate(ref, "signed", status, _date(scene, at), spans, 0.8, "stage.deal")


def _ceremonies(scene: Scene) -> Iterator[Candidate]:
    """甲项目举行开工仪式; 甲项目投产暨乙项目开工仪式: the event's name says the stage."""
    for at, sign in enumerate(scene.text):
        mention = scene.mention(at) if sign == "Ⓔ" else None
        stage = next((s for word, s in _CEREMONIES if mention and word in mention.name), None)
        if not mention or not stage:
            continue
        date = _date(scene, at) or _last_date(scene, 0, at)
        host = _HOST.search(scene.text, 0, at)
        group = group_of(scene, *host.span("list")) if host else None
        for ref, position in group.members if group else ():
            if ref.type == "Project":
                yield Candidate(
                    ref, stage, "reached", date, (scene.span(position, at),), 0.85, "stage.ceremony"
                )
        for ref, word in _named_in(scene.frame, mention):
            yield Candidate(ref, word, "reached", date, (scene.span(at),), 0.85, "stage.ceremony")


def _named_in(frame: Frame, event: Mention) -> Iterator[tuple[Ref, str]]:
    """The projects that an event's name contains, with the stage that follows each."""
    for entity in frame.entities:
        if entity.type != "Project":
            continue
        for name in (entity.name, *entity.aliases):
            start = event.name.find(name) if len(name) > 3 else -1
            after = _CEREMONY.search(event.name, start + len(name)) if start >= 0 else None
            if after:
                yield entity.ref, dict(_CEREMONIES)[after[0]]
                break


def _of_roll(roll: Roll) -> Iterator[Candidate]:
    """已签约项目3个：甲…；乙…: the header's last stage holds for each item."""
    scene = roll.scene
    matches = list(_verb().finditer(scene.text, 0, roll.end)) or list(
        _class().finditer(scene.text, 0, roll.end)
    )
    cues = [
        m
        for m in matches
        if _stage(m) in ("signed", "started", "building", "negotiating", "production", "completed")
    ]
    if not cues:
        return
    at, stage = cues[-1].start(), _stage(cues[-1])
    status = status_at(scene, at)
    date = _date(scene, at) or (_last_date(scene, 0, at) if roll.counted else None)
    for ref, where, position in roll.items:
        if status == "reached" and _fits(ref, stage, "stage.class"):
            yield Candidate(
                ref, stage, status, date, (where.span(position), scene.span(at)), 0.85, "stage.roll"
            )


@cache
def _class() -> re.Pattern[str]:
    return re.compile(_cues("class"))


def _stage(match: re.Match[str]) -> str:
    return next(name for name, value in match.groupdict().items() if value and name in stages())


def _class_status(scene: Scene, at: int) -> Status:
    """The tense of a class word: what a list is called it is, but for 拟上规企业, 未开工项目."""
    if _PLANNED_CLASS.search(scene.text, 0, at):
        return "planned"
    return "failed" if _FAILED_CLASS.search(scene.text, 0, at) else "reached"


def _overlaps(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(start < b and a < end for a, b in taken)


def _fits(ref: Ref, stage: str, rule: str) -> bool:
    """Whether such a thing can be at the stage: a firm is not built, a park is not signed."""
    if ref.type == "Company":
        return (
            rule == "stage.fitting"
            or stage in _FIRM_STAGES
            or (rule in _LISTED and stage in ("signed", *_LISTED_FIRM_STAGES))
        )
    return ref.type == "Project" or (stage in _PARK_STAGES and rule != "stage.topic")


def _of_subject(scene: Scene, lists: list[Group], stage: str, at: int) -> Iterator[Candidate]:
    start, _ = scene.clause(at)
    group = _in_clause(scene, lists, start, at)
    if group:
        settles = _SETTLES.match(scene.text, at) is not None
        yield from _said(scene, group, stage, at, "stage.settles" if settles else "stage.subject", 0.85)
        return
    before = scene.text[start:at]
    anaphor = _ANAPHOR.search(before)
    rest = len(_LIGHT.sub("", before))
    if rest > (12 if anaphor else 5) or (_CLASS_NOUN.search(before) and not anaphor):
        return
    earlier = [g for g in lists if g.end <= start and not g.companion]
    earlier = [g for g in earlier if g.projects] or earlier
    if earlier:
        leading = [g for g in earlier if _leads(scene, g)]
        group = (leading or earlier)[-1]
        rule = "stage.subject" if group in leading else "stage.topic"
        yield from _said(scene, group, stage, at, rule, 0.8 if group in leading else 0.75)
    elif scene.topic and _ANAPHOR.search(scene.text, 0, at):
        yield from _of_topic(scene, stage, at)


def _leads(scene: Scene, group: Group) -> bool:
    """Whether a list opens its clause, so that it is what the following clauses are about."""
    start, _ = scene.clause(group.start)
    return len(_LIGHT.sub("", scene.text[start : group.start])) <= 2


def _in_clause(scene: Scene, lists: list[Group], start: int, at: int) -> Group | None:
    """The subject in the verb's own clause: the nearest list that is no companion."""
    for group in reversed(lists):
        if group.end > at or group.end <= start or group.companion:
            continue
        gap = _TAIL_OF_LIST.sub("", scene.text[group.end : at])
        limit = 2 if all(ref.type == "Park" for ref, _ in group.members) else 10
        if _CLASS_NOUN.search(gap) or len(_LIGHT.sub("", gap)) > limit:
            return None
        return group
    return None


def _of_topic(scene: Scene, stage: str, at: int) -> Iterator[Candidate]:
    status = status_at(scene, at)
    if status is None:
        return
    for ref, where, position in scene.topic:
        if not _fits(ref, stage, "stage.anaphor"):
            continue
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
    if _NOT_SAID.search(scene.text, 0, at) or _DENIED.match(scene.text, at):
        return
    status = "failed" if _NEGATED.search(scene.text, 0, at) else status_at(scene, at)
    if stage == "above_scale" and _NURTURE.search(scene.text, 0, group.start):
        status = "planned"
    if stage == "building" and _PLANNED_SUM.search(scene.text, 0, at):
        status = "planned"
    if status is None or (status == "planned" and stage in ("lead", "negotiating", "intent")):
        return
    yield from _candidates(scene, group, stage, status, at, rule, confidence)


def _candidates(
    scene: Scene, group: Group, stage: str, status: Status, at: int, rule: str, confidence: float
) -> Iterator[Candidate]:
    date = _date(scene, at)
    if status == "reached" and date and _later(scene.frame, date):
        status = "planned"
    for ref, position in group.members:
        if not _fits(ref, stage, rule):
            continue
        yield Candidate(
            ref,
            stage,
            status,
            date,
            (scene.span(position, at),),
            confidence,
            rule,
            _by(scene, at),
        )


def _date(scene: Scene, at: int) -> str | None:
    """The date in the verb's clause before it, or in a clause of its own just before."""
    start, _ = scene.clause(at)
    value = _last_date(scene, start, at)
    if value or not start:
        return value
    before, end = scene.clause(start - 1)
    return _last_date(scene, before, end) if end - before <= 6 else None


def _later(frame: Frame, date: str) -> bool:
    """Whether a date lies after what the report tells of (a bare 年底建成 is a plan)."""
    source = frame.document.source
    period = (source.date or source.period or "").rpartition("/")[2]
    end = {"H1": "06", "Q1": "03", "Q2": "06", "Q3": "09"}.get(period[5:])
    last = f"{period[:4]}-{end}" if end else period
    return bool(last) and date[: len(last)] > last[: len(date)] and len(date) >= len(last[:4])


def _by(scene: Scene, at: int) -> str | None:
    """Who recognised the stage: 发改认定开工."""
    named = _BY.findall(scene.text, 0, at)
    return named[-1] if named else None


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
