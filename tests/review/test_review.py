"""Review by hand: the workbook, its verdicts, and what they do to the graph, for ever."""

import dataclasses

import pytest
from openpyxl import load_workbook

import kg
from kg import interchange
from kg.cli.main import main
from kg.errors import InputError
from kg.graph.build import build
from kg.graph.check import problems
from kg.model import Judgement, Span
from kg.review.columns import FACT, FACTS, PAIRS, VERDICT
from kg.review.sheets import workbook
from kg.review.verdicts import read_verdicts
from tests.show import conftest as show


def said(subject, predicate, target, **qualifiers):
    """A statement whose quote is as long as it says."""
    made = show.said(subject, predicate, target, **qualifiers)
    quote = made.evidence[0].quote
    return dataclasses.replace(made, evidence=(Span(0, len(quote), quote),))


REPORT = show.reading(
    "甲",
    said("Project:=茶厂项目", "at_stage", "Stage:signed"),
    said("Project:=茶厂项目", "has_investment", 200_000_000, unit="CNY"),
    said("Project:糖厂项目", "at_stage", "Stage:started"),
)


@pytest.fixture
def folder(tmp_path):
    """A graph folder of one report whose facts are all at 0.9."""
    (tmp_path / "甲.jsonl").write_text(interchange.dump(REPORT), "utf-8")
    kg.build([tmp_path / "甲.jsonl"], tmp_path / "graph")
    return tmp_path / "graph"


def run(*arguments):
    return main([str(argument) for argument in arguments])


def written(folder, tmp_path):
    file = tmp_path / "review.xlsx"
    assert run("review", "-g", folder, "-o", file, "--below", "0.95") == 0
    return file


def rows(file, sheet=FACTS):
    lines = load_workbook(file)[sheet].iter_rows(values_only=True)
    heads = next(lines)
    return [dict(zip(heads, line, strict=True)) for line in lines]


def filled(file, verdicts):
    """The workbook with verdicts written in, by row."""
    book = load_workbook(file)
    for row, word in verdicts.items():
        book[FACTS].cell(row, 1).value = word
    book.save(file)
    return file


def stages(folder):
    graph = kg.Graph(folder).networkx()
    return {
        graph.nodes[project]["said_name"]: edge["reviewed"]
        for project, _, edge in graph.edges(data=True)
        if edge["type"] == "REACHED"
    }


def test_the_workbook_has_each_uncertain_fact_with_its_sentence(folder, tmp_path):
    found = rows(written(folder, tmp_path))
    assert len(found) == 3
    assert {row["对象 subject"] for row in found} == {"=茶厂项目", "糖厂项目"}
    assert all(row[VERDICT] is None and row["原句 sentence"].endswith("的原句") for row in found)
    assert {row[FACT].partition("/")[0] for row in found} == {"Fact", "Figure"}
    assert load_workbook(tmp_path / "review.xlsx")[FACTS].data_validations.dataValidation


def test_a_name_that_looks_like_a_formula_is_text(folder, tmp_path):
    page = load_workbook(written(folder, tmp_path))[FACTS]
    cells = [cell for line in page.iter_rows() for cell in line if cell.value == "=茶厂项目"]
    assert cells
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr"} or all(
        c.quotePrefix for c in cells
    )


def test_a_rejected_fact_is_gone_and_an_accepted_one_reviewed(folder, tmp_path):
    file = written(folder, tmp_path)
    number = {row["对象 subject"] + row["关系 relation"]: i for i, row in enumerate(rows(file), 2)}
    wrong = next(i for name, i in number.items() if name.startswith("糖厂项目"))
    filled(file, {i: "错" if i == wrong else "对" for i in number.values()})
    assert run("review", file, "-g", folder) == 0
    assert stages(folder) == {"=茶厂项目": True}
    graph = kg.Graph(folder).networkx()
    assert any("an analyst rejected it" in line for line in graph.graph["left_out"])
    assert problems(graph) == []
    assert workbook(graph, 0.95)[1] == 0


def test_verdicts_survive_a_new_reading_and_undo_takes_them_back(folder, tmp_path):
    file = written(folder, tmp_path)
    filled(file, dict.fromkeys((2, 3, 4), "错"))
    assert run("review", file, "-g", folder) == 0
    kg.build([tmp_path / "甲.jsonl"], folder)
    assert stages(folder) == {}
    assert run("review", file, "-g", folder, "--undo") == 0
    assert stages(folder) == {"=茶厂项目": False, "糖厂项目": False}


def test_a_bad_cell_is_named_and_the_others_are_taken_in(folder, tmp_path, capsys):
    file = filled(written(folder, tmp_path), {2: "大概", 3: "√"})
    assert run("review", file, "-g", folder) == 1
    told = capsys.readouterr()
    assert "第 2 行" in told.err
    assert "对 或 错" in told.err
    assert "1 条判定" in told.out


def test_suggestions_can_be_accepted(tmp_path):
    """A pair's verdict is a judgement of both ids."""
    file = tmp_path / "x.xlsx"
    file.write_bytes(workbook(build([REPORT]))[0])
    book = load_workbook(file)
    book[PAIRS].append(["是", "同一个县", "", "", 1, "", "Region/a", "Region/b"])
    book.save(file)
    expected = Judgement("Region/a", "Region/b", "accepted", "同一个县")
    assert read_verdicts(file).judgements == [expected]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", "判定".encode()])
def test_what_is_no_workbook_is_refused(content, tmp_path):
    (tmp_path / "x.xlsx").write_bytes(content)
    with pytest.raises(InputError, match=r"x\.xlsx"):
        read_verdicts(tmp_path / "x.xlsx")
