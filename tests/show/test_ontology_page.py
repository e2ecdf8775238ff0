"""The ontology for people: complete, in both languages, offline, to be searched, accessible."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.cli import main
from kg.link.chains import taxonomy
from kg.show.ontology_page import ontology_page
from kg.show.ontology_tables import sections
from kg.vocabulary import blockers, designations, edge_forms, indicators, node_forms, stages

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HAN, LATIN = re.compile("[一-鿿]"), re.compile("[a-z]{2}")


def test_everything_is_there() -> None:
    page = ontology_page()
    for name in (*node_forms(), *edge_forms()):
        assert name in page
    for concept in (*stages().values(), *designations().values(), *blockers().values()):
        assert concept.zh in page
        assert f":{concept.code}" in page
    assert all(f'id="indicator-{code}"' in page for code in indicators())
    for chain in taxonomy().values():
        assert f'id="chain-{chain.code}"' in page
        assert all(segment.zh in page for segment in chain.segments)


def test_every_row_has_its_own_anchor_and_speaks_both_languages() -> None:
    anchors = [anchor for section in sections() for anchor in (section.id, *section.rows)]
    assert len(anchors) == len(set(anchors))
    for section in sections():
        for row in section.rows.values():
            assert len(row) == len(section.columns)
            assert HAN.search(row[0])
            assert LATIN.search(" ".join(row))


def test_the_page_is_offline_and_the_same_every_time() -> None:
    page = ontology_page()
    assert not re.search(r"(src|href)=.https?:|@import|url\(", page)
    assert page == ontology_page()
    assert len(page.encode()) < 400_000


def test_it_is_an_export_that_needs_no_graph(tmp_path: Path) -> None:
    path = tmp_path / "ontology.html"
    assert main(["export", str(path)]) == 0
    assert path.read_text("utf-8") == ontology_page()
    assert main(["export", str(tmp_path / "none" / "ontology.html")]) == 2


@pytest.mark.browser
def test_a_reader_finds_a_word(chromium: "Browser", tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    path = tmp_path / "ontology.html"
    path.write_text(ontology_page(), "utf-8")
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    page.goto(path.as_uri())
    page.get_by_label("查找").fill("实际利用外资")
    assert page.locator("tbody tr:visible").count() >= 1
    assert "rows" in page.locator("#found").inner_text()
    page.get_by_label("查找").fill("")
    page.screenshot(path=tmp_path / "page.png")
    found = Axe().run(page)
    grave = [
        v["id"] for v in found.response["violations"] if v["impact"] in ("serious", "critical")
    ]
    assert grave == []
    assert faults == []
    page.close()
