"""Townships, streets, villages: known by their last word, where no common word ends so."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.regions import SUFFIX
from kg.extract.names.words import HAN

_LOCAL = re.compile(
    r"(?:街道办事处|街道|镇|乡(?!村)|苏木|村(?![寨歌超貌样卫])|社区)"
    r"(?!级|民|庄|落(?![地户实])|企|镇|办|域|组|支|集|容(?!县)|里|贤|土|亲|情|音|愁|味|间|道|改|两级|淘|振兴|旅游|规划|干部|委|医|卫生|化|居|电|超)"
)
_GENERIC_LOCAL = re.compile(
    r"(?:[省市县区乡镇村]+|[一二三四五六七八九十两几百千万\d全本该我每多]|.*(?:[等各全本该我每下农城山大古外个小乡]|返|爱国爱|示范|试点|典型|幸福|文明|样板|补短|民族|清洁|城中|和美|和谐|零碳|开源|互嵌式|嵌入式|发展|充实|居家|智慧|完整|入口|所辖|返|爱|友好|美丽|特色|小城|重点|建制|中心|文化|度假|民俗|行政|自然|养生))"
)


_VILLAGE = re.compile(rf"(?![和与及至到暨])[{HAN}]{{2,4}}")


def find(ground: Ground) -> Iterator[Mention]:
    """Townships, streets and villages, known by their last word; needs the cuts."""
    last = 0  # where the place before ends: 青石镇|长岭村
    for match in _LOCAL.finditer(ground.plain):
        start = max(ground.begin(match.start()), match.start() - 5, last)
        if last and _VILLAGE.fullmatch(ground.plain, last, match.start()):
            start = last
        start = ground.after_regions(start, match.start())
        for region in ground.regions:
            if start < region.end <= match.start() - 2 and region.start >= start:
                start = region.end
        body = ground.plain[start : match.start()]
        if ground.inside[match.start()] and ground.plain[start - 1 : start] == "“":
            continue  # a campaign of that name
        if not body:
            start = _bare_region_before(ground, match.start())
            body = ground.plain[start : match.start()]
        if _is_local(body, start > match.start() - 5 or start == last):
            last = match.end()
            yield ground.mention((start, match.end()), "Region", "region.local", 0.75)


def _bare_region_before(ground: Ground, end: int) -> int:
    """Where a place without a last word begins that stands right before: 东山|街道办事处."""
    found = [r.start for r in ground.regions if r.end == end and not SUFFIX.search(r.name)]
    return found[0] if found else end


def _is_local(body: str, bounded: bool) -> bool:
    if any(c in body for c in "*×□○＊某Xx"):
        return len(body.strip("*×□○＊某Xx")) in (1, 2)
    if not bounded or not re.fullmatch(rf"[{HAN}]{{2,4}}", body):
        return False
    return not (_GENERIC_LOCAL.fullmatch(body) or is_class(body) or is_trade(body))
