"""What a figure measures: a level, a change on the year, a completion, a share, or a count."""

import re

from kg.extract.frame import Quantity
from kg.extract.measured.figure import Context, Figure, Measure
from kg.extract.measured.words import cue

_PART = re.compile(r"(?:已|约|仅|占|达到?|为|完成)*")
_NEXT = re.compile(r"[、和与及，\s]*")
_RAISED_SHARE = re.compile(
    r"(?:率|占比|比重|比例)(?:分别|已|均|由[^，。]{0,12})*"
    r"(?:提高|提升|上升|增加|增长|下降|降低|降|回升|增|扩大)(?:到|至|为)$"
)
CONTINUED = 3  # characters up to which a number goes on with the measure before: 5%、6%
_MEASURES: tuple[Measure, ...] = ("completion", "share", "yoy")
_THINGS = ("人", "名", "位", "户", "家", "个", "项")


def measure_of(figure: Figure, context: Context) -> Measure:
    """The measure; a percentage takes it from the words before it, else from the figure before."""
    before = figure.before.strip()
    quantity = figure.quantity
    if quantity.kind == "count":
        goods = quantity.unit not in _THINGS and cue("amounts").search(before)
        return "level" if goods else "count"
    if quantity.unit == "倍":
        return "yoy" if cue("yoy").search(before) else "level"
    if quantity.kind in ("money", "physical"):
        return "level"
    return _of_percent(quantity, before, context)


def _of_percent(quantity: Quantity, before: str, context: Context) -> Measure:
    if context.measure and _goes_on(before, context):
        return context.measure
    goal = cue("target_only").search(before) and "完成" not in before and before[-1:] != "的"
    if goal and (context.measure == "share" or context.measure == "yoy"):
        return context.measure
    if context.goal and _PART.fullmatch(before):
        return "completion"
    if cue("yoy_words").search(before):
        return "share" if _RAISED_SHARE.search(before) else "yoy"  # 占比提高到45%
    return _by_words(quantity, before, context)


def _by_words(quantity: Quantity, before: str, context: Context) -> Measure:
    named = cue("target_suffix").sub("", before)
    if named and not cue("completion").search(before):
        before = named
    for measure in _MEASURES:
        if cue(measure).search(before):
            return measure
    continued = context.measure == "yoy" and len(before) <= CONTINUED
    return "yoy" if continued or quantity.kind == "points" else "share"


def _goes_on(before: str, context: Context) -> bool:
    """Whether the number says the same of the same: 占比由38%提高到45%, 完成率分别为5%、6%."""
    if context.measure in ("share", "completion") and cue("raised").fullmatch(before):
        return True
    return bool(context.apart) and _NEXT.fullmatch(before) is not None


def value_of(figure: Figure, measure: object) -> int | float | None:
    """The number; a fall is negative."""
    quantity: Quantity = figure.quantity
    if measure != "yoy" or not quantity.value or quantity.value < 0:
        return quantity.value
    near = figure.before[-8:]
    return -quantity.value if cue("fall").search(near) else quantity.value
