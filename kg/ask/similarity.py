"""How alike the industries of two regions are: what both have of all that either has."""

from collections.abc import Sequence
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from kg.ask.rows import Row, cell, members

Chains: TypeAlias = "nx.Graph[str]"  # regions and chains, joined where the region has the chain


def similar_regions(chains: Sequence[Row]) -> tuple[Row, ...]:
    """Two regions, the chains that both have, and the Jaccard coefficient; the most alike first.

    A row of `chains`: region, its name, the regions that hold it, chain, its name, which parameters
    the row fits (`region`, `chain`), evidence.
    """
    network = _network(chains)
    regions = sorted({str(row[0]) for row in chains})
    pairs = [pair for pair in combinations(regions, 2) if _comparable(network, *pair)]
    said = [_alike(network, *share) for share in nx.jaccard_coefficient(network, pairs)]
    return tuple(row for _, row in sorted(said))


def _network(chains: Sequence[Row]) -> Chains:
    network: Chains = nx.Graph()
    for row in chains:
        region, name, within, chain, chain_name, asked, evidence = map(str, row)
        wanted = members(asked)
        network.add_node(region, name=name, up=set(members(within)), asked="region" in wanted)
        network.add_node(chain, name=chain_name, asked="chain" in wanted)
        network.add_edge(region, chain, evidence=members(evidence))
    return network


def _comparable(network: Chains, one: str, other: str) -> bool:
    """Whether two regions share a chain that is asked for, and neither holds the other."""
    a, b = network.nodes[one], network.nodes[other]
    if other in a["up"] or one in b["up"] or not (a["asked"] or b["asked"]):
        return False
    return any(network.nodes[c]["asked"] for c in nx.common_neighbors(network, one, other))


def _alike(
    network: Chains, one: str, other: str, share: float
) -> tuple[tuple[float, str, str, str, str], Row]:
    """Where a row stands in the order, and the row."""
    a, b = sorted((str(network.nodes[node]["name"]), node) for node in (one, other))
    both = sorted(nx.common_neighbors(network, one, other))
    said = {p for c in both for r in (one, other) for p in network.edges[r, c]["evidence"]}
    names = cell(network.nodes[chain]["name"] for chain in both)
    place = (-round(share, 4), a[0], b[0], a[1], b[1])
    return place, (a[0], b[0], names, round(share, 4), cell(said))
