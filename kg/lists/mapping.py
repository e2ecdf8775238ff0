"""Which kind of list a sheet is, and what its columns mean: read from `loaders/lists/`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.link.normal import plain
from kg.lists.kinds import Kind, kinds, load
from kg.lists.sheets import Sheet

_BRACKETS = re.compile(r"[（(\[【][^）)\]】]*[）)\]】]?")
_UNIT = re.compile(r"[（(\[【]?\s*(?:单位[:：]?\s*)?([万亿]?(?:元|美元|港元))")
_HEAD_ROWS = 10  # a heading stands among these
_LEDGER = "project_ledger"


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: where it stands, its heading as printed, its field, its unit."""

    index: int
    heading: str
    field: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Mapped:
    """A sheet with its kind and columns; `title` is what stands above the headings."""

    sheet: Sheet
    kind: Kind
    columns: tuple[Column, ...]
    unread: tuple[str, ...]
    head: int  # index of the row of headings
    title: str


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a sidecar says: the kind, and the field of a heading (None: leave the column out)."""

    kind: str | None = None
    columns: Mapping[str, str | None] = field(default_factory=dict)


def mapped(sheet: Sheet, file_name: str, corrections: Corrections) -> Mapped | None:
    """The sheet with its kind and columns; None where no kind fits it."""
    heads = [(len(c), -n, n, c) for n, c in _candidates(sheet, corrections)]
    if not heads:
        return None
    *_, head, columns = max(heads, key=lambda found: found[:2])
    above = [" ".join(filter(None, cells)) for _, cells in sheet.rows[:head]]
    fields = {column.field for column in columns}
    kind = _kind(corrections.kind, [file_name, *above, sheet.name], fields)
    if kind is None:
        return None
    read = {column.index for column in columns}
    cells = sheet.rows[head][1]
    unread = tuple(c for n, c in enumerate(cells) if c and n not in read)
    return Mapped(
        sheet, kind, _with_unit(columns, above), unread, head, next(filter(None, above), "")
    )


def _candidates(sheet: Sheet, corrections: Corrections) -> Iterable[tuple[int, tuple[Column, ...]]]:
    subjects = {kind.subject for kind in kinds().values()}
    for number, (_, cells) in enumerate(sheet.rows[:_HEAD_ROWS]):
        columns = _columns(cells, corrections)
        if subjects & {column.field for column in columns}:
            yield number, columns


def _columns(cells: Sequence[str], corrections: Corrections) -> tuple[Column, ...]:
    found: dict[str, Column] = {}
    for index, cell in enumerate(cells):
        name = _field(cell, corrections)
        if name and name not in found:
            unit = _UNIT.search(cell)
            found[name] = Column(index, cell, name, unit[1] if unit else None)
    return tuple(found.values())


def _field(heading: str, corrections: Corrections) -> str | None:
    if heading in corrections.columns:
        return corrections.columns[heading]
    return _headings().get(_form(heading))


@cache
def _headings() -> dict[str, str]:
    found: dict[str, str] = {}
    for name, row in load("fields").items():
        for heading in row["headings"]:
            found.setdefault(_form(heading), name)
    return found


def _form(heading: str) -> str:
    return re.sub(r"[\s*：:、/]", "", plain(_BRACKETS.sub("", heading)))


def _kind(said: str | None, words: Iterable[str], fields: set[str]) -> Kind | None:
    """The kind that is named, else the one whose longest word stands by the table."""
    if said is not None:
        return kinds()[said] if kinds()[said].subject in fields else None
    around = [plain(word) for word in words]
    fitting = [
        (len(word), kind.code)
        for kind in kinds().values()
        if kind.subject in fields
        for word in kind.words
        if any(word in text for text in around)
    ]
    if fitting:
        return kinds()[max(fitting)[1]]
    return kinds()[_LEDGER] if {"project", "total_investment"} <= fields else None


def _with_unit(columns: tuple[Column, ...], above: list[str]) -> tuple[Column, ...]:
    """The columns of money, those without a unit with the one above the table (单位：万元)."""
    found = next((m[1] for line in above if "单位" in line and (m := _UNIT.search(line))), None)
    return tuple(
        Column(c.index, c.heading, c.field, c.unit or found)
        if load("fields")[c.field].get("money") else c
        for c in columns
    )  # fmt: skip
