"""Passages and documents as nodes: the spans of evidence, and where an entity is named."""

from collections import defaultdict

from kg.graph.corpus import Part
from kg.graph.fact import Claim
from kg.graph.mentions import Places, mentions, passage, passage_id
from kg.graph.write import Graph, add_node, link
from kg.model import Span


def add_passages(graph: Graph, part: Part) -> None:
    """The passages of one document, and which of its entities each of them names."""
    spans = {
        (span.start, span.end): span for c in part.claims for span in c.statement.evidence
    }  # fmt: skip
    places = Places(part.reading.text, spans.values())
    named: dict[tuple[str, str], None] = {}
    found: set[str] = set()
    for start, end, number in mentions(part.reading, part.register):
        span = places.around(start, end)
        if span is not None:
            spans.setdefault((span.start, span.end), span)
            named[passage_id(part.id, span), part.nodes[number]] = None
            found.add(part.nodes[number])
    evidence = _evidence(part.claims)
    for node in dict.fromkeys(part.nodes):
        if node not in found:
            named |= {(passage_id(part.id, span), node): None for span in evidence[node]}
    for span in spans.values():
        node = passage_id(part.id, span)
        add_node(graph, node, "Passage", passage(span))
        link(graph, (node, part.node), "IN_DOCUMENT")
    for ends in named:
        link(graph, ends, "MENTIONS")


def _evidence(claims: list[Claim]) -> dict[str, list[Span]]:
    """The spans of evidence of every node's facts in one document."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        for node in (claim.subject, claim.target):
            found[node] += claim.statement.evidence
    return found
