"""A table of a Word report with the headings of a ledger is read as one, beside the prose."""

import io
import zipfile
from pathlib import Path

import pytest

from kg.extract import extract
from kg.lists import with_tables
from kg.model import Reading
from kg.read import read

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PROSE = "2024年，云溪县引进投资2亿元的青禾食品年产5万吨米粉项目，已开工建设。"
LEDGER = [
    ["序号", "项目名称", "投资方", "总投资（亿元）", "进展"],
    ["1", "胶合板生产线", "甲河木业有限公司", "5.2", "已签约，未开工"],
    ["2", "棉纱生产线", "", "若干", "在谈"],
]


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def report(path: Path, rows: list[list[str]]) -> tuple[Reading, list[str]]:
    table = "".join(
        "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) + "</w:tr>"
        for row in rows
    )
    body = f"{paragraph('云溪县招商引资工作总结')}{paragraph(PROSE)}<w:tbl>{table}</w:tbl>"
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
    path.write_bytes(data.getvalue())
    found = read(path)
    return with_tables(found, extract(found))


@pytest.fixture
def found(tmp_path: Path) -> tuple[Reading, list[str]]:
    return report(tmp_path / "总结.docx", LEDGER)


def test_its_rows_are_facts(found: tuple[Reading, list[str]]) -> None:
    said = {
        (s.subject.name, s.predicate, s.object.name if s.object else s.value)
        for s in found[0].statements
        if s.rule == "list.project_ledger"
    }
    assert said == {
        ("胶合板生产线", "invested_by", "甲河木业有限公司"),
        ("胶合板生产线", "has_investment", 520_000_000),
        ("胶合板生产线", "at_stage", "signed"),
        ("胶合板生产线", "at_stage", "started"),
        ("棉纱生产线", "at_stage", "negotiating"),
    }


def test_they_quote_the_row_and_the_headings(found: tuple[Reading, list[str]]) -> None:
    reading = found[0]
    assert reading.text is not None
    for said in reading.statements:
        for span in said.evidence:
            assert reading.text[span.start : span.end] == span.quote
    row, head = next(s for s in reading.statements if s.rule == "list.project_ledger").evidence
    assert row.quote.startswith("1\t胶合板生产线\t甲河木业有限公司")
    assert (row.place, head.place) == ("表1 行2", "表1 行1")
    assert "总投资（亿元）" in head.quote


def test_the_prose_is_read_as_ever(found: tuple[Reading, list[str]]) -> None:
    names = {e.name for e in found[0].entities if e.type == "Project"}
    assert "青禾食品年产5万吨米粉项目" in names


def test_a_cell_that_cannot_be_read_is_named(found: tuple[Reading, list[str]]) -> None:
    (problem,) = found[1]
    assert "总结.docx 表1 行3: “总投资（亿元）”读不懂“若干”" in problem


def test_another_table_is_left_to_extraction(tmp_path: Path) -> None:
    reading, problems = report(tmp_path / "总结.docx", [["指标", "数值"], ["到位资金", "3亿元"]])
    assert not problems
    assert not any((s.rule or "").startswith("list.") for s in reading.statements)
