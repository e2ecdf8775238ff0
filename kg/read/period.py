"""The time that a report covers, in normal form: it decides what 今年, 1-8月 and 上半年 mean.

Forms: a year, half or quarter is `2023`, `2023-H1`, `2023-Q3`; any other span
`2022-01/2022-08`, one month `2023-05`. A masked year leaves nothing.
"""

import re
from collections import Counter

_DAY = r"\d{4}(?:-\d\d(?:-\d\d)?)?"
PERIOD = re.compile(rf"\d{{4}}-(?:H[12]|Q[1-4])|{_DAY}(?:/{_DAY})?")  # the normal form
DATE = re.compile(_DAY)

_YEAR = r"((?:19|20)\d{2})\s?年"
_DASH = r"\s?[-—–－~～―至到]{1,2}\s?"
_MONTHS = rf"(\d{{1,2}})月?{_DASH}(\d{{1,2}})\s?月"
_YEAR_OF = re.compile(rf"{_YEAR}(?!\s?\d{{1,2}}月\s?\d{{1,2}}日)")
_SPEECH = re.compile(
    rf"政府工作报告[^\n]*\n[^\n]{{0,24}}?{_YEAR}"
)  # its date is in the year it plans
_SINCE = re.compile(rf"^(?:截至|截止)?{_YEAR}(?:度|以来|来|，|,|上半年|下半年|全年|前|第|\d)")
# 到2025年 is a goal's year, not the report's
_WORKING = re.compile(
    rf"(?<![到至]){_YEAR}(?:上半年|下半年|度|全年|以来|招商|[一二三四]季度|1\s?月?[-—–－~～至])"
)
_TITLES = re.compile(r"《[^》\n]*》")
_YEAR_END = re.compile(r"年度|全年|年终|一年来|总结|过去一年")
_SPAN = re.compile(_MONTHS)
_HALF = re.compile(r"([上下])半年")
_QUARTER = re.compile(r"第?([一二三四])季度")
_FIRST_QUARTERS = re.compile(r"前([二三])季度")
_FIRST_MONTHS = re.compile(r"[前头]([一二三四五六七八九十\d]{1,2})个?月")
_ONE_MONTH = re.compile(r"(?<![-—\d至到])(\d{1,2})月份?(?!\d*日|底|\d)")
_WHOLE_YEAR = re.compile(r"年度|全年|年终|年工作(?:总结|报告|情况)|年政府工作报告|统计公报")
_RUNNING = re.compile(rf"(?<![\d年])(?:(?:19|20)\d{{2}}年)?1月?{_DASH}(\d{{1,2}})月")
_NEXT_HALF = re.compile(r"下半年(?:[^，。\n]{0,6})(?:工作)?(?:计划|打算|安排|重点|思路|举措)")
_NUMERALS = "一二三四五六七八九十"


def covered(title: str, opening: str, text: str, date: str | None = None) -> str | None:
    """The period of a report from its title lines, its opening sentences and what it counts.

    The title says it best; a bare year is then narrowed by the months that the text's own figures
    run over (1-8月 of 2022), or by the halves it speaks of. Where neither prints a year, the one
    year that the text works in, else that of the printed date; None where nothing prints one.
    """
    year = _year(title) or _opening_year(opening) or _working_year(text)
    year = year or _year_of_date(date, title + opening)
    if year is None:
        return None
    part = _part(title, year) or (None if _YEAR_OF.search(title) else _part(opening, year))
    if part or _WHOLE_YEAR.search(title):
        return part or year
    return _running(text, year) or _part_by_plan(text, year) or year


def _year(title: str) -> str | None:
    found = _YEAR_OF.search(title) or _SPEECH.search(title)
    return found and found[1]


def _opening_year(opening: str) -> str | None:
    """The year with which a report opens (2023年以来，… or 2022年，…)."""
    found = _SINCE.match(opening.strip())
    return found and found[1]


def _working_year(text: str) -> str | None:
    """The only year whose plans, goals, halves or months the text speaks of."""
    years = set(_WORKING.findall(_TITLES.sub("", text)))
    return years.pop() if len(years) == 1 else None


def _year_of_date(date: str | None, words: str) -> str | None:
    """The year of the printed date; a paper on a whole year dated early in the next is of that."""
    if not date:
        return None
    year, _, rest = date.partition("-")
    early = rest[:2] in ("01", "02", "03") and _YEAR_END.search(words)
    return str(int(year) - 1) if early else year


def _part(words: str, year: str) -> str | None:
    """The part of a year that these words name; None where they name none, or the whole."""
    if found := _SPAN.search(words):
        return months(year, int(found[1]), int(found[2]))
    if found := _HALF.search(words):
        return f"{year}-H{'上下'.index(found[1]) + 1}"
    if found := _FIRST_QUARTERS.search(words):
        return months(year, 1, 3 * (_NUMERALS.index(found[1]) + 1))
    if found := _QUARTER.search(words):
        return f"{year}-Q{_NUMERALS.index(found[1]) + 1}"
    if found := _FIRST_MONTHS.search(words):
        last = int(found[1]) if found[1].isdecimal() else _NUMERALS.find(found[1]) + 1
        return months(year, 1, last)
    found = _ONE_MONTH.search(words)
    return months(year, int(found[1]), int(found[1])) if found else None


def months(year: str, first: int, last: int) -> str | None:
    """Months of a year in normal form: 1 to 6 is H1, 4 to 6 is Q2, 1 to 12 the year."""
    if not 1 <= first <= last <= 12:
        return None
    whole = {(1, 12): "", (1, 6): "-H1", (7, 12): "-H2"}
    whole |= {(3 * quarter - 2, 3 * quarter): f"-Q{quarter}" for quarter in range(1, 5)}
    if (first, last) in whole:
        return year + whole[first, last]
    return f"{year}-{first:02}" + (f"/{year}-{last:02}" if last > first else "")


def _running(text: str, year: str) -> str | None:
    """The months from January on over which the text counts, where one such span prevails."""
    counted = Counter(int(found[1]) for found in _RUNNING.finditer(text))
    if not counted:
        return None
    last, times = counted.most_common(1)[0]
    return months(year, 1, last) if times * 2 > counted.total() else None


def _part_by_plan(text: str, year: str) -> str | None:
    """The first half, where a report that looks back on it plans the second (下半年工作计划)."""
    return f"{year}-H1" if "上半年" in text and _NEXT_HALF.search(text) else None
