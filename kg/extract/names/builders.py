"""The firm at the head of a project's name, where its boundary is certain."""

import re
from collections.abc import Iterable, Iterator

from kg.extract.frame import Mention
from kg.extract.names.brands import brand, firm_like, is_common, trade_word
from kg.extract.names.generic import is_plain, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, words

_AFTER = re.compile(
    r"(?P<output>[年日月]产|[年日]加工|[年日]处理|年罐装|投资)|(?P<growth>增资|增项|增产|扩产|扩能|技改|技术改造|搬迁|新建|改扩建|迁建)"
    r"|(?P<phase>[一二三四首]期)|(?P<size>\d+(?:\.\d+)?(?:[GMK]W|万|亿|吨))"
)
_SUM_OF = re.compile(
    rf"投资(?:额)?[\d.*×X]+(?:余|多)?(?:亿|万)?元的(?P<name>[{HAN}A-Za-z0-9*]{{3,8}})(?=[、，。；等和])"
)


def heads(ground: Ground, projects: Iterable[Mention]) -> Iterator[Mention]:
    """The firm at the head of each project's name, where its boundary is certain."""
    for mention in projects:
        if mention.type == "Project":
            end, rule = _firm_end(ground, mention)
            if end:
                yield ground.mention((mention.start, end), "Company", rule, 0.75)


def find(ground: Ground, candidates: Iterable[Mention]) -> Iterator[Mention]:
    """Firms before 年产 or a product in a project's name; projects named as their firm."""
    yield from heads(ground, candidates)
    for match in _SUM_OF.finditer(ground.plain):
        if firm_like(match["name"]):
            yield ground.mention(match.span("name"), "Project", "project.sum", 0.96)
            yield ground.mention(match.span("name"), "Company", "company.sum", 0.8)
    yield from _built(ground)
    for match in _SUM_SIGNED.finditer(ground.plain):
        if not is_trade(match["name"]) and not re.search("项目|企业|工程", match["name"]):
            yield ground.mention(match.span("name"), "Project", "project.sum", 0.75)


_OUTPUT = re.compile(
    r"(?:新建|建设|兴建|投资|引进|投建|实施|上马)(?:的|了)?(?P<name>年(?:产|加工|处理)[^，。；、\n]{4,30}?)"
    r"(?=[，。；\n]|已|正在|拟|预计|等)"
)
_BUILT = re.compile(
    r"投资(?:额)?(?:约|近|超)?[\d.*×X]+(?:余|多)?(?:亿|万)?元(?:人民币)?[，,]?(?:新建|建设|兴建|投建|打造)(?:的|了)?"
    rf"(?P<name>[{HAN}“”]{{4,20}}?)(?=[，。；\n])"
)
_SUM_SIGNED = re.compile(
    rf"总?投资(?:额)?[\d.*×X]+(?:余|多)?(?:亿|万)?元的(?P<name>[{HAN}A-Za-z*]{{3,14}}?)"
    r"(?=(?:在[^，。]{1,10})?(?:正式|成功|顺利|已|即将|正在)?(?:建成)?(?:签约|开工|落户|落地|投产))"
)


def _built(ground: Ground) -> Iterator[Mention]:
    """新建年产5万吨甲, 投资3亿元建设乙: what is built there is a project, 项目 or not."""
    for rule in (_OUTPUT, _BUILT):
        for match in rule.finditer(ground.plain):
            if not is_trade(match["name"]) and not _PLURAL.search(match["name"]):
                yield ground.mention(match.span("name"), "Project", "project.built", 0.72)


_PLURAL = re.compile(r"等|企业$|各|一批|一系列|若干|多个|设施$|厂房$")


def _firm_end(ground: Ground, project: Mention) -> tuple[int, str]:
    """Where the firm at the head of the project's name ends, None where there is none."""
    start = project.start
    inner = ground.after_regions(start, project.end)
    for after in _AFTER.finditer(ground.plain, inner + 2, project.end):
        end = _without_place(ground, inner, after.start())
        rule = f"builder.{after.lastgroup}"
        return (end, rule) if _brand_alone(ground.plain[inner:end]) else (0, "")
    for trade in trade_word().finditer(ground.plain, inner + 1, min(inner + 8, project.end)):
        body = ground.plain[inner : trade.start()]
        named = brand(body) and not is_common(body) and not _worded(body)
        named = named or (body == "某" and inner > start)
        if named and _product_after(ground, trade, project):
            return trade.end(), "builder.trade"
    return 0, ""


def _without_place(ground: Ground, start: int, end: int) -> int:
    """`end` before a place that stands last: 甲乙光能|沂山|二期."""
    return next((r.start for r in ground.regions if start + 2 <= r.start and r.end == end), end)


_NO_BRAND = re.compile(
    r"(?:公司|项目|[县市区镇乡村园站路桥校院城馆库厂港湾湖河山岛江矿渠场城岭坡坪坝塘洲滩沟峡谷溪口屯寨庄堡甸墩埠线]|发电|生产|加工|利用|回收|处理|储运|制造|再生[铝铜铅锌]|垃圾|污水|粮食|风电|水电|火电|抽水蓄能|农光互补|工程|基地|中心|引水|高速|高铁|机场|隧道|大道|广场|大厦|等|项)$"
)


def _brand_alone(name: str) -> bool:
    return (
        2 <= len(name) <= 7
        and not is_plain(name)
        and re.fullmatch(rf"[{HAN}A-Za-z*]+", name) is not None
        and "年" not in name
        and _NO_BRAND.search(name) is None
    )


_SITE = re.compile(
    r"(?:生产|加工|新建|建设|扩建|改建|技改|增资|搬迁|投资|配套|总部|研发|[一二三四首]期)*"
    r"(?:项目|基地|工厂|厂区|厂房|新厂|总部|车间|生产$|加工$|建设$)"
)


def _product_after(ground: Ground, trade: re.Match[str], project: Mention) -> bool:
    """Whether a trade word closes the firm's name: a site, 项目 or the firm's product follows."""
    rest = ground.plain[trade.end() : project.end]
    lists = words("companies")
    if trade_word().match(rest) or trade[0] in lists["product_trades"]:
        return False
    if _SITE.match(rest):
        return True
    placed = ground.after_regions(project.start, project.end) > project.start
    metal = trade[0].endswith("业") and trade[0][0] not in "工农林渔牧物商"
    sure = metal or (placed and "园" not in rest) or trade[0] in lists["sure_trades"]
    return sure and len(rest) > 3 and rest[0] not in "园城区和与及产"


def _worded(body: str) -> bool:
    """Whether a brand holds goods: 青禾速冻|食品, 锂电正极|材料 are products, no firms."""
    return is_trade(body[:2]) or (len(body) >= 4 and is_plain(body[-2:]))
