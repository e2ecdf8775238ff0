"""The graph in an RDF file, and back: Turtle, N-Triples, TriG, JSON-LD."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError
from kg.graph.form import Graph
from kg.rooms import room
from kg.store.rdf.json_ld import json_ld
from kg.store.rdf.names import BASE, PREFIXES, RDF
from kg.store.rdf.printing import quads

FORMATS = {
    ".ttl": ox.RdfFormat.TURTLE,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".jsonld": ox.RdfFormat.JSON_LD,
}


def write(graph: Graph, path: str | Path, base: str = BASE) -> None:
    """Write the graph in the format that the suffix names; the same graph gives the same bytes."""
    path = Path(path)
    form = _format(path)
    triples = sorted({quad.triple for quad in quads(graph, base)}, key=_order)
    try:
        path.write_bytes(_json_ld(triples) if path.suffix == ".jsonld" else _lines(triples, form))
    except OSError as error:
        raise InputError(f"{path}: 无法写入 / cannot be written: {error.strerror}") from error


def read(path: str | Path) -> Iterator[ox.Triple]:
    """The triples of an RDF file; `InputError` where it is missing or malformed."""
    path = Path(path)
    try:
        for quad in ox.parse(path.read_bytes(), format=_format(path)):
            yield quad.triple
    except OSError as error:
        raise InputError(f"{path}: 无法读取 / cannot be read: {error.strerror}") from error
    except SyntaxError as error:
        raise InputError(f"{path}: 不是合格的 RDF / is malformed: {error}") from error


def _format(path: Path) -> ox.RdfFormat:
    if path.suffix not in FORMATS:
        raise InputError(
            f"{path}: 未知的 RDF 格式 / no known RDF format; use one of {' '.join(FORMATS)}"
        )
    return FORMATS[path.suffix]


def _order(triple: ox.Triple) -> tuple[str, bool, str, str]:
    predicate = triple.predicate.value
    return str(triple.subject), predicate != f"{RDF}type", predicate, str(triple.object)


def _lines(triples: list[ox.Triple], form: ox.RdfFormat) -> bytes:
    written = ox.serialize(triples, format=form, prefixes=PREFIXES) or b""
    lines = written.splitlines(keepends=True)
    prefixes = [line for line in lines if line.startswith(b"@prefix")]
    return b"".join(sorted(prefixes)) + b"".join(lines[len(prefixes) :])


def _json_ld(triples: list[ox.Triple]) -> bytes:
    context = (room("ontology") / "context.jsonld").read_text("utf-8")
    return json_ld(triples, json.loads(context))
