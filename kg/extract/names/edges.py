"""The left edge of a name: verbs that word lists of the language do not know as such."""

import re
from bisect import bisect_left, bisect_right
from functools import cache
from operator import itemgetter

from kg.extract.names.brands import trade_word
from kg.extract.names.generic import is_plain
from kg.extract.names.ground import Ground
from kg.extract.names.words import common_words, pattern
from kg.extract.patterns import fast


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


_ASKING = re.compile(
    r"(?:[县市区省州]?[一-龥]{1,8}?(?:局|委|办|政府|部门|专班)(?:协调|督促|指导|会同|联系|对接|帮助)|协调|请(?=[县市区省州])|恳请|商请|督促|指导|敦促|协助|配合|争取|推荐|动员|发动|引导|约谈|组织|支持|帮助|鼓励|会同|联合|对接|联系|处理(?!厂|场|站|中心)|利用(?=.{4})|依靠|借力|主要代表|代表|有(?=[一-龥]{4})|采购|整治|新认定|认定|布局|谋划|做好|抓好|跟踪|紧盯|盯紧|会上|现场|并由|并与|由|与|现由|改由|其中|仅)"
)


def after_asking(ground: Ground, start: int, head: int) -> int:
    """`start` moved past what is asked or done of a named thing: 协调|甲集团, 指导|乙公司."""
    match = _ASKING.match(ground.plain, start, head)
    while match and match.end() < head and not ground.region_at(start):
        start = match.end()
        match = _ASKING.match(ground.plain, start, head)
    return start


def over_word(ground: Ground, start: int, head: int) -> int:
    """`start` moved before a common word that a brand holds: 甲|希望|集团, 乙|优选|商贸公司.

    What follows the word must be a legal form or a trade alone, which makes no firm by itself.
    """
    if start < head and not trade_word().fullmatch(ground.plain, start, head):
        return start
    index = bisect_right(ground.cuts, start, key=itemgetter(1)) - 1
    if index < 0 or ground.cuts[index][1] != start or ground.cuts[index] not in ground.soft:
        return start
    word = ground.cuts[index][0]
    before = ground.begin(word)
    brand = ground.plain[before:word]
    whole = 1 <= len(brand) <= 6 and start - word > 1 and not (start < head and is_plain(brand))
    return before if whole or ground.region_at(before) else start


@cache
def _verbs() -> re.Pattern[str]:
    return fast(f"{pattern('verbs', 'verbs')}|[以将把对从](?!色列)")
