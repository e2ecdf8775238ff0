"""Readings → JSON Lines."""

import json
from collections.abc import Iterator

from kg.interchange.fields import Json
from kg.model import Entity, Reading, Ref, Source, Span, Statement


def dump(reading: Reading) -> str:
    """A reading as JSON Lines, its `document` line first; ends with a line feed."""
    lines = [_source_line(reading.source)]
    lines += [_entity_line(reading.source.id, entity) for entity in reading.entities]
    lines += [_fact_line(reading.source.id, statement) for statement in reading.statements]
    return "".join(
        json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines
    )


def _source_line(source: Source) -> Json:
    return {
        "kind": "document",
        "doc": source.id,
        "title": source.title,
        "region": _ref_json(source.region),
        "period": source.period,
        "date": source.date,
        "issuer": source.issuer,
    }


def _entity_line(doc: str, entity: Entity) -> Json:
    line = {
        "kind": "entity",
        "doc": doc,
        "type": entity.type,
        "name": entity.name,
        "aliases": list(entity.aliases),
        "masked": entity.masked,
        "mentions": [list(mention) for mention in entity.mentions],
    }
    return line | dict(_if_said(optional=entity.optional or None))


def _fact_line(doc: str, fact: Statement) -> Json:
    line = {
        "kind": "fact",
        "doc": doc,
        "subject": _ref_json(fact.subject),
        "predicate": fact.predicate,
        "object": _ref_json(fact.object),
        "value": fact.value,
        "qualifiers": dict(fact.qualifiers),
        "evidence": [_span_json(span) for span in fact.evidence],
        "confidence": fact.confidence,
    }
    return line | dict(_if_said(rule=fact.rule, optional=fact.optional or None))


def _span_json(span: Span) -> Json:
    """A piece of evidence as the interchange writes it."""
    line = {"start": span.start, "end": span.end, "quote": span.quote}
    return line | dict(_if_said(place=span.place))


def _ref_json(ref: Ref | None) -> Json | None:
    return None if ref is None else {"type": ref.type, "name": ref.name}


def _if_said(**pairs: object) -> Iterator[tuple[str, object]]:
    return ((key, value) for key, value in pairs.items() if value is not None)
