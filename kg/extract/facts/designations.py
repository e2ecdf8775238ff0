"""has_designation: what firms, parks and bodies are recognised as (龙头企业, 500强 …)."""

import re
from functools import cache

from kg.extract.facts.relation import Named, relate, status_at
from kg.extract.facts.scene import NAMES, Scene, scenes
from kg.extract.facts.titles import elided, more, patterns, words_of
from kg.extract.frame import Frame
from kg.extract.patterns import fast
from kg.model import Ref

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
_NAMED = re.compile("[ⒸⓀⓄ]")
# 年内培育专精特新企业5户: a count, no firm's title
_COUNTED = re.compile(f"[^，。；、{NAMES}]{{2,18}}?(?:Ⓝ|[一二三四五六七八九十两多几]+[家个户])")
# 申报高新技术企业并获得认定
_GRANTED = re.compile(
    "[^，。；]{2,20}?(?:，|并)?(?:已|且)?(?:成功)?(?:获得?|通过|取得)(?:了)?[^，。；]{0,6}(?:认定|批复|批准|命名|备案|授牌)"
)
_OF_ONE = ("designation.gets", "designation.wish", "designation.topic")
_PARKS_ONLY = ("demonstration_park",)


@cache
def _hint() -> re.Pattern[str]:
    """Whether a sentence has a word for a designation at all."""
    return fast(words_of())


def say(frame: Frame) -> None:
    """Record the designations that a document gives."""
    hint = _hint()
    for scene in scenes(frame):
        if not hint.search(scene.plain):
            continue
        said = _park_title(scene)
        for rule, confidence, pattern in patterns() if _NAMED.search(scene.text) else ():
            for match in pattern.finditer(scene.text):
                firms: list[Named] = scene.refs(*match.span("firms"), "ⒸⓀⓄ")
                said = _say(scene, match, firms, rule, confidence) or said
        if not said and not _NAMED.search(scene.text):
            _of_topic(scene)
        elif not said:
            _of_head(scene)


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
    match = elided().search(scene.text)
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


_HEAD = re.compile(r"(?:据(?:了解|悉|介绍)，|其中，)?(?P<firms>Ⓒ)(?![、和与及]|的|等)")


def _of_head(scene: Scene) -> None:
    """`甲公司总部位于…，是国家高新技术企业`: the one firm that opens the sentence."""
    head = _HEAD.match(scene.text)
    if not head or len(_NAMED.findall(scene.text)) > 1:
        return
    for match in elided().finditer(scene.text, head.end()):
        firms = scene.refs(*head.span("firms"), "Ⓒ")
        _say(scene, match, firms, "designation.topic", 0.7)


def _codes(scene: Scene, match: re.Match[str]) -> list[tuple[str, int]]:
    """The designation that a match names, and those listed right after it."""
    found: list[tuple[str, int]] = []
    here: re.Match[str] | None = match
    while here:
        code = next(name for name, value in here.groupdict().items() if value and name != "firms")
        found.append((code, here.start(code)))
        ends = here.end(code) == here.end()  # the title ends the match: the firms stand before it
        here = more().match(scene.text, here.end()) if ends else None
    return found


# 瞄准甲、乙等龙头企业开展招商: they are called so whatever is planned with them
_SOUGHT = re.compile(
    "(?:瞄准|紧盯|盯紧|盯住|对接|拜访|走访|引进|招引|承接|依托|发挥|围绕|联系|跟踪|借助|以|与|同|聚焦|锁定)[^，。；ⒸⓅ]{0,6}$"
)


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
        if status == "planned" and not wished and _SOUGHT.search(scene.text, 0, match.start()):
            status = "reached"
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
