"""The left edge of a name: verbs that word lists of the language do not know as such."""

import re
from functools import cache

from kg.extract.names.ground import Ground
from kg.extract.names.words import pattern


def after_verbs(ground: Ground, start: int, head: int) -> int:
    """`start` moved past verbs: 健全|甲乙体系, 主攻|纺织服装; never past the whole stretch."""
    match = _verbs().match(ground.plain, start, head)
    while match and match.end() < head and not ground.region_at(start):
        start = match.end()
        match = _verbs().match(ground.plain, start, head)
    return start


def verbs_before(name: str) -> int:
    """How many letters of these words are verbs before a name: 主攻|纺织服装, 以|木材加工."""
    end = 0
    while (match := _verbs().match(name, end)) and match.end() < len(name) - 1:
        end = match.end()
    return end


def keep_words(ground: Ground) -> None:
    """Drop the cuts inside a word, where a segmenter has found the words: 服|务业, 共|和."""
    breaks = ground.frame.breaks
    if breaks:
        ground.cuts = [cut for cut in ground.cuts if cut[1] in breaks]


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"{pattern('verbs', 'verbs')}|[以将把对从](?!色列)")
