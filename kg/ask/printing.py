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
from kg.ask.rows import MASKED_FIGURE, NOTHING, UNKNOWNS, members
from kg.model import Scalar

if TYPE_CHECKING:
    from kg.ask.table import Answer

_WORDS = {
    "masked": {"zh": "遮蔽", "en": "masked"},
    "unsaid": {"zh": "未说明", "en": "unsaid"},
    "not_due": {"zh": "未到期", "en": "not yet due"},
    "disputed": {"zh": "说法不一", "en": "disputed"},
    NOTHING: {"zh": "未说明", "en": "unsaid"},
}
_JOIN = {"zh": "、", "en": ", "}
_SAYS = {"zh": "：", "en": ": "}
_PIECES = {"zh": "； ", "en": "; "}
_NARROWEST = 40
_SCALES = ((100_000_000, "亿元"), (10_000, "万元"), (1, "元"))
EVIDENCE = "evidence"
_SAME = {"zh": "每行皆同：", "en": "in every row:"}
_REST = {"zh": "其他", "en": "the rest"}
_COMFORT = 20  # cells that a column of words wants
_SQUEEZE = 1.3  # how much of what the columns want may be wrapped away


def table(
    answer: Answer, *, evidence: bool = False, lang: str = "zh", width: int | None = None
) -> str:
    """The answer as text that fits the terminal (80 columns where there is none).

    A column that says the same unknown in every row is told in a line instead; where the columns
    are too many for the width, one column holds what the others say. With `evidence` the sentences
    of every row follow, each with document and place.
    """
    wide = max(width or shutil.get_terminal_size((80, 24)).columns, _NARROWEST)
    out = io.StringIO()
    console = Console(file=out, width=wide, color_system=None, highlight=False, markup=False)
    console.print(clean(answer.question.title[lang]))
    shown, folded = _columns(answer)
    if answer.rows:
        console.print((_grid if _fits(answer, shown, lang, wide) else _cards)(answer, shown, lang))
    for index in folded:
        column = answer.question.columns[index]
        word = _shown(column, answer.rows[0][index], lang)
        console.print(_SAME[lang], column.title[lang], word)
    if evidence:
        _print_quotes(console, answer, lang)
    console.print(answer.basis.text(lang))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


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
        cells = [_shown(column, row[index], lang) for row in answer.rows]
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
        cells = [_shown(answer.question.columns[index], row[index], lang) for index in shown]
        grid.add_row(str(number_), *(Text(cell) for cell in cells))
    return grid


def _cards(answer: Answer, shown: list[int], lang: str) -> Table:
    """The first column, and one that holds the others: what is known, then what is not."""
    grid = _empty()
    first, *others = (answer.question.columns[index] for index in shown)
    grid.add_column(first.title[lang], overflow="fold", ratio=2)
    grid.add_column(_REST[lang], overflow="fold", ratio=3)
    for number, row in enumerate(answer.rows, 1):
        said = [
            (column.title[lang], row[index], _shown(column, row[index], lang))
            for column, index in zip(others, shown[1:], strict=True)
        ]
        known = [f"{title}{_SAYS[lang]}{word}" for title, cell, word in said if cell not in _WORDS]
        unknown: dict[str, list[str]] = {}
        for title, cell, word in said:
            if cell in _WORDS:
                unknown.setdefault(word, []).append(title)
        known += [
            f"{_JOIN[lang].join(titles)}{_SAYS[lang]}{word}" for word, titles in unknown.items()
        ]
        name = _shown(first, row[shown[0]], lang)
        grid.add_row(str(number), Text(name), Text(_PIECES[lang].join(known)))
    return grid


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


def in_words(column: Column, cell: Scalar, lang: str) -> Scalar:
    """A cell as a spreadsheet shows it: a number as it is, anything else in the reader's words."""
    return cell if isinstance(cell, int | float) else _shown(column, cell, lang)


def _shown(column: Column, cell: Scalar, lang: str) -> str:
    """A cell as a reader sees it: codes and unknowns in words, money in 亿元."""
    if column.type == "text":
        return clean(str(cell))
    if cell in _WORDS:
        return _WORDS[str(cell)][lang]
    if column.is_list:
        return clean(_JOIN[lang].join(_member(column, name, lang) for name in members(cell)))
    if column.type == "code":
        return clean(column.codes.get(str(cell), {lang: str(cell)})[lang])
    if column.unit == "CNY" and not isinstance(cell, str):
        return _money(cell) if lang == "zh" else f"{cell:,}"
    return str(cell)


def _member(column: Column, name: str, lang: str) -> str:
    if column.type == "figures":
        return MASKED_FIGURE.sub(_WORDS["masked"][lang], name)
    return column.codes.get(name, {lang: name})[lang]


def _money(value: float) -> str:
    size, unit = next((s for s in _SCALES if abs(value) >= s[0]), _SCALES[-1])
    return f"{value / size:.4f}".rstrip("0").rstrip(".") + unit


def clean(text: str) -> str:
    """The text without what could steer a terminal."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)
