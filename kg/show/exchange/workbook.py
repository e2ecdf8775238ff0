"""The XLSX workbook: one sheet a question, and every row linked to the sentences it rests on."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from kg.ask.catalogue import questions
from kg.ask.run import ask
from kg.ask.spreadsheet import Sheet, book_of
from kg.ask.table import Answer
from kg.ask.wording import EVIDENCE, in_words
from kg.graph.form import Graph
from kg.store import rdf

CONTENTS, SENTENCES = "目录", "原句"
ROWS = 1000  # of one question; the contents say where there are more
_SENTENCE_COLUMNS = ("问题 question", "行 row", "对象 subject", "出处 source", "起始字符 start",
                     "原句 sentence")  # fmt: skip
_CONTENT_COLUMNS = ("问题", "question", "行数 rows", "依据 basis")
_LINK = Font(color="0563C1", underline="single")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST = 31  # characters of a sheet's name


@dataclass(slots=True)
class _Pages:
    """The sheets as they grow, and where each row's first sentence stands."""

    sheets: dict[str, Sheet] = field(default_factory=dict)
    contents: list[tuple[object, ...]] = field(default_factory=list)
    sentences: list[tuple[object, ...]] = field(default_factory=list)
    links: dict[str, list[int | None]] = field(default_factory=dict)

    def add(self, answer: Answer) -> None:
        """One question's sheet; a question without rows stands in the contents only."""
        title = _FORBIDDEN.sub(" ", _short(answer.question.title["zh"]))[:_LONGEST]
        number = len(answer.rows)
        shown = str(number) if number < ROWS else f"{number}（最多列 {ROWS} 行 at most）"
        basis = answer.basis.text("zh").replace("\n", "；")
        self.contents.append((title, answer.question.title["en"], shown, basis))
        if not answer.rows:
            return
        self.links[title] = list(self._sentences(answer, title))
        self.sheets[title] = Sheet(_headings(answer), list(_rows(answer)))

    def _sentences(self, answer: Answer, title: str) -> Iterator[int | None]:
        for number, row in enumerate(answer.rows, 1):
            first = len(self.sentences) + 2  # below the heading
            quotes = answer.evidence(row)
            for quote in quotes:
                place = (quote.source, quote.start, quote.text)
                self.sentences.append((title, number, row[0], *place))
            yield first if quotes else None


def write(graph: Graph, path: Path) -> None:
    """Ask every question with its defaults and write the answers."""
    store = rdf.oxigraph(graph)
    pages = _Pages()
    for question in questions().values():
        pages.add(ask(store, question.name, limit=ROWS))
    book = book_of({
        CONTENTS: Sheet(_CONTENT_COLUMNS, pages.contents),
        **pages.sheets,
        SENTENCES: Sheet(_SENTENCE_COLUMNS, pages.sentences),
    })  # fmt: skip
    _link(book, pages)
    book.save(path)


def _short(title: str) -> str:
    """`签约未开工：哪些项目…` → 签约未开工."""
    return title.partition("：")[0]


def _headings(answer: Answer) -> list[str]:
    shown = (column for column in answer.question.columns if column.name != EVIDENCE)
    return [c.title["zh"] + (f" ({c.unit})" if c.unit else "") for c in shown] + [SENTENCES]


def _rows(answer: Answer) -> Iterator[list[object]]:
    for row in answer.rows:
        cells = zip(answer.question.columns, row, strict=True)
        said = len(answer.evidence(row))
        yield [*(in_words(c, cell, "zh") for c, cell in cells if c.name != EVIDENCE), f"{said} 句"]


def _link(book: Workbook, pages: _Pages) -> None:
    """Rows to their sentences, the contents to their sheets."""
    for title, firsts in pages.links.items():
        page = book[title]
        for number, first in enumerate(firsts, 2):
            if first is not None:
                cell = page.cell(number, page.max_column)
                _lead(cell, f"'{SENTENCES}'!A{first}")
    for number, row in enumerate(pages.contents, 2):
        if row[0] in pages.links:
            cell = book[CONTENTS].cell(number, 1)
            _lead(cell, f"'{row[0]}'!A1")


def _lead(cell: Cell | MergedCell, place: str) -> None:
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
    cell.font = _LINK
