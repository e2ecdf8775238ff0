"""What an analyst does in Neo4j Browser, done by a headless Chromium: log in, ask, look, click."""

import base64
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg import interchange
from kg.graph.build import build
from kg.graph.form import Graph
from kg.rooms import room
from kg.show import browser_kit
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_server import Running
from kg.vocabulary import load

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.neo4j, pytest.mark.browser, pytest.mark.timeout(300)]

DROP = """
([name, content]) => {
    const bytes = Uint8Array.from(atob(content), letter => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name));
    const editor = document.querySelector('[data-testid=activeEditor]');
    for (const kind of ['dragenter', 'dragover', 'drop'])
        editor.dispatchEvent(
            new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
}
"""
PATHS = """
MATCH p = (x:Project)-[:SIGNED_AT|INVESTED_BY|IN_CHAIN|LOCATED_IN|IN_REGION]->()
WHERE EXISTS { (x)-[:SIGNED_AT]->() }
RETURN p LIMIT 60
"""
ONE_EDGE = "MATCH p = (:Project)-[r:SIGNED_AT]->(:Event) RETURN p ORDER BY r.id LIMIT 1"


class Analyst:
    """Somebody who sits before Neo4j Browser."""

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.editor = self.find("activeEditor")

    def find(self, name: str) -> "Locator":
        """The first part of the page that its makers gave this name for tests."""
        return self.page.get_by_test_id(name).first

    def log_in(self, server: Running) -> None:
        self.page.goto(server.browser)
        self.find("username").fill(server.auth[0])
        self.find("password").fill(server.auth[1])
        self.find("connect").click()
        self.editor.filter(has_text="neo4j$").wait_for()

    def type(self, text: str) -> None:
        """Paste a text into the editor, and run it."""
        self.editor.click()
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Control+V")
        self.page.keyboard.press("Control+Enter")

    def clear(self) -> None:
        """Empty the stream of what was run before."""
        self.type(":clear")
        self.find("frame").wait_for(state="detached")

    def run(self, query: str) -> None:
        """Run a query in an empty stream, and wait for its answer."""
        self.clear()
        self.type(query)
        self.find("frame-loaded-contents").wait_for()

    def rows(self) -> int:
        """How many rows the answer on top has."""
        said = self.find("frameStatusbar").filter(has_text="Started streaming")
        said.wait_for()
        (number,) = re.findall(r"streaming (\d+) records", said.inner_text())
        return int(number)

    def drop(self, name: str, content: bytes) -> None:
        """Drop a file on the editor."""
        self.page.evaluate(DROP, [name, base64.b64encode(content).decode()])


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The seeds' graph, from their labelled lines."""
    readings = []
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        found, problems = interchange.parse(path.read_text("utf-8"), path.name)
        assert not problems
        readings += found
    return build(readings)


@pytest.fixture(scope="module")
def store(neo4j_server: Running, graph: Graph) -> Iterator[Neo4jStore]:
    """A server that holds the graph."""
    with Neo4jStore(neo4j_server.uri, neo4j_server.auth) as opened:
        opened.driver.execute_query("MATCH (n) DETACH DELETE n")
        opened.push(graph)
        yield opened


@pytest.fixture(scope="module")
def analyst(chromium: "Browser", neo4j_server: Running) -> Iterator[Analyst]:
    """Logged in, with a clipboard, and with no way out to any host but this one."""
    context = chromium.new_context(viewport={"width": 1360, "height": 760})
    context.set_default_timeout(60_000)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    here = re.compile(r"(http://localhost[:/]|data:|blob:)")
    page.route(
        "**/*",
        lambda route: route.continue_() if here.match(route.request.url) else route.abort(),
    )
    someone = Analyst(page)
    someone.log_in(neo4j_server)
    yield someone
    context.close()


def test_a_question_runs_as_it_stands(analyst: Analyst, store: Neo4jStore, tmp_path: Path) -> None:
    text = (room("queries") / "pipeline" / "signed-never-started.cypher").read_text("utf-8")
    columns, rows = store.select(text)
    analyst.run(text)
    shown = analyst.find("frame-loaded-contents").inner_text()
    analyst.page.screenshot(path=tmp_path / "table.png")
    assert analyst.rows() == len(rows) > 10
    assert all(column in shown for column in columns)
    assert all(f'"{row[0]}"' in shown for row in rows)


def test_an_edge_is_clicked_and_its_sentence_read(
    analyst: Analyst, store: Neo4jStore, tmp_path: Path
) -> None:
    ((edge,),) = store.select(ONE_EDGE.replace("RETURN p", "RETURN r"))[1]
    analyst.run(ONE_EDGE)
    analyst.page.locator("g.relationship path.overlay").first.click()
    inspector = analyst.find("vizInspector")
    inspector.filter(has_text="Relationship properties").wait_for()
    analyst.page.screenshot(path=tmp_path / "edge.png")
    shown = inspector.inner_text()
    assert edge["quote"] in shown
    assert edge["source"] in shown


@pytest.mark.usefixtures("store")
def test_the_style_dropped_on_the_editor_is_taken(analyst: Analyst, tmp_path: Path) -> None:
    analyst.drop(browser_kit.STYLE, browser_kit.style().encode())
    analyst.find("frame").filter(has_text=":style").wait_for()
    analyst.run(PATHS)
    project = analyst.page.locator("g.node", has=analyst.page.locator("circle")).first
    project.wait_for()
    analyst.page.wait_for_timeout(3000)  # the layout comes to rest
    analyst.page.screenshot(path=tmp_path / "paths.png")
    fills = set(
        analyst.page.locator("g.node circle.b-outline").evaluate_all(
            "circles => circles.map(circle => circle.getAttribute('fill'))"
        )
    )
    colours = load("style.yaml")["labels"]
    assert fills <= {look["colour"] for look in colours.values()}
    assert {colours[label]["colour"] for label in ("Project", "Event", "Region")} <= fills
    captions = set(analyst.page.locator("g.relationship text").all_text_contents())
    assert {"签约于", "归属地区"} <= {caption.strip() for caption in captions}


def test_the_zip_dropped_on_the_editor_gives_folders_of_questions(
    analyst: Analyst, store: Neo4jStore, tmp_path: Path
) -> None:
    analyst.clear()
    kit = tmp_path / "browser-kit.zip"
    browser_kit.write(kit)
    analyst.drop(kit.name, kit.read_bytes())
    analyst.find("navigationFavorites").click()
    title = "签约未开工：哪些项目已签约却从未开工"
    analyst.find("expandFolder-项目进展").click()
    analyst.find(f"scriptTitle-{title}").click()
    analyst.editor.filter(has_text="← 改这里").wait_for()
    analyst.page.screenshot(path=tmp_path / "favorites.png")
    analyst.find("editor-Run").click()
    analyst.find("frame-loaded-contents").wait_for()
    (query,) = (text for name, text in browser_kit.files() if name.endswith("never-started.cypher"))
    assert analyst.rows() == len(store.select(query)[1])


@pytest.mark.parametrize(
    "view", sorted((room("queries") / "views").glob("*.cypher")), ids=lambda path: path.stem
)
def test_a_view_is_drawn_whole(
    view: Path, analyst: Analyst, store: Neo4jStore, tmp_path: Path
) -> None:
    query = view.read_text("utf-8")
    wanted = {node["id"] for (path,) in store.select(query)[1] for node in path[::2]}
    analyst.run(query)
    analyst.page.locator("g.node").first.wait_for()
    analyst.page.wait_for_timeout(3000)  # the layout comes to rest
    analyst.page.screenshot(path=tmp_path / f"{view.stem}.png")
    assert analyst.page.locator("g.node").count() == len(wanted)
