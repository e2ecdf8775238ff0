"""participated_in: who took part in, held or exhibited at an event."""

import re

from kg.extract.facts.relation import home, named, relate, status_at, tense
from kg.extract.facts.scene import JOIN, Scene, scenes
from kg.extract.frame import Frame

_WHO = "(?<![赴在到往于从])(?P<who>[ⓇⓄⓌⒸ](?:(?:、|和|与|及|以及)[ⓇⓄⓌⒸ])*)"
_EVENTS = "(?P<event>Ⓔ(?:(?:、|和|及|以及|与|，)+Ⓔ)*)"
_JOIN = (
    "(?:参加|出席|参与|亮相|参展|赴|携手|应邀参加|组团参加|组织[^，。；]{0,10}?参加|列席|现身|进入)"
)
_HOLD = (
    "(?:举办|举行|办好|筹办|(?:精心|积极|认真|提前|全力|周密)?(?:筹备|筹划|谋划|策划|组织)(?:好|办好|举办)?"
    "|承办|主办|协办|开展|召开|组织召开|组织举办|组织|举办了)"
)
_PATTERNS = [
    (rule, confidence, re.compile(pattern))
    for rule, confidence, pattern in (
        (
            "event.joins",
            0.75,
            rf"{_WHO}[^。；ⒺⒸⓄ]{{0,24}}?(?P<verb>{_JOIN})(?:了|过|在)?[^。；，Ⓔ]{{0,16}}?{_EVENTS}",
        ),
        (
            "event.holds",
            0.8,
            rf"{_WHO}[^。；ⒺⒸ]{{0,24}}?(?P<verb>{_HOLD})(?:了|过)?[^。；，Ⓔ]{{0,12}}?{_EVENTS}",
        ),
        (
            "event.at",
            0.7,
            r"在Ⓔ(?:开幕式)?上，(?P<who>[ⒸⓄ])(?P<verb>[^。；]{0,12}?(?:签|宣布|发布|介绍|表示))",
        ),
    )
]
_AIM = re.compile("(?:紧盯|瞄准|面向|对接|聚焦|围绕|深耕|锁定|立足|针对|赴|前往)[^，。；]*")
_AIMED_AT = re.compile(
    "(?:紧盯|瞄准|面向|对接|聚焦|围绕|深耕|锁定|走进|辐射|盯住|立足|依托|针对|利用|借助)[^，。；]{0,6}$"
)
_GROUND = re.compile("开工|奠基|投产|竣工|揭牌")  # a firm's own ceremony
_ELIDED = re.compile(rf"(?P<verb>{_JOIN}|{_HOLD})(?:了|过)?[^。；，Ⓔ]{{0,12}}?{_EVENTS}")
_PRESENT = re.compile(
    f"{_WHO}[^，。；ⓇⓄⓌⒸ]{{0,16}}?(?:参会|参展|与会|到会|赴会|应邀出席|进入[^，。；]{{0,6}}展馆|设展)"
)
_OFFICER = re.compile(
    "(?P<who>[ⒸⓄ])(?:董事局主席|董事长|总裁|总经理|副总裁|副总经理|执行董事|负责人|代表)"
)
_LEADERS = re.compile(
    r"(?P<who>[ⓇⒸⓄ](?:(?:、|和|与|及|以及)[ⓇⒸⓄ])*)(?:相关|有关|主要|区|市|县|省)?(?:领导|负责人|代表|[^，。；、]{0,3}(?:董事长|总裁|书记|市长|县长|省长|总经理|副总))[^。；Ⓔ]{0,60}?(?P<verb>出席|参加)(?:了)?[^。；，Ⓔ]{0,10}?(?P<event>Ⓔ)"
)


def say(frame: Frame) -> None:
    """Record who took part in which events."""
    last: tuple[Scene, int] | None = None
    for scene in scenes(frame):
        at = scene.text.find("Ⓔ")
        last = (scene, at) if at >= 0 else last
        if last:
            _there(scene, last)
        if at >= 0:
            _officers(scene, at)
            _at_home(scene)
            if not _named(scene):
                for match in _ELIDED.finditer(scene.text):
                    _elided(scene, match)


def _named(scene: Scene) -> bool:
    """Record those whom the sentence names before the verb; whether there were any."""
    said = False
    for rule, confidence, pattern in (*_PATTERNS, ("event.leaders", 0.75, _LEADERS)):
        for match in pattern.finditer(scene.text):
            said = _say(scene, match, rule, confidence) or said
    return said


def _officers(scene: Scene, at: int) -> None:
    if not re.search("出席|参加|举行", scene.text):
        return
    relate(
        scene,
        [o for match in _OFFICER.finditer(scene.text) for o in named(scene, match, "who", "ⒸⓄ")],
        "participated_in",
        scene.refs(at, at + 1),
        rule="event.officer",
        confidence=0.75,
    )


def _say(scene: Scene, match: re.Match[str], rule: str, confidence: float) -> bool:
    who = named(scene, match, "who", "ⓇⓄⓌⒸ")
    if _AIMED_AT.search(scene.text, 0, match.start("who")):
        return False
    events = (
        named(scene, match, "event", "Ⓔ")
        if "event" in match.re.groupindex
        else scene.refs(match.start(), match.end(), "Ⓔ")
    )
    status = status_at(scene, match.start("verb"))
    relate(
        scene,
        who,
        "participated_in",
        events,
        rule=rule,
        confidence=confidence,
        qualifiers=tense(status),
    )
    return bool(who and events)


def _there(scene: Scene, event: tuple[Scene, int]) -> None:
    """`甲公司参展`, `由区长带队参会`: the event of an earlier sentence."""
    where, at = event
    for match in _PRESENT.finditer(scene.text):
        for ref, position in named(scene, match, "who", "ⓇⓄⓌⒸ"):
            for target, _ in where.refs(at, at + 1):
                scene.frame.say(
                    ref,
                    "participated_in",
                    target,
                    at=[scene.span(position), where.span(at)],
                    rule="event.there",
                    confidence=0.7,
                )


_PLACES = re.compile(rf"(?:在|赴|前往|到|出访)[ⓇⓀ](?:{JOIN}[ⓇⓀ])*|(?:随|跟随|跟着)[^，。；]*")
_SUBJECT = re.compile(r"^(?:Ⓣ，?)?(?P<who>[ⓇⓌ])(?:代表团|经贸团|党政|主要|[^，。；ⒸⓄⓇⓅ]{0,4}领导)?")


def _elided(scene: Scene, match: re.Match[str]) -> bool:
    """`成功举办了…推介会`: the report's own region, or the one that the sentence speaks of."""
    at = match.start("verb")
    before = _PLACES.sub("", _AIM.sub("", scene.text[:at]))
    who = home(scene, at)
    subject = _SUBJECT.match(scene.text, 0, at)
    if subject and "，" in scene.text[:at]:
        who = scene.refs(*subject.span("who"), "ⓇⓌ")
        before = before[1:]
    if re.search("[ⒸⓄⓇⓅ]", before) or scene.text[match.end("verb") :][:1] == "的":
        return False
    if any(_GROUND.search(m.name) for m in [scene.mention(match.start("event"))] if m):
        return False
    events = named(scene, match, "event", "Ⓔ")
    status = tense(status_at(scene, at))
    relate(
        scene,
        who,
        "participated_in",
        events,
        rule="event.elided",
        confidence=0.7,
        qualifiers=status,
    )
    return bool(events)


# an event held at home, and one of another's that the region takes part in
_HERE = re.compile(
    r"(?P<event>Ⓔ)[^，。；]{0,8}?(?:在|落户)(?P<who>Ⓦ)[^，。；]{0,4}?(?P<verb>召开|举办|举行|开幕|启幕|启动)"
)
_OF_OTHERS = re.compile(
    r"(?P<verb>参加|出席|参与|赴会|参展)(?:了)?[^，。；Ⓔ]{0,6}Ⓡ[^，。；Ⓔ]{0,16}?"
    r"(?:举办|举行|主办|承办|召开)的(?P<event>Ⓔ)"
    r"|(?P<helps>协助|配合|协同)Ⓡ[^，。；Ⓔ]{0,6}?(?:承办|举办|主办|举行|办好)(?:了|好)?(?P<held>Ⓔ)"
)


def _at_home(scene: Scene) -> None:
    for match in _HERE.finditer(scene.text):
        _say(scene, match, "event.here", 0.75)
    for match in _OF_OTHERS.finditer(scene.text):
        at = match.start()
        group = "event" if match["event"] else "held"
        relate(
            scene,
            home(scene, at),
            "participated_in",
            named(scene, match, group, "Ⓔ"),
            rule="event.of_others",
            confidence=0.7,
            qualifiers=tense(status_at(scene, at)),
        )
