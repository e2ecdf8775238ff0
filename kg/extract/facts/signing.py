"""signed_at: the event at which a project was signed, said by one sentence or the one before."""

import re

from kg.extract.facts.groups import LIST, group_of
from kg.extract.facts.relation import relate
from kg.extract.facts.rolls import Roll, rolls
from kg.extract.facts.scene import Scene, scenes
from kg.extract.frame import Frame

_SIGN = "(?:签[约订署下]|达成[^，。；]{0,12}协议|成功签|敲定|落户|签|引进|引入|招引|落地)"
_AT_EVENT = re.compile(rf"(?P<event>Ⓔ)[^。；Ⓔ]{{0,40}}?{_SIGN}[^。；ⓅⒺ]{{0,30}}?(?P<list>{LIST})")
_AT_EVENT_THEN = re.compile(
    rf"(?P<event>Ⓔ)(?:开幕式|期间|现场|活动|大会|平台)*(?:上|中|期间)?，?[^。；ⓅⒺ]{{0,24}}?(?P<list>{LIST})[^。；ⓅⒺ]{{0,24}}?{_SIGN}"
)
_THERE = re.compile(
    rf"(?:会上|会议期间|仪式上|活动上|活动期间|会期间|现场|当天|当日|大会上|展会期间|考察期间|期间|同时|一并|同场|同期|同日)[^。；Ⓔ]{{0,24}}?{_SIGN}[^。；ⓅⒺ]{{0,30}}?(?P<list>{LIST})"
)
_LIST_THEN_SIGN = re.compile(rf"(?P<list>{LIST})(?:[^。；ⓅⒺ]{{0,40}}?){_SIGN}")
_SIGNED_IN = re.compile(
    rf"(?P<list>{LIST})(?:等)?[^，。；ⓅⒺ]{{0,8}}?(?:在|于)(?P<event>Ⓔ)[^，。；ⓅⒺ]{{0,8}}?签"
)
_EACH = re.compile(
    rf"(?P<events>Ⓔ(?:[、和及]Ⓔ)+)[^。；ⓅⒺ]{{0,8}}?分别[^。；ⓅⒺ]{{0,6}}?{_SIGN}(?:了)?(?P<list>{LIST})"
)
# 会上签了7个项目，…: all that the sentence names after the count
_COUNTED = re.compile(
    r"Ⓔ[^。；ⓅⒺ]{0,24}?签(?:约|下|订|署)?了?(?:Ⓝ|[一二三四五六七八九十\d]+个)[^。；ⓅⒺ]{0,40}?(?=Ⓟ)"
)
# 5月在展会上由县商务局和甲公司签约; 后者去年在展会上签的约: of what the paragraph speaks of
_ELIDED = re.compile(
    r"(?P<last>后者)?[^。；ⓅⒺ]{0,24}?[在于](?P<event>Ⓔ)[^。；ⓅⒺ]{0,24}?签(?!约仪式|约活动)"
)
_SIGNING_EVENT = re.compile("签约|签字")


def say(frame: Frame) -> None:
    """Record the events at which projects were signed."""
    here: tuple[Scene, int] | None = None
    for scene in scenes(frame):
        at = scene.text.rfind("Ⓔ")
        if at >= 0:
            here = (scene, at)
            _in_sentence(scene)
        elif here and here[0].paragraph == scene.paragraph:
            _there(scene, here)
    for roll in rolls(scenes(frame)):
        _rolled(roll)


def _rolled(roll: Roll) -> None:
    """`签约仪式…，现场签约项目3个`, and the three told of after it."""
    scene = roll.scene
    at = scene.text.rfind("Ⓔ", 0, roll.end)
    if at < 0 or not re.search(_SIGN, scene.text[: roll.end]):
        return
    for event, _ in scene.refs(at, at + 1):
        for ref, where, position in roll.items:
            if ref.type == "Project":
                scene.frame.say(
                    ref,
                    "signed_at",
                    event,
                    at=[where.span(position), scene.span(at)],
                    rule="signing.roll",
                    confidence=0.8,
                )


def _in_sentence(scene: Scene) -> None:
    if _each(scene):
        return
    _counted(scene)
    for pattern in (_SIGNED_IN, _AT_EVENT, _AT_EVENT_THEN):
        for match in pattern.finditer(scene.text):
            group = group_of(scene, *match.span("list"))
            projects = [m for m in group.members if m[0].type == "Project"]
            events = scene.refs(*match.span("event"))
            relate(scene, projects, "signed_at", events, rule="signing.list", confidence=0.85)
            if projects:
                return
    if "Ⓟ" not in scene.text:
        _elided(scene)
    else:
        _named_by_event(scene)


def _counted(scene: Scene) -> None:
    """`会上签了7个项目，最大的是甲项目，其后依次是乙项目、丙项目`: all are of the event."""
    match = _COUNTED.search(scene.text)
    if match:
        events = scene.refs(match.start(), match.start() + 1)
        projects = scene.refs(match.end(), len(scene.text), "Ⓟ")
        relate(scene, projects, "signed_at", events, rule="signing.counted", confidence=0.75)


def _elided(scene: Scene) -> None:
    """`5月在甲展会上由县商务局和乙公司签约`: the project that the paragraph speaks of."""
    match = _ELIDED.search(scene.text)
    topic = [t for t in scene.topic if t[0].type == "Project"]
    if not match or not topic or (len(topic) > 1 and not match["last"]):
        return
    ref, where, position = topic[-1]
    if where.paragraph != scene.paragraph and where.sentence.section is not scene.sentence.section:
        return
    for event, at in scene.refs(*match.span("event")):
        scene.frame.say(
            ref,
            "signed_at",
            event,
            at=[scene.span(at), where.span(position)],
            rule="signing.elided",
            confidence=0.7,
        )


def _each(scene: Scene) -> bool:
    """`参加甲会、乙会，分别签约丙项目、丁项目`: as many events as projects."""
    match = _EACH.search(scene.text)
    if not match:
        return False
    projects = [m for m in group_of(scene, *match.span("list")).members if m[0].type == "Project"]
    events = scene.refs(*match.span("events"), "Ⓔ")
    for project, event in (
        zip(projects, events, strict=False) if len(projects) == len(events) else ()
    ):
        relate(scene, [project], "signed_at", [event], rule="signing.each", confidence=0.8)
    return True


def _named_by_event(scene: Scene) -> None:
    """甲项目落户，…出席签约仪式; 就甲项目举行签约仪式: the only signing the sentence speaks of."""
    events = [
        (scene.frame.ref(mention), at)
        for at, sign in enumerate(scene.text)
        if sign == "Ⓔ" and (mention := scene.mention(at)) and _SIGNING_EVENT.search(mention.name)
    ]
    projects = scene.refs(0, len(scene.text), "Ⓟ")
    if len({ref for ref, _ in events}) != 1 or not projects:
        return
    at = events[0][1]
    before = [p for p in projects if p[1] < at]
    if before and re.search(rf"{_SIGN}|举行|举办", scene.text[before[0][1] : at]):
        relate(scene, before[:1], "signed_at", events[:1], rule="signing.ceremony", confidence=0.75)


def _there(scene: Scene, event: tuple[Scene, int]) -> None:
    """在会上，…签约: the event is that of an earlier sentence of the paragraph."""
    where, at = event
    patterns = [_THERE.search(scene.text)]
    if re.search("(?:同时签|会上|仪式上|现场|活动上)", scene.text):
        patterns.append(_LIST_THEN_SIGN.search(scene.text))
    for match in patterns:
        if not match:
            continue
        group = group_of(scene, *match.span("list"))
        for ref, position in group.members:
            for target, _ in where.refs(at, at + 1):
                if ref.type == "Project":
                    scene.frame.say(
                        ref,
                        "signed_at",
                        target,
                        at=[scene.span(position, match.end() - 1), where.span(at)],
                        rule="signing.there",
                        confidence=0.8,
                    )
        return
