"""Lists that run over sentences: a header, and the items that follow it.

`已签约项目3个：甲…；乙…；丙…。` – what the header says holds for each item. An item is the first
project (or firm) of its sentence. Without a colon, a header holds where its own count is met:
`现场签约项目3个` and three projects told of after it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.facts.groups import groups
from kg.extract.facts.scene import Scene
from kg.extract.frame import Quantity
from kg.model import Ref

_COLON = re.compile("[：:]")
_ITEM = re.compile(
    r"^(?:[一二三四五六七八九十]是|其[一二三四五六]|[（(]?[\d一二三四五六七八九十]{1,2}[)）.、．]|[①-⑳])"
)
_BARE = re.compile(r"^[ⓅⒸⓀ][^ⓅⒸⓀ]{0,12}$")  # a line that is an item of the list, no more
_COUNTED = re.compile(
    r"(?:签约|开工|引进|新签|动工)[^。；，Ⓝ]{0,8}?项目(?:共)?(?P<count>Ⓝ)|(?P<before>Ⓝ)[^。；，Ⓝ]{0,8}?项目[^。；，]{0,6}?(?:签约|开工)"
)
_REFERRING = re.compile("[这该此本]|上述|以上|其[中他余]")  # 这批项目
_MOST = 40
_CLASS_HEADING = re.compile(
    r"^[（(]?[一二三四五六七八九十\d]{0,2}[)）]?[、.．]?(?:是)?(?:今年|全年|本年|年度|上半年|目前)?(?:新|已|集中|当前|重点|正在)*"
    r"(?:签约|开工|动工|投产|竣工|在建|续建|落地|洽谈|在谈|引进|建成|意向|前期|达产|对接|签下|招引|储备|停产|停工|上规|入统)[^，。；：]{0,4}?"
    r"(?:方面|情况|项目|企业|进展情况|清单|名单|[（(]?Ⓝ[)）]?)*[。：:]?$"
)
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]+是|[（(]?[\d一二三四五六七八九十]{1,3}[)）.、．]+|[①-⑳])?"
)

Item = tuple[Ref, Scene, int]


@dataclass(frozen=True, slots=True)
class Roll:
    """A header (its scene, and where its words end) and what it is said of."""

    scene: Scene
    end: int
    items: tuple[Item, ...]
    counted: bool = False


def rolls(all_scenes: list[Scene]) -> Iterator[Roll]:
    """The lists of a document that run over more than one sentence."""
    for index, scene in enumerate(all_scenes):
        yield from _after_colon(all_scenes, index, scene)
        yield from _counted(all_scenes, index, scene)
        yield from _under_heading(all_scenes, index, scene)


def _first(scene: Scene, start: int = 0, signs: str = "Ⓟ") -> list[Item]:
    found = scene.refs(start, len(scene.text), signs)
    return [(found[0][0], scene, found[0][1])] if found else []


def _after_colon(all_scenes: list[Scene], index: int, scene: Scene) -> Iterator[Roll]:
    colon = _COLON.search(scene.text)
    if not colon or not re.search("项目|企业|Ⓝ|是$|有$|为$", scene.text[: colon.start()]):
        return
    items = _first(scene, colon.end())
    opened = not items and colon.end() >= len(scene.text)  # the items begin after the colon
    last = scene
    for later in all_scenes[index + 1 : index + _MOST]:
        follows = last.text.endswith(("；", ";")) or (opened and last is scene)
        numbered = _ITEM.match(later.text) and opened
        if _CLASS_HEADING.search(later.text) or not (
            follows or numbered or _BARE.match(later.text)
        ):
            break
        items += _first(later)
        last = later
    if len(items) > 1:
        yield Roll(scene, colon.start(), tuple(items))


def _counted(all_scenes: list[Scene], index: int, scene: Scene) -> Iterator[Roll]:
    match = _COUNTED.search(scene.text)
    if not match or "Ⓟ" in scene.text:
        return
    quantity = scene.things.get(match.start("count" if match["count"] else "before"))
    count = quantity.value if isinstance(quantity, Quantity) else None
    found: dict[Ref, Item] = {}
    for later in all_scenes[index + 1 :]:
        if later.sentence.start >= scene.sentence.section.end or "Ⓔ" in later.text:
            break
        for ref, at in later.refs(0, len(later.text), "Ⓟ"):
            if not _REFERRING.match(ref.name):
                found.setdefault(ref, (ref, later, at))
    if count and count > 1 and len(found) in (count, count - 1) and len(found) > 1:
        yield Roll(scene, match.end(), tuple(found.values()), counted=True)


def _under_heading(all_scenes: list[Scene], index: int, scene: Scene) -> Iterator[Roll]:
    """`（一）在建项目`, `二、开工。` and the lists of that part."""
    section = scene.sentence.section
    heading = section.level and scene.sentence.start < section.body
    if not heading or section.kind in ("problem", "plan") or not _CLASS_HEADING.search(scene.text):
        return
    items: list[Item] = []
    for later in all_scenes[index + 1 :]:
        if later.sentence.start >= section.end:
            break
        start = _LEAD.match(later.text).end()  # type: ignore[union-attr]
        for group in groups(later):
            if not group.companion and (group.start == start or len(group.members) > 1):
                items += [(ref, later, at) for ref, at in group.members]
    if items:
        yield Roll(scene, len(scene.text), tuple(items))
