"""Which predicted line says what a labelled line says, and the best pairing of both."""

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kg.model import Entity, Reading, Ref, Scalar, Statement
from kg.score.names import HOME_WORDS, INDICATOR_NEAR, near, same_names

Row = TypeVar("Row")


def entity_names(entity: Entity) -> tuple[str, ...]:
    """All names of a labelled entity."""
    return (entity.name, *entity.aliases)


class Side:
    """The names of one side's entities: all of them for labels, the canonical for predictions."""

    def __init__(self, reading: Reading, *, labelled: bool) -> None:
        self.reading = reading
        self.labelled = labelled
        self._names: dict[Ref, tuple[str, ...]] = {}
        for entity in reading.entities:
            names = entity_names(entity) if labelled else canonical(entity)
            for alias in entity_names(entity):
                self._names.setdefault(Ref(entity.type, alias), names)

    def names(self, ref: Ref) -> tuple[str, ...]:
        """What the side calls the thing that a fact names."""
        return self._names.get(ref, (ref.name,))


def canonical(entity: Entity) -> tuple[str, ...]:
    """A predicted entity's one name that counts, and `home` where it is the own region."""
    home = HOME_WORDS & set(entity_names(entity))
    return (entity.name, "home") if home else (entity.name,)


def same_entity(gold: Entity, found: Entity) -> bool:
    """Whether both name the same thing."""
    return gold.type == found.type and same_names(entity_names(gold), canonical(found))


def same_fact(gold: Statement, found: Statement, want: Side, have: Side) -> bool:
    """Whether both say the same: subject, predicate, object or value, and tense."""
    if gold.predicate != found.predicate or not _same_value(gold.value, found.value):
        return False
    if gold.predicate == "measured":
        return _same_figure(gold, found, want, have)
    if not _same_ref(gold.subject, found.subject, want, have):
        return (
            gold.predicate == "cooperates_with"  # symmetric
            and _same_ref(gold.subject, found.object, want, have)
            and _same_ref(gold.object, found.subject, want, have)
        )
    return _same_ref(gold.object, found.object, want, have) and status(gold) == status(found)


def status(fact: Statement) -> str:
    """The tense of a fact; none said is reached."""
    return str(fact.qualifiers.get("status") or "reached")


def _same_figure(gold: Statement, found: Statement, want: Side, have: Side) -> bool:
    a, b = gold.qualifiers, found.qualifiers
    return (
        all(a.get(key) == b.get(key) for key in ("measure", "kind"))
        and near(str(a.get("indicator", "")), str(b.get("indicator", "")), INDICATOR_NEAR)
        and (
            _same_ref(gold.subject, found.subject, want, have)
            or _speaks(gold.subject, found.subject, want, have)
        )
    )


def _speaks(gold: Ref, found: Ref, want: Side, have: Side) -> bool:
    """A figure of the home region, told of the park or body whose report it is: the same figure."""
    return (
        bool(HOME_WORDS & set(want.names(gold)))
        and found.type in ("Park", "Organization")
        and any(
            e.type == found.type and same_names(entity_names(e), have.names(found))
            for e in want.reading.entities
        )
    )


def _same_ref(gold: Ref | None, found: Ref | None, want: Side, have: Side) -> bool:
    if gold is None or found is None:
        return gold is found
    return gold.type == found.type and same_names(want.names(gold), have.names(found))


def _same_value(a: Scalar | None, b: Scalar | None) -> bool:
    if a is None or b is None:
        return a is b
    if isinstance(a, int | float) and isinstance(b, int | float):
        return math.isclose(a, b, rel_tol=0.005, abs_tol=1e-9)
    return near(str(a), str(b))


def pair(
    gold: Sequence[Row], found: Sequence[Row], same: Callable[[Row, Row], bool]
) -> dict[int, int]:
    """Maximum one-to-one pairing: {index of the found: index of the gold}."""
    fits = [[j for j, b in enumerate(found) if same(a, b)] for a in gold]
    taken: dict[int, int] = {}

    def place(i: int, tried: set[int]) -> bool:
        for j in fits[i]:
            if j not in tried:
                tried.add(j)
                if j not in taken or place(taken[j], tried):
                    taken[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return taken


def unique_facts(facts: Iterable[Statement]) -> list[Statement]:
    """The facts without repeats, and without what is not scored: a Project's own figures."""
    seen: dict[object, Statement] = {}
    for f in facts:
        if f.predicate == "measured" and f.subject.type == "Project":
            continue
        said = tuple(sorted((k, str(v)) for k, v in f.qualifiers.items()))
        seen.setdefault((f.subject, f.predicate, f.object, f.value, said), f)
    return list(seen.values())


def unique_entities(entities: Iterable[Entity]) -> list[Entity]:
    """The entities without repeats."""
    return list({e.ref: e for e in reversed(list(entities))}.values())[::-1]
