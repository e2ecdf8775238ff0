"""Firms with a mask inside their name: 国X建投西南总部, 与华测X通签约, 奥×特投资."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.brands import trade_word
from kg.extract.names.edges import after_asking
from kg.extract.names.generic import is_class, is_plain
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN
from kg.extract.patterns import fast

_MASKED = fast(r"[XＸ×*○□＊]{1,2}")
_HEAD = re.compile(rf"[{HAN}]{{1,6}}$")
_RIGHT = (
    r"(?=[、，。；：！）)\n”]|[和与及等在将已拟是]|[两三四五六七2-9][家户个大]|(?:西部|西南|西北|华东|华南|华中|华北|东北|中部|全国|全球|区域|中国)?[^，。；、]{0,4}(?:总部|研发中心|分公司|基地|项目|中心|研究院)"
    r"|投资|出资|签|落户|入驻|进驻|年产|总投资|一期|二期|代理|剩余|因|公司|集团|老板|计划|增资|达成|正式|追加)"
)
_TAIL = re.compile(rf"(?P<tail>[{HAN}]{{0,3}}?){_RIGHT}")
# a place, a measure, a list of levels: no firm
_NO_TAIL = re.compile(
    r"[区县市镇乡村州省路街旗盟岛山河江湖桥站]|[亿万千百]|元|[个家户项吨亩月日号栋届届次条名人位年期级类批座所种元]|工业|产业|经济|大道|高速|项目|学院|大学|医院|小学|中学|局|委|办|部门|商会|协会"
)
_NO_HEAD = re.compile(
    r"(?:[县市区镇乡村州省年月日第约近超逾达共计额值量比为至各投资了的有个家户项届]|投资|增长|完成|实现|下降|面积|总额|产值|税收|资金|其中|同比|占|力争|突破|落实|引进|签约|项目|企业|园区|街道|书记|县长|主任|局长|同志)$"
)

_GIVEN = re.compile("委托|交给|租给|交由|引来|请来|招来|跟踪|盯住")


def find(ground: Ground) -> Iterator[Mention]:
    """Every short name that a mask stands in the middle or at the end of."""
    for mask in _MASKED.finditer(ground.plain):
        head = _HEAD.search(ground.plain, max(0, mask.start() - 6), mask.start())
        if head is None or _NO_HEAD.search(head[0]):
            continue
        start = ground.begin(mask.start())
        start = ground.skip_leads(max(start, head.start()), mask.start())
        start = after_asking(ground, start, mask.start())
        given = _GIVEN.match(ground.plain, start, mask.start())
        start = given.end() if given else start
        named = ground.plain[ground.after_regions(start, mask.start()) : mask.start()]
        end = _end(ground, mask.end())
        if not 1 <= len(named) <= 4 or is_class(named) or not end or end - start < 3:
            continue
        traded = trade_word().fullmatch(ground.plain, mask.end(), max(end, mask.end()))
        if not traded and (
            mask[0][0] not in "XＸ×" or _common(ground.plain, named, mask.end(), end)
        ):
            continue
        body = ground.plain[end - 1] in "院所会"
        kind = "Organization" if body else "Company"
        yield ground.mention((start, end), kind, f"{kind.lower()}.masked", 0.71)


def _common(plain: str, named: str, after: int, end: int) -> bool:
    """Whether the letters around the mask are words of the language: 气X灾害."""
    if len(named) > 1:
        return is_plain(named)
    return end - after < 2 or is_plain(plain[after:end])


def _end(ground: Ground, at: int) -> int:
    """Where the name ends after its mask: at a trade word, else before what firms do; 0 if not."""
    trade = trade_word().match(ground.plain, at) or trade_word().match(ground.plain, at + 1)
    tail = _TAIL.match(ground.plain, at)
    if trade and not _NO_TAIL.search(ground.plain, at, trade.start()):
        return trade.end()
    if tail and not _NO_TAIL.search(tail["tail"]):
        return tail.end("tail")
    return 0
