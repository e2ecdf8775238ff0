"""Counts of hits, found and due, by line, and the rates that follow from them."""

from collections import defaultdict
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Rates:
    """One printed line: precision, recall and F1 (None where a line has no such rate), counts."""

    precision: float | None
    recall: float | None
    f1: float
    hit: int
    found: int
    gold: int


def rates(hit: int, found: int, want: int) -> Rates:
    """Precision, recall and F1 of counts; nothing found or due is 0."""
    precision, recall = hit / found if found else 0.0, hit / want if want else 0.0
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return Rates(round(precision, 3), round(recall, 3), round(f1, 3), hit, found, want)


class Table:
    """Hits, found and due by line (`entity.Company`, `fact.at_stage(planned)` …)."""

    def __init__(self) -> None:
        self._cells: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        self.missed: list[str] = []
        self.wrong: list[str] = []

    def due(self, line: str, *, hit: bool) -> None:
        """One labelled row is due on this line, and was hit or not."""
        self._cells[line][0] += hit
        self._cells[line][2] += 1

    def found(self, line: str) -> None:
        """One predicted row counts on this line."""
        self._cells[line][1] += 1

    def rows(self) -> dict[str, Rates]:
        """All lines in printing order, with the totals and `fact.MACRO`, the mean F1."""
        rows: dict[str, Rates] = {}
        for part in ("entity", "fact"):
            mine = {k: c for k, c in sorted(self._cells.items()) if k.startswith(part + ".")}
            rows |= {k: rates(*c) for k, c in mine.items()}
            rows[f"{part}.ALL"] = rates(*(sum(c[i] for c in mine.values()) for i in range(3)))
        rows |= {k: rates(*c) for k, c in sorted(self._cells.items()) if k not in rows}
        rows["fact.MACRO"] = self._macro()
        return rows

    def to_json(self) -> dict[str, dict[str, object]]:
        """The rows as plain data."""
        return {line: asdict(row) for line, row in self.rows().items()}

    def __str__(self) -> str:
        lines = [f"{'':28}{'precision':>10}{'recall':>8}{'F1':>7}{'hit':>6}{'found':>7}{'gold':>6}"]
        for name, row in self.rows().items():
            if row.precision is None:
                lines.append(f"{name:28}{'':18}{row.f1:7.3f}")
            else:
                lines.append(
                    f"{name:28}{row.precision:10.3f}{row.recall:8.3f}{row.f1:7.3f}"
                    f"{row.hit:6}{row.found:7}{row.gold:6}"
                )
        return "\n".join(lines)

    def _macro(self) -> Rates:
        families: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        for line, cell in self._cells.items():
            if line.startswith("fact."):
                family = families[line.partition("(")[0]]
                family[:] = [x + y for x, y in zip(family, cell, strict=True)]
        f1s = [rates(*cell).f1 for cell in families.values() if cell[2]]
        return Rates(None, None, round(sum(f1s) / len(f1s), 3) if f1s else 0.0, 0, 0, len(f1s))
