"""Which categories of difficulty a clause says, by the words of `ontology/cues/blockers.yaml`."""

import re
from functools import cache

from kg.extract.patterns import fast
from kg.vocabulary import load

_NAMED_LACK = re.compile("问题|难题|困难|矛盾|不足|制约|瓶颈|受限|短板|压力")
_ASKED = re.compile("(?:协调|帮助|尽快|予以|给予|抓紧)解决|恳请")
_REMEDY = re.compile(
    "^(?:[一二三四五六七八九十]是)?(?:进一步|加大|加强|加快|强化|优化|完善|推动|建议|要|积极|努力|切实|着力|提升|提高|持续|大力|全力)"
)


@cache
def _rows() -> list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]:
    rows = load("cues/blockers.yaml")
    return [
        (code, _any(row.get("thing")), _any(row.get("whole")))
        for code, row in rows.items()
        if isinstance(row, dict)
    ]


def _any(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(words)) if words else None


@cache
def _any_whole() -> re.Pattern[str]:
    """Whether any category is said outright."""
    return fast("|".join(whole.pattern for _, _, whole in _rows() if whole))


@cache
def _lack() -> re.Pattern[str]:
    return fast("|".join(load("cues/blockers.yaml")["lack"]))


def topics(lead: str) -> list[str]:
    """The categories that a lead is about, said as a lack or but named: 用能问题."""
    if not _NAMED_LACK.search(lead) and not _lack().search(lead):
        return []
    return [
        code
        for code, thing, whole in _rows()
        if (thing and thing.search(lead)) or (whole and whole.search(lead))
    ]


def categories(clause: str, *, lacking: bool) -> list[str]:
    """The categories of difficulty that a clause says."""
    remedy = _REMEDY.match(clause) is not None and not _ASKED.search(clause)
    lack = _lack().search(clause) if lacking and not remedy else None
    found: list[str] = []
    if not lack and not _any_whole().search(clause):
        return found
    for code, thing, whole in _rows():
        match = whole.search(clause) if whole else None
        if match and remedy and "未" not in match[0]:
            match = None
        if match or (lack and thing and thing.search(clause)):
            found.append(code)
    return found
