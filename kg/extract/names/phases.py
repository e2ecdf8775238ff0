"""Phases of a project: …一期, …二期工程 after its name; 二期 alone speaks of the one before."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, LETTER

TYPE = "Project"
_PHASE = re.compile(
    r"(?<![第\d一二三四五六七八九十学周工任长短近中分定])(?P<no>[一二三四五首]期)(?P<word>工程|项目|扩建工程|扩建项目|扩建)?"
    r"(?!建设面积|限|间|末|内|满|望|权|货|刊|任务|指标|学员|目标|资金|出资|注资|到位|培训|债|用地|规划面积|[\d.*×X]+(?:余|多)?[亿万]*元)"
)
_OPENS = re.compile(
    r"(?:^|[，。；、：！,;:\n（(]|[和与及]|其中|目前|现|该项目|[日月年]|[年月][底初]?前|[年月][底初]|项目|(?:推动|推进|启动|加快|确保|力争|促进|争取)了?)的?$"
)
_SAID = re.compile(
    rf"(?:(?!入园|入驻|企业)[{LETTER}（）()/.]{{0,8}}?[，,；]?)?(?:已|正|将|拟|于|计划|预计|即将|全面|全部|顺利|建成|开工|动工|投[入产用运]|竣工|完[成工]|主体|封顶|在建|建设|签约|启动|试|达产|开建|续建|前期|办理|尚未|未|仍|今年|明年|[\d*×X]{{1,4}}[年月]|[年月]底|总?投资|厂房|进入|设备|规划|编制|施工|推进|需|用电|用地|用林|林地|征地|环评|能评)"
)
_OWN = re.compile(r"[一二三四五首]期(?:工程|项目|扩建)?")
_BARE_BASE = re.compile(rf"(?![一二三四首]期)[{HAN}A-Za-z0-9·*×□]{{3,20}}")
_REACH = 160


def find(ground: Ground, chosen: Sequence[Mention]) -> Iterator[Mention]:
    """The phases the text speaks of, named with their project where it stands before them."""
    bases = sorted((m for m in chosen if m.type in ("Project", "Park", "Company")), key=_END)
    summed = list(_with_sums(ground, bases))
    bases = sorted([*bases, *summed], key=_END)
    yield from summed
    for match in _PHASE.finditer(ground.plain):
        if any(b.start < match.start() and match.end() <= b.end for b in _near(bases, match)):
            continue  # inside a longer name: 甲乙一期年产3万吨丙项目
        work = next((b for b in bases if b.start == match.start() and _is_work(b)), None)
        base = next((b for b in bases if b.end == match.start()), None)
        mention = _adjacent(ground, match, base) or _alone(ground, match, bases, work)
        if mention:
            bases.insert(bisect_left(bases, mention.end, key=_END), mention)
            yield mention


_END = attrgetter("end")


def _is_work(mention: Mention) -> bool:
    """A work that its phase begins: 一期8万吨生产线, no name of its own."""
    return mention.type == TYPE and not mention.name.endswith("项目")


def _near(bases: list[Mention], match: re.Match[str]) -> Iterator[Mention]:
    index = bisect_left(bases, match.end(), key=_END)
    yield from bases[index : index + 3]


_PARTED = re.compile(r"(?:其中|[，、；：])(?P<phase>[一二三首]期)(?=[约近超]?[\d.*×X]+[亿万]*元)")


def _with_sums(ground: Ground, bases: list[Mention]) -> Iterator[Mention]:
    """分两期建设，其中一期2亿元: the phases whose sums alone are told."""
    for match in _PARTED.finditer(ground.plain):
        low = ground.plain.rfind("。", 0, match.start()) + 1
        base = _last(ground, match.start(), bases)
        if base and not _OWN.search(base.name) and _PARTS.search(ground.plain, low, match.start()):
            name = base.name + match["phase"]
            yield Mention(*match.span("phase"), TYPE, name, "project.phase", 0.9)


_PARTS = re.compile("分[一二两三四][个]?期|[一二三]期")


def _adjacent(ground: Ground, match: re.Match[str], base: Mention | None) -> Mention | None:
    """甲项目二期, 乙园二期, 丙标准厂房三期: name and phase in one."""
    if base is not None:
        listed = ground.plain[match.end() : match.end() + 1] in tuple("、等和及")
        sure = base.type == TYPE or listed or _SAID.match(ground.plain, match.end())
        if sure and not _OWN.search(base.name):
            return ground.mention((base.start, match.end()), TYPE, "project.phase", 0.9)
        return None
    start = ground.begin(match.start())
    name = ground.plain[start : match.start()]
    named = _BARE_BASE.fullmatch(name) and not is_class(name) and not _OPENS.search(name)
    if named and not ground.cuts_between(start, match.start()) and _built(ground, match):
        return ground.mention((start, match.end()), TYPE, "project.phase", 0.76)
    return None


def _built(ground: Ground, match: re.Match[str]) -> bool:
    """Whether the words after a phase speak of its building."""
    return match["word"] is not None or _SAID.match(ground.plain, match.end()) is not None


def _alone(
    ground: Ground, match: re.Match[str], bases: list[Mention], work: Mention | None
) -> Mention | None:
    """二期正在办理能评: the phase of the project (or park in phases) last named in this line."""
    start = match.start()
    said = work is not None or _built(ground, match)
    opens = _OPENS.search(ground.plain, max(0, start - 5), start)
    if not said or not (opens or (match["word"] and ground.cut_before(start) == start)):
        return None
    base = _last(ground, start, bases)
    printed = match["no"] if work else match[0]
    end = work.end if work else match.end()
    if base is None:
        named = not work and match["word"] in ("工程", "项目")
        return ground.mention((start, end), TYPE, "project.phase", 0.75) if named else None
    own = _OWN.search(base.name)
    name = base.name + printed
    if own:  # 甲项目一期, 甲一期年产3万吨乙项目: what stands before its own phase
        name = base.name[: own.start()] + printed
    return Mention(start, end, TYPE, name, "project.phase", 0.9)


def _last(ground: Ground, start: int, bases: list[Mention]) -> Mention | None:
    """The project last named before this place in its line."""
    line = ground.plain.rfind("\n", max(0, start - _REACH), start) + 1
    low = max(line, start - _REACH)
    index = bisect_left(bases, start + 1, key=_END)
    for base in reversed(bases[:index]):
        if base.start < low:
            return None
        if base.type == TYPE and not _OWN.match(base.name):
            return base
    return None
