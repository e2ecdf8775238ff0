"""located_in and part_of: where parks, firms, projects and events lie, and what is part of what."""

import itertools
import re

from kg.extract.facts.carriers import under_parks
from kg.extract.facts.divisions import lies_in
from kg.extract.facts.groups import group_of, groups
from kg.extract.facts.parts import say_parts
from kg.extract.facts.relation import Named, named, relate, status_at, tense
from kg.extract.facts.rolls import Roll, rolls
from kg.extract.facts.scene import Scene, scenes
from kg.extract.facts.sites import EVENT, MOVED, PARK_ANAPHOR, PATTERNS, TOPIC
from kg.extract.frame import Frame

_OF_PLACE = re.compile("(?P<place>[ⓇⓀ])(?:境内|区内|内)?的[^，。；]{0,12}$")
_OPENING = 3  # a name that starts this early is what the sentence is about
_KINDS = {"公司": ("Company",), "企业": ("Company",), "集团": ("Company",), "园区": ("Park",)}
_ADJACENT = re.compile("[ⓇⓌ]+[ⓇⓀ]")
_ANYWHERE, _ANYTHING = re.compile("[ⓇⓌⓀ]"), re.compile("[ⓅⒸⓀ]")


def say(frame: Frame) -> None:
    """Record where things lie and what they are part of."""
    for scene in scenes(frame):
        _located(scene)
        _adjacent(scene)
        say_parts(scene)
        _in_the_park(scene)
    for roll in rolls(scenes(frame)):
        _rolled(roll)
    under_parks(frame)


def _located(scene: Scene) -> None:
    if not _ANYWHERE.search(scene.text):
        return
    for rule, confidence, pattern in PATTERNS if _ANYTHING.search(scene.text) else ():
        for match in pattern.finditer(scene.text):
            things = list(group_of(scene, *match.span("thing")).members)
            if rule == "place.attracts" and scene.frame.home in [
                r for r, _ in _narrowest(scene, match)
            ]:
                things = _firms(scene, things)  # of the firm that came, not of its project
            _at(scene, match, things, rule, confidence)
    for pattern in EVENT if "Ⓔ" in scene.text else ():
        for match in pattern.finditer(scene.text):
            relate(
                scene,
                named(scene, match, "thing", "Ⓔ"),
                "located_in",
                _narrowest(scene, match),
                rule="place.event",
                confidence=0.85,
                qualifiers=tense(status_at(scene, match.start("place"))),
            )
    _of_topic(scene)


def _firms(scene: Scene, things: list[Named]) -> list[Named]:
    firms = [(ref, at) for ref, at in things if ref.type == "Company"]
    return firms + [(firm, at) for _, at in things for firm in scene.inner(at)]


def _of_topic(scene: Scene) -> None:
    """`项目位于甲园`: the project that the sentence or the paragraph speaks of."""
    match = TOPIC.search(scene.text) or MOVED.search(scene.text)
    if not match:
        return
    said = match.groupdict()
    kinds: tuple[str, ...] = _KINDS.get(said.get("head") or "", ("Project",))
    told = [g for g in groups(scene) if g.end <= match.start() and not g.companion]
    here = [(ref, scene, at) for group in told for ref, at in group.members]
    if here and here[0][2] <= _OPENING and not said.get("head"):
        kinds = ("Project", "Company", "Park")
        here = here[:1]
    planned = (said.get("verb") or "").startswith("选址")
    for ref, where, position in here[-1:] or scene.topic:
        if ref.type not in kinds:
            continue
        for target, at in _narrowest(scene, match):
            if ref != target:
                scene.frame.say(
                    ref,
                    "located_in",
                    target,
                    at=[scene.span(at), where.span(position)],
                    rule="place.topic",
                    confidence=0.7,
                    qualifiers=tense("planned" if planned else None),
                )


def _in_the_park(scene: Scene) -> None:
    """`园区引进甲、乙`, `入园企业有甲、乙`: the park is the one named before."""
    if not scene.park or "Ⓚ" in scene.text:
        return
    park, where, position = scene.park
    if any("园" in ref.name for ref, _ in scene.refs(0, len(scene.text), "Ⓟ")[:1]):
        return  # the park it speaks of is the one being built
    for match in PARK_ANAPHOR.finditer(scene.text):
        for ref, at in group_of(scene, *match.span("list" if match["list"] else "list2")).members:
            if ref != park:
                scene.frame.say(
                    ref,
                    "located_in",
                    park,
                    at=[scene.span(at), where.span(position)],
                    rule="place.the_park",
                    confidence=0.5,
                )


def _rolled(roll: Roll) -> None:
    """`甲园的3个项目是：乙；丙；丁`: each lies in what the header names."""
    scene = roll.scene
    header = _OF_PLACE.search(scene.text, 0, roll.end)
    if not header or roll.counted:
        return
    for target, at in scene.refs(*header.span("place")):
        for ref, where, position in roll.items:
            scene.frame.say(
                ref,
                "located_in",
                target,
                at=[where.span(position), scene.span(at)],
                rule="place.roll",
                confidence=0.8,
            )


def _narrowest(scene: Scene, match: re.Match[str]) -> list[Named]:
    return _places(scene, match)[-1:]


def _places(scene: Scene, match: re.Match[str]) -> list[Named]:
    """The narrowest place of each address of a list."""
    places: list[Named] = []
    start, end = match.span("place")
    for piece in re.finditer("[ⓇⓀⓌ]+", scene.text[start:end]):
        places += scene.refs(start + piece.start(), start + piece.end(), "ⓇⓀⓌ")[-1:]
    return places


def _at(
    scene: Scene, match: re.Match[str], things: list[Named], rule: str, confidence: float
) -> None:
    verb = match["verb"]
    status = status_at(scene, match.start("verb")) if verb else "reached"
    if status is None:
        return
    if verb.startswith("选址"):
        status = "planned"
    place = _places(scene, match)
    if match.groupdict().get("each") and len(place) == len(things):
        for thing, there in zip(things, place, strict=True):
            relate(
                scene,
                [thing],
                "located_in",
                [there],
                rule="place.each",
                confidence=0.85,
                qualifiers=tense(status),
            )
        return
    relate(
        scene,
        things,
        "located_in",
        place,
        rule=rule,
        confidence=confidence,
        qualifiers=tense(status),
    )


def _adjacent(scene: Scene) -> None:
    """甲市乙县丙园: each lies in what is printed right before it."""
    for match in _ADJACENT.finditer(scene.text):
        chain = scene.refs(match.start(), match.end(), "ⓇⓌⓀ")
        for outer, inner in itertools.pairwise(chain):
            if inner[0].type == "Park":
                relate(scene, [inner], "located_in", [outer], rule="place.adjacent", confidence=0.8)
            elif lies_in(inner[0].name, outer[0].name):
                relate(scene, [inner], "part_of", [outer], rule="part.adjacent", confidence=0.85)
