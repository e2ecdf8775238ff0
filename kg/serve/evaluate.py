"""One query on the store, answered in a media type."""

import io
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.serve import formats
from kg.store.rdf import sparql_text
from kg.store.rdf.names import PREFIXES


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back to the client: HTTP status, media type, content."""

    status: int
    kind: str
    content: bytes


def refusal(status: int, words: str) -> Reply:
    """A reply that says in words what is wrong."""
    return Reply(status, "text/plain; charset=utf-8", f"{words}\n".encode())


def evaluate(store: ox.Store, query: str, accept: str) -> Reply:
    """Answer a SELECT, ASK or CONSTRUCT in the type that the client likes best.

    400 for a query that is malformed, writes or calls out, 406 where no type suits.
    """
    try:
        form = sparql_text.form(query)
    except QueryError as error:
        return refusal(400, str(error))
    offered = formats.TRIPLES if form == "CONSTRUCT" else formats.ROWS
    kind = formats.best(accept, tuple(offered))
    if kind is None:
        known = ", ".join(offered)
        return refusal(
            406, f"Accept: {accept}: 没有可用的格式，可用 / not to be had, known: {known}"
        )
    try:
        return Reply(200, kind, _serialized(store.query(query, prefixes=PREFIXES), kind))
    except (SyntaxError, ValueError, RuntimeError) as error:
        return refusal(400, f"SPARQL 查询有误 / the SPARQL query is wrong: {error}")


def _serialized(result: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, kind: str) -> bytes:
    out = io.BytesIO()
    if isinstance(result, ox.QueryTriples):
        ox.serialize(result, out, format=formats.TRIPLES[kind], prefixes=PREFIXES)
    else:
        result.serialize(out, format=formats.ROWS[kind])
    return out.getvalue()
