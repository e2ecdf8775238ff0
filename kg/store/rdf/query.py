"""Reading a graph by SPARQL 1.1: the same question, the same rows, on pyoxigraph and on rdflib."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from itertools import islice
from typing import Any

import pyoxigraph as ox
import rdflib
from pyparsing import ParseException
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query, SPARQLError

from kg.errors import QueryError
from kg.model import Scalar
from kg.store.rdf import sparql_text
from kg.store.rdf.names import PREFIXES, XSD
from kg.store.rdf.patience import within

Rows = list[tuple[Any, ...]]

_NUMBERS: dict[str, Callable[[str], Scalar]] = {
    **dict.fromkeys((f"{XSD}integer", f"{XSD}int", f"{XSD}long"), int),
    **dict.fromkeys((f"{XSD}decimal", f"{XSD}double", f"{XSD}float"), float),
    f"{XSD}boolean": lambda text: text in ("true", "1"),
}
_TRIPLE = ("subject", "predicate", "object")


def select(
    store: ox.Store | rdflib.Graph,
    query: str,
    bindings: Mapping[str, Scalar | None] | None = None,
    *,
    limit: int | None = None,
    timeout: float | None = None,
) -> tuple[tuple[str, ...], Rows]:
    """Ask a SELECT, ASK or CONSTRUCT; the columns and the rows, as plain Python values.

    IRIs and dates come as text, decimals as float, the unbound as None. An ASK has the one column
    `answer`, a CONSTRUCT `subject`, `predicate`, `object`. `bindings` gives variables a value (see
    `sparql_text.bound`); None leaves a variable unbound. The prefixes of `PREFIXES` are known.
    At most `limit` rows are read, within `timeout` seconds. Raises `QueryError` for a query that is
    malformed, writes, calls out, or takes too long.
    """
    asked = sparql_text.form(query)
    given = {name.lstrip("?$"): _written(name, value) for name, value in (bindings or {}).items()}
    text = sparql_text.bound(query, given) if given else query
    _parse(text)
    columns, rows = within(timeout, partial(_answer, store, text, limit))
    return {"ASK": ("answer",), "CONSTRUCT": _TRIPLE}.get(asked, columns), rows


def _written(name: str, value: Scalar | None) -> str:
    if not name.lstrip("?$").isidentifier():
        raise QueryError(f"{name!r}: 不是变量名 / is no variable name")
    try:
        return term(value)
    except ValueError as error:
        raise QueryError(f"{name}: {value!r} 无法写入查询 / cannot stand in a query") from error


def term(value: Scalar | None) -> str:
    """A value as it stands in a query, read alike by every reader; None is `UNDEF`.

    Raises `ValueError` for what no literal can hold (a lone surrogate).
    """
    return "UNDEF" if value is None else sparql_text.portable(str(ox.Literal(value)))


@lru_cache(maxsize=256)
def _parse(query: str) -> None:
    """Refuse what is no SPARQL, with the same words whatever store answers; once for each text."""
    try:
        ox.Store().query(query, prefixes=PREFIXES)
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"SPARQL 语法错误 / SPARQL syntax error: {_first(error)}") from error


def _answer(
    store: ox.Store | rdflib.Graph, query: str, limit: int | None
) -> tuple[tuple[str, ...], Rows]:
    if isinstance(store, ox.Store):
        return _on_oxigraph(store, query, limit)
    return _on_rdflib(store, query, limit)


def _on_oxigraph(store: ox.Store, query: str, limit: int | None) -> tuple[tuple[str, ...], Rows]:
    try:
        result = store.query(query, prefixes=PREFIXES)
        if isinstance(result, ox.QueryBoolean):
            return (), [(bool(result),)]
        if isinstance(result, ox.QueryTriples):
            triples = islice(result, limit)
            return (), [tuple(_plain_oxigraph(term) for term in triple) for triple in triples]
        columns = tuple(variable.value for variable in result.variables)
        found = islice(result, limit)
        return columns, [tuple(_plain_oxigraph(term) for term in row) for row in found]
    except (RuntimeError, OSError, ValueError) as error:
        raise QueryError(f"查询失败 / the query failed: {_first(error)}") from error


def _on_rdflib(store: rdflib.Graph, query: str, limit: int | None) -> tuple[tuple[str, ...], Rows]:
    try:
        result = store.query(_prepared(query))
        if result.type == "ASK":
            return (), [(bool(result.askAnswer),)]
        rows = [
            tuple(_plain_rdflib(term) for term in row)
            for row in islice(result, limit)
            if not isinstance(row, bool)  # as the type of a result's rows has it
        ]
    except (ParseException, SPARQLError, NotImplementedError, ValueError, TypeError) as error:
        raise QueryError(f"rdflib: 查询失败 / the query failed: {_first(error)}") from error
    return tuple(str(variable) for variable in result.vars or ()), rows


@lru_cache(maxsize=64)
def _prepared(query: str) -> Query:
    """A query as rdflib has parsed it: parsing takes longer than answering."""
    return prepareQuery(query, initNs=PREFIXES)


def _plain_oxigraph(term: object) -> Scalar | None:
    if isinstance(term, ox.Literal):
        return _plain(term.value, term.datatype.value)
    return None if term is None else str(getattr(term, "value", term))


def _plain_rdflib(term: object) -> Scalar | None:
    if isinstance(term, rdflib.Literal):
        return _plain(str(term), str(term.datatype or ""))
    return None if term is None else str(term)


def _plain(text: str, datatype: str) -> Scalar:
    return _NUMBERS[datatype](text) if datatype in _NUMBERS else text


def _first(error: Exception) -> str:
    """The first line of what a parser says, without the list of all it would have taken."""
    line = next(iter(str(error).splitlines()), type(error).__name__)
    return line if len(line) <= 160 else line[:160] + "…"
