"""GraphML, for yEd, Cytoscape and igraph: all nodes, edges and properties; lists become text."""

from pathlib import Path

import networkx as nx

from kg.graph.form import Graph
from kg.show.exchange.values import flat


def write(graph: Graph, path: Path) -> None:
    """Write the whole graph; lists are joined by ` | `, since GraphML has none."""
    plain: Graph = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **flat(data))
    for source, target, key, data in graph.edges(keys=True, data=True):
        plain.add_edge(source, target, key, **flat(data))
    nx.write_graphml(plain, path, encoding="utf-8", prettyprint=True)
