"""Firms: by legal form, by a trade word after a brand, by what is said beside them, by fame."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.agreement import agreement
from kg.extract.names.brands import brand, is_common, trade_word
from kg.extract.names.edges import after_asking, over_word
from kg.extract.names.generic import is_plain, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK, any_of, words
from kg.extract.patterns import fast

TYPE = "Company"
_RIGHT_OPEN = re.compile(
    r"(?:[、，。；：！？,;:\s）)”\"'’》]|$|等|和|与|及|以及|暨|的|在|为|将|已|是|由|于|拟|正|还|也|共|都|均|先后|分别|同|对|通过|成功|"
    r"意向|有意|追加|上半年|全年|一季度|前三季度|三方|双方|两家|再次|牵头|剩余|原有|名下|下属|所属|老厂|新厂|车间|联合|携手|利用|采用|产品|经营|仍|尚|至今|"
    r"项目|公司|集团|[一二三]期|董事长|董事局|总经理|总裁|副总|负责人|总部|年产|投资|出资|签|落户|落地|入驻|进驻|入园|达成|"
    r"计划|新建|扩建|增资|增项|增产|扩产|扩能|技改|开工|投产|建设|首席|与会|旗下|有限|因|未|无|资金|产能|产量|产值|销售|订单|用地|用电|用工|复产|停产|停工|原料|厂房|有望|力争|分布|来|名列|位列|跻身|入选|入围|获|荣获|被(?!动)|主打|主营|主导|拥有|从事|作为|总投资|投入|顺利|办理|解决|化解|完善|争取|申请|申报|尽快|加快|完成|达产|提质|做大|实施|成立|设立|破产|重整|改制|转型|升级|搬迁|上市|挂牌|竣工|建成|完工|试产|试生产|投运|试运行|动工|闲置|厂区|地块|遇|存在|面临|受|反映|提出|参与|参加|来我|月产|现|今年|目前|以|建厂|设厂|办厂|[\dA-Z(（])"
)
_NOT_FIRM_RIGHT = re.compile(
    r"(?:园|产业|行业|加工|企业|产品|城$|小镇|基地|示范|领域|市场|安全|人才|资源|服务)"
)


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a firm's name; lists and the second pass add others."""
    yield from _legal(ground)
    yield from _traded(ground)
    yield from _known(ground)


@cache
def legal_form() -> re.Pattern[str]:
    """A legal form with the places in brackets around it: （沂山）有限公司."""
    return fast(
        rf"(?:[（(][{HAN}A-Za-z]{{2,8}}[)）])?{any_of(words('companies')['legal'])}"
        rf"(?:[（(][{HAN}A-Za-z]{{2,8}}[)）])?(?:{any_of(words('companies')['legal'])})*"
    )


def _legal(ground: Ground) -> Iterator[Mention]:
    """…有限公司, …集团, …银行: the form ends the name, brackets with a place stay inside."""
    for match in legal_form().finditer(ground.plain):
        if ground.plain.startswith(("军", "化", "成电路", "体", "制"), match.end()):
            continue
        start = after_asking(ground, ground.begin(match.start()), match.start())
        start = _past_firm_word(ground, start, match.start())
        if len(match[0]) > 2 and match[0] not in _LONE:
            start = over_word(ground, start, match.start())
        body = ground.plain[start : match.start()]
        long = match[0] not in _LONE
        masked = bool(set(body) & set(MASK))
        county = len(body) == 1 and match[0] in _COUNTY_FORMS
        if not body or (not (masked and long) and not county and _no_firm(body)):
            continue
        if match[0] == "公司" and (_KIND.search(body) or _to_be(ground, start, match.start())):
            continue
        yield ground.mention((start, match.end()), TYPE, "company.legal", 0.95 if long else 0.8)


_COUNTY_FORMS = ("农商行", "农商银行", "信用社", "联合社")  # a county has one: 县农商行
_LONE = ("公司", "集团", "银行", "合作社", "支行", "子公司", "事务所")  # forms that classes have

# what makes a class of 公司: 全资子|公司, 上市|公司
_KIND = re.compile(
    r"(?:上市|专业|专业化|型|化|制|类|性|子|贵|门口|找|家|名|些|大|外资|内资|合资|港资|台资|独资|全资|母|管理|运营管理|项目|成员|关联|同类|配套|中标|发电|参股|旗下)$"
)

_NEW = re.compile("(?:组建|成立|设立|注册)了?$")  # a firm to be, named by its trade alone


def _to_be(ground: Ground, start: int, head: int) -> bool:
    """Whether a firm is to be founded and named by its trade alone: 合资组建风电塔筒|公司."""
    if not _NEW.search(ground.plain, max(0, start - 4), start):
        return False
    body = ground.plain[start:head]
    return is_plain(body) or body.startswith(tuple(t for t in words("generic")["trades"] if t[1:]))


def _no_firm(body: str) -> bool:
    """Whether these words before 公司 make a class of it: 上市, 龙头."""
    if len(body) < 2:
        return True
    if _OF_THE_COUNTY.fullmatch(body):
        return False
    if _OF_A_LEVEL.fullmatch(body) and not _OWNED.search(body):
        return False
    return is_trade(body) or body in words("companies")["generic"]


# the county's own firm of its kind is one certain firm: 县供电|公司
_OF_THE_COUNTY = re.compile(
    r"[县市区州](?:供电|电力|城投|国投|交投|产投|水投|旅投|文旅|国资|自来水|供水|水务|燃气|天然气|热力|公交|粮食|盐业|烟草)"
)


# 省粮油|集团, 自治区旅发|集团: a level and its trade
_OF_A_LEVEL = re.compile(
    rf"(?:自治区|(?<![{HAN}])[省市县州])(?![级属内外域里直管辖场委])[{HAN}]{{2,6}}"
)
_OWNED = re.compile("国有|民营|平台|融资|龙头|上市|大型|骨干|重点|企业|各|等|下属|有关|相关")


_FIRM_WORD = re.compile(
    r"(?:企业(?!发展|管理|服务|集团|咨询)|制造商|供应商|生产商|服务商|厂商|巨头|公司|业主|客商|项目|开发区|代表(?!队)|产业园|工业园|园区|高新区|经开区|集团(?!有限|股份|公司))(?=[^（(有股])"
)


def _past_firm_word(ground: Ground, start: int, head: int) -> int:
    """…高新技术企业甲公司: the name begins after the word that calls it a firm."""
    for match in _FIRM_WORD.finditer(ground.plain, start, max(start, head - 1)):
        if match[0] != "集团" or match.end() - start > 8:
            start = match.end()
    return start


def _traded(ground: Ground) -> Iterator[Mention]:
    """A brand of two to four letters and a trade word: only where something beside it agrees."""
    end = 0
    for match in trade_word().finditer(ground.plain):
        if match.start() < end:
            continue
        end = _longest_trade(ground, match)
        if not _RIGHT_OPEN.match(ground.plain, end) or _NOT_FIRM_RIGHT.match(ground.plain, end):
            continue
        start = _past_firm_word(ground, ground.begin(match.start()), match.start())
        body = ground.plain[start : match.start()]
        if _HOW.fullmatch(body):
            continue
        if brand(body) and not is_trade(ground.plain[start:end]):
            score, rule = agreement(ground, start, end)
            score = 0.0 if match[0] == "建设" and _TO_BUILD.search(body) else score
            if score and not (score <= 0.75 and is_common(body)):
                yield ground.mention((start, end), TYPE, rule, score)


# how something is built or what is lent to it, no brand: 就地|建设, 全资|建设, 添新|动力
_HOW = re.compile(
    "就[地近]|全资|独资|自[主筹]|[异易]地|分期|滚动|合力|共同|统一|[抓加]紧|同步|添新|增[添强]|注入|强[劲大]|澎湃"
)


def _longest_trade(ground: Ground, match: re.Match[str]) -> int:
    """甲乙生物制药: trade words may follow one another."""
    end = match.end()
    following = trade_word().match(ground.plain, end)
    while following:
        end = following.end()
        following = trade_word().match(ground.plain, end)
    return end


# the numbered bureaus of the state's building groups are firms: 中铁二十局
_BUILDERS = (
    "(?:中国?(?:铁建?|建|交|冶|核|水电|电建|能建))(?:第?[一二三四五六七八九十0-9]{1,3})"
    "(?:工程局|航务局|航局|局|公司)(?:集团)?"
)


# 大湾区|建设, 新城|建设: a place that is built, no firm of builders
_TO_BUILD = re.compile("[区城镇港村乡园县市海湾带圈路桥厦馆所站网库渠岛]$")


@cache
def _known_names() -> re.Pattern[str]:
    return fast(f"{any_of(words('companies')['known'])}|{_BUILDERS}")


def _known(ground: Ground) -> Iterator[Mention]:
    """Well-known firms, and an arm of one that a brand and a trade word name."""
    for match in _known_names().finditer(ground.plain):
        before = ground.plain[match.start() - 1 : match.start()]
        after = ground.plain[match.end() : match.end() + 2]
        if before in tuple('北南东以"“') or "牌" in after or _part_of_word(ground, match):
            continue
        arm = _arm().match(ground.plain, match.end())
        end = arm.end() if arm and _RIGHT_OPEN.match(ground.plain, arm.end()) else match.end()
        yield ground.mention((match.start(), end), TYPE, "company.known", 0.8)


def _part_of_word(ground: Ground, match: re.Match[str]) -> bool:
    """Whether a known name of two letters stands inside other words: 优|美的|, |三星|堆."""
    if len(match[0]) > 2:
        return False
    start = match.start()
    placed = any(r.end == start for r in ground.regions)
    free = placed or ground.skip_leads(ground.cut_before(start), start + 1) == start
    return not free or _ODD.match(ground.plain, match.end()) is not None


_ODD = re.compile("堆|椒|辣|粥|谷|道|底|高速|梦|果|机|园|树|种")


@cache
def _arm() -> re.Pattern[str]:
    return re.compile(rf"(?![和与及的在等])[{HAN}]{{2}}{any_of(words('companies')['trades'])}")
