"""Asking a question: one pair of files, the same rows whatever store answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

import networkx as nx
import pyoxigraph
import rdflib

from kg.ask import binding
from kg.ask.basis import Quote, basis
from kg.ask.catalogue import Question, find, support
from kg.ask.near import Missing, asks_for_names, missing
from kg.ask.network import COMPUTED
from kg.ask.parameters import AS_OF, LIMIT, Value, checked, limit
from kg.ask.rows import Row, members, normal
from kg.ask.table import Answer
from kg.errors import OntologyError
from kg.model import Scalar
from kg.store import rdf

_ALL = 1_000_000


class CypherStore(Protocol):
    """A store that is asked in Cypher: `kg.store.neo4j.Neo4jStore`."""

    def select(
        self, query: str, parameters: Mapping[str, Any] | None = None
    ) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
        """The columns and rows of a reading query."""


Store = pyoxigraph.Store | rdflib.Graph | CypherStore
Ask = Callable[[Question, Mapping[str, Value]], tuple[Row, ...]]


def ask(store: "Store | nx.MultiDiGraph[str]", name: str, **given: object) -> Answer:
    """Answer a canned question on a graph or a store of it.

    `given` are the question's parameters; see `kg ask` for the catalogue. A networkx graph is
    asked through the embedded RDF store. `QueryError` for an unknown question or parameter.
    """
    question = find(name)
    values = checked(question, given)
    rows_of = _asker(store)
    found = rows_of(question, values)
    quotes = _quotes(rows_of, found)
    reports = rows_of(support("reports"), {"region": None, "limit": _ALL})
    idle = (AS_OF,) if AS_OF in given and AS_OF not in question.parameters else ()
    rests_on = basis(question, found, quotes, reports, limit(question, values), idle)
    if not found:
        rests_on = replace(rests_on, missing=_missing(rows_of, values))
    return Answer(question, values, found, rests_on, quotes)


def _missing(rows_of: Ask, values: Mapping[str, Value]) -> tuple[Missing, ...]:
    """The names asked for that the graph does not have."""
    if not asks_for_names(values):
        return ()
    return missing(values, rows_of(support("names"), {"type": None, LIMIT: _ALL}))


def rows(store: "Store | nx.MultiDiGraph[str]", name: str, **given: object) -> tuple[Row, ...]:
    """The rows of a question alone, without their basis and their sentences."""
    question = find(name)
    return _asker(store)(question, checked(question, given))


def _asker(store: "Store | nx.MultiDiGraph[str]") -> Ask:
    if isinstance(store, nx.MultiDiGraph):
        store = rdf.oxigraph(store)
    said = _triples(store) if isinstance(store, pyoxigraph.Store | rdflib.Graph) else _server(store)

    def rows_of(question: Question, values: Mapping[str, Value]) -> tuple[Row, ...]:
        if not question.reads:
            return said(question, values)
        given = said(replace(question, columns=question.reads), {**values, LIMIT: _ALL})
        return COMPUTED[question.name](given)[: limit(question, values)]

    return rows_of


def _triples(store: pyoxigraph.Store | rdflib.Graph) -> Ask:
    return lambda question, values: _rows(
        question, *rdf.select(store, binding.sparql(question, values))
    )


def _server(store: CypherStore) -> Ask:
    return lambda question, values: _rows(
        question, *store.select(*binding.cypher(question, values))
    )


def _rows(
    question: Question, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> tuple[Row, ...]:
    if tuple(columns) != tuple(column.name for column in question.columns):
        raise OntologyError(
            f"{question.folder / question.name}: 列与文件头不符 / "
            f"its columns are {', '.join(columns)}, not those of its header"
        )
    return tuple(normal(question, row) for row in rows)


def _quotes(rows_of: Ask, rows: Sequence[Row]) -> dict[str, Quote]:
    ids = tuple(sorted({name for row in rows for name in members(row[-1])}))
    if not ids:
        return {}
    found = rows_of(support("passages"), {"id": ids, "limit": _ALL})
    return {str(name): _quote(rest) for name, *rest in found}


def _quote(cells: Sequence[Scalar]) -> Quote:
    document, place, start, text, unknown = cells
    return Quote(str(document), str(place), int(start), str(text), members(unknown))
