"""in_chain by where a name stands: under an industry's heading, in its paragraph or clause."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.facts.groups import groups
from kg.extract.facts.relation import Named
from kg.extract.facts.scene import Scene, scenes
from kg.extract.frame import Frame, Section
from kg.extract.names.chains import stem
from kg.extract.names.openings import MARKS
from kg.model import Ref

_KIND = "(?:产业链|产业集群|产业|行业|领域|板块|集群|类|链|业)"
_VERBS = (
    "(?:在|围绕|聚焦|依托|立足|做强|做大|做优|做精|壮大|发展|培育|推动|推进|加快|着力|大力|重点|"
    "抓好|抓实|突出|主攻|深耕|提升|持续|抓|做)*"
)
_OPENS = re.compile(
    rf"^(?:{MARKS}|\s)*{_VERBS}(?P<at>Ⓗ){_KIND}?(?![、和与及等]|{_KIND}?(?:企业|公司|品牌|人才|产品|示范|论坛|节))"
    rf"|(?<=[，：；]){_VERBS}(?P<in>Ⓗ)(?:{_KIND}?(?:项目|招商|发展)?(?:方面|上|中|内)?[，：]"
    rf"|{_KIND}?[^，。；：ⓅⒸⓀⓇⓌ]{{2,10}}：|{_KIND}?(?:项目有|企业有)"
    rf"|{_KIND}?(?:要|重点|继续|着力|则|抓好|以|加快|方面))"
)
_SORTED = re.compile(f"{_KIND}?项目Ⓝ")  # 新材料项目6个，…；食品项目2个，…: a line for each industry
_ELSE = re.compile("[^，。；]{2,10}项目Ⓝ|剩下|剩余|其余|其他|另外|此外")
_CHIEF = re.compile("(?:龙头|链主|骨干|领军|重点)企业(?P<firm>Ⓒ)")
_CARRIER = re.compile("(?:依托|建设|打造|以|建成)[ⓌⓇ]*Ⓚ")  # the park that carries the industry
_SUBJECT_LEVEL = 4  # headings up to （一） open a subject; deeper ones are its items
# a line of a project's card says the firm of the project, not of the industry: 投资主体：甲公司
_CARD = re.compile("^[^，。；：]{0,8}(?:主体|单位|业主|方|商|企业|公司|法人)(?:名称)?：")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch that speaks of one industry, and where the text says so."""

    chain: Ref
    said: tuple[int, int]
    paragraph: int
    section: Section
    whole: bool  # it opens a paragraph or item, and holds to its end; else for its sentence


def say(frame: Frame) -> None:
    """Record the firms, projects and parks that a part about one industry speaks of."""
    under = _headings(frame)
    part: _Part | None = None
    before: Scene | None = None
    for scene in scenes(frame):
        part = part if part and before and _goes_on(part, before, scene) else None
        start = 0
        for at, opened in _openings(scene, before):
            _members(scene, start, at, part or _heading(scene, under))
            start, part = at, opened
        _members(scene, start, len(scene.text), part or _heading(scene, under))
        before = scene


def _goes_on(part: _Part, before: Scene, scene: Scene) -> bool:
    if part.whole:
        section = scene.sentence.section
        return scene.paragraph == part.paragraph and part.section in section.path()
    runs_on = before.text.endswith(("；", ";")) and not _ELSE.match(scene.text)
    return runs_on and "Ⓗ" not in scene.text


def _openings(scene: Scene, before: Scene | None) -> Iterator[tuple[int, _Part]]:
    """Where a sentence turns to an industry: `白酒产业，…`, `▲食品加工提质。`, `…：氢能重点…`."""
    section = scene.sentence.section
    for match in _OPENS.finditer(scene.text) if "Ⓗ" in scene.text else ():
        at = match.start("at") if match["at"] else match.start("in")
        for chain, position in scene.refs(at, at + 1, "Ⓗ"):
            whole = (
                bool(match["at"])
                and _fresh(scene, before)
                and not _SORTED.match(scene.text, at + 1)
            )
            yield at, _Part(chain, scene.span(position), scene.paragraph, section, whole)


def _fresh(scene: Scene, before: Scene | None) -> bool:
    """Whether a paragraph, or an item under a number of its own, begins here."""
    if before is None or before.paragraph != scene.paragraph:
        return True
    return before.sentence.section is not scene.sentence.section


def _members(scene: Scene, start: int, end: int, part: _Part | None) -> None:
    if part is None or _CARD.match(scene.text):
        return
    rule = "chain.part" if part.said[0] >= scene.sentence.start else "chain.heading"
    for ref, at in _spoken_of(scene, part.chain):
        if start <= at < end:
            quotes = [scene.span(at), part.said]
            scene.frame.say(ref, "in_chain", part.chain, at=quotes, rule=rule, confidence=0.8)


def _spoken_of(scene: Scene, chain: Ref) -> Iterator[Named]:
    """Projects, firms and parks that are no companions (与甲公司, 由甲公司, 在甲园).

    A park of the industry's own name, or one it rests on (依托甲园), is never a mere companion.
    """
    name = stem(chain.name)
    for group in groups(scene):
        for ref, at in group.members:
            if not group.companion or (ref.type == "Park" and name in ref.name):
                yield ref, at
    for base in _CARRIER.finditer(scene.text):
        yield from scene.refs(*base.span(), "Ⓚ")
    for chief in _CHIEF.finditer(scene.text):
        yield from scene.refs(*chief.span("firm"), "Ⓒ")


def _headings(frame: Frame) -> dict[int, _Part]:
    """The parts (by start) whose heading names one industry."""
    found: dict[int, _Part] = {}
    for section in frame.sections:
        if not section.level:
            continue
        names = frame.mentions_in(section.start, section.body)
        chains = [m for m in names if m.type == "Chain"]
        if len({frame.ref(m) for m in chains}) != 1:
            continue
        others = any(m.type in ("Company", "Project", "Park") for m in names)
        if _opens(frame, section, chains[0].start) or (not others and _short(frame, section)):
            said = (section.start, section.body)
            found[section.start] = _Part(frame.ref(chains[0]), said, -1, section, True)
    return found


_LEAD = re.compile(rf"\s*(?:{MARKS}\s*)*{_VERBS}")
_LISTED = re.compile(f"{_KIND}?[、和与及等]")


def _opens(frame: Frame, section: Section, at: int) -> bool:
    """Whether an industry opens this heading, whatever the heading goes on to say of it."""
    lead = _LEAD.match(frame.plain, section.start)
    end = next(m.end for m in frame.mentions_in(at, section.body, "Chain"))
    return lead is not None and lead.end() == at and not _LISTED.match(frame.plain, end)


def _short(frame: Frame, section: Section) -> bool:
    """A heading that is little more than the industry's name."""
    words = re.sub(r"[\s（）()一二三四五六七八九十\d、.．。：:是]", "", section.heading)
    chain = frame.mentions_in(section.start, section.body, "Chain")[0]
    return len(words) - (chain.end - chain.start) <= 6


def _heading(scene: Scene, under: dict[int, _Part]) -> _Part | None:
    """The innermost heading that names an industry, unless a part of its own lies between."""
    for section in scene.sentence.section.path():
        if section.start in under:
            part = under[section.start]
            return part if scene.sentence.start >= part.said[1] else None
        if 0 < section.level < _SUBJECT_LEVEL:
            return None
    return None
