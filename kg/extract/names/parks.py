"""Industrial carriers that firms move into: …产业园, …开发区, …片区."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names import edges
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.regions import short_names
from kg.extract.names.words import HAN, MASK, pattern, words

TYPE = "Park"
_ANY = re.compile(r"[\u4e00-\u9fff]{2}(?<![公校家花果庄茶儿物游田乐陵植])园(?![区林丁艺地游])")
_CARRIES = re.compile(r"(?:内|入驻|规划面积|占地|新增|新入驻|建成区|现有企业|等园区|[三四五六]大)")
_CONTINUES = re.compile(
    r"(?:项目(?!区)|工程|建设项目|级|化|域|别|间(?!接)|块|位|分|县|市|局|[一二三]期工程|标准厂房建设)"
)
_FOUNDERS = ("青", "双", "众", "科")
_LEVELS = frozenset("县市区省州")
_BARE = frozenset(
    [
        "空港经济区",
        "临空经济区",
        "高新区",
        "经开区",
        "高新技术产业开发区",
        "自贸区",
        "综合保税区",
    ]
)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        rf"{pattern('places', 'parks')}(?:(?<=园)区(?![别分域间]))?"
        "(?:[A-ZＡ-Ｚ东南西北中]区|[东南西北]园(?!区))?"
    )


_SIZED = re.compile(r"[一-龥]\d+(?:\.\d+)?万?(?:吨|头|只|台|套|件|辆|标箱|立方米|千瓦|兆瓦)")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a park's name."""
    yield from _plain_garden(ground)
    yield from _bases(ground)
    near = short_names(ground.regions)
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()):
            continue
        start = _begin(ground, match)
        body = ground.plain[start : match.start()]
        if _counted(ground, start, match) or _is_division(ground, match.end()):
            continue
        if body not in near and _no_name(ground, start, match):
            continue
        if _SIZED.search(body):  # 甲公司30万吨粮食|物流园 is built, no carrier
            yield ground.mention((start, match.end()), "Project", "project.park", 0.85)
            continue
        score = 0.68 if match[0] in words("places")["park_soft"] else 0.85
        yield ground.mention((start, match.end()), TYPE, "park.head", score)


def _begin(ground: Ground, match: re.Match[str]) -> int:
    start = edges.after_verbs(ground, ground.begin(match.start()), match.start())
    others = list(_OTHER.finditer(ground.plain, start, match.start()))
    start = others[-1].end() if others else start
    grade = _GRADE.match(ground.plain, start, match.start())
    return past_place(ground, grade.end() if grade else start, match.end())


# another park that ends before this one begins: 甲高新区共建|乙产业园; a size: 5000亩|丙产业园
_OTHER = re.compile(
    rf"(?<=[区园])(?:合作|联合|携手|协同)?共[建同]|(?<=[区园])内?(?:高标准|集中|统一)?(?:布局|规划|谋划|新建|兴建|建设|打造|设立|建立|开发|布点)(?:建设|打造)?(?:了|有)?|[\d.{MASK}]+[万多余]*(?:亩|平方米|平方公里|公顷)的?|(?:以下)?简称为?"
)
_GRADE = re.compile(
    r"(?:有|为|等地|全国|首批|首个|国家级|省级|市级|首批国家级)(?=[^级（(]{2})(?!(?:高新|经济技术)?(?:示范|试验|先行))"
)


def _is_division(ground: Ground, end: int) -> bool:
    """Whether a new area of the state ends here: it is administered, a region."""
    return any(r.end == end and r.rule == "region.list" for r in ground.regions)


_HONOUR = re.compile(
    r"(?:为|予|获|入选|称号|评|创建|列入)(?:了)?“(?:全国|国家级|省级|首批)?$"
    r"|(?:申报|申建|申创|创建|争创|争取|获评|获批|评定为|认定为|命名为|评为|授予|纳入|入选|晋升|升格|晋级)(?:了|为)?"
    r"(?:首批|全国|国家级?|自治区级?|省级?|市级?|[34]A级|[345]A级)+$"
)
_AMOUNT = re.compile(rf"[\d{MASK}一二三四五六七八九十两]+余?[个家处]")


def _counted(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """Whether a number before or after makes it a class: 5个产业园, 4A级景区3家."""
    if _HONOUR.search(ground.plain, max(0, start - 10), start):
        return True
    after = _AMOUNT.match(ground.plain, match.end())
    return ground.counted(start) or (after is not None and not set(MASK) & set(match[0]))


_BASE = re.compile(
    rf"(?:产业|制造|修造|加工|物流|创业|孵化|电商|双创|创新|工业)基地"
    rf"(?=[^，。；\n]{{0,8}}[，,]?[^，。；\n]{{0,6}}(?:入驻|入园|入孵|[\d{MASK}]+[家户]企业|企业[\d{MASK}]+[家户]|扩容|扩区))"
)


def _bases(ground: Ground) -> Iterator[Mention]:
    """甲加工基地, where firms move into it."""
    for match in _BASE.finditer(ground.plain):
        start = past_place(ground, ground.begin(match.start()), match.end())
        if match.start() - start >= 2 and not is_class(ground.plain[start : match.start()]):
            yield ground.mention((start, match.end()), TYPE, "park.base", 0.75)


_SUFFIXED = re.compile(r"[省市县区州镇乡]$")


def _plain_garden(ground: Ground) -> Iterator[Mention]:
    """…园 of any kind, where it carries firms or is listed (a hint for lists)."""
    for match in _ANY.finditer(ground.plain):
        head = match.end() - 1
        start = past_place(ground, ground.begin(head), match.end())
        if head - start < 3 or is_class(ground.plain[start:head]):
            continue
        carries = _CARRIES.match(ground.plain, match.end())
        yield ground.mention((start, match.end()), TYPE, "park.garden", 0.7 if carries else 0.6)


def is_carrier(ground: Ground, mention: Mention) -> bool:
    """Whether this is a park that its list does not call a project: 加快甲园、乙园建设."""
    sure = mention.type == "Park" and mention.score >= 0.8 and mention.name not in _BARE
    stop = _SENTENCE.search(ground.plain, mention.end)
    return sure and "项目" not in ground.plain[mention.end : stop.start() if stop else None]


_SENTENCE = re.compile(r"[。；！？\n]")


def past_place(ground: Ground, start: int, end: int) -> int:
    """`start` after a place put before a name that is whole without it: 甲区|乙山工业园."""
    region = ground.region_at(start)
    while region and region.end < end - 3 and region.rule != "region.masked":
        bare = _head().sub("", ground.plain[region.end : end])
        whole = not is_class(bare) or ground.region_at(region.end)
        if not _SUFFIXED.search(region.name) or not whole:
            break
        start = region.end
        region = ground.region_at(start)
    return start


def _no_name(ground: Ground, start: int, match: re.Match[str]) -> bool:
    body = ground.plain[start : match.start()]
    if match[0] == "创基地":
        return body[-1:] not in _FOUNDERS
    if body in _LEVELS or not body or "、" in body:
        return "、" in body or match[0] not in _BARE
    if body.strip(MASK) != body:
        return False
    if _DESIGNATED.match(ground.plain, start, match.end()) or "的" in body or _ACT.search(body):
        return True
    if _OF_LEVEL.match(body) and match[0] not in words("places")["park_soft"]:
        return False
    return len(body) < 2 or (is_class(body) and ground.region_at(start) is None)


# what is named for its rank is an honour, no park: 5A级旅游景区, 国家生态文明建设示范区
_DESIGNATED = re.compile(
    rf"(?:国家)?[\d{MASK}]A级|(?:地|国家级|省级)?(?:零碳|低碳)|国家[{HAN}]{{2,12}}(?=示范|试验|先行)|零碳|全域"
)
# what is done to a park, and parks that are partners, name none: 租赁园区, 结成友好园区
_ACT = re.compile(
    r"(?:租赁|租用|租|入驻|进驻|星级|[百千万]亿级?|推动|依托|利用|友好|合作|结对|称|全市|全县|各类|升级为?|申报|申建|创建|争创|晋升|晋级|升格)$"
    r"|^(?:[创申]?建|晋升|晋级|升格|评|认定)为?(?:[省市国]家?级)"
)
_OF_LEVEL = re.compile(rf"[县市区省州][{HAN}]{{2,8}}$")  # 县林业加工园区: a level names its park
