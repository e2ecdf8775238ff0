"""Industrial carriers that firms move into: …产业园, …开发区, …片区."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.regions import short_names
from kg.extract.names.words import MASK, pattern, words

TYPE = "Park"
_ANY = re.compile(r"[\u4e00-\u9fff]{2}(?<![公校家花果庄茶儿物游田乐陵植])园(?![区内林丁艺地游])")
_CARRIES = re.compile(r"(?:内|入驻|规划面积|占地|新增|新入驻|建成区|现有企业|等园区|[三四五六]大)")
_CONTINUES = re.compile(
    r"(?:项目(?!区)|工程|建设项目|级|化|域|别|间(?!接)|块|位|分|县|市|局|[一二三]期工程|标准厂房建设)"
)
_BARE = frozenset(["高新区", "经开区", "高新技术产业开发区", "自贸区", "综合保税区"])


@cache
def _head() -> re.Pattern[str]:
    return re.compile(pattern("places", "parks"))


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a park's name."""
    yield from _plain_garden(ground)
    near = short_names(ground.regions)
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()):
            continue
        start = past_place(ground, ground.begin(match.start()), match.end())
        body = ground.plain[start : match.start()]
        if ground.counted(start) or (body not in near and _no_name(ground, start, match)):
            continue
        score = 0.68 if match[0] in words("places")["park_soft"] else 0.85
        yield ground.mention((start, match.end()), TYPE, "park.head", score)


_SUFFIXED = re.compile(r"[省市县区州镇乡]$")


def _plain_garden(ground: Ground) -> Iterator[Mention]:
    """…园 of any kind, where it carries firms or is listed (a hint for lists)."""
    for match in _ANY.finditer(ground.plain):
        head = match.end() - 1
        start = past_place(ground, ground.begin(head), match.end())
        if head - start < 3 or is_class(ground.plain[start:head]):
            continue
        carries = _CARRIES.match(ground.plain, match.end())
        yield ground.mention((start, match.end()), TYPE, "park.garden", 0.7 if carries else 0.6)


def past_place(ground: Ground, start: int, end: int) -> int:
    """`start` after a place put before a name that is whole without it: 甲区|乙山工业园."""
    region = ground.region_at(start)
    while region and region.end < end - 3 and region.rule != "region.masked":
        bare = _head().sub("", ground.plain[region.end : end])
        whole = not is_class(bare) or ground.region_at(region.end)
        if not _SUFFIXED.search(region.name) or not whole:
            break
        start = region.end
        region = ground.region_at(start)
    return start


def _no_name(ground: Ground, start: int, match: re.Match[str]) -> bool:
    body = ground.plain[start : match.start()]
    if not body or "、" in body:
        return bool(body) or match[0] not in _BARE
    bare = body.strip(MASK)
    if bare != body:
        return False
    return len(body) < 2 or (is_class(body) and ground.region_at(start) is None)
