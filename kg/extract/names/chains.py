"""Industries and industry chains: X产业, X产业链, headings, and lists that one of them types."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import pattern, words

TYPE = "Chain"
_CONTINUES = re.compile(
    r"(?:园|基地|化|转移|项目|园区|发展|布局|结构|政策|工人|协会|集聚区|集中区|新城|城|区|链条|资本|投资|部门|主管|体系|规划|招商)"
)
_COMPOSITE = re.compile(r"[\d一二三四五六七八九十]+[+＋]|[一二两三四五六七八九十\d][主新特优大]")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(pattern("chains", "tails"))


def find(ground: Ground) -> Iterator[Mention]:
    """X产业 and its like, X bounded on the left; composite labels and classes left out."""
    for match in _tail().finditer(ground.plain):
        start = ground.begin(match.start())
        name = ground.plain[start : match.start()]
        if not named(name) or len(name) > 14:
            continue
        follows = _CONTINUES.match(ground.plain, match.end())
        score = (
            0.55
            if follows and follows[0] in ("园", "园区", "项目", "基地", "新城", "协会")
            else 0.75
        )
        if score > 0.6:
            yield ground.mention((start, match.end()), TYPE, "chain.tail", score)


def named(name: str) -> bool:
    """Whether these words before 产业 name an industry."""
    if len(name) < 2 and name not in ("竹", "茶", "铝", "铜"):
        return False
    return (
        not is_class(name)
        and not _COMPOSITE.search(name)
        and name not in words("chains")["generic"]
    )
