"""What several rooms' tests share: one real Neo4j for the whole run."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from typing import NoReturn

import pytest

from kg.errors import MissingComponentError
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_local import throwaway
from kg.store.neo4j_server import Running


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
