"""GEXF 1.3, for Gephi: labels, our colours and the places of the page; lists become text."""

from pathlib import Path
from typing import Any

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter

from kg.graph.form import Graph
from kg.model import ENTITY_TYPES
from kg.show.exchange.values import flat
from kg.show.layout import layout
from kg.vocabulary import edge_forms, load

_NAMESPACE = "http://gexf.net/1.3"
_SIZES = {"Region": 18.0, "Project": 14.0}  # the others 10; what is no entity 5


_VERSION = {
    "NS_GEXF": _NAMESPACE,
    "NS_VIZ": f"{_NAMESPACE}/viz",
    "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance",
    "SCHEMALOCATION": f"{_NAMESPACE} {_NAMESPACE}/gexf.xsd",
    "VERSION": "1.3",
}


class _Gexf13(GEXFWriter):
    """The library's writer with the current version of the format beside its drafts."""

    def __init__(self) -> None:
        self.versions = {**GEXFWriter.versions, "1.3": _VERSION}
        super().__init__(encoding="utf-8", prettyprint=True, version="1.3")


def write(graph: Graph, path: Path) -> None:
    """Write the whole graph; an edge's label is its type in Chinese."""
    drawn: Graph = nx.MultiDiGraph()
    entities = [n for n, data in graph.nodes(data=True) if data["label"] in ENTITY_TYPES]
    places, _ = layout(graph, entities)
    for node, data in graph.nodes(data=True):
        properties = flat(data)
        kind = properties.pop("label")
        viz = _viz(kind, places.get(node))
        drawn.add_node(node, label=data["name"], kind=kind, **_safe(properties), viz=viz)
    for source, target, key, data in graph.edges(keys=True, data=True):
        label = edge_forms()[data["type"]].zh
        drawn.add_edge(source, target, key, label=label, **_safe(flat(data)))
    writer = _Gexf13()
    writer.add_graph(drawn)
    with path.open("wb") as file:
        writer.write(file)


def _safe(properties: dict[str, Any]) -> dict[str, Any]:
    """`start` and `end` mean a span of time in GEXF: here they are offsets of a passage."""
    return {{"start": "from_char", "end": "to_char"}.get(k, k): v for k, v in properties.items()}


def _viz(kind: str, place: tuple[int, int] | None) -> dict[str, Any]:
    colour = str(load("style.yaml")["labels"][kind]["colour"])
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    size = _SIZES.get(kind, 10.0 if kind in ENTITY_TYPES else 5.0)
    viz: dict[str, Any] = {"color": {"r": red, "g": green, "b": blue, "a": 1.0}, "size": size}
    if place is not None:
        viz["position"] = {"x": float(place[0]), "y": float(-place[1]), "z": 0.0}
    return viz
