"""One line of the interchange → the value it stands for; `LineError` where it says none."""

from kg.interchange.fields import (
    Json,
    fault,
    flag,
    is_stretch,
    items,
    maybe_string,
    one_of,
    string,
    time,
)
from kg.model import (
    CLOSED_TYPES,
    ENTITY_TYPES,
    PREDICATES,
    Entity,
    Ref,
    Scalar,
    Source,
    Span,
    Statement,
)
from kg.vocabulary import scheme

FIGURES = frozenset({"has_investment", "measured"})  # a number, or nothing where it is masked
NAMINGS = frozenset({"formerly_named"})  # a name as value
_SCHEMES = {"Stage": "stages", "Designation": "designations", "BlockerCategory": "blockers"}
_WORDS = {
    "status": ("reached", "planned", "failed"),
    "measure": ("level", "yoy", "completion", "share", "count"),
    "kind": ("actual", "target", "forecast"),
}


def source(said: Json, doc: str) -> Source:
    """What a `document` line says of its document."""
    region = None if said.get("region") is None else _ref(said, "region", ("Region",))
    period, date = time(said, "period"), time(said, "date")
    title, issuer = maybe_string(said, "title"), maybe_string(said, "issuer")
    return Source(doc, title, region, period, date, issuer)


def entity(said: Json) -> Entity:
    """What an `entity` line names."""
    aliases = items(said, "aliases")
    if not all(isinstance(alias, str) and alias for alias in aliases):
        fault("aliases 应为名称的列表", "aliases must be a list of names")
    mentions = items(said, "mentions")
    if not all(is_stretch(mention) for mention in mentions):
        fault("mentions 应为 [起, 止] 的列表", "mentions must be a list of [start, end]")
    return Entity(
        one_of(said, "type", ENTITY_TYPES),
        string(said, "name"),
        tuple(aliases),
        flag(said, "masked"),
        tuple((start, end) for start, end in mentions),
        flag(said, "optional"),
    )


def statement(said: Json) -> Statement:
    """What a `fact` line says, with its quotes."""
    predicate = one_of(said, "predicate", PREDICATES)
    qualifiers = _qualifiers(said)
    return Statement(
        _ref(said, "subject", ENTITY_TYPES),
        predicate,
        *_target(said, predicate, qualifiers),
        qualifiers,
        tuple(_span(span) for span in items(said, "evidence")),
        _confidence(said),
        maybe_string(said, "rule"),
        flag(said, "optional"),
    )


def _target(said: Json, predicate: str, qualifiers: Json) -> tuple[Ref | None, Scalar | None]:
    """The object, or the value: which of them a fact has follows from its predicate."""
    value = said.get("value")
    if predicate in FIGURES:
        if predicate == "measured" and not isinstance(qualifiers.get("indicator"), str):
            fault("measured 缺 qualifiers.indicator", "measured needs qualifiers.indicator")
        if value is None and not qualifiers.get("masked"):
            fault("缺 value；被遮蔽的写 masked: true", "needs a value, or masked: true")
        if not isinstance(value, int | float | None) or isinstance(value, bool):
            fault("value 应为数字", "value must be a number")
        return None, value
    if predicate in NAMINGS:
        return None, string(said, "value")
    if value is not None:
        fault(f"{predicate} 不带 value", f"{predicate} takes an object, no value")
    return _ref(said, "object", ENTITY_TYPES + CLOSED_TYPES), None


def _ref(said: Json, key: str, types: tuple[str, ...]) -> Ref:
    ref = said.get(key)
    if not isinstance(ref, dict):
        fault(f'{key} 应为 {{"type": …, "name": …}}', f'{key} must be {{"type": …, "name": …}}')
    kind, name = one_of(ref, "type", types), string(ref, "name")
    if kind in _SCHEMES and name not in scheme(_SCHEMES[kind]):
        codes = "、".join(scheme(_SCHEMES[kind]))
        fault(f"没有 {kind} {name!r}，可用：{codes}", f"unknown {kind} {name!r}; use {codes}")
    return Ref(kind, name)


def _qualifiers(said: Json) -> Json:
    qualifiers = said.get("qualifiers") or {}
    if not isinstance(qualifiers, dict):
        fault("qualifiers 应为对象", "qualifiers must be an object")
    kept = {key: value for key, value in qualifiers.items() if value is not None}
    for key, value in kept.items():
        if not isinstance(value, str | int | float):
            fault(f"qualifiers.{key} 应为文字或数字", f"qualifiers.{key} must be text or a number")
        if key in _WORDS:
            one_of(kept, key, _WORDS[key])
        elif key in ("period", "date"):
            time(kept, key)
    return kept


def _span(span: object) -> Span:
    if not isinstance(span, dict) or not is_stretch([span.get("start"), span.get("end")]):
        fault("evidence 应有 start < end", "evidence needs start < end")
    quote = string(span, "quote")
    if len(quote) != span["end"] - span["start"]:
        fault("evidence 的 quote 与 start、end 长度不符", "quote is not as long as start to end")
    return Span(span["start"], span["end"], quote, maybe_string(span, "place"))


def _confidence(said: Json) -> float:
    confidence = said.get("confidence", 1.0)
    number = isinstance(confidence, int | float) and not isinstance(confidence, bool)
    if not number or not 0 <= confidence <= 1:
        fault("confidence 应为 0 到 1", "confidence must be from 0 to 1")
    return float(confidence)
