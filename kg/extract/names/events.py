"""Fairs, forums, promotions, ceremonies and festivals."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names import edges, occasions
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK, any_of, pattern, words

TYPE = "Event"
_EDITION = re.compile(rf"(?:首|第[\d一二三四五六七八九十百{MASK}]+|\d\d)届")
_CONTINUES = re.compile(
    r"(?:员|议(?!案)|场|客厅|计|长|成员|所|馆|标|资讯|奏|约|能|目|省|假|日|庆|俗|气|点|制|水|组|展经|商|活动(?!期间))"
)


@cache
def _head() -> re.Pattern[str]:
    fairs = f"[{HAN}{MASK}]{any_of(words('bodies')['fairs'])}"
    fairs += "|糖酒会|旅发大会|[^购客招厂外经供]商大会"
    acts = any_of(words("bodies")["ceremonies"])
    return re.compile(
        f"(?P<head>(?P<rite>{acts}+(?:暨{acts}+)?(?:仪式|典礼|庆典)|{acts}+暨[{HAN}]{{0,6}}(?:推进会|推介会|大会))"
        f"|{pattern('bodies', 'events')}|(?P<fair>{fairs}))"
        f"(?:活动|开幕式暨[{HAN}]{{2,12}}仪式)?"
    )


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('bodies')['event_generic'])}|[等的各次场个])*")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for an event's name."""
    yield from occasions.find(ground)
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()) or _is_action(ground, match):
            continue
        start = _begin(ground, match)
        score = _score(ground, start, match)
        if score:
            yield ground.mention((start, match.end()), TYPE, "event.head", score)


def _is_action(ground: Ground, match: re.Match[str]) -> bool:
    """招商行动 is no 招商行."""
    return match["head"].endswith("行") and ground.plain[match.end()] == "动"


def _quoted_start(ground: Ground, match: re.Match[str]) -> int | None:
    """Where the quotation begins that the event's last word ends: “甲县（乙市）丙推介会”."""
    if ground.plain[match.end() : match.end() + 1] != "”":
        return None
    low = ground.plain.rfind("“", max(0, match.start() - 40), match.start())
    inside = ground.plain[low + 1 : match.start()]
    return low + 1 if low >= 0 and not re.search("[，。；”\n]", inside) else None


def _begin(ground: Ground, match: re.Match[str]) -> int:
    head = match.start()
    quoted = _quoted_start(ground, match)
    if quoted is not None:
        return quoted
    start = edges.after_verbs(ground, ground.begin(head, dates=False), head)
    start = _edition_start(ground, start, head)
    if match["fair"]:
        return _fair_start(ground, start, head)
    if match["rite"] and ground.plain[max(0, start - 2) : start] in ("重大", "重点"):
        start -= 2
    return _twin_start(ground, start)


def _edition_start(ground: Ground, start: int, head: int) -> int:
    """第三届 before the stretch belongs to the name, though 届 counts."""
    for match in _EDITION.finditer(ground.plain, max(ground.stop_before(head), head - 30), head):
        if not _head().search(ground.plain, match.end(), start):
            dated = _DAY.match(ground.plain, start, match.start())
            return dated.end() if dated else min(start, match.start())
    return start


_DAY = re.compile(
    rf"(?:[\d{MASK}]{{1,4}}年)?[\d{MASK}]{{1,2}}月(?:[\d{MASK}]{{1,2}}日)?(?:上午|下午)?，?"
)


_FAIR_BEFORE = re.compile(
    rf"(?:(?:20\d\d|[{MASK}]+)年?|第?[\d一二三四五六七八九十{MASK}]+届|首届|中国|国际|全国|世界|·|（[{HAN}]{{2,6}}）)*"
)


def _fair_start(ground: Ground, start: int, head: int) -> int:
    """Of what stands before 东博会 only place, year and edition belong to its name."""
    for region in ground.regions:
        if region.start >= start and region.end == head:
            return region.start if region.start > start else start
    return start if _FAIR_BEFORE.fullmatch(ground.plain, start, head) else head


@cache
def _twin() -> re.Pattern[str]:
    acts = any_of(words("bodies")["ceremonies"])
    return re.compile(rf"(?:{acts}+|[节会式赛周])(?:活动)?暨$")


def _twin_start(ground: Ground, start: int) -> int:
    """甲节暨乙推介会 is one event: its name begins where 甲 does."""
    low = ground.stop_before(start)
    if ground.plain.startswith("暨", start):
        start += 1
    match = _twin().search(ground.plain, low, start)
    return ground.begin(match.start(), dates=False) if match else start


_STRONG = re.compile(
    r"(?:推介会|推介活动|洽谈会|博览会|交易会|展销会|论坛|峰会|投资大会|招商大会|引资大会|恳谈会|签约大会|签约活动|开工活动|签约会)$"
)


def _score(ground: Ground, start: int, match: re.Match[str]) -> float:
    body, head = ground.plain[start : match.start()], match["head"]
    if _refused(body, head) or _several(ground, start, match):
        return 0.0
    if _EDITION.search(body):
        return 0.9
    if match["fair"]:
        return 0.78
    if head == "节" or (head == "花节" and len(body) < 2):
        return 0.75 if _is_festival(ground, start, match) else 0.0
    if match["rite"] and not body:
        return 0.7
    bare = ground.plain[ground.after_regions(start, match.start()) : match.start()]
    if set(bare) & set(MASK) and _STRONG.search(match["head"]):
        return 0.75
    if _generic().fullmatch(body) or is_class(bare.strip(MASK)) or len(body) < 2:
        return _class_score(ground, start, match, body)
    return 0.8


_TIMES = re.compile(rf"[\d{MASK}一二三四五六七八九十两多]+余?(?:批|次|场|期)")


def _several(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """Whether a count follows a name that no edition or quotation marks: 银企对接会3场."""
    named = ground.plain[start - 1 : start] == "“" or _EDITION.search(
        ground.plain, start, match.end()
    )
    return not named and _TIMES.match(ground.plain, match.end()) is not None


def _class_score(ground: Ground, start: int, match: re.Match[str], body: str) -> float:
    """Of class words alone only a ceremony is named, or a fair with its place: 青川县推介会."""
    if match["rite"] or match["head"] in ("恳谈会", "集中签约活动", "集中开工活动"):
        counted = ground.counted(start) or _TIMES.match(ground.plain, match.end())
        return 0.0 if counted else 0.7
    if _is_definite(ground, start, match):
        return 0.7
    placed = ground.region_at(start) is not None and bool(_STRONG.search(match["head"]))
    return 0.75 if placed and body else 0.0


_HELD = re.compile(
    r"(?:举办|举行|承办|主办|办好|参加|利用|借|借助|依托|通过|办)(?:了)?[^，。；,;\n]{0,12}$"
)
_AFTER_FESTIVAL = re.compile(r"[、，。,；;）)和与及等上期活招开]")


def _is_festival(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """举办采茶节, 借龙舟节、荷花节…: a plain 节 counts where it is held or used."""
    body = ground.plain[start : match.end() - 1]
    if not 2 <= len(body) <= 8 or _generic().fullmatch(body) or is_class(body):
        return False
    held = _HELD.search(ground.plain, max(0, start - 20), start)
    return held is not None and _AFTER_FESTIVAL.match(ground.plain, match.end()) is not None


_SIGNING = re.compile(
    r"[^。；！？\n]{0,24}?(?:签约|签了|签订|签下|达成)[^。；\n]{0,6}?[\d*×X一二三四五六七八九十]"
)
_OPENED = re.compile(r"(?:举办|举行|召开|开|办)(?:了)?(?:一场|一次)?$")


def _is_definite(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """在深圳举办招商推介会，签约6个项目: one occasion, for something was signed there."""
    held = _OPENED.search(ground.plain, max(0, start - 6), start)
    return held is not None and _SIGNING.match(ground.plain, match.end()) is not None


_MEETINGS = ("大会", "年会", "座谈会", "见面会", "交流会", "发布会")


# what a body calls its own people together for, whatever it is about
_OWN_BUSINESS = ("动员", "誓师", "表彰", "总结", "推进", "部署", "调度", "攻坚", "工作", "述职")


def _refused(body: str, head: str) -> bool:
    """Whether these words name a meeting of a body itself, or several events."""
    if head == "节" and (len(_EDITION.sub("", body)) > 10 or _head().search(body)):
        return True
    if body == "新闻" or "等" in body or body.endswith(("分", "人民代表", "党员代表", "党代表")):
        return True
    if not head.endswith(_MEETINGS):
        return False
    if head in ("大会", "年会") and body.endswith(_OWN_BUSINESS):
        return True
    if head.endswith("座谈会") and not _guests().search(body):
        return True
    return _internal().search(body) is not None and not _guests().search(body)


@cache
def _internal() -> re.Pattern[str]:
    return re.compile(any_of(words("bodies")["internal"]))


@cache
def _guests() -> re.Pattern[str]:
    return re.compile(any_of(words("bodies")["guests"]))
