"""Events known by the words around them: 举办“甲乙”赏花活动, “甲地行”活动, 全国…工作会议."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK

TYPE = "Event"
_QUOTED = re.compile(
    r"(?:举办|举行|利用|组织|承办|主办|参加|参与|策划|筹办)[^，。；“]{0,16}(?P<names>(?:“[^”]{2,16}”、?)+)"
    rf"等?(?:一系列)?(?P<kind>[{HAN}]{{0,4}})(?:活动|节会)"
)
# activities of a party or an office are no events
_OFFICE = re.compile(
    "党|教育|实践|志愿|学习|竞赛|惠民|整治|帮扶|走访|服务|宣讲|警示|执法|创建|评选|专项|攻坚|提升|大走访"
)
_DRAWN = re.compile(
    rf"“(?P<name>[^”]{{2,14}}(?:行|走进[{HAN}{MASK}]{{1,6}}|[进入][{MASK}][{HAN}{MASK}]?|节|之夜|之旅|大赛))”"
    rf"(?:系列|主题|大型|招商|招商引资|经贸|推介){{0,2}}(?:活动|推介会|节会)"
)
_FIRMS = "(?:[百千万民央国名侨台港外粤浙沪苏闽京湘川渝鲁][企商]|企业家|客商|湾区)"
_INTO = re.compile(
    rf"“(?P<name>[{HAN}]{{0,4}}{_FIRMS}[{HAN}]{{0,2}}[进入访走到][{HAN}{MASK}]{{1,6}})”(?=[{HAN}]{{0,6}}活动)"
)
_FOLK = re.compile(
    rf"“[^”\n]{{2,16}}”(?!等)[{HAN}]{{0,8}}?(?<!促)(?:文化|旅游|民俗|消费|美食|购物|体育|展销|采摘)(?:系列|主题)?活动"
)
_TWIN = re.compile(rf"(?P<first>[节会展赛])暨[{HAN}{MASK}]{{2,12}}?活动")
_FEASTS = re.compile(
    r"(?:举办|举行|承办|主办|协办|办好|筹办|参加|开展)(?:了|好)?[^，。；“]{0,10}(?P<names>(?:“[^”]{4,14}(?:节|会|赛|展|集)”、?)+)"
)
_EDITED = re.compile(
    rf"(?:首|第[\d一二三四五六七八九十百{MASK}]+)届(?:(?!届|[和与、]首|[和与、]第)[{HAN}A-Za-z·—（）{MASK}]){{2,16}}?(?:展(?![览示开现厅馆区位销商会业品])|赛(?!事|道|区)"
    rf"|马拉松|庙会|灯会|音乐节|音乐会|年货节|交流周|合作周|活动周|创客周)(?![{HAN}]{{0,6}}暨)"
)
_HELD = re.compile(
    rf"(?:举办|举行|承办|主办)了?(?P<name>[{HAN}A-Za-z{MASK}]{{2,14}}(?:行|赛|展|节|会))等?(?:[{HAN}]{{0,4}})活动"
)
_NATIONWIDE = re.compile(
    rf"(?:[\d{MASK}]{{1,4}}[ \u00a0]?年)?(?:全国|全球|世界)(?!人民|人大|两会|代表|各)"
    rf"[{HAN}]{{4,18}}?(?:工作会议|年会|论坛|峰会|大会)(?!议)"
)

_BILATERAL = re.compile(
    rf"中国[-—―－–][{HAN}]{{2,12}}?(?:[与和][{HAN}]{{2,6}}?)?(?:博览会|峰会|论坛|合作周|交流周|洽谈会)"
)


_QUOTE = re.compile("“([^”]+)”")


def find(ground: Ground) -> Iterator[Mention]:
    """The verb, the quotation marks, or 全国 tell that this is an event."""
    yield from _quoted(ground)
    for rule in (_NATIONWIDE, _BILATERAL, _EDITED):
        for match in rule.finditer(ground.plain):
            yield ground.mention(match.span(), TYPE, "event.nationwide", 0.8)
    yield from _joined(ground)


def _joined(ground: Ground) -> Iterator[Mention]:
    """甲节暨乙大集活动, 丙县“丁”民俗文化系列活动: named by all of its words."""
    for match in _TWIN.finditer(ground.plain):
        start = ground.begin(match.start("first"), dates=False)
        if match.start() - start >= 2:
            yield ground.mention((start, match.end()), TYPE, "event.twin", 0.8)
    for match in _FOLK.finditer(ground.plain):
        start = match.start()
        for region in ground.regions:
            start = region.start if region.end == match.start() else start
        yield ground.mention((start, match.end()), TYPE, "event.folk", 0.8)


def _quoted(ground: Ground) -> Iterator[Mention]:
    for match in (*_QUOTED.finditer(ground.plain), *_FEASTS.finditer(ground.plain)):
        if match.re is _FEASTS or not _OFFICE.search(match["kind"]):
            for quote in _QUOTE.finditer(ground.plain, *match.span("names")):
                yield ground.mention(quote.span(1), TYPE, "event.quoted", 0.75)
    for rule, name in ((_DRAWN, "event.drawn"), (_INTO, "event.drawn"), (_HELD, "event.held")):
        for match in rule.finditer(ground.plain):
            if not is_class(match["name"]):
                yield ground.mention(match.span("name"), TYPE, name, 0.75)
