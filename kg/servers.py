"""Which Neo4j is meant, and with which password: the environment, the local one, or asked for."""

from collections.abc import Callable

from kg.errors import ServerError
from kg.settings import settings
from kg.store import neo4j_local
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_errors import check_address


def connect(uri: str | None = None, ask: Callable[[], str] | None = None) -> Neo4jStore:
    """Open the server at `uri`, else at `NEO4J_URI`, else the local one of `kg neo4j up`.

    The password is `NEO4J_PASSWORD`, else the local server's own, else what `ask` returns.
    `ServerError` where no server or no password is known.
    """
    found = settings()
    local = neo4j_local.status()
    uri = uri or found.neo4j_uri or (local.uri if local else None)
    if uri is None:
        raise ServerError(
            "没有指明 Neo4j：给出 bolt:// 地址，或设 NEO4J_URI，或先 kg neo4j up / "
            "no Neo4j is named: give a bolt:// address, set NEO4J_URI, or run: kg neo4j up"
        )
    check_address(uri)  # before the password is asked for
    password = found.neo4j_password
    if password is None and local and uri == local.uri:
        password = local.password
    if password is None and ask is not None:
        password = ask()
    if password is None:
        raise ServerError(
            f"{uri}: 需要口令，请设环境变量 NEO4J_PASSWORD / needs a password: set NEO4J_PASSWORD"
        )
    return Neo4jStore(uri, (found.neo4j_user, password), database=found.neo4j_database)
