"""An answer as a file: CSV and JSON with the codes as they are, XLSX in the reader's language."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.ask import spreadsheet
from kg.ask.rows import JOIN, members
from kg.ask.spreadsheet import Sheet
from kg.ask.wording import EVIDENCE, in_words
from kg.model import Scalar

if TYPE_CHECKING:
    from kg.ask.table import Answer

_TITLES = {
    "zh": ("答案", "依据", "原句"),
    "en": ("Answer", "Basis", "Sentences"),
}
_QUOTES = {
    "zh": ("行", "对象", "出处", "起始字符", "原句"),
    "en": ("row", "subject", "source", "start", "sentence"),
}


def csv_text(answer: Answer, *, evidence: bool = False) -> str:
    """CSV with a byte order mark; text that a spreadsheet would run as a formula begins with `'`.

    With `evidence` a last column `quotes` holds the sentences.
    """
    columns = (*answer.columns, *(("quotes",) if evidence else ()))
    rows = [(*row, *((_quotes(answer, row),) if evidence else ())) for row in answer.rows]
    return spreadsheet.csv_text(columns, rows)


def xlsx(answer: Answer, *, evidence: bool = False, lang: str = "zh") -> bytes:
    """A workbook: the answer in words, its basis, and with `evidence` the sentences of every row.

    Numbers stay numbers, in the unit that the heading names.
    """
    shown = [(i, c) for i, c in enumerate(answer.question.columns) if c.name != EVIDENCE]
    headings = [c.title[lang] + (f" ({c.unit})" if c.unit else "") for _, c in shown]
    rows = [[in_words(c, row[i], lang) for i, c in shown] for row in answer.rows]
    basis = [answer.question.title[lang], *answer.basis.text(lang).splitlines()]
    pages = [Sheet(headings, rows), Sheet([_TITLES[lang][1]], [[line] for line in basis])]
    if evidence:
        said = [
            (number, row[0], quote.source, quote.start, quote.text)
            for number, row in enumerate(answer.rows, 1)
            for quote in answer.evidence(row)
        ]
        pages.append(Sheet(_QUOTES[lang], said))
    return spreadsheet.workbook(dict(zip(_TITLES[lang], pages, strict=False)))


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
