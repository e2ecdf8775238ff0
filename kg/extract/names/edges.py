"""The left edge of a name: verbs that word lists of the language do not know as such."""

import re
from bisect import bisect_left
from functools import cache

from kg.extract.names.ground import Ground
from kg.extract.names.words import common_words, pattern


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
    """Move the cuts that end inside a word, where a segmenter has found the words.

    Of a verb or function word the whole cuts (了|解 → 了解); any other word is not cut (增加|值).
    """
    if ground.frame.breaks:
        moved = {_whole(ground, *cut) for cut in ground.cuts}
        ground.cuts = sorted((cut for cut in moved if cut), key=lambda cut: cut[1])


def _whole(ground: Ground, start: int, end: int) -> tuple[int, int] | None:
    breaks = ground.frame.breaks
    after = bisect_left(breaks, end)
    if after == len(breaks) or breaks[after] == end:
        return start, end
    word = ground.plain[breaks[after - 1] : breaks[after]]
    return (start, breaks[after]) if common_words().get(word) == "c" else None


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(f"{pattern('verbs', 'verbs')}|[以将把对从](?!色列)")
