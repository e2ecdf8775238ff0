"""What the steps of the pipeline hand to one another: `doc._.frame`.

All offsets here are half open and count in the repaired text (`Document.clean`, which is also
`doc.text`: one token per character). `Frame.say` turns them into quotes of the original.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from kg.model import Document, Entity, Ref, Scalar, Span, Statement

if TYPE_CHECKING:
    from kg.extract.facts.scene import Scene

_START, _END = attrgetter("start"), attrgetter("end")

SectionKind = Literal["done", "problem", "plan"]
QuantityKind = Literal["money", "percent", "points", "count", "physical"]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report under one heading; `kind` is what such parts speak of, if known.

    `start`–`end` is the whole part, heading and sub-sections included; `body` is where its own
    words begin after the heading. Level 0 is the document itself, with an empty heading.
    """

    start: int
    body: int
    end: int
    level: int
    heading: str
    kind: SectionKind | None
    parent: "Section | None" = None

    def path(self) -> Iterator["Section"]:
        """Give the section itself and those around it, the innermost first."""
        here: Section | None = self
        while here is not None:
            yield here
            here = here.parent


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (up to 。！？； or a line end), with its clauses (cut at ，： too)."""

    start: int
    end: int
    section: Section
    clauses: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names something; `name` is the name as cleaned there."""

    start: int
    end: int
    type: str
    name: str
    rule: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as printed: `31.6亿元` is 3160000000 CNY; `*亿元` has value None.

    `start`–`end` covers number and unit. Only money is multiplied out; other units keep 万/亿 in
    the unit. `kind` is money, percent, points (百分点), count (个家次人…), or physical.
    """

    start: int
    end: int
    value: float | None
    unit: str
    kind: QuantityKind

    @property
    def masked(self) -> bool:
        """Whether the number is redacted."""
        return self.value is None


@dataclass(frozen=True, slots=True)
class Time:
    """A date or period as said, in MODEL's normal form; `value` None where the year is unknown."""

    start: int
    end: int
    value: str | None
    kind: Literal["period", "date"]


@dataclass(slots=True)
class Frame:
    """Everything the steps have found so far in one document."""

    document: Document
    sections: list[Section] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)  # sorted by start, not overlapping
    # names read inside a mention: the firm at the head of a project's name, or the firm that a list
    # calls a project (same stretch, other type); sorted, lying in `mentions`
    inner: list[Mention] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    # (mention's start, end, type) → the entity it names
    refs: dict[tuple[int, int, str], Ref] = field(default_factory=dict)
    home: Ref | None = None  # the report's own region
    statements: list[Statement] = field(default_factory=list)
    scenes: "list[Scene]" = field(default_factory=list)  # the sentences as fact rules read them
    # where words begin and end, sorted, by a segmenter (`kg_words`); empty where none ran
    breaks: tuple[int, ...] = ()
    _plain: str | None = field(default=None, repr=False)

    @property
    def text(self) -> str:
        """The repaired text, in which every offset of the frame counts."""
        return self.document.clean

    @property
    def plain(self) -> str:
        """The text in simplified script, character for character: what cues are looked up in."""
        if self._plain is None:
            from kg.extract.names.plain import simplify

            self._plain = simplify(self.text)
        return self._plain

    def mentions_in(self, start: int, end: int, *types: str) -> list[Mention]:
        """The mentions that lie inside `start`–`end`, of the given types (all where none)."""
        first = bisect_left(self.mentions, start, key=_START)
        last = bisect_left(self.mentions, end, first, key=_START)
        return [
            m for m in self.mentions[first:last] if m.end <= end and (not types or m.type in types)
        ]

    def times_in(self, start: int, end: int) -> list[Time]:
        """The times that lie inside `start`–`end`, in order."""
        first = bisect_left(self.times, start, key=_START)
        last = bisect_right(self.times, end, key=_END)
        return self.times[first:last]

    def ref(self, mention: Mention) -> Ref:
        """The entity that a mention names."""
        key = (mention.start, mention.end, mention.type)
        return self.refs.get(key, Ref(mention.type, mention.name))

    def say(  # noqa: PLR0913 – a fact has this many parts
        self,
        subject: Ref,
        predicate: str,
        target: Ref | Scalar | None,
        *,
        at: Iterable[tuple[int, int]],
        rule: str,
        confidence: float = 0.8,
        qualifiers: Mapping[str, Scalar] | None = None,
    ) -> None:
        """Record that the text says a fact, quoting the stretches `at` (the best one first)."""
        quotes: list[Span] = []
        for start, end in at:
            quotes += self.document.spans(start, end, self.place(start))
        self.statements.append(
            Statement(
                subject,
                predicate,
                target if isinstance(target, Ref) else None,
                None if isinstance(target, Ref) else target,
                dict(qualifiers or {}),
                tuple(dict.fromkeys(quotes)),
                confidence,
                rule,
            )
        )

    def place(self, offset: int) -> str | None:
        """The heading under which an offset stands, short; None at the document's own level."""
        inner = [s for s in self.sections if s.level and s.start <= offset < s.end]
        return max(inner, key=lambda s: s.level).heading[:20] if inner else None
