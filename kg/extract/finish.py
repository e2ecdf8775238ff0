"""The last step: each fact once, each with its quote, in the order of the text."""

from collections.abc import Iterable

from kg.extract.frame import Frame
from kg.model import Statement


def finish(frame: Frame) -> None:
    """Drop what has no quote, fold repeats, put the rest in order."""
    quoted = [s for s in frame.statements if s.evidence]
    frame.statements = sorted(folded(quoted), key=lambda s: (s.evidence[0].start, s.predicate))


def folded(statements: Iterable[Statement]) -> list[Statement]:
    """The statements without repeats; of a masked and an open figure of one thing, the open one.

    Of two sayings of one fact the surer one stays.
    """
    best: dict[object, Statement] = {}
    for statement in statements:
        key = (*_about(statement), statement.value)
        if key not in best or statement.confidence > best[key].confidence:
            best[key] = statement
    opened = {_about(s) for s in best.values() if s.value is not None}
    return [s for s in best.values() if s.value is not None or _about(s) not in opened]


def _about(statement: Statement) -> tuple[object, ...]:
    """What makes a fact: all but its value, its mask, its evidence."""
    qualifiers = tuple(sorted((k, v) for k, v in statement.qualifiers.items() if k != "masked"))
    return statement.subject, statement.predicate, statement.object, qualifiers
