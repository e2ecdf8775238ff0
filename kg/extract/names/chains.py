"""Industries and industry chains: X产业, X产业链, headings, and lists that one of them types."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import MASK, any_of, pattern, words

TYPE = "Chain"
_CONTINUES = re.compile(r"(?:园|基地|转移|项目|化|工人|协会|集聚区|集中区|新城|城|资本)")
_COMPOSITE = re.compile(r"[\d一二三四五六七八九十]+[+＋]|[一二两三四五六七八九十\d][主新特优大]")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(pattern("chains", "tails"))


def find(ground: Ground) -> Iterator[Mention]:
    """X产业 and its like, X bounded on the left; composite labels and classes left out."""
    for match in _tail().finditer(ground.plain):
        follows = _CONTINUES.match(ground.plain, match.end())
        if follows:
            continue
        start = ground.after_regions(ground.begin(match.start()), match.start())
        name = ground.plain[start : match.start()]
        if "、" in name or not named(name) or len(name) > 14 or ground.counted(start):
            continue
        name = _GRAND.sub("", name)
        if not _goods().search(name):
            continue
        start = match.start() - len(core(name))
        if start < match.start():
            yield ground.mention((start, match.end()), TYPE, "chain.tail", 0.75)


@cache
def _goods() -> re.Pattern[str]:
    """Goods and trades: an industry's name holds one."""
    return re.compile(any_of([*words("generic")["trades"], *words("chains")["names"]]))


_WIDE = re.compile(r"大(?:农业|商贸|旅游|文旅|物流|数据|健康|生态|工业|服务业)")
_GRAND = re.compile(r"^(?:[百千万]亿元?级?|[国省市县]级|国家级|世界级|全国|全省)")


def core(name: str) -> str:
    """The industry in 甲乙光伏(产业): what stands before a known one and is no trade is no part."""
    for size in range(len(name) - 2, 1, -1):
        if name[-size:] in words("chains")["names"] and not is_trade(name[:-size]):
            return name[-size:]
    return name


def named(name: str) -> bool:
    """Whether these words before 产业 name an industry."""
    bare = name.strip(MASK)
    if bare in words("chains")["names"]:
        return True
    if _WIDE.fullmatch(bare):
        return True
    if len(bare) < 2 and bare not in ("竹", "茶", "铝", "铜", "糖", "酒"):
        return False
    if is_class(bare) or _COMPOSITE.search(bare):
        return False
    return bare not in words("chains")["generic"]
