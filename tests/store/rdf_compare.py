"""When two property graphs say the same, as far as RDF can hold what they say."""

import math
from collections.abc import Mapping
from typing import Any

from kg.graph.form import Graph
from kg.store.rdf.printing import reified


def comparable(graph: Graph) -> tuple[dict[str, Any], dict[str, Any]]:
    """Nodes and edges without what RDF does not hold: hashes, the order of lists, ids of links."""
    nodes = {name: _held(data) for name, data in graph.nodes(data=True)}
    edges: dict[str, Any] = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        held = _held(data)
        if "former" in data:  # a former name is one of the node too
            names = {data["former"], *nodes[source].get("former_names", ())}
            nodes[source]["former_names"] = sorted(names)
        bare = not reified(data["type"])
        name = f"{source} {data['type']} {target}" if bare else key
        edges[name] = (source, target, held if not bare else {"type": data["type"]})
    return nodes, edges


def _held(data: Mapping[str, Any]) -> dict[str, Any]:
    held: dict[str, Any] = {}
    for name, value in data.items():
        if name == "kg_hash" or value == []:
            continue
        if isinstance(value, list):
            held[name] = sorted(set(value))
        elif isinstance(value, float) and math.isnan(value):
            held[name] = "NaN"
        else:
            held[name] = value
    return held
