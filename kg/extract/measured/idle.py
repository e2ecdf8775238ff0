"""Numbers that measure nothing: a class's bounds, a piece's size, the count of a list."""

import re

from kg.extract.frame import Frame, Quantity
from kg.extract.measured.words import cue

AND = ("、", "和", "及", "与", "以及")
_BOUND = re.compile(r"(?:超|过|达|上)$")
_CLASS = re.compile(
    r"的?[^，。；、\d]{0,14}(?:企业|项目|公司)[^，。；、]{0,8}[\d*×X一二三四五六七八九十两]"
)
# units that name the size of one piece where a noun follows at once: 3兆瓦风机
_PIECES = frozenset(
    "兆瓦 MW GW 千瓦 KW kW 千伏 KV kV 米 千米 公斤 斤 千克 克 升 毫升 瓦".split()  # noqa: SIM905
)
_NOUN = re.compile(r"(?:余|多)?(?!以上|左右|的)[\u4e00-\u9fff]")


def is_threshold(text: str, quantity: Quantity) -> bool:
    """Whether the number bounds a class (5000万元以上的项目) rather than measuring something."""
    following = text[quantity.end : quantity.end + 16]
    bare = not re.search(r"[\d*×□○Xx某一二两三四五六七八九]", text[quantity.start : quantity.end])
    if bare and (re.match(r"以上|级", following) or text[quantity.start - 1] == "过"):
        return True
    if _BOUND.search(text[max(0, quantity.start - 3) : quantity.start]) and _CLASS.match(following):
        return True
    if not cue("threshold").search(following):
        return False
    return not cue("reach_words").search(text[max(0, quantity.start - 8) : quantity.start])


def closes_list(frame: Frame, quantity: Quantity) -> bool:
    """Whether the number only counts a full list before it: 甲食品、乙家具2家."""
    names = frame.mentions_in(max(0, quantity.start - 60), quantity.start)
    return (
        len(names) > 1
        and names[-1].end == quantity.start
        and frame.plain[names[-2].end : names[-1].start] in AND
    )


def is_sound(indicator: str, *, report: bool) -> bool:
    """Whether the words name something measured: no household matter, no piece of a sentence.

    News tell much else in numbers: there the words must end in what reports measure.
    """
    if cue("internal").search(indicator) or cue("broken").search(indicator):
        return False
    return report or bool(cue("sound").search(indicator))


def is_detail(quantity: Quantity, before: str, after: str) -> bool:
    """Whether the number is the size of one piece (3兆瓦风机) or another's (低于上年3%)."""
    if quantity.kind in ("percent", "points"):
        beside = cue("beside" if quantity.kind == "percent" else "ahead")
        return bool(beside.search(before.strip()))
    piece = quantity.kind == "physical" and quantity.unit.lstrip("万亿") in _PIECES
    return piece and bool(_NOUN.match(after))
