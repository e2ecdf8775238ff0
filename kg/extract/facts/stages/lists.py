"""Stages said of lists: by a class word, a verb with its object, a header, a bracket."""

import re
from collections.abc import Iterator

from kg.extract.facts.groups import group_of
from kg.extract.facts.relation import status_at
from kg.extract.facts.rolls import Roll
from kg.extract.facts.scene import Scene
from kg.extract.facts.stages import cues
from kg.extract.facts.stages.dates import last_date
from kg.extract.facts.stages.reading import (
    Candidate,
    Cue,
    candidates,
    class_status,
    fits,
    verb_status,
)

Taken = list[tuple[int, int]]  # where words were already read

_BRACKETED = re.compile("[ⓅⒸⓀ][（(][^（）()ⓅⓀⒸ]{1,24}[)）]")
_BEGINS = ("started", "completed")
_BEGUN = re.compile("(?:的)?(?:项目|工程)?建设")  # 启动甲项目建设: begun, not yet being built
_HEADS = re.compile("[Ⓝ个家批户]|项目|企业")
_GOES_ON = re.compile(
    "分别|即|如|比如|例如|主要有|包括|具体[为有是]|它们|依次|其中|[从按分]|[ⒽⓇⓀ]|[一二三四五六七八九十]是|同时|此外|另有"
)
_OF_HEADER = ("signed", "started", "building", "negotiating", "production", "completed")


def overlaps(start: int, end: int, taken: Taken) -> bool:
    """Whether a stretch was already read."""
    return any(start < b and a < end for a, b in taken)


def by_class(scene: Scene, taken: Taken) -> Iterator[Candidate]:
    """甲、乙等签约项目; 在建项目有甲、乙."""
    for pattern, rule in (
        (cues.after_list(), "class"),
        (cues.intent_after_list(), "class"),
        (cues.before_list(), "class_head"),
    ):
        for match in pattern.finditer(scene.text):
            stage = cues.stage_of(match)
            at = match.start(stage)
            if not overlaps(at, match.end(stage), taken):
                group = group_of(scene, *match.span("list"))
                bare = rule == "class" and scene.text[group.end] != "等"
                if group.companion and bare:  # 依托甲引进上下游企业
                    continue
                taken.append((at, match.end(stage)))
                cue = Cue(scene, at, stage, rule, 0.9)
                yield from candidates(cue, group.members, class_status(scene, at))


def by_rise(scene: Scene, taken: Taken) -> Iterator[Candidate]:
    """新增甲、乙2家规上企业: they rose above the threshold."""
    for match in cues.RISES.finditer(scene.text):
        at = match.start("rise")
        taken.append(match.span("rise"))
        cue = Cue(scene, at, "above_scale", "class", 0.8)
        members = group_of(scene, *match.span("list")).members
        yield from candidates(cue, members, verb_status(cue, match.start("list")))


def by_verb(scene: Scene, taken: Taken) -> Iterator[Candidate]:
    """引进甲、乙."""
    for match in cues.with_object().finditer(scene.text):
        stage = cues.stage_of(match)
        cue = Cue(scene, match.start(stage), stage, "object", 0.75)
        group = group_of(scene, *match.span("list"))
        if overlaps(cue.at, match.end(stage), taken):
            continue
        if any(fits(ref, cue) for ref, _ in group.members):
            taken.append((cue.at, match.end(stage)))
            if goes_on := _BEGUN.match(scene.text, group.end) if stage in _BEGINS else None:
                taken.append(goes_on.span())
            yield from candidates(cue, group.members, verb_status(cue, group.start))


def by_bracket(scene: Scene) -> Iterator[Candidate]:
    """甲项目（已开工）、乙项目（在谈）: each bracket is of the name before it."""
    for match in _BRACKETED.finditer(scene.text):
        named = scene.refs(match.start(), match.start() + 1)
        for word in cues.verb().finditer(scene.text, match.start() + 2, match.end() - 1):
            cue = Cue(scene, word.start(), cues.stage_of(word), "bracket", 0.85)
            yield from candidates(cue, named, status_at(scene, cue.at))


def by_header(scenes: list[Scene]) -> Iterator[Candidate]:
    """签约项目12个，其中新材料类3个：甲、乙、丙；…: the header holds for all lists after it."""
    header: Cue | None = None
    last: Scene | None = None
    for scene in scenes:
        if not (last and _linked(last, scene)):
            header = None
        last = scene
        own = cues.header().search(scene.text) if _HEADS.search(scene.text) else None
        if own:
            stage = cues.stage_of(own)
            header = Cue(scene, own.start(stage), stage, "breakdown", 0.8)
        if header:
            yield from _broken_down(scene, own.end() if own else 0, header)


def _linked(last: Scene, scene: Scene) -> bool:
    """Whether a sentence goes on with the list that the one before began."""
    section = scene.sentence.section
    heading = section.level > 0 and last.sentence.start < section.body
    goes_on = heading or last.text.endswith(("；", ";", "：", ":")) or _GOES_ON.match(scene.text)
    return bool(goes_on) and last.sentence.section is section


def _broken_down(scene: Scene, start: int, header: Cue) -> Iterator[Candidate]:
    for match in cues.BREAKDOWN.finditer(scene.text, start):
        listed = next(name for name in ("list", "within", "rest", "among") if match[name])
        if cues.header().search(scene.text, start, match.start(listed)):
            return  # another class begins
        group = group_of(scene, *match.span(listed))
        status = class_status(header.scene, header.at)
        yield from candidates(header, group.members, status, scene)


def by_roll(roll: Roll) -> Iterator[Candidate]:
    """已签约项目3个：甲…；乙…: the header's last stage holds for each item."""
    scene = roll.scene
    words = list(cues.verb().finditer(scene.text, 0, roll.end))
    words = words or list(cues.class_word().finditer(scene.text, 0, roll.end))
    words = [word for word in words if cues.stage_of(word) in _OF_HEADER]
    if not words or status_at(scene, words[-1].start()) != "reached":
        return
    cue = Cue(scene, words[-1].start(), cues.stage_of(words[-1]), "roll", 0.85)
    for ref, where, position in roll.items:
        for found in candidates(cue, [(ref, position)], "reached", where):
            date = found.date or (last_date(scene, 0, cue.at) if roll.counted else None)
            yield Candidate(
                ref, found.stage, found.status, date, found.spans, 0.85, found.rule, found.by
            )
