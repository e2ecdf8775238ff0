"""has_designation: what firms, parks and bodies are recognised as (龙头企业, 500强 …)."""

import re
from functools import cache

from kg.extract.facts.relation import Named, relate, status_at
from kg.extract.facts.scene import NAMES, Scene, scenes
from kg.extract.frame import Frame
from kg.model import Ref
from kg.vocabulary import load

_FIRMS = "[ⒸⓀⓄ](?:(?:、|和|及|以及|与)[ⒸⓀⓄ])*"
_GETS = (
    "(?:成功申报|名列|位列|位居|荣登|荣膺|登上|上榜|摘得|斩获|授予|被授予|命名为|评定为|确定为|获评为?|获得|荣获|被认定为|被评为|认定为|入选|获批|被列为|被列入|跻身|成功创建"
    "|创建为?|晋升为?|批复为|升级为|通过|成为|是|为|系|作为|属于?|列入|进入|获)"
)
_WISHES = re.compile(
    "(?:争创|申报|创建|培育|力争|争取|打造|冲刺|申请|推动|支持|鼓励)[^，。；]{0,16}$"
)
# a title that reads as a park's own name: 被认定为全国纺织产业示范园区
_PARK_TITLE = re.compile(
    r"(?P<firms>[Ⓚ](?:[、和]Ⓚ)*)(?:等)?[^。；ⓀⒸ]{0,24}?(?P<verb>认定为|评为|授予|命名为|入选|获批|获评|荣获|列为|列入|创建成?为?|升级为|晋升为|成为|被批准为)[^。；ⓀⒸ]{0,20}?(?P<title>Ⓚ)"
)
_THE_PARK = re.compile(
    "(?:该|目前)?园区(?:先后|已|成功|还)*(?:被|获|入选|成为|创建)[^。；ⓀⒸ]{0,16}?(?P<title>Ⓚ|(?:国家|省|自治区|市)[^，。；Ⓚ]{0,20}示范(?:园区|基地|区))"
)
_TITLED = re.compile("示范")
_LACKS = re.compile("准备|拟|缺|无|没有|不足|少|[一二三四五六七八九十]是")
_OTHERS = NAMES.replace("Ⓗ", "")  # an industry may stand in a title
_NAMED = re.compile("[ⒸⓀⓄ]")
# 年内培育专精特新企业5户: a count, no firm's title
_COUNTED = re.compile(f"[^，。；、{NAMES}]{{2,18}}?(?:Ⓝ|[一二三四五六七八九十两多几]+[家个户])")
# 申报高新技术企业并获得认定
_GRANTED = re.compile(
    "[^，。；]{2,20}?(?:，|并)?(?:已|且)?(?:成功)?(?:获得?|通过|取得)(?:了)?[^，。；]{0,6}(?:认定|批复|批准|命名|备案|授牌)"
)
_OF_ONE = ("designation.gets", "designation.wish", "designation.topic")
_PARKS_ONLY = ("demonstration_park",)
_COUNT = "(?:Ⓝ|[一二三四五六七八九十两多几\\d*]+[家个户])?"


@cache
def _words() -> str:
    rows = load("cues/designations.yaml")
    return "|".join(f"(?P<{code}>{'|'.join(words)})" for code, words in rows.items())


@cache
def _platforms() -> str:
    return "|".join(load("cues/designations.yaml")["innovation_platform"])


@cache
def _patterns() -> list[tuple[str, float, re.Pattern[str]]]:
    words = _words()
    return [
        (rule, confidence, re.compile(pattern))
        for rule, confidence, pattern in (
            (
                "designation.gets",
                0.85,
                rf"(?<![被由经])(?P<firms>{_FIRMS})(?:等)?[^。；{NAMES}]{{0,12}}?(?:(?:被|由|经)[ⓄⓇⓌ][^。；{NAMES}]{{0,6}})?{_GETS}[^。；ⒸⓀⓄⓅ]{{0,50}}?(?:{words})",
            ),
            (
                "designation.has",
                0.8,
                rf"(?P<firms>Ⓒ(?:、Ⓒ)*)[^。；，{NAMES}]{{0,8}}?(?:建成|建有|拥有|设立|设有|组建|挂牌成立)[^。；，ⒸⓀⓄⓅ]{{0,16}}?(?P<innovation_platform>{_platforms()})",
            ),
            (
                "designation.went",
                0.8,
                rf"(?P<firms>Ⓒ(?:、Ⓒ)*)(?:等)?(?:已|成功|正式|顺利|实现|在|于|登陆|[^，。；{NAMES}]{{2,6}}(?:所|板))*(?P<listed>(?:挂牌)?上市|挂牌|IPO)(?=[，。；、]|$)",
            ),
            (
                "designation.nursed",
                0.75,
                rf"(?:培育|推动|支持|辅导|助推|力争|争取|加快|推进|促进|鼓励|扶持)(?P<firms>Ⓒ(?:[、和]Ⓒ)*)(?:等)?{_COUNT}(?:企业|公司)?(?:尽快|早日|启动|加快|筹备|推进|冲刺|实现|在|到)*[^，。；{NAMES}]{{0,6}}?(?P<listed>上市(?!公司|企业)|挂牌|IPO)",
            ),
            (
                "designation.class",
                0.7,
                rf"(?P<firms>{_FIRMS})等{_COUNT}[^，。；{NAMES}]{{0,12}}?(?:{words})",
            ),
            (
                "designation.bracket",
                0.85,
                rf"(?P<firms>[ⒸⓀ])[（(][^（）()]{{0,12}}?(?:{words})[^（）()]{{0,6}}[)）]",
            ),
            (
                "designation.title",
                0.75,
                rf"(?:{words})(?:企业|公司)?(?:、[^，。；{NAMES}]{{2,12}}(?:企业|公司))?(?:——|—|－|：)?{_COUNT}(?P<firms>{_FIRMS})",
            ),
            (
                "designation.list",
                0.8,
                rf"(?:{words})[^。；{NAMES}]{{0,16}}?(?:有|包括|为|：|（|是|即|如)(?P<firms>{_FIRMS})",
            ),
            (
                "designation.as",
                0.8,
                rf"(?:以|依托|发挥)(?P<firms>{_FIRMS})(?:[（(][^（）()]*[)）])?(?:等)?(?:企业)?(?:为|的)?(?:{words})",
            ),
            (
                "designation.raised",
                0.8,
                rf"(?:培育|推荐|认定|新增|评选|推动|支持)(?:了)?(?P<firms>{_FIRMS})(?:等)?{_COUNT}(?:企业|公司)?(?:为|成为|成长为|评为|获评|成功)[^。；ⒸⓀⓄⓅ]{{0,20}}?(?:{words})",
            ),
            (
                "designation.wish",
                0.75,
                rf"(?P<firms>{_FIRMS})(?:等)?[^。；{NAMES}]{{0,8}}?(?:申报|争创|创建|参加|参与|申请|冲刺|培育成?为?|打造成?为?)[^。；ⒸⓀⓄⓅ]{{0,20}}?(?:{words})",
            ),
        )
    ]


@cache
def _more() -> re.Pattern[str]:
    """…、省级专精特新企业: a further title after the first."""
    return re.compile(
        rf"(?:企业|公司|称号)*(?:[、，和及]|以及)[^，。；、{_OTHERS}]{{0,16}}?(?:{_words()})"
    )


@cache
def _elided() -> re.Pattern[str]:
    """公司先后获得…: the firm is the one that the paragraph speaks of."""
    return re.compile(
        rf"(?:^|，)(?:该)?(?:公司|企业|集团)?[^，。；{NAMES}]{{0,10}}?{_GETS}[^。；ⒸⓀⓄⓅ]{{0,24}}?(?:{_words()})"
    )


def say(frame: Frame) -> None:
    """Record the designations that a document gives."""
    hint = re.compile(_words())
    for scene in scenes(frame):
        if not hint.search(scene.plain):
            continue
        said = _park_title(scene)
        for rule, confidence, pattern in _patterns() if _NAMED.search(scene.text) else ():
            for match in pattern.finditer(scene.text):
                firms: list[Named] = scene.refs(*match.span("firms"), "ⒸⓀⓄ")
                said = _say(scene, match, firms, rule, confidence) or said
        if not said and not _NAMED.search(scene.text):
            _of_topic(scene)


def _park_title(scene: Scene) -> bool:
    """`甲园被认定为全国…示范园区`, `园区被评为…示范园区`; whether it was said."""
    said = _the_park(scene)
    for match in _PARK_TITLE.finditer(scene.text):
        title = scene.mention(match.start("title"))
        status = status_at(scene, match.start("verb"))
        if title and _TITLED.search(title.name) and status in ("reached", "planned"):
            said = True
            relate(
                scene,
                scene.refs(*match.span("firms"), "Ⓚ"),
                "has_designation",
                [(Ref("Designation", "demonstration_park"), match.start("title"))],
                rule="designation.park",
                confidence=0.8,
                qualifiers={"status": status},
            )
    return said


def _the_park(scene: Scene) -> bool:
    """`园区被评为…示范园区`: the park named before."""
    match = _THE_PARK.match(scene.text)
    title = scene.mention(match.start("title")) if match and match["title"] == "Ⓚ" else None
    if not match or not scene.park or (title and not _TITLED.search(title.name)):
        return False
    park, where, position = scene.park
    status = status_at(scene, match.start("title"))
    if status not in ("reached", "planned"):
        return False
    scene.frame.say(
        park,
        "has_designation",
        Ref("Designation", "demonstration_park"),
        at=[scene.span(match.start("title")), where.span(position)],
        rule="designation.the_park",
        confidence=0.7,
        qualifiers={"status": status},
    )
    return True


def _of_topic(scene: Scene) -> None:
    match = _elided().search(scene.text)
    if match and (scene.sentence.section.kind == "problem" or _LACKS.search(match[0])):
        return
    firms = [(ref, where, at) for ref, where, at in scene.topic if ref.type == "Company"]
    if match and len(firms) == 1:
        ref, where, position = firms[0]
        for code, at in _codes(scene, match):
            counted = _COUNTED.match(scene.text, at)
            if not counted and status_at(scene, at) == "reached" and code not in _PARKS_ONLY:
                scene.frame.say(
                    ref,
                    "has_designation",
                    Ref("Designation", code),
                    at=[scene.span(at), where.span(position)],
                    rule="designation.topic",
                    confidence=0.7,
                    qualifiers={"status": "reached"},
                )


def _codes(scene: Scene, match: re.Match[str]) -> list[tuple[str, int]]:
    """The designation that a match names, and those listed right after it."""
    found: list[tuple[str, int]] = []
    here: re.Match[str] | None = match
    while here:
        code = next(name for name, value in here.groupdict().items() if value and name != "firms")
        found.append((code, here.start(code)))
        ends = here.end(code) == here.end()  # the title ends the match: the firms stand before it
        here = _more().match(scene.text, here.end()) if ends else None
    return found


def _say(
    scene: Scene, match: re.Match[str], firms: list[Named], rule: str, confidence: float
) -> bool:
    """Say all designations of a match; whether there was one."""
    said = False
    for code, at in _codes(scene, match):
        if rule in _OF_ONE and _COUNTED.match(scene.text, at):
            continue
        before = scene.text[match.start() : at]
        wished = rule in ("designation.wish", "designation.nursed") or _WISHES.search(before)
        granted = "成功" in before or _GRANTED.match(scene.text, at)
        status = "planned" if wished and not granted else status_at(scene, at)
        if granted and status == "planned" and scene.sentence.section.kind != "plan":
            status = "reached"
        fitting = [f for f in firms if (f[0].type == "Park") == (code in _PARKS_ONLY)]
        if status in ("reached", "planned"):
            said = True
            relate(
                scene,
                firms if code == "innovation_platform" else fitting,
                "has_designation",
                [(Ref("Designation", code), at)],
                rule=rule,
                confidence=confidence,
                qualifiers={"status": status},
            )
    return said
