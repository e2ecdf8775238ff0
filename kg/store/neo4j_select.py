"""Reading from a Neo4j: only reading, within a time, and plain Python values back.

Three guards, since an ad-hoc query comes from anybody: the server itself must call the query a
reading one (`EXPLAIN`, which runs nothing), its plan must hold no step that reaches beyond the
graph, and it runs in a READ session, where every write is refused.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from neo4j import READ_ACCESS, Driver, Query, Session
from neo4j.graph import Node, Path, Relationship
from neo4j.time import Date, DateTime, Duration, Time

from kg.errors import QueryError

Columns = tuple[str, ...]
Rows = list[tuple[Any, ...]]

# Steps of a plan that the server counts as reading and that we refuse.
_REFUSED = {
    "LoadCSV": "LOAD CSV 读取文件或网络 / LOAD CSV reads files or the network",
    "TerminateTransactions": "TERMINATE 会中断他人的查询 / TERMINATE ends others' queries",
}


def select(
    driver: Driver,
    query: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    database: str | None = None,
    limit: int | None = None,
    timeout: float = 60.0,
) -> tuple[Columns, Rows]:
    """The columns and rows of a reading query; at most `limit` rows, within `timeout` seconds.

    Nodes and relationships become dicts of their properties with `label` or `type`, paths lists of
    them, dates ISO strings. `QueryError` where the query is wrong, writes, or reaches beyond the
    graph. Errors of the driver pass through: `kg.store.neo4j_errors.told` turns them into ours.
    """
    bound = dict(parameters or {})
    with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
        _refuse_all_but_reading(session, query, bound, timeout)
        result = session.run(_timed(query, timeout), bound)
        columns = tuple(result.keys())
        rows: Rows = []
        for record in result:
            if limit is not None and len(rows) >= limit:
                break
            rows.append(tuple(plain(value) for value in record.values()))
        result.consume()
    return columns, rows


def _refuse_all_but_reading(
    session: Session, query: str, parameters: dict[str, Any], timeout: float
) -> None:
    summary = session.run(_timed(f"EXPLAIN {query}", timeout), parameters).consume()
    if summary.query_type != "r":
        raise QueryError(
            "只允许读：这条查询会写入或管理数据库 / only reading is allowed: this query writes to "
            "or administers the database"
        )
    for step, details in _steps(summary.plan or {}):
        if step in _REFUSED:
            raise QueryError(f"只允许读：{_REFUSED[step]}")
        if step == "ProcedureCall" and not details.startswith("db."):
            raise QueryError(
                f"只允许 db.* 过程 / only procedures db.* are allowed, not {details.split('(')[0]}"
            )


def _steps(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The steps of a plan with their details; a step reads `LoadCSV@neo4j`."""
    if plan:
        yield plan["operatorType"].split("@")[0], str(plan["args"].get("Details", ""))
        for child in plan.get("children", ()):
            yield from _steps(child)


def _timed(query: str, timeout: float) -> Query:
    return Query(query, timeout=timeout)  # ad-hoc text, guarded above


def plain(value: object) -> Any:  # noqa: ANN401 – whatever the column holds
    """A value of the driver as plain Python: what JSON and pandas know."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, Node):
        return {"label": next(iter(sorted(value.labels)), ""), **_properties(value)}
    if isinstance(value, Relationship):
        return {"type": value.type, **_properties(value)}
    if isinstance(value, Path):
        return _path(value)
    if isinstance(value, Mapping):
        return {str(key): plain(member) for key, member in value.items()}
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, list | tuple):  # a point is a tuple of its coordinates
        return [plain(member) for member in value]
    return str(value)


def _properties(entity: Node | Relationship) -> dict[str, Any]:
    return {key: plain(value) for key, value in entity.items()}


def _path(path: Path) -> list[Any]:
    steps: list[Any] = [plain(path.nodes[0])]
    for relationship, node in zip(path.relationships, path.nodes[1:], strict=True):
        steps += [plain(relationship), plain(node)]
    return steps
