"""The sheets of a CSV or XLSX file: rows of text, numbered as a spreadsheet numbers them."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kg.read.encoding import decode
from kg.read.raw import unreadable

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_DAMAGE = (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError)
_PARTS = ",\t;，"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: the name of its sheet (empty for CSV), and its rows as (number, cells)."""

    name: str
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def sheets(path: Path, data: bytes) -> list[list[Sheet]]:
    """The ways to read a file, each as its sheets: one for XLSX, one an encoding for CSV.

    `InputError` where the file is damaged, or its encoding is unknown.
    """
    if data.startswith(b"PK\x03\x04"):
        return [_workbook(path, data)]
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise unreadable(
            path, "是旧版或加密的 Excel 文件，请另存为 xlsx", "is an old or encrypted Excel file;"
            " save it as xlsx",
        )  # fmt: skip
    texts = list(_texts(data))
    if not texts:
        raise unreadable(path, "编码不明，请另存为 UTF-8", "no encoding fits; save it as UTF-8")
    return [[_table(text)] for text in texts]


def _texts(data: bytes) -> Iterator[str]:
    """The text by what its characters say; and as GBK, which Excel writes in China.

    A short list of names and numbers has too few characters to be sure of.
    """
    found = decode(data)
    if found is not None:
        yield found
    try:
        gbk = data.decode("gb18030")
    except UnicodeDecodeError:
        return
    if gbk != found:
        yield gbk


def _table(text: str) -> Sheet:
    head = text[:2000]
    mark = max(_PARTS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    rows: list[tuple[int, tuple[str, ...]]] = []
    first = 1
    for cells in reader:
        rows.append((first, tuple(map(_tidy, cells))))
        first = reader.line_num + 1
    return Sheet("", tuple(rows))


def _workbook(path: Path, data: bytes) -> list[Sheet]:
    from openpyxl import load_workbook  # half a second: only where a workbook is read
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
    except (*_DAMAGE, InvalidFileException) as error:
        raise unreadable(
            path,
            f"不是可读的 xlsx（{error}），请用 Excel 打开后另存",
            f"is no readable xlsx ({error}); open it in Excel and save it again",
        ) from error
    return [
        Sheet(str(sheet.title), tuple(_rows(sheet)))
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    ]


def _rows(sheet: "Worksheet") -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows of a sheet; a cell that was merged down a column stands for all its rows."""
    merged = {
        (row, area.min_col): sheet.cell(area.min_row, area.min_col).value
        for area in sheet.merged_cells.ranges
        if area.min_col == area.max_col
        for row in range(area.min_row, area.max_row + 1)
    }
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = (_said(merged.get((number, c), v)) for c, v in enumerate(values, 1))
        yield number, tuple(cells)


def _said(value: object) -> str:
    """A cell as a reader sees it."""
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return _tidy(str(value))


def _tidy(text: str) -> str:
    return " ".join(text.split())
