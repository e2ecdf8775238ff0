"""The taxonomy of industry chains: which chain a said one is, and in which segment a firm works.

`ontology/chains/*.yaml` holds each chain with its names, the narrower industries that are a kind of
it, and its segments in order from upstream to downstream, with the products that place a firm or
project. A name places it only where it says so; None means *not said*, never *not there*.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, TypeAlias

from kg.errors import OntologyError
from kg.link.normal import plain
from kg.rooms import room
from kg.vocabulary import load

POSITIONS = ("upstream", "midstream", "downstream")

_CLASS = ("业", "类", "领域", "制造", "生产")
_SCOPE = re.compile("^(?:中国|我国|国内|全国|全球|世界)")
_BETWEEN = re.compile("[及和与、，,;；/+暨兼]")
_ESTATE = re.compile("产业|园|小镇|集群|基地")
_WHOLE = re.compile("一体化|全产业链|全链条")
# After a product these make another trade of it: 茶叶加工机械, 家具市场, 光伏组件检测中心.
_ANOTHER_TRADE = re.compile("机械|设备|装备|装置|仪器|模具|检测|检验|研究院|市场|博览|展销")


@dataclass(frozen=True, slots=True)
class Segment:
    """A link of a chain: where it stands, and the products and works that belong to it."""

    code: str
    zh: str
    en: str
    position: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndustryChain:
    """A chain of the taxonomy: `words` say the same, `kinds` are narrower industries in it.

    `gbt4754`: the classes of GB/T 4754-2017 that it holds, as far as they are sure.
    """

    code: str
    zh: str
    en: str
    words: tuple[str, ...]
    kinds: tuple[str, ...]
    segments: tuple[Segment, ...]
    gbt4754: tuple[str, ...]
    source: str


@cache
def taxonomy() -> dict[str, IndustryChain]:
    """All chains by code, in the order of the files; `OntologyError` where one stands twice."""
    found: dict[str, IndustryChain] = {}
    for path in sorted((room("ontology") / "chains").glob("*.yaml")):
        for code, row in load(f"chains/{path.name}").items():
            if code in found:
                raise OntologyError(f"{path}: {code} stands twice: give one another code")
            found[code] = _chain(code, row)
    return found


@lru_cache(maxsize=1 << 12)
def kind_of(said_chain: str) -> str | None:
    """The taxonomy chain that a said one is, or is a kind of; None where the taxonomy has none."""
    forms = (_names().get(form) for form in _without_tails(plain(said_chain)))
    return next(filter(None, forms), None)


@dataclass(frozen=True, slots=True)
class Placing:
    """A firm, project or park in a segment, and the word of its name that decided it."""

    segment: Segment
    word: str


def segment(chain_code: str, words: str) -> Segment | None:
    """The segment of a chain in which a firm or project works; see `placing`."""
    found = placing(chain_code, words)
    return found.segment if found else None


@lru_cache(maxsize=1 << 14)
def placing(chain_code: str, words: str) -> Placing | None:
    """Where a firm or project works in a chain, by the products that its name says.

    In Chinese the last product is the one made (锂电池负极材料). None where the name says no
    product of the chain, several segments (side by side, 一体化), or another trade (…机械, …市场).
    """
    chain = taxonomy()[chain_code]
    text = plain(words)
    hits = _hits(chain, text)
    if not hits:
        return None
    (start, end, last), several = hits[-1], len({hit[2].code for hit in hits}) > 1
    if _WHOLE.search(text) or (several and _side_by_side(text, hits)):
        return None
    other = _ANOTHER_TRADE.search(text, end)
    own = " ".join((chain.zh, *chain.words, *chain.kinds))
    return None if other and other[0] not in own else Placing(last, text[start:end])


_Hit: TypeAlias = tuple[int, int, Segment]


def _hits(chain: IndustryChain, text: str) -> list[_Hit]:
    """The products in the text, the longer before the shorter at one place, in order.

    The chain's own name is no product of one segment (纺织服装 is not 服装), nor is a product that
    also names the chain where it names an estate: 预制菜产业园 holds the whole chain.
    """
    names = {plain(name) for name in (chain.zh, *chain.words)}
    taken: list[tuple[int, int, Segment | None]] = []
    for word, owner in _words(chain.code):
        for match in re.finditer(re.escape(word), text):
            start, end = match.span()
            whole = word in names and _ESTATE.match(text, end)
            if all(end <= other[0] or start >= other[1] for other in taken):
                taken.append((start, end, None if whole else owner))
    taken.sort(key=lambda hit: hit[:2])
    return [(start, end, owner) for start, end, owner in taken if owner]


def _side_by_side(text: str, hits: list[_Hit]) -> bool:
    return any(
        one[2] is not other[2] and _BETWEEN.search(text[one[1] : other[0]])
        for one, other in pairwise(hits)
    )


@cache
def _words(chain_code: str) -> list[tuple[str, Segment | None]]:
    """The words of a chain's segments and its own names (without segment), the longest first."""
    chain = taxonomy()[chain_code]
    owners: dict[str, Segment | None] = {plain(name): None for name in (chain.zh, *chain.words)}
    owners |= {plain(word): part for part in chain.segments for word in part.words}
    owners = {word: owner for word, owner in owners.items() if owner or len(word) > 1}
    return sorted(owners.items(), key=lambda item: -len(item[0]))


@cache
def _names() -> dict[str, str]:
    """Normal form of a chain's names and kinds → its code."""
    names: dict[str, str] = {}
    for chain in taxonomy().values():
        for name in (chain.zh, *chain.words, *chain.kinds):
            if names.setdefault(plain(name), chain.code) != chain.code:
                raise OntologyError(
                    f"ontology/chains: {name!r} stands under {names[plain(name)]} and under"
                    f" {chain.code}: take it out of one of them"
                )
    return names


def _without_tails(name: str) -> Iterator[str]:
    """The name, then without the words that only say that it is an industry (产业链, 集群, 业)."""
    name = _SCOPE.sub("", name)
    tails = sorted((*load("names/chains.yaml")["tails"], *_CLASS), key=len, reverse=True)
    while name:
        yield name
        tail = next((tail for tail in tails if name.endswith(tail)), None)
        if tail is None:
            return
        name = name.removesuffix(tail)


def _chain(code: str, row: dict[str, Any]) -> IndustryChain:
    parts = tuple(
        Segment(part["code"], part["zh"], part["en"], part["position"], tuple(part["words"]))
        for part in row["segments"]
    )
    codes = tuple(row.get("gbt4754", ()))
    words, kinds = tuple(row["words"]), tuple(row["kinds"])
    return IndustryChain(code, row["zh"], row["en"], words, kinds, parts, codes, row["source"])
