"""The graph in a real Neo4j: pushed by state sync, read by guarded queries, searched in Chinese."""

import time
from collections import Counter
from typing import Any

import pytest
from neo4j import GraphDatabase

from kg.errors import InputError, OntologyError, QueryError, ServerError
from kg.graph.form import Graph
from kg.ids import content_hash
from kg.store.neo4j import Neo4jStore, PushResult, push
from kg.store.neo4j_diff import Counts
from kg.store.neo4j_server import Running

pytestmark = pytest.mark.neo4j


def put_node(graph: Graph, label: str, number: str, /, **properties: Any) -> str:
    """Add or replace a node; its hash follows its properties."""
    key = f"{label}/{number}"
    data = {"name": number, **properties}
    digest = content_hash(*sorted(map(str, data.items())))
    graph.add_node(key, label=label, id=key, kg_hash=digest, **data)
    return key


def put_edge(graph: Graph, source: str, kind: str, target: str, /, **properties: Any) -> str:
    """Add or replace an edge; its id follows its ends and type."""
    key = f"Fact/{content_hash(source, kind, target)}"
    digest = content_hash(*sorted(map(str, properties.items())))
    graph.add_edge(source, target, key=key, type=kind, id=key, kg_hash=digest, **properties)
    return key


def small_graph() -> Graph:
    """A project signed at a fair, planned to start, with its investor, sentence and report."""
    graph: Graph = Graph()
    project = put_node(
        graph, "Project", "p1", name="青禾食品加工项目", masked=False, investment=150000000,
        aliases=["青禾项目", "食品加工项目"], documents=["a"],
    )  # fmt: skip
    firm = put_node(graph, "Company", "c1", name="青禾食品有限公司", aliases=["青禾食品"])
    region = put_node(graph, "Region", "r1", name="远山县")
    fair = put_node(graph, "Event", "e1", name="第3届山货节", edition=3)
    signed = put_node(graph, "Stage", "signed", name="签约", code="signed", started=False)
    started = put_node(graph, "Stage", "started", name="开工", code="started", started=True)
    document = put_node(graph, "Document", "a", name="工作总结", title="工作总结")
    sentence = "7月，远山县与青禾食品有限公司在山货节上签订青禾食品加工项目投资协议。"
    passage = put_node(graph, "Passage", "a1", name=sentence[:20], text=sentence, start=0, end=36)
    said: dict[str, Any] = {"quote": sentence, "source": "a 第一节", "passages": [passage]}
    put_edge(graph, project, "REACHED", signed, date="2023-07", confidence=0.9, **said)
    put_edge(graph, project, "PLANNED", started, date="2023-12", **said)
    put_edge(graph, project, "SIGNED_AT", fair, **said)
    put_edge(graph, project, "INVESTED_BY", firm, **said)
    put_edge(graph, project, "IN_REGION", region, derived=True, basis="said")
    put_edge(graph, passage, "IN_DOCUMENT", document)
    put_edge(graph, document, "REPORTS_ON", region)
    put_edge(graph, passage, "MENTIONS", project)
    return graph


def counts(store: Neo4jStore) -> tuple[Counter[str], Counter[str]]:
    """How many nodes of each label and edges of each type the database holds of ours."""
    _, nodes = store.select("MATCH (n) WHERE n.kg_hash IS NOT NULL RETURN labels(n)[0], count(*)")
    _, edges = store.select("MATCH ()-[r]->() WHERE r.kg_hash IS NOT NULL RETURN type(r), count(*)")
    return Counter(dict(nodes)), Counter(dict(edges))


def counts_of(graph: Graph) -> tuple[Counter[str], Counter[str]]:
    """The same of a networkx graph."""
    labels = Counter(str(label) for _, label in graph.nodes(data="label"))
    return labels, Counter(str(data["type"]) for _, _, data in graph.edges(data=True))


def one(store: Neo4jStore, query: str, **parameters: Any) -> Any:
    """The only value of the only row."""
    _, ((value,),) = store.select(query, parameters)
    return value


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

HOSTILE = [
    "`}) DETACH DELETE n //", "'; DROP CONSTRAINT kg_project_id; //", '"引号" \\ 反斜', "{label}",
    "$rows", "换\n行\t格", "𠮷野家🏭", "\u202e反写", "*" * 40, "零\u0000字", "x" * 100_000,
]  # fmt: skip


def test_hostile_names_are_only_names(neo4j_store: Neo4jStore) -> None:
    graph: Graph = Graph()
    for number, name in enumerate(HOSTILE):
        put_node(graph, "Company", str(number), name=name, aliases=[name, ""])
    neo4j_store.push(graph)
    _, rows = neo4j_store.select("MATCH (c:Company) RETURN c.id, c.name")
    found: dict[str, str] = dict(rows)
    assert found == {f"Company/{number}": name for number, name in enumerate(HOSTILE)}
    assert not neo4j_store.push(graph).changed


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_searched_as_they_stand(neo4j_store: Neo4jStore, name: str) -> None:
    neo4j_store.push(small_graph())
    neo4j_store.search(name)


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


# --- no server, no entry


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("bolt://localhost:1", "没有 Neo4j 在此应答"),
        ("neo4j://localhost:1", "bolt://localhost:1"),
        ("http://localhost:7474/browser/", "bolt://localhost:7687"),
        ("https://h.example", "bolt://h.example:7687"),
        ("localhost:7687", "bolt://localhost:7687"),
        ("redis://localhost", "redis://"),
        ("bolt://", "bolt://localhost:7687"),
    ],
)
def test_a_wrong_address_is_told(uri: str, said: str) -> None:
    with pytest.raises(ServerError, match=said):
        push(small_graph(), uri, ("neo4j", "x"))


def test_tls_to_a_plain_port_is_told(neo4j_server: Running) -> None:
    uri = neo4j_server.uri.replace("bolt://", "bolt+s://")
    with pytest.raises(ServerError, match=f"TLS.*{neo4j_server.uri}"):
        push(small_graph(), uri, neo4j_server.auth)


def test_the_port_of_the_browser_is_told(neo4j_server: Running) -> None:
    port = neo4j_server.browser.split(":")[2].split("/")[0]
    with pytest.raises(ServerError, match="7474"):
        push(small_graph(), f"bolt://localhost:{port}", neo4j_server.auth)


def test_no_such_database_is_told(neo4j_server: Running) -> None:
    with pytest.raises(ServerError, match="NEO4J_DATABASE"):
        push(small_graph(), neo4j_server.uri, neo4j_server.auth, database="nowhere")


def make_user(server: Running, name: str, *, change: str) -> None:
    """Make a user of the server anew: what happens to his login is not the other tests' matter."""
    with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        driver.execute_query(
            f"CREATE OR REPLACE USER {name} SET PASSWORD 'right-one' CHANGE {change}",
            database_="system",
        )


def test_a_wrong_password_and_then_the_lock_are_told(neo4j_server: Running) -> None:
    make_user(neo4j_server, "visitor", change="NOT REQUIRED")
    for _ in range(3):
        with pytest.raises(ServerError, match="NEO4J_PASSWORD"):
            Neo4jStore(neo4j_server.uri, ("visitor", "wrong"))
    with pytest.raises(ServerError, match="暂时拒绝登录"):
        Neo4jStore(neo4j_server.uri, ("visitor", "right-one"))


def test_a_password_that_must_be_changed_first_is_told(neo4j_server: Running) -> None:
    make_user(neo4j_server, "newcomer", change="REQUIRED")
    with pytest.raises(ServerError, match="初始口令须先修改"):
        Neo4jStore(neo4j_server.uri, ("newcomer", "right-one"))


def test_errors_never_say_the_password() -> None:
    with pytest.raises(ServerError) as caught:
        push(small_graph(), "bolt://localhost:1", ("neo4j", "geheim-123"))
    assert "geheim" not in str(caught.value)
