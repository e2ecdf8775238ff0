"""Readings and judgements → the one graph: a pure function, in the form of ontology/graph.yaml."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import networkx as nx

from kg.graph.collector import resting
from kg.graph.corpus import Part, corpus
from kg.graph.derive import derive_projects
from kg.graph.entities import Member, caption, gather, properties, report_days
from kg.graph.fact import Fact, Properties
from kg.graph.figures import figure, indicator
from kg.graph.fold import FIGURES, evidence, fold_all, when
from kg.graph.form import Graph
from kg.graph.holding import add_holding
from kg.graph.judged import mark_reviewed, standing, verdicts
from kg.graph.lists import list_of
from kg.graph.passages import add_passages
from kg.graph.periods import Days
from kg.graph.regions import derive_regions
from kg.graph.segments import add_segments
from kg.graph.suggestions import add_suggestions
from kg.graph.taxonomy import add_taxonomy
from kg.graph.vocabularies import add_vocabularies
from kg.graph.write import add_edge, add_node, link
from kg.ids import make_id
from kg.link.keys import edition
from kg.link.normal import plain
from kg.model import Judgement, Reading
from kg.vocabulary import edge_forms


def build(readings: Iterable[Reading], judgements: Iterable[Judgement] = ()) -> Graph:
    """The graph of what the documents say; the order of documents does not matter.

    `graph.graph["left_out"]` lists the statements that have no place in it, one line each with the
    document and the reason.
    """
    with resting():
        return _build(readings, judgements)


def _build(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> Graph:
    every = list(judgements)
    judged = [judgement for judgement in every if not judgement.of_fact]
    on_facts = verdicts(every)
    everything = corpus(readings, judged)
    parts = everything.parts
    reports = {part.id: report_days(part.reading.source) for part in parts}
    members = gather(parts)
    found = fold_all(claim for part in parts for claim in part.claims)
    facts = standing(found, on_facts, everything.left_out)
    graph: Graph = nx.MultiDiGraph(left_out=everything.left_out)
    add_vocabularies(graph)
    _add_entities(graph, members, facts, reports)
    for part in parts:
        _add_document(graph, part, reports[part.id])
    _add_facts(graph, facts)
    for part in parts:
        add_passages(graph, part)
    _add_regions(graph, parts, members, facts)
    add_holding(graph)
    add_taxonomy(graph)
    add_segments(graph)
    add_suggestions(graph, parts, judged)
    mark_reviewed(graph, on_facts)
    return graph


def _add_entities(
    graph: Graph,
    members: Mapping[str, Member],
    facts: Iterable[Fact],
    reports: Mapping[str, Days | None],
) -> None:
    projects = derive_projects(facts, reports)
    former: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if fact.head.type == "FORMERLY_NAMED":
            former[fact.head.subject].add(_former(fact))
    for node, member in sorted(members.items()):
        found = properties(member, former[node], reports)
        if member.type == "Project":
            found |= projects.get(node, {"investment_state": "unsaid"})
        add_node(graph, node, member.type, found)
        if member.type == "Event":
            _add_series(graph, member)


def _add_series(graph: Graph, event: Member) -> None:
    found = edition(event.name)
    if found is None:
        return
    documents = event.documents if event.masked else []
    node = make_id("Series", *documents, plain(found.series))
    add_node(graph, node, "Series", {"name": caption(found.series, documents)})
    link(graph, (event.id, node), "EDITION_OF", {"derived": True})


def _add_document(graph: Graph, part: Part, days: Days | None) -> None:
    source = part.reading.source
    found: Properties = {"name": source.title or source.id}
    for name in ("title", "issuer", "date", "path", "sha256"):
        if value := getattr(source, name):
            found[name] = value
    if days:
        found |= {"from": days[0], "until": days[1]}
    if kinds := list_of(part):
        found["list_of"] = kinds
    add_node(graph, part.node, "Document", found)
    if part.home is not None:
        link(graph, (part.node, part.home), "REPORTS_ON")


def _add_facts(graph: Graph, facts: Iterable[Fact]) -> None:
    words: defaultdict[str, set[str]] = defaultdict(set)
    for fact in facts:
        claim = fact.head
        name = fact.id
        if claim.type not in FIGURES:
            add_edge(graph, (claim.subject, claim.target), name, claim.type, _edge(fact))
            if claim.target.startswith("Indicator/"):
                words[claim.target] |= _named(fact)
            continue
        add_node(graph, name, "Figure", figure(fact))
        link(graph, (claim.subject, name), claim.type)
        link(graph, (name, claim.target), "OF_INDICATOR")
        words[claim.target] |= _named(fact)
    for node, said in sorted(words.items()):
        add_node(graph, node, "Indicator", indicator(node, said))


def _named(fact: Fact) -> set[str]:
    """The words that an indicator is named by, as the object of a fact or of a figure."""
    said = (claim.statement for claim in fact.claims)
    return {s.object.name if s.object else str(s.qualifiers.get("indicator", "")) for s in said}


def _edge(fact: Fact) -> Properties:
    """What is printed on the edge of a fact: its date, who recognised it, and its evidence."""
    found = evidence(fact)
    if fact.head.type == "FORMERLY_NAMED":
        return {**found, "former": _former(fact)}
    dated = when(fact)
    if dated.date and dated.days:
        found |= {"date": dated.date, "from": dated.days[0], "until": dated.days[1]}
    for name in ("by", "position"):
        said = {c.statement.qualifiers.get(name) for c in fact.exact} - {None, ""}
        if said and name in edge_forms()[fact.head.type].properties:
            found[name] = " | ".join(sorted(map(str, said)))
    return found


def _former(fact: Fact) -> str:
    return min(str(claim.value) for claim in fact.exact)


def _add_regions(
    graph: Graph,
    parts: Iterable[Part],
    members: Mapping[str, Member],
    facts: Iterable[Fact],
) -> None:
    homes = {part.id: part.home for part in parts if part.home is not None}
    for placing in derive_regions(members, facts, homes):
        ends = placing.node, placing.region
        if placing.basis is None:
            link(graph, ends, "PART_OF", {"derived": True})
        else:
            link(graph, ends, "IN_REGION", {"derived": True, "basis": placing.basis})
