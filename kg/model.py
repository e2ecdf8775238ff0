"""The values that flow through the rooms: a document, what it says, and where it says so.

Offsets are Unicode code points, half open. `Span`s always count in `Document.text`, the text as the
reader gives it, before any repair, so that `text[span.start:span.end] == span.quote`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Scalar = str | int | float | bool

HOME = "home"  # the alias that marks the entity of a report's own region

ENTITY_TYPES = (
    "Region", "Park", "Company", "Organization", "Chain", "Project", "Event", "Policy",
)  # fmt: skip
# What no entity line names: members of the vocabularies by code, indicators by their words.
CLOSED_TYPES = ("Stage", "Designation", "BlockerCategory", "Indicator")
PREDICATES = (
    "located_in", "part_of", "in_chain", "focuses_on", "invested_by", "has_investment",
    "signed_at", "at_stage", "has_designation", "blocked_by", "measured", "participated_in",
    "cooperates_with", "shareholder_of", "formerly_named", "issued",
    "not_counted_in",
)  # fmt: skip

Status = Literal["reached", "planned", "failed"]


@dataclass(frozen=True, slots=True)
class Span:
    """A quoted piece of a document: `quote` is exactly `text[start:end]`; `place` names it."""

    start: int
    end: int
    quote: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """How a statement names an entity, or a member of a closed vocabulary (type `Stage` …)."""

    type: str
    name: str


@dataclass(frozen=True, slots=True)
class Entity:
    """What one document names: its longest complete name there, and the other ways it says it.

    `mentions` are half-open offsets into the document's text; empty where the source gives none.
    """

    type: str
    name: str
    aliases: tuple[str, ...] = ()
    masked: bool = False
    mentions: tuple[tuple[int, int], ...] = ()
    optional: bool = False  # only in labelled files: defensible either way

    @property
    def home(self) -> bool:
        """Whether this is the report's own region."""
        return HOME in self.aliases

    @property
    def ref(self) -> Ref:
        """The entity as statements name it."""
        return Ref(self.type, self.name)


@dataclass(frozen=True, slots=True)
class Statement:
    """One document's saying of one fact: subject – predicate – object or value, with its quotes.

    `value` is a number in whole units of `qualifiers["unit"]`, a former name, or None (an object
    stands instead, or the number is masked). `confidence` is the probability that the text says so.
    """

    subject: Ref
    predicate: str
    object: Ref | None = None
    value: Scalar | None = None
    qualifiers: Mapping[str, Scalar] = field(default_factory=dict)
    evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
    rule: str | None = None
    optional: bool = False  # only in labelled files: defensible either way


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a document besides its words (the interchange's `document` line)."""

    id: str
    title: str | None = None
    region: Ref | None = None
    period: str | None = None  # normal form: 2023, 2023-H1, 2023-Q3, 2022-01/2022-08
    date: str | None = None
    issuer: str | None = None
    path: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as read: its text, the repaired text, and the way back to page or cell.

    `text` is what offsets count in. `clean` is the text after repair (page marks taken out of the
    middle of sentences, OCR slips mended), which extraction reads; `origin[i]` is the offset in
    `text` of the character `clean[i]`; it never falls, and a line break that the repair put in has
    the offset of the character it stands before. `places` are (start, end, label) over `text`: the
    page, table cell or text box; may be empty.
    """

    source: Source
    text: str
    clean: str
    origin: Sequence[int]
    places: tuple[tuple[int, int, str], ...] = ()

    @property
    def id(self) -> str:
        """The document's name in every fact: its file's stem."""
        return self.source.id

    def spans(self, start: int, end: int, place: str | None = None) -> tuple[Span, ...]:
        """The pieces of the original text behind `clean[start:end]`, outer white space left off.

        A page mark in the middle of a sentence was taken out of `clean`, so there the piece is cut
        in two and each has its own span; blanks and line ends that were taken out stay inside.
        """
        while start < end and self.clean[start].isspace():
            start += 1
        while end > start and self.clean[end - 1].isspace():
            end -= 1
        return tuple(
            Span(a, b, self.text[a:b], place or self.place(a))
            for a, b in self._pieces(start, end)
            if self.text[a:b].strip()
        )

    def _pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of `text` behind `clean[start:end]`."""
        if start >= end:
            return []
        first, last = self.origin[start], self.origin[end - 1]
        if last - first == end - 1 - start:  # nothing was taken out in between
            return [(first, last + 1)]
        pieces: list[tuple[int, int]] = []
        for index in range(start, end):
            at = self.origin[index]
            if pieces and not self.text[pieces[-1][1] : at].strip():
                pieces[-1] = (pieces[-1][0], at + 1)
            else:
                pieces.append((at, at + 1))
        return pieces

    def place(self, offset: int) -> str | None:
        """The page, cell or box that holds this character of `text`, where the reader knows."""
        return next((label for a, b, label in self.places if a <= offset < b), None)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says: the unit that is printed as JSON Lines, stored and built from.

    `text` is the document's text where it is at hand (None for another's JSON Lines).
    """

    source: Source
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's decision, kept for ever: two entities are one thing, or are not.

    Of a fact, `left` is its id and `right` is empty: the text says it, or does not.
    """

    left: str
    right: str
    verdict: Literal["accepted", "rejected"]
    reason: str = ""

    @property
    def of_fact(self) -> bool:
        """Whether it is a fact that was judged, not a pair of entities."""
        return not self.right
