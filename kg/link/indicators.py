"""Which indicator a said wording means: 全县规上工业产值增速 is `above_scale_industrial_output`.

A wording has a code only where it says exactly the thing that `ontology/indicators.yaml` defines.
What is folded away names no other thing: the region and the period (the figure carries them), the
verb (完成, 累计), the word of the measure (增速, 完成率) and of counting (个数). Any other word
left over – 新, 境外, 制造业, 目标, 亿元以上 – makes it something else, and it stays open.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.errors import OntologyError
from kg.link.normal import plain
from kg.vocabulary import Concept, indicators, load

_SPELLINGS = (
    (re.compile("规模以上"), "规上"),
    (re.compile("限额以上"), "限上"),
    (re.compile("及以上"), "以上"),
    (re.compile(r"(?<![\d.])(?:1亿|一亿)"), "亿"),
    (re.compile("的"), ""),
    (re.compile("(?:个|家|户)?(?:数|数量|总数)$"), ""),
)
# 全省 and 全国 are another subject than the report's county, and stay.
_SETTING = re.compile(
    r"^(?:全[县市区州旗盟]|[我本][县市区州旗]|今年(?:以来)?|本年度?|当年|全年|上半年|前三季度"
    r"|[一二三四]季度|(?:\d{4}年)?\d{1,2}(?:[-—~至]\d{1,2})?月份?|\d{4}年度?|截至目前)[,:、]?"
)
_VERB = re.compile("^(?:累计|共计|合计|总共|共|已|实现|完成|达到|实施|组织|开展|举办)")
_MEASURES = {
    "yoy": re.compile("(?:同比)?(?:增长率|增长速度|增长|增速|增幅|降幅)$"),
    "completion": re.compile("(?:年度)?(?:目标)?(?:任务)?(?:完成率|完成比例|完成进度)$"),
}

_FREE_UNITS = {"yoy": ("%", "百分点", "倍"), "completion": ("%", "百分点", "倍")}
_TIMES = frozenset(("次", "批", "批次", "场", "场次", "趟", "班次"))
_PEOPLE = frozenset(("人", "名", "位", "人次"))
_SCALE = re.compile("^[十百千万亿兆吉]+(?=.)")
_SAME_UNIT = {
    **dict.fromkeys(("平方公里", "平方千米", "平米", "㎡", "m2", "亩", "公顷"), "平方米"),
    **dict.fromkeys(("kw", "mw", "gw"), "瓦"),
    **dict.fromkeys(("度", "kwh", "mwh", "gwh"), "瓦时"),
    **dict.fromkeys(("公斤", "千克", "斤"), "吨"),
    "吨标煤": "吨标准煤",
}


@lru_cache(maxsize=1 << 14)
def code(said: str, measure: str, unit: str, subject: str = "") -> str | None:
    """The code of what a figure measures; None where its words say something without a code.

    `measure` and `unit` are the figure's, `subject` the type of what it is said of; empty where
    not known. A unit that cannot measure the thing (人 for 外出招商) means other words than these.
    """
    for words, bare in _readings(_fold(said), measure):
        concept = _table().get(words)
        if concept is None or (bare and concept.extra.get("alone")):
            continue
        return concept.code if _fits(concept, measure, unit, subject) else None
    return None


def _readings(words: str, measure: str) -> Iterator[tuple[str, bool]]:
    """The wording as said, then with less and less around it; and whether a verb was taken off."""
    suffix, bare = _MEASURES.get(measure), False
    yield words, bare
    while True:
        if suffix and (rest := suffix.sub("", words)) not in ("", words):
            words, suffix = _fold(rest), None
        elif (rest := _SETTING.sub("", words)) not in ("", words):
            words = rest
        elif (rest := _VERB.sub("", words)) not in ("", words):
            words, bare = rest, True
        else:
            return
        yield words, bare


@lru_cache(maxsize=1 << 14)
def _fold(said: str) -> str:
    words = plain(said)
    for pattern, form in _SPELLINGS:
        words = pattern.sub(form, words)
    return words


def _fits(concept: Concept, measure: str, unit: str, subject: str) -> bool:
    subjects = concept.extra.get("subjects")
    if subject and subjects and subject not in subjects:
        return False
    if unit in _FREE_UNITS.get(measure, ()):
        return True
    base = str(concept.extra["unit"])
    if not unit:
        return measure in _FREE_UNITS or (measure == "share") == (base == "%")
    return _kind(unit) == _kind(base)


@cache
def _kind(unit: str) -> str:
    """What a unit measures: two units of one kind can stand after the same indicator."""
    head = plain(unit).split("/")[0]
    units = load("cues/units.yaml")
    currencies = {plain(word) for code, all_ in units["money"].items() for word in (code, *all_)}
    scaled = _SAME_UNIT.get(head) or _SCALE.sub("", head)
    if head in currencies or scaled in currencies:
        return "money"
    if scaled in _TIMES:
        return "times"
    if scaled in _PEOPLE:
        return "people"
    return "things" if scaled in units["count"] else _SAME_UNIT.get(scaled, scaled)


@cache
def _table() -> dict[str, Concept]:
    """Folded wording → indicator; `OntologyError` where two indicators claim one wording."""
    table: dict[str, Concept] = {}
    for concept in indicators().values():
        for words in (concept.zh, *concept.extra["words"]):
            other = table.setdefault(_fold(words), concept)
            if other is not concept:
                raise OntologyError(
                    f"ontology/indicators.yaml: {words!r} stands under {other.code} and under"
                    f" {concept.code}: take it out of one of them"
                )
    return table
