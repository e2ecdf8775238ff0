"""An answer as CSV and as JSON: the codes as they are, for programs and spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.ask.rows import JOIN, members
from kg.model import Scalar

if TYPE_CHECKING:
    from kg.ask.table import Answer

BOM = "\ufeff"  # else a Chinese spreadsheet program reads the file as GBK
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(answer: Answer, *, evidence: bool = False) -> str:
    """CSV with a byte order mark; text that a spreadsheet would run as a formula begins with `'`.

    With `evidence` a last column `quotes` holds the sentences.
    """
    lines = [_line([*answer.columns, *(("quotes",) if evidence else ())])]
    for row in answer.rows:
        cells = [*row, *([_quotes(answer, row)] if evidence else [])]
        lines.append(_line([harmless(cell) for cell in cells]))
    return BOM + "".join(lines)


def _line(cells: Sequence[Scalar]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)  # so that a bare \r is quoted too
    return out.getvalue().removesuffix("\r\n") + "\n"


def harmless(cell: Scalar) -> Scalar:
    """The cell, with an apostrophe before text that would be run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def json_text(answer: Answer, *, evidence: bool = False) -> str:
    """JSON: question, parameters, rows as objects with lists as arrays, and the basis."""
    lists = {column.name for column in answer.question.columns if column.is_list}
    rows: list[dict[str, object]] = []
    for row in answer.rows:
        found: dict[str, object] = {
            name: list(members(cell)) if name in lists else cell
            for name, cell in zip(answer.columns, row, strict=True)
        }
        if evidence:
            found["quotes"] = [
                {"document": q.document, "place": q.place, "start": q.start, "quote": q.text}
                for q in answer.evidence(row)
            ]
        rows.append(found)
    said = {name: value for name, value in answer.parameters.items() if value is not None}
    whole = {
        "question": answer.question.name,
        "parameters": said,
        "columns": list(answer.columns),
        "rows": rows,
        "basis": asdict(answer.basis),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _quotes(answer: Answer, row: tuple[Scalar, ...]) -> str:
    return JOIN.join(f"{quote.source}: {quote.text}" for quote in answer.evidence(row))
