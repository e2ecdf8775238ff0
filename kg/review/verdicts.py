"""The verdicts of a review workbook: every filled cell a judgement, every bad one a line."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from kg.errors import InputError
from kg.model import Judgement
from kg.review.columns import ACCEPTED, FACT, FACTS, LEFT, PAIRS, REASON, REJECTED, RIGHT, VERDICT

Row = dict[str, str]


@dataclass(slots=True)
class Verdicts:
    """What a workbook says: judgements, and one line for each cell that could not be read."""

    judgements: list[Judgement] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_verdicts(path: Path) -> Verdicts:
    """The verdicts of both sheets, rows without one skipped; `InputError` for no such workbook."""
    try:
        book = load_workbook(path, read_only=True, data_only=True)
    except (OSError, BadZipFile, InvalidFileException, KeyError) as error:
        raise InputError(
            f"{path}: 不是可读的 .xlsx 工作簿（{error}） / is no readable .xlsx workbook"
        ) from error
    found = Verdicts()
    sheets = [title for title in (FACTS, PAIRS) if title in book.sheetnames]
    if not sheets:
        raise InputError(
            f"{path}: 没有工作表“{FACTS}”，请用 kg review -o 写出的文件 / has no sheet {FACTS!r}; "
            "use a file that kg review -o wrote"
        )
    for title in sheets:
        _read(path, book[title], (FACT,) if title == FACTS else (LEFT, RIGHT), found)
    book.close()
    return found


def _read(path: Path, sheet: Worksheet, ends: tuple[str, ...], found: Verdicts) -> None:
    for number, row in _rows(path, sheet, ends):
        word = row[VERDICT].casefold()
        if not word:
            continue
        verdict: Literal["accepted", "rejected"] | None = (
            "accepted" if word in ACCEPTED else "rejected" if word in REJECTED else None
        )
        names = [row[end] for end in ends]
        where = f"{path}: {sheet.title} 第 {number} 行 row {number}"
        if verdict is None:
            found.problems.append(
                f"{where}: 判定“{row[VERDICT]}”应为 {ACCEPTED[0]} 或 {REJECTED[0]} / the verdict "
                f"must be {ACCEPTED[0]} or {REJECTED[0]}"
            )
        elif not all(names):
            found.problems.append(f"{where}: 缺少编号，请勿改动编号列 / its id is missing")
        else:
            right = names[1] if len(names) > 1 else ""
            found.judgements.append(Judgement(names[0], right, verdict, row[REASON]))


def _rows(path: Path, sheet: Worksheet, ends: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    lines = sheet.iter_rows(values_only=True)
    heads = [str(cell or "").strip() for cell in next(lines, ())]
    for needed in (VERDICT, *ends):
        if needed not in heads:
            raise InputError(
                f"{path}: {sheet.title} 缺少列“{needed}” / the column {needed!r} is missing"
            )
    for number, line in enumerate(lines, 2):
        row = {head: str(cell if cell is not None else "").strip()
               for head, cell in zip(heads, line, strict=False)}  # fmt: skip
        yield number, {REASON: "", **row}
