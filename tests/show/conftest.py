"""Graphs to show – the labelled seeds, a small one of every case, a hostile one – and a browser."""

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import interchange
from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Reading, Ref, Source, Span, Statement
from kg.rooms import room
from tests.conftest import missing

HOSTILE = (
    "</script><script>window.hacked=1</script>厂",
    '<img src=x onerror="window.hacked=1">厂',
    "双\"引号'单引号`反引号厂",
    "反斜杠\\n与\\u0041厂",
    "换\n行\t制表厂",
    "{{ 7 * 7 }} ${x} $p 厂",
    "𠮷野家\u2028\u202e厂",
)


def library(name: str) -> Any:
    """A library that only tests need; without it the test is skipped, or fails: see `missing`."""
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        missing(f"{name} is not installed; install the test dependencies")


def said(subject: str, predicate: str, target: Any = None, **qualifiers: Any) -> Statement:
    """`said("Project:茶厂项目", "at_stage", "Stage:signed", status="planned")`, with a quote."""
    known = isinstance(target, str)
    return Statement(
        Ref(*subject.split(":", 1)),
        predicate,
        Ref(*target.split(":", 1)) if known else None,
        None if known else target,
        qualifiers,
        (Span(0, 6, f"{subject.partition(':')[2]}的原句"),),
        0.9,
        "test.rule",
    )


def reading(document: str, *facts: Statement, home: str | None = "云溪县") -> Reading:
    """One report of a region that says these facts."""
    region = Ref("Region", home) if home else None
    return Reading(Source(document, region=region, period="2023"), (), facts)


@pytest.fixture(scope="session")
def gold() -> Graph:
    """The graph of the labelled seeds."""
    readings: list[Reading] = []
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        found, problems = interchange.parse(path.read_text("utf-8"), path.name)
        assert problems == []
        readings += found
    return build(readings)


@pytest.fixture(scope="session")
def small() -> Graph:
    """Two counties and a report of none: a project in every case of the board."""
    stage = "at_stage"
    return build(
        [
            reading(
                "甲",
                said("Region:云溪县", "part_of", "Region:远山市"),
                said("Project:茶厂项目", stage, "Stage:signed", date="2023-03"),
                said("Project:茶厂项目", stage, "Stage:started", status="planned"),
                said("Project:茶厂项目", "has_investment", 200_000_000, unit="CNY"),
                said("Project:*纸厂项目", stage, "Stage:started"),
                said("Project:糖厂项目", stage, "Stage:negotiating"),
                said("Project:糖厂项目", "has_investment", None, unit="CNY", masked=True),
                said("Project:停工项目", stage, "Stage:stalled"),
                said("Project:未签项目", stage, "Stage:signed", status="failed"),
                said("Project:清退项目", stage, "Stage:terminated", status="planned"),
                said("Project:无阶段项目", "in_chain", "Chain:食品"),
            ),
            reading("乙", said("Project:酒厂项目", stage, "Stage:production"), home="青禾县"),
            reading("丙", said("Project:漂泊项目", stage, "Stage:signed"), home=None),
        ]
    )


@pytest.fixture(scope="session")
def hostile() -> Graph:
    """Names that break pages, scripts and queries that do not quote."""
    facts = [said(f"Company:{name}", "in_chain", "Chain:食品") for name in HOSTILE]
    facts += [said(f"Project:{name}", "at_stage", "Stage:signed") for name in HOSTILE]
    return build([reading("</title>甲", *facts)])


@pytest.fixture(scope="session")
def serious() -> Callable[[Any], list[str]]:
    """`serious(page)`: what axe finds against accessibility that is serious or critical."""
    axe = library("axe_playwright_python.sync_playwright")

    def run(page: Any) -> list[str]:
        found = axe.Axe().run(page).response["violations"]
        return [f"{v['id']}: {v['help']}" for v in found if v["impact"] in ("serious", "critical")]

    return run


@pytest.fixture
def visit(chromium: Any) -> Iterator[Callable[[Path], Any]]:
    """`visit(file)` opens it; at the end: no error on its console, no request beyond the file."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    seen: list[str] = []
    wrong: list[str] = []

    def open_page(path: Path) -> Any:
        page = context.new_page()
        page.on("request", lambda request: seen.append(request.url))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    context.close()
    assert wrong == []
    assert [url for url in seen if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in seen if url.startswith("file:")]) == 1
