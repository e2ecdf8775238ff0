"""The closed vocabularies as nodes: always all of them, so that questions run on an empty graph."""

from kg.graph.fact import Properties
from kg.graph.form import Graph
from kg.graph.write import add_node
from kg.vocabulary import Concept, blockers, designations, stages


def add_vocabularies(graph: Graph) -> None:
    """All stages, designations and blockers."""
    for code, concept in stages().items():
        add_node(graph, f"Stage/{code}", "Stage", _stage(concept))
    for code, concept in designations().items():
        anchor = bool(concept.extra.get("anchor"))
        node = f"Designation/{code}"
        add_node(graph, node, "Designation", {**_concept(concept), "anchor": anchor})
    for code, concept in blockers().items():
        add_node(graph, f"Blocker/{code}", "Blocker", _concept(concept))


def stage_order(code: str) -> int | None:
    """A stage's place on the line; None for stages off the line."""
    order = stages()[code].extra.get("order")
    return None if order is None else int(order)


def _stage(concept: Concept) -> Properties:
    found = _concept(concept) | {"started": bool(concept.extra.get("started"))}
    order = stage_order(concept.code)
    return found if order is None else {**found, "order": order}


def _concept(concept: Concept) -> Properties:
    return {"name": concept.zh, "code": concept.code, "name_en": concept.en}
