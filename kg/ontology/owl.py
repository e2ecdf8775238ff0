"""Classes and properties in OWL 2, aligned with PROV-O, SKOS, ORG, Data Cube, Web Annotation."""

from collections import defaultdict
from collections.abc import Iterator

import rdflib
from rdflib import DCTERMS, OWL, RDF, RDFS, URIRef

from kg.ontology import forms
from kg.ontology.turtle import DATATYPES, KG, both, iri, list_of, union
from kg.store.rdf.names import LITERAL_OBJECT, edge_predicate, predicate
from kg.vocabulary import EdgeForm, edge_forms, node_forms

ONTOLOGY = URIRef("urn:county-kg:ontology")
_OBJECTS = {"passages": ("Passage",)}  # properties that name nodes


def add(graph: rdflib.Graph) -> None:
    """Everything of OWL: the header, the classes, the properties, what is used of others'."""
    _header(graph)
    _classes(graph)
    for form in edge_forms().values():
        if form.type not in LITERAL_OBJECT:
            _edge(graph, form)
    for names in _by_predicate():
        _property(graph, names)


def _header(graph: rdflib.Graph) -> None:
    graph.add((ONTOLOGY, RDF.type, OWL.Ontology))
    both(
        graph, ONTOLOGY, DCTERMS.title, ("县域招商知识图谱本体", "County knowledge graph ontology")
    )
    text = (
        "县域工作报告中的项目、企业、地区及其事实；由 graph.yaml 生成，请勿手改。",
        "Projects, firms and regions of county work reports, and the facts said of them; "
        "generated from graph.yaml, not to be edited.",
    )
    both(graph, ONTOLOGY, DCTERMS.description, text)
    licence = URIRef("https://www.apache.org/licenses/LICENSE-2.0")
    graph.add((ONTOLOGY, DCTERMS.license, licence))
    graph.add((KG.holdsAs, RDF.type, OWL.AnnotationProperty))
    both(graph, KG.holdsAs, RDFS.label, ("成立时为", "holds as"))
    meaning = ("计划或未能的属性对应的、事实成立时的属性", "the property of the fact that holds")
    both(graph, KG.holdsAs, RDFS.comment, meaning)


def _classes(graph: rdflib.Graph) -> None:
    for label, form in node_forms().items():
        _class(graph, label, (form.zh, form.en, form.about_zh, form.about_en), form.sub_class_of)
    for label, texts in forms.STATEMENTS.items():
        _class(graph, label, texts, "rdf:Statement")
    graph.add((KG.Fact, RDFS.subClassOf, iri("prov:Entity")))
    graph.add((iri("prov:Entity"), RDF.type, OWL.Class))
    members = [KG[name] for name in (*node_forms(), *forms.STATEMENTS)]
    apart = rdflib.BNode("classes")
    graph.add((apart, RDF.type, OWL.AllDisjointClasses))
    graph.add((apart, OWL.members, list_of(graph, "classes-member", members)))


def _class(graph: rdflib.Graph, label: str, texts: tuple[str, str, str, str], parent: str) -> None:
    zh, en, about_zh, about_en = texts
    _declare(graph, KG[label], OWL.Class, ((zh, en), (about_zh, about_en)))
    graph.add((KG[label], RDFS.subClassOf, iri(parent)))
    graph.add((iri(parent), RDF.type, OWL.Class))


def _edge(graph: rdflib.Graph, form: EdgeForm) -> None:
    subject = URIRef(edge_predicate(form.type))
    name = subject.removeprefix(str(KG))
    row = forms.row(form)
    held = forms.plain(form)
    _declare(graph, subject, OWL.ObjectProperty, ((form.zh, form.en), forms.meaning(form)))
    _ends(graph, subject, name, form)
    if form.symmetric:
        graph.add((subject, RDF.type, OWL.SymmetricProperty))
    if held:
        graph.add((subject, KG.holdsAs, URIRef(edge_predicate(held.type))))
    elif "sub_property_of" in row:
        graph.add((subject, RDFS.subPropertyOf, iri(row["sub_property_of"])))
        graph.add((iri(row["sub_property_of"]), RDF.type, OWL.ObjectProperty))


def _ends(graph: rdflib.Graph, subject: URIRef, name: str, form: EdgeForm) -> None:
    domain = union(graph, f"{name}-domain", [KG[label] for label in form.sources])
    graph.add((subject, RDFS.domain, domain))
    graph.add((subject, RDFS.range, union(graph, f"{name}-range", [KG[t] for t in form.targets])))


def _by_predicate() -> Iterator[list[str]]:
    """The properties that share a predicate, together: `former` and `former_names`."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in forms.properties():
        groups[predicate(name)].append(name)
    yield from groups.values()


def _property(graph: rdflib.Graph, names: list[str]) -> None:
    subject = URIRef(predicate(names[0]))
    row = forms.properties()[names[0]]
    kind = OWL.ObjectProperty if names[0] in _OBJECTS else OWL.DatatypeProperty
    if not subject.startswith(str(KG)):  # another's: declared as used here, defined there
        annotation = str(subject).startswith((str(RDFS), str(rdflib.SKOS)))
        graph.add((subject, RDF.type, OWL.AnnotationProperty if annotation else kind))
        return
    _declare(graph, subject, kind, ((row["zh"], row["en"]), (row["about_zh"], row["about"])))
    name = subject.removeprefix(str(KG))
    labels = dict.fromkeys(holder for own in names for holder in forms.holders(own))
    domain = union(graph, f"{name}-domain", [KG[label] for label in labels])
    graph.add((subject, RDFS.domain, domain))
    types = list(DATATYPES[row["type"]])
    graph.add((subject, RDFS.range, union(graph, f"{name}-range", types, RDFS.Datatype)))


def _declare(
    graph: rdflib.Graph,
    subject: URIRef,
    kind: URIRef,
    texts: tuple[tuple[str, str], tuple[str, str]],
) -> None:
    graph.add((subject, RDF.type, kind))
    both(graph, subject, RDFS.label, texts[0])
    both(graph, subject, RDFS.comment, texts[1])
    graph.add((subject, RDFS.isDefinedBy, ONTOLOGY))
