"""What the cells of a list say: names, sums, dates, progress."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.figures import quantities
from kg.graph.periods import days
from kg.lists.kinds import load

_APART = re.compile(r"[、；;\n]|(?<=[一-鿿）)])[,，](?=[一-鿿])")
_DAY = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:\s*[-年/.]\s*(\d{1,2})(?:\s*[-月/.]\s*(\d{1,2}))?)?(?:\s*[年月日号])?(?:\s.*)?(?!\d)"
)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)?")
_CLAUSE = re.compile(r"[，,；;。\n]")
NOTHING = frozenset({"", "-", "—", "——", "/", "无", "暂无"})


@dataclass(frozen=True, slots=True)
class Step:
    """A stage that a cell on progress says, with its tense and date."""

    stage: str
    status: str
    date: str | None


def names(cell: str, *, several: bool) -> list[str]:
    """The names in a cell."""
    parts = _APART.split(cell) if several else [cell]
    return [part.strip() for part in parts if part.strip() not in NOTHING]


def iso(cell: str) -> str | None:
    """A date in any form that spreadsheets hold, as ISO; None where it is none."""
    text = cell.strip()
    found = _COMPACT.fullmatch(text) or _DAY.fullmatch(text)
    if found is None:
        return None
    year, *rest = found.groups()
    said = "-".join([year, *(f"{int(part):02}" for part in rest if part and int(part))])
    return said if days(said) else None


def money(cell: str, unit: str | None) -> tuple[float | None, str] | None:
    """The sum in a cell and its currency, None for a redacted one; None where no sum is said."""
    bare = re.fullmatch(r"[约近超]?\s*([\d,.*×XxＸ]+)\s*([万亿]?)", cell.strip())
    text = f"{bare[1]}{bare[2] or ''}{_rest(bare[2], unit)}" if bare and unit else cell
    sums = [q for q in quantities(text) if q.kind == "money"]
    return (sums[0].value, sums[0].unit) if len(sums) == 1 else None


def _rest(scale: str, unit: str | None) -> str:
    return (unit or "").lstrip("万亿") if scale else unit or ""


def steps(cell: str) -> Iterator[Step]:
    """The stages that a cell on progress says, clause by clause."""
    rules = load("progress")
    for clause in _CLAUSE.split(cell):
        row = next((r for r in rules["stages"] if any(w in clause for w in r["words"])), None)
        if row is None:
            continue
        at = min(clause.index(word) for word in row["words"] if word in clause)
        before = clause[:at]
        date = re.search(r"(?:19|20)\d\d\s*[-年/.](?:\s*\d{1,2}(?:\s*[-月/.]\s*\d{1,2})?)?", clause)
        status = "reached"
        if any(word in before for word in rules["failed"]):
            status = "failed"
        elif any(word in before for word in rules["planned"]):
            status = "planned"
        yield Step(row["stage"], status, iso(date[0]) if date else None)
