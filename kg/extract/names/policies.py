"""Titled documents that govern, plan or reward: in 《》, or printed without marks after a verb."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.ground import Ground
from kg.extract.names.words import any_of, pattern, words

TYPE = "Policy"
_TITLE = re.compile(r"《(?P<title>[^《》\n]{3,80})》")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a policy's title."""
    yield from _marked(ground)
    yield from _bare(ground)


@cache
def _governs() -> re.Pattern[str]:
    return re.compile(
        f"{any_of(words('bodies')['policy_titles'])}(?:（[^（）]*）|\\([^()]*\\)|”)?$"
    )


def _marked(ground: Ground) -> Iterator[Mention]:
    for match in _TITLE.finditer(ground.plain):
        if _governs().search(match["title"]):
            yield ground.mention(match.span("title"), TYPE, "policy.marked", 0.95)


@cache
def _bare_head() -> re.Pattern[str]:
    return re.compile(f"{pattern('bodies', 'policy_bare')}(?:（试行）|\\(试行\\))?(?:的通知)?")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(f"{pattern('bodies', 'policy_verbs')}(?:了|的)?")


def _bare(ground: Ground) -> Iterator[Mention]:
    """起草了…实施方案: the title runs from the verb to its last word."""
    last = 0
    for match in _bare_head().finditer(ground.plain):
        if (
            ground.inside[match.start()]
            and "《" in ground.plain[match.start() - 60 : match.start()]
        ):
            continue
        low = max(last, ground.stop_before(match.start()))
        verb = _verb().search(ground.plain, low, match.start())
        start = verb.end() if verb else low
        if not verb and low != last:
            start = ground.begin(match.start(), dates=False)
        if match.start() - start >= 4:
            last = match.end()
            yield ground.mention((start, last), TYPE, "policy.bare", 0.75 if verb else 0.66)
