"""The property graph → RDF 1.1 quads: one pass over nodes and edges, nothing kept."""

from collections.abc import Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from kg.graph.form import Graph
from kg.store.rdf import names
from kg.store.rdf.literals import literals
from kg.vocabulary import edge_forms, node_forms

_TYPE = ox.NamedNode(f"{names.RDF}type")
_SUBJECT, _PREDICATE, _OBJECT = (
    ox.NamedNode(names.RDF + part) for part in ("subject", "predicate", "object")
)
_PREF_LABEL = ox.NamedNode(f"{names.SKOS}prefLabel")
_IDENTIFIER = ox.NamedNode(names.predicate("id"))


def quads(graph: Graph, base: str = names.BASE) -> Iterator[ox.Quad]:
    """The graph as RDF 1.1, all in the default graph; the form is in `kg.store.rdf`.

    `base` is where the ids lie. A triple may come twice (two facts of two dates share their direct
    triple). Raises `InputError` for text that RDF cannot hold, `OntologyError` for a graph that is
    not in the form of `ontology/graph.yaml`.
    """
    base = names.checked_base(base)
    for node, data in graph.nodes(data=True):
        yield from _node(str(node), data, base)
    for source, target, key, data in graph.edges(keys=True, data=True):
        yield from _edge((str(source), str(target), str(key)), data, base)


def _node(identifier: str, data: Mapping[str, Any], base: str) -> Iterator[ox.Quad]:
    subject = ox.NamedNode(names.id_iri(identifier, base))
    label = str(data.get("label"))
    yield ox.Quad(subject, _TYPE, ox.NamedNode(names.class_iri(label)))
    yield from _properties(subject, identifier, data, base)
    if node_forms()[label].sub_class_of == "skos:Concept" and "name" in data:
        for literal in literals(identifier, "name", data["name"]):
            yield ox.Quad(subject, _PREF_LABEL, literal)


def _edge(ends: tuple[str, str, str], data: Mapping[str, Any], base: str) -> Iterator[ox.Quad]:
    source, target, key = ends
    edge = str(data.get("type"))
    subject = ox.NamedNode(names.id_iri(source, base))
    predicate = ox.NamedNode(names.edge_predicate(edge))
    own = names.LITERAL_OBJECT.get(edge)
    objects: list[ox.NamedNode | ox.Literal] = (
        [*literals(key, own, data.get(own))] if own else [ox.NamedNode(names.id_iri(target, base))]
    )
    said = {name: value for name, value in data.items() if name not in ("type", own)}
    for object_ in objects:
        yield ox.Quad(subject, predicate, object_)
        if edge in names.ALSO:
            yield ox.Quad(subject, ox.NamedNode(names.ALSO[edge]), object_)
        if reified(edge):
            statement = ox.NamedNode(names.id_iri(key, base))
            yield ox.Quad(statement, _TYPE, ox.NamedNode(names.KG + statement_class(edge, data)))
            yield ox.Quad(statement, _SUBJECT, subject)
            yield ox.Quad(statement, _PREDICATE, predicate)
            yield ox.Quad(statement, _OBJECT, object_)
            yield from _properties(statement, key, said, base)


def reified(edge: str) -> bool:
    """Whether edges of this type have a node of their own: those that say more than their ends."""
    return set(edge_forms()[edge].properties) > {"id", names.UNPRINTED}


def statement_class(edge: str, data: Mapping[str, Any]) -> str:
    """The class of an edge's own node: `Fact` (a text says it), `Derived` or `Suggestion`."""
    form = edge_forms()[edge]
    if data.get("derived"):
        return "Derived"
    if "score" in form.properties:
        return "Suggestion"
    return "Fact" if "quote" in form.properties else "Derived"


def _properties(
    subject: ox.NamedNode, identifier: str, data: Mapping[str, Any], base: str
) -> Iterator[ox.Quad]:
    yield ox.Quad(subject, _IDENTIFIER, ox.Literal(identifier))
    for name, value in data.items():
        if name in ("label", "id", names.UNPRINTED):
            continue
        predicate = ox.NamedNode(names.predicate(name))
        if name == "passages":
            for passage in value:
                yield ox.Quad(subject, predicate, ox.NamedNode(names.id_iri(passage, base)))
            continue
        for literal in literals(identifier, name, value):
            yield ox.Quad(subject, predicate, literal)
