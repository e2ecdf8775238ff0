"""Pictures as files: formats, sameness, pages, and what is refused."""

import subprocess
import sys

import pytest
from matplotlib import font_manager
from PIL import Image

from kg.errors import InputError, MissingComponentError
from kg.show import look
from kg.show.asked import Asked
from kg.show.draw import draw, schema_picture
from kg.show.neighbourhood import MOST, neighbourhood
from kg.vocabulary import edge_forms, node_forms
from tests.conftest import missing
from tests.show.conftest import library


@pytest.fixture(autouse=True, scope="module")
def _font():
    try:
        look.chinese_font()
    except MissingComponentError as error:
        missing(str(error))


def draw_pipeline(graph, path, region=None):
    draw(Asked.of(graph), "pipeline", region=region).save(path)


def draw_entity(graph, path, name):
    picture = draw(Asked.of(graph), "entity", name)
    picture.save(path)
    return picture.remark


def pdf(path):
    return library("pypdfium2").PdfDocument(path)


def test_a_png_is_made_in_a_folder_that_was_not_there(small, tmp_path):
    path = tmp_path / "new" / "x.png"
    draw_pipeline(small, path)
    with Image.open(path) as picture:
        assert picture.size[0] == 1654  # A4 at 200 dots an inch


def test_the_same_picture_twice_is_the_same_file(small, tmp_path):
    for name in ("a", "b"):
        draw_pipeline(small, tmp_path / f"{name}.svg")
        draw_pipeline(small, tmp_path / f"{name}.pdf")
    for suffix in (".svg", ".pdf"):
        one, other = ((tmp_path / f"{name}{suffix}").read_bytes() for name in ("a", "b"))
        assert one == other


def test_a_pdf_has_pages_of_a4(gold, tmp_path):
    draw_pipeline(gold, tmp_path / "x.pdf")
    pages = pdf(tmp_path / "x.pdf")
    assert len(pages) > 1
    assert {tuple(map(round, page.get_size())) for page in pages} == {(595, 842)}


def test_a_pdf_holds_its_words_as_text(small, tmp_path):
    draw_pipeline(small, tmp_path / "x.pdf")
    words = pdf(tmp_path / "x.pdf")[0].get_textpage().get_text_range()
    assert "茶厂项目" in words
    assert "3 份报告" in words


def test_a_giant_png_is_refused_with_the_remedies(gold, tmp_path, monkeypatch):
    monkeypatch.setattr("kg.show.draw._TALLEST", 2000)
    with pytest.raises(InputError, match="--region") as error:
        draw_pipeline(gold, tmp_path / "x.png")
    assert ".pdf" in str(error.value)
    assert not (tmp_path / "x.png").exists()


def test_a_wrong_suffix_names_those_there_are(small, tmp_path):
    with pytest.raises(InputError, match=r"\.svg \.png \.pdf"):
        draw_pipeline(small, tmp_path / "x.gif")


def test_an_unknown_name_lists_the_nearest(small, tmp_path):
    with pytest.raises(InputError, match="茶厂项目"):
        draw_entity(small, tmp_path / "x.svg", "茶厂项木")


def test_without_a_chinese_font_the_package_is_named(small, tmp_path, monkeypatch):
    look.chinese_font.cache_clear()
    monkeypatch.setattr(font_manager, "get_font_names", lambda: ["DejaVu Sans"])
    with pytest.raises(MissingComponentError, match="fonts-noto-cjk"):
        draw_pipeline(small, tmp_path / "x.svg")
    monkeypatch.undo()
    look.chinese_font.cache_clear()


def test_without_matplotlib_the_extra_is_named(small, tmp_path, monkeypatch):
    look.chinese_font.cache_clear()
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingComponentError, match=r"county-kg\[pictures\]"):
        draw_pipeline(small, tmp_path / "x.svg")
    look.chinese_font.cache_clear()


def test_of_two_of_one_name_the_one_drawn_is_said(small, tmp_path):
    assert draw_entity(small, tmp_path / "x.svg", "茶厂项目") is None
    remark = draw_entity(small, tmp_path / "x.svg", "厂项目")
    assert remark is not None
    assert remark.index("茶厂项目") < remark.index("酒厂项目")


def test_a_neighbourhood_draws_what_is_said_and_counts_the_rest(gold):
    region = max(gold, key=gold.degree)
    figure = neighbourhood(gold, region)
    words = [text.get_text() for text in figure.axes[0].texts]
    assert any("未画 more" in text for text in words)
    assert figure.get_size_inches()[1] <= look.A4[1]
    assert gold.degree(region) > MOST * 2


def test_a_planned_neighbour_is_dashed_and_a_derived_one_dotted(small):
    project = next(n for n, d in small.nodes(data=True) if d["name"] == "茶厂项目")
    lines = neighbourhood(small, project).axes[0].lines
    styles = [line.get_linestyle() for line in lines]
    assert styles.count(":") == 1
    assert styles.count("--") == 1


def test_the_schema_shows_every_label_and_every_edge_type(tmp_path):
    from kg.show.schema import schema

    words = "\n".join(text.get_text() for text in schema().axes[0].texts)
    assert [form.zh for form in node_forms().values() if form.zh not in words] == []
    plain = [f for f in edge_forms().values() if not f.type.startswith(("PLANNED_", "FAILED_"))]
    assert [form.zh for form in plain if form.zh not in words] == []
    schema_picture().save(tmp_path / "x.svg")
    assert (tmp_path / "x.svg").stat().st_size > 10_000


@pytest.mark.parametrize(
    ("value", "words"),
    [(5_354_000_000, "53.54亿元"), (8_500_000, "850万元"), (300, "300元"), (-2e8, "-2亿元")],
)
def test_money_is_written_as_people_write_it(value, words):
    assert look.money(value) == words


def test_a_line_is_not_cut_in_a_word_and_does_not_begin_with_a_closing_mark():
    assert look.wrap("一二三四seed-000五六", 6, 3) == "一二三四\nseed-000五\n六"
    assert look.wrap("一二三，四", 3, 2) == "一二三，\n四"
    assert look.wrap("一二三四五六七", 3, 2) == "一二三\n四五…"


def test_nothing_is_loaded_that_only_pictures_need():
    code = "import sys, kg.cli, kg.show.draw, kg.show.page; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
