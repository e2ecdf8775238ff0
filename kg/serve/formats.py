"""Which media types an answer can have, and which of them a client would like best."""

from collections.abc import Sequence

import pyoxigraph as ox

ROWS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "text/csv": ox.QueryResultsFormat.CSV,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
TRIPLES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}
_OTHER_NAMES = {  # what clients ask for → what they get
    "application/json": "application/sparql-results+json",
    "application/xml": "application/sparql-results+xml",
    "text/xml": "application/sparql-results+xml",
    "application/x-turtle": "text/turtle",
    "text/ntriples": "application/n-triples",
}
Range = tuple[str, float]


def best(accept: str, offered: Sequence[str]) -> str | None:
    """The offered media type that an Accept header likes best; the first of equals; None: none."""
    wanted = _ranges(accept)
    quality, place = max((_quality(kind, wanted), -at) for at, kind in enumerate(offered))
    return offered[-place] if quality > 0 else None


def _ranges(accept: str) -> list[Range]:
    """`text/turtle;q=0.5, */*;q=0.1` → each range with its quality; no header takes anything."""
    found = []
    for part in accept.split(",") if accept.strip() else ("*/*",):
        kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
        said = next((p.removeprefix("q=") for p in parameters if p.startswith("q=")), "1")
        found.append((_OTHER_NAMES.get(kind, kind), _number(said)))
    return found


def _number(said: str) -> float:
    try:
        return float(said)
    except ValueError:
        return 0.0


def _quality(kind: str, wanted: Sequence[Range]) -> float:
    """How much a type is wanted: the most specific range that covers it decides (RFC 9110)."""
    for cover in (kind, f"{kind.partition('/')[0]}/*", "*/*"):
        said = [quality for name, quality in wanted if name == cover]
        if said:
            return max(said)
    return 0.0
