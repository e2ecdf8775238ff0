"""A stage as read from one place, with the tense, date and witness that the place gives it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.facts.relation import Named, cue_at, status_at
from kg.extract.facts.scene import Scene
from kg.extract.facts.stages.dates import date_at, dates_each
from kg.model import Ref, Status

_PLANNED_SUM = re.compile("(?:计划|拟|预计)(?:总)?投资(?:[^，。；]{0,12}|Ⓜ[^。；已正现目]{0,16})$")
# 手续尚未办结: the negation follows the word
_DENIED = re.compile(
    "[^，。；ⓅⒸⓀ]{2,8}?(?:尚未|未能|还未|仍未|未完成|未办|未批|没有|未到位|未落实|未取得|没批|没办|没拿到|没到位)"
)
_NEGATED = re.compile("[没未](?:有|能|曾)?(?:正式|真正|实际)?$")
# 受拆迁影响, 手续办理困难: the word names what hinders
_HINDERS = re.compile("[^，。；ⓅⒸⓀ]{2,8}?(?:影响|困难|滞后|缓慢|问题|制约|矛盾|受阻|瓶颈)")
# 推动甲等在建项目竣工: what a class still is, it is pushed beyond
_PUSHED = re.compile(
    "(?:推进|推动|促进|加快|力促|督促|服务)[^，。；]*(?:在建|新开工|续建|签约|拟建|在谈)[^，。；]{0,6}项目[^，。；]{0,6}$"
)
_INVESTED = re.compile("(?:由|系)[ⒸⓄⓇⓌ][^，。；]{0,10}$")  # 由甲投资建设: who builds, not how far
# 建设地点在甲园: what is built, not how far
_PLACE_OF = re.compile(
    "(?:投资Ⓜ元?，)?[^，。；ⓅⓀⒸ]{0,12}?建设(?:地点|地址|内容|规模|单位|周期|工期|期限|性质|主体|标准|用地)"
)
_NURTURE = re.compile(
    "(?<!成功)(?<!顺利)(?:培育(?!了)|支持|指导|引导|鼓励|扶持|推荐|辅导|帮扶)[^，。；]{0,6}$"
)
_NOT_SAID = re.compile(
    "(?:(?:影响|制约|阻碍)[^，。；]{0,4}|待|等待|具备|以利|便于|能否|是否|要求|承诺|约定|不利于)$|(?:原定|原计划|原拟|本应|本该|原本)[^，。；]{0,8}$"
)
_BY = re.compile(
    "(发改|工信|统计|商务|投促|住建|科技)[^，。；ⓅⒸ]{0,6}(?:认定|确认|口径|核定|认可|审定)"
)
_PLANNED_CLASS = re.compile(r"(?:拟|将|即将|计划|待|力争|争取|预计|推动|促进|实现|尽快)(?:新增)?$")
_FAILED_CLASS = re.compile(r"(?:未|尚未|仍未|还未|没有)$")
_EARLY = ("lead", "negotiating", "intent")  # nobody plans these: the plan is what they lead to
_PARK = ("started", "building", "completed", "production", "permitting")
_FIRM = (
    "started",
    "production",
    "above_scale",
    "full_capacity",
    "stalled",
    "terminated",
    "delisted",
    "registered",
    "intent",
)
# of a firm that a list or a verb with object calls so
_FIRM_LISTED = (*_FIRM, "signed", "negotiating", "building", "permitting")
_FITTING_OUT = re.compile("(?:正?在?|抓紧|加紧|进行|厂房|内部|车间|设备)*(?:装修|安装|调试)")
# 园区建成标准厂房2万平方米: works in a park, not the park
_WORKS = re.compile(
    "(?:建成|新建|完成|开工|建设|启动)(?:了)?[^，。；ⓅⒸⓀ]{0,12}?(?:厂房|道路|管网|Ⓝ)"
)
_LISTING = ("settles", "bracket", "class", "class_head", "object", "roll", "breakdown")


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


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that says a stage: where it stands, by which rule it is read, and how surely."""

    scene: Scene
    at: int
    stage: str
    rule: str
    confidence: float


def candidates(
    cue: Cue, members: Iterable[Named], status: Status | None, source: Scene | None = None
) -> Iterator[Candidate]:
    """The stage of each member; `source` is the members' scene where it is not the cue's."""
    date = date_at(cue.scene, cue.at, planned=status == "planned", opening=cue.stage == "signed")
    if status == "reached" and date and _later(cue, date):
        status = "planned"
    if status is None or (status == "planned" and cue.stage in _EARLY):
        return
    by = _by(cue.scene, cue.at)
    members = list(members)
    each = dates_each(cue.scene, cue.at, len(members))
    for index, (ref, position) in enumerate(members):
        if fits(ref, cue):
            if source is None:
                spans: tuple[tuple[int, int], ...] = (cue.scene.span(position, cue.at),)
            else:
                spans = (source.span(position), cue.scene.span(cue.at))
            when = each[index] if each else date
            yield Candidate(
                ref, cue.stage, status, when, spans, cue.confidence, f"stage.{cue.rule}", by
            )


def fits(ref: Ref, cue: Cue) -> bool:
    """Whether such a thing can be at the stage: a firm is not built, a park is not signed."""
    if ref.type == "Company":
        listed = cue.rule in _LISTING or _FITTING_OUT.match(cue.scene.text, cue.at)
        return cue.stage in (_FIRM_LISTED if listed else _FIRM)
    if ref.type == "Park" and _WORKS.match(cue.scene.text, cue.at):
        return False
    return ref.type == "Project" or (cue.stage in _PARK and cue.rule != "topic")


def verb_status(cue: Cue, subject_start: int) -> Status | None:
    """The tense of a verb with its subject or object; None where it says no stage."""
    text, at = cue.scene.text, cue.at
    if _NOT_SAID.search(text, 0, at) or _DENIED.match(text, at):
        return None
    if _says_else(cue):
        return None
    if cue.scene.sentence.section.kind != "done" and _PUSHED.search(text, 0, at):
        return "planned"
    if _NEGATED.search(text, 0, at):
        return "failed"
    if cue.stage == "stalled" and text.startswith("没", at):
        return "reached"  # 没有下文: the word holds its own negation
    if cue.stage == "above_scale" and _NURTURE.search(text, 0, subject_start):
        return "planned"
    if cue.stage == "building" and _PLANNED_SUM.search(text, 0, at):
        return "planned"
    return status_at(cue.scene, at)


def _says_else(cue: Cue) -> bool:
    """Whether the word says who builds or where (由甲投资建设), or what hinders, and no stage."""
    text, at = cue.scene.text, cue.at
    if cue.stage == "building":
        return bool(_INVESTED.search(text, 0, at) or _PLACE_OF.match(text, at))
    return cue.stage == "permitting" and _HINDERS.match(text, at) is not None


def class_status(scene: Scene, at: int) -> Status:
    """The tense of a class word: what a list is called it is, but for 拟上规企业, 未开工项目."""
    if _PLANNED_CLASS.search(scene.text, 0, at):
        return "planned"
    return "failed" if _FAILED_CLASS.search(scene.text, 0, at) else "reached"


def _later(cue: Cue, date: str) -> bool:
    """Whether a date lies after what the report tells of (a bare 年底建成 is a plan)."""
    if cue_at(cue.scene, cue.at) == "done":
        return False
    source = cue.scene.frame.document.source
    period = (source.date or source.period or "").rpartition("/")[2]
    end = {"H1": "06", "Q1": "03", "Q2": "06", "Q3": "09"}.get(period[5:])
    last = f"{period[:4]}-{end}" if end else period
    begins = {"H1": "01", "H2": "07", "Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10"}.get(date[5:])
    date = f"{date[:4]}-{begins}" if begins else date
    return bool(last) and date[: len(last)] > last[: len(date)]


def _by(scene: Scene, at: int) -> str | None:
    """Who recognised the stage: 发改认定开工."""
    found = _BY.findall(scene.text, 0, at)
    return found[-1] if found else None
