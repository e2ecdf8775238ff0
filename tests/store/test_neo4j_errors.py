"""No server, no entry: each told so that its user knows what to do."""

import pytest
from neo4j import GraphDatabase

from kg.errors import ServerError
from kg.store.neo4j import Neo4jStore, push
from kg.store.neo4j_server import Running

from .neo4j_graphs import small_graph

pytestmark = pytest.mark.neo4j


@pytest.mark.parametrize(
    ("uri", "said"),
    [
        ("bolt://localhost:1", "没有 Neo4j 在此应答"),
        ("neo4j://localhost:1", "bolt://localhost:1"),
        ("http://localhost:7474/browser/", "bolt://localhost:7687"),
        ("https://h.example", "bolt://h.example:7687"),
        ("localhost:7687", "bolt://localhost:7687"),
        ("redis://localhost", "bolt://localhost:7687"),
        ("bolt://localhost:abc", "地址写法不对"),
        ("bolt://localhost:99999", "地址写法不对"),
        ("bolt://[::1", "地址写法不对"),
        ("neo4j", "bolt://localhost:7687"),
        ("bolt://neo4j:geheim@localhost:7687", "NEO4J_PASSWORD"),
        ("bolt://", "bolt://localhost:7687"),
    ],
)
def test_a_wrong_address_is_told(uri: str, said: str) -> None:
    with pytest.raises(ServerError, match=said):
        push(small_graph(), uri, ("neo4j", "x"))


def test_tls_to_a_plain_port_is_told(neo4j_server: Running) -> None:
    uri = neo4j_server.uri.replace("bolt://", "bolt+s://")
    with pytest.raises(ServerError, match=f"TLS.*{neo4j_server.uri}"):
        push(small_graph(), uri, neo4j_server.auth)


def test_the_port_of_the_browser_is_told(neo4j_server: Running) -> None:
    port = neo4j_server.browser.split(":")[2].split("/")[0]
    with pytest.raises(ServerError, match="7474"):
        push(small_graph(), f"bolt://localhost:{port}", neo4j_server.auth)


def test_no_such_database_is_told(neo4j_server: Running) -> None:
    with pytest.raises(ServerError, match="NEO4J_DATABASE"):
        push(small_graph(), neo4j_server.uri, neo4j_server.auth, database="nowhere")


def make_user(server: Running, name: str, *, change: str) -> None:
    """Make a user of the server anew: what happens to his login is not the other tests' matter."""
    with GraphDatabase.driver(server.uri, auth=server.auth) as driver:
        driver.execute_query(
            f"CREATE OR REPLACE USER {name} SET PASSWORD 'right-one' CHANGE {change}",
            database_="system",
        )


def test_a_wrong_password_and_then_the_lock_are_told(neo4j_server: Running) -> None:
    make_user(neo4j_server, "visitor", change="NOT REQUIRED")
    for _ in range(3):
        with pytest.raises(ServerError, match="NEO4J_PASSWORD"):
            Neo4jStore(neo4j_server.uri, ("visitor", "wrong"))
    with pytest.raises(ServerError, match="暂时拒绝登录"):
        Neo4jStore(neo4j_server.uri, ("visitor", "right-one"))


def test_a_password_that_must_be_changed_first_is_told(neo4j_server: Running) -> None:
    make_user(neo4j_server, "newcomer", change="REQUIRED")
    with pytest.raises(ServerError, match="初始口令须先修改"):
        Neo4jStore(neo4j_server.uri, ("newcomer", "right-one"))


@pytest.mark.parametrize("uri", ["bolt://localhost:1", "bolt://neo4j:geheim-123@localhost:1"])
def test_errors_never_say_the_password(uri: str) -> None:
    with pytest.raises(ServerError) as caught:
        push(small_graph(), uri, ("neo4j", "geheim-123"))
    assert "geheim" not in str(caught.value)
