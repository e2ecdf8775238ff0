"""An answer: columns, rows, what they rest on; as a table, CSV, JSON, XLSX, a DataFrame."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.ask import files, printing, results
from kg.ask.basis import Basis, Quote, sentences
from kg.ask.catalogue import Question
from kg.ask.parameters import Value
from kg.ask.rows import Row, members
from kg.errors import QueryError

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that answer a question, with what was asked and what they rest on.

    Rows hold codes (`signed`, `land`) and, for what is unknown, `masked`, `unsaid`, `not_due` or
    `disputed`; a list is text joined by ` | `, an empty one `[]`. `quotes` has the words of every
    id of evidence.
    """

    question: Question
    parameters: Mapping[str, Value]
    rows: tuple[Row, ...]
    basis: Basis
    quotes: Mapping[str, Quote]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns; the last is `evidence`."""
        return tuple(column.name for column in self.question.columns)

    def evidence(self, row: Row) -> tuple[Quote, ...]:
        """The sentences that a row rests on; what is a part of another of them is not repeated."""
        return sentences(members(row[-1]), self.quotes)

    def to_pandas(self) -> pd.DataFrame:
        """One row a row, codes as they are."""
        import pandas as pd

        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def render(
        self, form: str = "table", *, evidence: bool = False, lang: str = "zh",
        width: int | None = None,
    ) -> str:  # fmt: skip
        """The answer as text: `table` (translated, with its basis), `csv` or `json` (codes)."""
        if form == "table":
            return printing.table(self, evidence=evidence, lang=lang, width=width)
        if form == "csv":
            return files.csv_text(self, evidence=evidence)
        if form == "json":
            return files.json_text(self, evidence=evidence)
        raise QueryError(f"{form}: 应为 table、csv 或 json / not table, csv or json")

    def xlsx(self, *, evidence: bool = False, lang: str = "zh") -> bytes:
        """The answer as an Excel workbook (translated), with its basis on a sheet of its own."""
        return files.xlsx(self, evidence=evidence, lang=lang)

    def save(self, path: str | Path, *, evidence: bool = False, lang: str = "zh") -> None:
        """Write the answer; the suffix decides: .csv, .json, .xlsx or .txt (the printed table)."""
        results.save(
            Path(path), results.form_of(Path(path)),
            partial(self.render, evidence=evidence, lang=lang),
            partial(self.xlsx, evidence=evidence, lang=lang),
        )  # fmt: skip

    def __str__(self) -> str:
        """The printed table."""
        return self.render()
