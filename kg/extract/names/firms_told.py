"""Firms in running prose: 被X收购, 与X三方组建, X砸下3亿元, 一户叫作X, 甲项目（X，2亿元）."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.brands import firm_like, is_common
from kg.extract.names.firms_said import is_personal
from kg.extract.names.generic import is_class, is_plain, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK
from kg.extract.patterns import fast

_NAME = rf"[{HAN}A-Za-z0-9*×□○＊·]"
_TAKES = "收购|并购|接手|接盘|兼并|重组|拿下|租下|盘活|买下|控股|入股|参股|承接|接管"
_BUILDS = (
    "投资|出资|注资|领投|独资|全资|合资|合建|共建|共同|联合|联手|"
    f"牵头|承建|投建|操盘|打造|开发|运营|落子|实施|建设|兴建|{_TAKES}"
)
_JOINS = (
    "合资|合作|合建|共建|共同|联合|联手|联姻|携手|组建|成立|"
    "三方|双方|各占|一道|一起|敲定|谈妥|谈拢|草签|牵手|结盟|分别出资|按比例|续签|签"
)
_HOW = "(?:公司|集团)?(?:整体|全资|成功|正式|独家|一次性|全额|分别|又|再|新|已|已经|也|计划|拟)*"
_CUES = (
    fast(rf"被(?P<name>{_NAME}{{2,10}}?)(?={_HOW}(?:{_TAKES}))"),
    fast(
        rf"(?:(?<![自来理])由|交由|委托|交给|租给|转让给|腾退给)(?P<name>{_NAME}{{2,10}}?)(?={_HOW}(?:{_BUILDS}|代理|使用|托管|改造))"
    ),
    fast(rf"[与和同跟](?P<name>{_NAME}{{2,10}}?)(?={_HOW}(?:{_JOINS}))"),
    fast(
        rf"(?:投资方|投资商|业主方?|承建方|投资主体|建设方|东家|买家|接盘方|合作方|大股东|母公司)(?P<name>{_NAME}{{2,8}}?)(?=资金|因|已|的|将|正|表示|提出|要求|投资|老板|承诺|拟|也|又|没|未|还)"
    ),
    fast(
        rf"(?:[，。；：\n]|\d[.、．])(?P<name>{_NAME}{{2,8}}?)(?=(?:又|再|还|先后|一口气|前后|已|已经|拟|计划|准备)*(?:投下|投了|投入|砸下|砸了|拿出|掏出|豪掷|追投|出资|斥资|加码|注资|增资)(?:了)?[\d*×XＸ]+(?:\.\d+)?[亿万]?)"
    ),
    fast(
        rf"(?:一[家户个]|另一[家户个])[^，。；：]{{0,14}}[，,]?(?:叫作|叫做|名叫|名为|叫)(?P<name>{_NAME}{{2,10}})(?=[，。；、（(])"
    ),
    fast(
        rf"(?:盯住|盯紧|跟踪|争取|促成|对接|引进|引入|联系|负责)(?P<name>{_NAME}{{4,8}}?)(?=的[^，。；的]{{2,14}}项目)"
    ),
)
_COUNTED = fast(
    rf"(?P<names>{_NAME}{{2,10}}(?:、{_NAME}{{2,10}})+)[两二三四五六七八九2-9](?:大龙头|家龙头|大巨头|[家户](?:企业|公司)?(?=[签先已入列都均也同]|，|。|；))"
)


def find(ground: Ground) -> Iterator[Mention]:
    """Every firm that a verb, a bracket or a count says to be one."""
    for cue in _CUES:
        for match in cue.finditer(ground.plain):
            yield from _firm(ground, *match.span("name"), 0.72)
    for match in _COUNTED.finditer(ground.plain):
        for item in re.finditer("[^、]+", match["names"]):
            at = match.start("names") + item.start()
            yield from _firm(ground, at, at + len(item[0]), 0.72)
    yield from _in_notes(ground)


_NOTE = fast(r"(?<=[\u4e00-\u9fff”])[（(](?P<note>[^（）()。\n]{3,60})[）)]")
_SUM = re.compile(rf"[\d.{MASK}]+(?:余|多)?[亿万]+(?:美元|欧元|港元|元)|投资[方商]|总投资|业主")
_LEAD = re.compile(
    r"(?:上市公司|央企|国企|民企|外企|港企|台企|龙头企业|独角兽企业|投资方|投资商|投资主体|投资企业|业主单位|业主|建设单位|引进企业|企业)?(?:为|是|：|:|由)?"
)
_PIECE = re.compile(
    rf"(?P<name>{_NAME}{{2,12}}?)(?=$|(?:计划|拟|独资|全额|共同)?(?:投资|出资|承建|投建|建设)|在[\u4e00-\u9fff]{{1,6}}设立|旗下|的)"
)


def _in_notes(ground: Ground) -> Iterator[Mention]:
    """甲项目（投资2亿元，乙）: the bracket of a sum names the investor too."""
    for match in _NOTE.finditer(ground.plain):
        if not _SUM.search(match["note"]):
            continue
        for piece in re.finditer("[^，,；;]+", match["note"]):
            lead = _LEAD.match(piece[0])
            at = lead.end() if lead else 0
            named = _PIECE.match(piece[0], at)
            if named:
                start = match.start("note") + piece.start() + at
                yield from _firm(ground, start, start + len(named["name"]), 0.76)


_NEVER = re.compile(
    rf"[\d{MASK}]+[亿万千百]|投资|产值|面积|税收|占地|就业|年产|项目|新增|总部在|一期|二期|其中|包括|位于|[\d一二三四五六七八九十]+[个家户项条栋亩月日年]|的|已|正在|抱团|[县市]|[在占成转升涨跌把让给及于因未没不]|客商|企业|公司[\d]|建设|手续|土地|尚未"
)
_BODY = re.compile(
    "(?:办|部|站|处|所|队|班|组|盟|社|堂|行业|产业|方面|地区|各地|同志|外商|央企|国企|民企|们|自己|自身|本地|厂房|土地|合同|协议|框架|等)$"
)


def _firm(ground: Ground, low: int, end: int, score: float) -> Iterator[Mention]:
    """The firm in a stretch: a trade word after a brand, a place and a brand, or a bare brand."""
    start = ground.skip_leads(max(low, ground.cut_before(end)), end)
    if ground.plain.startswith("方", start) and ground.plain[start - 2 : start] in ("业主", "投资"):
        start += 1  # 业主|方|甲置业
    if ground.plain[start] in "投签引招访" and ground.plain[start + 1] in MASK:
        start += 1  # 已投|*光甲
    name = ground.plain[start:end]
    rest = ground.plain[ground.after_regions(start, end) : end]
    if not 2 <= len(rest) <= 9 or _NEVER.search(rest) or is_class(rest):
        return
    masked = any(c in name for c in MASK)
    placed = start + len(rest) < end
    if not (masked or placed or firm_like(name)) and len(rest) < 3:
        return
    if not masked and (is_trade(rest) or is_plain(rest)):
        return
    if not firm_like(name) and (is_personal(name) or _BODY.search(name)):
        return
    if is_common(rest) and not firm_like(name) and not (placed or masked):
        return
    yield ground.mention((start, end), "Company", "company.told", score)
