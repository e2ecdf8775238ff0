"""What the service says of itself: SPARQL 1.1 Service Description, in RDF."""

import rdflib
from rdflib import RDF, RDFS, BNode, Literal, Namespace, URIRef
from rdflib.namespace import VOID

from kg.serve.formats import ROWS, TRIPLES

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_NAMES = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/ld+json": "json-ld",
    "application/rdf+xml": "xml",
}


def description(endpoint: str, triples: int, kind: str) -> bytes:
    """The description of the service at `endpoint`, in one of the media types of triples."""
    graph = rdflib.Graph(bind_namespaces="none")
    graph.bind("sd", SD)
    graph.bind("void", VOID)
    graph.bind("rdfs", RDFS)
    service, dataset, default = URIRef(endpoint), BNode("dataset"), BNode("graph")
    graph.add((service, RDF.type, SD.Service))
    graph.add((service, SD.endpoint, service))
    graph.add((service, RDFS.label, Literal("县域产业知识图谱（只读）", lang="zh")))
    graph.add((service, RDFS.label, Literal("county knowledge graph, read only", lang="en")))
    graph.add((service, SD.supportedLanguage, SD.SPARQL11Query))
    formats = [form.iri for form in ROWS.values()] + [form.iri for form in TRIPLES.values()]
    for iri in formats:
        graph.add((service, SD.resultFormat, URIRef(iri)))
    graph.add((service, SD.defaultDataset, dataset))
    graph.add((dataset, RDF.type, SD.Dataset))
    graph.add((dataset, SD.defaultGraph, default))
    graph.add((default, RDF.type, SD.Graph))
    graph.add((default, VOID.triples, Literal(triples)))
    return graph.serialize(format=_NAMES[kind], encoding="utf-8")
