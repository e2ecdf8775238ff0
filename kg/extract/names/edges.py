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


def bare_verbs(name: str) -> str:
    """The name without the verbs before it."""
    match = _verbs().match(name)
    while match and match.end() < len(name) - 1:
        name = name[match.end() :]
        match = _verbs().match(name)
    return name


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(pattern("verbs", "verbs"))
