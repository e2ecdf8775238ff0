"""Stages said by an occasion: an agreement on what is to be built, a ceremony's name."""

import re
from collections.abc import Iterator

from kg.extract.facts.groups import LIST, group_of
from kg.extract.facts.relation import Named, status_at
from kg.extract.facts.scene import Scene
from kg.extract.facts.stages.cues import BEFORE_LIST
from kg.extract.facts.stages.dates import last_date
from kg.extract.facts.stages.lists import Taken
from kg.extract.facts.stages.reading import Candidate, Cue, candidates
from kg.extract.frame import Frame, Mention
from kg.model import Ref

_DEAL = re.compile(
    rf"(?:签[订署下约](?:了)?[^。；]{{0,24}}?(?:协议|合同|合约)[^。；ⓅⓀⒸ]{{0,10}}?"
    rf"|签约(?:[^。；ⓅⓀⒸ]{{0,8}}?，)[^。；ⓅⓀⒸ]{{0,10}}?"
    rf"|(?:引进|招引|引入|引来)(?:了)?[^，。；ⓅⓀⒸ]{{0,8}}?Ⓒ，?(?:计划|拟|将)?(?:总?投资)?Ⓜ?元?(?:在[ⓇⓀⓌ])?)"
    rf"(?:投资)?(?:建设|打造|兴建|共建|开发|实施|新建){BEFORE_LIST}(?P<list>{LIST})"
)
_FRAME = re.compile("框架(?!协议或)|意向")
_CEREMONIES = {
    "奠基": "started",
    "开工": "started",
    "动工": "started",
    "投产": "production",
    "开业": "production",
    "竣工": "completed",
    "签约": "signed",
    "签字": "signed",
}
_CEREMONY = re.compile("|".join(_CEREMONIES))
_HOST = re.compile(
    rf"(?P<list>{LIST})[^。；ⓅⒸ]{{0,16}}?(?:举行|举办|召开)(?:了)?[^。；，]{{0,8}}?$"
)
_LONG_ENOUGH = 4  # a project's name inside an event's


def by_deal(scene: Scene, taken: Taken) -> Iterator[Candidate]:
    """签订协议，共同建设甲: what a signed agreement is to build is signed, not yet built."""
    for match in _DEAL.finditer(scene.text):
        taken.append((match.start(), match.start("list")))
        members = group_of(scene, *match.span("list")).members
        at = match.start()
        for ref, position in members:
            status = status_at(scene, at)
            if ref.type == "Park" and status:  # a park is signed where it is what is built
                spans = (scene.span(position, at),)
                yield Candidate(ref, "signed", status, None, spans, 0.75, "stage.deal")
        projects = [m for m in members if m[0].type == "Project"]
        stage = "intent" if _FRAME.search(match[0]) else "signed"
        yield from candidates(Cue(scene, at, stage, "deal", 0.8), projects, status_at(scene, at))


def by_ceremony(scene: Scene) -> Iterator[Candidate]:
    """甲项目举行开工仪式; 甲项目投产暨乙项目开工仪式: the event's name says the stage."""
    for at in [at for at in scene.things if scene.text[at] == "Ⓔ"]:
        mention = scene.mention(at)
        word = _CEREMONY.search(mention.name) if mention else None
        if mention and word:
            host = _HOST.search(scene.text, 0, at)
            members = group_of(scene, *host.span("list")).members if host else ()
            projects = [m for m in members if m[0].type == "Project"]
            yield from _held(scene, at, _CEREMONIES[word[0]], projects)
            for ref, stage in _named_in(scene.frame, mention):
                yield from _held(scene, at, stage, [(ref, at)])


def _held(scene: Scene, at: int, stage: str, projects: list[Named]) -> Iterator[Candidate]:
    date = last_date(scene, 0, at)
    for ref, position in projects:
        spans = (scene.span(position, at),)
        yield Candidate(ref, stage, "reached", date, spans, 0.85, "stage.ceremony")


def _named_in(frame: Frame, event: Mention) -> Iterator[tuple[Ref, str]]:
    """The projects that an event's name contains, with the stage that follows each."""
    for entity in frame.entities:
        if entity.type != "Project":
            continue
        for name in (entity.name, *entity.aliases):
            start = event.name.find(name) if len(name) >= _LONG_ENOUGH else -1
            after = _CEREMONY.search(event.name, start + len(name)) if start >= 0 else None
            if after:
                yield entity.ref, _CEREMONIES[after[0]]
                break
