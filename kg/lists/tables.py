"""The tables of a Word report that are lists or ledgers: their rows read by the same mapping.

A row of a table is no sentence, so what extraction makes of it gives way to what the headings say.
The row and the row of headings are the evidence, at their place in the report's own text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.lists.lines import Line
from kg.lists.mapping import Corrections, Mapped, mapped
from kg.lists.sheets import Sheet
from kg.lists.statements import Said, read_row
from kg.model import Document, Entity, Reading, Span, Statement

_PLACE = re.compile(r"表(\d+) 行(\d+) 列(\d+)")
_LEAST = 2  # columns that must be known: one heading may be chance


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a table: its row and column (from one), and where it stands in the text."""

    row: int
    column: int
    start: int
    end: int


def with_tables(document: Document, reading: Reading) -> tuple[Reading, list[str]]:
    """The reading with its lists read as lists, and the cells that could not be read."""
    problems: list[str] = []
    for name, cells in _tables(document).items():
        table = _mapped(document, name, cells)
        if table is None:
            continue
        said = Said()
        for line in _lines(document, table, name, cells):
            read_row(table, line, None, said)
        first, last = cells[0].start, cells[-1].end
        reading = _merged(reading, (first, last), said, _head(document, table, name, cells))
        where = document.source.path or document.id
        problems += [f"{where} {place}: {zh} / {en}" for place, zh, en in said.problems]
    return reading, problems


def _tables(document: Document) -> dict[str, list[_Cell]]:
    found: defaultdict[str, list[_Cell]] = defaultdict(list)
    for start, end, label in document.places:
        if place := _PLACE.fullmatch(label):
            number, row, column = map(int, place.groups())
            found[f"表{number}"].append(_Cell(row, column, start, end))
    return found


def _mapped(document: Document, name: str, cells: list[_Cell]) -> Mapped | None:
    rows: defaultdict[int, dict[int, str]] = defaultdict(dict)
    for cell in cells:
        rows[cell.row][cell.column] = document.text[cell.start : cell.end]
    wide = max(cell.column for cell in cells)
    table = tuple(
        (n, tuple(row.get(c, "") for c in range(1, wide + 1))) for n, row in sorted(rows.items())
    )
    before = document.text[: cells[0].start].rstrip().rpartition("\n")[2]
    found = mapped(Sheet(name, table), before, Corrections())
    return found if found and len(found.columns) >= _LEAST else None


def _lines(document: Document, table: Mapped, name: str, cells: list[_Cell]) -> Iterator[Line]:
    fields = {column.index + 1: column.field for column in table.columns}
    head = table.sheet.rows[table.head][0]
    for number, _ in table.sheet.rows[table.head + 1 :]:
        row = [cell for cell in cells if cell.row == number and number > head]
        start, end = row[0].start, row[-1].end
        found = {
            fields[cell.column]: (document.text[cell.start : cell.end], cell.start)
            for cell in row
            if cell.column in fields
        }
        yield Line(number, start, document.text[start:end], f"{name} 行{number}", found,
                   len(row) == 1)  # fmt: skip


def _head(document: Document, table: Mapped, name: str, cells: list[_Cell]) -> Span:
    number = table.sheet.rows[table.head][0]
    row = [cell for cell in cells if cell.row == number]
    start, end = row[0].start, row[-1].end
    return Span(start, end, document.text[start:end], f"{name} 行{number}")


def _merged(reading: Reading, table: tuple[int, int], said: Said, head: Span) -> Reading:
    """The reading with what the table says in the place of what extraction made of its rows."""
    rows = [replace(s, evidence=(*s.evidence, head)) for s in said.statements]
    kept = [s for s in reading.statements if not _inside(s, table)]
    named = {ref for s in kept for ref in (s.subject, s.object) if ref}
    entities = [e for e in reading.entities if e.home or e.ref in named or not _only(e, table)]
    known = {entity.ref: entity for entity in entities}
    for entity in said.as_entities():
        known[entity.ref] = _joined(known.get(entity.ref), entity)
    return replace(reading, entities=tuple(known.values()), statements=(*kept, *rows))


def _inside(statement: Statement, table: tuple[int, int]) -> bool:
    spans = statement.evidence
    return bool(spans) and all(table[0] <= s.start and s.end <= table[1] for s in spans)


def _only(entity: Entity, table: tuple[int, int]) -> bool:
    spans = entity.mentions
    return bool(spans) and all(table[0] <= a and b <= table[1] for a, b in spans)


def _joined(one: Entity | None, other: Entity) -> Entity:
    if one is None:
        return other
    return replace(one, mentions=tuple(sorted({*one.mentions, *other.mentions})))
