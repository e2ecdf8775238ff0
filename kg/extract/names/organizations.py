"""Bodies that are no firms: bureaus, chambers, headquarters, working groups, universities."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import MASK, pattern, words

TYPE = "Organization"
_CONTINUES = re.compile(
    r"(?:面|限|部(?!门)|势|域|长|级|党组|会议|座谈|项目|机关|展|办公室(?=$)|生|毕业)"
)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(pattern("bodies", "organizations"))


@cache
def _known() -> re.Pattern[str]:
    return re.compile(pattern("bodies", "known"))


@cache
def _generic() -> frozenset[str]:
    return frozenset(words("bodies")["org_generic"])


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a body's name."""
    for known in _known().finditer(ground.plain):
        yield ground.mention(known.span(), TYPE, "body.known", 0.8)
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()):
            continue
        start = _with_joined(ground, ground.begin(match.start()), match[0])
        start = _from_level(ground, start, match.end())
        body = ground.plain[start : match.start()]
        if _no_name(body, match[0]):
            continue
        score = 0.7 if match[0] in ("局", "厅", "办公室", "服务中心") else 0.8
        yield ground.mention((start, match.end()), TYPE, "body.head", score)


_JOINED = re.compile(r"(?:[省市县区州]|自治区|国家)?[\u4e00-\u9fff]{2,6}[和与]$")


def _with_joined(ground: Ground, start: int, head: str) -> int:
    """县文化和旅游局: the first half belongs to the bureau's name."""
    if head not in ("局", "厅", "委员会", "中心", "促进局"):
        return start
    low = ground.begin(max(0, start - 1))
    match = _JOINED.search(ground.plain, low, start)
    if match is None or _head().search(match[0]) or match.start() != low:
        return start
    return low


_LEVEL = re.compile(r"(?:我|全|本)(?=[省市县区州])")


def _from_level(ground: Ground, start: int, head: int) -> int:
    """我县招商局 → 县招商局."""
    match = _LEVEL.match(ground.plain, start, head)
    if match:
        return match.end()
    match = _VERBED.match(ground.plain, start, head)
    return match.end() if match and not ground.region_at(start) else start


_VERBED = re.compile(r"[^省市县区州（(]{1,4}(?=[县市区省][^省市县区]{2,9}局$)")


_NO_BUREAU = re.compile(r"[布格结当全大开僵破变定残战邮时]|董事$")


def _no_name(body: str, head: str) -> bool:
    if not body:
        return head != "工商联"
    if head in ("局", "厅"):
        return not 2 <= len(body) <= 14 or _NO_BUREAU.search(body[-2:]) is not None
    if head in _OFFICES:
        return len(body) < 2 and body not in "县市区省镇州"
    masked = bool(set(body) & set(MASK))
    return body in _generic() or is_class(body) or (len(body) < 2 and not masked)


_OFFICES = frozenset(
    [
        "指挥部",
        "工作组",
        "专班",
        "工作专班",
        "领导小组",
        "工作领导小组",
        "局",
        "厅",
        "发改委",
        "工商联",
        "招商办",
        "协作中心",
        "投促中心",
        "宣传部",
        "组织部",
        "统战部",
        "招商中心",
        "总工会",
        "推进组",
        "国资委",
    ]
)
