"""Exchange files, read back by another program."""

import networkx as nx
import pytest

from kg.errors import InputError
from kg.show.export import LIST_MARK, export


def test_graphml_read_by_networkx_is_the_same_graph(gold, hostile, tmp_path):
    for number, graph in enumerate((gold, hostile)):
        export(graph, tmp_path / f"{number}.graphml")
        back = nx.read_graphml(tmp_path / f"{number}.graphml", force_multigraph=True)
        assert isinstance(back, nx.MultiDiGraph)
        assert {n: dict(d) for n, d in back.nodes(data=True)} == {
            n: flat(d) for n, d in graph.nodes(data=True)
        }
        there = {key: (a, b, data) for a, b, key, data in back.edges(keys=True, data=True)}
        assert len(there) == graph.number_of_edges()
        for a, b, key, data in graph.edges(keys=True, data=True):
            assert there[key] == (a, b, flat(data) | {"id": key})


def flat(data):
    """GraphML has no lists."""
    return {k: LIST_MARK.join(v) if isinstance(v, list) else v for k, v in data.items()}


@pytest.mark.neo4j
@pytest.mark.parametrize("name", ["small", "hostile"])
def test_the_script_runs_twice_in_neo4j_and_changes_nothing(name, request, neo4j_store, tmp_path):
    graph = request.getfixturevalue(name)
    export(graph, tmp_path / "x.cypher")
    run_script(neo4j_store.driver, tmp_path / "x.cypher")
    first = state(neo4j_store.driver)
    assert len(first[0]) == graph.number_of_nodes()
    assert len(first[1]) == graph.number_of_edges()
    assert first[0] == {
        node: {k: v for k, v in data.items() if k != "label"}
        for node, data in graph.nodes(data=True)
    }
    assert first[1] == {
        key: {k: v for k, v in data.items() if k != "type"}
        for _, _, key, data in graph.edges(keys=True, data=True)
    }
    run_script(neo4j_store.driver, tmp_path / "x.cypher")
    assert state(neo4j_store.driver) == first


def run_script(driver, path):
    """Every statement ends with a semicolon at the end of its line, as Browser splits it."""
    for statement in path.read_text("utf-8").split(";\n"):
        if statement.strip():
            driver.execute_query(statement)


def state(driver):
    nodes, _, _ = driver.execute_query("MATCH (n) RETURN properties(n) AS p")
    edges, _, _ = driver.execute_query("MATCH ()-[e]->() RETURN properties(e) AS p")
    return tuple({row["p"]["id"]: row["p"] for row in rows} for rows in (nodes, edges))


def test_every_statement_of_the_script_stands_on_one_line(hostile, tmp_path):
    export(hostile, tmp_path / "x.cypher")
    lines = (tmp_path / "x.cypher").read_text("utf-8").split("\n")
    assert all(line.endswith(";") for line in lines[1:] if line)
    assert lines[0].startswith("//")


def test_an_unknown_suffix_names_those_there_are(small, tmp_path):
    with pytest.raises(InputError, match=r"\.graphml"):
        export(small, tmp_path / "x.gexf")
