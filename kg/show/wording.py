"""A statement in the words of a reader: subject, relation, target, and what qualifies it."""

from dataclasses import dataclass

from kg.model import Ref, Statement
from kg.show.look import money
from kg.vocabulary import edge_forms, edge_type, scheme

_SCHEMES = {"Stage": "stages", "Designation": "designations", "BlockerCategory": "blockers"}
_MEASURES = {"yoy": "同比", "completion": "完成率", "share": "占比"}
_CURRENCIES = {"CNY": "元", "USD": "美元", "HKD": "港元", "EUR": "欧元", "JPY": "日元"}
_DETAILS = ("date", "period", "by")


@dataclass(frozen=True, slots=True)
class Wording:
    """`subject relation target`, and in `detail` date, period and who recognised it."""

    subject: str
    relation: str
    target: str
    detail: str

    def __str__(self) -> str:
        detail = f"（{self.detail}）" if self.detail else ""
        return f"{self.subject} {self.relation} {self.target}{detail}"


def wording(fact: Statement) -> Wording:
    """How a fact reads; closed vocabularies in Chinese, sums as people write them."""
    said = fact.qualifiers
    details = (str(said[key]) for key in _DETAILS if said.get(key))
    return Wording(fact.subject.name, _relation(fact), _target(fact), " · ".join(details))


def tense(fact: Statement) -> str:
    """`reached`, `planned` or `failed`; a target and a forecast are planned."""
    kind = fact.qualifiers.get("kind")
    if kind in ("target", "forecast"):
        return "planned"
    return str(fact.qualifiers.get("status") or "reached")


def _relation(fact: Statement) -> str:
    if fact.predicate == "has_investment":
        return "总投资"
    kind = fact.qualifiers.get("kind") or "actual"
    form = edge_type(
        fact.predicate,
        str(kind) if fact.predicate == "measured" else _status(fact),
    )
    return edge_forms()[form].zh


def _status(fact: Statement) -> str | None:
    if fact.predicate == "formerly_named":
        return None
    return str(fact.qualifiers.get("status") or "reached")


def _target(fact: Statement) -> str:
    if fact.object is not None:
        return _name(fact.object)
    if fact.predicate == "formerly_named":
        return str(fact.value)
    measure = _MEASURES.get(str(fact.qualifiers.get("measure", "")), "")
    parts = (str(fact.qualifiers.get("indicator", "")), measure, _number(fact))
    return " ".join(part for part in parts if part)


def _name(ref: Ref) -> str:
    if ref.type in _SCHEMES:
        concept = scheme(_SCHEMES[ref.type]).get(ref.name)
        return concept.zh if concept else ref.name
    return ref.name


def _number(fact: Statement) -> str:
    said, value = str(fact.qualifiers.get("unit", "")), fact.value
    unit = _CURRENCIES.get(said, said)
    if value is None:
        return f"*{unit}"
    if said in _CURRENCIES and isinstance(value, int | float):
        return money(value).removesuffix("元") + unit
    return f"{value:.10g}{unit}" if isinstance(value, float) else f"{value}{unit}"
