"""RDF → property graph: the printers' way back, written for the tests from the documented table."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

import networkx as nx
import pyoxigraph as ox

from kg.graph.form import Graph
from kg.vocabulary import edge_forms, load

_KG = "urn:county-kg:ontology#"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TABLE = {
    "http://www.w3.org/2000/01/rdf-schema#label": "name",
    "http://www.w3.org/2004/02/skos/core#prefLabel": "name_en",
    "http://www.w3.org/2004/02/skos/core#altLabel": "aliases",
    f"{_KG}formerName": "former_names",
    f"{_KG}document": "documents",
    f"{_KG}reason": "reasons",
    "http://www.w3.org/ns/prov#wasDerivedFrom": "passages",
    "http://purl.org/dc/terms/title": "title",
    "http://purl.org/dc/terms/publisher": "issuer",
    "http://www.w3.org/ns/oa#start": "start",
    "http://www.w3.org/ns/oa#end": "end",
}
_SAID_TWICE = (
    "http://purl.org/dc/terms/isPartOf",
    "http://www.w3.org/2004/02/skos/core#broader",
)
_READ: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "double": float,
    "boolean": lambda text: text == "true",
}


def text(term: object) -> str:
    """The IRI of a name, the words of a literal."""
    assert isinstance(term, ox.NamedNode | ox.Literal)
    return term.value


def property_graph(triples: Iterable[ox.Triple]) -> tuple[Graph, set[ox.Triple]]:
    """The property graph that these triples print, and the triples that print nothing."""
    about: defaultdict[str, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        about[text(triple.subject)].append(triple)
    ids = {iri: _one(own, "http://purl.org/dc/terms/identifier") for iri, own in about.items()}
    graph: Graph = nx.MultiDiGraph()
    left: set[ox.Triple] = set()
    told: set[tuple[str, str, str]] = set()
    for iri, own in about.items():
        label = _one(own, f"{_RDF}type").removeprefix(_KG)
        if label in ("Fact", "Derived", "Suggestion"):
            told.add(_statement(graph, own, ids))
        else:
            graph.add_node(ids[iri], label=label, **_properties(own, ids))
    for iri, own in about.items():
        for triple in own:
            left |= _direct(graph, iri, triple, (ids, told))
    return graph, left


def _statement(graph: Graph, own: list[ox.Triple], ids: dict[str, str]) -> tuple[str, str, str]:
    subject, predicate, object_ = (_one(own, _RDF + p) for p in ("subject", "predicate", "object"))
    said = _properties([t for t in own if not text(t.predicate).startswith(_RDF)], ids)
    if predicate == f"{_KG}formerName":
        graph.add_edge(
            ids[subject], ids[subject], said["id"], type="FORMERLY_NAMED", former=object_, **said
        )
    else:
        graph.add_edge(ids[subject], ids[object_], said["id"], type=_edge_type(predicate), **said)
    return subject, predicate, object_


def _direct(graph: Graph, iri: str, triple: ox.Triple, known: tuple[Any, Any]) -> set[ox.Triple]:
    """An edge without a node of its own; what is neither that nor known otherwise is left over."""
    ids, told = known
    predicate, object_ = text(triple.predicate), text(triple.object)
    kind = _edge_type(predicate)
    if predicate in _SAID_TWICE or (iri, predicate, object_) in told:
        return set()
    if kind and isinstance(triple.object, ox.NamedNode):
        source, target = ids[iri], ids[object_]
        graph.add_edge(source, target, f"{source} {kind} {target}", type=kind)
        return set()
    return set() if predicate.startswith(_RDF) or _name(predicate) else {triple}


def _properties(own: list[ox.Triple], ids: dict[str, str]) -> dict[str, Any]:
    declared = load("graph.yaml")["properties"]
    found: dict[str, Any] = {}
    for triple in own:
        name = _name(text(triple.predicate))
        if name is None or (name == "name_en" and str(triple.object).endswith("@zh")):
            continue
        value = _value(triple.object, ids)
        if declared[name]["type"] == "strings":
            found.setdefault(name, []).append(value)
        else:
            assert name not in found, f"{name} twice"
            found[name] = value
    return found


def _value(term: object, ids: dict[str, str]) -> Any:
    if isinstance(term, ox.NamedNode):
        return ids.get(term.value, term.value)
    assert isinstance(term, ox.Literal)
    read = _READ.get(term.datatype.value.removeprefix(_XSD), str)
    return read(term.value)


def _name(predicate: str) -> str | None:
    if predicate == "http://purl.org/dc/terms/identifier":
        return "id"
    local = predicate.removeprefix(_KG)
    snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in local)
    return _TABLE.get(predicate) or (snake if snake in load("graph.yaml")["properties"] else None)


def _edge_type(predicate: str) -> str | None:
    local = predicate.removeprefix(_KG)
    upper = "".join(f"_{c}" if c.isupper() else c.upper() for c in local)
    return upper if upper in edge_forms() else None


def _one(own: list[ox.Triple], predicate: str) -> str:
    (value,) = {text(t.object) for t in own if text(t.predicate) == predicate}
    return value
