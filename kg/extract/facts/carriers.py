"""located_in of what a park's own report or part tells of: the park is named once, at its head."""

import re
from collections.abc import Iterator

from kg.extract.facts.groups import LIST, group_of, groups
from kg.extract.facts.relation import Named
from kg.extract.facts.scene import FIELD, Scene, scenes, title_park
from kg.extract.frame import Frame
from kg.model import Ref

_SETTLED_HERE = re.compile(
    rf"(?:引进|招引|入驻|落户|签约|落地|开工|投产|建成|在建|建设|盘活)[^。；ⓅⒸ]{{0,14}}?(?P<list>{LIST})"
    rf"|(?P<list2>{LIST})[^。；ⓅⒸ]{{0,12}}?(?:落户|入驻|落地|开工|投产|建成|竣工|动工|封顶|建设|签约)"
)
# `（一）甲园。`, `再看甲园。`, `甲园：`: little more than the park's name
_HEADING = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）]?[、.．]?)?(?:先看|再看|最后看|关于|其次是?|首先是?|是)?[ⓇⓌ]?(Ⓚ)"
    r"(?:方面|情况|建设|发展|运行|进展|项目|板块|片区)*[。：:，]?$"
    # 三、食品板块（甲园）
    r"|^[^，。；：ⓅⒸⓀ]{0,20}[（(](Ⓚ)[)）]$"
)
# what follows a park's name in the name of works in it; not the park's own building (甲园建设项目)
_WORKS = re.compile(
    "(?!.*(?:改造|治理|整治|保护))(?!(?:[一二三四]期)?(?:建设|扩建|改造|提升|项目|工程|生态|环境|开发|规划))(?=.{3,})"
    ".*(?:厂|站|线|中心|设施|管道|管网|道路|大道|厂房|公寓|仓储|电站|学校|医院|仓库|冷库|码头|工程|项目)$"
)
_REACH = 25  # sentences that such a line can govern where it opens no section
_BODIES = re.compile("(?:^|、|，)(Ⓞ)(?=、|，|Ⓣ|已|还|正|建成)")


def under_parks(frame: Frame) -> None:
    """Record what lies in the park that the title, a heading or its own name names."""
    _in_title_park(frame)
    _by_name(frame)
    all_scenes = scenes(frame)
    for index, scene in enumerate(all_scenes):
        heading = _HEADING.match(scene.text) if "Ⓚ" in scene.text else None
        if heading:
            at = max(heading.start(1), heading.start(2))
            for park, _ in scene.refs(at, at + 1, "Ⓚ"):
                _under(park, scene, at, all_scenes[index + 1 : index + 1 + _REACH])


def _under(park: Ref, heading: Scene, at: int, told: list[Scene]) -> None:
    for scene in told:
        if _HEADING.match(scene.text) or _leaves(heading, scene):
            return
        if re.search("[ⓇⓀ]", scene.text) or ("Ⓟ" not in scene.text and FIELD.match(scene.text)):
            continue
        for ref, position in _settled(scene):
            if ref != park:
                scene.frame.say(
                    ref,
                    "located_in",
                    park,
                    at=[scene.span(position), heading.span(at)],
                    rule="place.heading",
                    confidence=0.6,
                )


def _by_name(frame: Frame) -> None:
    """`甲园冷链仓储中心`: works of their own that are called after the park they stand in."""
    parks = {
        name: entity.ref
        for entity in frame.entities
        if entity.type == "Park"
        for name in (entity.name, *entity.aliases)
    }
    for mention in frame.mentions if parks else ():
        if mention.type != "Project":
            continue
        head = max((n for n in parks if mention.name.startswith(n)), key=len, default="")
        if head and _WORKS.match(mention.name[len(head) :]):
            frame.say(
                frame.ref(mention),
                "located_in",
                parks[head],
                at=[(mention.start, mention.end)],
                rule="place.name",
                confidence=0.6,
            )


def _leaves(heading: Scene, scene: Scene) -> bool:
    """Whether a sentence stands outside the part that the heading opens."""
    opened, here = heading.sentence.section, scene.sentence.section
    if opened.level and heading.sentence.start < opened.body:
        return scene.sentence.start >= opened.end
    return here.level != opened.level and here.level <= opened.level + 2 and here is not opened


def _settled(scene: Scene) -> Iterator[Named]:
    """Projects, firms and schools of a park's part; not those it went with (与甲公司)."""
    for group in groups(scene):
        if not group.companion:
            yield from group.members
    for body in _BODIES.finditer(scene.text):
        yield from scene.refs(*body.span(1), "Ⓞ")


def _in_title_park(frame: Frame) -> None:
    """A park's own report: what it attracted or built lies in it, unless said elsewhere."""
    title = title_park(frame)
    if not title:
        return
    park, where, position = title
    for scene in scenes(frame)[1:]:
        if re.search("[ⓇⓀ]", scene.text):
            continue
        for match in _SETTLED_HERE.finditer(scene.text):
            for ref, at in group_of(
                scene, *match.span("list" if match["list"] else "list2")
            ).members:
                frame.say(
                    ref,
                    "located_in",
                    park,
                    at=[scene.span(at), where.span(position)],
                    rule="place.title_park",
                    confidence=0.55,
                )
