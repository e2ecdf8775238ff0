"""Industries and industry chains: X产业, X产业链, headings, and lists that one of them types."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.frame import Mention
from kg.extract.names import edges
from kg.extract.names.generic import is_class, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK, any_of, pattern, words
from kg.extract.patterns import fast

TYPE = "Chain"
_CONTINUES = re.compile(
    r"(?:园|基地|转移|项目|化|工人|协会|示范|集聚区|集中区|新城|城|资本|联盟|政策|扶持|援|基金|研究|办|技术学|学院)"
)
_COMPOSITE = re.compile(r"[\d一二三四五六七八九十]+[+＋]|[一二两三四五六七八九十\d][主新特优大]")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(pattern("chains", "tails"))


def find(ground: Ground) -> Iterator[Mention]:
    """X产业 and its like, X bounded on the left; composite labels and classes left out."""
    yield from _sorted_projects(ground)
    yield from _trades(ground)
    yield from _cued(ground)
    yield from _classed(ground)
    for match in _tail().finditer(ground.plain):
        follows = _CONTINUES.match(ground.plain, match.end())
        if follows:
            continue
        start = ground.after_regions(ground.begin(match.start()), match.start())
        name = ground.plain[start : match.start()]
        if "、" in name or not named(name) or len(name) > 14 or ground.counted(start):
            continue
        name = _bare(_GRAND.sub("", name))
        if not named(name) or not _goods().search(name):
            continue
        start = match.start() - len(core(name))
        if start < match.start():
            yield ground.mention((start, match.end()), TYPE, "chain.tail", 0.75)
            yield from _beside(ground, start)


def _beside(ground: Ground, at: int) -> Iterator[Mention]:
    """光电、|钢铁产业链: a known industry that 、 joins to one with its class word."""
    end = at - 1
    if end < 0 or ground.plain[end] != "、":
        return
    low = ground.cut_before(end)
    for start in range(max(low, end - 8), end - 1):
        known = ground.plain[start:end] in words("chains")["names"]
        if known and (start == low or ground.plain[start - 1] in "任对以在是抓"):
            yield ground.mention((start, end), TYPE, "chain.beside", 0.74)
            return


_SORTED = re.compile(
    rf"(?:^|(?<=[，。；：、:;,\n）)有中]))(?P<name>[{HAN}]{{2,10}}?)(?:产业|领域)?(?P<kind>类)?(?:项目)?(?:有|共|达)?"
    rf"(?:[\d{MASK}]+|[一二三四五六七八九十]+)个"
)


def _sorted_projects(ground: Ground) -> Iterator[Mention]:
    """新材料项目6个, 食品加工类2个: projects sorted by the industry they belong to."""
    for match in _SORTED.finditer(ground.plain):
        projects = match["kind"] or "项目" in match[0]
        if projects and match["name"] in words("chains")["names"]:
            yield ground.mention(match.span("name"), TYPE, "chain.sorted", 0.75)


_CLASSED = re.compile(
    rf"等(?:[\d{MASK}]+|[一二三四五六七八九十两几]+)?(?:余|多)?[家户个]?(?:重点|骨干|规上|大型|新)?"
    rf"(?P<name>[{HAN}]{{2,8}}?)(?:产业|行业|类)?(?:生产|重点|骨干|龙头)?(?:企业|项目|公司)"
)


def _classed(ground: Ground) -> Iterator[Mention]:
    """甲、乙等6家木材加工企业: the industry that a list of firms or projects is said to be of."""
    for match in _CLASSED.finditer(ground.plain):
        if match["name"] in words("chains")["names"] and match["name"] not in _CLASSES:
            yield ground.mention(match.span("name"), TYPE, "chain.classed", 0.72)


_CLASSES = ("外贸", "电力", "商贸", "能源", "物流", "体育", "环保", "节能")  # of 甲等外贸企业


@cache
def _known() -> tuple[AhoCorasick, list[str]]:
    names = [name for name in words("chains")["names"] if len(name) > 1]
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def known() -> AhoCorasick:
    """What finds the industries of the vocabulary in a text."""
    return _known()[0]


_CUE_AFTER = re.compile(
    rf"方面[,，：:]|新业态|新?赛道|招商(?=主|[,，])|龙头企业|类?企业[\d{MASK}一二三四五六七八九十]+余?[家户个]"
    r"|为(?:主导|主攻|支柱|龙头|核心|首位|支撑|引领)"
)
_CUE_BEFORE = re.compile(
    r"(?:做大做强|做强做优|做大|做强|做优|壮大|主攻|主抓|聚焦|瞄准|培育|培育壮大|培育发展|(?:重点|大力|加快|积极|着力|优先|谋划)(?:发展|培育)|深耕|抢占)$"
)
_EDGE_BEFORE = re.compile(
    rf"(?:[^{HAN}]|以|专找|引进|新引进|重点引进|引进的|主要是|其中|有|和|与|及)$"
)
_EDGE_AFTER = re.compile(r"[,，。；;、]|和|与|及")


def _cued(ground: Ground) -> Iterator[Mention]:
    """Known industries by the words around them: 电子信息方面，…; 做大做强新材料，…."""
    automaton, names = _known()
    hits = automaton.find_matches_as_indexes(ground.plain)
    said = {names[index] for index, _, _ in hits}
    short = {n for n in said if any(other.endswith(n) and other != n for other in said)}
    for index, start, end in hits:
        if names[index] in short:
            continue  # 化工 in short for 绿色化工
        if _is_cued(ground, start, end):
            yield ground.mention((start, end), TYPE, "chain.cue", 0.72)


def _is_cued(ground: Ground, start: int, end: int) -> bool:
    low = max(0, start - 6)
    if _CUE_AFTER.match(ground.plain, end):
        return start == 0 or _EDGE_BEFORE.search(ground.plain, low, start) is not None
    whole = end - start > 2 and _EDGE_AFTER.match(ground.plain, end) is not None
    return whole and _CUE_BEFORE.search(ground.plain, low, start) is not None


def _bare(name: str) -> str:
    return name[edges.verbs_before(name) :]


def _trades(ground: Ground) -> Iterator[Mention]:
    """乡村旅游业, 装备制造业: an industry's own name with 业."""
    automaton, _ = _known()
    for _, start, end in automaton.find_matches_as_indexes(ground.plain):
        if end - start < 3 or not _AS_TRADE.match(ground.plain, end - 1):
            continue
        edge = ground.cut_before(start) == start
        if edge or not start or _TRADE_EDGE.match(ground.plain, start - 1):
            yield ground.mention((start, end + 1), TYPE, "chain.trade", 0.72)


_AS_TRADE = re.compile("[^业]业(?![务主绩态园协产行发部大强])")
_TRADE_EDGE = re.compile(rf"[是和与及的抓在对将把]|[^{HAN}]")


def industry(name: str) -> bool:
    """Whether these words name an industry and hold no verb before it."""
    return named(name) and _goods().search(name) is not None and not edges.verbs_before(name)


@cache
def _goods() -> re.Pattern[str]:
    """Goods and trades: an industry's name holds one."""
    return fast(any_of([*words("generic")["trades"], *words("chains")["names"]]))


_TAILED = re.compile(
    "(?:全产业链|产业链|产业集群|产业生态链|产业生态|产业带|产业|生态链|集群|行业|板块)$"
)


def stem(name: str) -> str:
    """An industry's name without 产业 and the like: 绿色建材产业链 → 绿色建材."""
    return _TAILED.sub("", name)


_WIDE = re.compile(r"大(?:农业|商贸|旅游|文旅|物流|数据|健康|生态|工业|服务业)")
_GRAND = re.compile(r"^(?:[百千万]亿元?级?|[国省市县]级|国家级|世界级|全国|全省)")


def core(name: str) -> str:
    """The industry in 甲乙光伏(产业): what stands before a known one and is no trade is no part."""
    for size in range(len(name) - 2, 1, -1):
        if name[-size:] in words("chains")["names"] and not is_trade(name[:-size]):
            return name[-size:]
    return name


def named(name: str) -> bool:
    """Whether these words before 产业 name an industry."""
    bare = name.strip(MASK)
    if bare in words("chains")["names"]:
        return True
    if _WIDE.fullmatch(bare):
        return True
    if len(bare) < 2 and bare not in ("竹", "茶", "铝", "铜", "糖", "酒"):
        return False
    if is_class(bare) or _COMPOSITE.search(bare):
        return False
    return bare not in words("chains")["generic"] and bare[-1] not in "换促兴强"


_NOT_CHAIN = re.compile(
    r"(?:企业|公司|项目|商会|协会|园区|人才|资金|技术|平台|市|县|省|服务|机制|体系|问题|工作|能力|水平|环节|政策|建设|基地|工厂|车间|中心|大会|园|城|"
    r"委|政府|发展|(?<!热)管理|安全|培植|治理|做文章|示范|改造|推广|消费)$"
)


_AIMED = re.compile(
    r"(?:围绕|聚焦|瞄准|紧盯|紧扣|咬定|锚定|向|主攻|布局|抢占|锁定|深耕|培育|发展|谋划|招引|引进|开辟|拓展|切入|在)(?:了|好|以|推进)?$"
)
_VERBED = re.compile(
    "(?:延伸|升级|提升|拓展|产业体系|体系|(?:上下游|配套|龙头|优质|头部|重点)*(?:企业|项目))$"
)
_NOTE = re.compile("[（(][^（）()]*[)）]$")
_FIELD = ("领域", "环节", "方向", "赛道", "业态")


def aimed(ground: Ground, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a list of goods is what the place aims at: 围绕甲零部件、乙医药等细分领域."""
    return _aimed(ground, list(spans), _AIMED)


def unmarked(ground: Ground, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether goods that no word calls industries are aimed at: 布局甲电池、乙医药，…."""
    spans = list(spans)
    over = _LIST_OVER.match(ground.plain, spans[-1][1])
    return over is not None and _aimed(ground, spans, _AIMED_FIRMLY)


_AIMED_FIRMLY = re.compile(
    "(?:布局|抢占|主攻|重点招引|重点引进|重点承接|专攻|主抓|深耕|重点发展|重点培育|重点向|瞄准)(?:了)?$"
)
_LIST_OVER = re.compile(
    "[，。；\n]|延伸|转型|发展|拓展|升级|等?(?:上下游|配套|龙头|优质|头部|骨干|重点|关联|类)*(?:企业|项目|客商)|等|$"
)


def _aimed(ground: Ground, spans: list[tuple[int, int]], verbs: re.Pattern[str]) -> bool:
    start, end = spans[0]
    start += edges.verbs_before(ground.plain[start:end])
    names = [ground.plain[start:end], *(ground.plain[slice(*span)] for span in spans[1:])]
    goods = sum(_goods().search(name) is not None for name in names)
    return 2 * goods >= len(names) and bool(verbs.search(ground.plain, max(0, start - 6), start))


_SOCIAL = re.compile(
    "教育|医疗(?!器械|健康)|就业|创业|消防|安全生产|道路交通|交通运输|社保|住房|应急|司法|卫生|危险化学品|城镇燃气|森林防火|民生|生态环境|矿山|法律|审批"
)


def social(ground: Ground, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a list is of cares of government, not of industries: 就业、医疗、养老等领域."""
    return any(_SOCIAL.fullmatch(ground.plain[slice(*span)]) for span in spans)


def listed(
    ground: Ground, span: tuple[int, int], said: str, *, meant: bool = False
) -> Iterator[Mention]:
    """A member of a list that `said` (…等产业, …四大领域) calls industries.

    领域 is said of much besides industries: there the member must be a known one, unless the whole
    list is `meant` as industries to go after.
    """
    start, end = span
    start += edges.verbs_before(ground.plain[start:end])
    for trailing in (_NOTE, _VERBED):
        found = trailing.search(ground.plain, start, end)
        end = found.start() if found else end
    name = ground.plain[start:end]
    if not 2 <= len(name) <= 14 or not named(name) or _NOT_CHAIN.search(name):
        return
    if said.endswith(_FIELD) and name not in words("chains")["names"] and not meant:
        return
    yield ground.mention((start, end), TYPE, "chain.list", 0.75)
