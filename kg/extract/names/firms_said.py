"""Firms by what is said of them: 与X签约, 由X投资, 龙头企业X, 企业2家（X、Y）."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.brands import firm_like, is_common
from kg.extract.names.generic import is_plain, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN

TYPE = "Company"


def find(ground: Ground) -> Iterator[Mention]:
    """Every name that stands where a firm's name stands."""
    yield from _cued(ground)
    yield from _bracketed(ground)
    yield from _apposed(ground)


_NAME = rf"[{HAN}A-Za-z0-9*×□○＊·]"
_WITH = re.compile(
    rf"(?:与|和|同|跟)(?P<name>{_NAME}{{2,10}}?)"
    r"(?=(?:正式|成功|现场|就|共同|正在)?(?:洽谈|商谈|沟通|协商|磋商|座谈|会谈|对接|接洽|签订|签署|签约|达成|签下|签了|战略合作|举行签约|谈成|谈的|谈了))"
)
_BY = re.compile(
    rf"(?<![自来理])由(?P<name>{_NAME}{{2,12}}?)(?=(?:独资|全额|共同)?(?:投资|出资|注资|承建|兴建))"
)
_TITLE = re.compile(r"(?:集团)?(?:董事局主席|董事长|总经理|总裁|副总裁|首席执行官|副总经理)")
_LETTERS = re.compile(rf"{_NAME}*$")


_INVESTS = re.compile(
    rf"(?<=[，,；;：:、中])(?P<name>{_NAME}{{2,8}}?)(?=(?:计划|拟|又)?(?:投资|增资|追加投资|追加|注资)[\d*×X])"
)
_AS = re.compile(rf"以(?P<name>{_NAME}{{3,10}}?)为(?:代表|链主)")
_OWNER = re.compile(
    rf"(?:投资方|投资主体|投资商|业主|业主单位|建设单位|承建方|承建单位|投资企业|企业名称)(?:为|是|：|:)(?P<name>{_NAME}{{2,16}})"
    r"(?=[，。；、\n）)])"
)
_BRACKET = re.compile(r"(?:企业|强)[^，。；、（(]{0,4}[（(](?P<names>[^（）()，。]{2,60})[）)]")


_APPOSED = re.compile(
    rf"(?:[5五]百?0*强|百强|龙头|知名|上市|链主|领军|骨干|头部)(?:企业|公司)(?P<name>{_NAME}{{2,6}}?)"
    r"(?=[，。；、）)]|[也都]|等|的|在|与|和|投资|签|拟|计划|正式|落户|入驻|集团|落地|达成|表达|已|将|来)"
)


def _apposed(ground: Ground) -> Iterator[Mention]:
    """龙头企业甲, 500强企业乙: the name beside the class is a firm's."""
    for match in _APPOSED.finditer(ground.plain):
        start = ground.skip_leads(match.start("name"), match.end("name"))
        name = ground.plain[start : match.end("name")]
        cuts = ground.cuts_between(start, match.end("name"))
        named = len(name) > 1 and not cuts and not is_common(name) and not _PERSONAL.search(name)
        if named and not ground.region_at(start):
            yield ground.mention((start, match.end("name")), TYPE, "company.apposed", 0.72)


def _bracketed(ground: Ground) -> Iterator[Mention]:
    """企业2家（甲、乙）: what the bracket lists are firms."""
    for match in _BRACKET.finditer(ground.plain):
        for item in re.finditer(r"[^、等]+", match["names"]):
            if len(item[0]) > 1 and _nameable(item[0]) and not _PERSONAL.search(item[0]):
                start = match.start("names") + item.start()
                span = (start, start + len(item[0]))
                yield ground.mention(span, TYPE, "company.bracket", 0.75)


def _cued(ground: Ground) -> Iterator[Mention]:
    """与X签约, 由X投资建设, X董事长: what stands there is a firm unless it reads otherwise."""
    for cue, score in ((_WITH, 0.72), (_BY, 0.7), (_OWNER, 0.75), (_INVESTS, 0.7), (_AS, 0.7)):
        for match in cue.finditer(ground.plain):
            sure = firm_like(match["name"]) and not is_plain(match["name"])
            if cue is _AS and not sure:
                continue
            if cue is _OWNER and sure:
                yield ground.mention(match.span("name"), TYPE, "company.owner", 0.8)
                continue
            yield from _said(ground, *match.span("name"), score)
    for title in _TITLE.finditer(ground.plain):
        letters = _LETTERS.search(ground.plain, max(0, title.start() - 8), title.start())
        if letters:
            yield from _said(ground, letters.start(), title.start(), 0.7)


def _said(ground: Ground, low: int, end: int, score: float) -> Iterator[Mention]:
    """The firm that ends at `end`, unless what stands there is a person, a place or a class."""
    start = ground.skip_leads(max(low, ground.cut_before(end)), end)
    name = ground.plain[start:end]
    named = 2 <= len(name) <= 8 and _nameable(name) and not _PERSONAL.search(name)
    if named and (len(name) > 4 or not ground.region_at(start)):
        yield ground.mention((start, end), TYPE, "company.verb", score)


def _nameable(name: str) -> bool:
    return any(c in name for c in "*×□○＊") or not is_trade(name)


_PERSONAL = re.compile(
    r"(?:缺位|缺失|偏少|不足|不多|较少|商|者|人|们|方|家|企业|公司|单位|部门|政府|局|委|办|会|厅|院|园|区|县|市|省|镇|州|集团|资金|财政|资本|我|其|他|各|双|共|党|干部|代表|书记|领导|项目|作|议|的|情况|等|主席|副|总|计划|预计|协议|固定资产|累计|一期|二期|三期|期|其|技改|技术改造|静态|动态|年|月|日)$"
)


def is_personal(name: str) -> bool:
    """Whether these words end as a person, an office, a class or a time does, and no firm."""
    return _PERSONAL.search(name) is not None
