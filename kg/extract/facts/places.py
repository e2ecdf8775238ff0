"""located_in and part_of: where parks, firms, projects and events lie, and what is part of what."""

import itertools
import re

from kg.extract.facts.carriers import under_parks
from kg.extract.facts.divisions import lies_in
from kg.extract.facts.groups import LIST, group_of, groups
from kg.extract.facts.parts import say_parts
from kg.extract.facts.relation import Named, named, relate, status_at, tense
from kg.extract.facts.rolls import Roll, rolls
from kg.extract.facts.scene import Scene, scenes
from kg.extract.frame import Frame

_PLACE = "(?P<place>[ⓇⓌ]{0,3}[ⓇⓀⓌ])"
_PLACES = "(?P<place>[ⓇⓌ]{0,3}[ⓇⓀⓌ](?:[、和及][ⓇⓌ]{0,3}[ⓇⓀⓌ])*)"
_THING = f"(?P<thing>{LIST})"
_LIES = (
    "(?P<verb>位于|坐落[于在]|座落[于在]|落户[于在到]?|落地[于在]?|选址[于在]?(?:位于)?|建在|建于|落子|落在|布局[于在]?|布点|入驻|进驻|入园|总部(?:位于|在|设在)|地址(?:也)?位于"
    "|(?:建设|实施|项目)(?:地点|地址|位置|选址)(?:位于|：|为|是|在)|落址(?:于|在)?|(?:搬|迁|搬迁|迁建|迁址)[至到入]|地处|设在|放在|安排在|注册(?:地)?[于在]|扎根|投资落户)"
)
_MOVE = (
    "(?:开工|奠基|破土|投产|动工|建设|竣工|建成|落地|落户|签约|启动|投资|兴建|新建|设立|成立"
    "|注册|实施|建起|试产|运营|设厂|建厂|办厂|从事|进行)"
)
# (rule, confidence, pattern, planned)
_PATTERNS = [
    (rule, confidence, re.compile(pattern))
    for rule, confidence, pattern in (
        (
            "place.lies",
            0.9,
            rf"{_THING}(?:等)?[^，。；ⓅⒸⓇⓀ]{{0,8}}?(?:，?(?:总部|公司))?(?P<each>分别)?{_LIES}(?:了|在|于)?{_PLACES}",
        ),
        (
            "place.in_move",
            0.75,
            rf"(?P<verb>在){_PLACE}[^，。；ⓅⒸⓀⓇ]{{0,8}}?{_MOVE}[^，。；ⓅⒸⓀⓇ]{{0,10}}?{_THING}",
        ),
        (
            "place.move_in",
            0.8,
            rf"{_THING}(?:等)?[^，。；ⓅⒸⓇⓀ]{{0,8}}?(?P<verb>在){_PLACE}[^。；，ⓅⒸ]{{0,8}}?{_MOVE}",
        ),
        (
            "place.of",
            0.75,
            rf"(?P<verb>){_PLACE}(?:境内|区内|园内|内)?的[^，。；ⓅⒸⓀⓇ]{{0,8}}?(?:：|有|是|为|叫)?(?P<thing>Ⓟ(?:[、和及]Ⓟ)*)",
        ),
        (
            "place.inside",
            0.75,
            rf"(?P<verb>)(?P<place>[ⓇⓌ]{{0,3}}[ⓇⓀ])(?:境内|区内|园内|辖区内|内)(?:的)?[^，。；ⓅⒸⓀⓇ]{{0,4}}?{_THING}",
        ),
        (
            "place.lying",
            0.85,
            rf"(?P<verb>位于|地处|坐落[于在]|入驻|落户){_PLACE}(?:境内|区内|内)?的{_THING}",
        ),
        (
            "place.from",
            0.75,
            r"(?P<verb>来自|总部在)(?P<place>[ⓇⓌ]{0,3}Ⓡ)的(?P<thing>Ⓒ(?:[、和及]Ⓒ)*)",
        ),
        (
            "place.beside",
            0.75,
            r"(?P<verb>)(?<![由与和同、])(?P<place>Ⓚ)(?:内|区内)?(?P<thing>Ⓟ(?:[、和及]Ⓟ)*)",
        ),
        (
            "place.at_head",
            0.7,
            r"(?P<verb>)^(?:目前，)?(?:在|走进|位于|来到)(?P<place>[ⓇⓌ]{0,3}Ⓚ)(?:内|里|施工现场|现场|建设现场)?，[^，。；ⓅⒸⓀⓇ]{0,8}?(?P<thing>Ⓟ)",
        ),
        ("place.colon", 0.8, rf"(?P<verb>)^(?P<place>[ⓇⓀ])：{_THING}"),
        (
            "place.bracket",
            0.8,
            r"(?P<verb>)(?P<thing>[ⓅⒸ])[（(](?P<place>[ⓇⓌ]{0,3}[ⓇⓀ])[)）]",
        ),
        (
            "place.into",
            0.8,
            rf"(?P<verb>)(?P<place>Ⓚ)[^。；]{{0,30}}?，[^。；ⓀⓅⒸ]{{0,10}}?{_THING}[^，。；]{{0,8}}?(?:入园|入驻园区|落户园区|(?:入驻|进驻|落户)(?=[，。；]|$))",
        ),
        (
            "place.enters",
            0.8,
            rf"(?P<verb>)(?P<place>Ⓚ)[^。；ⓅⒸⓇⓀ]{{0,20}}?(?:引进|招引|入驻|进驻|落户|签约|引入|集聚|聚集|汇聚|吸引)(?:了|的|有|过)*(?:[^。；ⓅⒸⓇⓀ]{{0,30}}?(?:有|包括|如|：))?[^，。；ⓅⒸⓇⓀ]{{0,8}}?{_THING}",
        ),
        (
            "place.has",
            0.75,
            rf"(?P<verb>)(?P<place>Ⓚ)(?:内|区内|先后|现|已|目前)*有{_THING}[^，。；]{{0,16}}?(?:入驻|进驻|落户|投产|建设)",
        ),
        (
            "place.visit",
            0.75,
            rf"(?P<verb>)在(?P<place>Ⓡ)(?:到|走访|考察|参观|拜访|了解|调研|实地)[^，。；ⓅⒸⓀⓇ]{{0,6}}?{_THING}",
        ),
        (
            "place.attracts",
            0.65,
            rf"(?P<verb>)(?P<place>[ⓇⓌ])(?:成功|先后|新|已|今年|共|重点)*(?:引进|招引)(?:了)?{_THING}",
        ),
    )
]
_EVENT = [
    re.compile(
        r"(?:在|赴|前往)(?P<place>[ⓇⓌ]{0,3}[ⓇⓀ])[^，。；Ⓔ]{0,12}?(?:举行|举办|召开|开幕|启动|出席|参加)[^。；Ⓔ，]{0,12}?(?P<thing>Ⓔ)"
    ),
    re.compile(
        r"(?P<thing>Ⓔ)[^。；Ⓔ，]{0,12}?在(?P<place>[ⓇⓌ]{0,3}[ⓇⓀⓌ])[^。；，Ⓔ]{0,16}?(?:举行|举办|召开|开幕|启幕|落幕|闭幕|拉开)"
    ),
    re.compile(r"从(?P<place>[ⓇⓀ])举行的(?P<thing>Ⓔ)"),
]
_PARK_ANAPHOR = re.compile(
    rf"(?:(?:园区|开发区|工业园|区内|园内|入园|入驻)(?:内|里|现|已|先后|累计|共)*[^，。；：ⓅⒸⓀⓇ]{{0,12}}?(?:引进|入驻|落户|签约|引来|集聚|落地|企业|项目|有)[^。；ⓅⒸⓀⓇ]{{0,10}}?(?P<list>{LIST})"
    rf"|(?P<list2>{LIST})[^，。；ⓅⒸ]{{0,14}}?(?:入园|入驻园区|落户园区))"
)
_OF_PLACE = re.compile("(?P<place>[ⓇⓀ])(?:境内|区内|内)?的[^，。；]{0,12}$")
_OPENING = 3  # a name that starts this early is what the sentence is about
_KINDS = {"公司": ("Company",), "企业": ("Company",), "集团": ("Company",), "园区": ("Park",)}
_TOPIC = re.compile(
    rf"(?:^|，)(?:但是?|现|拟|计划|初步|暂|目前，|该|此)*(?P<head>项目|公司|集团|园区|基地|工程|其|电站|厂区|企业)?(?:总部|建设地点|建设地址|地址)?{_LIES}(?:了)?{_PLACE}"
)
_MOVED = re.compile(
    rf"(?:^|，|、|Ⓣ)(?:已|将|拟|计划|正式|也|于)*在{_PLACE}(?:正式|顺利|成功|全面)?{_MOVE}(?=[，。；、]|建设|投产|$)"
)
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
    for rule, confidence, pattern in _PATTERNS if _ANYTHING.search(scene.text) else ():
        for match in pattern.finditer(scene.text):
            things = list(group_of(scene, *match.span("thing")).members)
            if rule == "place.attracts" and scene.frame.home in [
                r for r, _ in _narrowest(scene, match)
            ]:
                things = _firms(scene, things)  # of the firm that came, not of its project
            _at(scene, match, things, rule, confidence)
    for pattern in _EVENT if "Ⓔ" in scene.text else ():
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
    match = _TOPIC.search(scene.text) or _MOVED.search(scene.text)
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
    for match in _PARK_ANAPHOR.finditer(scene.text):
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
