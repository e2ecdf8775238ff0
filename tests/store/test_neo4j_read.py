"""Reading a real Neo4j: only reading, plain values, Chinese full text."""

import pytest

from kg.errors import QueryError
from kg.store.neo4j import Neo4jStore

from .neo4j_graphs import HOSTILE, one, small_graph

pytestmark = pytest.mark.neo4j


# --- reading


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n)", "MATCH (n) SET n.x = 1", "MATCH (n) DETACH DELETE n", "MERGE (n:A)",
        "CREATE INDEX FOR (n:A) ON (n.b)", "DROP CONSTRAINT kg_project_id",
        "CALL db.createLabel('X')", "CALL dbms.killConnection('bolt-1')", "SHOW USERS",
        "ALTER USER neo4j SET PASSWORD 'abcdefgh'", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "LOAD CSV FROM 'file:///x.csv' AS r RETURN r",
        "/* 藏 */ CALL () { LOAD  CSV FROM 'https://localhost/x' AS r RETURN r } RETURN r",
        "UNWIND [1] AS x CALL (x) { CREATE (:A) } IN TRANSACTIONS",
        "MATCH (n) RETURN n; MATCH (n) DELETE n",
        "EXPLAIN CREATE (n)", "PROFILE CREATE (n)", "MATCH (n RETURN n", "MATCH (n) RETURN $x", "",
    ],
)  # fmt: skip
def test_only_reading_is_let_through(neo4j_store: Neo4jStore, query: str) -> None:
    with pytest.raises(QueryError):
        neo4j_store.select(query)
    assert one(neo4j_store, "MATCH (n) RETURN count(n)") == 0


def test_a_query_that_only_names_csv_is_let_through(neo4j_store: Neo4jStore) -> None:
    assert one(neo4j_store, "// LOAD CSV FROM\nRETURN 'LOAD CSV FROM x; CREATE'") is not None


def test_a_query_that_takes_too_long_is_ended(neo4j_store: Neo4jStore) -> None:
    with pytest.raises(QueryError, match="超时"):
        neo4j_store.select("UNWIND range(1, 100000000000) AS x RETURN count(x)", timeout=0.5)


def test_rows_are_plain_values_and_no_more_than_asked(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    columns, rows = neo4j_store.select(
        "UNWIND range(1, 1000) AS n RETURN n, n / 2.0 AS half", limit=2
    )
    assert (columns, rows) == (("n", "half"), [(1, 0.5), (2, 1.0)])
    path = one(neo4j_store, "MATCH p = (:Project)-[:SIGNED_AT]->(:Event) RETURN p")
    assert [step.get("label", step.get("type")) for step in path] == [
        "Project", "SIGNED_AT", "Event",
    ]  # fmt: skip
    value = one(neo4j_store, "RETURN {d: date('2023-07-01'), n: null, l: [duration('P1D')]}")
    assert value == {"d": "2023-07-01", "n": None, "l": ["P1D"]}


def test_parameters_are_bound_never_glued(neo4j_store: Neo4jStore) -> None:
    assert one(neo4j_store, "RETURN $name AS name", name=HOSTILE[0]) == HOSTILE[0]


# --- search


@pytest.mark.parametrize(
    "text", ["食品", "青禾食品", "青禾项目", " 青禾食品加工项目 ", "青", "加工"]
)
def test_a_name_is_found_by_any_of_its_characters(neo4j_store: Neo4jStore, text: str) -> None:
    neo4j_store.push(small_graph())
    _, rows = neo4j_store.search(text)
    assert "青禾食品加工项目" in [row[2] for row in rows]


def test_three_characters_are_looked_for_as_one(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    assert neo4j_store.search("青禾县")[1] == []


def test_sentences_are_found_too(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    columns, rows = neo4j_store.search("投资协议", "kg_texts")
    assert columns == ("id", "label", "name", "text", "score")
    assert [row[0] for row in rows] == ["Passage/a1"]


def test_operators_of_the_query_language_are_only_words(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    assert neo4j_store.search("青禾 OR 远山")[1] == []
    assert neo4j_store.search('山货节" OR "远山县')[1] == []


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_searched_as_they_stand(neo4j_store: Neo4jStore, name: str) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.search(name)
