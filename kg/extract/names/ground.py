"""The text prepared for finding names: its twin in simplified script, and where names can begin.

A name ends with a word that types it (…有限公司, …产业园, …项目); where it begins is the harder
question. A *stop* is a mark that no name crosses; a *cut* is a word that ends what stands before.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from kg.extract.frame import Frame, Mention
from kg.extract.names.plain import simplify
from kg.extract.names.words import any_of, words

REACH = 45  # the longest name looked for, in characters
STOPS = "。！？；：，、,;:!?\n\t\r \u3000…—"
_PAIRS = re.compile(
    r"“[^“”\n]{1,24}”|\"[^\"\n]{1,24}\"|‘[^‘’\n]{1,20}’|《[^《》\n]{1,60}》|（[^（）\n]{1,16}）|\([^()\n]{1,16}\)"
)
_STOP = re.compile(
    rf"[{re.escape(STOPS)}]|(?<![A-Za-z0-9])\.(?![A-Za-z0-9])|[“”\"‘’《》（）()【】]"
)
_JOIN = re.compile(r"(?<=[A-Za-z0-9]) (?=[A-Za-z0-9])")
_LINK = re.compile(r"(?<=[A-Za-z\d*])[—](?=[A-Za-z\d*])")


@dataclass(slots=True)
class Ground:
    """One document's text with its stops, cuts and regions, all offsets in the repaired text."""

    frame: Frame
    text: str
    plain: str
    inside: bytearray  # 1 where a character stands in a short quotation or bracket
    stops: list[int] = field(default_factory=list)  # where a stop ends, sorted
    cuts: list[tuple[int, int]] = field(default_factory=list)  # sorted by end
    dates: list[tuple[int, int]] = field(default_factory=list)
    regions: list[Mention] = field(default_factory=list)

    def stop_before(self, offset: int) -> int:
        """Where the stretch without a stop begins that holds `offset`."""
        index = bisect_right(self.stops, offset)
        start = self.stops[index - 1] if index else 0
        return max(start, offset - REACH)

    def cut_before(self, offset: int, *, dates: bool = True) -> int:
        """Where a name that reaches up to `offset` can begin: after the last stop and cut."""
        start = self.stop_before(offset)
        for table in (self.cuts, self.dates) if dates else (self.cuts,):
            index = bisect_right(table, offset, key=lambda cut: cut[1])
            if index and table[index - 1][1] > start:
                start = table[index - 1][1]
        return start

    def begin(self, head: int, *, dates: bool = True) -> int:
        """Where the name begins whose typing word starts at `head`: leading words left off."""
        start = self.cut_before(head, dates=dates)
        return self.skip_leads(start, head)

    def skip_leads(self, start: int, head: int) -> int:
        """`start` moved past words that stand before names and belong to none."""
        match = leads().match(self.plain, start, head)
        while match and match.end() < head:
            start = match.end()
            match = leads().match(self.plain, start, head)
        return start

    def mention(self, span: tuple[int, int], kind: str, rule: str, score: float) -> Mention:
        """A mention at these offsets with the name as it is cleaned there."""
        start, end = span
        return Mention(start, end, kind, clean(self.text[start:end]), rule, score)


_DROPPED = str.maketrans("", "", "“”\"‘’'「」『』《》〈〉 \n\t\u3000")


def clean(name: str) -> str:
    """A name without quotation marks and white space."""
    return name.translate(_DROPPED)


def prepare(frame: Frame) -> Ground:
    """The ground of a document, before any name is found in it."""
    plain = simplify(frame.text)
    inside = bytearray(len(plain))
    for pair in _PAIRS.finditer(plain):
        inside[pair.start() : pair.end()] = b"\x01" * (pair.end() - pair.start())
    free = bytearray(inside)
    for link in (*_JOIN.finditer(plain), *_LINK.finditer(plain)):
        free[link.start()] = 1
        if link.end() > link.start():
            free[link.end() - 1] = 1
    stops = [m.end() for m in _STOP.finditer(plain) if not free[m.start()]]
    return Ground(frame, frame.text, plain, inside, stops)


def place_cuts(ground: Ground, shielded: Iterable[Mention]) -> None:
    """Fill the cuts: words that end what stands before, but for those inside regions and quotes."""
    covered = bytearray(ground.inside)
    for mention in shielded:
        covered[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
    ground.cuts = [
        m.span()
        for m in cutter().finditer(ground.plain)
        if m.lastgroup == "cut" and not covered[m.start()]
    ]
    ground.dates = [m.span() for m in dater().finditer(ground.plain) if not covered[m.start()]]


@cache
def cutter() -> re.Pattern[str]:
    """Shields (read over) and cuts, in one pattern."""
    lists = words("boundaries")
    return re.compile(f"(?P<shield>{any_of(lists['shields'])})|(?P<cut>{'|'.join(lists['cuts'])})")


@cache
def dater() -> re.Pattern[str]:
    """Dates and parts of the year."""
    return re.compile("|".join(words("boundaries")["dates"]))


@cache
def leads() -> re.Pattern[str]:
    """A word that may stand first in a stretch without being part of a name."""
    return re.compile(any_of(words("boundaries")["leads"]))
