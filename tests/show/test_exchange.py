"""Exchange files, read back by another program."""

import csv
import json
import os
import shutil
import subprocess
from collections import Counter
from xml.etree import ElementTree

import neo4j
import networkx as nx
import pytest

from kg.errors import InputError, MissingComponentError
from kg.graph.form import Graph
from kg.model import ENTITY_TYPES
from kg.show.exchange import export
from kg.show.exchange.values import LIST_MARK
from kg.store import neo4j_server
from tests.conftest import missing


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
        export(small, tmp_path / "x.doc")


def test_json_lines_hold_the_whole_graph(hostile, tmp_path):
    export(hostile, tmp_path / "x.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "x.jsonl").read_text("utf-8").split("\n")[:-1]]
    back: Graph = nx.MultiDiGraph()
    for row in rows:
        if row.pop("kind") == "node":
            back.add_node(row["id"], **row)
        else:
            back.add_edge(row.pop("start"), row.pop("end"), row["id"], **row)
    assert list(back.nodes(data=True)) == sorted(hostile.nodes(data=True))
    assert {k: d for _, _, k, d in back.edges(keys=True, data=True)} == {
        k: d for _, _, k, d in hostile.edges(keys=True, data=True)
    }


GEXF = {"g": "http://gexf.net/1.3", "v": "http://gexf.net/1.3/viz"}


def test_gexf_has_labels_colours_and_places(small, hostile, tmp_path):
    for number, graph in enumerate((small, hostile)):
        export(graph, tmp_path / f"{number}.gexf")
        root = ElementTree.parse(tmp_path / f"{number}.gexf").getroot()  # noqa: S314 – our own file
        assert root.get("version") == "1.3"
        nodes = root.findall(".//g:node", GEXF)
        assert {n.get("id") for n in nodes} == set(graph)
        assert all(n.find("v:color", GEXF) is not None for n in nodes)
        placed = {n.get("id") for n in nodes if n.find("v:position", GEXF) is not None}
        assert placed == {n for n in graph if graph.nodes[n]["label"] in ENTITY_TYPES}
        edges = root.findall(".//g:edge", GEXF)
        assert {e.get("id") for e in edges} == {key for _, _, key in graph.edges(keys=True)}
        titles = {a.get("id"): a.get("title") for a in root.findall(".//g:attribute", GEXF)}
        assert {"kind", "said_name", "quote"} <= set(titles.values())


class TestCsvFolder:
    def test_no_cell_is_run_as_a_formula(self, small, tmp_path):
        graph = small.copy()
        graph.add_node("Company/x", label="Company", id="Company/x", kg_hash="0", name="=1+1")
        export(graph, tmp_path / "csv")
        with (tmp_path / "csv" / "Company.csv").open(encoding="utf-8-sig", newline="") as file:
            assert [row["name"] for row in csv.DictReader(file)] == ["'=1+1"]

    def test_every_node_and_edge_is_a_row(self, gold, tmp_path):
        export(gold, tmp_path / "csv")
        nodes: Counter[str] = Counter(data["label"] for _, data in gold.nodes(data=True))
        for label, number in nodes.items():
            assert len(rows_of(tmp_path / "csv" / f"{label}.csv")) == number
        files = (tmp_path / "csv").glob("*-*-*.csv")
        assert sum(len(rows_of(file)) for file in files) == gold.number_of_edges()

    @pytest.mark.neo4j
    def test_its_script_loads_it_twice_into_neo4j(
        self, hostile, neo4j_server, neo4j_store, tmp_path
    ):
        export(hostile, tmp_path / "csv")
        for _ in range(2):
            for file in (tmp_path / "csv").glob("*.csv"):
                shutil.copy(file, neo4j_server.import_folder / file.name)
            run_script(neo4j_store.driver, tmp_path / "csv" / "load_csv.cypher")
            same(state(neo4j_store.driver), whole(hostile))


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def same(there, here):
    for mine, ours in zip(there, here, strict=True):
        assert mine.keys() == ours.keys()
        assert [(mine[k], ours[k]) for k in ours if mine[k] != ours[k]] == []


def without_empty_lists(stored):
    return tuple(
        {name: {k: v for k, v in row.items() if v != []} for name, row in rows.items()}
        for rows in stored
    )


def whole(graph):
    """What a database holds of the graph."""
    return (
        {n: {k: v for k, v in d.items() if k != "label"} for n, d in graph.nodes(data=True)},
        {
            k: {p: v for p, v in d.items() if p != "type"}
            for _, _, k, d in graph.edges(keys=True, data=True)
        },
    )


@pytest.mark.neo4j
def test_the_bulk_importer_takes_the_typed_files(hostile, tmp_path):
    export(hostile, tmp_path / "bulk", "neo4j-admin")
    try:
        installation = neo4j_server.install()
    except MissingComponentError as error:
        missing(str(error))
    home = neo4j_server.Home(tmp_path / "home", neo4j_server.free_port(), neo4j_server.free_port())
    neo4j_server.configure(installation, home)
    neo4j_server.set_password(installation, home, "long-enough")
    arguments = (tmp_path / "bulk" / "import.txt").read_text("utf-8").split("\n")[:-1]
    subprocess.run(
        installation.command(home.heap, "org.neo4j.cli.AdminTool", *arguments),
        env={**os.environ, "NEO4J_HOME": str(home.path)}, cwd=tmp_path / "bulk",
        check=True, capture_output=True,
    )  # fmt: skip
    process = neo4j_server.start(installation, home, "long-enough", lasting=False)
    try:
        with neo4j.GraphDatabase.driver(home.uri, auth=("neo4j", "long-enough")) as driver:
            same(state(driver), without_empty_lists(whole(hostile)))
    finally:
        neo4j_server.stop(process)
