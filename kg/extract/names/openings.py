"""Industries that open a part: （一）磷化工由“粗”转“精”, ▲食品加工提质增效。, …；氢能抓好两个项目.

The bare word is common, so it is a name here only where the document speaks so of another industry
too (headings side by side), or names this one elsewhere (新材料产业, 甲、乙两大产业).
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import attrgetter

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.frame import Mention, Section
from kg.extract.names import chains
from kg.extract.names.generic import is_class, is_trade
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN

_NUMERAL = "[一二三四五六七八九十]"
MARKS = (
    rf"(?:[▲△●■◆◇★☆※►▶◎•✦❖➢➤—\-－]+|[（(](?:{_NUMERAL}+|\d+)[）)]|{_NUMERAL}+[、.．]|\d{{1,2}}[、.．]"
    rf"|[①-⑳]|{_NUMERAL}[是要则抓])"
)
_MARKED = re.compile(rf"(?:^|[\n。；;：:！])[ \t\u3000]*(?P<mark>{MARKS})[ \t\u3000]*$")
_BARE = re.compile(r"(?:^|[\n。；;])[ \t\u3000]*$")
_VERB = re.compile(
    "(?:着力|大力|加快|全力|持续|积极|重点|推动|推进|促进|做强|做大|做优|做精|壮大|发展|培育|提升|主攻|聚焦|围绕|深耕|"
    "突出|抓好|抓实|夯实|巩固|振兴|打造|在|抓|做)+$"
)
# what goes on as another word: 旅游景区, 物流中心, 外贸进出口, 环保执法
_CONTINUES = re.compile(
    r"园|区(?!域)|企业|公司|集团|工程|中心|基地|平台|城(?!乡)|小镇|大会|会|节(?!节)|展|论坛|协会|商会|联盟|局|产品|市场|人才|资源|"
    r"技术|设备|学|研究|办(?!好)|站|厂|车|线|品牌|合作|专班|工作|进出口|出口|进口|执法|监管|安全|税|用|投资|消费|贸易|市|县|镇|"
    r"[^，。；：\n]{0,4}项目(?![。：:\n（(])|路|带(?!动)|生产|检查|督|治理|意识|基础|质量|业务|总|额|量|价|增加值|部门|单位|管理|服务|商|"
    r"[、和与及]|的|类|等"
)
_TWO = re.compile("[与和及]")  # 商贸与消费 is a topic, no one industry
_LIKE_ITS_SIBLINGS = re.compile(rf"(?P<name>[{HAN}]{{2,8}})(?=[：:])")


def find(ground: Ground) -> Iterator[Mention]:
    """Industries of the vocabulary that open headings or bullets side by side."""
    beside: dict[object, list[tuple[int, int]]] = defaultdict(list)
    for start, end in _hits(ground, chains.known()):
        end = _whole(ground, start, end)
        mark = _mark(ground, start)
        if mark:
            beside[_among(ground, start, mark)].append((start, end))
    for spans in beside.values():
        if len({ground.plain[slice(*span)] for span in spans}) > 1:
            for span in spans:
                yield ground.mention(span, "Chain", "chain.opens", 0.78)
    yield from _siblings(ground, beside)


def again(ground: Ground, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The industries that the document names elsewhere, where they open a line or a clause."""
    stems = {chains.stem(m.name) for m in mentions if m.type == "Chain" and m.score >= _SURE}
    names = [stem for stem in stems if len(stem) > 1]
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    for start, end in _hits(ground, automaton) if names else ():
        if _mark(ground, start) or _BARE.search(ground.plain, max(0, start - 6), start):
            yield ground.mention((start, end), "Chain", "chain.again", 0.74)


_SURE = 0.72
_START = attrgetter("start")


def _hits(ground: Ground, automaton: AhoCorasick) -> Iterator[tuple[int, int]]:
    for _, start, end in automaton.find_matches_as_indexes(ground.plain):
        if not _CONTINUES.match(ground.plain, end):
            yield start, end


_LINE_END = re.compile(rf"[{HAN}]{{1,5}}(?=[。：:\n（(]|$)")


def _whole(ground: Ground, start: int, end: int) -> int:
    """Where the heading's words end if they are trades alone: 水泥|建材, 钢铁|及铸造."""
    rest = _LINE_END.match(ground.plain, end)
    whole = rest is not None and is_trade(re.sub("[及和与]", "", ground.plain[start : rest.end()]))
    return rest.end() if rest and whole else end


def _mark(ground: Ground, start: int) -> str:
    """The number or bullet that the words at `start` open, verbs between left out; else empty."""
    verb = _VERB.search(ground.plain, max(0, start - 8), start)
    at = verb.start() if verb else start
    match = _MARKED.search(ground.plain, max(0, at - 9), at)
    return match["mark"] if match else ""


def _among(ground: Ground, start: int, mark: str) -> object:
    """What headings or bullets beside this one share: the part they stand in and their style."""
    sections = ground.frame.sections
    index = bisect_right(sections, start, key=_START)
    here: Section | None = sections[index - 1] if index else None
    if here and here.body >= start and here.parent:
        return (here.parent.start, here.level)
    return mark.strip("（）()、.．0123456789一二三四五六七八九十")


def _siblings(ground: Ground, beside: dict[object, list[tuple[int, int]]]) -> Iterator[Mention]:
    """青稞食品：… beside two parts that open with an industry and a colon."""
    for section in ground.frame.sections:
        if not section.level or section.parent is None:
            continue
        spans = beside.get((section.parent.start, section.level), [])
        if sum(ground.plain[end : end + 1] in ("：", ":") for _, end in spans) > 1:
            at = ground.plain.find(section.heading, section.start, section.body)
            match = _LIKE_ITS_SIBLINGS.match(ground.plain, max(at, section.start))
            if (
                match
                and chains.industry(match["name"])
                and not _TWO.search(match["name"])
                and not is_class(match["name"])
            ):
                yield ground.mention(match.span("name"), "Chain", "chain.beside", 0.72)
