"""What the generators share: names, bilingual texts, RDF lists, and Turtle that never varies."""

from collections.abc import Sequence

import rdflib
from rdflib import OWL, RDF, XSD, BNode, Literal, Namespace, URIRef
from rdflib.term import Node

from kg.store.rdf.names import PREFIXES

KG = Namespace(PREFIXES["kg"])
NAMESPACES = {
    **PREFIXES,
    "owl": str(OWL),
    "sh": "http://www.w3.org/ns/shacl#",
    "org": "http://www.w3.org/ns/org#",
    "qb": "http://purl.org/linked-data/cube#",
    "shape": "urn:county-kg:shape/",
    "scheme": "urn:county-kg:scheme/",
    "region-level": "urn:county-kg:region-level/",
}
# type of a property in graph.yaml → the datatypes of its literals
DATATYPES = {
    **dict.fromkeys(("string", "text", "period", "strings"), (XSD.string,)),
    "integer": (XSD.integer,),
    "number": (XSD.integer, XSD.double),
    "boolean": (XSD.boolean,),
    "date": (XSD.date,),
}


def iri(short: str) -> URIRef:
    """`prov:Entity` → its IRI; `KeyError` for an unknown prefix."""
    prefix, _, name = short.partition(":")
    return URIRef(NAMESPACES[prefix] + name)


def both(graph: rdflib.Graph, subject: Node, predicate: URIRef, texts: tuple[str, str]) -> None:
    """Say one thing in Chinese and in English."""
    for text, language in zip(texts, ("zh", "en"), strict=True):
        graph.add((subject, predicate, Literal(text, lang=language)))


def list_of(graph: rdflib.Graph, name: str, members: Sequence[Node]) -> Node:
    """An RDF list; `name` keeps its blank nodes the same every time."""
    nodes = [BNode(f"{name}-{number}") for number in range(len(members))]
    for node, member, rest in zip(nodes, members, [*nodes[1:], RDF.nil], strict=True):
        graph.add((node, RDF.first, member))
        graph.add((node, RDF.rest, rest))
    return nodes[0] if nodes else RDF.nil


def union(
    graph: rdflib.Graph, name: str, members: Sequence[Node], kind: URIRef = OWL.Class
) -> Node:
    """The class (or datatype) that holds what any of the members holds; a single one is itself."""
    if len(members) == 1:
        return members[0]
    node = BNode(name)
    graph.add((node, RDF.type, kind))
    graph.add((node, OWL.unionOf, list_of(graph, f"{name}-member", members)))
    return node


def serialize(graph: rdflib.Graph) -> str:
    """The graph as Turtle, with the prefixes that it uses."""
    used = {str(term) for triple in graph for term in triple if isinstance(term, URIRef)}
    used |= {str(term.datatype) for term in graph.objects() if isinstance(term, Literal)}
    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in sorted(NAMESPACES.items()):
        if any(name.startswith(namespace) for name in used):
            result.bind(prefix, namespace)
    for triple in graph:
        result.add(triple)
    return result.serialize(format="turtle")
