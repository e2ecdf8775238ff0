"""Normal forms of time: 2023, 2023-H1, 2023-Q3, 2023-05, 2023-05-31, and a/b for other spans."""

import re
from typing import NamedTuple

_HALF = re.compile(r"(\d{4})-([HQ])(\d)")


class Months(NamedTuple):
    """A span of whole months, both ends in it: (year, month) to (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]


def months_of(period: str) -> Months:
    """The months that a normal form covers; a day counts as its month."""
    head, _, tail = period.partition("/")
    first = _span(head)
    return Months(first.first, _span(tail).last if tail else first.last)


def _span(form: str) -> Months:
    half = _HALF.fullmatch(form)
    if half:
        size = 6 if half[2] == "H" else 3
        year, number = int(half[1]), int(half[3])
        return Months((year, (number - 1) * size + 1), (year, number * size))
    year, *rest = (int(part) for part in form.split("-"))
    return Months((year, rest[0]), (year, rest[0])) if rest else Months((year, 1), (year, 12))


def form(span: Months) -> str:
    """The shortest normal form of a span: a year, half, quarter or month where it is just that."""
    (year, month), (until, last) = span
    if year == until:
        if (month, last) == (1, 12):
            return f"{year}"
        if (month, last) in ((1, 6), (7, 12)):
            return f"{year}-H{last // 6}"
        if last - month == 2 and last % 3 == 0:
            return f"{year}-Q{last // 3}"
        if month == last:
            return f"{year}-{month:02}"
    elif (month, last) == (1, 12):
        return f"{year}/{until}"
    return f"{year}-{month:02}/{until}-{last:02}"
