"""SPARQL on the graph: read only, nothing calls out, the same rows from both stores."""

import socket
from collections.abc import Callable

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import example, given, settings

from kg.errors import QueryError
from kg.model import Scalar
from kg.store import rdf
from kg.store.rdf.sparql_text import bound, form

from .rdf_graphs import TEXTS, node, small

Store = ox.Store | rdflib.Graph


@pytest.fixture(scope="module", params=[rdf.oxigraph, rdf.rdflib_graph])
def store(request: pytest.FixtureRequest) -> Store:
    make: Callable[..., Store] = request.param
    graph = small()
    node(graph, "Company/2", "白鹭木业", said_name="白鹭木业", masked=False)
    return make(graph)


COMPANIES = """SELECT ?name WHERE {
  VALUES (?region ?since) { (UNDEF UNDEF) }  # ← 改这里 {
  ?x a kg:Company ; rdfs:label ?name .
  FILTER(!BOUND(?region) || STR(?name) = ?region)
} ORDER BY ?name"""


class TestRows:
    def test_values_are_plain(self, store: Store) -> None:
        query = """SELECT ?x ?name ?masked ?edition ?from ?confidence ?none {
          ?x a kg:Event ; rdfs:label ?name ; kg:edition ?edition ; kg:from ?from .
          ?f rdf:predicate kg:signedAt ; kg:confidence ?confidence ; kg:reviewed ?masked }"""
        columns, rows = rdf.select(store, query)
        assert columns == ("x", "name", "masked", "edition", "from", "confidence", "none")
        event = "urn:county-kg:id/Event/1"
        assert rows == [(event, "首届米粉节", False, 1, "2023-03-01", 0.9, None)]

    def test_reckoning_gives_numbers(self, store: Store) -> None:
        query = "SELECT (AVG(?n) AS ?a) (SUM(?n) AS ?s) { ?x a kg:Stage ; kg:order ?n }"
        assert rdf.select(store, query)[1] == [(6.5, 78)]

    def test_an_ask_has_one_answer(self, store: Store) -> None:
        assert rdf.select(store, "ASK { ?x kg:planned stage:started }") == (
            ("answer",),
            [(True,)],
        )
        assert rdf.select(store, "ASK { ?x kg:failed ?y }")[1] == [(False,)]

    def test_a_construct_gives_triples(self, store: Store) -> None:
        query = "CONSTRUCT { ?e kg:sawSigning ?x } WHERE { ?x kg:signedAt ?e }"
        columns, rows = rdf.select(store, query)
        assert columns == ("subject", "predicate", "object")
        base = "urn:county-kg:"
        assert rows == [(f"{base}id/Event/1", f"{base}ontology#sawSigning", f"{base}id/Project/1")]


class TestBindings:
    def test_without_any_the_file_runs_as_it_stands(self, store: Store) -> None:
        assert rdf.select(store, COMPANIES)[1] == [("白鹭木业",), ("青禾食品",)]

    def test_a_binding_takes_its_place_in_the_parameter_line(self, store: Store) -> None:
        assert rdf.select(store, COMPANIES, {"region": "青禾食品"})[1] == [("青禾食品",)]
        assert rdf.select(store, COMPANIES, {"region": None})[1] == [("白鹭木业",), ("青禾食品",)]

    def test_without_a_parameter_line_it_stands_at_the_head(self, store: Store) -> None:
        query = "SELECT ?n { ?x kg:order ?n ; kg:code ?code } ORDER BY ?n"
        assert rdf.select(store, query, {"code": "started"})[1] == [(7,)]
        query = "SELECT ?code { ?x kg:order ?n ; kg:code ?code } ORDER BY ?n"
        assert rdf.select(store, query, {"n": 7})[1] == [("started",)]

    def test_a_constructs_template_takes_none(self, store: Store) -> None:
        query = "CONSTRUCT { ?x kg:is ?code } WHERE { ?x kg:code ?code }"
        rows = rdf.select(store, query, {"code": "signed"})[1]
        assert [row[2] for row in rows] == ["signed"]

    @given(text=TEXTS)
    @example('"} UNION { ?s ?p ?o')
    @example("\\")
    @example('a"@zh')
    @example("\\u0041")
    @example("\\\\U00000041")
    @example("\x00abcd")
    @example("\x7f1234")
    @settings(max_examples=60, deadline=None)
    def test_no_text_leaves_its_place(self, text: str) -> None:
        graph = small()
        node(graph, "Company/3", "某公司", said_name=text)
        query = (
            "SELECT ?x { VALUES (?t) { (UNDEF) } ?x a kg:Company ; kg:saidName ?s FILTER(?s = ?t) }"
        )
        for make in (rdf.oxigraph, rdf.rdflib_graph):
            rows = rdf.select(make(graph), query, {"t": text})[1]
            assert rows[-1:] == [("urn:county-kg:id/Company/3",)]

    def test_a_broken_parameter_line_is_bad_syntax(self, store: Store) -> None:
        for broken in ("ASK { VALUES (?a) {", "ASK { VALUES (?a ?b) { (1) } }"):
            with pytest.raises(QueryError, match="syntax"):
                rdf.select(store, broken, {"a": 1})

    @pytest.mark.parametrize("name", ["", "a b", "x) {", "1"])
    def test_what_is_no_variable_is_refused(self, store: Store, name: str) -> None:
        with pytest.raises(QueryError, match="variable"):
            rdf.select(store, "SELECT * { ?x a kg:Company }", {name: 1})

    def test_half_a_character_is_refused(self, store: Store) -> None:
        with pytest.raises(QueryError, match="name"):
            rdf.select(store, "SELECT * { ?x kg:code ?name }", {"name": "\ud800"})

    @pytest.mark.parametrize(
        ("query", "terms", "expected"),
        [
            (
                'ASK { VALUES (?a ?b) { ("x" UNDEF) } }',
                {"b": "2"},
                'ASK { VALUES (?a ?b) { ("x" 2) } }',
            ),
            (
                "SELECT (EXISTS { ?x ?y ?z } AS ?e) { ?a ?b ?c }",
                {"a": "1"},
                "SELECT (EXISTS { ?x ?y ?z } AS ?e) { VALUES (?a) { (1) }  ?a ?b ?c }",
            ),
            (
                "# { \nASK # {\n { ?a ?b '{' }",
                {"a": "1"},
                "# { \nASK # {\n { VALUES (?a) { (1) }  ?a ?b '{' }",
            ),
            (
                "CONSTRUCT { ?a a ?b } { ?a ?b ?c }",
                {"a": "1"},
                "CONSTRUCT { ?a a ?b } { VALUES (?a) { (1) }  ?a ?b ?c }",
            ),
            (
                'ASK { VALUES (?a) { ("1") ("2") } }',
                {"a": "3"},
                'ASK { VALUES (?a) { (3) }  VALUES (?a) { ("1") ("2") } }',
            ),
            (
                "ASK { { SELECT ?x { VALUES (?a) { (UNDEF) } ?x ?a ?b } } ?x ?c ?d }",
                {"a": "1", "c": "2"},
                "ASK { VALUES (?c) { (2) }  "
                "{ SELECT ?x { VALUES (?a) { (1) } ?x ?a ?b } } ?x ?c ?d }",
            ),
        ],
    )
    def test_where_the_values_go(self, query: str, terms: dict[str, str], expected: str) -> None:
        assert bound(query, terms) == expected


class TestRefused:
    @pytest.mark.parametrize(
        "query",
        [
            "SELECT * { SERVICE <http://localhost:PORT/> { ?s ?p ?o } }",
            "SELECT * { service silent <http://localhost:PORT/> { ?s ?p ?o } }",
            "PREFIX : <http://localhost:PORT/> SELECT*{SERVICE:x{?s ?p ?o}}",
            "PREFIX : <http://localhost:PORT/> SELECT * { ?s ?p 1SERVICE:x{?s ?p ?o} }",
            "PREFIX : <http://localhost:PORT/> ASK { ?a kg:b\\#c ?d . SERVICE :x { ?s ?p ?o } }",
            "PREFIX : <http://localhost:PORT/> ASK { FILTER(?a<?c)SERVICE:e#>\n{?s ?p ?o} }",
            "SELECT * { S\\u0045RVICE <http://localhost:PORT/> { ?s ?p ?o } }",
            "SELECT * FROM <http://localhost:PORT/> { ?s ?p ?o }",
            "SELECT*FROM<http://localhost:PORT/>{ ?s ?p ?o }",
            "SELECT * FROM NAMED <http://localhost:PORT/> { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * FR\\u004FM <http://localhost:PORT/> { ?s ?p ?o }",
        ],
    )
    def test_what_would_call_out_never_does(self, store: Store, query: str) -> None:
        with socket.create_server(("localhost", 0)) as server:
            server.settimeout(0.05)
            port = server.getsockname()[1]
            with pytest.raises(QueryError):
                rdf.select(store, query.replace("PORT", str(port)))
            with pytest.raises(TimeoutError):
                server.accept()

    @pytest.mark.parametrize(
        "query",
        [
            "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            "PREFIX x: <urn:x> delete where { ?s ?p ?o }",
            "DROP ALL",
            "CLEAR ALL",
            "LOAD <http://localhost/>",
            "# SELECT\nWITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        ],
    )
    def test_what_writes_is_refused_by_its_name(self, store: Store, query: str) -> None:
        with pytest.raises(QueryError, match="read-only"):
            rdf.select(store, query)

    @pytest.mark.parametrize(
        "query", ["", "   # nothing", "DESCRIBE <urn:a>", "MATCH (n) RETURN n"]
    )
    def test_only_three_forms_run(self, store: Store, query: str) -> None:
        with pytest.raises(QueryError, match="SELECT"):
            rdf.select(store, query)

    @pytest.mark.parametrize(
        "query",
        ["SELECT * {", "SELECT ?x { ?x other:name ?y }", "SELECT ?x { ?x 'a' ?y }", "SELECT *"],
    )
    def test_broken_syntax_is_said_to_be(self, store: Store, query: str) -> None:
        with pytest.raises(QueryError, match="syntax"):
            rdf.select(store, query)

    @pytest.mark.parametrize(
        "query",
        [
            'SELECT ?x { ?x kg:quote "SERVICE FROM INSERT" } # from, service',
            "SELECT ?service ?from { ?service kg:from ?from }",
            "SELECT ?x { ?x kg:quote '''it's FROM''' }",
        ],
    )
    def test_a_word_inside_a_text_or_a_name_is_no_command(self, query: str) -> None:
        assert form(query) == "SELECT"

    def test_the_store_is_as_it_was(self, store: Store) -> None:
        before = len(store)
        with pytest.raises(QueryError):
            rdf.select(store, "DELETE WHERE { ?s ?p ?o }")
        rdf.select(store, "CONSTRUCT { ?s kg:new ?p } WHERE { ?s ?p ?o }")
        assert len(store) == before


def test_a_scalar_of_each_kind_can_be_bound() -> None:
    values: list[Scalar] = ["文", 7, 0.5, True, "1"]
    for make in (rdf.oxigraph, rdf.rdflib_graph):
        store = make(small())
        query = "SELECT ?v { BIND(?given AS ?v) }"
        assert [rdf.select(store, query, {"given": v})[1] for v in values] == [
            [(v,)] for v in values
        ]
