"""Fairs, forums, promotions, ceremonies and festivals."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK, any_of, pattern, words

TYPE = "Event"
_EDITION = re.compile(rf"(?:首|第?[\d一二三四五六七八九十百{MASK}]+)届")
_CONTINUES = re.compile(
    r"(?:员|议(?!案)|场|客厅|计|长|成员|所|馆|标|资讯|奏|约|能|目|省|假|日|庆|俗|气|点|制|水|组|活动(?!期间))"
)


@cache
def _head() -> re.Pattern[str]:
    fairs = rf"[{HAN}]{any_of(words('bodies')['fairs'])}"
    return re.compile(
        f"(?P<head>{pattern('bodies', 'events')}|{fairs})(?:活动|开幕式暨[{HAN}]{{2,12}}仪式)?"
    )


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('bodies')['event_generic'])}|[等的各次场个])*")


_CEREMONIES = (
    "签约仪式",
    "开工仪式",
    "奠基仪式",
    "启动仪式",
    "揭牌仪式",
    "投产仪式",
    "竣工仪式",
    "恳谈会",
)


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for an event's name."""
    yield from _by_verb(ground)
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()):
            continue
        start = _edition_start(ground, ground.begin(match.start(), dates=False), match.start())
        score = _score(ground, start, match)
        if score:
            yield ground.mention((start, match.end()), TYPE, "event.head", score)


def _edition_start(ground: Ground, start: int, head: int) -> int:
    """第三届 before the stretch belongs to the name, though 届 counts."""
    for match in _EDITION.finditer(ground.plain, max(ground.stop_before(head), head - 30), head):
        return min(start, match.start()) if match.start() < head else start
    return start


def _score(ground: Ground, start: int, match: re.Match[str]) -> float:
    body, head = ground.plain[start : match.start()], match["head"]
    if head == "节" and (len(body) > 10 or _head().search(body)):
        return 0.0
    if _EDITION.search(body):
        return 0.9
    if head.endswith(tuple(words("bodies")["fairs"])) and not body:
        return 0.75
    if head == "节":
        return 0.0
    if not body and head.endswith(_CEREMONIES):
        return 0.7
    bare = ground.plain[ground.after_regions(start, match.start()) : match.start()]
    if _generic().fullmatch(body) or is_class(bare.strip(MASK)) or len(body) < 2:
        return 0.7 if head.endswith(_CEREMONIES) and not ground.counted(start) else 0.0
    return 0.8


_QUOTED = re.compile(
    rf"(?:举办|举行|利用|组织|开展|承办)[^，。；“]{{0,16}}(?P<names>(?:“[^”]{{2,16}}”、?)+)等?(?:一系列)?[{HAN}]{{0,4}}(?:活动|节会)"
)
_HELD = re.compile(
    rf"(?:举办|举行|承办)了?(?P<name>[{HAN}A-Za-z{MASK}]{{2,14}}(?:行|赛|展|节|会))等?(?:[{HAN}]{{0,4}})活动"
)


def _by_verb(ground: Ground) -> Iterator[Mention]:
    """利用“甲”“乙”等赏花活动, 举办了甲乙行等活动: the verb and 活动 type what is between."""
    for match in _QUOTED.finditer(ground.plain):
        for quote in re.finditer("“([^”]+)”", match["names"]):
            start = match.start("names") + quote.start(1)
            yield ground.mention((start, start + len(quote[1])), TYPE, "event.quoted", 0.75)
    for match in _HELD.finditer(ground.plain):
        if not _generic().fullmatch(match["name"]):
            yield ground.mention(match.span("name"), TYPE, "event.held", 0.75)
