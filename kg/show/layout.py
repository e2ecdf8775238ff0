"""Where the entities stand on the page: places that depend on the graph alone."""

import math
from collections import defaultdict
from collections.abc import Collection, Sequence

from kg.graph.form import Graph
from kg.ids import document_id
from kg.model import ENTITY_TYPES

_SPACE = 90.0  # pixels between neighbours on a ring
_SHAPE = 1.5  # width of the whole by its height
_HUB = 8  # entities from which on a region's name stands out

Places = dict[str, tuple[int, int]]


def layout(graph: Graph, shown: Collection[str]) -> tuple[Places, set[str]]:
    """Each region in the middle of what belongs to it, the groups in rows, the largest first.

    The rings around a region hold one type after the other, so that a type is a coloured arc. Also
    the regions that are the middle of many.
    """
    homes = _homes(graph)
    regions = set(homes.values())
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for node in shown:
        groups[node if node in regions else homes[node]].append(node)
    rings = [
        _rings(graph, home, members)
        for home, members in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    hubs = {home for home, members in groups.items() if home in members and len(members) >= _HUB}
    return _rows(rings), hubs


def _rows(rings: Sequence[dict[str, tuple[float, float]]]) -> Places:
    sizes = [2 * (max(math.hypot(x, y) for x, y in ring.values()) + _SPACE) for ring in rings]
    width = math.sqrt(_SHAPE * sum(size * size for size in sizes))
    places: Places = {}
    left = top = tallest = 0.0
    for ring, size in zip(rings, sizes, strict=True):
        if left and left + size > width:
            left, top, tallest = 0.0, top + tallest, 0.0
        for node, (x, y) in ring.items():
            places[node] = (round(left + size / 2 + x), round(top + size / 2 + y))
        left, tallest = left + size, max(tallest, size)
    return places


def _homes(graph: Graph) -> dict[str, str]:
    """Entity → the region it belongs to: said or derived, else what its first report is about."""
    reported = {
        document: region
        for document, region, edge in graph.edges(data=True)
        if edge["type"] == "REPORTS_ON"
    }
    homes: dict[str, str] = {}
    for node, data in graph.nodes(data=True):
        if data["label"] in ENTITY_TYPES:
            regions = sorted(
                region
                for _, region, edge in graph.out_edges(node, data=True)
                if edge["type"] == "IN_REGION"
            )
            reports = (document_id(stem) for stem in data.get("documents", ()))
            regions += [reported[report] for report in reports if report in reported]
            homes[node] = (regions or [""])[0]
    return homes


def _rings(graph: Graph, home: str, members: Sequence[str]) -> dict[str, tuple[float, float]]:
    """The region in the middle, the others on rings around it, sorted by type and name."""
    others = sorted(
        (node for node in members if node != home),
        key=lambda node: (
            ENTITY_TYPES.index(graph.nodes[node]["label"]),
            graph.nodes[node]["name"],
            node,
        ),
    )
    places = {home: (0.0, 0.0)} if home in members else {}
    ring = 1
    while others:
        fit = int(2 * math.pi * ring)  # as many as stand `_SPACE` apart
        here, others = others[:fit], others[fit:]
        for number, node in enumerate(here):
            angle = 2 * math.pi * number / len(here) - math.pi / 2
            reach = ring * _SPACE
            places[node] = (reach * math.cos(angle), reach * math.sin(angle))
        ring += 1
    return places
