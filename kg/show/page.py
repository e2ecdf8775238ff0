"""One offline page of the graph: drawn, searchable, every fact with its sentence; nothing fetched.

Drawn are the entities and what joins them. Stages, designations, blockers and figures would be hubs
that join everything to everything; they stand in the facts of each entity instead.
"""

from pathlib import Path
from typing import Any

from kg.graph.form import Graph
from kg.model import ENTITY_TYPES
from kg.show import look
from kg.show.layout import layout
from kg.show.offline import render
from kg.vocabulary import edge_forms, node_forms
from kg.why import Saying, Story, story

DRAWN = 500  # entities on the overview
HELD = 2000  # entities on the page: found by search, in the table and as neighbours
_NOT_DRAWN = {"MENTIONS", "IN_DOCUMENT", "REPORTS_ON", "MAY_BE"}


def write(graph: Graph, path: Path, drawn: int = DRAWN, held: int = HELD) -> None:
    """Write the page; it says how many entities are not drawn, and how many are left out."""
    data = page_data(graph, drawn, held)
    page = render(
        "page",
        data,
        libraries=("cytoscape.min.js",),
        count=len(data["nodes"]),
        undrawn=sum(not node["drawn"] for node in data["nodes"]),
        left=data["left"],
        types=[
            {"label": label, "zh": form.zh, "en": form.en, "colour": look.colour(label)}
            for label, form in node_forms().items()
            if label in ENTITY_TYPES
        ],
        source=look.source_line(graph),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8")


def page_data(graph: Graph, drawn: int = DRAWN, held: int = HELD) -> dict[str, Any]:
    """What the page holds: nodes with places, facts with sentences, edges; the most joined first.

    A node's `facts` are indices into `facts`, since most facts stand at two entities.
    """
    named = [n for n, data in graph.nodes(data=True) if data["label"] in ENTITY_TYPES]
    joined = graph.subgraph(named)
    kept = sorted(sorted(named), key=lambda node: -joined.degree(node))[:held]
    places, hubs = layout(graph, kept[:drawn])
    facts: dict[Saying, int] = {}
    nodes = [_node(story(graph, node), facts) for node in kept]
    for node in nodes:
        data = graph.nodes[node["id"]]
        x, y = places.get(node["id"], (0, 0))
        node |= {"masked": bool(data.get("masked")), "drawn": node["id"] in places,
                 "hub": node["id"] in hubs, "x": x, "y": y}  # fmt: skip
    return {
        "nodes": nodes,
        "edges": _edges(graph.subgraph(kept)),
        "facts": [_fact(saying) for saying in facts],
        "left": len(named) - len(kept),
    }


def _node(told: Story, facts: dict[Saying, int]) -> dict[str, Any]:
    form = node_forms()[told.label]
    return {
        "id": told.id,
        "type": told.label,
        "zh": form.zh,
        "name": told.name,
        "colour": look.colour(told.label),
        "aliases": list(told.aliases),
        "documents": list(told.documents),
        "facts": [facts.setdefault(s, len(facts)) for s in sorted(told.sayings, key=_rank)],
    }


def _rank(saying: Saying) -> tuple[bool, bool, int]:
    """What is said before what is derived, figures after facts, then as the ontology has it."""
    number, figure = _relations()[saying.relation]
    return saying.quote is None and saying.source is None, figure, number


def _relations() -> dict[str, tuple[int, bool]]:
    forms = enumerate(edge_forms().values())
    return {form.zh: (number, "Figure" in form.targets) for number, form in forms}


def _fact(saying: Saying) -> dict[str, Any]:
    return {
        "subject": saying.subject, "relation": saying.relation, "target": saying.target,
        "date": saying.date, "quote": saying.quote, "source": saying.source,
        "confidence": saying.confidence, "rule": saying.rule, "tense": saying.tense,
    }  # fmt: skip


def _edges(graph: Graph) -> list[dict[str, Any]]:
    found = sorted(graph.edges(data=True), key=lambda edge: str(edge[2]["id"]))
    return [
        {
            "id": data["id"],
            "source": source,
            "target": target,
            "relation": edge_forms()[data["type"]].zh,
            "tense": edge_forms()[data["type"]].status or "reached",
            "derived": bool(data.get("derived")),
        }
        for source, target, data in found
        if data["type"] not in _NOT_DRAWN and source != target
    ]
