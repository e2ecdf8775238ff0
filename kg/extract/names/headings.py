"""Industries named by a heading of their own: （二）文化旅游业 (nothing else)."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names import chains
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, words

_TRADE = re.compile(
    rf"(?:^|\n)\s*(?:（[一二三四五六七八九十]+）|\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[、.．])\s*"
    rf"(?P<name>[{HAN}、]{{2,14}}?(?:业|产业|产业链|集群))(?=[。：:\n])"
)


_NUMBERED = re.compile(
    rf"(?:^|\n)\s*(?:[（(]?[一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])\s*(?P<name>[{HAN}]{{2,10}})(?=[。：:\n])"
)


def find(ground: Ground) -> Iterator[Mention]:
    """A heading that is nothing but an industry."""
    for match in _NUMBERED.finditer(ground.plain):
        if match["name"] in words("chains")["names"]:
            yield ground.mention(match.span("name"), "Chain", "chain.heading", 0.85)
    for match in _TRADE.finditer(ground.plain):
        if chains.industry(match["name"].removesuffix("产业")):
            yield ground.mention(match.span("name"), "Chain", "chain.heading", 0.85)
