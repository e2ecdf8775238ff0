"""An answer as a printed table: titles, codes and unknowns in the reader's language."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from kg.ask.catalogue import Column
from kg.ask.rows import NOTHING, UNKNOWNS, Row
from kg.ask.wording import EVIDENCE, JOIN, WORDS, clean, say
from kg.model import Scalar

if TYPE_CHECKING:
    from kg.ask.table import Answer

_NARROWEST = 40
_SAME = {"zh": "每行皆同：", "en": "in every row:"}
_COMFORT = 20  # cells that a column of words wants
_SQUEEZE = 1.3  # how much of what the columns want may be wrapped away


def table(
    answer: Answer, *, evidence: bool = False, lang: str = "zh", width: int | None = None
) -> str:
    """The answer as text that fits the terminal (80 columns where there is none).

    A column that says the same unknown in every row is told in a line instead; where the columns
    are too many for the width, every row is a record of its own, a line a column. With `evidence`
    the sentences of every row follow, each with document and place.
    """
    wide = max(width or shutil.get_terminal_size((80, 24)).columns, _NARROWEST)
    out = io.StringIO()
    console = plain_console(out, wide)
    console.print(clean(answer.question.title[lang]))
    drawn, folded = _columns(answer)
    if answer.rows:
        draw = _grid if _fits(answer, drawn, lang, wide) else _records
        console.print(draw(answer, drawn, lang))
    for index in folded:
        column = answer.question.columns[index]
        word = say(column, answer.rows[0][index], lang)
        console.print(_SAME[lang], column.title[lang], word)
    if evidence:
        _print_quotes(console, answer, lang)
    console.print(answer.basis.text(lang))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def plain_console(out: io.StringIO, width: int) -> Console:
    """A console that only writes text there: in a notebook, rich would show it by itself."""
    return Console(
        file=out, width=width, color_system=None, highlight=False, markup=False,
        force_jupyter=False,
    )  # fmt: skip


def _columns(answer: Answer) -> tuple[list[int], list[int]]:
    """The columns to draw, and those that say the same unknown in each of several rows."""
    shown: list[int] = []
    folded: list[int] = []
    for index, column in enumerate(answer.question.columns):
        if column.name == EVIDENCE:
            continue
        said = {row[index] for row in answer.rows}
        same = len(answer.rows) > 1 and len(said) == 1 and said <= {*UNKNOWNS, NOTHING}
        (folded if same and column.type != "text" else shown).append(index)
    return shown, folded


def _fits(answer: Answer, shown: list[int], lang: str, wide: int) -> bool:
    wanted = 0
    for index in shown:
        column = answer.question.columns[index]
        cells = [say(column, row[index], lang) for row in answer.rows]
        wanted += 2 + min(_COMFORT, max(map(cell_len, (column.title[lang], *cells))))
    return wanted <= wide * _SQUEEZE


def _grid(answer: Answer, shown: list[int], lang: str) -> Table:
    """Every column by itself."""
    grid = _empty()
    for index in shown:
        column = answer.question.columns[index]
        number = column.type in ("number", "integer")
        grid.add_column(
            column.title[lang], overflow="fold", justify="right" if number else "left", min_width=4
        )
    for number_, row in enumerate(answer.rows, 1):
        cells = [say(answer.question.columns[index], row[index], lang) for index in shown]
        grid.add_row(str(number_), *(Text(cell) for cell in cells))
    return grid


def _records(answer: Answer, shown: list[int], lang: str) -> Table:
    """Row by row, a line a column: what is known, then what is not."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for number, row in enumerate(answer.rows, 1):
        lines = _known(answer, row, shown, lang) + _unknown(answer, row, shown, lang)
        for place, (title, word) in enumerate(lines):
            grid.add_row("" if place else str(number), title, Text(word))
        if number < len(answer.rows):
            grid.add_row()
    return grid


def _known(answer: Answer, row: Row, shown: list[int], lang: str) -> list[tuple[str, str]]:
    """Title and words of every cell that says something; the first cell always does."""
    columns = answer.question.columns
    return [
        (columns[index].title[lang], say(columns[index], row[index], lang))
        for index in shown
        if index == shown[0] or not _is_unknown(columns[index], row[index])
    ]


def _unknown(answer: Answer, row: Row, shown: list[int], lang: str) -> list[tuple[str, str]]:
    """The words for what is unknown, each with the titles of the columns it is said of."""
    titles: dict[str, list[str]] = {}
    for index in shown[1:]:
        column = answer.question.columns[index]
        if _is_unknown(column, row[index]):
            titles.setdefault(say(column, row[index], lang), []).append(column.title[lang])
    return [(word, JOIN[lang].join(names)) for word, names in titles.items()]


def _is_unknown(column: Column, cell: Scalar) -> bool:
    return column.type != "text" and cell in WORDS


def _empty() -> Table:
    grid = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    grid.add_column("#", justify="right", no_wrap=True)
    return grid


def _print_quotes(console: Console, answer: Answer, lang: str) -> None:
    for number, row in enumerate(answer.rows, 1):
        console.print(clean(f"{number}  {row[0]}"))
        for quote in answer.evidence(row):
            console.print(Padding(Text(clean(f"“{quote.text}”")), (0, 0, 0, 4)))
            console.print(Padding(Text(clean(f"—— {quote.source}")), (0, 0, 0, 6)))
        if not answer.evidence(row):
            none = {"zh": "没有原文（来自他人的数据行）", "en": "no sentence (another's lines)"}
            console.print(Padding(Text(none[lang]), (0, 0, 0, 4)))
