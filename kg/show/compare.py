"""Which lines of an extraction are right, wrong or missed, by the rule of `kg score`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from kg.model import Entity, Reading, Statement
from kg.score.match import Side, pair, same_entity, same_fact, unique_entities, unique_facts

Verdict = Literal["right", "wrong", "missed", "open"]
Line = TypeVar("Line", Entity, Statement)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Each line of the extraction and each missed line of the labels, with its verdict.

    `open` is defensible either way, or is not scored.
    """

    entities: tuple[tuple[Entity, Verdict], ...]
    facts: tuple[tuple[Statement, Verdict], ...]


def compare(gold: Reading, found: Reading) -> Verdicts:
    """Pair the lines of both as the scorer does."""
    want, have = Side(gold, labelled=True), Side(found, labelled=False)
    return Verdicts(
        _judge(
            unique_entities(gold.entities),
            found.entities,
            unique_entities(found.entities),
            same_entity,
        ),
        _judge(
            unique_facts(gold.statements),
            found.statements,
            unique_facts(found.statements),
            lambda a, b: same_fact(a, b, want, have),
        ),
    )


def _judge(
    labelled: Sequence[Line],
    found: Sequence[Line],
    scored: Sequence[Line],
    same: Callable[[Line, Line], bool],
) -> tuple[tuple[Line, Verdict], ...]:
    required = [line for line in labelled if not line.optional]
    taken = pair(required, scored, same)
    spare = [line for index, line in enumerate(scored) if index not in taken]
    excused = pair([line for line in labelled if line.optional], spare, same)
    verdicts: dict[int, Verdict] = {id(scored[index]): "right" for index in taken}
    for index, line in enumerate(spare):
        verdicts[id(line)] = "open" if index in excused else "wrong"
    judged: list[tuple[Line, Verdict]] = [(line, verdicts.get(id(line), "open")) for line in found]
    hit = set(taken.values())
    for index, line in enumerate(required):
        if index not in hit:
            judged.append((line, "missed"))
    return tuple(judged)
