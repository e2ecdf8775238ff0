"""What a check found, told so that a reader can go there: which fact, document and sentence."""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import rdflib
from rdflib import DCTERMS, RDF, RDFS, Literal
from rdflib.term import Node

from kg.graph.form import Graph
from kg.store.rdf import rdflib_graph, read
from kg.store.rdf.names import KG as KG_IRI
from kg.store.rdf.names import edge_predicate
from kg.store.rdf.stores import to_rdflib
from kg.store.shacl import Problem, check
from kg.vocabulary import edge_forms

KG = rdflib.Namespace(KG_IRI)
_FIGURES = (KG.hasFigure, KG.hasTarget, KG.hasForecast)


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem and its place.

    `thing` says in words what is wrong (`甲项目 — 签约于 → 乙节`), `source` in which document and
    section, `sentence` what stands there; both are empty where the data has none.
    """

    severity: str
    node: str
    path: str
    value: str
    zh: str
    en: str
    thing: str
    source: str
    sentence: str

    @property
    def broken(self) -> bool:
        """Whether the form is broken; else it is to be reviewed."""
        return self.severity == "Violation"


COLUMNS = tuple(field.name for field in fields(Finding))


def findings(data: Graph | rdflib.Graph) -> list[Finding]:
    """All that differs from the shapes, what is broken first; empty where nothing does."""
    triples = data if isinstance(data, rdflib.Graph) else rdflib_graph(data)
    found = [_located(triples, problem) for problem in check(triples)]
    return sorted(found, key=lambda finding: (not finding.broken, astuple(finding)))


def findings_of_file(path: Path) -> list[Finding]:
    """The same of a file of RDF; `InputError` where it cannot be read."""
    return findings(to_rdflib(read(path)))


def _located(data: rdflib.Graph, problem: Problem) -> Finding:
    node = data.value(predicate=DCTERMS.identifier, object=Literal(problem.node), any=True)
    told = node if node is not None else rdflib.URIRef(problem.node)
    source, sentence = next(_sayings(data, told), ("", ""))
    return Finding(
        problem.severity, problem.node, problem.path, problem.value, problem.zh, problem.en,
        _thing(data, told), source or _documents(data, told), sentence,
    )  # fmt: skip


def _thing(data: rdflib.Graph, node: Node) -> str:
    """A fact as `subject — edge → object`, a figure with its subject, else the name."""
    subject, target = data.value(node, RDF.subject), data.value(node, RDF.object)
    if subject is not None and target is not None:
        words = _edge_words(data.value(node, RDF.predicate))
        return f"{_name(data, subject)} — {words} → {_name(data, target)}"
    owner = next((o for edge in _FIGURES for o in data.subjects(edge, node)), None)
    indicator = data.value(node, KG.ofIndicator)
    parts = [_name(data, part) for part in (owner, indicator, node) if part is not None]
    return " ".join(part for part in parts if part)


def _name(data: rdflib.Graph, node: Node) -> str:
    if isinstance(node, Literal):
        return str(node)
    label = data.value(node, RDFS.label, any=True)
    return "" if label is None else str(label)


def _edge_words(predicate: Node | None) -> str:
    known = {edge_predicate(form.type): form.zh for form in edge_forms().values()}
    return known.get(str(predicate), str(predicate))


def _sayings(data: rdflib.Graph, node: Node) -> Iterator[tuple[str, str]]:
    """Where a node's own sentence stands, else one that says something of it, else names it."""
    about = [*data.subjects(RDF.subject, node), *data.subjects(RDF.object, node)]
    for fact in (node, *sorted(about, key=str)):
        quote = data.value(fact, KG.quote, any=True)
        if quote is not None:
            yield _text(data, fact, KG.source), str(quote)
    for passage in (node, *sorted(data.subjects(KG.mentions, node), key=str)):
        text = data.value(passage, KG.text, any=True)
        if text is not None:
            document = data.value(passage, KG.inDocument, any=True)
            place = _text(data, passage, KG.place)
            stem = "" if document is None else _name(data, document)
            yield f"{stem} {place}".strip(), str(text)


def _text(data: rdflib.Graph, node: Node, predicate: Node) -> str:
    value = data.value(node, predicate, any=True)
    return "" if value is None else str(value)


def _documents(data: rdflib.Graph, node: Node) -> str:
    subject = data.value(node, RDF.subject)
    for holder in (node, subject):
        named = sorted(map(str, data.objects(holder, KG.document))) if holder is not None else []
        if named:
            return "、".join(named)
    return ""
