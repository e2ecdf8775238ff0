"""What an enumeration's members are: by the words after it (等三个项目) or before it (项目有)."""

import re

from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK

_HEADS = {
    "Project": r"项目",
    "Company": r"企业|公司|集团|厂家|商家|供应商|500强|五百强|客商|银行|药企|车企|房企|央企",
    "Chain": r"(?:产业集群|产业链|生态链|产业|行业|领域|集群|板块|赛道|业态"
    r"|[两三四五六七八]?[篇张块台个](?:文章|名片|牌子|大戏)|(?:细分|缺失|薄弱|关键|下游|上游|配套|新兴)(?:环节|方向))"
    r"(?!的?(?:龙头|骨干|重点|链主|知名)?(?:企业|公司|项目|客商))",
    "Park": r"园区|片区|开发区|工业区|产业园",
    "Organization": r"商会|协会|商协会|高校|院校|科研院所|研究院|单位|部门",
    "Event": r"节会|展会|活动",
}
_TYPED = "|".join(f"(?P<{kind}>{words})" for kind, words in _HEADS.items())
COUNT = rf"(?:[\d{MASK}]+|[一二三四五六七八九十百两几数多]+|一批|一些|若干|一系列)(?:余|多)?"
_TAIL = re.compile(
    rf"(?:[“\"](?=[一二两三四五六七八九十\d]+[大个条]))?(?P<etc>等|这)?(?:共|共计)?(?P<count>(?!500强|五百强){COUNT}(?:个|家|户|条|项|类|所)?(?:大)?|)"
    rf"(?P<mod>[{HAN}A-Za-z\d“”]{{0,12}}?)(?P<head>{_TYPED})"
    r"(?!区|化|库|资金|转移|单位)"
)


def bare_building(ground: Ground, end: int) -> bool:
    """Whether the list is said to be built, by no word for a project: 甲、乙等建设."""
    return ground.plain.startswith(("的建设", "等建设"), end)


def tail_of(ground: Ground, end: int, high: int) -> re.Match[str] | None:
    """The words after a list that 等 or a count sets off: 等三个重点项目."""
    tail = _TAIL.match(ground.plain, end, high)
    return tail if tail and (tail["etc"] or tail["count"]) else None


_ARRIVED = re.compile(
    rf"等?(?:{COUNT}[家户])?(?:都|均|相继|先后|陆续|纷纷|已经?|也|成功|正式)*(?:(?<=[家户])签(?:了|下|约|订)|入驻|进驻|落户|入园|参展|参会|来访|[来到赴][我本]?[县市区](?:考察|洽谈|投资|调研))"
)


def kind_after(ground: Ground, tail: re.Match[str] | None, end: int) -> str | None:
    """The kind that the words after a list give."""
    if bare_building(ground, end):
        return "Project"
    if _ARRIVED.match(ground.plain, end):
        return "Company"
    if tail is None or tail["mod"].endswith(("类型", "类", "类别")):
        return None
    return next(k for k in _HEADS if tail[k])


_LEAD = re.compile(
    r"(?:(?P<Project>项目(?<!经营项目|服务项目|娱乐项目|游乐项目|游玩项目|体验项目|检测项目|收费项目|培训项目|比赛项目|竞赛项目|审批项目|演出项目|消费项目|检验项目|采摘项目)|(?:开工|投产|签约|在建|竣工|动工|落户|落地|在谈|洽谈)的)|(?P<Company>企业|公司|客商)"
    rf"|(?P<Chain>产业(?:体系|集群|链|链条|板块)?|行业|领域))(?:共|共有|共计|达|有)?(?:{COUNT}[个家项户])?[,，]?"
    r"(?P<says>(?:其中|主要|分别|依次|就|的|也)*(?:有|为|是|包括|包含|涵盖|涉及|如|即|其中|分别|分别为)?[:：]?)$"
)
_SAYS = re.compile(r"(?:有|为|是|包括|包含|涵盖|涉及|如|即|其中|分别|[:：])$")
_AMONG = re.compile(r"(?:等)?(?:都|均|也|全)?(?:在其中|在列|在内|名列其中|位列其中|榜上有名)")
_REST = re.compile(
    rf"(?:其余|剩下|剩余|另外|其他|还有)的?{COUNT}个[^，。；]{{0,20}}[，,]?(?:包括|即|如|有|其中有)$"
)
_OF_STAGE = re.compile(
    rf"(?:签约|开工|投产|落地|在建|在谈|停工|停滞|竣工|建成|动工|履约)[^。；：:（(企]{{0,36}}?{COUNT}[个项](?:，?(?:分别)?[是为即]|有|，包括)?[：:]$"
)
_STAGE = re.compile(r"(?:开工|投产|签约|在建|竣工|动工|落地|在谈|洽谈)的$")


def kind_before(ground: Ground, first: int, high: int) -> str | None:
    """The kind that the words before a list give: 新引进项目有：甲、乙."""
    before = ground.plain[max(0, first - 20) : first]
    if _STAGE.search(before) and not ground.plain.startswith("项目", first):
        return "Project" if "项目" in ground.plain[first:high] else None
    if _REST.search(ground.plain[max(0, first - 36) : first]):
        return "Project" if "项目" in ground.plain[max(0, first - 300) : first] else None
    if _OF_STAGE.search(ground.plain[max(0, first - 60) : first]):
        return "Project"
    lead = _LEAD.search(before)
    if lead is None or not (_SAYS.search(before) or _AMONG.search(ground.plain, first, high)):
        return None
    return next(k for k in ("Project", "Company", "Chain") if lead[k])
