"""Properties as text, for formats that know no lists or no types."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.graph.form import Graph
from kg.vocabulary import edge_forms, load, node_forms

LIST_MARK = " | "  # joins lists where a format has none; no name may hold it


def flat(properties: Mapping[str, object]) -> dict[str, Any]:
    """The properties with lists joined by ` | `."""
    return {
        key: LIST_MARK.join(map(str, value)) if isinstance(value, list) else value
        for key, value in properties.items()
    }


def kind(name: str) -> str:
    """The declared type of a property: string, text, integer, number, boolean, date, strings."""
    return str(load("graph.yaml")["properties"][name]["type"])


def node_rows(graph: Graph) -> dict[str, list[dict[str, Any]]]:
    """The nodes of every label that the graph has, each as its properties, sorted by id."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for node in sorted(graph):
        data = dict(graph.nodes[node])
        rows.setdefault(data.pop("label"), []).append(data)
    return {label: rows[label] for label in node_forms() if label in rows}


Ends = tuple[str, str, str]  # type, label of the source, label of the target


def edge_rows(graph: Graph) -> dict[Ends, list[dict[str, Any]]]:
    """The edges by type and ends, each as its properties with `START` and `END`, the ends' ids."""
    rows: dict[Ends, list[dict[str, Any]]] = {}
    for source, target, data in sorted(graph.edges(data=True), key=lambda edge: edge[2]["id"]):
        row = dict(data)
        ends = (row.pop("type"), graph.nodes[source]["label"], graph.nodes[target]["label"])
        rows.setdefault(ends, []).append({"START": source, "END": target, **row})
    return {ends: rows[ends] for ends in sorted(rows)}


def columns(holder: str, rows: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """The declared properties of a label or edge type that any of these rows has, in order."""
    form = node_forms().get(holder) or edge_forms()[holder]
    used = {key for row in rows for key in row}
    names = tuple(dict.fromkeys(("id", "name", "kg_hash", *form.properties)))
    return tuple(name for name in names if name in used)
