"""The report on a region: what the questions answer, each row with its sentences, as a file."""

import shutil

import pytest
from docx import Document
from docx.oxml.ns import qn

from kg.ask.run import ask
from kg.errors import InputError
from kg.graph.build import build
from kg.report.content import SOURCE, report
from kg.report.figures import key_figures
from kg.report.write import write
from kg.show.asked import Asked
from kg.show.draw import draw
from tests.conftest import missing
from tests.show.conftest import library, reading, said

HOME = "云溪县"


@pytest.fixture(scope="module")
def asked():
    """A county with a figure and its target, a masked figure, a signed project and a difficulty."""
    figure = {"indicator": "到位资金", "measure": "level", "unit": "CNY"}
    return Asked.of(
        build(
            [
                reading(
                    "甲",
                    said(f"Region:{HOME}", "measured", 300_000_000, kind="actual",
                         period="2023-H1", **figure),
                    said(f"Region:{HOME}", "measured", 900_000_000, kind="target", period="2023",
                         **figure),
                    said(f"Region:{HOME}", "measured", None, kind="actual", period="2022",
                         masked=True, **figure),
                    said("Project:茶厂项目", "at_stage", "Stage:signed"),
                    said("Project:茶厂项目", "blocked_by", "BlockerCategory:land"),
                    said("Project:\x0b坏字项目", "at_stage", "Stage:signed"),
                    home=HOME,
                ),
                reading("乙", said("Project:他县项目", "at_stage", "Stage:signed"), home="青禾县"),
            ]
        )
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(asked):
    return report(asked, HOME)


def section(made, heading):
    return next(s for s in made.sections if s.heading == heading)


def test_key_figures_stand_beside_their_targets_and_a_mask_is_no_zero(asked):
    rows = {row[:2]: row[2:] for row, _ in key_figures(asked.graph, HOME)}
    names = {name for name, _ in rows}
    assert len(names) == 1
    (name,) = names
    assert rows[name, "2023"][0] == "9亿元"
    assert rows[name, "2023-H1"][1] == "3亿元"
    assert rows[name, "2022"][1] == "遮蔽"


def test_a_section_has_the_rows_of_its_question_for_this_region_only(made, asked):
    rows = section(made, "已签约未开工项目").rows
    answer = ask(asked.store, "signed-never-started", region=HOME)
    assert [row[0] for row in rows] == [str(row[0]).replace("\x0b", " ") for row in answer.rows]
    assert not any("他县" in row[0] for row in rows)


def test_every_row_cites_sentences_that_the_report_prints(made):
    for part in made.sections:
        for row in part.rows:
            assert part.columns[-1] == SOURCE
            numbers = [int(n) for n in row[-1].strip("[]").split("][")]
            assert all(made.sentences[n - 1][1] for n in numbers)


def test_what_is_not_known_is_said_and_not_that_there_is_none(made):
    assert section(made, "节会活动成效").summary == "没有读到有签约的活动。"
    assert not section(made, "节会活动成效").rows


def test_the_word_file_has_official_fonts_headings_and_tables(asked, tmp_path):
    pictures = report(asked, HOME, lambda view: draw(asked, view, region=HOME))
    write(pictures, tmp_path / "x.docx")
    document = Document(str(tmp_path / "x.docx"))
    words = [p.text for p in document.paragraphs]
    assert words[0] == f"{HOME}项目与产业链情况"
    assert "一、主要指标及目标" in words
    fonts = {
        run._element.rPr.rFonts.get(qn("w:eastAsia"))
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run._element.rPr is not None and run._element.rPr.rFonts is not None
    }
    assert fonts == {"方正小标宋简体", "黑体", "仿宋_GB2312"}
    assert len(document.tables) == sum(bool(part.rows) for part in pictures.sections)
    assert len(document.inline_shapes) == 1  # of the difficulties; no event, no picture


def test_the_page_links_every_row_to_its_sentence(asked, tmp_path):
    write(report(asked, HOME), tmp_path / "x.html")
    text = (tmp_path / "x.html").read_text("utf-8")
    assert 'href="#s1"' in text
    assert 'id="s1"' in text
    assert "http://" not in text.replace("http://www.w3.org", "")


@pytest.mark.browser
def test_the_page_opens_without_errors_and_axe_finds_nothing(made, tmp_path, visit, serious):
    write(made, tmp_path / "x.html")
    assert serious(visit(tmp_path / "x.html")) == []


@pytest.mark.office
def test_libreoffice_makes_the_pdf(made, tmp_path):
    if not (shutil.which("soffice") or shutil.which("libreoffice")):
        missing("no LibreOffice is installed (Debian: apt-get install libreoffice-writer)")
    write(made, tmp_path / "x.pdf")
    words = library("pypdfium2").PdfDocument(tmp_path / "x.pdf")[0].get_textpage()
    assert "主要指标" in words.get_text_range()


def test_a_wrong_suffix_names_those_there_are(made, tmp_path):
    with pytest.raises(InputError, match=r"\.docx \.html \.pdf"):
        write(made, tmp_path / "x.odt")
