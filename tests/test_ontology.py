"""The generated ontology: up to date, sound as OWL, SKOS and SHACL, and complete."""

import json
from pathlib import Path

import pytest
import rdflib
from pyshacl import validate
from rdflib import OWL, RDF, RDFS, SH, SKOS, Literal, URIRef

from kg.ontology import generate
from kg.ontology.forms import properties
from kg.rooms import room
from kg.store.rdf.names import BASE, LITERAL_OBJECT, edge_predicate, predicate
from kg.vocabulary import edge_forms, load, namespace, node_forms, scheme

KG = "urn:county-kg:ontology#"
FILES = ("kg.ttl", "shapes.ttl", "context.jsonld")


def read(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(room("ontology") / name, format="turtle")


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return read("kg.ttl")


@pytest.fixture(scope="module")
def shapes() -> rdflib.Graph:
    return read("shapes.ttl")


def languages(graph: rdflib.Graph, subject: URIRef, said: URIRef) -> set[str | None]:
    return {o.language for o in graph.objects(subject, said) if isinstance(o, Literal)}


@pytest.mark.parametrize("name", FILES)
def test_the_committed_file_is_what_the_yaml_gives(name: str) -> None:
    committed = Path(room("ontology") / name).read_text("utf-8")
    assert committed == generate()[name], "run: python -m kg.ontology"


def test_the_base_is_the_one_of_the_yaml() -> None:
    assert namespace() == BASE


class TestOwl:
    def test_every_label_is_a_class_with_its_words(self, ontology: rdflib.Graph) -> None:
        for label in (*node_forms(), "Fact", "Derived", "Suggestion"):
            subject = URIRef(KG + label)
            assert (subject, RDF.type, OWL.Class) in ontology
            assert languages(ontology, subject, RDFS.label) == {"zh", "en"}, label
            assert languages(ontology, subject, RDFS.comment) == {"zh", "en"}, label
            assert list(ontology.objects(subject, RDFS.subClassOf)), label

    def test_every_edge_is_a_property_with_its_words_and_ends(self, ontology: rdflib.Graph) -> None:
        for form in edge_forms().values():
            if form.type in LITERAL_OBJECT:
                continue
            subject = URIRef(edge_predicate(form.type))
            assert (subject, RDF.type, OWL.ObjectProperty) in ontology
            assert languages(ontology, subject, RDFS.label) == {"zh", "en"}, form.type
            assert languages(ontology, subject, RDFS.comment) == {"zh", "en"}, form.type
            assert _union(ontology, subject, RDFS.domain) == {KG + s for s in form.sources}
            assert _union(ontology, subject, RDFS.range) == {KG + t for t in form.targets}

    def test_every_property_of_ours_has_its_words_and_holders(self, ontology: rdflib.Graph) -> None:
        for name in properties():
            subject = URIRef(predicate(name))
            if not subject.startswith(KG):
                continue
            assert (subject, RDF.type, OWL.DatatypeProperty) in ontology
            assert languages(ontology, subject, RDFS.label) == {"zh", "en"}, name
            assert languages(ontology, subject, RDFS.comment) == {"zh", "en"}, name
            assert _union(ontology, subject, RDFS.domain), name
            assert list(ontology.objects(subject, RDFS.range)), name

    def test_a_plan_is_no_kind_of_the_fact(self, ontology: rdflib.Graph) -> None:
        for form in edge_forms().values():
            if form.status in ("planned", "failed"):
                subject = URIRef(edge_predicate(form.type))
                assert not list(ontology.objects(subject, RDFS.subPropertyOf)), form.type
                (held,) = ontology.objects(subject, URIRef(f"{KG}holdsAs"))
                assert "lanned" not in str(held)
                assert "ailed" not in str(held)

    @pytest.mark.parametrize(
        ("ours", "relation", "theirs"),
        [
            ("Fact", RDFS.subClassOf, RDF.Statement),
            ("Company", RDFS.subClassOf, URIRef("http://www.w3.org/ns/org#FormalOrganization")),
            ("Region", RDFS.subClassOf, rdflib.PROV.Location),
            ("Event", RDFS.subClassOf, rdflib.PROV.Activity),
            ("Figure", RDFS.subClassOf, rdflib.QB.Observation),
            ("Passage", RDFS.subClassOf, URIRef("http://www.w3.org/ns/oa#TextPositionSelector")),
            ("Stage", RDFS.subClassOf, SKOS.Concept),
            ("locatedIn", RDFS.subPropertyOf, rdflib.PROV.atLocation),
            ("inDocument", RDFS.subPropertyOf, rdflib.DCTERMS.isPartOf),
            ("ofIndicator", RDFS.subPropertyOf, rdflib.QB.measureType),
        ],
    )
    def test_it_is_aligned(
        self, ontology: rdflib.Graph, ours: str, relation: URIRef, theirs: URIRef
    ) -> None:
        assert (URIRef(KG + ours), relation, theirs) in ontology

    def test_nothing_is_used_that_is_not_declared(self, ontology: rdflib.Graph) -> None:
        declared = set(ontology.subjects(RDF.type, None))
        used = {o for p in (RDFS.subClassOf, RDFS.subPropertyOf) for o in ontology.objects(None, p)}
        assert used <= declared


def _union(graph: rdflib.Graph, subject: URIRef, end: URIRef) -> set[str]:
    (node,) = graph.objects(subject, end)
    head = graph.value(node, OWL.unionOf)
    return {str(member) for member in graph.items(head)} if head else {str(node)}


class TestSkos:
    @pytest.mark.parametrize("name", ["stages", "designations", "blockers", "region_levels"])
    def test_every_code_is_a_concept_of_its_scheme(self, ontology: rdflib.Graph, name: str) -> None:
        prefix = load("vocabularies.yaml")["schemes"][name]["prefix"]
        own = URIRef(f"urn:county-kg:scheme/{name}")
        assert (own, RDF.type, SKOS.ConceptScheme) in ontology
        assert len(list(ontology.subjects(SKOS.inScheme, own))) == len(scheme(name))
        for code in scheme(name):
            subject = URIRef(f"urn:county-kg:{prefix}/{code}")
            assert (subject, URIRef(f"{KG}code"), Literal(code)) in ontology
            assert languages(ontology, subject, SKOS.prefLabel) == {"zh", "en"}, code
            assert languages(ontology, subject, SKOS.definition) == {"zh", "en"}, code

    def test_a_stage_has_its_place_on_the_line(self, ontology: rdflib.Graph) -> None:
        started, stalled = (URIRef(f"urn:county-kg:stage/{c}") for c in ("started", "stalled"))
        order, begun = URIRef(f"{KG}order"), URIRef(f"{KG}started")
        assert ontology.value(started, order) == Literal(7)
        assert ontology.value(started, begun) == Literal(True)
        assert ontology.value(stalled, order) is None
        assert ontology.value(stalled, begun) == Literal(False)


class TestShapes:
    def test_they_are_shapes(self, shapes: rdflib.Graph) -> None:
        assert validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)[0]

    def test_every_class_is_closed(self, shapes: rdflib.Graph) -> None:
        closed = set(shapes.subjects(SH.closed, Literal(True)))
        targets = {str(o) for s in closed for o in shapes.objects(s, SH.targetClass)}
        assert targets == {KG + label for label in (*node_forms(), *_STATEMENTS)}


_STATEMENTS = ("Fact", "Derived", "Suggestion")


def test_the_context_names_every_property_and_edge_once() -> None:
    context = json.loads((room("ontology") / "context.jsonld").read_text("utf-8"))["@context"]
    terms = [row["@id"] for row in context.values() if isinstance(row, dict)]
    named = set(terms)
    assert named >= {predicate(name) for name in properties()}
    assert named >= {edge_predicate(edge) for edge in edge_forms()}
    assert len(terms) == len(named)


class TestDefinitions:
    """The YAML itself: everything is defined in both languages."""

    def test_of_properties(self) -> None:
        rows = load("graph.yaml")["properties"]
        assert [
            n for n, row in rows.items() if not (row.get("about") and row.get("about_zh"))
        ] == []

    def test_of_edges(self) -> None:
        rows = load("graph.yaml")["edges"]
        missing = [n for n, row in rows.items() if not (row.get("about_zh") and row["about_en"])]
        assert missing == []

    def test_of_codes(self) -> None:
        schemes = load("vocabularies.yaml")
        rows = {f"{s}.{code}": row for s, all_ in schemes.items() for code, row in all_.items()}
        rows |= load("indicators.yaml")
        assert [
            n for n, row in rows.items() if not (row.get("about_zh") and row.get("about_en"))
        ] == []
