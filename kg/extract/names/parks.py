"""Industrial carriers that firms move into: …产业园, …开发区, …片区."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import MASK, pattern, words

TYPE = "Park"
_CONTINUES = re.compile(
    r"(?:项目(?!区)|工程|建设项目|内|外|级|化|域|别|间(?!接)|块|位|分|县|市|局|管委会(?=$)|域|二期工程|一期工程|标准厂房建设)"
)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(pattern("places", "parks"))


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a park's name."""
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()) and not ground.plain.startswith(
            ("内", "外", "管委会"), match.end()
        ):
            continue
        start = past_place(ground, ground.begin(match.start()), match.end())
        body = ground.plain[start : match.start()]
        if _no_name(body, match[0]):
            continue
        soft = match[0] in words("places")["park_soft"]
        score = 0.62 if soft else 0.85
        yield ground.mention((start, match.end()), TYPE, "park.head", score)


def past_place(ground: Ground, start: int, end: int) -> int:
    """`start` after a place put before a name that is whole without it: 甲区|乙山工业园."""
    best = start
    for region in ground.regions:
        if region.start == best and region.end < end - 3:
            rest = ground.plain[region.end : end]
            head = _head().search(rest)
            if (
                head
                and not is_class(rest)
                and head.start() >= 2
                and not is_trade(rest[: head.start()])
            ):
                best = region.end
            else:
                continue
    return best


def _no_name(body: str, head: str) -> bool:
    masked = bool(set(body) & set(MASK))
    if not body or (len(body) < 2 and not masked):
        return True
    return is_class(body.strip("".join(MASK))) and not masked
