"""Nodes and edges into the networkx graph, in the form that ontology/graph.yaml declares."""

from collections.abc import Mapping
from typing import Any

from kg.graph.fact import Properties
from kg.graph.form import Graph
from kg.ids import content_hash, make_id

Value = str | int | float | bool | list[str]


def add_node(graph: Graph, node: str, label: str, properties: Properties) -> None:
    """A node with its label, id and hash; the same id again replaces its properties."""
    printed: dict[str, Any] = _printed(label, node, properties)
    graph.add_node(node, label=label, **printed)


def add_edge(
    graph: Graph, ends: tuple[str, str], edge: str, kind: str, properties: Properties
) -> None:
    """An edge of a type between two nodes; its id is its key."""
    printed: dict[str, Any] = _printed(kind, edge, properties, *ends)
    graph.add_edge(*ends, key=edge, type=kind, **printed)


def link(
    graph: Graph, ends: tuple[str, str], kind: str, properties: Properties | None = None
) -> None:
    """An edge that is no fact of its own: it belongs to the form, or was derived."""
    if properties is None:
        same = content_hash(kind, *ends)  # the bare edge's key and its hash alike
        graph.add_edge(*ends, key=f"Link/{same}", type=kind, id=f"Link/{same}", kg_hash=same)
        return
    prefix = "Derived" if properties.get("derived") else "Link"
    add_edge(graph, ends, make_id(prefix, kind, *ends), kind, properties)


def _printed(kind: str, name: str, properties: Properties, *ends: str) -> dict[str, Any]:
    printed: dict[str, Any] = {"id": name, **properties}
    printed["kg_hash"] = properties_hash(kind, printed, *ends)
    return printed


def properties_hash(kind: str, properties: Mapping[str, Value], *ends: str) -> str:
    """The hash of what is printed of a node or edge: label or type, ends, all properties."""
    if properties.keys() == {"id"}:  # a bare edge: its ends and type are all it says
        return content_hash(kind, *ends)
    return content_hash(kind, *ends, str(sorted(properties.items())))
