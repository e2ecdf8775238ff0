"""Bodies that are no firms: bureaus, chambers, headquarters, working groups, universities."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names import edges, offices
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK, any_of, pattern, words
from kg.extract.patterns import fast

TYPE = "Organization"
_CONTINUES = re.compile(
    r"(?:面|限|部(?!门)|势|域|长|级|党组|会议|座谈|项目|机关|展|办公室(?=$)|生|毕业|站|管|企业|之)"
)


@cache
def _head() -> re.Pattern[str]:
    return re.compile(f"{pattern('bodies', 'organizations')}(?!门)")


@cache
def _known() -> re.Pattern[str]:
    return fast(
        rf"(?:工业|住房|文化|人力资源)和[{HAN}]{{2,5}}部(?!门)"
        rf"|(?<![{HAN}])国际[{HAN}]{{2,6}}组织(?![{HAN}]*(?:实施|开展|举办))"
        rf"|联合国[{HAN}]{{2,8}}?(?:组织|署|基金会|委员会)"
        rf"|{pattern('bodies', 'known')}(?!门)"
    )


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"{any_of(words('bodies')['org_generic'])}*")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a body's name."""
    for known in _known().finditer(ground.plain):
        if not _BEFORE_KNOWN.search(ground.plain, max(0, known.start() - 4), known.start()):
            yield ground.mention(known.span(), TYPE, "body.known", 0.8)
    yield from offices.find(ground)
    for office in _OFFICE.finditer(ground.plain):
        yield ground.mention(office.span(), TYPE, "body.office", 0.72)
    for match in _head().finditer(ground.plain):
        if _CONTINUES.match(ground.plain, match.end()) or _is_verb(ground, match):
            continue
        start = _begin(ground, match)
        body = ground.plain[start : match.start()]
        if _no_name(body, match[0]) or ground.plain.endswith(_EACH, 0, start):
            continue
        if (ground.counted(start) and not _one_of_its_kind(ground, start, match)) or _is_class(
            body, match[0]
        ):
            continue
        score = 0.7 if match[0] in ("局", "厅", "办公室", "服务中心") else 0.8
        yield ground.mention((start, match.end()), TYPE, "body.head", score)


_ONE = ("1个", "一个")


def _one_of_its_kind(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """下设1个要素保障组: a single unit that its task names."""
    return match[0].endswith("组") and ground.plain.endswith(_ONE, 0, start)


# 驻沪办, 县优化办 as they stand in lists of bodies and before what they did
_OFFICE = re.compile(
    rf"(?:驻[{HAN}]{{1,3}}|(?<![{HAN}])[县市区省](?!委|政府)[{HAN}]{{2,4}}?)办(?=[、，。,；;和与及等牵负组联]|$)"
)
_GATHER = re.compile("[商审签诊办议合动]")


def _is_verb(ground: Ground, match: re.Match[str]) -> bool:
    """税务局联合会商, 会同: 联合会 and the like as a verb."""
    verb = _GATHER.match(ground.plain, match.end()) is not None
    return verb and match[0] in ("联合会", "总会", "商会", "学会", "协会")


def _begin(ground: Ground, match: re.Match[str]) -> int:
    head = match.start()
    start = _with_joined(ground, ground.begin(head), match[0])
    start = edges.after_verbs(ground, _from_level(ground, start, match.end()), head)
    acted = list(_ACTED.finditer(ground.plain, start, head))
    start = acted[-1].end() if acted else start
    before = list(_OTHER_BODY.finditer(ground.plain, start, head))
    start = before[-1].end() if before and before[-1].end() <= head else start
    return _from_state(ground, start, match)


# what an office does or is asked, right before its level: 大会上由|县招商局, 已在|县监管局
_ACTED = re.compile(
    "(?:[由在向被经与同到报和]|简称|联系|对接)(?=[县市区省州][^委政直域级内外，。])"
)
_STATE = re.compile(rf"国家(?=[{HAN}]{{0,8}}$)|省(?=[{HAN}]{{1,4}}$)")


def _from_state(ground: Ground, start: int, match: re.Match[str]) -> int:
    """报|国家发展改革委, 脚步|省经信委: the level begins the name of an office of the state."""
    level = _STATE.search(ground.plain, start + 1, match.start())
    if level is None or not match[0].endswith(("委", "厅", "局")):
        return start
    placed = any(r.start <= level.start() < r.end for r in ground.regions)
    return start if placed else level.start()


# a body that ends before this one begins: 财政厅会同|农业厅
_OTHER_BODY = re.compile(
    "[局厅委部司院会办](?:会同|联合|和|与|及|组成|组建|抽调|派员|牵头组建|共同组成)"
    "|(?:大学|学院|研究院|研究所|公司|集团|商会|协会|政府)[一-鿿]{0,4}?(?:共建|组建|成立|设立|打造|签订|签署|建设)"
)
_JOINED = re.compile(r"(?:[省市县区州]|自治区|国家)?[\u4e00-\u9fff]{2,6}[和与]$")


def _with_joined(ground: Ground, start: int, head: str) -> int:
    """县文化和旅游局: the first half belongs to the bureau's name."""
    if head not in ("局", "厅", "委员会", "中心", "促进局"):
        return start
    low = ground.begin(max(0, start - 1))
    match = _JOINED.search(ground.plain, low, start)
    if match is None or _head().search(match[0]) or match.start() != low:
        return start
    return low


_LEVEL = re.compile(r"(?:我|全|本)(?=[省市县区州])")


def _from_level(ground: Ground, start: int, head: int) -> int:
    """我县招商局 → 县招商局."""
    match = _LEVEL.match(ground.plain, start, head)
    if match:
        return match.end()
    match = _VERBED.match(ground.plain, start, head)
    return match.end() if match and not ground.region_at(start) else start


_VERBED = re.compile(r"[^省市县区州（(]{1,4}(?=[县市区省][^省市县区]{2,9}局$)")
_NO_BUREAU = re.compile(r"[布格结当全大开僵破变定残战邮时了新入出]|董事$")
_BEFORE_KNOWN = re.compile("党中央、$|[省市县区州]$")  # 省发展改革委 is another body
_EACH = ("各地", "各", "多家", "等地")  # 各地*商会 are several
# a task force or an outpost without a name: 4个招商专班, 设立招商联络处
_ERRANDS = frozenset(
    ["专班", "工作专班", "招商组", "联络处", "联络站", "招商中心", "办事处", "分局"]
)
_ERRAND = re.compile(
    "(?:招商|引资|驻点|驻外|产业|专业|专门|专题|组织|工作|服务|一个|县级|项目|相应|专职|联络|委托|各)*"
)
_NO_BODY = re.compile(
    "、|一个|每个|多个|所有|[%％]|^(?:健全|上重点|以上|以下|以上重点|该|三甲|技师|市州级|多层次|保护)$"
)


def _is_class(body: str, head: str) -> bool:
    return bool(_NO_BODY.search(body)) or (head in _ERRANDS and bool(_ERRAND.fullmatch(body)))


_OWN = re.compile(rf"(?:驻|第[一二三四五六七八九十{MASK}\d])?[省市县区州]?[{HAN}{MASK}]+")


def _no_name(body: str, head: str) -> bool:
    """Whether body and head together are a class, or no words of a body at all."""
    if not body:
        return head not in words("bodies")["org_alone"]
    if head in ("局", "厅"):
        return not 2 <= len(body) <= 14 or _NO_BUREAU.search(body[-2:]) is not None
    if head in words("bodies")["org_offices"]:
        return len(body) < 2 and body not in "县市区省镇州"
    if set(body) & set(MASK):
        return False
    if _AMOUNT.match(body):
        return True
    if head == "管委会" and body in _BARE_PARKS:
        return False
    if _generic().fullmatch(body) or is_class(body):
        return _LEVELLED.fullmatch(body) is None or not head.endswith(("中心", "委员会", "管委会"))
    return len(body) < 2


_BARE_PARKS = ("高新区", "经开区", "新区", "保税区", "工业园", "产业园")
_AMOUNT = re.compile(r"\d+[所个家]")
# 县招商服务中心: a level and a task name an office of that level
_LEVELLED = re.compile(rf"(?!区域|市场|州际)[县市区省州](?!级)[{HAN}]{{2,}}")
