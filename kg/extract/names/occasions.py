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
    for rule in (_NATIONWIDE, _BILATERAL):
        for match in rule.finditer(ground.plain):
            yield ground.mention(match.span(), TYPE, "event.nationwide", 0.8)


def _quoted(ground: Ground) -> Iterator[Mention]:
    for match in _QUOTED.finditer(ground.plain):
        if not _OFFICE.search(match["kind"]):
            for quote in _QUOTE.finditer(ground.plain, *match.span("names")):
                yield ground.mention(quote.span(1), TYPE, "event.quoted", 0.75)
    for rule, name in ((_DRAWN, "event.drawn"), (_HELD, "event.held")):
        for match in rule.finditer(ground.plain):
            if not is_class(match["name"]):
                yield ground.mention(match.span("name"), TYPE, name, 0.75)
