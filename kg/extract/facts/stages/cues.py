"""The patterns by which stages are said, made of the word lists in `ontology/cues/stages.yaml`."""

import re
from functools import cache

from kg.extract.facts.groups import LIST
from kg.extract.facts.scene import NAMES
from kg.extract.patterns import fast
from kg.vocabulary import load, stages

COUNT = r"(?:Ⓝ|[一二三四五六七八九十百两几数多\d*×X]+余?多?[个家户批项]|一批|多个|若干)"
BEFORE_LIST = (
    rf"(?:了|过|的)?(?:一批|{COUNT})?"
    rf"(?:[^，。；：{NAMES}]{{0,16}}?(?:的|项目|企业|工程|公司|：))?"
)
_NO_CHAIN = NAMES.replace("Ⓗ", "")  # an industry may stand between class and list


@cache
def _cues(kind: str) -> str:
    rows = load("cues/stages.yaml")
    return "|".join(
        f"(?P<{stage}>{'|'.join(row[kind])})" for stage, row in rows.items() if row.get(kind)
    )


def stage_of(match: re.Match[str]) -> str:
    """The stage whose words a match holds."""
    return next(name for name, value in match.groupdict().items() if value and name in stages())


@cache
def verb() -> re.Pattern[str]:
    """What says a stage of the subject before it."""
    return fast(_cues("verb"))


@cache
def class_word() -> re.Pattern[str]:
    """What classes the members of a list: 签约, 在建, 拟上规."""
    return fast(_cues("class"))


@cache
def with_object() -> re.Pattern[str]:
    """引进甲、乙: a verb and the list it governs."""
    return fast(f"(?:{_cues('object')}){BEFORE_LIST}(?P<list>{LIST})")


@cache
def after_list() -> re.Pattern[str]:
    """甲、乙等3个新签约项目: the class word after the list."""
    return fast(
        rf"(?P<list>{LIST})(?:等|这)?{COUNT}?[^，。；：{NAMES}]{{0,6}}?(?:{_cues('class')})"
        rf"(?:的|和)?[^，。；：、{NAMES}]{{0,6}}?(?:项目|企业|公司)(?!率|数)"
    )


@cache
def intent_after_list() -> re.Pattern[str]:
    """甲、乙等一批项目意向."""
    return fast(rf"(?P<list>{LIST})(?:等|这){COUNT}?(?:重点)?项目(?P<intent>意向)")


@cache
def before_list() -> re.Pattern[str]:
    """在建项目有甲、乙; 在谈的项目甲; 开工的3个是甲: the class word before the list."""
    noun = (
        rf"[^，。；：、{_NO_CHAIN}]{{0,8}}?(?:项目|企业|单位|主体)"
        rf"(?:[^。；{NAMES}]{{0,24}}?(?:有|包括|是|即|如|像|比如|：|为|仅|仅有|（|[(]))?"
    )
    count = rf"的?{COUNT}?[^，。；：{NAMES}]{{0,3}}(?:是|有|为|：|（|[(]|包括|分别是|分别为)"
    return fast(rf"(?:{_cues('class')})(?:的(?:有|是|为|包括)?|{noun}|{count})(?P<list>{LIST})")


@cache
def header() -> re.Pattern[str]:
    """新签约项目12个: a class with its count, whose members come later, kind by kind."""
    noun = (
        rf"(?:的)?(?:[ⓇⓌ、和](?:等地)?)*[^，。；：{NAMES}]{{0,8}}?(?:项目|企业)(?:共|总数|达|有)?"
        r"(?:的?(?:行业|产业|区域|地区|地域|投资|规模|结构)*(?:分布|构成|情况))?"
    )
    return fast(
        rf"(?:{_cues('class')})(?:{noun}{COUNT}|的?{COUNT}|{noun}(?:里|中|当中|之中)?(?=[，：；。]|[ⒽⓇⓀ]))"
    )


BREAKDOWN = fast(
    rf"(?:^|，)其中，?(?P<among>{LIST})(?=，|、|（|等|总?投资|计划|拟|Ⓜ|Ⓝ|[于已均都])|"
    rf"(?:{COUNT}|项目|企业|类|方面|领域|产业|行业|板块|Ⓗ|Ⓡ|Ⓚ|^|^其中)，?(?:分别[为是]|(?:其中|主要)?(?:包括|有)|：|（|[(]|即|(?:主要)?[为是]|如)(?P<list>{LIST})"
    rf"|{COUNT}(?:属于?|涉及|集中在|为)[^。；，{NAMES}]{{0,16}}，(?:包括|有|即|如)(?P<rest>{LIST})"
    rf"|{COUNT}，(?P<within>{LIST})(?:等)?(?:都|均)?(?:在其中|在列|在内)"
)
RISES = fast(
    rf"(?:新增|净增|新培育|新纳入)(?:了)?(?P<list>{LIST})(?:等)?{COUNT}?(?P<rise>规(?:模以)?上|限(?:额以)?上|上规|入统)"
)
