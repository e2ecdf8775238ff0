"""Names that only their place in a list gives away: one certain member types the others."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from kg.extract.frame import Mention
from kg.extract.lists import Series, find
from kg.extract.names import brands, chains
from kg.extract.names.agreement import LISTED
from kg.extract.names.choose import LEAST
from kg.extract.names.generic import is_class, is_plain, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.parks import is_carrier
from kg.extract.names.words import HAN, words

_NAME = re.compile(rf"[{HAN}A-Za-z0-9*×□○＊“”\"（）()·、\-—]{{2,30}}")
_WORK = re.compile(
    r"(?:项目|工程|基地|产业园|园|生产线|中心|综合体|小镇|电站|市场|庄园|广场|[一二三]期|场|乐园|馆|公园|医院|学校|转移|建设|改造|加工|生产|大道|路|桥|站|厂|通道|建筑|城墙|运动会|[湖河江岛湾廊街村镇墙坝渠])$"
)


def spread(ground: Ground, candidates: Iterable[Mention]) -> Iterator[Mention]:
    """Candidates for the members of every list whose type is known."""
    by_span = {(m.start, m.end): m for m in candidates if m.score >= LISTED}
    for series in find(ground):
        kind = series.kind or _common(ground, series, by_span)
        if kind != "Chain":
            yield from _supported(series, by_span)
        if kind in ("Company", "Project") and _aimed_at(ground, series):
            kind = None
        if kind and kind != "Chain" and _of_fields(ground, series):
            continue
        if kind == "Project":
            yield from _projects(ground, series, by_span)
        elif kind == "Company":
            yield from _firms(ground, series, by_span)
        elif kind == "Chain" or (not kind and chains.unmarked(ground, series.items)):
            yield from _chains(ground, series, by_span)


def _aimed_at(ground: Ground, series: Series) -> bool:
    """Whether a list before 企业 is of goods to go after: 重点招引石墨负极、隔膜企业."""
    names = [ground.plain[start:end] for start, end in series.items]
    firms = any(brands.firm_like(n) and not n.endswith(brands.goods()) for n in names)
    return not firms and chains.unmarked(ground, series.items)


_FIELDS = re.compile(r"上游|下游|配套|关联|精深加工|细分|短板|缺失|薄弱|同类")


def _of_fields(ground: Ground, series: Series) -> bool:
    """Whether the words after a list make its members goods: 甲、乙等配套企业, …等下游项目."""
    last = series.items[-1][1]
    said = _FIELDS.search(ground.plain, last, max(last, series.end))
    names = [ground.plain[start:end] for start, end in series.items]
    firms = sum(brands.firm_like(n) and not n.endswith(brands.goods()) for n in names)
    return said is not None and 2 * firms <= len(names)


def _supported(series: Series, by_span: dict[tuple[int, int], Mention]) -> Iterator[Mention]:
    """Brands with a trade word, sure now since most of the list are firms or bodies."""
    known = [by_span[i] for i in series.items if i in by_span]
    parks = [m for m in known if m.type == "Park"]
    if len(parks) > 1:
        yield from (replace(m, score=0.72) for m in parks if m.score < 0.65)
    firms = [m for m in known if m.type in ("Company", "Organization")]
    sure = any(m.score > LISTED or not m.name.endswith(brands.goods()) for m in firms)
    if (sure or series.kind == "Company") and 2 * len(firms) >= len(series.items) > 1:
        yield from (replace(m, score=0.75) for m in known if m.score == LISTED)


def _common(ground: Ground, series: Series, by_span: dict[tuple[int, int], Mention]) -> str | None:
    """The type that the members of known type share, if enough of them do."""
    kinds: Counter[str] = Counter()
    for start, end in series.items:
        if (start, end) in by_span:
            known = by_span[start, end]
            kinds[known.type] += known.score > LISTED or not known.name.endswith(brands.goods())
        elif ground.plain[start:end] in words("chains")["names"]:
            kinds["Chain"] += 1
    if not kinds:
        return None
    kind, count = kinds.most_common(1)[0]
    return kind if count * 2 >= len(series.items) and count >= 2 else None


def _projects(
    ground: Ground, series: Series, by_span: dict[tuple[int, int], Mention]
) -> Iterator[Mention]:
    firms = not _of_works(ground, series) and _mostly_firms(ground, series)
    for start, end in series.items:
        known = by_span.get((start, end))
        name = ground.plain[start:end]
        if not _NAME.fullmatch(name) or is_class(name) or _plain_word(name):
            continue
        if name[0] in "与和由同" or (series.built and is_plain(name)):
            continue
        if known and (known.type in ("Region", "Chain") or is_carrier(ground, known)):
            continue
        if not series.etc and not known:
            continue
        mention = ground.mention((start, end), "Project", "project.list", 0.8)
        text = mention.name if _WORK.search(name) else f"{mention.name}项目"
        yield Mention(start, end, "Project", text, "project.list", 0.97)
        if _POWER.search(name) or _PURPOSE.search(name):
            continue
        bare = not series.built and _branded(ground, start, end)
        if firms and (bare or brands.firm_like(name) or _traded(name)):
            yield ground.mention((start, end), "Company", "company.list", 0.75)


# power works are named by their place as often as by a firm: 甲岭光伏
_POWER = re.compile("(?:光伏|风电|水电|火电|发电|储能|蓄能|充电桩|电站|热电联产)$")
# what money is spent on or what is made, never how a firm is called: 社会福利, 生物柴油
_PURPOSE = re.compile(
    "(?:福利|汽油|柴油|燃料|保护|节约|节水|创新|改造|治理|整治|饮水|流域|水库|道路|管网|设施|救助|保障|养老|垃圾|污水|绿化|供水|供热|安置|建设|采摘|垂钓|烧烤)$"
)
_WORKS = re.compile(
    r"水电|抽水|煤电|火电|核电|风电|光伏|高铁|铁路|公路|高速|交通|水利|旅游|景区|基础设施|市政|民生|城建|片区|新城|产业园|合作|农田|航道|机场|港口|节点|节会|节庆|文化|体育"
)


def _of_works(ground: Ground, series: Series) -> bool:
    """Whether the words after a list make its members public works or places, not firms."""
    last = series.items[-1][1]
    return _WORKS.search(ground.plain, last, max(last, series.end)) is not None


def _mostly_firms(ground: Ground, series: Series) -> bool:
    """Whether a member of a list of projects reads as a firm: the others may be firms too."""
    names = [ground.plain[start:end] for start, end in series.items]
    if series.built:
        return any(brands.firm_like(n) and not n.endswith(brands.goods()) for n in names)
    return any(brands.firm_like(n) or _bare_brand(n) for n in names)


def _branded(ground: Ground, start: int, end: int) -> bool:
    """A brand alone, or one after the place that the firm comes from."""
    after = ground.after_regions(start, end)
    return _bare_brand(ground.plain[after:end], 5 if after > start else 4)


def _traded(name: str) -> bool:
    """A word and a trade, no trades alone: 银帆食品. A firm where others beside it are."""
    found = brands.trade_word().search(name, 2)
    return found is not None and found.end() == len(name) <= 6 and not is_trade(name)


def _plain_word(name: str) -> bool:
    """Whether a short member is a word of the language, which names no project: 垂钓, 高铁."""
    return len(name) <= 4 and is_plain(name) and not _traded(name)


def _bare_brand(name: str, most: int = 4) -> bool:
    """A short name without any word of a trade or a work: 利安, a brand alone."""
    if not 2 <= len(name) <= most or _WORK.search(name) or is_plain(name):
        return False
    if brands.is_common(name) and (len(name) < 4 or brands.is_common(name[2:])):
        return False
    return not is_trade(name) and not name.endswith(_goods())


@cache
def _goods() -> tuple[str, ...]:
    return tuple(w for w in words("generic")["trades"] if len(w) > 1)


# 多场景, 各类平台, 中国500强: classes, whatever stands beside them
_SEVERAL = re.compile(
    "(?:多[^氟晶肽乐美福彩]|各|各类|全部|所有|其他|其它|部分|若干|百强|千强|(?:世界|中国|全球|民营|民企|行业|制造业)*(?:500|五百|百|千)强)"
)
_NO_FIRM = re.compile(
    r"(?:商会|协会|局|委|办|院|大学|学院|[省市县区镇乡村州]|节|会|者|人员|干部|企业|产业|行业|客商|公园|部门|单位|者|等|型|性|类|级|化|项目|链)$"
)


def _firms(
    ground: Ground, series: Series, by_span: dict[tuple[int, int], Mention]
) -> Iterator[Mention]:
    sure = series.kind == "Company"
    named = any(not is_plain(ground.plain[start:end]) for start, end in series.items)
    for start, end in series.items:
        name = ground.plain[start:end]
        if is_plain(name) and not (named and sure):
            continue
        known = by_span.get((start, end))
        if (known and known.type != "Company") or not 2 <= len(name) <= (16 if sure else 10):
            continue
        if not _NAME.fullmatch(name) or is_trade(name) or _NO_FIRM.search(name):
            continue
        if _SEVERAL.match(name):
            continue
        if brands.is_common(name) and (not sure or brands.is_common(name[2:])):
            continue
        score = 0.75 if sure and series.etc else 0.7
        yield ground.mention((start, end), "Company", "company.list", score)


def _chains(
    ground: Ground, series: Series, by_span: dict[tuple[int, int], Mention]
) -> Iterator[Mention]:
    said = ground.plain[series.items[-1][1] : max(series.end, series.items[-1][1])]
    if chains.social(ground, series.items):
        return
    meant = chains.aimed(ground, series.items)
    for span in series.items:
        if span not in by_span or (meant and by_span[span].score < LEAST):
            yield from chains.listed(ground, span, said, meant=meant)
