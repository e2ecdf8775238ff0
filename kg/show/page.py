"""One offline page of the graph: drawn, searchable, every fact with its sentence; nothing fetched.

Drawn are the entities and what joins them. Stages, designations, blockers and figures would be hubs
that join everything to everything; they stand in the facts of each entity instead.
"""

import json
import math
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2

from kg.graph.form import Graph
from kg.ids import make_id
from kg.show import look
from kg.vocabulary import edge_forms, node_forms
from kg.why import story

MOST = 500  # nodes on one page
ENTITIES = ("Region", "Park", "Company", "Organization", "Chain", "Project", "Event", "Policy")
_NOT_DRAWN = {"MENTIONS", "IN_DOCUMENT", "REPORTS_ON", "MAY_BE"}
_SPACE = 90.0  # pixels between neighbours on a ring
_WIDTH = 2600.0  # pixels of a row of groups


def write(graph: Graph, path: Path, most: int = MOST) -> None:
    """Write the page; the most connected `most` entities are drawn, and it says what was left."""
    assets = files("kg.show") / "assets"
    template = jinja2.Environment(autoescape=True).from_string(
        (assets / "page.html").read_text("utf-8")
    )
    data = page_data(graph, most)
    page = template.render(
        count=len(data["nodes"]),
        left=data["left"],
        types=[
            {"label": label, "zh": form.zh, "en": form.en, "colour": look.colour(label)}
            for label, form in node_forms().items()
            if label in ENTITIES
        ],
        source=look.source_line(graph),
        style=(assets / "page.css").read_text("utf-8"),
        library=(assets / "cytoscape.min.js").read_text("utf-8"),
        licence=(assets / "cytoscape.LICENSE").read_text("utf-8"),
        script=(assets / "page.js").read_text("utf-8"),
        data=_script_json(data),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8")


def page_data(graph: Graph, most: int = MOST) -> dict[str, Any]:
    """What the page holds: nodes with their facts and places, edges with their sentences."""
    named = [n for n, data in graph.nodes(data=True) if data["label"] in ENTITIES]
    joined = graph.subgraph(named)
    shown = sorted(sorted(named), key=lambda n: -joined.degree(n))[:most]
    drawn = joined.subgraph(shown)
    places = _layout(graph, shown)
    return {
        "nodes": [_node(graph, node, places[node]) for node in sorted(shown)],
        "edges": [
            _edge(source, target, data)
            for source, target, data in sorted(
                drawn.edges(data=True), key=lambda edge: str(edge[2]["id"])
            )
            if data["type"] not in _NOT_DRAWN and source != target
        ],
        "left": len(named) - len(shown),
    }


def _layout(graph: Graph, shown: list[str]) -> dict[str, tuple[int, int]]:
    """Places that depend on the graph alone: each region in the middle of what belongs to it.

    Its rings hold one type after the other, so that a type is a coloured arc; the groups stand in
    rows, the largest first.
    """
    homes = _homes(graph)
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for node in shown:
        groups[node if node in homes.values() else homes.get(node, "")].append(node)
    places: dict[str, tuple[int, int]] = {}
    left = top = tallest = 0.0
    for home, members in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        ring = _rings(graph, home, members)
        radius = max(max(abs(x), abs(y)) for x, y in ring.values()) + _SPACE
        if left and left + 2 * radius > _WIDTH:
            left, top, tallest = 0.0, top + tallest, 0.0
        for node, (x, y) in ring.items():
            places[node] = (round(left + radius + x), round(top + radius + y))
        left, tallest = left + 2 * radius, max(tallest, 2 * radius)
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
        if data["label"] in ENTITIES:
            regions = sorted(
                region
                for _, region, edge in graph.out_edges(node, data=True)
                if edge["type"] == "IN_REGION"
            )
            reports = (make_id("Document", stem) for stem in data.get("documents", ()))
            regions += [reported[report] for report in reports if report in reported]
            homes[node] = (regions or [""])[0]
    return homes


def _rings(graph: Graph, home: str, members: list[str]) -> dict[str, tuple[float, float]]:
    """The region in the middle, the others on rings around it, sorted by type and name."""
    others = sorted(
        (node for node in members if node != home),
        key=lambda node: (ENTITIES.index(graph.nodes[node]["label"]), graph.nodes[node]["name"]),
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


def _node(graph: Graph, node: str, place: tuple[float, float]) -> dict[str, Any]:
    told = story(graph, node)
    data = graph.nodes[node]
    return {
        "id": node,
        "type": told.label,
        "name": told.name,
        "colour": look.colour(told.label),
        "aliases": list(told.aliases),
        "documents": list(told.documents),
        "masked": bool(data.get("masked")),
        "x": place[0],
        "y": place[1],
        "facts": [
            {
                "subject": s.subject, "relation": s.relation, "target": s.target,
                "date": s.date, "quote": s.quote, "source": s.source,
                "confidence": s.confidence, "rule": s.rule, "tense": s.tense,
            }
            for s in told.sayings
        ],
    }  # fmt: skip


def _edge(source: str, target: str, data: dict[str, Any]) -> dict[str, Any]:
    form = edge_forms()[data["type"]]
    return {
        "id": data["id"],
        "source": source,
        "target": target,
        "relation": form.zh,
        "tense": form.status or "reached",
        "derived": bool(data.get("derived")),
    }


def _script_json(data: object) -> str:
    """JSON that may stand inside a script element: no `</script>`, no line separators."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    pairs: Iterable[tuple[str, str]] = (
        ("<", "\\u003c"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    )
    for char, escape in pairs:
        text = text.replace(char, escape)
    return text
