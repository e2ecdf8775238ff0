"""State sync: ask a Neo4j what it holds of ours, and send only the difference.

Right also after somebody wiped, restored or switched the database, since nothing is remembered of
earlier pushes. What has no `kg_hash` is somebody else's: it is counted, never changed or deleted.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import starmap
from typing import TypeVar

from neo4j import READ_ACCESS, Driver, ManagedTransaction, Record

from kg.errors import InputError, ServerError
from kg.graph.form import Graph
from kg.store.loaders import statement, statements
from kg.store.neo4j_diff import (
    Counts,
    Row,
    StoredEdge,
    StoredNode,
    compare_edges,
    compare_nodes,
    wanted_edges,
    wanted_nodes,
)

Thing = TypeVar("Thing")
Progress = Callable[[int, int, str], None]  # rows done, rows in all, label or type at hand

WRITE_BATCH = 2_000
DELETE_BATCH = 20_000
_FOREIGN, _NODES, _EDGES = 0, 1, 2  # the statements of read_state.cypher
_STALE_EDGES, _STALE_NODES = 0, 1  # of delete_stale.cypher


@dataclass(slots=True)
class PushResult:
    """What a push did; `held` counts nodes gone from the graph that others' relationships hold."""

    nodes: Counts = field(default_factory=Counts)
    edges: Counts = field(default_factory=Counts)
    held: int = 0

    @property
    def changed(self) -> bool:
        """Whether anything was written or deleted."""
        parts = (self.nodes, self.edges)
        return any(part.created or part.updated or part.deleted for part in parts)

    def __str__(self) -> str:
        lines = [f"节点 nodes: {self.nodes}", f"关系 edges: {self.edges}"]
        if self.held:
            lines.append(
                f"留下 {self.held} 个图中已没有的节点：他人的关系仍连着它们 / "
                f"{self.held} nodes that are gone from the graph stay: somebody else's "
                "relationships hold them"
            )
        return "\n".join(lines)


class Sync:
    """One push of one graph into one database."""

    def __init__(
        self, driver: Driver, database: str | None = None, progress: Progress | None = None
    ) -> None:
        self._driver = driver
        self._database = database
        self._progress = progress
        self._done = self._total = 0

    def push(self, graph: Graph, *, beside_others: bool) -> PushResult:
        """Bring the database to the state of the graph."""
        want_nodes = wanted_nodes(graph)
        want_edges = wanted_edges(graph, want_nodes)
        if not beside_others:
            self._refuse_foreign()
        self._prepare()
        nodes = compare_nodes(want_nodes, starmap(StoredNode, self._read(_NODES)))
        edges = compare_edges(want_edges, starmap(StoredEdge, self._read(_EDGES)), nodes.moved)
        self._total = nodes.size + edges.size
        edges.counts.deleted = self._delete(_STALE_EDGES, edges.stale, "edges")
        nodes.counts.deleted = self._delete(_STALE_NODES, nodes.stale, "nodes")
        for (label,), rows in nodes.rows.items():
            self._write(statement("nodes.cypher", label=label), rows, label)
        for (kind, source, target), rows in edges.rows.items():
            names = {"type": kind, "from": source, "to": target}
            self._write(statement("edges.cypher", **names), rows, kind)
        return PushResult(nodes.counts, edges.counts, len(nodes.stale) - nodes.counts.deleted)

    def _refuse_foreign(self) -> None:
        (row,) = self._read(_FOREIGN)
        if row["nodes"]:
            labels = "、".join(row["labels"]) or "无标签 no label"
            raise ServerError(
                f"库中有 {row['nodes']} 个不是 kg 写入的节点（{labels}），未作任何改动；"
                "请换一个空库，确要并存则加 --beside-others / "
                f"the database holds {row['nodes']} nodes of somebody else; nothing was changed. "
                "Use an empty one, or --beside-others to write beside them"
            )

    def _prepare(self) -> None:
        with self._driver.session(database=self._database) as session:
            for query in (*statements("constraints.cypher"), *statements("fulltext.cypher")):
                session.run(query).consume()
            session.run("CALL db.awaitIndexes(300)").consume()

    def _read(self, number: int) -> Iterator[Record]:
        with self._driver.session(
            database=self._database, default_access_mode=READ_ACCESS, fetch_size=10_000
        ) as session:
            yield from session.run(statements("read_state.cypher")[number])

    def _delete(self, number: int, elements: Sequence[str], what: str) -> int:
        deleted = 0
        with self._driver.session(database=self._database) as session:
            for batch in _batches(elements, DELETE_BATCH):
                query = statements("delete_stale.cypher")[number]
                counters = session.run(query, elements=batch).consume().counters
                deleted += counters.nodes_deleted + counters.relationships_deleted
                self._advance(len(batch), what)
        return deleted

    def _write(self, query: str, rows: Sequence[Row], what: str) -> None:
        with self._driver.session(database=self._database) as session:
            for batch in _batches(rows, WRITE_BATCH):
                try:
                    session.execute_write(_write_batch, query, batch, what)
                except (ValueError, OverflowError) as error:  # from the driver's packing
                    raise InputError(f"{what}: {_unfit(batch)}: {error}") from error
                self._advance(len(batch), what)

    def _advance(self, rows: int, what: str) -> None:
        self._done += rows
        if self._progress:
            self._progress(self._done, self._total, what)


def _write_batch(
    transaction: ManagedTransaction, query: str, batch: Sequence[Row], what: str
) -> None:
    record = transaction.run(query, rows=batch).single(strict=True)
    if record["written"] != len(batch):
        raise ServerError(
            f"{what}: 应写入 {len(batch)} 行，只写入 {record['written']} 行：库中有他人的同号节点，"
            "或有人同时在改；请再推一次 / "
            f"of {len(batch)} rows only {record['written']} could be written: somebody else's node "
            "has the same id, or the database was changed meanwhile; push again"
        )


def _batches(things: Sequence[Thing], size: int) -> Iterator[Sequence[Thing]]:
    for start in range(0, len(things), size):
        yield things[start : start + size]


def _unfit(batch: Sequence[Row]) -> str:
    """Which value of a batch Neo4j cannot hold: half a character, or an integer past 64 bits."""
    for row in batch:
        properties = row.get("properties", row)
        for name, value in properties.items():
            for member in value if isinstance(value, list) else [value]:
                if not _fits(member):
                    return f"{properties['id']} {name}"
    return "?"


def _fits(value: object) -> bool:
    if isinstance(value, str):
        return not any("\ud800" <= letter <= "\udfff" for letter in value)
    return not isinstance(value, int) or -(2**63) <= value < 2**63
