"""Pictures of answers: what they print is what the questions answer."""

import pytest
from matplotlib.patches import Rectangle

from kg.errors import InputError, MissingComponentError
from kg.graph.build import build
from kg.show import look
from kg.show.asked import Asked, amount
from kg.show.blockers_figure import blocker_ranking
from kg.show.chain_figure import chain_map
from kg.show.draw import VIEWS, draw
from kg.show.matrix_figure import REGIONS, region_chains
from kg.show.yield_figure import STEPS, event_yield
from kg.vocabulary import blockers
from tests.conftest import missing
from tests.show.conftest import reading, said


@pytest.fixture(autouse=True, scope="module")
def _font():
    try:
        look.chinese_font()
    except MissingComponentError as error:
        missing(str(error))


@pytest.fixture(scope="module")
def asked(gold):
    return Asked.of(gold)


@pytest.fixture(scope="module")
def timber():
    """A county with a sawmill that leads its chain, and a link of the chain without record."""
    chain = "Chain:木材加工"
    return Asked.of(
        build(
            [
                reading(
                    "甲",
                    said("Company:青松板业有限公司", "in_chain", chain),
                    said("Company:青松板业有限公司", "has_designation", "Designation:leading"),
                    said("Project:胶合板项目", "in_chain", chain),
                    said("Region:云溪县", "focuses_on", chain),
                )
            ]
        )
    )


def words(figure):
    return [text.get_text() for text in figure.axes[0].texts]


def test_every_row_of_the_event_yield_is_drawn_with_its_numbers(asked):
    figure = event_yield(asked)
    printed = "".join(words(figure)).replace("\n", "")
    for row in asked.rows("event-yield"):
        assert row["event"][:10] in printed
        assert amount(row["investment"]) in printed
    masked = [p for p in figure.axes[0].patches if isinstance(p, Rectangle) and p.get_hatch()]
    steps = [row[c] for row in asked.rows("event-yield") for c, _, _ in STEPS]
    unknown = [value for value in steps if not isinstance(value, int)]
    assert len(masked) == len(unknown) > 0


def test_the_ranking_names_every_category_with_its_count(asked):
    printed = words(blocker_ranking(asked))
    for row in asked.rows("top-blockers"):
        assert blockers()[row["category"]].zh in printed
        assert str(row["subjects"]) in printed


def test_the_matrix_has_a_line_for_every_chain(asked):
    printed = words(region_chains(asked))
    for row in asked.rows("chain-coverage"):
        assert row["chain"] in printed


def test_a_matrix_of_more_regions_than_fit_says_how_many_it_leaves_out():
    reports = [
        reading(
            f"报告{i}", said(f"Project:糖厂{i}项目", "in_chain", "Chain:糖业"), home=f"云溪{i}县"
        )
        for i in range(REGIONS + 3)
    ]
    printed = words(region_chains(Asked.of(build(reports))))
    assert any("另有 3 个地区" in text for text in printed)


def test_a_chain_stars_its_anchor_and_hatches_the_links_without_record(timber):
    figure = chain_map(timber, "木材加工")
    assert any(text.startswith("★青松板业") for text in words(figure))
    links = [row for row in timber.rows("chain-map", chain="木材加工") if row["segment"]]
    empty = [row for row in links if not (row["companies"] or row["projects"] or row["parks"])]
    hatched = [p for p in figure.axes[0].patches if p.get_hatch()]
    assert len(hatched) == len(empty) > 0
    assert words(figure).count("没有记录 no record") == len(empty)


def test_an_unknown_chain_names_those_there_are(timber):
    with pytest.raises(InputError, match="木材加工"):
        chain_map(timber, "造纸")


@pytest.mark.parametrize("view", [v for v in VIEWS if v not in ("entity", "chain")])
def test_every_view_of_an_empty_graph_says_that_there_is_nothing(view, tmp_path):
    draw(Asked.of(build([])), view).save(tmp_path / "x.svg")
    assert (tmp_path / "x.svg").stat().st_size > 1000


def test_a_view_of_one_thing_needs_its_name(timber):
    for view in ("entity", "chain"):
        with pytest.raises(InputError, match="名称"):
            draw(timber, view)


def test_a_notebook_shows_the_picture(timber):
    assert draw(timber, "blockers")._repr_png_().startswith(b"\x89PNG")
