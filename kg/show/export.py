"""`kg export`: the graph as a file that other programs open; the suffix decides which."""

from collections.abc import Callable
from pathlib import Path

import networkx as nx

from kg.errors import InputError
from kg.graph.form import Graph
from kg.show import cypher_script

RDF = (".ttl", ".nt", ".jsonld", ".trig")
LIST_MARK = " | "  # joins lists where a format has none; no name may hold it


def export(graph: Graph, path: Path) -> None:
    """Write the graph; `InputError` for a suffix that is none of ours."""
    writers: dict[str, Callable[[Graph, Path], None]] = {
        ".html": _html,
        ".graphml": _graphml,
        ".cypher": cypher_script.write,
        **dict.fromkeys(RDF, _rdf),
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        known = " ".join(sorted(writers))
        raise InputError(f"{path}: 不认识的后缀，可用 / unknown suffix, known are: {known}")
    path.parent.mkdir(parents=True, exist_ok=True)
    writer(graph, path)


def _html(graph: Graph, path: Path) -> None:
    from kg.show import page

    page.write(graph, path)


def _rdf(graph: Graph, path: Path) -> None:
    from kg.store import rdf

    rdf.write(graph, path)


def _graphml(graph: Graph, path: Path) -> None:
    """GraphML has no lists: they become text joined by ` | `."""
    flat: Graph = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        flat.add_node(node, **_flat(data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        flat.add_edge(source, target, key, **_flat(data))
    nx.write_graphml(flat, path, encoding="utf-8", prettyprint=True)


def _flat(data: dict[str, object]) -> dict[str, object]:
    return {
        key: LIST_MARK.join(map(str, value)) if isinstance(value, list) else value
        for key, value in data.items()
    }
