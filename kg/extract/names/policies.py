"""Titled documents that govern, plan or reward: in 《》, or printed without marks after a verb."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names import edges
from kg.extract.names.ground import Ground
from kg.extract.names.words import any_of, pattern, words

TYPE = "Policy"
_TITLE = re.compile(r"《(?P<title>[^《》\n]{3,80})》")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a policy's title."""
    yield from _marked(ground)
    yield from _articles(ground)
    yield from _bare(ground)


# said short of a title given before, or no act of governing: 《纲要（草案）》, 《投资指南》
_SHORT = re.compile(
    r"(?:纲要|方案|意见|通知|办法|规划|计划|条例|措施)(?:[（(].*[）)])?|.*(?:投资|招商|旅游|办事|服务|工作)?(?:指南|手册)"
)


@cache
def _governs() -> re.Pattern[str]:
    return re.compile(
        f"{any_of(words('bodies')['policy_titles'])}(?:（[^（）]*）|\\([^()]*\\)|”)?$"
    )


def _marked(ground: Ground) -> Iterator[Mention]:
    for match in _TITLE.finditer(ground.plain):
        if _governs().search(match["title"]) and not _SHORT.fullmatch(match["title"]):
            yield ground.mention(match.span("title"), TYPE, "policy.marked", 0.95)


_ARTICLES = re.compile(
    r"“(?P<quoted>[^”]{2,14}(?:\d+|[一二三四五六七八九十]+)[条招])”"
    r"|(?:出台|制定|印发|落实|兑现|执行)+(?:了|的)?(?P<said>(?!出台|印发)[\u4e00-\u9fff]{4,20}[二三四五六七八九]?十[一二三四五六七八九]?条)(?=[，。；、])"
)


def _articles(ground: Ground) -> Iterator[Mention]:
    """“招商20条”, 出台支持实体经济发展二十条: called by the number of its articles."""
    for match in _ARTICLES.finditer(ground.plain):
        yield ground.mention(match.span(match.lastgroup or 0), TYPE, "policy.articles", 0.75)


@cache
def _bare_head() -> re.Pattern[str]:
    return re.compile(f"{pattern('bodies', 'policy_bare')}(?:（试行）|\\(试行\\))?(?:的通知)?")


_COUNTED = re.compile(r"(?:方面|等|领域)?\d*(?:[条个项]|方面)|[^，]*(?:方面|个|等)\d+$")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(f"{pattern('bodies', 'policy_verbs')}(?:了|的)?")


def _bare(ground: Ground) -> Iterator[Mention]:
    """起草了…实施方案: the title runs from the verb to its last word."""
    last = 0
    for match in _bare_head().finditer(ground.plain):
        head = match.start()
        if ground.inside[head] and "《" in ground.plain[head - 60 : head]:
            continue
        start, least, score = _title(ground, last, head)
        if head - start >= least and not _COUNTED.match(ground.plain, start, head):
            last = match.end()
            yield ground.mention((start, last), TYPE, "policy.bare", score)


def _title(ground: Ground, last: int, head: int) -> tuple[int, int, float]:
    """Where a title begins, how long it must be at least before its last word, how sure it is.

    `last` is where the title before it ends: after a 、 the verb holds for this one too.
    """
    low = max(last, ground.stop_before(head))
    verb = _verb().search(ground.plain, low, head)
    listed = last > 0 and low <= last + 1 and ground.plain[last : last + 1] in ("、", "和", "及")
    start = verb.end() if verb else low
    if not verb and low != last and not listed:
        start = ground.begin(head, dates=False)
    start = edges.after_verbs(ground, start, head)
    return start, 2 if listed else 4, 0.75 if verb else 0.66
