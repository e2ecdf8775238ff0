"""Investment and construction projects: …项目, …工程, …生产线, …基地, phases, and named works."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from kg.extract.frame import Mention
from kg.extract.names.companies import legal_form
from kg.extract.names.edges import after_asking, over_word
from kg.extract.names.generic import is_class, is_plain, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import MASK, any_of, pattern, words
from kg.extract.names.works import is_campaign, is_work

TYPE = "Project"
_CLASS_AFTER = re.compile(
    r"(?:区(?!块)|化|库|制|单位|建设进展|建设中|招引难|年度|经理|法人|招商|方|部|清单|储备|资金|数(?!字)|册|审批|申报|预审|协调|书|场地|师|个数|签约仪式|签约大会|签约活动|集中开工|开工仪式|推进会|推进组|服务专班|工作专班|专班|服务队|服务组|秘书|管家|攻坚|区域|集群|承接)"
)
_JOINERS = ("和", "与", "及", "以及", "暨")


@cache
def _head() -> re.Pattern[str]:
    tails = any_of(words("places")["project_tails"])
    return re.compile(f"(?P<head>{pattern('places', 'projects')})(?P<tail>{tails})?")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a project's name that ends with a word for a project or a work."""
    sure = set(words("places")["project_sure"])
    for match in _head().finditer(ground.plain):
        if _CLASS_AFTER.match(ground.plain, match.end()):
            continue
        start = begin(ground, match.start("head"))
        if no_name(ground, start, match.start("head")) or ground.counted(start):
            continue
        if _many(ground, start, match):
            continue
        head = match["head"]
        if head in ("建设", "改造") or (head not in sure and not is_work(ground, start, match)):
            continue
        if head == "工程" and is_campaign(ground, start, match.start("head")):
            continue
        score = 0.85 if head in sure else 0.7
        rule = (
            "project.head" if head == "项目" else "project.work" if head in sure else "project.soft"
        )
        yield ground.mention((start, match.end()), TYPE, rule, score)


_COUNTED = re.compile(
    rf"(?:共|共有|共计|达|达到|有|签约|开工)?[\d一二三四五六七八九十几数{MASK}]+余?多?[个项家宗处条座]"
    r"|纷纷|陆续|相继|均|都|全部|占|数量|总数|类|方面|的企业|比重|等"
)


_OWNED = re.compile(r"[元资建办司团商总会技品业材居源械能药子]的$")


def _many(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """Whether common words before 项目 speak of many: 旅游项目5个, 甲、乙等水利项目."""
    if match["head"] != "项目" and ground.plain.startswith("项目", match.end()):
        return True
    phrase = ground.plain[start : match.start("head")].strip('“”"')
    if not is_plain(phrase):
        return False
    before = ground.plain[max(0, start - 2) : start]
    if before.endswith("、") and len(phrase) > 6 and ground.plain.startswith("等", match.end()):
        return False  # the last of a list: 甲、园区屋顶光伏项目等
    if before.endswith("等") or _COUNTED.match(ground.plain, match.end()):
        return True
    owned = _OWNED.match(before) or _of_firm(ground, start)
    return match["head"] == "项目" and len(phrase) <= 4 and not owned


_WITH_FIRM = re.compile(
    "(?:公司|集团)[^，。；、]{0,4}?(?:洽谈|商谈|对接|签约|签订|合作|投资|建设|实施|开发)(?:了|建设|投资|实施|开发)?的?$"
)


def _of_firm(ground: Ground, start: int) -> bool:
    """Whether it is what a firm is said to build or to talk about: 与甲公司洽谈|智能耳机项目."""
    return _WITH_FIRM.search(ground.plain, max(0, start - 16), start) is not None


def begin(ground: Ground, head: int) -> int:
    """Where a project's name begins; 甲及乙项目 is one name unless 甲 is one already."""
    start = _begin(ground, head)
    if legal_form().match(ground.plain, start, head):  # 甲希望|集团有限公司年产…
        start = over_word(ground, start, start)
    return _after_building(ground, start, head)


_BUILDING = re.compile(
    "(?:合作|共同|联合|投资|规划|新|共)(?:投资)?(?:建设|建|兴建|打造)(?!集团|公司)|承建"
)


def _after_building(ground: Ground, start: int, head: int) -> int:
    """`start` past a place that builds: 甲镇合作建设|乙加工厂."""
    after = ground.after_regions(start, head)
    building = _BUILDING.match(ground.plain, after, head) if after > start else None
    return building.end() if building and building.end() < head else start


def _begin(ground: Ground, head: int) -> int:
    start = _from_output(ground, _output_begin(ground, head), head)
    start = after_asking(ground, start, head)
    while not is_class(ground.plain[start:head]):
        index = bisect_right(ground.cuts, start, key=itemgetter(1))
        cut = ground.cuts[index - 1] if index else (0, -1)
        if cut[1] != start or ground.plain[slice(*cut)] not in _JOINERS:
            return start
        left = ground.begin(cut[0])
        if not _part_of_name(ground.plain[left : cut[0]]) or ground.region_at(left):
            return start
        start = _from_output(ground, left, head)
    return start


_OUTPUT = re.compile(r"年(?:产|罐装|加工|处理|生产|屠宰|出栏|回收)(?!值|能)")


def _from_output(ground: Ground, start: int, head: int) -> int:
    """年产… begins the name unless a firm stands before it."""
    match = _OUTPUT.search(ground.plain, start, head)
    if match is None:
        inside = ground.plain.rfind("项目", start, head - 1)
        return inside + 2 if inside >= 0 and not _GOES_ON.match(ground.plain, inside + 2) else start
    before = ground.plain[start : match.start()]
    return match.start() if len(before) < 2 or is_class(before) or "项目" in before else start


_GOES_ON = re.compile(r"[一二三四首]期|建设|配套|$")


def _output_begin(ground: Ground, head: int) -> int:
    """From 年产 to 项目 no common verb ends the name: 年产*吨穿戴设备项目."""
    start = ground.begin(head)
    match = _OUTPUT.search(ground.plain, ground.stop_before(head), start)
    if match is None:
        return start
    between = ground.cuts_between(match.end(), start)
    hard = [c for c in between if c not in ground.soft and not ground.joins(c)]
    return start if hard else ground.begin(match.start())


_COMPLETE = re.compile(
    r"(?:项目|工程|公司|集团|园|区|生产线|基地|会|节|中心|市场|局|院|银行|企业|产业|县|市|等|者|方|[一二三]期)$"
)


def _part_of_name(left: str) -> bool:
    """Whether what stands before 和 is but a part: goods and acts, no name of its own."""
    whole = _COMPLETE.search(left) or (len(left) > 4 and _works().search(left))
    return 2 <= len(left) <= 26 and not whole and not is_class(left)


@cache
def _works() -> re.Pattern[str]:
    """A work at the end of a name: 甲美食城, 乙步行街."""
    works = set(words("places")["projects"]) - {"建设", "改造"}
    return re.compile(f"{any_of(works)}$")


_PLACE = re.compile(r"(?:园|城|小镇|中心|基地|市场|综合体|厂|站)$|^城市$")


_STAGED = re.compile(
    r"(?:在建|在谈|签约|续建|储备|招商|引资|落地|入库|新签|意向|开工|投产|竣工|前期|重点|重大|类|级|型|一批|这批|元以上|百亿|亿元|预审|联审|评审|会审|审核|把关|论证|复工|停工|合同|协议|考核|调度|通报|督查|督办|上会|纳统|入统|后续|前述|上述|该批|履约|未履约|推介|发布|达成|待建|缓建|待开工|未开工|达产|投运|清退|退库|延链|补链|强链|建链|入规|到位|专项债券?|国债|债券|中央预算内投资|预算内投资|预算内|募投|投融资|融资|两重|两新|基金|科研|课题|科技计划|诊疗|互认|税源|检查检验|收费|单个|支撑|带动|包联|领办|年度|列入|洽谈中)$"
)


_FIGURE = re.compile('[”"](?:工程|行动|计划|活动)$')  # “千帆”工程|项目 belongs to a campaign


def no_name(ground: Ground, start: int, head: int) -> bool:
    """Whether what stands before 项目 makes a class of it."""
    bare = ground.plain[ground.after_regions(start, head) : head].strip(MASK + '“”"')
    masked = any(c in ground.plain[start:head] for c in MASK)
    if masked and _PLACE.search(bare):
        return False
    if _FIGURE.search(ground.plain, start, head):
        return True
    if _STAGED.search(bare) or (bare[:1] == "有" and is_class(bare[1:])):
        return True
    if len(bare) < 2:
        return not (masked and bare) and start == ground.after_regions(start, head)
    if is_class(bare):
        return True
    alone = ground.plain[start - 1 : start] != "的" and start == ground.after_regions(start, head)
    return alone and len(bare) <= 4 and is_trade(bare) and not _of_firm(ground, start)
