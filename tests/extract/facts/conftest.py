"""Sentences with their names marked, so that a test shows rule and reading in one line.

`[P|甲项目]` is a mention of a project; a firm's name inside it is marked inside:
`[P|[C|甲科技]电池项目]`. Types: P project, K park, C company, O organization, R region, H chain,
E event, L policy. The report's own region is `*县`; 我县 and the like need no mark.
"""

import re
from collections.abc import Callable

import pytest

from kg.extract.facts import FAMILIES
from kg.extract.figures import find_quantities
from kg.extract.frame import Frame, Mention
from kg.extract.outline import find_outline
from kg.extract.times import find_times
from kg.model import HOME, Document, Entity, Ref, Source, Statement

TYPES = {
    "P": "Project",
    "K": "Park",
    "C": "Company",
    "O": "Organization",
    "R": "Region",
    "H": "Chain",
    "E": "Event",
    "L": "Policy",
}
HOME_REGION = Ref("Region", "*县")


def frame_of(marked: str, period: str = "2023-H1") -> Frame:
    """A frame with the marked names, the outline, dates and figures of the text."""
    plain: list[str] = []
    size = 0
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int, str, bool]] = []
    for piece in re.split(r"(\[[PKCORHEL]\||\])", marked):
        if re.fullmatch(r"\[[PKCORHEL]\|", piece):
            opened.append((TYPES[piece[1]], size))
        elif piece == "]":
            kind, start = opened.pop()
            found.append((start, size, kind, bool(opened)))
        else:
            plain.append(piece)
            size += len(piece)
    text = "".join(plain)
    source = Source("test", period=period, region=HOME_REGION)
    frame = Frame(Document(source, text, text, range(len(text))))
    frame.home = HOME_REGION
    frame.entities.append(Entity("Region", "*县", (HOME,), masked=True))
    find_outline(frame)
    find_quantities(frame)
    find_times(frame)
    for start, end, kind, inner in sorted(found):
        name = text[start:end]
        (frame.inner if inner else frame.mentions).append(Mention(start, end, kind, name, "test"))
        frame.entities.append(Entity(kind, name))
    return frame


def read(marked: str, period: str = "2023-H1") -> list[Statement]:
    """What the fact rules read in a marked text."""
    frame = frame_of(marked, period)
    for say in FAMILIES:
        say(frame)
    return frame.statements


@pytest.fixture
def statements() -> Callable[[str], list[Statement]]:
    """What the fact rules read in a marked text."""
    return read


@pytest.fixture
def facts() -> Callable[[str, str], set[str]]:
    """The facts of one predicate as `subject > object`, with status, date and `by` where said."""
    return lambda marked, predicate: {shown(s) for s in read(marked) if s.predicate == predicate}


def shown(statement: Statement) -> str:
    """One fact on one line; a reached status is not shown."""
    target = statement.object.name if statement.object else str(statement.value)
    status = statement.qualifiers.get("status", "reached")
    extra = [
        str(x)
        for x in (
            status if status != "reached" else "",
            statement.qualifiers.get("date"),
            statement.qualifiers.get("by"),
        )
        if x
    ]
    return " ".join([f"{statement.subject.name} > {target}", *extra])
