"""part_of where the whole is named before: a park's own page, a county and its townships.

`园区下设甲片区、乙片区` on the page of a park; `某县境内风力较好的区域为甲镇、乙镇`.
"""

import re

from kg.extract.facts.divisions import lies_in, rank
from kg.extract.facts.relation import Named, named, relate
from kg.extract.facts.scene import Scene, listed, scenes, title_park
from kg.extract.frame import Frame
from kg.model import Ref

_TOWN = 4  # the rank of townships
_HAS = re.compile(
    r"(?:下设|下辖|辖有?|规划建设|规划了?|划分为|分为|设有|建有|建成|包括|包含|形成|布局)"
    rf"[^。；Ⓚ]{{0,44}}?(?P<parts>{listed('Ⓚ')})"
)
_WITHIN = re.compile(r"(?P<whole>[ⓇⓌ])(?:域内|境内|全域|辖区内?|县内|区内|市内|下辖|辖)")
_NESTED = re.compile(r"(?P<whole>Ⓡ)(?:辖区内|辖区|境内|所辖|域内|下辖|辖内)?的(?P<part>Ⓡ)")


def say(frame: Frame) -> None:
    """Record the parts of a titled park and the townships that lie in a named county."""
    park = title_park(frame)
    for scene in scenes(frame):
        if park and "Ⓚ" in scene.text:
            _of_park(scene, park)
        if "Ⓡ" in scene.text:
            _of_region(scene)


def _of_park(scene: Scene, park: tuple[Ref, Scene, int]) -> None:
    whole, where, position = park
    match = _HAS.search(scene.text)
    if not match or "Ⓚ" in scene.text[: match.start()].replace("Ⓚ", "", _own(scene, whole)):
        return
    for part, at in named(scene, match, "parts", "Ⓚ"):
        if part != whole and not part.name.endswith("开发区"):
            scene.frame.say(
                part,
                "part_of",
                whole,
                at=list(dict.fromkeys([scene.span(at), where.span(position)])),
                rule="part.page",
                confidence=0.7,
            )


def _own(scene: Scene, park: Ref) -> int:
    """How often the sentence names the park itself."""
    return sum(ref == park for ref, _ in scene.refs(0, len(scene.text), "Ⓚ"))


def _of_region(scene: Scene) -> None:
    for match in _NESTED.finditer(scene.text):
        whole, part = named(scene, match, "whole", "Ⓡ"), named(scene, match, "part", "Ⓡ")
        _relate(scene, part, whole)
    within = _WITHIN.search(scene.text)
    if within:
        towns = scene.refs(within.end(), len(scene.text), "Ⓡ")
        towns = [(ref, at) for ref, at in towns if rank(ref.name) >= _TOWN]
        _relate(scene, towns, named(scene, within, "whole", "ⓇⓌ"))


def _relate(scene: Scene, parts: list[Named], whole: list[Named]) -> None:
    for part, at in parts:
        if whole and rank(part.name) >= _TOWN and lies_in(part.name, whole[0][0].name):
            relate(scene, [(part, at)], "part_of", whole, rule="part.within", confidence=0.8)
