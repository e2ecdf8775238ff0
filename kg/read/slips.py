"""Slips of character recognition: a mark read as a letter, a numeral read as a dash."""

import re
from collections.abc import Iterator

from kg.read.edit import HAN, NUMERALS, Edit, numeral

_STOP_READ_AS_O = re.compile(rf"(?<=[%％])[OoＯ〇](?=[{HAN}“（(《]|\s*$)", re.MULTILINE)
_BRACKETED = re.compile(rf"[（(]\s?([-—－–―ー]|[{NUMERALS}]{{1,3}})\s?[)）](?=[{HAN}“《])")


def full_stops(text: str) -> Iterator[Edit]:
    """`同比增长8%O其中` → `%。其中`: a full stop after a percent sign, read as the letter O."""
    for slip in _STOP_READ_AS_O.finditer(text):
        yield Edit(slip.start(), slip.end(), "。")


def dashes_for_numerals(text: str) -> Iterator[Edit]:
    """`(-)` → `(一)`: the neighbours in the running order say which numeral lost its strokes.

    Between （一） and （三） it is （二）; where they do not say, it stays.
    """
    found = list(_BRACKETED.finditer(text))
    values = [numeral(mark[1]) for mark in found]
    for index in reversed(range(len(found))):
        if values[index]:
            continue
        values[index] = _missing(values, index)
        if values[index]:
            start, end = found[index].span(1)
            yield Edit(start, end, NUMERALS[values[index] - 1])


def _missing(values: list[int], index: int) -> int:
    """The number that stands between its neighbours; 0 where that is not certain."""
    before = values[index - 1] if index else 0
    after = values[index + 1] if index + 1 < len(values) else 0
    due = after - 1 if after > 1 else before + 1
    fits = due == before + 1 or due == 1 or not before
    sure = after > 1 or before
    return due if fits and sure and due <= 3 else 0
