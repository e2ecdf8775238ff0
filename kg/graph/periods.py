"""Periods and dates in normal form, as whole days: `2023-H1` → 2023-01-01 to 2023-06-30."""

import re
from calendar import monthrange
from functools import lru_cache

Days = tuple[str, str]  # first and last day, both included, as ISO dates

_PART = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|H([12])|Q([1-4])))?")


@lru_cache(maxsize=1 << 14)
def days(period: str) -> Days | None:
    """First and last day of a period or partial date; None where it is no normal form.

    Forms: 2023 · 2023-03 · 2023-03-28 · 2023-H1 · 2023-Q3 · a/b of any two of them.
    """
    first, slash, last = period.partition("/")
    start, end = _part(first), _part(last if slash else first)
    if start is None or end is None or start[0] > end[1]:
        return None
    return start[0], end[1]


@lru_cache(maxsize=1 << 14)
def period(bounds: Days) -> str:
    """The normal form of whole days: the shortest that says exactly these."""
    (y1, m1, d1), (y2, m2, d2) = (tuple(map(int, day.split("-"))) for day in bounds)
    if bounds[0] == bounds[1]:
        return bounds[0]
    if d1 != 1 or d2 != monthrange(y2, m2)[1]:
        return f"{bounds[0]}/{bounds[1]}"
    if y1 == y2 and (short := _within_year(m1, m2)) is not None:
        return f"{y1:04}{short}"
    if (m1, m2) == (1, 12):
        return f"{y1:04}/{y2:04}"
    return f"{y1:04}-{m1:02}/{y2:04}-{m2:02}"


def within(inner: Days, outer: Days | None) -> bool:
    """Whether one stretch of days is said more sharply than, and agrees with, another."""
    if outer is None:
        return True
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _within_year(first: int, last: int) -> str | None:
    if (first, last) == (1, 12):
        return ""
    if first == last:
        return f"-{first:02}"
    if (first, last) in ((1, 6), (7, 12)):
        return f"-H{last // 6}"
    if last - first == 2 and last % 3 == 0:
        return f"-Q{last // 3}"
    return None


def _part(text: str) -> Days | None:
    match = _PART.fullmatch(text)
    if match is None or match[1] == "0000":
        return None
    year, month, day, half, quarter = (int(part) if part else 0 for part in match.groups())
    if half:
        return _days(year, half * 6 - 5, half * 6)
    if quarter:
        return _days(year, quarter * 3 - 2, quarter * 3)
    if match[2] is None:
        return _days(year, 1, 12)
    if not 1 <= month <= 12:
        return None
    if match[3] is None:
        return _days(year, month, month)
    return (text, text) if 1 <= day <= monthrange(year, month)[1] else None


def _days(year: int, first: int, last: int) -> Days:
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]}"
