"""The graph in a real Neo4j: pushed by state sync, beside what is others', whatever the names."""

import time
from collections import Counter
from typing import Any

import pytest

from kg.errors import InputError, OntologyError, ServerError
from kg.graph.form import Graph
from kg.store.neo4j import Neo4jStore, PushResult
from kg.store.neo4j_diff import Counts

from .neo4j_graphs import HOSTILE, one, put_edge, put_node, small_graph

pytestmark = pytest.mark.neo4j


def counts(store: Neo4jStore) -> tuple[Counter[str], Counter[str]]:
    """How many nodes of each label and edges of each type the database holds of ours."""
    _, nodes = store.select("MATCH (n) WHERE n.kg_hash IS NOT NULL RETURN labels(n)[0], count(*)")
    _, edges = store.select("MATCH ()-[r]->() WHERE r.kg_hash IS NOT NULL RETURN type(r), count(*)")
    return Counter(dict(nodes)), Counter(dict(edges))


def counts_of(graph: Graph) -> tuple[Counter[str], Counter[str]]:
    """The same of a networkx graph."""
    labels = Counter(str(label) for _, label in graph.nodes(data="label"))
    return labels, Counter(str(data["type"]) for _, _, data in graph.edges(data=True))


def wipe_schema(store: Neo4jStore) -> None:
    """Drop the constraints and indexes that a push makes."""
    run = store.driver.execute_query
    for row in run("SHOW CONSTRAINTS YIELD name").records:
        run(f"DROP CONSTRAINT {row['name']}")
    for row in run("SHOW FULLTEXT INDEXES YIELD name").records:
        run(f"DROP INDEX {row['name']}")


def nothing_but(result: PushResult, nodes: Counts, edges: Counts) -> bool:
    """Whether a push did exactly that."""
    return (result.nodes, result.edges, result.held) == (nodes, edges, 0)


# --- push


def test_the_first_push_writes_everything(neo4j_store: Neo4jStore) -> None:
    graph = small_graph()
    result = neo4j_store.push(graph)
    assert nothing_but(result, Counts(created=8), Counts(created=8))
    assert counts(neo4j_store) == counts_of(graph)


def test_nodes_and_edges_arrive_with_their_properties(neo4j_store: Neo4jStore) -> None:
    graph = small_graph()
    neo4j_store.push(graph)
    found = one(neo4j_store, "MATCH (p:Project) RETURN p")
    assert found == dict(graph.nodes["Project/p1"])
    edge = one(neo4j_store, "MATCH (:Project)-[r:REACHED]->(:Stage {code: 'signed'}) RETURN r")
    (wanted,) = graph.get_edge_data("Project/p1", "Stage/signed").values()
    assert edge == wanted


def test_the_second_push_changes_nothing(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    again = neo4j_store.push(small_graph())
    assert nothing_but(again, Counts(unchanged=8), Counts(unchanged=8))
    assert not again.changed


def test_a_changed_property_is_updated_and_a_dropped_one_goes(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    graph = small_graph()
    graph.remove_node("Region/r1")
    put_node(graph, "Project", "p1", name="青禾食品加工项目", investment=2)
    for old in [key for key in graph.nodes["Project/p1"] if key in ("aliases", "documents")]:
        del graph.nodes["Project/p1"][old]
    (key,) = graph.get_edge_data("Project/p1", "Stage/signed")
    put_edge(graph, "Project/p1", "REACHED", "Stage/signed", date="2023-07-15")
    assert key in graph.get_edge_data("Project/p1", "Stage/signed")
    result = neo4j_store.push(graph)
    assert nothing_but(
        result,
        Counts(updated=1, deleted=1, unchanged=6),
        Counts(updated=1, deleted=2, unchanged=5),
    )
    found = one(neo4j_store, "MATCH (p:Project) RETURN p")
    assert found["investment"] == 2
    assert "aliases" not in found
    assert one(neo4j_store, "MATCH ()-[r:REACHED]->() RETURN r.date") == "2023-07-15"


def test_what_is_gone_from_the_graph_goes(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    graph = small_graph()
    graph.remove_node("Project/p1")
    result = neo4j_store.push(graph)
    assert nothing_but(result, Counts(deleted=1, unchanged=7), Counts(deleted=6, unchanged=2))
    assert counts(neo4j_store) == counts_of(graph)


def test_an_empty_graph_empties_the_database(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.push(Graph())
    assert counts(neo4j_store) == (Counter(), Counter())


def test_a_switched_database_is_brought_to_the_graph(neo4j_store: Neo4jStore) -> None:
    other: Graph = Graph()
    a, b = put_node(other, "Company", "x"), put_node(other, "Company", "y")
    put_edge(other, a, "COOPERATES_WITH", b)
    neo4j_store.push(other)
    neo4j_store.push(small_graph())
    assert counts(neo4j_store) == counts_of(small_graph())


def test_a_wiped_database_recovers(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.driver.execute_query("MATCH (n:Project|Stage) DETACH DELETE n")
    neo4j_store.push(small_graph())
    assert counts(neo4j_store) == counts_of(small_graph())


def test_a_node_under_another_label_is_moved_with_its_edges(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.driver.execute_query("MATCH (c:Company) REMOVE c:Company SET c:Organization")
    neo4j_store.push(small_graph())
    assert counts(neo4j_store) == counts_of(small_graph())
    assert not neo4j_store.push(small_graph()).changed


def test_an_edge_bent_to_another_end_is_put_right(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.driver.execute_query(
        "MATCH (p:Project)-[r:SIGNED_AT]->(), (c:Company) "
        "CREATE (p)-[s:SIGNED_AT]->(c) SET s = properties(r) DELETE r"
    )
    neo4j_store.push(small_graph())
    assert one(neo4j_store, "MATCH (:Project)-[:SIGNED_AT]->(n) RETURN labels(n)[0]") == "Event"


def test_doubled_nodes_and_edges_are_made_one(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    run = neo4j_store.driver.execute_query
    run("DROP CONSTRAINT kg_company_id")
    run("MATCH (c:Company) CREATE (d:Company) SET d = properties(c)")
    run("MATCH (a)-[r:SIGNED_AT]->(b) CREATE (a)-[s:SIGNED_AT]->(b) SET s = properties(r)")
    with pytest.raises(ServerError, match="唯一约束"):
        neo4j_store.push(small_graph())
    run("MATCH (c:Company) WHERE NOT EXISTS { (c)--() } DELETE c")
    neo4j_store.push(small_graph())
    assert counts(neo4j_store) == counts_of(small_graph())


def test_progress_is_told(neo4j_store: Neo4jStore) -> None:
    told: list[tuple[int, int, str]] = []
    neo4j_store.push(small_graph(), progress=lambda *step: told.append(step))
    assert told[-1][:2] == (16, 16)


def test_a_larger_graph_is_pushed_in_batches_and_again_in_no_time(neo4j_store: Neo4jStore) -> None:
    graph: Graph = Graph()
    region = put_node(graph, "Region", "r")
    for number in range(4500):
        put_edge(graph, put_node(graph, "Company", str(number)), "LOCATED_IN", region)
    assert neo4j_store.push(graph).edges.created == 4500
    begin = time.monotonic()
    assert not neo4j_store.push(graph).changed
    assert time.monotonic() - begin < 5


# --- what is not ours


def test_a_database_of_somebody_else_is_refused_untouched(neo4j_store: Neo4jStore) -> None:
    wipe_schema(neo4j_store)
    neo4j_store.driver.execute_query("CREATE (:Film {name: '别人的'}), (:Film), (:Project)")
    with pytest.raises(ServerError, match=r"3 个不是 kg 写入的节点（.*Film.*--beside-others"):
        neo4j_store.push(small_graph())
    assert one(neo4j_store, "MATCH (n) RETURN count(n)") == 3
    assert neo4j_store.select("SHOW INDEXES YIELD name WHERE name STARTS WITH 'kg_'")[1] == []


def test_beside_others_theirs_is_never_touched(neo4j_store: Neo4jStore) -> None:
    run = neo4j_store.driver.execute_query
    run("CREATE (a:Project {id: 'Project/theirs', name: 'x'})-[:SIGNED_AT {n: 1}]->(:Film)")
    neo4j_store.push(small_graph(), beside_others=True)
    neo4j_store.push(Graph(), beside_others=True)
    rows = neo4j_store.select("MATCH (a)-[r]->(b) RETURN properties(a), r.n, labels(b)")[1]
    assert rows == [({"id": "Project/theirs", "name": "x"}, 1, ["Film"])]
    assert one(neo4j_store, "MATCH (n) RETURN count(n)") == 2


def test_a_node_of_theirs_with_an_id_of_ours_is_refused(neo4j_store: Neo4jStore) -> None:
    neo4j_store.driver.execute_query("CREATE (:Project {id: 'Project/p1', name: '别人的'})")
    with pytest.raises(ServerError, match="同号节点"):
        neo4j_store.push(small_graph(), beside_others=True)
    assert one(neo4j_store, "MATCH (p:Project) RETURN properties(p)") == {
        "id": "Project/p1", "name": "别人的",
    }  # fmt: skip


def test_our_node_that_their_relationship_holds_stays_and_is_told(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.driver.execute_query("MATCH (p:Project) CREATE (p)-[:NOTE]->(:Note {text: '问'})")
    graph = small_graph()
    graph.remove_node("Project/p1")
    result = neo4j_store.push(graph, beside_others=True)
    assert (result.nodes.deleted, result.held) == (0, 1)
    assert "留下 1 个" in str(result)
    assert one(neo4j_store, "MATCH (:Project)-[:NOTE]->(n) RETURN n.text") == "问"


# --- data that means harm, or does not fit


def test_hostile_names_are_only_names(neo4j_store: Neo4jStore) -> None:
    graph: Graph = Graph()
    for number, name in enumerate(HOSTILE):
        put_node(graph, "Company", str(number), name=name, aliases=[name, ""])
    neo4j_store.push(graph)
    _, rows = neo4j_store.select("MATCH (c:Company) RETURN c.id, c.name")
    found: dict[str, str] = dict(rows)
    assert found == {f"Company/{number}": name for number, name in enumerate(HOSTILE)}
    assert not neo4j_store.push(graph).changed


@pytest.mark.parametrize(
    ("properties", "named"),
    [
        ({"name": "半\ud800字"}, "Company/c1 name"),
        ({"name": "a", "aliases": ["\udfff"]}, "aliases"),
    ],
)
def test_half_a_character_is_refused_by_name(
    neo4j_store: Neo4jStore, properties: dict[str, Any], named: str
) -> None:
    graph: Graph = Graph()
    put_node(graph, "Company", "c1", **properties)
    with pytest.raises(InputError, match=named):
        neo4j_store.push(graph)


def test_an_integer_past_64_bits_is_refused_by_name(neo4j_store: Neo4jStore) -> None:
    graph: Graph = Graph()
    put_node(graph, "Figure", "f1", value=2**63)
    with pytest.raises(InputError, match="Figure/f1 value"):
        neo4j_store.push(graph)


def test_a_string_too_long_for_an_index_is_told(neo4j_store: Neo4jStore) -> None:
    graph: Graph = Graph()
    put_node(graph, "Company", "长" * 9000)
    with pytest.raises(ServerError, match="索引放不下"):
        neo4j_store.push(graph)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda graph: graph.add_node("X/1", label="X", id="X/1", kg_hash="1"),
        lambda graph: graph.add_node("Company/9"),
        lambda graph: graph.nodes["Company/c1"].pop("kg_hash"),
        lambda graph: graph.nodes["Company/c1"].update(colour="red"),
        lambda graph: put_edge(graph, "Company/c1", "LIKES`]->() //", "Region/r1"),
    ],
)
def test_only_what_graph_yaml_declares_is_sent(neo4j_store: Neo4jStore, spoil: Any) -> None:
    graph = small_graph()
    spoil(graph)
    with pytest.raises(OntologyError):
        neo4j_store.push(graph)
    assert counts(neo4j_store) == (Counter(), Counter())
