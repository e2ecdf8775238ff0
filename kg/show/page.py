"""One offline page of the graph: drawn, searchable, every fact with its sentence; nothing fetched.

Drawn are the entities and what joins them. Stages, designations, blockers and figures would be hubs
that join everything to everything; they stand in the facts of each entity instead.
"""

import json
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jinja2
import networkx as nx

from kg.graph.form import Graph
from kg.show import look
from kg.vocabulary import edge_forms, node_forms
from kg.why import story

MOST = 500  # nodes on one page
ENTITIES = ("Region", "Park", "Company", "Organization", "Chain", "Project", "Event", "Policy")
_NOT_DRAWN = {"MENTIONS", "IN_DOCUMENT", "REPORTS_ON", "MAY_BE"}
_SCALE = 1100  # pixels across the layout


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
    places = _layout(drawn)
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


def _layout(graph: Graph) -> dict[str, tuple[float, float]]:
    """Places that depend on the graph alone: each joined group laid out by itself, then packed."""
    plain = nx.Graph(graph.to_undirected(as_view=True))
    groups = sorted(nx.connected_components(plain), key=lambda g: (-len(g), min(g)))
    places: dict[str, tuple[float, float]] = {}
    left = top = tallest = 0.0
    for group in groups:
        side = 70 * len(group) ** 0.5
        if left + side > _SCALE * 1.6 and left:
            left, top, tallest = 0.0, top + tallest, 0.0
        part = plain.subgraph(sorted(group))
        laid = nx.spring_layout(part, seed=7, iterations=120, scale=side / 2)
        for node, (x, y) in laid.items():
            places[str(node)] = (round(left + side / 2 + x), round(top + side / 2 + y))
        left, tallest = left + side + 40, max(tallest, side + 40)
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
