"""Scoring predicted readings against labelled ones, document by document."""

import re
from collections.abc import Mapping

from kg.model import Entity, Reading, Ref, Source, Statement
from kg.score.match import (
    Side,
    entity_names,
    pair,
    same_entity,
    same_fact,
    status,
    unique_entities,
    unique_facts,
)
from kg.score.names import fold, same_names
from kg.score.table import Table


def score(
    gold: Mapping[str, Reading],
    predicted: Mapping[str, Reading],
    texts: Mapping[str, str] | None = None,
) -> Table:
    """The table of all documents that have gold. With `texts` the quotes are re-read too.

    Its lines: `entity.TYPE`, `fact.PREDICATE` (stages and figures by tense, masked figures by
    themselves), their totals, `record.Project` (projects whose whole record is right),
    `qualifier.date/period/unit` of the facts found, `evidence.support` (the evidence overlaps the
    labelled quote) and `evidence.copied` (`text[start:end] == quote`).
    """
    table = Table()
    for name in sorted(gold):
        found = predicted.get(name, Reading(Source(name)))
        _score_document(gold[name], found, table)
        if texts and name in texts:
            _score_copies(found, texts[name], table)
    return table


def _score_document(gold: Reading, found: Reading, table: Table) -> None:
    want, have = Side(gold, labelled=True), Side(found, labelled=False)
    entities = _score_entities(gold, found, table)
    spoiled = _score_facts(want, have, table)
    for entity in unique_entities(gold.entities):
        if entity.type != "Project" or entity.optional:
            continue
        here = entity not in entities
        names = entity_names(entity)
        whole = here and not any(same_names(names, said) for said in spoiled)
        table.due("record.Project", hit=whole)
        if here:
            table.found("record.Project")


def _score_entities(gold: Reading, found: Reading, table: Table) -> set[Entity]:
    """Counts the entities of a document; returns the labelled ones that were missed."""
    rows = unique_entities(gold.entities)
    required = [e for e in rows if not e.optional]
    predictions = unique_entities(found.entities)
    taken = pair(required, predictions, same_entity)
    spare = [e for j, e in enumerate(predictions) if j not in taken]
    excused = pair([e for e in rows if e.optional], spare, same_entity)
    hit = set(taken.values())
    missed = {e for i, e in enumerate(required) if i not in hit}
    for i, e in enumerate(required):
        table.due(f"entity.{e.type}", hit=i in hit)
    for i in taken.values():
        table.found(f"entity.{required[i].type}")
    for j, e in enumerate(spare):
        if j not in excused:
            table.found(f"entity.{e.type}")
            table.wrong.append(f"{gold.source.id}: {e.type} {e.name}")
    table.missed += [f"{gold.source.id}: {e.type} {e.name}" for e in required if e in missed]
    return missed


def _score_facts(want: Side, have: Side, table: Table) -> list[tuple[str, ...]]:
    """Counts the facts of a document; returns the names of projects with a wrong or missed one."""

    def same(a: Statement, b: Statement) -> bool:
        return same_fact(a, b, want, have)

    rows = unique_facts(want.reading.statements)
    required = [f for f in rows if not f.optional]
    predictions = unique_facts(have.reading.statements)
    taken = pair(required, predictions, same)
    spare = [f for j, f in enumerate(predictions) if j not in taken]
    excused = pair([f for f in rows if f.optional], spare, same)
    hit = set(taken.values())
    missed = [f for i, f in enumerate(required) if i not in hit]
    wrong = [f for j, f in enumerate(spare) if j not in excused]
    for i, fact in enumerate(required):
        table.due(f"fact.{label(fact)}", hit=i in hit)
    for j, i in taken.items():
        table.found(f"fact.{label(required[i])}")
        _score_details(required[i], predictions[j], table)
    for fact in wrong:
        table.found(f"fact.{label(fact)}")
    name = want.reading.source.id
    table.missed += [f"{name}: {show(fact)}" for fact in missed]
    table.wrong += [f"{name}: {show(fact)}" for fact in wrong]
    return [
        side.names(fact.subject)
        for facts, side in ((missed, want), (wrong, have))
        for fact in facts
        if fact.subject.type == "Project"
    ]


def label(fact: Statement) -> str:
    """The fact's line in the table."""
    if fact.predicate == "measured":
        if fact.value is None:
            return "measured(masked)"
        kind = fact.qualifiers.get("kind") or "actual"
        return "measured" if kind == "actual" else f"measured({kind})"
    said = status(fact)
    return (
        f"at_stage({said})" if fact.predicate == "at_stage" != said != "reached" else fact.predicate
    )


def show(fact: Statement) -> str:
    """A fact on one line, for reading misses."""
    target: object = fact.object.name if isinstance(fact.object, Ref) else fact.value
    said = " ".join(f"{key}={value}" for key, value in fact.qualifiers.items())
    return f"{fact.subject.name} —{fact.predicate}→ {target} {said}".rstrip()


def _score_details(gold: Statement, found: Statement, table: Table) -> None:
    for key in ("date", "period", "unit"):
        a, b = gold.qualifiers.get(key), found.qualifiers.get(key)
        if a:
            table.due(f"qualifier.{key}", hit=bool(b) and _same_qualifier(key, str(a), str(b)))
        if b and (a or key == "date"):
            table.found(f"qualifier.{key}")
    quotes = [s for s in gold.evidence if s.end]
    if quotes:
        overlap = any(a.start < b.end and b.start < a.end for a in quotes for b in found.evidence)
        table.found("evidence.support")
        table.due("evidence.support", hit=overlap)


def _score_copies(found: Reading, text: str, table: Table) -> None:
    for fact in found.statements:
        exact = bool(fact.evidence) and all(text[s.start : s.end] == s.quote for s in fact.evidence)
        table.found("evidence.copied")
        table.due("evidence.copied", hit=exact)


def _same_qualifier(key: str, a: str, b: str) -> bool:
    if key == "period":
        return _months(a) == _months(b)
    if key == "date":  # as exact as it was said
        return a.startswith(b) or b.startswith(a)
    return fold(a) == fold(b)


def _months(period: str) -> tuple[str, str]:
    """First and last month or day of a period: 2023-H1 and 2023-01/2023-06 are one."""
    first, _, last = period.partition("/")
    half = re.fullmatch(r"(\d{4})-([HQ])(\d)", first)
    if half:
        size, number = 6 if half[2] == "H" else 3, int(half[3])
        return f"{half[1]}-{(number - 1) * size + 1:02}", f"{half[1]}-{number * size:02}"
    if re.fullmatch(r"\d{4}", first):
        first += "-01"
    last = last or period
    return first, f"{last}-12" if re.fullmatch(r"\d{4}", last) else last
