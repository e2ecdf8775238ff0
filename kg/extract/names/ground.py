"""The text prepared for finding names: its twin in simplified script, and where names can begin.

A name ends with a word that types it (…有限公司, …产业园, …项目); where it begins is the harder
question. A *stop* is a mark that no name crosses; a *cut* is a word that ends what stands before.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter, itemgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.frame import Frame, Mention
from kg.extract.names.words import MASK, any_of, common_words, words
from kg.extract.patterns import fast

_END = itemgetter(1)
JOINERS = ("和", "与", "及", "以及", "暨")
REACH = 45  # the longest name looked for, in characters
STOPS = "。！？；：，、,;:!?\n\t\r \u3000…—|｜"
_PAIRS = re.compile(
    r"“[^“”\n]{1,24}”|\"[^\"\n]{1,24}\"|‘[^‘’\n]{1,20}’|《[^《》\n]{1,60}》|（[^（）\n]{1,16}）|\([^()\n]{1,16}\)"
)
_STOP = re.compile(
    rf"[{re.escape(STOPS)}]|\.(?![A-Za-z0-9])|(?<=\n\d)[.．]|(?<=\n\d\d)[.．]|[“”\"‘’《》（）()【】]"
)
_NUMBERED = re.compile(r"[（(](?:[一二三四五六七八九十\d\-]+|含.*)[)）]")
_RUNS_ON = re.compile(r"[\u4e00-\u9fff、“A-Za-z0-9]")  # after a quotation that is part of a name
_JOIN = re.compile(r"(?<=[A-Za-z0-9]) (?=[A-Za-z0-9])")
_LINK = re.compile(r"(?<=[A-Za-z\d*\u4e00-\u9fff])(?<!—)—(?=[A-Za-z\d*\u4e00-\u9fff])")


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
    pairs: list[tuple[int, int]] = field(default_factory=list)  # quotations and brackets, sorted
    soft: set[tuple[int, int]] = field(default_factory=set)  # cuts that a list runs over

    def stop_before(self, offset: int) -> int:
        """Where the stretch without a stop begins that holds `offset`."""
        index = bisect_right(self.stops, offset)
        start = self.stops[index - 1] if index else 0
        pair = bisect_right(self.pairs, offset, key=itemgetter(0))
        if pair and self.pairs[pair - 1][1] > offset > self.pairs[pair - 1][0]:
            start = max(start, self.pairs[pair - 1][0] + 1)
        return max(start, offset - REACH)

    def cut_before(self, offset: int, *, dates: bool = True) -> int:
        """Where a name that reaches up to `offset` can begin: after the last stop and cut."""
        start = self.stop_before(offset)
        for table in (self.cuts, self.dates) if dates else (self.cuts,):
            index = bisect_right(table, offset, key=_END)
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
        while match and match.end() < head and not self.region_at(start):
            if match[0] in _ABOUT and self.plain[start - 1 : start] in STOPS:
                break  # 达|五十 says about how much, but opens many a brand
            start = match.end()
            match = leads().match(self.plain, start, head)
        return start

    def region_at(self, start: int) -> Mention | None:
        """The region whose mention begins here."""
        index = bisect_left(self.regions, start, key=attrgetter("start"))
        found = self.regions[index] if index < len(self.regions) else None
        return found if found and found.start == start else None

    def after_regions(self, start: int, end: int) -> int:
        """`start` moved past the places that stand there: what the name says besides them."""
        region = self.region_at(start)
        while region and region.end <= end:
            start = region.end
            region = self.region_at(start)
        return start

    def cuts_between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The cuts that begin and end in this stretch."""
        low = bisect_right(self.cuts, start, key=_END)
        high = bisect_right(self.cuts, end, key=_END)
        return [cut for cut in self.cuts[low:high] if cut[0] >= start]

    def joins(self, cut: tuple[int, int]) -> bool:
        """Whether this cut is 和 or the like, which may stand inside a name."""
        return self.plain[slice(*cut)] in JOINERS

    def counted(self, start: int) -> bool:
        """Whether a count stands right before: 三条|生产线 is a class, no name."""
        index = bisect_right(self.cuts, start, key=_END)
        if not index or self.cuts[index - 1][1] != start:
            return False
        return _COUNT.fullmatch(self.plain[slice(*self.cuts[index - 1])]) is not None

    def mention(self, span: tuple[int, int], kind: str, rule: str, score: float) -> Mention:
        """A mention at these offsets with the name as it is cleaned there."""
        start, end = span
        return Mention(start, end, kind, clean(self.text[start:end]), rule, score)


_ABOUT = "达约余均更最较"
_DROPPED = str.maketrans("", "", "“”\"‘’'「」『』《》〈〉 \n\t\u3000")


def clean(name: str) -> str:
    """A name without quotation marks and white space."""
    return name.translate(_DROPPED)


_COUNT = re.compile(
    r"第?[\d一二三四五六七八九十百几数两多*×X]+余?多?[个家项批场次条户座栋名位支件宗笔]"
)


def prepare(frame: Frame) -> Ground:
    """The ground of a document, before any name is found in it."""
    plain = frame.plain
    pairs = [m.span() for m in _PAIRS.finditer(plain) if not _NUMBERED.fullmatch(m[0])]
    inside = bytearray(len(plain))
    free = bytearray(len(plain))
    for start, end in pairs:
        _cover(inside, start, end)
        if plain[start] != "《":
            _free(free, plain, start, end)
    for link in (*_JOIN.finditer(plain), *_LINK.finditer(plain)):
        _cover(free, link.start(), link.end())
    stops = [m.end() for m in _STOP.finditer(plain) if not free[m.start()]]
    return Ground(frame, frame.text, plain, inside, stops, pairs=pairs)


def _free(free: bytearray, plain: str, start: int, end: int) -> None:
    """A quotation that a name runs on from stops nothing; of another, only its 、 stop nothing."""
    if _RUNS_ON.match(plain, end):
        _cover(free, start, end)
        return
    free[start] = free[end - 1] = 1
    for index in range(start, end):
        if plain[index] in "、 ":
            free[index] = 1


_ROUTE = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})[至到](?=[\u4e00-\u9fff]{2,6}?(?:高速|公路|铁路|大道|道路|快速|专线|干线|客专|段))"
)


def place_cuts(ground: Ground, shielded: Iterable[Mention]) -> None:
    """Fill the cuts: words that end what stands before, but for those inside regions and quotes."""
    covered = bytearray(ground.inside)
    for mention in shielded:
        _cover(covered, mention.start, mention.end)
    for route in _ROUTE.finditer(ground.plain):
        _cover(covered, route.start(), route.start() + 1)
    own = list(cutter().finditer(ground.plain))
    for match in own:
        if match.lastgroup == "shield":
            _cover(covered, match.start(), match.end())
    cuts, held = _common_words(ground.plain)
    ground.soft = set(cuts)
    cuts += [m.span() for m in own if m.lastgroup == "cut" and m.end() - m.start() > 1]
    cuts += [
        m.span() for m in own if m.lastgroup == "cut" and len(m[0]) == 1 and not held[m.start()]
    ]
    cuts = sorted((c for c in cuts if not covered[c[0]]), key=_END)
    ground.cuts = [c for c in cuts if not _in_brand(ground, c, cuts)]
    ground.dates = [m.span() for m in dater().finditer(ground.plain) if not covered[m.start()]]


def _in_brand(ground: Ground, cut: tuple[int, int], cuts: list[tuple[int, int]]) -> bool:
    """Whether a one-letter cut is a name's second letter: 有|大和…, 引进|爱至…."""
    start, end = cut
    if end - start != 1 or start < 2 or ground.plain[start] in "的了、":
        return False
    before = ground.plain[start - 1]
    counter = before == "家" and ground.plain[start - 2] in "、和与及"
    if (
        before in MASK
        or (before in _SUBJECTS and not counter)
        or not "\u4e00" <= before <= "\u9fff"
    ):
        return False
    if before in "正已拟将曾" and ground.plain[start] in "与和同由向在":
        return False  # 正与|甲公司洽谈
    opens = ground.plain[start - 2]
    if opens in "、“（" or (ground.plain[start] == "和" and opens in "，。；：\n"):
        return True
    index = bisect_right(cuts, start - 1, key=_END)
    opened = bool(index) and cuts[index - 1][1] == start - 1
    return opened or any(r.end == start - 1 for r in ground.regions)  # 泰国|春和集团


_SUBJECTS = frozenset(
    "上县市区镇乡省局我其会司方者团州企院所园地年月日均都已先后也还又则并且只才不未要可能应须须需人们它他她这那之所是有在个家项"
)


def _cover(table: bytearray, start: int, end: int) -> None:
    table[start:end] = b"\x01" * (end - start)


def _common_words(plain: str) -> tuple[list[tuple[int, int]], bytearray]:
    """The verbs and function words of the text, and where a common word holds 和 or 为."""
    automaton, classes = vocabulary()
    cuts: list[tuple[int, int]] = []
    held = bytearray(len(plain))
    for index, start, end in automaton.find_matches_as_indexes(plain):
        if classes[index] == "c":
            cuts.append((start, end))
        elif classes[index] == "s":
            _cover(held, start, end)
    return cuts, held


@cache
def vocabulary() -> tuple[AhoCorasick, list[str]]:
    """The common words of `vocabulary.tsv` and the class of each; n takes part in the reading."""
    rows = list(common_words().items())
    automaton = AhoCorasick([word for word, _ in rows], matchkind=MatchKind.LeftmostLongest)
    return automaton, [kind for _, kind in rows]


@cache
def cutter() -> re.Pattern[str]:
    """Shields (read over) and cuts, in one pattern."""
    lists = words("boundaries")
    return fast(f"(?P<shield>{any_of(lists['shields'])})|(?P<cut>{'|'.join(lists['cuts'])})")


@cache
def dater() -> re.Pattern[str]:
    """Dates and parts of the year."""
    return fast("|".join(words("boundaries")["dates"]))


@cache
def leads() -> re.Pattern[str]:
    """A word that may stand first in a stretch without being part of a name."""
    return re.compile(any_of(words("boundaries")["leads"]))
