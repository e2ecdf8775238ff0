"""Both languages, three stores, one answer: on the seeds and on twenty random graphs."""

from collections.abc import Callable
from math import isclose

import pytest

from kg.ask.catalogue import find, questions
from kg.ask.rows import Row, normal
from kg.ask.run import ask, rows
from kg.graph.form import Graph
from kg.rooms import room
from kg.store import rdf
from kg.store.neo4j import Neo4jStore

# What every question is asked with, on random graphs: names that are hostile, sums that are odd.
ASKED: dict[str, list[dict[str, object]]] = {
    "signed-never-started": [
        {"as_of": "2023-06-30"},
        {"as_of": "2024-03-01", "since": "2023-05-02"},
        {"min_investment": -7.5},
    ],
    "chains-without-anchor": [{}, {"region": "青川县"}, {"chain": "电池\n材料"}, {"chain": "$p"}],
    "chain-map": [{"chain": "纺织"}, {"chain": "木材加工", "region": "青川县"}, {"chain": "$p"}],
    "missing-links": [{}, {"region": "*县"}, {"chain": "木材加工"}],
    "chain-coverage": [{}, {"region": "青川县"}, {"min_investment": 0}, {"since": "2023-01-01"}],
    "chain-competition": [{}, {"region": "*县"}, {"since": "2023-01-01"}, {"chain": "纺织"}],
    "anchor-firms": [{}, {"region": "青川县"}, {"chain": "木材加工"}, {"since": "2023-01-01"}],
    "park-chain-fit": [{}, {"chain": "木材加工"}, {"region": "青川县"}],
    "event-yield": [{}, {"min_investment": 0}, {"region": "'川' \\ \"县\""}, {"chain": "木材加工"}],
    "blocked-projects": [{}, {"since": "2023-06-30"}, {"region": "*县"}, {"limit": 1}],
    "park-load": [{}, {"chain": "`反引号`"}, {"min_investment": 1}, {"limit": 2}],
    "stage-funnel": [{}, {"region": "青川县"}, {"since": "2023-01-01"}, {"min_investment": 0}],
    "stalled-projects": [{}, {"since": "2023-01-01"}, {"region": "*县"}, {"chain": "$p"}],
    "slipped-commitments": [
        {"as_of": "2024-01-01"},
        {"as_of": "2023-08-01", "since": "2023-01-01"},
        {"as_of": "2024-03-01", "region": "青川县"},
    ],
    "gone-silent": [{}, {"since": "2022-12-31"}, {"min_investment": 0}, {"region": "青川县"}],
    "report-to-report": [{}, {"earlier": "doc-0"}, {"later": "doc-1", "region": "青川县"}],
    "project-timeline": [{}, {"project": "项目1"}, {"project": "'"}, {"since": "2023-01-01"}],
    "conversion-rates": [
        {},
        {"by": "event"},
        {"by": "chain", "region": "青川县"},
        {"chain": "木材加工"},
    ],
    "event-plans": [{}, {"since": "2023-06-30"}, {"region": "青川县"}, {"chain": "$p"}],
    "masked-entities": [{}, {"region": "*县"}, {"limit": 3}],
    "review-list": [{}, {"below": 0.95, "limit": 9999}, {"below": 0, "region": "青川县"}],
    "companies-at-risk": [{}, {"region": "青川县"}, {"since": "2023-06-30"}, {"chain": "$p"}],
    "companies-to-cultivate": [{"as_of": "2023-06-30"}, {"region": "*县"}, {"chain": "纺织"}],
    "companies-across-regions": [{}, {"min_investment": 0}, {"chain": "木材加工"}],
    "company-profile": [{"company": "青禾"}, {"company": "a / b"}, {"company": "=1+2"}],
    "connection": [{"a": "项目1", "b": "青禾"}, {"a": "'", "b": "💡灯"}, {}],
    "park-blockers": [{}, {"region": "'川' \\ \"县\""}, {"since": "2023-06-30"}],
    "top-blockers": [{}, {"region": "青川县"}, {"since": "2023-06-30"}, {"limit": 1}],
    "targets-behind": [{}, {"region": "青川县"}, {"since": "2023-06-30"}],
    "indicator-series": [{"indicator": "签约项目投资总额"}, {"indicator": "产值", "region": "*县"}],
    "manufacturing-share": [{}, {"region": "青川县"}],
    "figures-that-do-not-add-up": [{}, {"region": "青川县"}, {"since": "2023-06-30"}],
    "conflicting-figures": [{}, {"region": "青川县"}, {"since": "2023-06-30"}],
    "policies": [{}, {"region": "青川县"}, {"since": "2023-06-30"}],
    "hubs": [{}, {"region": "青川县"}, {"limit": 2}],
    "similar-regions": [{}, {"region": "*县"}, {"chain": "木材加工"}],
    "mentions": [{"entity": "青禾"}, {"entity": "云岭节"}, {"entity": "某\\u0041公司"}],
}


def test_what_is_asked_of_random_graphs_covers_the_catalogue() -> None:
    assert ASKED.keys() == questions().keys()


@pytest.mark.parametrize("name", sorted(ASKED))
@pytest.mark.parametrize("optional", [False, True], ids=["required", "all"])
def test_rdflib_answers_as_pyoxigraph_on_the_seeds(
    name: str, optional: bool, labelled: Callable[[bool], Graph]
) -> None:
    graph = labelled(optional)
    assert equal(rows(rdf.oxigraph(graph), name), rows(rdf.rdflib_graph(graph), name))


@pytest.mark.parametrize("name", sorted(ASKED))
def test_the_sparql_file_runs_as_it_stands(name: str, labelled: Callable[[bool], Graph]) -> None:
    question = find(name)
    store = rdf.oxigraph(labelled(True))
    columns, found = rdf.select(store, question.text(".rq"))
    if question.reads:  # the files give what the answer is computed from
        assert columns == tuple(column.name for column in question.reads)
        return
    assert columns == tuple(column.name for column in question.columns)
    assert tuple(normal(question, row) for row in found) == rows(store, name)


def test_rdflib_answers_as_pyoxigraph_on_random_graphs(random_graphs: list[Graph]) -> None:
    for number, graph in enumerate(random_graphs):
        fast, slow = rdf.oxigraph(graph), rdf.rdflib_graph(graph)
        for name, given in ASKED.items():
            said = given[number % len(given)]  # each of them on some graphs: rdflib is slow
            assert equal(rows(fast, name, **said), rows(slow, name, **said)), (number, name, said)


@pytest.mark.neo4j
@pytest.mark.parametrize("optional", [False, True], ids=["required", "all"])
def test_neo4j_answers_as_pyoxigraph_on_the_seeds(
    optional: bool, labelled: Callable[[bool], Graph], neo4j_store: Neo4jStore
) -> None:
    graph = labelled(optional)
    neo4j_store.push(graph)
    for name in ASKED:
        here, there = ask(graph, name), ask(neo4j_store, name)
        assert equal(here.rows, there.rows), name
        assert here.basis == there.basis
        assert here.quotes == there.quotes
        _, pasted = neo4j_store.select(find(name).text(".cypher"))
        if not find(name).reads:
            assert tuple(normal(find(name), row) for row in pasted) == there.rows


@pytest.mark.neo4j
def test_neo4j_answers_as_pyoxigraph_on_random_graphs(
    random_graphs: list[Graph], neo4j_store: Neo4jStore
) -> None:
    for number, graph in enumerate(random_graphs):
        triples = rdf.oxigraph(graph)
        neo4j_store.push(graph)
        for name, given in ASKED.items():
            said = given[number % len(given)]
            here, there = rows(triples, name, **said), rows(neo4j_store, name, **said)
            assert equal(here, there), (number, name, said)


@pytest.mark.neo4j
def test_views_draw_no_more_than_browser_shows(
    labelled: Callable[[bool], Graph], neo4j_store: Neo4jStore
) -> None:
    neo4j_store.push(labelled(True))
    for view in sorted((room("queries") / "views").glob("*.cypher")):
        columns, paths = neo4j_store.select(view.read_text("utf-8"))
        assert columns == ("path",)
        drawn = {node["id"] for (path,) in paths for node in path[::2]}
        assert 10 < len(drawn) <= 300, view.name


def equal(left: tuple[Row, ...], right: tuple[Row, ...]) -> bool:
    """Whether two answers have the same rows in the same order, decimals within a tolerance."""
    return len(left) == len(right) and all(
        isclose(a, b, rel_tol=1e-9)
        if isinstance(a, int | float) and isinstance(b, int | float)
        else a == b
        for one, other in zip(left, right, strict=True)
        for a, b in zip(one, other, strict=True)
    )
