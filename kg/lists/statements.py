"""A row of a list → the entities and facts that it states, each with the row as its evidence."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.link.normal import is_masked
from kg.lists import cells
from kg.lists.kinds import load
from kg.lists.lines import Line
from kg.lists.mapping import Column, Mapped
from kg.model import Entity, Ref, Scalar, Span, Statement

_SUM = re.compile(r"(?:[一二三四五六七八九十]+、)?(?:合|小|总|累)\s*计")


@dataclass(slots=True)
class Said:
    """What the rows of a list say; `problems` are (row's place, Chinese, English)."""

    entities: dict[Ref, list[tuple[int, int]]] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)
    problems: list[tuple[str, str, str]] = field(default_factory=list)

    def as_entities(self) -> list[Entity]:
        """The things that the rows name, each with where it stands."""
        return [
            Entity(ref.type, ref.name, (), is_masked(ref.name), tuple(spans))
            for ref, spans in self.entities.items()
        ]


def read_row(mapped: Mapped, line: Line, year: str | None, said: Said) -> None:
    """The facts of one row; what cannot be read is a problem, and the rest of the row stands."""
    if any(_SUM.fullmatch(cell.strip()) for cell, _ in line.cells.values()) or line.heading:
        return
    if _SUM.match(line.text.partition("：")[2]):
        return
    _Row(mapped, line, year, said).read()


class _Row:
    """One row: its cells by field."""

    def __init__(self, mapped: Mapped, line: Line, year: str | None, said: Said) -> None:
        self.mapped, self.line, self.year, self.said = mapped, line, year, said
        self.columns = {column.field: column for column in mapped.columns}

    def read(self) -> None:
        kind = self.mapped.kind
        subjects = self._refs(kind.subject)
        if not subjects:
            heading = self.columns[kind.subject].heading
            self._problem(f"缺少“{heading}”，请补上", f"its {heading} is missing; fill it in")
            return
        for fact in kind.facts:
            self.said.statements += self._facts(subjects[0], fact)

    def _facts(self, subject: Ref, rule: Mapping[str, str]) -> Iterator[Statement]:
        predicate = rule["predicate"]
        if "designation" in rule:
            date = self._date(rule["date"]) or self.year
            yield self._say(subject, predicate, Ref("Designation", rule["designation"]), date=date)
        elif "object" in rule:
            for ref in self._refs(rule["object"]):
                yield self._say(subject, predicate, ref)
        elif "value" in rule:
            yield from self._sum(subject, predicate, rule["value"])
        elif "stage" in rule:
            if date := self._date(rule["when"]):
                stage = Ref("Stage", rule["stage"])
                yield self._say(subject, predicate, stage, date=date, status=rule.get("status"))
        else:
            yield from self._progress(subject, predicate, rule["progress"])

    def _sum(self, subject: Ref, predicate: str, name: str) -> Iterator[Statement]:
        cell, column = self._cell(name), self.columns.get(name)
        if not cell or column is None:
            return
        found = cells.money(cell, column.unit)
        if found is None:
            self._unread(
                column, cell, "如 5.2亿元，或在表头写明单位（万元）",
                "write 5.2亿元, or the unit in the heading",
            )  # fmt: skip
            return
        value, unit = found
        masked = True if value is None else None
        yield self._say(subject, predicate, None, value, unit=unit, masked=masked)

    def _progress(self, subject: Ref, predicate: str, name: str) -> Iterator[Statement]:
        cell = self._cell(name)
        found = list(cells.steps(cell))
        if cell and not found:
            self._unread(
                self.columns[name], cell, "在 loaders/lists/progress.yaml 中加上这个说法",
                "add the words to loaders/lists/progress.yaml",
            )  # fmt: skip
        for step in found:
            stage = Ref("Stage", step.stage)
            yield self._say(subject, predicate, stage, date=step.date, status=step.status)

    def _refs(self, name: str) -> list[Ref]:
        row = load("fields")[name]
        cell, start = self.line.cells.get(name, ("", 0))
        found = []
        for said in cells.names(cell, several=bool(row.get("several"))):
            ref = Ref(row["type"], said)
            at = start + cell.index(said)
            self.said.entities.setdefault(ref, []).append((at, at + len(said)))
            found.append(ref)
        return found

    def _date(self, name: str) -> str | None:
        cell = self._cell(name)
        if not cell:
            return None
        found = cells.iso(cell)
        if found is None:
            self._unread(self.columns[name], cell, "请写成 2023-05-17、2023-05 或 2023",
                         "write 2023-05-17, 2023-05 or 2023")  # fmt: skip
        return found

    def _cell(self, name: str) -> str:
        cell = self.line.cells.get(name, ("", 0))[0].strip()
        return "" if cell in cells.NOTHING else cell

    def _say(
        self, subject: Ref, predicate: str, target: Ref | None, value: float | None = None,
        **qualifiers: Scalar | None,
    ) -> Statement:  # fmt: skip
        line = self.line
        span = Span(line.start, line.start + len(line.text), line.text, line.place)
        said = {key: one for key, one in qualifiers.items() if one is not None}
        rule = f"list.{self.mapped.kind.code}"
        return Statement(subject, predicate, target, value, said, (span,), 1.0, rule)

    def _unread(self, column: Column, cell: str, zh: str, en: str) -> None:
        self._problem(f"“{column.heading}”读不懂“{cell}”，{zh}",
                      f"cannot read {cell!r} under {column.heading}; {en}")  # fmt: skip

    def _problem(self, zh: str, en: str) -> None:
        self.said.problems.append((self.line.place, zh, en))
