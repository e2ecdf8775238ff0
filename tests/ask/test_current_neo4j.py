"""The current Neo4j answers as 5.26 and the RDF stores do, and is as well guarded."""

from collections.abc import Callable

import pytest

from kg.ask.run import ask, rows
from kg.errors import QueryError
from kg.graph.form import Graph
from kg.rooms import room
from kg.store import rdf
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_server import CURRENT

from .test_parity import ASKED, equal

pytestmark = pytest.mark.neo4j


def test_it_is_the_current_one(current_neo4j_store: Neo4jStore) -> None:
    assert current_neo4j_store.driver.get_server_info().agent == f"Neo4j/{CURRENT}"


def test_it_answers_as_pyoxigraph_on_the_seeds(
    labelled: Callable[[bool], Graph], current_neo4j_store: Neo4jStore
) -> None:
    graph = labelled(True)
    current_neo4j_store.push(graph)
    triples = rdf.oxigraph(graph)
    for name in ASKED:
        here, there = ask(triples, name), ask(current_neo4j_store, name)
        assert equal(here.rows, there.rows), name
        assert here.basis == there.basis
        assert here.quotes == there.quotes


def test_it_answers_as_pyoxigraph_on_random_graphs(
    random_graphs: list[Graph], current_neo4j_store: Neo4jStore
) -> None:
    for number, graph in enumerate(random_graphs[:5]):  # the others run on 5.26
        triples = rdf.oxigraph(graph)
        current_neo4j_store.push(graph)
        for name, given in ASKED.items():
            said = given[number % len(given)]
            here, there = rows(triples, name, **said), rows(current_neo4j_store, name, **said)
            assert equal(here, there), (number, name, said)


def test_a_second_push_changes_nothing(
    labelled: Callable[[bool], Graph], current_neo4j_store: Neo4jStore
) -> None:
    current_neo4j_store.push(labelled(True))
    again = current_neo4j_store.push(labelled(True))
    assert not again.changed


@pytest.mark.parametrize(
    "view", sorted(room("queries").glob("views/*.cypher")), ids=lambda p: p.stem
)
def test_every_view_runs(view, current_neo4j_store: Neo4jStore) -> None:
    assert current_neo4j_store.select(view.read_text("utf-8"))[0] == ("path",)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n)", "MATCH (n) DETACH DELETE n", "LOAD CSV FROM 'file:///x.csv' AS r RETURN r",
        "CYPHER 25 CREATE (n)", "CYPHER 25 LOAD CSV FROM 'file:///x.csv' AS r RETURN r",
        "SHOW USERS", "CALL db.createLabel('X')", "MATCH (n RETURN n",
    ],
)  # fmt: skip
def test_only_reading_is_let_through(current_neo4j_store: Neo4jStore, query: str) -> None:
    with pytest.raises(QueryError):
        current_neo4j_store.select(query)
