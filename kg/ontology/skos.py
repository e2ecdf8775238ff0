"""The closed vocabularies and the indicators in SKOS, with what their nodes carry in the graph."""

from collections.abc import Mapping

import rdflib
from rdflib import DCTERMS, RDF, RDFS, SKOS, Literal, URIRef

from kg.ontology.turtle import KG, both, iri
from kg.vocabulary import Concept, indicators, load, scheme

_CLASSES = {"stages": "Stage", "designations": "Designation", "blockers": "Blocker"}
_EXTRA = ("order", "started", "anchor")


def add(graph: rdflib.Graph) -> None:
    """All concept schemes with their concepts, and the indicators that have an identity."""
    for name, row in load("vocabularies.yaml")["schemes"].items():
        own = iri(f"scheme:{name}")
        graph.add((own, RDF.type, SKOS.ConceptScheme))
        both(graph, own, DCTERMS.title, (row["zh"], row["en"]))
        both(graph, own, DCTERMS.description, (row["about_zh"], row["about_en"]))
        for concept in scheme(name).values():
            subject = iri(f"{row['prefix']}:{concept.code}")
            _concept(graph, subject, concept)
            if name in _CLASSES:
                _node(graph, subject, _CLASSES[name], concept)
            for key, value in _told(name, concept).items():
                graph.add((subject, KG[key], Literal(value)))
            graph.add((subject, SKOS.inScheme, own))
            graph.add((subject, SKOS.topConceptOf, own))
            graph.add((own, SKOS.hasTopConcept, subject))
    for concept in indicators().values():
        _indicator(graph, concept)


def _told(name: str, concept: Concept) -> Mapping[str, object]:
    """What the graph's node says of a concept; `started` and `anchor` are false where not given."""
    told = {key: concept.extra[key] for key in _EXTRA if key in concept.extra}
    absent = {"stages": {"started": False}, "designations": {"anchor": False}}
    return {**absent.get(name, {}), **told}


def _concept(graph: rdflib.Graph, subject: URIRef, concept: Concept) -> None:
    graph.add((subject, RDF.type, SKOS.Concept))
    graph.add((subject, SKOS.notation, Literal(concept.code)))
    graph.add((subject, KG.code, Literal(concept.code)))
    both(graph, subject, SKOS.prefLabel, (concept.zh, concept.en))
    definition = (str(concept.extra["about_zh"]), str(concept.extra["about_en"]))
    both(graph, subject, SKOS.definition, definition)


def _node(graph: rdflib.Graph, subject: URIRef, label: str, concept: Concept) -> None:
    """What the node of the graph has too, so that the two can be loaded together."""
    graph.add((subject, RDF.type, KG[label]))
    graph.add((subject, DCTERMS.identifier, Literal(f"{label}/{concept.code}")))
    graph.add((subject, RDFS.label, Literal(concept.zh, lang="zh")))


def _indicator(graph: rdflib.Graph, concept: Concept) -> None:
    subject = iri(f"indicator:{concept.code}")
    _concept(graph, subject, concept)
    _node(graph, subject, "Indicator", concept)
    graph.add((subject, KG.better, Literal(concept.extra["better"])))
    graph.add((subject, KG.baseUnit, Literal(concept.extra["unit"])))
    for word in concept.extra["words"]:
        if word != concept.zh:
            graph.add((subject, SKOS.altLabel, Literal(word, lang="zh")))
