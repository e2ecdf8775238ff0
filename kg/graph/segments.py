"""In which link of its chain a firm, project or park works: derived, with the words that say so.

The products in a name place it (`kg.link.chains`). Nobody has said it: the edge is derived, names
the words, and cites the passages in which the thing stands in its chain, or is named. What is
placed nowhere has no edge: its link is not known, which is not to say that it has none.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.graph.form import Graph
from kg.graph.taxonomy import chain_id
from kg.graph.write import link
from kg.link.chains import placing, taxonomy
from kg.link.products import spoken_of

PLACED = ("Project", "Park", "Company")


@dataclass(frozen=True, slots=True)
class _Place:
    """One thing in one link of one chain, and why."""

    thing: str
    chain: str
    segment: str
    basis: str
    reasons: tuple[str, ...]
    passages: frozenset[str]


def add_segments(graph: Graph) -> None:
    """IN_SEGMENT of everything that can be placed in the chains of its region."""
    places = _Places(graph)
    found = [*places.own()]
    found += places.through(found, "INVESTED_BY", "Company")
    found += places.through(found, "LOCATED_IN", "Park")
    merged: dict[tuple[str, str], _Place] = {}
    for place in found:
        key = place.thing, chain_id(place.chain, place.segment)
        merged[key] = _merged(merged[key], place) if key in merged else place
    for ends, place in sorted(merged.items()):
        link(graph, ends, "IN_SEGMENT", {
            "derived": True, "basis": place.basis, "reasons": sorted(place.reasons),
            "passages": sorted(place.passages),
        })  # fmt: skip


class _Places:
    """The graph as it is asked here: who is said to be in which chain, and where."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._said: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
        self._in_region: defaultdict[str, set[str]] = defaultdict(set)
        for chain, code in self._edges("KIND_OF"):
            kind = code["to"].removeprefix("Chain/")
            for region, _ in self._out(chain, "IN_REGION"):
                self._in_region[kind].add(region)
            for thing, edge in self._into(chain, "IN_CHAIN"):
                self._say(thing, kind, edge.get("passages", ()))
                for firm, by in self._out(thing, "INVESTED_BY"):
                    self._say(firm, kind, by.get("passages", ()))

    def own(self) -> Iterator[_Place]:
        """Everything that its own name places: in the chains said of it, else of its region."""
        for thing, data in self._graph.nodes(data=True):
            if data["label"] not in PLACED:
                continue
            said = self._said.get(thing)
            basis = "said" if said else "words"
            for code in sorted(said or self._near(thing, data)):
                cited = (said or {}).get(code) or self._named(thing)
                yield from _by_name(thing, data, code, basis, cited)

    def through(self, found: Iterable[_Place], kind: str, label: str) -> list[_Place]:
        """The firms or parks that what is placed leads to, unless their own name places them."""
        placed = {(place.thing, place.chain) for place in found}
        return [
            _Place(
                other, place.chain, place.segment, "through", place.reasons,
                place.passages | set(edge.get("passages", ())),
            )
            for place in found
            for other, edge in self._out(place.thing, kind)
            if other.startswith(f"{label}/") and (other, place.chain) not in placed
        ]  # fmt: skip

    def _near(self, thing: str, data: dict[str, Any]) -> Iterator[str]:
        """The chains of the thing's region of which its name has a product."""
        if self._out(thing, "IN_CHAIN"):
            return  # said to be in a chain that the taxonomy does not know
        around = {up for region, _ in self._out(thing, "IN_REGION") for up in self._upward(region)}
        for code in set().union(*map(spoken_of, _names(data))):
            if self._in_region.get(code, set()) & around:
                yield code

    def _named(self, thing: str) -> set[str]:
        return {passage for passage, _ in self._into(thing, "MENTIONS")}

    def _say(self, thing: str, kind: str, passages: Iterable[str]) -> None:
        self._said[thing].setdefault(kind, set()).update(passages)

    def _upward(self, region: str) -> set[str]:
        seen, todo = {region}, [region]
        while todo:
            new = {up for up, _ in self._out(todo.pop(), "PART_OF")} - seen
            seen |= new
            todo += new
        return seen

    def _edges(self, kind: str) -> list[tuple[str, dict[str, Any]]]:
        edges = self._graph.edges(data=True)
        return [(a, {**data, "to": b}) for a, b, data in edges if data["type"] == kind]

    def _out(self, node: str, kind: str) -> list[tuple[str, dict[str, Any]]]:
        edges = self._graph.out_edges(node, data=True)
        return [(other, data) for _, other, data in edges if data["type"] == kind]

    def _into(self, node: str, kind: str) -> list[tuple[str, dict[str, Any]]]:
        edges = self._graph.in_edges(node, data=True)
        return [(other, data) for other, _, data in edges if data["type"] == kind]


def _by_name(
    thing: str, data: dict[str, Any], code: str, basis: str, cited: Iterable[str]
) -> Iterator[_Place]:
    """The first of a thing's names that places it in this chain."""
    for name in _names(data):
        if found := placing(code, name):
            chain = taxonomy()[code].zh
            why = f"“{name}”中的“{found.word}”属于{chain}的“{found.segment.zh}”环节"
            yield _Place(thing, code, found.segment.code, basis, (why,), frozenset(cited))
            return


def _names(data: dict[str, Any]) -> list[str]:
    return [data["said_name"], *data.get("aliases", ())]


def _merged(one: _Place, other: _Place) -> _Place:
    return _Place(
        one.thing, one.chain, one.segment, one.basis,
        tuple({*one.reasons, *other.reasons}), one.passages | other.passages,
    )  # fmt: skip
