"""What stands beside a short name and speaks of a firm: 引进 before it, 投资 after it, a list."""

import re
from functools import cache

from kg.extract.names.brands import brand, firm_like, goods, is_common
from kg.extract.names.ground import Ground
from kg.extract.names.words import any_of, words

LISTED = 0.6  # a brand and a trade word in a list: counts only with other firms there


@cache
def _cue_words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lists = words("companies")
    return (
        re.compile(f"{any_of(lists['cues_before'])}$"),
        re.compile(any_of(lists["cues_after"])),
        re.compile(f"{any_of(lists['cues_soft'])}了?$"),
    )


_ACTS = re.compile(
    r"(?:正在|已经?|拟|将|成功|计划|预计|现|目前|今年|去年|新增|全面|项目|名列|位列|跻身|入选|入围|获|荣获|被(?!动)"
    r"|主打|主营|主导|拥有|是|从|作为|与|投入|复工|停产|顺利|先后|年产|月产|总投资|落|建|生产(?!线|基地)|的(?=[^，。]*[产销投建]))"
)


def agreement(ground: Ground, start: int, end: int) -> tuple[float, str]:
    """How far what stands beside a short name speaks of a firm: 引进 before, 投资 after, a list."""
    before, after, soft = _cue_words()
    plain = ground.plain
    if _is_goods(plain, start, end):
        return LISTED, "company.trade"
    if before.search(plain[max(0, start - 4) : start]) or after.match(plain, end):
        return 0.85, "company.cue"
    if plain[start - 1 : start] in "，,。；;:：\n、" and _acts(plain, start, end):
        return 0.75, "company.acts"
    if plain.startswith("的合作", end) or soft.search(plain[max(0, start - 3) : start]):
        return 0.75, "company.with"
    region = ground.region_at(start)
    if region and brand(plain[region.end : end]) and firm_like(plain[region.end : end]):
        return 0.7, "company.place"
    if plain[start - 1 : start] in ("、", "，") or plain[end : end + 1] in ("、", "等"):
        return LISTED, "company.trade"
    return 0.0, ""


def _is_goods(plain: str, start: int, end: int) -> bool:
    """Whether the trade word is rather what a project makes: 引进甲养殖|项目, 签约乙弹簧、…."""
    name = plain[start:end]
    if name.endswith(goods()) and plain.startswith("项目", end):
        return True
    listed = plain[end : end + 1] in ("、", "等")
    return listed and name.endswith(goods("listed_trades"))


_DOES = re.compile(
    r"(?:完成|通过|受|因|为|由|对|在|以|于|需|未|无|仍|也|均|都|还|又|再|不仅|不断|持续|继续|加快|积极|意向|实现|达到|突破|成为|成立|注册|启动|实施|开展|建成|建有|增资|扩建|新建|扩产|技改|出口|实缴|缴纳|上缴|首期|前期|总投资|年销|年营|月产|日产|上半年|下半年|一季度|前三季度|全年|年内|预计|有望|力争|申报|申请|反映|提出|表示|承诺|同意|牵头|协同|研发|引进|购置|租用|租赁|收购|并购|重组|盘活|参股|控股|持股|占股|用工|用电|用能|用地|资金|流动资金|原料|订单|产能|产值|产销|营收|税收|销售|进出口|升级|转型|搬迁|入规|上规|入统|上市|挂牌|[\d*×X]{1,4}[年月]|[A-Z\d])"
)


# what only firms do or have, whatever their trade is called
_OF_FIRMS = re.compile(
    r"(?:完成(?:股份制|股改|工商|注册|增资)|被(?:认定|评为|列为|列入)|获评|新承接|手持订单|资金链|流动资金|仍停产|已?停产|半停产|复产|破产|"
    r"因(?:资金|订单|市场|环保|股东|经营|原料)|(?:上半年|全年|一季度|前三季度|今年|去年)?(?:实现)?(?:营业收入|营收|销售收入|出口额))"
)


def _acts(plain: str, start: int, end: int) -> bool:
    """Whether a short name opens its clause and then does something, as firms do."""
    name = plain[start:end]
    if name.endswith(goods("listed_trades")):
        return False
    often_goods = name.endswith(goods())
    if often_goods and plain.startswith(("项目", "产业", "生产", "建设", "在", "为", "为主"), end):
        return False
    if _OF_FIRMS.match(plain, end):
        return True
    does = None if often_goods or is_common(name) else _DOES.match(plain, end)
    return _ACTS.match(plain, end) is not None or does is not None
