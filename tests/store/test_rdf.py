"""The graph as RDF: nothing is lost, no plan becomes a fact, and every format brings it back."""

from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from rdflib.compare import isomorphic

from kg import interchange
from kg.errors import InputError, OntologyError
from kg.graph.build import build
from kg.graph.form import Graph
from kg.rooms import room
from kg.store import rdf
from kg.store.rdf.names import id_iri

from .rdf_back import property_graph, text
from .rdf_compare import comparable
from .rdf_graphs import EVIDENCE, edge, hostile, node, small

KG = "urn:county-kg:ontology#"


@pytest.fixture(scope="module")
def seeds() -> Graph:
    """The graph of all labelled lines of the five seeds."""
    readings = []
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        readings += interchange.parse(path.read_text("utf-8"), path.name)[0]
    return build(readings)


def triples(graph: Graph) -> set[ox.Triple]:
    return {quad.triple for quad in rdf.quads(graph)}


def printed(graph: Graph) -> set[tuple[str, str, str]]:
    return {(text(t.subject), text(t.predicate), text(t.object)) for t in triples(graph)}


class TestNothingIsLost:
    def test_of_the_seeds(self, seeds: Graph) -> None:
        back, left = property_graph(triples(seeds))
        assert not left
        assert comparable(back) == comparable(seeds)

    def test_of_a_small_graph(self) -> None:
        back, left = property_graph(triples(small()))
        assert not left
        assert comparable(back) == comparable(small())

    @given(hostile())
    @settings(max_examples=60, deadline=None)
    def test_of_hostile_names(self, graph: Graph) -> None:
        back, left = property_graph(triples(graph))
        assert not left
        assert comparable(back) == comparable(graph)


class TestForm:
    def test_a_fact_that_holds_is_the_direct_triple(self) -> None:
        said = printed(small())
        project = "urn:county-kg:id/Project/1"
        assert (project, f"{KG}signedAt", "urn:county-kg:id/Event/1") in said
        assert (project, f"{KG}reached", "urn:county-kg:stage/signed") in said
        assert (project, f"{KG}formerName", "旧米粉项目") in said

    def test_a_plan_is_never_the_plain_property(self) -> None:
        said = printed(small())
        assert not [t for t in said if t[1] in (f"{KG}investedBy",)]
        assert not [t for t in said if t[1] == f"{KG}reached" and t[2].endswith("started")]
        assert [t for t in said if t[1] == f"{KG}plannedInvestedBy"]

    def test_a_plan_is_no_statement_of_the_plain_property_either(self) -> None:
        query = "ASK { ?f rdf:predicate kg:investedBy }"
        assert rdf.select(rdf.oxigraph(small()), query)[1] == [(False,)]

    def test_a_masked_figure_has_no_value(self, seeds: Graph) -> None:
        query = """SELECT (COUNT(?g) AS ?n) (COUNT(?v) AS ?values) {
          ?g kg:state "masked" OPTIONAL { ?g kg:value ?v } }"""
        ((masked, values),) = rdf.select(rdf.oxigraph(seeds), query)[1]
        assert masked > 20
        assert values == 0

    def test_evidence_leads_to_the_words_of_a_document(self) -> None:
        query = """SELECT ?text ?start ?title { ?f rdf:subject ?x ; rdf:predicate kg:reached ;
          rdf:object stage:signed ; prov:wasDerivedFrom ?p .
          ?p kg:text ?text ; oa:start ?start ; dcterms:isPartOf/dcterms:title ?title }"""
        rows = rdf.select(rdf.oxigraph(small()), query)[1]
        assert rows == [("节上签约了米粉项目", 10, "工作总结")]

    def test_two_dates_of_one_stage_are_two_facts_and_one_edge(self) -> None:
        graph = small()
        edge(graph, ("Project/1", "Stage/signed"), "REACHED", "Fact/9", date="2024", **EVIDENCE)
        assert len([t for t in printed(graph) if t[1] == f"{KG}reached"]) == 1
        query = "SELECT ?d { ?f rdf:predicate kg:reached ; kg:date ?d } ORDER BY ?d"
        assert rdf.select(rdf.oxigraph(graph), query)[1] == [("2023-03",), ("2024",)]

    def test_what_is_derived_says_so(self) -> None:
        query = """SELECT ?b {
          ?d a kg:Derived ; rdf:predicate kg:inRegion ; kg:derived true ; kg:basis ?b }"""
        assert rdf.select(rdf.oxigraph(small()), query)[1] == [("report",)]

    def test_the_vocabularies_are_in_the_data(self) -> None:
        query = """SELECT ?n { stage:started kg:order ?n ; kg:started true .
          blocker:land kg:code "land" . designation:listed kg:anchor true }"""
        assert rdf.select(rdf.oxigraph(small()), query)[1] == [(7,)]

    def test_the_ids_lie_below_a_base_of_ones_own(self) -> None:
        found = rdf.quads(small(), base="https://example.org/kg/")
        subjects = {text(quad.subject) for quad in found}
        assert "https://example.org/kg/id/Project/1" in subjects
        assert "urn:county-kg:stage/signed" in subjects
        assert not [name for name in subjects if name.startswith("urn:county-kg:id/")]

    @pytest.mark.parametrize("base", ["", "kg/", "https://example.org/kg", "https://e x/", "a:<>/"])
    def test_a_base_that_is_none_is_refused(self, base: str) -> None:
        with pytest.raises(InputError, match="IRI"):
            list(rdf.quads(small(), base=base))


class TestValues:
    @pytest.mark.parametrize(
        ("value", "datatype", "read"),
        [
            (5354000000, "integer", 5354000000),
            (37.17, "double", 37.17),
            (2.0, "double", 2.0),
            (1e-7, "double", 1e-7),
            (1e22, "double", 1e22),
            (2**63, "double", float(2**63)),
            (-(2**63), "integer", -(2**63)),
        ],
    )
    def test_a_number_is_what_neo4j_would_hold(self, value: Any, datatype: str, read: Any) -> None:
        graph = small()
        node(graph, "Figure/2", "数", state="known", value=value)
        query = "SELECT ?v (DATATYPE(?v) AS ?t) { ?g kg:value ?v }"
        for store in (rdf.oxigraph(graph), rdf.rdflib_graph(graph)):
            ((found, kind),) = rdf.select(store, query)[1]
            assert (found, type(found)) == (read, type(read))
            assert kind.endswith(f"#{datatype}")

    @pytest.mark.parametrize("text", ["\ud800", "好\udfff"])
    def test_half_a_character_is_refused_with_its_place(self, text: str) -> None:
        graph = small()
        node(graph, "Company/2", text)
        with pytest.raises(InputError, match=r"Company/2: name .*surrogate"):
            rdf.oxigraph(graph)

    def test_half_a_character_in_an_id_is_refused(self) -> None:
        with pytest.raises(InputError, match="surrogate"):
            id_iri("Company/\ud800")

    def test_two_ids_never_share_an_iri(self) -> None:
        names = ["P/a b", "P/a%20b", "P/a+b", "P/甲", "P/%E7%94%B2", "P/a/b", "P/a%2Fb", "P/A"]
        assert len({id_iri(name) for name in names}) == len(names)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("masked", "true"),
            ("edition", True),
            ("edition", 1.5),
            ("from", "2023-02-30"),
            ("from", "2023"),
            ("aliases", "简称"),
            ("said_name", ["名"]),
            ("said_name", None),
            ("colour", "红"),
        ],
    )
    def test_what_the_form_does_not_know_is_refused(self, name: str, value: Any) -> None:
        graph = small()
        node(graph, "Event/2", "某节", **{name: value})
        with pytest.raises(OntologyError, match=name):
            list(rdf.quads(graph))


class TestStores:
    def test_both_hold_the_same_terms(self, seeds: Graph) -> None:
        fast, portable = rdf.oxigraph(seeds), rdf.rdflib_graph(seeds)
        assert len(fast) == len(portable) == len(triples(seeds))
        assert {str(quad.triple.object) for quad in fast} == {
            str(triple.object) for triple in triples(seeds)
        }
        assert isomorphic(_through_rdflib(fast), _normal(portable))


def _through_rdflib(store: ox.Store) -> rdflib.Graph:
    data = ox.serialize((quad.triple for quad in store), format=ox.RdfFormat.N_TRIPLES)
    return rdflib.Graph().parse(data=data, format="nt")


def _normal(graph: rdflib.Graph) -> rdflib.Graph:
    """Numbers as rdflib writes them when it reads them: 2 as 2.0."""
    found = rdflib.Graph()
    for subject, predicate, value in graph:
        if isinstance(value, rdflib.Literal) and value.datatype:
            value = rdflib.Literal(str(value), datatype=value.datatype)
        found.add((subject, predicate, value))
    return found


class TestFiles:
    @pytest.mark.parametrize("suffix", [".ttl", ".nt", ".trig", ".jsonld"])
    def test_a_file_brings_the_graph_back(self, seeds: Graph, tmp_path: Path, suffix: str) -> None:
        path = tmp_path / f"graph{suffix}"
        rdf.write(seeds, path)
        assert set(rdf.read(path)) == triples(seeds)

    @pytest.mark.parametrize(("suffix", "name"), [(".ttl", "turtle"), (".jsonld", "json-ld")])
    def test_rdflib_reads_it_as_its_own(self, tmp_path: Path, suffix: str, name: str) -> None:
        path = tmp_path / f"graph{suffix}"
        rdf.write(small(), path)
        read = rdflib.Graph().parse(path, format=name)
        assert isomorphic(read, _normal(rdf.rdflib_graph(small())))

    @pytest.mark.parametrize("suffix", [".ttl", ".nt", ".trig", ".jsonld"])
    @given(graph=hostile())
    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    def test_whatever_the_names_hold(self, tmp_path: Path, suffix: str, graph: Graph) -> None:
        path = tmp_path / f"graph{suffix}"
        rdf.write(graph, path)
        assert set(rdf.read(path)) == triples(graph)

    @pytest.mark.parametrize("suffix", [".ttl", ".nt", ".trig", ".jsonld"])
    def test_the_same_graph_gives_the_same_bytes(self, tmp_path: Path, suffix: str) -> None:
        graph, other = small(), type(small())()
        other.add_nodes_from(reversed(list(graph.nodes(data=True))))
        for source, target, key, data in reversed(list(graph.edges(keys=True, data=True))):
            other.add_edge(source, target, key, **data)
        paths = [tmp_path / f"{name}{suffix}" for name in "ab"]
        for each, path in zip((graph, other), paths, strict=True):
            rdf.write(each, path)
        assert paths[0].read_bytes() == paths[1].read_bytes()

    def test_turtle_is_for_reading(self, tmp_path: Path) -> None:
        path = tmp_path / "graph.ttl"
        rdf.write(small(), path)
        written = path.read_text("utf-8")
        assert written.startswith("@prefix")
        assert "kg:reached stage:signed" in written
        assert 'rdfs:label "青禾米粉项目"@zh' in written

    def test_json_ld_has_the_short_names(self, tmp_path: Path) -> None:
        path = tmp_path / "graph.jsonld"
        rdf.write(small(), path)
        written = path.read_text("utf-8")
        assert '"saidName": "青禾米粉项目"' in written
        assert '"type": "Project"' in written

    def test_an_unknown_suffix_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"\.ttl"):
            rdf.write(small(), tmp_path / "graph.xml")

    @pytest.mark.parametrize("text", ["<urn:a> <urn:b>", '<urn:a> <urn:b> "'])
    def test_a_broken_file_is_refused_with_its_name(self, tmp_path: Path, text: str) -> None:
        path = tmp_path / "broken.ttl"
        path.write_text(text)
        with pytest.raises(InputError, match=r"broken\.ttl"):
            list(rdf.read(path))

    def test_a_missing_file_is_refused_with_its_name(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match=r"none\.ttl"):
            list(rdf.read(Path(tmp_path) / "none.ttl"))
