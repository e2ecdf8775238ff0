"""A hundred ways to say it: texts with marked names, and all that each says (`ways/*.txt`)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.model import Statement

PREDICATES = (
    "at_stage",
    "located_in",
    "invested_by",
    "signed_at",
    "blocked_by",
    "has_designation",
)


def cases() -> list[tuple[str, frozenset[str], frozenset[str]]]:
    """The text, what it must say, and what it may say besides."""
    found = []
    for path in sorted(Path(__file__).with_name("ways").glob("*.txt")):
        for block in path.read_text("utf-8").split("\n\n")[1:]:
            lines = block.strip().split("\n")
            text = "\n".join(line for line in lines if line[:2] not in ("= ", "? "))
            due = frozenset(line[2:] for line in lines if line.startswith("= "))
            found.append((text, due, frozenset(line[2:] for line in lines if line[:2] == "? ")))
    return found


def line(statement: Statement) -> str:
    """`甲项目 at_stage started planned 2023-09`."""
    status = statement.qualifiers.get("status", "reached")
    date = statement.qualifiers.get("date")
    target = statement.object.name if statement.object else ""
    words = [statement.subject.name, statement.predicate, target]
    return " ".join([*words, *([str(status)] if status != "reached" else []), str(date or "")])


@pytest.mark.parametrize(("text", "due", "may"), cases())
def test_way(
    statements: Callable[[str], list[Statement]],
    text: str,
    due: frozenset[str],
    may: frozenset[str],
) -> None:
    said = {line(s).strip() for s in statements(text) if s.predicate in PREDICATES}
    assert due <= said
    assert said <= due | may
