"""Whether a graph has the form that ontology/graph.yaml declares."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from kg.graph.form import Graph
from kg.graph.periods import days
from kg.graph.write import properties_hash
from kg.vocabulary import EdgeForm, edge_forms, load, node_forms

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "text": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, str) and bool(_DATE.fullmatch(value)),
    "period": lambda value: isinstance(value, str) and days(value) is not None,
    "strings": lambda value: isinstance(value, list) and all(isinstance(v, str) for v in value),
}


def problems(graph: Graph) -> list[str]:
    """Every way in which a graph departs from its declared form, one line each; empty if none."""
    found = [
        f"{node}: {problem}"
        for node, data in graph.nodes(data=True)
        for problem in _node(str(node), data)
    ]
    found += [
        f"{data.get('type')} {key}: {problem}"
        for start, end, key, data in graph.edges(keys=True, data=True)
        for problem in _edge(graph, (start, end), str(key), data)
    ]
    return found


def _node(node: str, data: Mapping[str, Any]) -> Iterator[str]:
    form = node_forms().get(data.get("label", ""))
    if form is None:
        yield f"label {data.get('label')!r} is not declared"
        return
    if data.get("id") != node:
        yield f"its id {data.get('id')!r} is not its key"
    if not node.startswith(f"{form.label}/"):
        yield f"an id of a {form.label} begins with {form.label}/"
    if not data.get("name"):
        yield "it has no name"
    yield from _properties(data, form.properties, "label")
    yield from _hash(form.label, data, "label")


def _edge(graph: Graph, ends: tuple[str, str], key: str, data: Mapping[str, Any]) -> Iterator[str]:
    form = edge_forms().get(data.get("type", ""))
    if form is None:
        yield f"type {data.get('type')!r} is not declared"
        return
    if data.get("id") != key:
        yield f"its id {data.get('id')!r} is not its key"
    yield from _ends(form, ends, *(graph.nodes[end].get("label", "") for end in ends))
    if form.derived and data.get("derived") is not True:
        yield "a derived edge must say so"
    yield from _properties(data, form.properties, "type")
    yield from _hash(form.type, data, "type", *ends)


def _ends(form: EdgeForm, ends: tuple[str, str], start: str, end: str) -> Iterator[str]:
    if start not in form.sources or end not in form.targets:
        yield f"it may not run from {start} to {end}"
    if form.same_ends and start != end:
        yield f"its ends must be of one label, not {start} and {end}"
    if form.loop != (ends[0] == ends[1]):
        yield "it must be a loop" if form.loop else "it may not be a loop"


def _properties(data: Mapping[str, Any], declared: tuple[str, ...], own: str) -> Iterator[str]:
    for name, value in data.items():
        if name == own:
            continue
        if name not in declared:
            yield f"property {name!r} is not declared"
        elif not _TYPES[_property_types()[name]](value):
            yield f"property {name!r} is no {_property_types()[name]}: {value!r}"


def _hash(kind: str, data: Mapping[str, Any], own: str, *ends: str) -> Iterator[str]:
    printed = {name: value for name, value in data.items() if name not in (own, "kg_hash")}
    if data.get("kg_hash") != properties_hash(kind, printed, *ends):
        yield "its kg_hash is not that of its properties"


@cache
def _property_types() -> dict[str, str]:
    return {name: str(row["type"]) for name, row in load("graph.yaml")["properties"].items()}
