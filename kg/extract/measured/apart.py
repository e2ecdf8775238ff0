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
_STEM = re.compile(r"(.{2,}(?:项目|企业|任务))[\u4e00-\u9fff]{2}率")
_RATE = re.compile(r"[\u4e00-\u9fff]{2}率|(?:占比|比重|增速|增幅)$")
_TAIL = re.compile(
    r"(?:居民|农民)?(?:人均)?(?:可支配|营业|销售|财政|税收|主营业务)?(?:收入|增加值|产值|总产值|投资|营业额|销售额|零售额|产量|面积|总额|利润)$"
)
_GROWN = re.compile("增加|减少|增长|下降|新增")
JOINT = re.compile(r"\s*(?:、|和|与|及|，|,)?\s*(?:增长|下降)?\s*$")


def each(figure: Figure, indicator: str) -> list[str]:
    """The indicators that the number is said of, one by one."""
    listed = _SET.sub("", indicator)
    if listed != indicator or (_EACH.search(figure.before) and "、" in indicator):
        names = [name for name in _SPLIT.split(listed) if len(name) > 1]
        return names if len(names) > 1 else [indicator]
    return [indicator]


def together(figure: Figure, following: list[Quantity], text: str) -> int:
    """How many numbers 分别 governs: this one and those joined to it; 0 without 分别."""
    if "分别" not in figure.before:
        return 0
    count = 1
    at = figure.quantity
    for quantity in following:
        if quantity.kind != at.kind or not JOINT.fullmatch(text, at.end, quantity.start):
            break
        count, at = count + 1, quantity
    return count


def align(figure: Figure, context: Context, count: int) -> None:
    """Keep the indicators that this number and the `count` - 1 after it get."""
    own = _SPLIT.split(figure.before.partition("分别")[0].strip("，、的"))
    names = [name for name in own if len(name) > 1]
    names = _with_shared(names) if len(names) == count else context.levels[-count:]
    context.apart = names if len(names) == count and count > 1 else []


def _with_shared(names: list[str]) -> list[str]:
    """The names with what they share: 城镇、农村居民人均收入; 签约项目履约率、开工率."""
    stem = _STEM.fullmatch(names[0])
    if stem and all(_RATE.fullmatch(name) for name in names[1:]):
        return [names[0], *(stem[1] + name for name in names[1:])]
    tail = _TAIL.search(names[-1])
    if tail and not any(_TAIL.search(name) or _RATE.search(name) for name in names[:-1]):
        return [*(name + names[-1][tail.start() :] for name in names[:-1]), names[-1]]
    return names


def next_apart(figure: Figure, context: Context) -> str | None:
    """The indicator kept for this number by an earlier 分别; None where none is kept."""
    if not context.apart:
        return None
    if "分别" in figure.before or JOINT.fullmatch(figure.before):
        grown = figure.quantity.kind == "count" and _GROWN.search(figure.before)
        context.grown = grown[0] if grown else context.grown if "分别" not in figure.before else ""
        return context.apart.pop(0) + context.grown
    context.apart = []
    return None
