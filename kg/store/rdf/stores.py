"""The graph in an RDF store: pyoxigraph's, which answers fast, and rdflib's, which all know."""

from collections.abc import Iterable

import pyoxigraph as ox
import rdflib
from rdflib.term import Identifier

from kg.graph.form import Graph
from kg.store.rdf.names import BASE, PREFIXES
from kg.store.rdf.printing import quads


def oxigraph(graph: Graph, base: str = BASE) -> ox.Store:
    """The graph in an in-memory pyoxigraph store."""
    store = ox.Store()
    store.bulk_extend(quads(graph, base))
    return store


def rdflib_graph(graph: Graph, base: str = BASE) -> rdflib.Graph:
    """The graph in an in-memory rdflib graph, with its prefixes bound."""
    return to_rdflib(quad.triple for quad in quads(graph, base))


def to_rdflib(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Triples of pyoxigraph in an rdflib graph, term by term and unchanged."""
    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    for triple in triples:
        result.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return result


def _term(term: object) -> Identifier:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise TypeError(f"{term}: no term of RDF 1.1")
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    if term.datatype.value == str(rdflib.XSD.string):
        return rdflib.Literal(term.value)
    datatype = rdflib.URIRef(term.datatype.value)
    return rdflib.Literal(term.value, datatype=datatype, normalize=False)
