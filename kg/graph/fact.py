"""What the builder works on: a claim (one statement with its ends resolved) and a fact."""

from dataclasses import dataclass

from kg.graph.periods import Days
from kg.model import Scalar, Statement

Properties = dict[str, str | int | float | bool | list[str]]


@dataclass(frozen=True, slots=True)
class Claim:
    """One document's statement of one fact, its ends resolved to nodes of the graph.

    `type` is the edge type; `target` the object's node, the indicator of a figure, or the subject
    itself (a former name). `days` is the date or period, `date` as said. `value` is a figure's
    number (None where masked) or the former name; `measure` and `unit` are those of a figure.
    """

    type: str
    subject: str
    target: str
    document: str
    statement: Statement
    days: Days | None = None
    date: str | None = None
    value: Scalar | None = None
    measure: str | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or several statements say: those that say it as sharply as any, and vaguer ones.

    `id` is its key: `Figure/…` for figures, else `Fact/…`. `exact` are the claims that say exactly
    this, never none; `vaguer` those that folded into it: with a vaguer date, or a masked number.
    Both are in order of document and place.
    """

    id: str
    exact: tuple[Claim, ...]
    vaguer: tuple[Claim, ...] = ()

    @property
    def head(self) -> Claim:
        """The claim that stands for the fact's key: all exact ones agree in it."""
        return self.exact[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims of the fact."""
        return self.exact + self.vaguer
