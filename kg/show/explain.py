"""What extraction made of a document, in place: the paragraphs, their names, their facts.

With the labels of the document also what is wrong and what was missed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.model import Entity, Reading, Ref, Statement
from kg.show.compare import compare

_PARAGRAPH = re.compile(r"[^\n]{80,}?[。；](?=[^\n]{40})|[^\n]*\n")


@dataclass(frozen=True, slots=True)
class Named:
    """An entity, its number on the page, and the verdict on it (none without labels)."""

    number: int
    entity: Entity
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A fact, its number on the page, and the verdict on it (none without labels)."""

    number: int
    fact: Statement
    verdict: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same names and quotes; `names` go from the longest inwards."""

    text: str
    names: tuple[Named, ...]
    facts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph in pieces, and the facts whose quote begins in it."""

    pieces: tuple[Piece, ...]
    facts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A document with what was read in it; `nowhere` are missed facts that the text does not show.

    `judged` says whether there were labels to judge by.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    names: tuple[Named, ...]
    facts: tuple[Said, ...]
    nowhere: tuple[Said, ...]
    judged: bool

    def count(self, verdict: str) -> int:
        """How many names and facts have this verdict."""
        lines: list[Named | Said] = [*self.names, *self.facts]
        return sum(line.verdict == verdict for line in lines)


@dataclass(slots=True)
class _Marks:
    """Where names and quotes stand: (start, end, what)."""

    names: list[tuple[int, int, Named]] = field(default_factory=list)
    quotes: list[tuple[int, int, Said]] = field(default_factory=list)


def explain(reading: Reading, text: str, gold: Reading | None = None) -> Explanation:
    """Lay names and facts over the text; with `gold`, judge them."""
    names, facts = _lines(reading, gold)
    marks = _Marks()
    for named in names:
        marks.names += [(a, b, named) for a, b in _mentions(named.entity, text)]
    anchors = {said.number: _anchor(said, text, marks) for said in facts}
    spans = _paragraphs(text)
    return Explanation(
        title=" ".join(filter(None, (reading.source.id, reading.source.title))),
        paragraphs=tuple(
            Paragraph(
                _pieces(text, start, end, marks),
                tuple(s for s in facts if start <= anchors[s.number] < end),
            )
            for start, end in spans
        ),
        names=tuple(names),
        facts=tuple(facts),
        nowhere=tuple(
            s for s in facts if not any(a <= anchors[s.number] < b for a, b in spans)
        ),
        judged=gold is not None,
    )  # fmt: skip


def _lines(reading: Reading, gold: Reading | None) -> tuple[list[Named], list[Said]]:
    if gold is None:
        return (
            [Named(number, entity) for number, entity in enumerate(reading.entities)],
            [Said(number, fact) for number, fact in enumerate(reading.statements)],
        )
    verdicts = compare(gold, reading)
    return (
        [Named(number, *line) for number, line in enumerate(verdicts.entities)],
        [Said(number, *line) for number, line in enumerate(verdicts.facts)],
    )


def _mentions(entity: Entity, text: str) -> Iterable[tuple[int, int]]:
    """Where the text names it; labels have no mentions, so there the name is searched."""
    if entity.mentions:
        return entity.mentions
    at = text.find(entity.name)
    return [(at, at + len(entity.name))] if at >= 0 else []


def _anchor(said: Said, text: str, marks: _Marks) -> int:
    """Where a fact is shown: at its first quote; without one, where its names stand; else -1."""
    spans = [(span.start, span.end) for span in said.fact.evidence if span.end]
    marks.quotes += [(a, b, said) for a, b in spans]
    if spans:
        return min(spans)[0]
    places = (_place(ref, text, marks) for ref in (said.fact.object, said.fact.subject) if ref)
    return next((place for place in places if place >= 0), -1)


def _place(ref: Ref, text: str, marks: _Marks) -> int:
    known = [start for start, _, named in marks.names if named.entity.ref == ref]
    return min(known, default=text.find(ref.name))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """The lines that are not blank; a long one is cut after sentences, so that facts stand near."""
    cuts = [match.end() for match in _PARAGRAPH.finditer(text)]
    spans = zip([0, *cuts], [*cuts, len(text)], strict=True)
    return [(start, end) for start, end in spans if text[start:end].strip()]


def _pieces(text: str, start: int, end: int, marks: _Marks) -> tuple[Piece, ...]:
    """A paragraph cut wherever a name or a quote begins or ends."""
    names = [mark for mark in marks.names if mark[0] < end and mark[1] > start]
    quotes = [mark for mark in marks.quotes if mark[0] < end and mark[1] > start]
    cuts = {edge for a, b, _ in (*names, *quotes) for edge in (a, b) if start < edge < end}
    edges = [start, *sorted(cuts), end]
    return tuple(
        Piece(
            text[a:b],
            _over(names, a, b),
            tuple(said.number for x, y, said in quotes if x <= a < b <= y),
        )
        for a, b in pairwise(edges)
    )  # fmt: skip


def _over(names: Sequence[tuple[int, int, Named]], start: int, end: int) -> tuple[Named, ...]:
    over = sorted(
        ((x - y, named.number, named) for x, y, named in names if x <= start < end <= y),
        key=lambda mark: mark[:2],
    )
    return tuple(named for _, _, named in over)
