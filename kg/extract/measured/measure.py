"""What a figure measures: a level, a change on the year, a completion, a share, or a count."""

from typing import Literal

from kg.extract.frame import Quantity
from kg.extract.measured.figure import Context, Figure
from kg.extract.measured.words import cue

Measure = Literal["level", "yoy", "completion", "share", "count"]
_PERSONS = ("人", "名", "位", "户", "家", "个", "项")


def measure_of(figure: Figure, context: Context) -> Measure:
    """The measure; a percentage takes it from the words before it, else from the figure before."""
    kind = figure.quantity.kind
    before = figure.before.strip()
    if kind == "count":
        goods = figure.quantity.unit not in _PERSONS and cue("amounts").search(before)
        return "level" if goods else "count"
    if figure.quantity.unit == "倍":
        return "yoy" if cue("yoy").search(before) else "level"
    if kind in ("money", "physical"):
        return "level"
    if cue("target_only").search(before) and "完成" not in before and before[-1:] != "的":
        if context.measure in ("share", "yoy"):
            return context.measure
    goal = cue("target_suffix").sub("", before)
    if cue("yoy_words").search(before):
        return "yoy"
    if goal and goal != before and not cue("completion").search(before):
        before = goal
    if cue("completion").search(before):
        return "completion"
    if cue("share").search(before):
        return "share"
    if cue("yoy").search(before) or kind == "points":
        return "yoy"
    return "yoy" if context.measure == "yoy" and len(before) <= 3 else "share"


def value_of(figure: Figure, measure: Measure) -> int | float | None:
    """The number; a fall is negative."""
    quantity: Quantity = figure.quantity
    if measure != "yoy" or not quantity.value or quantity.value < 0:
        return quantity.value
    near = figure.before[-8:]
    return -quantity.value if cue("fall").search(near) else quantity.value
