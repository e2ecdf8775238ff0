"""The pipeline board: who stands where, and how it looks."""

import pytest
from matplotlib.patches import Rectangle

from kg.errors import InputError
from kg.show.board import COLUMNS, UNSAID, rows
from kg.show.board_figure import boards


def standing(graph, region=None):
    """(region, column, name, planned) of every chip."""
    return {
        (row.region, column, chip.name, chip.planned)
        for row in rows(graph, region)
        for column, chips in enumerate(row.cells)
        for chip in chips
    }


def test_a_project_is_solid_where_it_is_and_dashed_where_it_goes_next(small):
    assert {place[1:] for place in standing(small) if place[2] == "茶厂项目"} == {
        (1, "茶厂项目", False),
        (2, "茶厂项目", True),
    }


@pytest.mark.parametrize(
    ("project", "column", "planned"),
    [("停工项目", 4, False), ("未签项目", 4, False), ("清退项目", 4, True), ("酒厂项目", 3, False)],
)
def test_what_is_off_the_line_or_failed_has_a_column_of_its_own(small, project, column, planned):
    assert {p[1:] for p in standing(small) if p[2] == project} == {(column, project, planned)}


def test_the_notes_say_the_sum_its_mask_and_what_failed(small):
    notes = {c.name: c.note for row in rows(small) for cell in row.cells for c in cell}
    assert notes["茶厂项目"] == "2亿元"
    assert notes["糖厂项目"] == "投资额遮蔽"
    assert notes["未签项目"] == "未能签约"
    assert notes["停工项目"] == "停滞"


def test_projects_without_a_region_come_last(small):
    assert [row.region for row in rows(small)][-1] == UNSAID


@pytest.mark.parametrize("name", ["small", "gold"])
def test_every_project_with_a_stage_stands_on_the_board_and_no_other(name, request):
    graph = request.getfixturevalue(name)
    staged = {
        graph.nodes[project]["said_name"]
        for project, _, edge in graph.edges(data=True)
        if graph.nodes[project]["label"] == "Project"
        and edge["type"] in ("REACHED", "PLANNED", "FAILED")
    }
    assert {place[2] for place in standing(graph)} == staged


def test_pages_hold_every_chip_once(gold):
    one, pages = boards(gold), boards(gold, paged=True)
    assert len(one) == 1
    assert len(pages) > 1
    assert {tuple(page.get_size_inches()) for page in pages} == {(8.27, 11.69)}
    chips = sum(len(chips) for row in rows(gold) for chips in row.cells)
    assert boxes(one) == boxes(pages) == chips


def boxes(figures):
    """How many chips are drawn (heads of columns are dark, masks narrow)."""
    return sum(
        isinstance(patch, Rectangle) and patch.get_width() > 0.2 and patch.get_linewidth() == 0.9
        for figure in figures
        for patch in figure.axes[0].patches
    )


def test_planned_is_dashed_and_masked_is_hatched(small):
    [figure] = boards(small)
    patches = figure.axes[0].patches
    dashed = [p for p in patches if p.get_linestyle() not in ("-", "solid")]
    hatched = [p for p in patches if p.get_hatch()]
    chips = [c for row in rows(small) for cell in row.cells for c in cell]
    assert len(dashed) == sum(chip.planned for chip in chips) == 2
    assert len(hatched) == sum(chip.masked for chip in chips) == 2


def test_a_region_brings_what_lies_in_it_and_nothing_else(small):
    assert {row.region for row in rows(small, "远山市")} == {"云溪县"}
    assert {row.region for row in rows(small, "青禾县")} == {"青禾县"}


def test_an_unknown_region_is_said_with_the_regions_there_are(small):
    with pytest.raises(InputError, match="无此县") as error:
        rows(small, "无此县")
    assert "青禾县" in str(error.value)


def test_columns_hold_every_stage_once():
    from kg.vocabulary import stages

    assert sorted(code for _, codes in COLUMNS for code in codes) == sorted(stages())
