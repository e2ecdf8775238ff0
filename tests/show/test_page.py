"""The page of the graph in a real Chromium: offline, complete, searchable, harmless, accessible."""

import pytest

from kg.show.page import page_data, write

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]


@pytest.fixture(scope="module")
def file(gold, tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "x.html"
    write(gold, path)
    return path


@pytest.fixture
def page(file, visit):
    return visit(file)


def shown(page, what="nodes"):
    """How many nodes or edges are drawn, once the page has drawn what was asked of it."""
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.evaluate(f"kgPage.cy.{what}().filter(e => e.visible()).length")


def search(page, words):
    page.fill("#search", words)
    page.press("#search", "Enter")


def test_the_page_shows_all_that_the_data_holds(page, gold):
    data = page_data(gold)
    assert shown(page) == len(data["nodes"])
    assert shown(page, "edges") == len(data["edges"])
    assert page.locator("#table tbody tr").count() == len(data["nodes"])
    assert str(len(data["nodes"])) in page.inner_text("#status")


def test_search_shows_the_facts_with_their_sentences(page, gold):
    project = next(
        d for _, d in gold.nodes(data=True) if d.get("aliases") and d["label"] == "Event"
    )
    search(page, project["aliases"][0])
    assert page.inner_text("#facts h2") == project["name"]
    quotes = {
        edge["quote"] for _, end, edge in gold.in_edges(project["id"], data=True) if "quote" in edge
    }
    assert quotes
    assert quotes <= set(page.locator("#facts blockquote").all_inner_texts())
    assert "1.00" in page.inner_text("#facts cite >> nth=0")


def test_search_of_part_of_a_name_lists_the_matches(page):
    search(page, "产业园")
    names = page.locator("#matches button").all_inner_texts()
    assert len(names) > 1
    assert all("产业园" in name for name in names)
    page.locator("#matches button").nth(1).click()
    assert page.inner_text("#facts h2") == names[1]


def test_search_without_a_match_says_so(page):
    search(page, "没有这个名称")
    assert "没有匹配" in page.inner_text("#status")


def test_a_row_of_the_table_shows_its_entity_and_only_what_it_is_joined_to(page, gold):
    button = page.locator("#table button").nth(3)
    name = button.inner_text()
    button.click()
    assert page.inner_text("#facts h2") == name
    node = page.evaluate("kgPage.cy.$('.chosen').id()")
    joined = page.evaluate("kgPage.cy.$('.chosen').closedNeighborhood().nodes().length")
    assert shown(page) == joined < len(page_data(gold)["nodes"])
    assert gold.nodes[node]["name"] == name


def test_a_click_on_a_dot_shows_it(page):
    x, y, name = page.evaluate("""() => {
        const node = kgPage.cy.nodes('.hub')[0], at = node.renderedPosition();
        const box = kgPage.cy.container().getBoundingClientRect();
        return [at.x + box.x, at.y + box.y, node.data('whole')];
    }""")
    page.mouse.click(x, y)
    page.wait_for_function("document.querySelector('#facts h2')")
    assert page.inner_text("#facts h2") == name


def test_types_can_be_left_out_and_come_back_when_one_is_chosen(page, gold):
    page.uncheck("#types input[value=Project]")
    left = sum(node["type"] != "Project" for node in page_data(gold)["nodes"])
    assert shown(page) == left
    assert page.locator("#table tbody tr:visible").count() == left
    search(page, page.evaluate("kgPage.cy.nodes('[type=\"Project\"]')[0].data('whole')"))
    assert page.is_checked("#types input[value=Project]")


def test_plans_can_be_left_out(page, gold):
    plans = sum(edge["tense"] in ("planned", "failed") for edge in page_data(gold)["edges"])
    before = shown(page, "edges")
    assert plans
    page.uncheck("#planned")
    assert shown(page, "edges") == before - plans
    assert page.evaluate("kgPage.cy.edges('.planned').style('line-style')") == "dashed"


def test_escape_clears(page, gold):
    search(page, "产业园")
    page.keyboard.press("Escape")
    assert page.locator("#facts h2").count() == 0
    assert shown(page) == len(page_data(gold)["nodes"])


def test_a_large_graph_is_drawn_in_part_and_says_what_is_left(gold, visit, tmp_path):
    write(gold, tmp_path / "x.html", drawn=20, held=50)
    page = visit(tmp_path / "x.html")
    assert shown(page) == 20
    assert page.locator("#table tbody tr").count() == 50
    total = len(page_data(gold)["nodes"])
    assert f"另有 {total - 50} 个" in page.inner_text("#status")
    page.locator("#table button").last.click()
    assert page.locator("#facts h2").count() == 1


def test_hostile_names_are_shown_as_they_are_and_do_nothing(hostile, visit, tmp_path):
    write(hostile, tmp_path / "x.html")
    page = visit(tmp_path / "x.html")
    names = {data["name"] for _, data in hostile.nodes(data=True) if data["label"] == "Company"}
    table = page.evaluate("[...document.querySelectorAll('#table button')].map(b => b.textContent)")
    assert names <= set(table)
    for name in names:
        page.evaluate("name => kgPage.find(name)", name)
        assert page.evaluate("document.querySelector('#facts h2').textContent") == name
    assert page.evaluate("window.hacked") is None


def test_an_empty_graph_has_a_page(visit, tmp_path):
    from kg.graph.build import build

    write(build([]), tmp_path / "x.html")
    assert "0 个实体" in visit(tmp_path / "x.html").inner_text("#status")


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_runs_over_the_edge_and_axe_finds_nothing_serious(page, serious, width):
    page.set_viewport_size({"width": width, "height": 844})
    search(page, "产业园")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert serious(page) == []


def test_the_same_graph_twice_is_the_same_page(gold, tmp_path):
    for name in ("a", "b"):
        write(gold, tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
