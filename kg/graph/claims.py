"""Statements → claims: which edge prints a statement, between which nodes, or why none does."""

from collections.abc import Callable, Mapping
from functools import cache

from kg.graph.fact import Claim
from kg.graph.figures import indicator_id, indicator_named
from kg.graph.periods import days
from kg.model import CLOSED_TYPES, ENTITY_TYPES, Ref, Statement
from kg.vocabulary import Concept, EdgeForm, blockers, designations, edge_forms, stages

LABELS = {name: name for name in ENTITY_TYPES} | {
    "Stage": "Stage",
    "Designation": "Designation",
    "BlockerCategory": "Blocker",
    "Indicator": "Indicator",
}
_KINDS = {"reached": "actual", "planned": "target"}  # of a figure whose kind is not said


class UnfitError(ValueError):
    """Why a statement has no place in the graph."""


def edge_form(statement: Statement) -> EdgeForm:
    """The edge type that prints a statement; `UnfitError` where ontology/graph.yaml has none."""
    predicate = "measured" if statement.predicate == "has_investment" else statement.predicate
    tense = _tense(statement)
    form = _forms().get((predicate, tense))
    if form is None:
        raise UnfitError(f"no edge prints {statement.predicate} ({tense})")
    if not statement.subject.name.strip():
        raise UnfitError("the subject has no name")
    if LABELS.get(statement.subject.type) not in form.sources:
        raise UnfitError(f"{statement.subject.type} cannot be its subject")
    if predicate == "measured":
        _check_figure(statement)
    elif predicate == "formerly_named":
        if not isinstance(statement.value, str):
            raise UnfitError("the former name is missing")
    else:
        _check_object(statement, form)
    return form


def claim(statement: Statement, form: EdgeForm, document: str, node: Callable[[Ref], str]) -> Claim:
    """The statement with its ends resolved; `UnfitError` where both ends are one thing."""
    subject = node(statement.subject)
    if form.kind:
        return _figure(statement, form, document, subject)
    date = statement.qualifiers.get("date")
    said = str(date) if date is not None and days(str(date)) else None
    ref = object_of(statement, form)
    target = subject if ref is None else _target(ref, node)
    if target == subject and not form.loop:
        raise UnfitError("both ends are one thing")
    if form.symmetric:
        subject, target = sorted((subject, target))
    return Claim(
        form.type, subject, target, document, statement,
        days(said) if said else None, said, statement.value if form.loop else None,
    )  # fmt: skip


def object_of(statement: Statement, form: EdgeForm) -> Ref | None:
    """What the edge runs to; None for figures and former names, which have a value instead."""
    return None if form.kind or form.loop else statement.object


def _figure(statement: Statement, form: EdgeForm, document: str, subject: str) -> Claim:
    said = statement.qualifiers
    period = str(said.get("period") or said.get("date") or "")
    return Claim(
        form.type,
        subject,
        _indicator(statement),
        document,
        statement,
        days(period),
        None,
        _number(statement.value),
        str(said.get("measure", "level")),
        str(said["unit"]) if "unit" in said else None,
    )


def _indicator(statement: Statement) -> str:
    said = statement.qualifiers
    if statement.predicate == "has_investment":
        return indicator_id("总投资", "total_investment")
    measure, unit = str(said.get("measure", "level")), str(said.get("unit", ""))
    return indicator_id(
        str(said["indicator"]), said.get("code"), measure, unit, statement.subject.type
    )


def _target(ref: Ref, node: Callable[[Ref], str]) -> str:
    if ref.type == "Indicator":
        return indicator_named(ref.name)
    return f"{LABELS[ref.type]}/{ref.name}" if ref.type in CLOSED_TYPES else node(ref)


def _tense(statement: Statement) -> str | None:
    if statement.predicate == "formerly_named":
        return None
    status = str(statement.qualifiers.get("status", "reached"))
    if statement.predicate not in ("measured", "has_investment"):
        return status
    return str(statement.qualifiers.get("kind") or _KINDS.get(status, status))


def _check_figure(statement: Statement) -> None:
    if statement.predicate == "measured" and not statement.qualifiers.get("indicator"):
        raise UnfitError("the indicator is missing")
    if statement.value is None:
        if not statement.qualifiers.get("masked"):
            raise UnfitError("it has no value and is not said to be masked")
    elif isinstance(statement.value, bool | str):
        raise UnfitError(f"{statement.value!r} is no number")


def _check_object(statement: Statement, form: EdgeForm) -> None:
    ref = statement.object
    if ref is None:
        raise UnfitError("the object is missing")
    if not ref.name.strip():
        raise UnfitError("the object has no name")
    if LABELS.get(ref.type) not in form.targets:
        raise UnfitError(f"{ref.type} cannot be its object")
    known = _vocabularies().get(ref.type)
    if known is not None and ref.name not in known:
        raise UnfitError(f"{ref.type} has no code {ref.name!r}")
    if form.same_ends and ref.type != statement.subject.type:
        raise UnfitError("subject and object must be of one type")


def _number(value: object) -> int | float | None:
    """The number itself, whole ones as int: 12 and 12.0 are one value."""
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int) else None


@cache
def _vocabularies() -> Mapping[str, Mapping[str, Concept]]:
    return {"Stage": stages(), "Designation": designations(), "BlockerCategory": blockers()}


@cache
def _forms() -> Mapping[tuple[str, str | None], EdgeForm]:
    return {
        (form.predicate, form.kind or form.status): form
        for form in edge_forms().values()
        if form.predicate
    }
