"""The graph in a Neo4j, over Bolt with the official driver: pushed, asked, searched.

Everything that goes wrong there is a `ServerError` that says what to do; a query that is wrong or
would not only read is a `QueryError`.
"""

import re
from collections.abc import Mapping
from contextlib import ExitStack
from types import TracebackType
from typing import Any, Literal, Self

from neo4j import READ_ACCESS, Driver, GraphDatabase

from kg.errors import ServerError
from kg.graph.form import Graph
from kg.store.neo4j_errors import check_address, told
from kg.store.neo4j_select import Columns, Rows, select
from kg.store.neo4j_sync import Progress, PushResult, Sync

__all__ = ["Neo4jStore", "PushResult", "phrase", "push"]

_OLDEST = (5, 23)  # the first with CALL (x) { … }
_SEARCH = """
CALL db.index.fulltext.queryNodes($index, $phrase) YIELD node, score
RETURN node.id AS id, labels(node)[0] AS label, node.name AS name,
       coalesce(node.text, node.quote) AS text, score
ORDER BY score DESC, id
"""


class Neo4jStore:
    """An open connection to one database of a Neo4j; a context manager that closes it."""

    def __init__(self, uri: str, auth: tuple[str, str], *, database: str | None = None) -> None:
        """Connect and log in; `ServerError` where that fails or the server is too old."""
        check_address(uri)
        self.uri = uri
        self.database = database
        with ExitStack() as stack, told(uri):
            self.driver: Driver = stack.enter_context(
                GraphDatabase.driver(
                    uri, auth=auth, connection_timeout=15, max_transaction_retry_time=15,
                    notifications_min_severity="OFF", telemetry_disabled=True,
                )
            )  # fmt: skip
            with self.driver.session(database=database, default_access_mode=READ_ACCESS) as session:
                session.run("RETURN 1").consume()
            _refuse_old(uri, self.driver.get_server_info().agent)
            stack.pop_all()  # stays open

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the connection."""
        self.driver.close()

    def push(
        self,
        graph: Graph,
        *,
        beside_others: bool = False,
        progress: Progress | None = None,
    ) -> PushResult:
        """Bring the database to the state of the graph; again, nothing changes.

        `ServerError` where the database holds somebody else's nodes, unless `beside_others`: then
        ours stand beside them and theirs are left alone.
        """
        with told(self.uri):
            return Sync(self.driver, self.database, progress).push(
                graph, beside_others=beside_others
            )

    def select(
        self,
        query: str,
        parameters: Mapping[str, Any] | None = None,
        *,
        limit: int | None = None,
        timeout: float = 60.0,
    ) -> tuple[Columns, Rows]:
        """The columns and rows of a reading query, as plain Python: see `neo4j_select.select`."""
        with told(self.uri):
            return select(
                self.driver, query, parameters,
                database=self.database, limit=limit, timeout=timeout,
            )  # fmt: skip

    def search(
        self, text: str, index: Literal["kg_names", "kg_texts"] = "kg_names", limit: int = 20
    ) -> tuple[Columns, Rows]:
        """The nodes whose names (or, in `kg_texts`, whose sentences) hold this text, best first."""
        return self.select(_SEARCH, {"index": index, "phrase": phrase(text)}, limit=limit)


def push(
    graph: Graph,
    uri: str,
    auth: tuple[str, str],
    *,
    database: str | None = None,
    beside_others: bool = False,
    progress: Progress | None = None,
) -> PushResult:
    """Connect, push a graph and close: see `Neo4jStore.push`."""
    with Neo4jStore(uri, auth, database=database) as store:
        return store.push(graph, beside_others=beside_others, progress=progress)


def phrase(text: str) -> str:
    """Words as a Lucene query that means exactly them: in quotes, quotes and backslashes escaped.

    The cjk analyzer indexes pairs, so a single Chinese character is asked for as a prefix.
    """
    stripped = text.strip()
    if len(stripped) == 1 and re.match(r"\w", stripped):
        return f"{stripped.lower()}*"
    escaped = stripped.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _refuse_old(uri: str, agent: str) -> None:
    found = re.match(r"Neo4j/v?(\d+)\.(\d+)", agent)
    if found and (int(found[1]), int(found[2])) < _OLDEST:
        raise ServerError(
            f"{uri}: {agent} 太旧，需要 Neo4j 5.23 以上（建议 5.26）/ "
            "is too old: Neo4j 5.23 or newer is needed"
        )
