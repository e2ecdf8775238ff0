"""One number for several indicators, and several numbers for several (分别).

`A、B均增长10%以上` and `A、B、C三大指标增长10%` say the number of each; in `A实现7亿元，
B实现6亿元，同比分别增长5%和4%` the numbers go to A and B in order.
"""

import re

from kg.extract.frame import Quantity
from kg.extract.measured.figure import Context, Figure

_SET = re.compile(
    r"(?:等)?(?:[一二三四五六七八九十]|\d)+(?:大|项|个)(?:主要|核心|重点|经济|关键|考核)*指标$"
)
_EACH = re.compile(r"(?:均|双双|都|全部)")
_SPLIT = re.compile(r"[、]|和|与|及|以及")
_JOINT = re.compile(r"\s*(?:、|和|与|及|，|,)?\s*(?:增长|下降)?\s*$")


def each(figure: Figure, indicator: str) -> list[str]:
    """The indicators that the number is said of, one by one."""
    listed = _SET.sub("", indicator)
    if listed != indicator or (_EACH.search(figure.before) and "、" in indicator):
        names = [name for name in _SPLIT.split(listed) if len(name) > 1]
        return names if len(names) > 1 else [indicator]
    return [indicator]


def align(figure: Figure, context: Context, following: list[Quantity], text: str) -> None:
    """Where 分别 stands before the number, keep the indicators that this and the next ones get."""
    if "分别" not in figure.before:
        return
    count = 1
    at = figure.quantity
    for quantity in following:
        if quantity.kind != at.kind or not _JOINT.fullmatch(text, at.end, quantity.start):
            break
        count, at = count + 1, quantity
    own = _SPLIT.split(figure.before.partition("分别")[0].strip("，、的"))
    names = [name for name in own if len(name) > 1]
    if len(names) != count:
        names = context.levels[-count:]
    context.apart = names if len(names) == count and count > 1 else []


def next_apart(figure: Figure, context: Context) -> str | None:
    """The indicator kept for this number by an earlier 分别; None where none is kept."""
    if not context.apart:
        return None
    if "分别" in figure.before or _JOINT.fullmatch(figure.before):
        return context.apart.pop(0)
    context.apart = []
    return None
