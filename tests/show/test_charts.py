"""The page of charts: it counts what the questions answer; offline, clickable, accessible."""

import pytest

from kg.graph.build import build
from kg.show.asked import Asked
from kg.show.charts import charts_data, write
from kg.show.exchange import export
from tests.show.conftest import reading, said

QUESTIONS = {"funnel": "stage-funnel", "events": "event-yield", "matrix": "chain-coverage"}
VIEWS = ("funnel", "events", "flow", "matrix", "blockers")
browser = [pytest.mark.browser, pytest.mark.timeout(120)]


@pytest.fixture(scope="module")
def asked(gold):
    return Asked.of(gold)


@pytest.fixture(scope="module")
def data(asked):
    return charts_data(asked)


@pytest.fixture(scope="module")
def file(gold, tmp_path_factory):
    path = tmp_path_factory.mktemp("charts") / "charts.html"
    export(gold, path)
    return path


@pytest.fixture
def page(file, visit):
    return visit(file)


def answer(asked, question, **parameters):
    """The rows without the ids of their evidence."""
    rows = asked.rows(question, **parameters)
    return [{k: v for k, v in row.items() if k != "evidence"} for row in rows]


def plain(rows):
    return [{k: v for k, v in row.items() if k not in ("sum", "sentences")} for row in rows]


def drawn(page, view, items="data"):
    """What the chart of a view draws: its values by name."""
    return page.evaluate(
        f"kgCharts.views.find(v => v.id === '{view}').chart?.getOption().series[0].{items}"
    )


def at(page, view, number):
    """The middle of the n-th element of a chart, in pixels of the window."""
    page.locator(f"#{view} .chart").scroll_into_view_if_needed()
    return page.evaluate(
        """([view, number]) => {
        const { chart, box } = kgCharts.views.find(v => v.id === view);
        const element = chart.getModel().getSeriesByIndex(0).getData().getItemGraphicEl(number);
        const rect = element.getBoundingRect().clone();
        const on = element.transform, corner = box.getBoundingClientRect();
        if (on) rect.applyTransform(on);
        return [corner.x + rect.x + rect.width / 2, corner.y + rect.y + rect.height / 2];
    }""",
        [view, number],
    )


@pytest.mark.parametrize("view", QUESTIONS)
def test_the_rows_are_those_of_the_answers(asked, data, view):
    assert plain(data["rows"][view]) == answer(asked, QUESTIONS[view]) != []


def test_a_region_of_the_page_is_the_region_of_a_question(asked, data):
    for number, region in enumerate(data["regions"], 1):
        for view, question in QUESTIONS.items():
            chosen = [r for r in data["rows"][view] if set(r["region"]) & set(region["within"])]
            given = answer(asked, question, region=region["name"])
            assert sorted(map(str, plain(chosen))) == sorted(map(str, given)), region["name"]
        given = answer(asked, "top-blockers", region=region["name"])
        assert plain(data["blockers"][number]) == given


def test_the_flow_counts_the_projects_of_each_chain(asked, data):
    chains = {row["chain"] for row in data["rows"]["flow"]}
    assert chains
    for chain in chains:
        told = sum(row["projects"] for row in data["rows"]["flow"] if row["chain"] == chain)
        assert told == sum(row["projects"] for row in asked.rows("stage-funnel", chain=chain))


def test_the_flow_of_a_region_is_the_answer_for_it(asked, data):
    region = next(r for r in data["regions"] if any(
        set(row["region"]) & set(r["within"]) for row in data["rows"]["flow"]))  # fmt: skip
    chosen = [r for r in data["rows"]["flow"] if set(r["region"]) & set(region["within"])]
    given = {
        (chain, row["stage"], row["projects"])
        for chain in {row["chain"] for row in data["rows"]["flow"]}
        for row in asked.rows("stage-funnel", chain=chain, region=region["name"])
    }
    assert {(row["chain"], row["stage"], row["projects"]) for row in chosen} == given


def test_every_row_points_to_the_sentences_of_its_answer(asked, data):
    for row, (_, quotes) in zip(data["rows"]["events"], asked.quoted("event-yield"), strict=True):
        told = [tuple(data["sentences"][number]) for number in row["sentences"]]
        assert told == [(quote.source, quote.text) for quote in quotes] != []


def test_a_region_counts_what_lies_in_it(small):
    regions = {r["name"]: r["within"] for r in charts_data(Asked.of(small))["regions"]}
    assert regions["远山市"] == ["云溪县", "远山市"]
    assert regions["云溪县"] == ["云溪县"]


class TestPage:
    pytestmark = browser

    def test_every_chart_draws_the_numbers_of_its_answer(self, page, asked):
        stages: dict[str, int] = {}
        for row in asked.rows("stage-funnel"):
            stages[row["stage"]] = stages.get(row["stage"], 0) + row["projects"]
        unsaid = stages.pop("unsaid")
        pieces = drawn(page, "funnel")
        assert sorted(piece["here"] for piece in pieces) == sorted(stages.values())
        for number, piece in enumerate(pieces):
            assert piece["value"] == sum(further["here"] for further in pieces[number:])
        assert f"{unsaid} 个项目" in page.inner_text("#funnel .unknown")
        cells = {(r["projects"] + r["companies"]) for r in asked.rows("chain-coverage")}
        assert {item["value"][2] for item in drawn(page, "matrix")} == cells
        ranking = [row["subjects"] for row in asked.rows("top-blockers")]
        assert [item["value"] for item in drawn(page, "blockers")] == ranking
        rows = asked.rows("event-yield")
        signed = sum(row["signed"] for row in rows if isinstance(row["signed"], int))
        links = drawn(page, "events", "links")
        assert sum(link["value"] for link in links if link["target"] == "signed") == signed

    def test_the_table_under_a_chart_has_every_row(self, page, data):
        for view in VIEWS:
            rows = data["blockers"][0] if view == "blockers" else data["rows"][view]
            assert page.locator(f"#{view} tbody tr").count() == len(rows)

    def test_what_is_masked_is_said_and_not_drawn(self, page, asked):
        masked = [r["event"] for r in asked.rows("event-yield") if r["signed"] == "masked"]
        names = [node["name"] for node in drawn(page, "events")]
        assert masked
        for event in masked:
            assert f"e:{event}" not in names
            assert f"{event}：签约 signed 遮蔽 masked" in page.inner_text("#events .unknown")

    @pytest.mark.parametrize("view", VIEWS)
    def test_a_click_on_a_part_lists_its_sentences(self, page, data, view):
        page.mouse.click(*at(page, view, 0))
        page.wait_for_selector("#facts blockquote")
        texts = {text for _, text in data["sentences"]}
        sources = {source for source, _ in data["sentences"]}
        assert set(page.locator("#facts blockquote").all_inner_texts()) <= texts
        assert set(page.locator("#facts cite").all_inner_texts()) <= sources

    def test_the_table_opens_the_same_by_keyboard_and_escape_goes_back(self, page):
        page.focus("#blockers tbody tr:nth-child(2) button")
        page.keyboard.press("Enter")
        assert page.locator("#facts blockquote").count() > 0
        page.keyboard.press("Escape")
        assert page.locator("#facts").is_hidden()
        name = page.inner_text("#blockers tbody tr:nth-child(2) button")
        assert page.evaluate("document.activeElement.textContent") == name

    def test_a_region_filters_every_chart_and_table(self, page, asked, data):
        name = data["regions"][0]["name"]
        page.select_option("#region", name)
        for view, question in {**QUESTIONS, "blockers": "top-blockers"}.items():
            count = len(asked.rows(question, region=name))
            assert page.locator(f"#{view} tbody tr").count() == count
        given = [row["subjects"] for row in asked.rows("top-blockers", region=name)]
        assert [item["value"] for item in drawn(page, "blockers") or []] == given
        page.select_option("#region", "")
        assert page.locator("#funnel tbody tr").count() == len(data["rows"]["funnel"])

    @pytest.mark.parametrize("view", VIEWS)
    def test_pictures_are_downloaded(self, page, view):
        with page.expect_download() as png:
            page.click(f"#{view} .tools button >> text=PNG")
        assert png.value.suggested_filename == f"{view}.png"
        assert png.value.path().read_bytes().startswith(b"\x89PNG")
        with page.expect_download() as svg:
            page.click(f"#{view} .tools button >> text=SVG")
        assert svg.value.path().read_text("utf-8").startswith("<svg")

    def test_print_shows_pictures_and_whole_tables(self, page):
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
        page.wait_for_function("[...document.images].every(i => i.complete && i.naturalWidth)")
        assert page.locator(".printed:visible").count() == len(VIEWS)
        assert page.locator("button:visible", has_text="PNG").count() == 0

    @pytest.mark.parametrize("width", [1280, 390])
    def test_nothing_runs_over_the_edge_and_axe_finds_nothing_serious(self, page, serious, width):
        page.set_viewport_size({"width": width, "height": 844})
        page.click("#funnel tbody button >> nth=0")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert serious(page) == []

    def test_hostile_names_do_nothing(self, hostile, visit, tmp_path):
        write(hostile, tmp_path / "charts.html")
        page = visit(tmp_path / "charts.html")
        for view in ("funnel", "matrix"):
            page.mouse.move(*at(page, view, 0))
            page.wait_for_timeout(50)
        assert page.evaluate("window.hacked") is None

    def test_a_hostile_event_is_shown_as_it_is(self, visit, tmp_path):
        name = '<img src=x onerror="window.hacked=1">节'
        graph = build(
            [reading("甲", said("Project:茶厂项目", "at_stage", "Stage:signed"),
                     said("Project:茶厂项目", "signed_at", f"Event:{name}"))]
        )  # fmt: skip
        write(graph, tmp_path / "charts.html")
        page = visit(tmp_path / "charts.html")
        assert page.inner_text("#events tbody button") == f"{name}〔甲〕"
        page.mouse.move(*at(page, "events", 0))
        page.wait_for_selector("#events .chart div:has-text('onerror')")
        assert page.evaluate("window.hacked") is None

    def test_an_empty_graph_has_a_page(self, visit, tmp_path):
        write(build([]), tmp_path / "charts.html")
        page = visit(tmp_path / "charts.html")
        assert page.locator("text=没有可画的记录").count() == len(VIEWS)
        assert page.locator(".tools button:enabled").count() == 0


def test_the_page_is_small_and_the_same_twice(gold, file, tmp_path):
    write(gold, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == file.read_bytes()
    assert file.stat().st_size < 1_500_000
