"""Passages and documents as nodes: the spans of evidence, and where an entity is named."""

from collections import defaultdict

from kg.graph.corpus import Part
from kg.graph.fact import Claim
from kg.graph.form import Graph
from kg.graph.mentions import Places, mentions, passage, passage_id
from kg.graph.write import add_node, link
from kg.model import Span

Bounds = tuple[int, int]


def add_passages(graph: Graph, part: Part) -> None:
    """The passages of one document, and which of its entities each of them names."""
    spans = {
        (span.start, span.end): span for c in part.claims for span in c.statement.evidence
    }  # fmt: skip
    named = _named(part, spans)
    for bounds, span in spans.items():
        node = passage_id(part.id, *bounds)
        add_node(graph, node, "Passage", passage(span))
        link(graph, (node, part.node), "IN_DOCUMENT")
    for bounds, node in named:
        link(graph, (passage_id(part.id, *bounds), node), "MENTIONS")


def _named(part: Part, spans: dict[Bounds, Span]) -> dict[tuple[Bounds, str], None]:
    """Which entity each passage names, in order; sentences that are no evidence join `spans`."""
    places = Places(part.reading.text, spans.values())
    named: dict[tuple[Bounds, str], None] = {}
    for start, end, number in mentions(part.reading, part.register):
        span = places.around(start, end)
        if span is not None:
            bounds = span.start, span.end
            spans.setdefault(bounds, span)
            named[bounds, part.nodes[number]] = None
    found = {node for _, node in named}
    evidence = _evidence(part.claims)
    for node in dict.fromkeys(part.nodes):
        if node not in found:
            named |= {((span.start, span.end), node): None for span in evidence[node]}
    return named


def _evidence(claims: list[Claim]) -> dict[str, list[Span]]:
    """The spans of evidence of every node's facts in one document."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        for node in (claim.subject, claim.target):
            found[node] += claim.statement.evidence
    return found
