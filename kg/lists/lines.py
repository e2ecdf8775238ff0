"""The rows of a sheet as lines of text: what the facts of a list quote."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.lists.mapping import Mapped

_NUMBERED = re.compile("[（(]?[一二三四五六七八九十]+[、)）]")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with its line; `heading` where it only heads the rows below it (一、工业项目).

    `cells` are field → (what it says, where that starts in the text).
    """

    number: int
    start: int
    text: str
    place: str
    cells: dict[str, tuple[str, int]]
    heading: bool


class Writer:
    """Collects the text of a document of sheets; `lines` are the rows below the headings."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0

    def text(self) -> str:
        """All lines."""
        return "".join(self.pieces)

    def sheet(self, mapped: Mapped, *, named: bool) -> list[Line]:
        """Write a sheet; `named` where its name must stand in the place of a row."""
        for _, cells in mapped.sheet.rows[: mapped.head]:
            self._write("\t".join(filter(None, cells)))
        headings = mapped.sheet.rows[mapped.head][1]
        found = []
        for number, cells in mapped.sheet.rows[mapped.head + 1 :]:
            if any(cells):
                place = f"{mapped.sheet.name} 第{number}行" if named else f"第{number}行"
                found.append(self._row(mapped, headings, cells, (number, place)))
        return found

    def _row(
        self, mapped: Mapped, headings: tuple[str, ...], cells: tuple[str, ...],
        at: tuple[int, str],
    ) -> Line:  # fmt: skip
        fields = {column.index: column.field for column in mapped.columns}
        start, said, found = self.length, "", {}
        for index, cell in enumerate(cells):
            if not cell:
                continue
            heading = headings[index] if index < len(headings) else ""
            said += ("；" if said else "") + (f"{heading}：" if heading else "")
            if index in fields:
                found[fields[index]] = (cell, start + len(said))
            said += cell
        self._write(said)
        return Line(
            at[0], start, said, at[1], found, _is_heading(cells, fields, mapped.kind.subject)
        )

    def _write(self, line: str) -> None:
        if line:
            self.pieces.append(f"{line}\n")
            self.length += len(line) + 1


def _is_heading(cells: Sequence[str], fields: Mapping[int, str], subject: str) -> bool:
    """A row of one cell that is numbered as headings are, or that stands before the names."""
    filled = [index for index, cell in enumerate(cells) if cell]
    if len(filled) != 1:
        return False
    alone = filled[0]
    return bool(_NUMBERED.match(cells[alone])) or (alone == 0 and fields.get(alone) != subject)
