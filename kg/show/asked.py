"""What a picture of answers is drawn from: a graph, and the rows that questions give on it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.ask.basis import Quote
from kg.ask.rows import UNKNOWNS, members
from kg.ask.run import ask
from kg.ask.wording import WORDS
from kg.graph.form import Graph
from kg.model import Scalar
from kg.show import look
from kg.store import rdf

if TYPE_CHECKING:
    import pyoxigraph

_MOST = 100_000  # rows: a picture itself says what it leaves out


@dataclass(frozen=True, slots=True)
class Asked:
    """A graph and its embedded store: pictures show the rows of the canned questions."""

    graph: Graph
    store: "pyoxigraph.Store"

    @classmethod
    def of(cls, graph: Graph) -> "Asked":
        """A graph that has no store yet."""
        return cls(graph, rdf.oxigraph(graph))

    def rows(self, question: str, **parameters: Scalar | None) -> list[dict[str, Any]]:
        """The rows by column; a list as a tuple."""
        return [row for row, _ in self.quoted(question, **parameters)]

    def quoted(
        self, question: str, **parameters: Scalar | None
    ) -> list[tuple[dict[str, Any], tuple[Quote, ...]]]:
        """The rows, each with the sentences it rests on."""
        answer = ask(self.store, question, limit=_MOST, **parameters)
        lists = {column.name for column in answer.question.columns if column.is_list}
        return [
            (
                {
                    name: members(cell) if name in lists else cell
                    for name, cell in zip(answer.columns, row, strict=True)
                },
                answer.evidence(row),
            )
            for row in answer.rows
        ]


def amount(value: Scalar) -> str:
    """An investment as a picture prints it; an unknown by its word."""
    return look.money(float(value)) if isinstance(value, int | float) else WORDS[str(value)]["zh"]


def count(value: Scalar) -> str:
    """A number, or the word of an unknown."""
    return WORDS[str(value)]["zh"] if value in UNKNOWNS else str(value)
