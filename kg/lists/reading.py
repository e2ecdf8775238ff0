"""A list or ledger file → what it says, the mapping that it was read by, and its bad rows."""

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path

from kg.lists.corrections import corrections
from kg.lists.kinds import kinds
from kg.lists.lines import Writer
from kg.lists.mapping import Corrections, Mapped, mapped
from kg.lists.sheets import Sheet, sheets
from kg.lists.statements import Said, read_row
from kg.model import HOME, Entity, Reading, Ref, Source
from kg.read.home import home
from kg.read.raw import unreadable

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class ListReading:
    """What a list says; `problems` name file, row and remedy; `shown` says how it was read."""

    reading: Reading
    problems: tuple[str, ...]
    shown: tuple[str, ...]


def read_list(path: Path) -> ListReading:
    """Read a CSV or XLSX list by the mapping that fits its headings.

    `InputError` where the file cannot be read, or no kind of list fits any of its sheets. A bad row
    is left out with a line in `problems`; the others are read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise unreadable(path, f"无法打开（{error.strerror}）", "cannot be opened") from error
    corrected, known = corrections(path)
    tables = _recognised(path, sheets(path, data), corrected)
    text, said = _read(tables)
    source = _source(path, tables, text)
    source = replace(source, **known, path=str(path), sha256=hashlib.sha256(data).hexdigest())
    entities = _with_home(said.as_entities(), source.region)
    problems = tuple(f"{path} {place}: {zh} / {en}" for place, zh, en in said.problems)
    shown = tuple(line for table in tables for line in _shown(path, table))
    reading = Reading(source, tuple(entities), tuple(said.statements), text)
    return ListReading(reading, problems, shown)


def _recognised(path: Path, readings: list[list[Sheet]], corrected: Corrections) -> list[Mapped]:
    for tables in readings:
        found = [one for sheet in tables if (one := mapped(sheet, path.stem, corrected))]
        if found:
            return found
    known = "、".join(kind.zh for kind in kinds().values())
    raise unreadable(
        path,
        f"看不出是哪种名单（{known}）；请在文件名中写明，"
        f"或在 {path.name}.yaml 中写 list 与 columns",
        f"fits no kind of list; name its kind in the file's name, or write list and columns into"
        f" {path.name}.yaml (kinds: {', '.join(kinds())})",
    )


def _read(tables: list[Mapped]) -> tuple[str, Said]:
    writer, said = Writer(), Said()
    for table in tables:
        year = _year(table.title, table.sheet.name)
        for line in writer.sheet(table, named=len(tables) > 1):
            read_row(table, line, year, said)
    return writer.text(), said


def _source(path: Path, tables: list[Mapped], text: str) -> Source:
    title = tables[0].title or path.stem
    region = home(title, f"{title}\n{text}") or home(path.stem, f"{path.stem}\n{text}")
    year = _year(title, path.stem)
    return Source(
        path.stem, title, Ref("Region", region) if region else None, period=year
    )  # fmt: skip


def _year(*texts: str) -> str | None:
    found = (_YEAR.search(text) for text in texts)
    return next((match[1] for match in found if match), None)


def _with_home(entities: list[Entity], region: Ref | None) -> list[Entity]:
    if region is None:
        return entities
    others = [entity for entity in entities if entity.ref != region]
    own = next((entity for entity in entities if entity.ref == region), Entity(*_parts(region)))
    return [replace(own, aliases=(HOME,)), *others]


def _parts(ref: Ref) -> tuple[str, str]:
    return ref.type, ref.name


def _shown(path: Path, table: Mapped) -> list[str]:
    columns = "，".join(f"{column.heading}→{column.field}" for column in table.columns)
    where = f"{path.name} {table.sheet.name}".strip()
    lines = [f"{where}: 按“{table.kind.zh}”读 read as {table.kind.code}: {columns}"]
    if table.unread:
        lines.append(f"{where}: 未读的列 columns not read: {'、'.join(table.unread)}")
    return lines
