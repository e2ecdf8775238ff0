"""Answers that no query language can say, computed by networkx over the rows of their question.

The question's files fetch the network itself, so that every store gives the same one: a link is a
row (source, its name and type, relation, target, its name and type, evidence).
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeAlias

import networkx as nx

from kg.ask.rows import Row, cell, members
from kg.ask.similarity import similar_regions

# undirected, one edge for every two entities that a fact joins
Network: TypeAlias = "nx.Graph[str]"
_ENDS = ("a", "b")  # the relations that mark where a connection begins and ends


def hubs(links: Sequence[Row]) -> tuple[Row, ...]:
    """Entity, type, degree and PageRank of all that is linked; the most connected first."""
    network = _network(links)
    if not network:
        return ()
    weight = nx.pagerank(network)
    said = [
        (
            data["name"],
            data["type"],
            network.degree(node),
            round(weight[node], 6),
            cell(p for _, _, edge in network.edges(node, data=True) for p in edge["evidence"]),
            node,
        )
        for node, data in network.nodes(data=True)
    ]
    ordered = sorted(said, key=lambda row: (-row[2], -row[3], row[0], row[5]))
    return tuple(row[:-1] for row in ordered)


def connection(links: Sequence[Row]) -> tuple[Row, ...]:
    """The hops of the shortest way from an entity marked `a` to one marked `b`; none is no row.

    Of several ways of one length, the one whose names come first.
    """
    network = _network(links)
    starts, ends = ({str(row[0]) for row in links if row[3] == end} for end in _ENDS)
    way = _way(network, starts - ends, ends - starts)
    return tuple(
        (
            number,
            network.nodes[here]["name"],
            cell(_said_from(network.edges[here, there]["relations"], here)),
            network.nodes[there]["name"],
            cell(network.edges[here, there]["evidence"]),
        )
        for number, (here, there) in enumerate(pairwise(way), 1)
    )


COMPUTED: dict[str, Callable[[Sequence[Row]], tuple[Row, ...]]] = {
    "connection": connection,
    "hubs": hubs,
    "similar-regions": similar_regions,
}


def _network(links: Sequence[Row]) -> Network:
    network: Network = nx.Graph()
    for link in sorted(links, key=repr):
        source, name, kind, relation, target, other, other_kind, evidence = map(str, link)
        network.add_node(source, name=name, type=kind)
        network.add_node(target, name=other, type=other_kind)
        if source == target:
            continue
        if not network.has_edge(source, target):
            network.add_edge(source, target, relations=[], evidence=set())
        edge = network.edges[source, target]
        edge["relations"].append((relation, source))
        edge["evidence"] |= set(members(evidence))
    return network


def _way(network: Network, starts: set[str], ends: set[str]) -> list[str]:
    """The nodes of the shortest way between two sets, the first by names; empty where none is."""
    left = nx.multi_source_dijkstra_path_length(network, ends) if ends else {}
    begun = [node for node in starts if node in left]
    if not begun:
        return []

    def order(node: str) -> tuple[float, str, str]:
        return left[node], str(network.nodes[node]["name"]), node

    way = [min(begun, key=order)]
    while left[way[-1]] > 0:
        nearer = [n for n in network.neighbors(way[-1]) if left.get(n) == left[way[-1]] - 1]
        way.append(min(nearer, key=order))
    return way


def _said_from(relations: Iterable[tuple[str, str]], here: str) -> list[str]:
    """The relations as seen from one end: with `^` where they are said from the other."""
    return [name if source == here else f"^{name}" for name, source in relations]
