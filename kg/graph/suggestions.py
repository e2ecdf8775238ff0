"""MAY_BE: what may be one thing, for an analyst to judge. Never sameness itself."""

from collections.abc import Iterable

from kg.graph.corpus import Part
from kg.graph.form import Graph
from kg.graph.write import link
from kg.link.keys import is_hidden
from kg.link.suggest import Report, suggest
from kg.model import Judgement


def add_suggestions(graph: Graph, parts: Iterable[Part], judgements: Iterable[Judgement]) -> None:
    """The suggestions as edges: open, or rejected by an analyst; accepted ones are one node."""
    rejected = {frozenset((j.left, j.right)) for j in judgements if j.verdict == "rejected"}
    reports = [report for part in parts if (report := _report(part))]
    for said in suggest(reports):
        ends = said.left, said.right
        link(graph, ends, "MAY_BE", {
            "score": said.score,
            "reasons": list(said.reasons),
            "state": "rejected" if frozenset(ends) in rejected else "open",
        })  # fmt: skip


def _report(part: Part) -> Report | None:
    number = part.register.home
    if number is None or part.home is None:
        return None
    named = tuple(zip(part.nodes, part.register.entities, strict=True))
    return Report(part.id, part.home, is_hidden(part.register.entities[number]), named)
