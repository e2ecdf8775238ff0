"""The commands as a newcomer types them: what they print, leave behind, and exit with."""

import io
import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.rooms import room

SEED = room("seeds") / "seed-002.txt"


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> Path:
    folder: Path = tmp_path_factory.mktemp("built") / "graph"
    assert main(["build", str(SEED), "-o", str(folder)]) == 0
    return folder


def test_building_again_doubles_nothing(graph, capsys):
    main(["build", str(SEED), "-o", str(graph)])
    first = capsys.readouterr().out
    main(["build", str(SEED), "-o", str(graph)])
    assert capsys.readouterr().out == first
    assert "1 份为更新" in first


def test_a_bad_file_is_named_and_the_rest_goes_on(tmp_path, capsys):
    good = tmp_path / "good.txt"
    good.write_text("2023年上半年，远山县签约项目3个。", "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    code = main(["build", str(tmp_path), str(tmp_path / "none.txt"), "-o", str(tmp_path / "g")])
    said = capsys.readouterr()
    assert code == 1
    assert "empty.txt" in said.err
    assert "none.txt" in said.err
    assert "1 份文档" in said.out


def test_two_files_of_one_name_are_not_merged_silently(tmp_path, capsys):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "总结.txt").write_text(f"{folder}县签约项目3个。", "utf-8")
    assert main(["build", str(tmp_path), "-o", str(tmp_path / "g")]) == 1
    assert "同名" in capsys.readouterr().err


def test_a_report_of_the_same_name_from_elsewhere_replaces_nothing(tmp_path, capsys):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "总结.txt").write_text(f"{folder}县签约项目3个。", "utf-8")
    assert main(["build", str(tmp_path / "a"), "-o", str(tmp_path / "g")]) == 0
    assert main(["build", str(tmp_path / "b"), "-o", str(tmp_path / "g")]) == 1
    assert "同名" in capsys.readouterr().err
    (tmp_path / "a" / "总结.txt").rename(tmp_path / "旧总结.txt")  # moved away: it is a new report
    assert main(["build", str(tmp_path / "b"), "-o", str(tmp_path / "g")]) == 0


def test_extract_prints_the_interchange_that_build_takes(tmp_path, capsys):
    assert main(["extract", str(SEED), "--format", "jsonl"]) == 0
    printed = capsys.readouterr().out
    rows = [json.loads(line) for line in printed.splitlines()]
    assert {row["kind"] for row in rows} == {"document", "entity", "fact"}
    assert {row["doc"] for row in rows} == {"seed-002"}
    lines = tmp_path / "lines.jsonl"
    lines.write_text(printed, "utf-8")
    assert main(["build", str(lines), "-o", str(tmp_path / "g")]) == 0


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_extract_reads_standard_input_in_any_encoding(monkeypatch, capsys, encoding):
    said = "2023年上半年，远山县招商引资工作取得新进展，与青禾食品有限公司签订了投资协议。"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(said.encode(encoding))))
    assert main(["extract", "-"]) == 0
    assert "青禾食品有限公司" in capsys.readouterr().out


def test_ask_without_a_name_prints_the_catalogue(capsys):
    assert main(["ask"]) == 0
    assert "signed-never-started" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_ask_answers_in_every_format(graph, capsys, form):
    assert main(["ask", "signed-never-started", "-g", str(graph), "--format", form]) == 0
    said = capsys.readouterr().out
    assert "中南木业项目" in said
    if form == "csv":
        assert said.startswith("\ufeff")
    if form == "json":
        json.loads(said)


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.xlsx", "a.txt"])
def test_rows_go_into_a_file_of_any_format(graph, tmp_path, capsys, name):
    for command in (["ask", "signed-never-started"], ["sparql", "SELECT ?x { ?x a kg:Project }"]):
        assert main([*command, "-g", str(graph), "-o", str(tmp_path / name)]) == 0
        assert capsys.readouterr().out.strip() == str(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100


def test_a_workbook_needs_a_file(graph, capsys):
    assert main(["ask", "park-load", "-g", str(graph), "--format", "xlsx"]) == 2
    assert "-o x.xlsx" in capsys.readouterr().err


def test_rows_left_out_are_said(graph, tmp_path, capsys):
    query = tmp_path / "projects.rq"
    query.write_text("SELECT ?x { ?x a kg:Project }", "utf-8")
    assert main(["sparql", str(query), "-g", str(graph), "--limit", "1"]) == 1
    said = capsys.readouterr()
    assert "1 行 rows" in said.out
    assert "还有更多" in said.err


def test_why_prints_facts_with_their_sentences(graph, capsys):
    assert main(["why", "首届壮欢节", "-g", str(graph)]) == 0
    said = capsys.readouterr().out
    assert "12个" in said
    assert "首届壮欢节上集中签约12个项目" in said.replace("\n", "")
    assert "seed-002" in said


def test_sparql_is_read_only(graph, capsys):
    assert main(["sparql", "SELECT (1 AS ?a) {}", "-g", str(graph), "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "1"
    assert main(["sparql", "DELETE WHERE { ?s ?p ?o }", "-g", str(graph)]) == 2


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["ask", "no-such-question", "-g", "{graph}"], "no-such-question"),
        (["ask", "mentions", "-g", "{graph}", "-p", "entity"], "NAME=VALUE"),
        (["ask", "mentions", "-g", "{graph}", "-p", "colour=red"], "colour"),
        (["ask", "mentions", "-g", "nowhere"], "kg build"),
        (["why", "无此名称", "-g", "{graph}"], "无此名称"),
        (["export", "x.doc", "-g", "{graph}"], ".doc"),
        (["draw", "entity", "-g", "{graph}", "-o", "x.svg"], "draw entity"),
        (["push", "http://localhost:7474", "-g", "{graph}"], "bolt"),
        (["push", "bolt://localhost:7687/mine", "-g", "{graph}"], "NEO4J_DATABASE"),
        (["ask", "park-load", "-g", "{graph}", "--region", "无此县"], "无此县"),
        (["sparql", "SELECT ?", "-g", "{graph}"], "SPARQL"),
        (["build", str(SEED), "-o", str(SEED)], "seed-002.txt"),
    ],
)
def test_a_wrong_call_is_one_clear_line(graph, capsys, monkeypatch, tmp_path, arguments, word):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    assert main([a.replace("{graph}", str(graph)) for a in arguments]) == 2
    said = capsys.readouterr().err.strip()
    assert word in said
    assert "Traceback" not in said
    assert len(said.splitlines()) == 1


def test_score_compares_lines_with_labels(capsys, tmp_path):
    gold = room("seeds") / "gold"
    assert main(["score", str(gold), str(gold), "--texts", str(room("seeds"))]) == 0
    said = capsys.readouterr().out
    assert next(line for line in said.splitlines() if "fact.ALL" in line).split()[3] == "1.000"
    assert main(["score", str(gold), str(tmp_path / "none.jsonl")]) == 2


def test_exports_by_suffix(graph, tmp_path):
    for name in ("g.ttl", "g.nt", "g.jsonld", "g.trig", "g.html", "g.graphml", "g.cypher"):
        assert main(["export", str(tmp_path / name), "-g", str(graph)]) == 0
        assert (tmp_path / name).stat().st_size > 1000


def test_the_demo_goes_the_whole_way(tmp_path, capsys):
    assert main(["demo", "-o", str(tmp_path / "demo")]) == 0
    said = capsys.readouterr().out
    assert "5 份文档" in said
    assert "签约未开工" in said
    assert (tmp_path / "demo" / "graph.html").exists()
