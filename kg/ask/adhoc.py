"""What an ad-hoc query gave, in the formats of an answer: table, CSV, JSON, XLSX, DataFrame."""

from __future__ import annotations

import io
import json
import math
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from kg.ask import spreadsheet
from kg.ask.printing import plain_console
from kg.ask.wording import clean
from kg.errors import QueryError
from kg.model import Scalar

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph

    from kg.store.neo4j import Neo4jStore

ROWS = 10_000  # what the command line shows of a query that has more
_NARROWEST = 40


@dataclass(frozen=True, slots=True)
class Rows:
    """Columns and rows of an ad-hoc query, as plain values.

    `limit` is how many rows were asked for at most (None: all); `cut` says that there are more.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    limit: int | None = None
    cut: bool = False

    @property
    def remark(self) -> str | None:
        """That rows are missing and how to get them; None where all are there."""
        if not self.cut:
            return None
        return (
            f"只取了前 {self.limit} 行，还有更多：缩小范围，或加大 limit / "
            f"only the first {self.limit} rows, there are more: narrow the query or raise the limit"
        )

    def to_pandas(self) -> pd.DataFrame:
        """One row a row."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def render(self, form: str = "table", *, width: int | None = None) -> str:
        """The rows as text: `table`, `csv` (with BOM, no formulas) or `json`."""
        if form == "table":
            return _table(self, width or shutil.get_terminal_size((80, 24)).columns)
        if form == "csv":
            return spreadsheet.csv_text(self.columns, self.rows)
        if form == "json":
            records = [dict(zip(self.columns, map(_finite, row), strict=True)) for row in self.rows]
            return json.dumps(records, ensure_ascii=False, indent=1, default=str) + "\n"
        raise QueryError(f"{form}: 应为 table、csv 或 json / not table, csv or json")

    def xlsx(self) -> bytes:
        """The rows as an Excel workbook of one sheet."""
        return spreadsheet.workbook({"rows": spreadsheet.Sheet(self.columns, self.rows)})


def sparql(
    store: pyoxigraph.Store,
    query: str,
    bindings: Mapping[str, Scalar | None] | None = None,
    *,
    limit: int | None = None,
    timeout: float | None = 60.0,
) -> Rows:
    """The rows of a reading SPARQL query, at most `limit`, within `timeout` seconds."""
    from kg.store import rdf

    found = rdf.select(store, query, bindings, limit=_one_more(limit), timeout=timeout)
    return _at_most(limit, *found)


def cypher(
    server: Neo4jStore,
    query: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    limit: int | None = None,
    timeout: float = 60.0,
) -> Rows:
    """The rows of a reading Cypher query, at most `limit`, within `timeout` seconds."""
    found = server.select(query, parameters, limit=_one_more(limit), timeout=timeout)
    return _at_most(limit, *found)


def _at_most(limit: int | None, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> Rows:
    """The first rows of a query that was asked for one more than `limit`."""
    kept = rows if limit is None else rows[:limit]
    return Rows(tuple(columns), tuple(map(tuple, kept)), limit, cut=len(kept) < len(rows))


def _one_more(limit: int | None) -> int | None:
    """How many rows to ask for, to know whether there are more."""
    if limit is not None and limit < 1:
        raise QueryError(f"limit {limit}: 应为正整数 / must be a whole number from 1 on")
    return None if limit is None else limit + 1


def _table(rows: Rows, width: int) -> str:
    out = io.StringIO()
    wide = max(width, _NARROWEST)
    console = plain_console(out, wide)
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for column in rows.columns:
        grid.add_column(Text(clean(column)), overflow="fold")
    for row in rows.rows:
        grid.add_row(*(Text(clean(_word(value))) for value in row))
    if rows.columns:
        console.print(grid)
    console.print(f"{len(rows.rows)} 行 rows")
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _word(value: object) -> str:
    cell = spreadsheet.flat(value)
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)


def _finite(value: object) -> object:
    """JSON has no infinity and no not-a-number: they are said in words."""
    return str(value) if isinstance(value, float) and not math.isfinite(value) else value
