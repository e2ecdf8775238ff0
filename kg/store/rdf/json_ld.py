"""The graph as compacted JSON-LD 1.1, by the project's own context.

rdflib's serialiser prints an `xsd:double` 2 as the number 2.0, which JSON-LD reads as an integer,
and its order varies; pyoxigraph's knows no context. What is printed here both of them read back.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from kg.store.rdf.names import PREFIXES, RDF, XSD

_LARGEST = 2**53  # past it a JSON number is no longer the integer that it was
_Key = tuple[str, str | None]


def json_ld(triples: Iterable[ox.Triple], context: Mapping[str, Any]) -> bytes:
    """Triples, grouped by subject, as `{"@context": …, "@graph": […]}` in UTF-8."""
    terms = _terms(context["@context"])
    nodes = [
        _node(subject, list(own), terms)
        for subject, own in groupby(triples, key=lambda triple: _iri(triple.subject))
    ]
    document = {**context, "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _terms(context: Mapping[str, Any]) -> dict[_Key, tuple[str, bool]]:
    """(predicate, how its values are typed) → (term, whether always a list)."""
    found: dict[_Key, tuple[str, bool]] = {}
    for name, row in context.items():
        if isinstance(row, dict):
            typed = row.get("@language") or row.get("@type")
            found[row["@id"], typed] = name, "@container" in row
        elif row.startswith(PREFIXES["kg"]) and row != PREFIXES["kg"]:
            found[row, None] = name, False
    return found


def _node(
    subject: str, own: list[ox.Triple], terms: Mapping[_Key, tuple[str, bool]]
) -> dict[str, Any]:
    node: dict[str, Any] = {"id": subject}
    for triple in own:
        predicate = triple.predicate.value
        typed, value = _value(triple.object)
        if predicate == f"{RDF}type":
            name, many = "type", False
            value = terms[_iri(triple.object), None][0]
        elif (predicate, typed) in terms:
            name, many = terms[predicate, typed]
        else:
            name, many = _compact(predicate), False
            value = _explicit(triple.object) if typed else value
        _add(node, name, value, many=many)
    return node


def _add(node: dict[str, Any], name: str, value: object, *, many: bool) -> None:
    if name not in node:
        node[name] = [value] if many else value
    elif isinstance(node[name], list):
        node[name].append(value)
    else:
        node[name] = [node[name], value]


def _value(term: object) -> tuple[str | None, object]:
    """How a term is typed in the context, and its value where the context says so."""
    if not isinstance(term, ox.Literal):
        return "@id", _iri(term)
    if term.language:
        return term.language, term.value
    datatype = term.datatype.value.removeprefix(XSD)
    if datatype == "date":
        return "xsd:date", term.value
    if datatype == "boolean":
        return None, term.value == "true"
    if datatype == "integer" and abs(int(term.value)) < _LARGEST:
        return None, int(term.value)
    return None, term.value if datatype == "string" else _explicit(term)


def _explicit(term: object) -> dict[str, str]:
    if not isinstance(term, ox.Literal):
        return {"id": _iri(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    return {"@value": term.value, "@type": _compact(term.datatype.value)}


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)


def _compact(iri: str) -> str:
    """`skos:prefLabel` where a prefix is known, else the IRI."""
    known = ((prefix, base) for prefix, base in PREFIXES.items() if iri.startswith(base))
    return next((f"{prefix}:{iri[len(base) :]}" for prefix, base in known), iri)
