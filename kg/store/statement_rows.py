"""Entities and statements as rows of the store, and back; lists and qualifiers are JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.ids import make_id
from kg.model import Entity, Ref, Span, Statement


def statement_id(doc_id: str, statement: Statement) -> str:
    """The identity of a saying: the hash of all that is said, and of where it is said."""
    return make_id(
        "Statement",
        doc_id,
        *_ref(statement.subject),
        statement.predicate,
        *_ref(statement.object),
        _json(statement.value),
        json.dumps(dict(statement.qualifiers), ensure_ascii=False, sort_keys=True),
        _json([(span.start, span.end) for span in statement.evidence]),
    )


def entity_rows(doc_id: str, entities: Iterable[Entity]) -> Iterator[tuple[Any, ...]]:
    """The columns of each entity, in the order of the table."""
    for position, entity in enumerate(entities):
        yield (
            doc_id, position, entity.type, entity.name, _json(entity.aliases), entity.masked,
            _json(entity.mentions), entity.optional,
        )  # fmt: skip


def statement_rows(doc_id: str, statements: Iterable[Statement]) -> Iterator[tuple[Any, ...]]:
    """The columns of each statement, in the order of the table."""
    for position, said in enumerate(statements):
        evidence = [(span.start, span.end, span.quote, span.place) for span in said.evidence]
        yield (
            statement_id(doc_id, said), doc_id, position, *_ref(said.subject), said.predicate,
            *_ref(said.object), _json(said.value), _json(dict(said.qualifiers)), _json(evidence),
            said.confidence, said.rule, said.optional,
        )  # fmt: skip


def statement(row: list[Any]) -> Statement:
    """A statement from its columns after `document`."""
    kind, name, predicate, object_kind, object_name, value, qualifiers, evidence, *rest = row
    confidence, rule, optional = rest
    return Statement(
        Ref(kind, name),
        predicate,
        Ref(object_kind, object_name) if object_kind else None,
        json.loads(value),
        json.loads(qualifiers),
        tuple(Span(*span) for span in json.loads(evidence)),
        confidence,
        rule,
        bool(optional),
    )


def entity(row: list[Any]) -> Entity:
    """An entity from its columns after `document`."""
    kind, name, aliases, masked, mentions, optional = row
    stretches = tuple((start, end) for start, end in json.loads(mentions))
    return Entity(kind, name, tuple(json.loads(aliases)), bool(masked), stretches, bool(optional))


def _ref(ref: Ref | None) -> tuple[str | None, str | None]:
    return (ref.type, ref.name) if ref else (None, None)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
