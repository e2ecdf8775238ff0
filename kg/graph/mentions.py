"""Passages: the spans of evidence, and the sentences in which an entity is named."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.graph.fact import Properties
from kg.ids import make_id
from kg.link.register import Register
from kg.model import HOME, Reading, Span

_END = re.compile(r"[。！？!?；;\n]+")
_SHORTEST = 2  # one character is no name to search for


@lru_cache(maxsize=1 << 14)
def passage_id(document: str, start: int, end: int) -> str:
    """The node id of a span of a document."""
    return make_id("Passage", document, str(start), str(end))


def passage(span: Span) -> Properties:
    """The properties of a passage's node."""
    found: Properties = {
        "name": span.quote[:20], "text": span.quote, "start": span.start, "end": span.end
    }  # fmt: skip
    if span.place:
        found["place"] = span.place
    return found


def mentions(reading: Reading, register: Register) -> Iterator[tuple[int, int, int]]:
    """Where a document names its entities: (start, end, number of the entity).

    From the lines' own mentions; entities without any by exact search of their names, the longest
    name winning where several begin at one place.
    """
    missing = set()
    for number, entity in enumerate(register.entities):
        if not entity.mentions:
            missing.add(number)
        for start, end in entity.mentions:
            yield start, end, number
    if reading.text is None or not missing:
        return
    names = _names(register)
    words = sorted(names)
    search = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    for index, start, end in search.find_matches_as_indexes(reading.text):
        for number in names[words[index]]:
            if number in missing:
                yield start, end, number


def _names(register: Register) -> dict[str, list[int]]:
    names: defaultdict[str, list[int]] = defaultdict(list)
    for number, entity in enumerate(register.entities):
        for name in {entity.name, *entity.aliases} - {HOME}:
            if len(name) >= _SHORTEST:
                names[name].append(number)
    return dict(names)


class Places:
    """Which passage a place in a document's text stands in."""

    def __init__(self, text: str | None, spans: Iterable[Span]) -> None:
        """Take the text, where it is at hand, and the spans of evidence."""
        self._text = text or ""
        self._ends = [match.end() for match in _END.finditer(self._text)]
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def around(self, start: int, end: int) -> Span | None:
        """The shortest span of evidence that holds these characters, else their sentence.

        None where no evidence holds them and the text is not at hand.
        """
        first = bisect_left(self._starts, end - self._longest)
        near = self._spans[first : bisect_right(self._starts, start)]
        covering = [span for span in near if span.end >= end]
        if covering:
            return min(covering, key=lambda span: (span.end - span.start, span.start))
        return self._sentence(start, end)

    def _sentence(self, start: int, end: int) -> Span | None:
        if end > len(self._text):
            return None
        before = bisect_right(self._ends, start)
        after = bisect_left(self._ends, end)
        first = self._ends[before - 1] if before else 0
        last = self._ends[after] if after < len(self._ends) else len(self._text)
        quote = self._text[first:last]
        first += len(quote) - len(quote.lstrip())
        return Span(first, first + len(quote.strip()), quote.strip())
