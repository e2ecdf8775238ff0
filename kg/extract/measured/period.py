"""The period a figure belongs to: said in its clause, its sentence, its heading, its paragraph.

Else the report's own; a goal without a time is one for the report's year.
"""

import re

from kg.extract.frame import Frame, Sentence, Time
from kg.extract.masks import MASK
from kg.extract.measured.words import cue
from kg.extract.periods import Months, form, months_of
from kg.extract.tense import FigureKind
from kg.extract.times import reviewed

_UP_TO = re.compile(r"(?:截[至止]|到|至)$")
_NOW = re.compile(r"(?:截至|截止到?|到)?目前|现(?=有|已)|当前")
_YEARLY = re.compile(r"(?:目标|任务|年计划|年度计划|考核|指标)[^，。]{0,4}$")
_PART = re.compile(r"半年|季度|月|阶段|序时|时序")
_LEADING = re.compile(
    r"[\s，、：]|截[至止]到?|到|至|在|其中|力争|确保|预计|预期|计划|争取|全[县市区]|[我本][县市区局]|[一二三四五]是|——|▲"
)
_MASKED = re.compile(rf"{MASK}|[Xx]")
# when a firm or park came to be is no time of the figures after it: 成立于2003年，员工60人
_BORN = (
    "(?:成立|组建|创建|创立|创办|始建|兴建|新建|设立|注册|建成|改制|更名|落成|投产|挂牌|上市|建立)"
)
_BORN_IN = re.compile(rf"(?:{_BORN}|建|落户|诞生|进入[^，。；]{{2,10}})(?:于|在)?$")
_BORN_THEN = re.compile(
    rf"(?:正式|注册|登记|批准|由|经|[^，。；]{{1,12}}(?:批准|出资|投资))*{_BORN}(?:投产|运营)?(?=[，。；、,（(]|$)"
    r"|[^，。；]{0,4}(?:获批|被?批准|获准|升级|晋升|晋级|升格|被?[认评确]定|被评|被列|获评|入选|进入)"
)


def period_of(
    frame: Frame, sentence: Sentence, at: int, kind: FigureKind, carried: str | None
) -> str | None:
    """The period of the figure at `at`, in normal form; None where no year is to be had."""
    report = frame.document.source.period
    said = _said(frame, sentence, at)
    raised = cue("raised").search(frame.plain, _clause(sentence, at), at)
    if said and raised and kind == "actual" and said.end < raised.start():
        said = None  # 由2021年的38%提高到45%: the second is of the report's time
    if said and kind == "actual":
        return _reached(frame, said, report)
    year = f"{months_of(report).last[0]}" if report else carried
    if said:
        masked = said.value is None and said.kind == "period"
        return year if masked else said.value  # a goal of `*年` is one of the report's year
    if carried and report and sentence.section.kind != "plan" and _ahead(carried, report):
        carried = None  # 计划明年二季度开工。现有企业14家: the plan's time is not theirs
    if kind != "target":
        now = _NOW.search(frame.plain, _clause(sentence, at), at)
        before = _looked_back_on(frame, sentence) if report and kind == "actual" else None
        if before and report and not now and months_of(before).last < months_of(report).first:
            return before
        return (report if now else carried) or report or carried or _opening(frame, sentence)
    whole = any(t.value is None for t in frame.times_in(sentence.start, at))
    if report and whole:
        return year
    return _of_heading(frame, sentence) or year


def _looked_back_on(frame: Frame, sentence: Sentence) -> str | None:
    """The year of the part's heading: a speech of the new year reports under 2022年工作回顾."""
    year = reviewed(frame, sentence.section)
    return _of_heading(frame, sentence) or (f"{year}" if year else None)


def of_year(frame: Frame, words: str) -> str | None:
    """The report's year where the words name a goal of the year: 完成年度任务X亿元的…%."""
    report = frame.document.source.period
    yearly = report and _YEARLY.search(words) and not _PART.search(words)
    return f"{months_of(report).last[0]}" if report and yearly else None


def _reached(frame: Frame, time: Time, report: str | None) -> str | None:
    """截至8月底: the report's period where that ends then (or the month is masked)."""
    if not report or not _until(frame, time):
        return time.value
    if time.value is None or _MASKED.search(frame.plain, time.start, time.end):
        return report
    return report if months_of(time.value).last == months_of(report).last else time.value


def _said(frame: Frame, sentence: Sentence, at: int) -> Time | None:
    """The nearest time before the figure; a day, month or masked year only from its clause."""
    clause = _clause(sentence, at)
    for time in reversed(frame.times_in(sentence.start, at)):
        near = time.start >= clause
        if _is_born(frame, time) or (not near and _is_aside(frame, sentence, time)):
            continue
        if near or (time.value and (time.kind == "period" or _until(frame, time))):
            return time
    return None


def _is_born(frame: Frame, time: Time) -> bool:
    """Whether a time tells but when a firm or park came to be, or stands in a document's title."""
    titles = frame.mentions_in(max(0, time.start - 60), time.end + 60, "Policy")
    if any(m.start <= time.start < m.end for m in titles):
        return True  # 《…三年行动计划（2023—2025年）》
    before = frame.plain[max(0, time.start - 16) : time.start]
    return bool(_BORN_IN.search(before) or _BORN_THEN.match(frame.plain, time.end))


def _is_aside(frame: Frame, sentence: Sentence, time: Time) -> bool:
    """Whether an earlier clause's time is but of its own verb: 订单排到2026年, 二期上半年开工."""
    clause = _clause(sentence, time.start)
    opens = not _LEADING.sub("", frame.plain[clause : time.start])
    if opens or not time.value:
        return False
    report = frame.document.source.period
    part = len(time.value) > len("2024")
    ahead = bool(report) and _ahead(time.value, str(report))
    return ahead and (part or sentence.section.kind != "plan")


def _ahead(period: str, report: str) -> bool:
    """Whether a period begins after the report's own has ended."""
    return months_of(period).first > months_of(report).last


def _clause(sentence: Sentence, at: int) -> int:
    return max((a for a, _ in sentence.clauses if a <= at), default=sentence.start)


def _until(frame: Frame, time: Time) -> bool:
    return bool(_UP_TO.search(frame.plain[max(0, time.start - 2) : time.start]))


def _opening(frame: Frame, sentence: Sentence) -> str | None:
    """The month of the date that the sentence opens with."""
    times = frame.times_in(sentence.start, sentence.end)
    if not times or times[0].start != sentence.start or not times[0].value:
        return None
    return form(months_of(times[0].value))


def _of_heading(frame: Frame, sentence: Sentence) -> str | None:
    for section in sentence.section.path():
        times = frame.times_in(section.start, section.body) if section.level else []
        years = [t for t in times if t.value and "/" not in t.value]  # “十四五”时期和2025年工作回顾
        if times:
            return (years or times)[0].value
    return None


def event_date(frame: Frame, sentence: Sentence, at: int) -> str | None:
    """The date of the event that the sentence speaks of."""
    dates = [t.value for t in frame.times_in(sentence.start, at) if t.kind == "date" and t.value]
    return dates[-1] if dates else None


def spoken_period(frame: Frame, sentence: Sentence) -> str | None:
    """The period that a sentence names and leaves to those after it in the paragraph."""
    times = [
        t
        for t in frame.times_in(sentence.start, sentence.end)
        if t.kind == "period" and t.value and not _is_born(frame, t)
    ]
    return times[-1].value if times else None


def up_to(month: str) -> str:
    """The months of a year up to one: 2010-05 → 2010-01/2010-05."""
    last = months_of(month).last
    return form(Months((last[0], 1), last))
