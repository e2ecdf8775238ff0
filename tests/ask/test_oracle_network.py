"""The network's questions again in plain Python: degrees, shortest ways, shared chains."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from kg.ask.rows import members
from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Oracle

KINDS = (
    "INVESTED_BY", "SIGNED_AT", "PARTICIPATED_IN", "COOPERATES_WITH", "SHAREHOLDER_OF",
    "LOCATED_IN", "PART_OF", "IN_CHAIN", "FOCUSES_ON", "ISSUED",
)  # fmt: skip
A, B = "项目1", "青禾"


class Network(Oracle):
    """The relations that hold between entities; regions, taxonomy and self loops left out."""

    def __init__(self, graph: Graph) -> None:
        super().__init__(graph)
        self.near: defaultdict[str, set[str]] = defaultdict(set)
        for s, t, data in graph.edges(data=True):
            plain = data["type"] in KINDS and "position" not in data and s != t
            if plain and not {s.split("/")[0], t.split("/")[0]} & {"Region"}:
                self.near[s].add(t)
                self.near[t].add(s)

    def called(self, name: str) -> set[str]:
        things = self.nodes("Park", "Company", "Organization", "Chain", "Project", "Event",
                            "Policy")  # fmt: skip
        return {x for x in things if name in {self.get(x, "name"), self.get(x, "said_name"),
                                              *self.get(x, "aliases", [])}}  # fmt: skip

    def hops(self, starts: set[str], ends: set[str]) -> int | None:
        """How many hops lie between two sets; None where they are not joined."""
        seen, count, front = set(starts), 0, set(starts)
        while front and not front & ends:
            front = {n for x in front for n in self.near[x]} - seen
            seen |= front
            count += 1
        return count if front else None

    def chains(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        for chain in self.nodes("Chain"):
            sorts = self.targets(chain, "KIND_OF") or {chain}
            for member, edge in self.into(chain, "IN_CHAIN", "FOCUSES_ON"):
                own = {member} if edge["type"] == "FOCUSES_ON" else set()
                for region in self.regions(member) | {x for x in own if x[:7] == "Region/"}:
                    found[region] |= sorts
        return found

    def alike(self) -> Iterator[tuple[str, str, tuple[str, ...], float]]:
        chains = self.chains()
        for pair in combinations(chains, 2):
            a, b = sorted(pair, key=lambda region: (self.get(region, "name"), region))
            both = chains[a] & chains[b]
            if both and a not in self.upward(b) and b not in self.upward(a):
                names = tuple(sorted({self.get(chain, "name") for chain in both}))
                share = round(len(both) / len(chains[a] | chains[b]), 4)
                yield self.get(a, "name"), self.get(b, "name"), names, share


def test_a_hub_is_joined_to_as_many_as_its_degree(random_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        network = Network(graph)
        found = rows(rdf.oxigraph(graph), "hubs", limit=10_000)
        meant = sorted((network.get(x, "name"), x.split("/")[0], len(near))
                       for x, near in network.near.items())  # fmt: skip
        assert sorted(row[:3] for row in found) == meant, number
        assert [row[2] for row in found] == sorted((row[2] for row in found), reverse=True)
        assert not found or sum(float(row[3]) for row in found) == pytest.approx(1, abs=1e-3)
        seen += len(found)
    assert seen > 20


def test_a_connection_is_the_shortest_way(random_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        network = Network(graph)
        found = rows(rdf.oxigraph(graph), "connection", a=A, b=B)
        hops = network.hops(network.called(A), network.called(B))
        assert len(found) == (hops or 0), number
        assert all(one[3] == other[1] for one, other in pairwise(found))
        seen += len(found)
    assert seen > 3


def test_similar_regions_share_their_chains(random_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), "similar-regions", limit=10_000)
        said = sorted((row[0], row[1], members(row[2]), row[3]) for row in found)
        assert said == sorted(Network(graph).alike()), number
        seen += len(found)
    assert seen > 5
