"""Rows for spreadsheet programs: CSV and XLSX in which no text is ever run as a formula."""

import csv
import io
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from rich.cells import cell_len

from kg.errors import QueryError
from kg.model import Scalar

BOM = "\ufeff"  # else a Chinese spreadsheet program reads the file as GBK
JOIN = " | "
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no XML holds them
_LONGEST = 32_767  # characters of a cell, and
_MOST = 1_048_575  # rows below the heading, that Excel takes
_EXACT = 2**53  # whole numbers up to here are the same in a spreadsheet
_WIDEST = 60
_BOLD = Font(bold=True)
_WRAPPED = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its heading and its rows; cells may be any plain value."""

    columns: Sequence[str]
    rows: Iterable[Sequence[object]]


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """CSV with a byte order mark; text that a spreadsheet would run as a formula begins with `'`.

    A list is joined by ` | `, an object written as JSON, None is empty.
    """
    lines = [_line([harmless(column) for column in columns])]
    lines += [_line(["" if cell is None else harmless(flat(cell)) for cell in row]) for row in rows]
    return BOM + "".join(lines)


def _line(cells: Sequence[Scalar | None]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(cells)  # so that a bare \r is quoted too
    return out.getvalue().removesuffix("\r\n") + "\n"


def harmless(cell: Scalar | None) -> Scalar | None:
    """The cell, with an apostrophe before text that would be run as a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def flat(value: object) -> Scalar | None:
    """Any plain value as one cell: a list joined by ` | `, an object as JSON."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list | tuple) and not any(isinstance(v, list | dict) for v in value):
        return JOIN.join("" if member is None else str(member) for member in value)
    return json.dumps(value, ensure_ascii=False, default=str)


def workbook(sheets: Mapping[str, Sheet]) -> bytes:
    """An XLSX file: a sheet each, heading bold and fixed, with filters; text is only ever text.

    `QueryError` for more rows than a sheet can hold.
    """
    return saved(book_of(sheets))


def book_of(sheets: Mapping[str, Sheet]) -> Workbook:
    """The same as a workbook at hand, for what needs more than rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, sheet in sheets.items():
        _fill(book.create_sheet(title), sheet)
    return book


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook's file."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    rows = [[flat(cell) for cell in row] for row in sheet.rows]
    if len(rows) > _MOST:
        raise QueryError(
            f"{len(rows)} 行，一张表只放得下 {_MOST} 行：请缩小范围或改用 csv / "
            f"{len(rows)} rows do not fit a sheet: narrow the question or use csv"
        )
    for number, column in enumerate(sheet.columns, 1):
        _put(page.cell(1, number), column)
        page.cell(1, number).font = _BOLD
        width = max([cell_len(column), *(cell_len(str(row[number - 1])) for row in rows[:200])])
        page.column_dimensions[get_column_letter(number)].width = min(width, _WIDEST) + 3
    for line, row in enumerate(rows, 2):
        for number, value in enumerate(row, 1):
            _put(page.cell(line, number), value)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _put(cell: Cell | MergedCell, value: Scalar | None) -> None:
    """A number as a number; anything else as text, marked so that editing it keeps it text."""
    if isinstance(value, int | float) and not isinstance(value, bool) and _is_exact(value):
        cell.value = value
    elif value is not None:
        text = CONTROL.sub("�", str(value).lower() if isinstance(value, bool) else str(value))
        cell.value = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        cell.data_type = "s"  # or openpyxl takes what begins with = for a formula
        cell.quotePrefix = text.startswith(FORMULA)
    cell.alignment = _WRAPPED


def _is_exact(value: float) -> bool:
    return math.isfinite(value) and (isinstance(value, float) or abs(value) <= _EXACT)
