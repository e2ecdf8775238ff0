"""SHACL shapes: what a printed graph must look like, each with its message in both languages.

One closed node shape a class: only the class's own properties and edges are allowed on it, so an
edge from a wrong start is caught there and one to a wrong end by the edge's property shape.
"""

from collections.abc import Sequence

import rdflib
from rdflib import RDF, SH, Literal, URIRef
from rdflib.term import Node

from kg.ontology import forms
from kg.ontology.turtle import DATATYPES, KG, both, iri, list_of
from kg.rooms import room
from kg.store.rdf.names import ALSO, LANGUAGE, LITERAL_OBJECT, edge_predicate, predicate
from kg.vocabulary import EdgeForm, edge_forms, node_forms

_REQUIRED = ("id", "name", "code", "state", "measure", "confidence", "text", "start", "end")
_REQUIRED_OF = {
    "Suggestion": ("score", "state"),
    "Derived": ("derived",),
    "Chain": ("name",),  # only those of the taxonomy have a code
}
_CONCEPT_EXTRAS = ("skos:prefLabel", "skos:inScheme", "skos:topConceptOf", "skos:notation",
                   "skos:definition", "skos:altLabel")  # fmt: skip


def add(graph: rdflib.Graph) -> None:
    """All shapes: of properties, of edges, of the classes that carry them, and the rules."""
    for name in forms.properties():
        if name not in LITERAL_OBJECT.values():
            _literal_shape(graph, name)
    for form in edge_forms().values():
        for source in form.sources if form.same_ends else ("",):
            _edge_shape(graph, form, source)
    for label, node in node_forms().items():
        _class_shape(graph, label, (node.zh, node.en))
    for label, texts in forms.STATEMENTS.items():
        _class_shape(graph, label, texts[:2])
    _one_label(graph)
    graph.parse(room("ontology") / "rules.ttl", format="turtle")


def _one_label(graph: rdflib.Graph) -> None:
    """Whatever has an id is of exactly one of our classes."""
    thing, label, ours = (iri(f"shape:{name}") for name in ("thing", "thing-class", "thing-ours"))
    graph.add((thing, RDF.type, SH.NodeShape))
    graph.add((thing, SH.targetSubjectsOf, URIRef(predicate("id"))))
    graph.add((thing, SH.property, label))
    graph.add((label, RDF.type, SH.PropertyShape))
    graph.add((label, SH.path, RDF.type))
    graph.add((label, SH.qualifiedValueShape, ours))
    graph.add((label, SH.qualifiedMinCount, Literal(1)))
    graph.add((label, SH.qualifiedMaxCount, Literal(1)))
    both(
        graph, label, SH.message, ("应有一个且仅一个类别", "should have exactly one of our classes")
    )
    classes = [KG[name] for name in (*node_forms(), *forms.STATEMENTS)]
    graph.add((ours, RDF.type, SH.NodeShape))
    graph.add((ours, SH["in"], list_of(graph, "thing-ours", classes)))


def _literal_shape(graph: rdflib.Graph, name: str) -> None:
    row = forms.properties()[name]
    subject = _named(name)
    graph.add((subject, RDF.type, SH.PropertyShape))
    graph.add((subject, SH.path, URIRef(predicate(name))))
    graph.add((subject, SH.name, Literal(row["zh"], lang="zh")))
    _values(graph, subject, name)
    said = (f"{row['zh']}（{row['about_zh']}）的值不合类型", f"{row['en']}: {row['about']}")
    if values := forms.values(name):
        said = (f"{said[0]}，应为 {'、'.join(values)}", f"{said[1]}: one of {', '.join(values)}")
    both(graph, subject, SH.message, (said[0], f"wrong value of {said[1]}"))


def _values(graph: rdflib.Graph, subject: URIRef, name: str) -> None:
    row = forms.properties()[name]
    if name == "passages":
        graph.add((subject, SH["class"], KG.Passage))
    elif name in LANGUAGE:
        graph.add((subject, SH.datatype, RDF.langString))
    else:
        _datatypes(graph, subject, name, DATATYPES[row["type"]])
    if values := forms.values(name):
        allowed = [Literal(value) for value in values]
        graph.add((subject, SH["in"], list_of(graph, f"{name}-in", allowed)))
    if row["type"] != "strings" and name != "name_en":
        graph.add((subject, SH.maxCount, Literal(1)))


def _datatypes(graph: rdflib.Graph, subject: URIRef, name: str, types: Sequence[URIRef]) -> None:
    if len(types) == 1:
        graph.add((subject, SH.datatype, types[0]))
        return
    options: list[Node] = []
    for number, datatype in enumerate(types):
        options.append(rdflib.BNode(f"{name}-or-{number}"))
        graph.add((options[-1], SH.datatype, datatype))
    graph.add((subject, SH["or"], list_of(graph, f"{name}-or", options)))


def _edge_shape(graph: rdflib.Graph, form: EdgeForm, source: str) -> None:
    """The ends an edge may lead to; `source` where they must be of the same class."""
    subject = _edge_named(form, source)
    graph.add((subject, RDF.type, SH.PropertyShape))
    graph.add((subject, SH.path, URIRef(edge_predicate(form.type))))
    if form.type in LITERAL_OBJECT:
        _datatypes(graph, subject, form.type, DATATYPES["string"])
        both(graph, subject, SH.message, (f"{form.zh}应为文字", f"{form.en} should be a text"))
        return
    targets = [source] if source else list(form.targets)
    zh, en = ([getattr(node_forms()[t], part) for t in targets] for part in ("zh", "en"))
    message = (f"“{form.zh}”应指向{'、'.join(zh)}", f"{form.en} should lead to: {', '.join(en)}")
    both(graph, subject, SH.message, message)
    options: list[Node] = [KG[target] for target in targets]
    if len(options) == 1:
        graph.add((subject, SH["class"], options[0]))
        return
    nodes: list[Node] = []
    for target, option in zip(targets, options, strict=True):
        nodes.append(rdflib.BNode(f"{form.type}-{target}"))
        graph.add((nodes[-1], SH["class"], option))
    graph.add((subject, SH["or"], list_of(graph, f"{form.type}-or", nodes)))


def _class_shape(graph: rdflib.Graph, label: str, names: tuple[str, str]) -> None:
    subject = iri(f"shape:{label}")
    graph.add((subject, RDF.type, SH.NodeShape))
    graph.add((subject, SH.targetClass, KG[label]))
    graph.add((subject, SH.closed, Literal(True)))
    head = list_of(graph, f"{label}-ignored", _ignored(label))
    graph.add((subject, SH.ignoredProperties, head))
    message = (f"{names[0]}不应有此属性", f"a {names[1].lower()} should not have this property")
    both(graph, subject, SH.message, message)
    for name in forms.carried(label):
        graph.add((subject, SH.property, _named(name)))
    for form in edge_forms().values():
        if label in form.sources:
            own = label if form.same_ends else ""
            graph.add((subject, SH.property, _edge_named(form, own)))
    _required(graph, label, names)


def _ignored(label: str) -> list[URIRef]:
    """What a class may have beside its own properties: the standard terms printed with them."""
    if label in forms.STATEMENTS:
        return [RDF.type, RDF.subject, RDF.predicate, RDF.object]
    own = [form.type for form in edge_forms().values() if label in form.sources]
    found = [RDF.type, *(URIRef(ALSO[edge]) for edge in own if edge in ALSO)]
    if label == "Indicator" or node_forms()[label].sub_class_of == "skos:Concept":
        found += [iri(extra) for extra in _CONCEPT_EXTRAS]
    return found


def _required(graph: rdflib.Graph, label: str, names: tuple[str, str]) -> None:
    """What every one of a class must say."""
    always = _REQUIRED if label not in _REQUIRED_OF else ("id", *_REQUIRED_OF[label])
    for name in always:
        if name in forms.carried(label):
            row = forms.properties()[name]
            node = iri(f"shape:{label}-{name}")
            graph.add((iri(f"shape:{label}"), SH.property, node))
            graph.add((node, RDF.type, SH.PropertyShape))
            graph.add((node, SH.path, URIRef(predicate(name))))
            graph.add((node, SH.minCount, Literal(1)))
            said = (f"{names[0]}缺少{row['zh']}", f"the {names[1].lower()} lacks its {row['en']}")
            both(graph, node, SH.message, said)


def _named(name: str) -> URIRef:
    return iri(f"shape:property-{name}")


def _edge_named(form: EdgeForm, source: str = "") -> URIRef:
    """The IRI of an edge's property shape; one for each class where both ends must agree."""
    return iri(f"shape:{form.type}-{source}" if source else f"shape:{form.type}")
