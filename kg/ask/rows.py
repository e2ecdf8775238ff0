"""Rows as every store must give them: numbers of one kind, lists sorted, nothing empty."""

import re
from collections.abc import Iterable, Sequence

from kg.ask.catalogue import Column, Question
from kg.errors import OntologyError
from kg.model import Scalar

Row = tuple[Scalar, ...]

JOIN = " | "
NOTHING = "[]"
MASKED_FIGURE = re.compile(r"(?<= )masked(?= \(| \||$)")  # in a list of figures: name, then number
UNKNOWNS = ("masked", "unsaid", "not_due", "disputed")


def normal(question: Question, row: Sequence[object]) -> Row:
    """One row of a store in the form that all stores share.

    A list becomes text: its members without repeats, sorted by code point, joined by ` | `, or
    `[]`. A number without a fraction becomes an int. `OntologyError` for an empty cell.
    """
    return tuple(
        _cell(question, column, value) for column, value in zip(question.columns, row, strict=True)
    )


def members(cell: Scalar) -> tuple[str, ...]:
    """The members of a list cell."""
    return () if cell == NOTHING else tuple(str(cell).split(JOIN))


def cell(found: Iterable[object]) -> str:
    """A list as a cell: its members without repeats, sorted by code point; `[]` for none."""
    return JOIN.join(sorted({str(member) for member in found})) or NOTHING


def _cell(question: Question, column: Column, value: object) -> Scalar:
    if column.is_list:
        found = value if isinstance(value, list | tuple) else members(str(value))
        return cell(found)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str | int | float) and value != "":
        return value
    raise OntologyError(
        f"{question.folder / question.name}: 列 {column.name} 的值为空 / "
        f"column {column.name} has an empty cell; an unknown must be said as what it is"
    )
