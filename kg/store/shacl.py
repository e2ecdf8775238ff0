"""Whether a graph has the form that it should: the SHACL shapes of `ontology/shapes.ttl`."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import rdflib
from pyshacl import validate
from rdflib import DCTERMS, RDF, SH
from rdflib.term import Node

from kg.graph.form import Graph
from kg.rooms import room
from kg.store.rdf import rdflib_graph


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong with one node: which shape it breaks, on which property, said in words.

    `severity` is `Violation` (the form is broken) or `Warning` (to be reviewed).
    """

    severity: str
    node: str
    path: str
    zh: str
    en: str
    value: str = ""

    def __str__(self) -> str:
        value = f" = {self.value}" if self.value else ""
        return f"{self.node} {self.path}{value}: {self.zh} / {self.en}"


def check(graph: Graph | rdflib.Graph) -> list[Problem]:
    """Where a graph differs from its shapes, in order; empty where it has the form."""
    data = graph if isinstance(graph, rdflib.Graph) else rdflib_graph(graph)
    _, report, _ = validate(data, shacl_graph=shapes(), inference="none", inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"pySHACL gave no report but {report!r}")
    return sorted(set(_problems(report, data)))


@cache
def shapes() -> rdflib.Graph:
    """The shapes, read once."""
    return rdflib.Graph().parse(room("ontology") / "shapes.ttl", format="turtle")


def _problems(report: rdflib.Graph, data: rdflib.Graph) -> Iterator[Problem]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, value = report.value(result, SH.focusNode), report.value(result, SH.value)
        own = data.value(focus, DCTERMS.identifier)
        if own is None and value is not None:  # a rule about a whole class: its member is the value
            focus, value, own = value, None, data.value(value, DCTERMS.identifier)
        texts = _messages(report, result)
        yield Problem(
            str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            str(own or focus),
            _short(data, report.value(result, SH.resultPath)),
            texts.get("zh", ""),
            texts.get("en", ""),
            "" if value is None or value == focus else str(value),
        )


def _messages(report: rdflib.Graph, result: Node) -> dict[str | None, str]:
    """By language, the words of the rule that was broken (pySHACL's own copies may lose theirs)."""
    rule = report.value(result, SH.sourceConstraint) or report.value(result, SH.sourceShape)
    texts = shapes().objects(rule, SH.message)
    return {text.language: str(text) for text in texts if isinstance(text, rdflib.Literal)}


def _short(data: rdflib.Graph, path: Node | None) -> str:
    """`kg:signedAt` for an IRI; nothing for a rule about the node or a path of several steps."""
    return path.n3(data.namespace_manager) if isinstance(path, rdflib.URIRef) else ""
