"""Dates and periods as said, in normal form, relative to the report's own period.

今年 is the report's year, 1-8月 its months, “十四五”期间 2021/2025. Where no year is to be had (or
it is masked) the value is None; a masked month leaves its year. What only names the base of a
comparison (比上年, 去年同期) is no time of the fact.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from kg.extract.frame import Frame, Section, Time
from kg.extract.masks import half_width
from kg.extract.numerals import chinese
from kg.extract.periods import Months, form, months_of

_NUM = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
_MASK = r"(?:[*×□○]+|(?<![A-Za-z])[Xx]{1,2}(?![A-Za-z]))"
_DASH = r"\s?(?:-{1,2}|—{1,2}|–|~|～|至|到)\s?"
_PATTERN = re.compile(
    rf"""(?=[\d*×□○Xx今去前明本来次后当同上下全年第一二三四五六七八九十首头岁底末比较与于近最过“"‘'「])
    (?:(?P<base>(?:比|较|与|同|(?<=[高低大小优快慢多少])于)(?:去年|上年|前年)
        (?:同期|同比|年?底|末|初)?|(?:去年|上年|前年)同期)
    |(?P<plan>[“"‘'「]?(?P<which>十[一二三四五六]|十)五[”"’'」]?
        (?=期间|时期|以来|末|期末|开局|收官)(?P<plan_end>期?末)?(?:期间|时期|以来)?)
    |(?P<years>(?<!\d)(?P<year_a>(?:19|20)\d\d)年?{_DASH}(?P<year_b>(?:19|20)\d\d)年)
    |(?P<recent>(?:近|最近|过去)(?P<span>{_NUM})年)
    |(?P<iso>(?<!\d)(?P<y1>(?:19|20)\d\d)[-./](?P<m1>1[0-2]|0?[1-9])[-./]
        (?P<d1>[12]\d|3[01]|0?[1-9])(?!\d))
    |(?P<other>本月|当月|上个?月|下个?月)
    |(?=[\d*×□○Xx今去前明本来次后当同上下全年第一二三四五六七八九十首头岁])
     (?:(?:(?<![\d.])(?P<year>(?:19|20)\d\d|二[〇零○][〇零○一二三四五六七八九]{{2}})
            (?:\s?年度?|(?=半年报|[一三]季报))
        |(?P<mask_year>(?<![\d.])(?:20)?{_MASK}年度?)
        |(?P<said>今年|本年|去年|上年|(?<![以之从])前年|明年|来年|次年|(?<![一-鿿])后年|当年|同年)度?
        )(?P<so_far>以?来)?[ 的]?)?
     (?P<tail>(?<![\d.第])(?:
        (?P<from>{_NUM}|{_MASK})月?份?{_DASH}(?P<to>{_NUM}|{_MASK})月份?(?![\d*×X]{{1,2}}[日号])
        |(?P<month>{_NUM}|{_MASK})月(?!大)份?(?:(?P<day>{_NUM}|{_MASK})[日号])?
        |(?P<half>[上下]半年)
        |[前头](?P<first_quarters>[二两三])个?季度
        |[一1](?:{_DASH}|、[二2]、)(?P<to_quarter>[二三四234])季度
        |第?(?P<quarter>[一二三四1234首])季度
        |[前头](?P<first_months>{_NUM})个?月
        |(?P<whole>全年(?![^，。]{{0,6}}?(?:目标|任务|计划|预算|考核))|年内)
        |(?P<year_end>年底|年末|岁末|底|末)))?)""",
    re.VERBOSE,
)
_PLANS = {
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
}
_SHIFTS = {
    "今年": 0,
    "本年": 0,
    "去年": -1,
    "上年": -1,
    "前年": -2,
    "明年": 1,
    "来年": 1,
    "次年": 1,
    "后年": 2,
}
TimeKind = Literal["period", "date"]
HEADED_LEVEL = 3
_HEADED = re.compile(
    r"((?:19|20)\d\d)年[^，。]{0,12}(?:打算|计划|安排|思路|重点|目标|谋划|举措|任务|工作|回顾)"
)
_SENTENCE_END = re.compile(r"[。！？\n]")
_QUARTER_WORDS = {"首": 1, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


def find_times(frame: Frame) -> None:
    """Fill `frame.times`, in order."""
    source = frame.document.source
    year = int(source.date[:4]) if source.date and not source.period else None
    frame.times = list(times(frame.plain, source.period, _headed(frame), year))


def _headed(frame: Frame) -> list[tuple[int, int]]:
    """Where parts begin whose headings name a year (2024年工作打算), and the year; 0 ends one."""
    years: list[tuple[int, int]] = []
    coming = _coming(frame)
    for section in frame.sections:
        said = _HEADED.search(section.heading) if 0 < section.level <= HEADED_LEVEL else None
        year = int(said[1]) if said else reviewed(frame, section) if section.level else None
        if not year and coming and section.kind == "plan" and 0 < section.level <= HEADED_LEVEL:
            year = coming
        if year and (said or section.level <= HEADED_LEVEL):
            years += [(section.start, year), (section.end, 0)]
    return sorted(years)


_REVIEW = re.compile("总结|汇报|报告|情况|回顾|述职")


def _coming(frame: Frame) -> int | None:
    """The year that the plans of a whole year's report are for: the next one."""
    source = frame.document.source
    if not source.period or "/" in source.period or not _REVIEW.search(source.title or ""):
        return None
    last = months_of(source.period).last
    done = any(section.kind == "done" for section in frame.sections)
    return last[0] + 1 if last[1] == _DECEMBER and done else None


_DECEMBER = 12


def reviewed(frame: Frame, section: Section) -> int | None:
    """The year that a speech of the first months looks back on where its heading prints none."""
    source = frame.document.source
    if section.kind != "done" or not source.date or source.period != source.date[:4]:
        return None
    return int(source.period) - 1 if source.date[5:7] in ("01", "02", "03") else None


def times(
    text: str,
    report: str | None = None,
    headed: Sequence[tuple[int, int]] = (),
    year: int | None = None,
) -> Iterator[Time]:
    """The times of a text whose report speaks of the period `report` (normal form).

    `headed` are the years that headings name, each with where its part begins; `year` is the one
    that a paper without a period (news, a page) was written in.
    """
    folded = half_width(text)
    reader = _Reader(report, year)
    seen = 0
    parts = list(headed)
    for match in _PATTERN.finditer(folded):
        if not match[0] or match["base"]:
            continue
        if _SENTENCE_END.search(folded, seen, match.start()):
            reader.sentence_year = None
        if "\n" in folded[seen : match.start()]:
            reader.last_year = None
        seen = match.end()
        while parts and parts[0][0] <= match.start():
            reader.headed = parts.pop(0)[1] or None
        start, end = match.span()
        words = text[start:end].rstrip(" 的")
        value, kind = reader.read(match)
        yield Time(start, start + len(words), value, kind)


class _Reader:
    """Reads one time after another; remembers the years said, for 当年 and bare months."""

    def __init__(self, report: str | None, year: int | None = None) -> None:
        self.report = months_of(report) if report else None
        self.base = self.report.last[0] if self.report else year
        self.headed: int | None = None  # the year that the heading names
        self.sentence_year: int | None = None
        self.last_year: int | None = None

    def read(self, match: re.Match[str]) -> "tuple[str | None, TimeKind]":
        if match["plan"]:
            first = _PLANS[match["which"]]
            return (f"{first + 4}" if match["plan_end"] else f"{first}/{first + 4}"), "period"
        if match["years"]:
            return f"{match['year_a']}/{match['year_b']}", "period"
        if match["recent"]:
            return self._recent(_int(match["span"])), "period"
        if match["iso"]:
            return f"{match['y1']}-{int(match['m1']):02}-{int(match['d1']):02}", "date"
        if match["other"]:
            return self._month_beside(match["other"][0]), "date"
        return self._dated(match)

    def _recent(self, span: int) -> str | None:
        last = (self.headed if span == 1 else None) or self.base  # 过去一年, said in January
        return form(Months((last - span + 1, 1), (last, 12))) if last else None

    def _month_beside(self, word: str) -> str | None:
        if not self.report:
            return None
        year, month = self.report.last
        index = year * 12 + month - 1 + {"上": -1, "下": 1}.get(word, 0)
        return f"{index // 12}-{index % 12 + 1:02}"

    def _dated(self, match: re.Match[str]) -> "tuple[str | None, TimeKind]":
        year = self._year(match)
        kind: TimeKind = "date" if match["month"] or match["year_end"] else "period"
        if year is None:
            return None, kind
        if (
            match["day"]
            and match["day"].isalnum()
            and _known(match["month"])
            and _known(match["day"])
        ):
            return f"{year}-{_int(match['month']):02}-{_int(match['day']):02}", kind
        if match["so_far"] and not match["tail"] and self.report and year == self.base:
            return form(self.report), kind
        return form(_months(match, year)), kind

    def _year(self, match: re.Match[str]) -> int | None:
        if match["mask_year"]:
            return None
        if match["year"]:
            year = (
                int(match["year"])
                if match["year"].isascii()
                else chinese(match["year"].replace("○", "〇"))
            )
            self.sentence_year = self.last_year = year
            return year
        if match["said"] in _SHIFTS:
            self.sentence_year = self.base + _SHIFTS[match["said"]] if self.base else None
            return self.sentence_year
        if match["said"]:  # 当年, 同年
            return self.sentence_year or self.last_year or self.base
        return self.sentence_year or self.headed or self.base or self.last_year


def _months(match: re.Match[str], year: int) -> Months:
    """The months of the year that the words after it name."""
    first, last = 1, 12
    if match["from"] and _known(match["from"]) and _known(match["to"]):
        first, last = _int(match["from"]), _int(match["to"])
    elif match["month"] and _known(match["month"]):
        first = last = _int(match["month"])
    elif match["half"]:
        first, last = (1, 6) if match["half"][0] == "上" else (7, 12)
    elif match["quarter"]:
        last = 3 * _quarter(match["quarter"])
        first = last - 2
    elif match["first_quarters"] or match["to_quarter"]:
        last = 3 * _quarter(match["first_quarters"] or match["to_quarter"])
    elif match["first_months"]:
        last = _int(match["first_months"])
    elif match["year_end"]:
        first = last = 12
    return Months((year, min(first, 12)), (year, min(last, 12)))


def _known(number: str | None) -> bool:
    return number is not None and not re.search(r"[*×□○Xx]", number)


def _int(number: str) -> int:
    return int(number) if number.isascii() else chinese(number)


def _quarter(word: str) -> int:
    return _QUARTER_WORDS.get(word) or int(word)
