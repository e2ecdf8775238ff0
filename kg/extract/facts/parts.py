"""part_of: regions in regions, sub-parks in parks, branches of industries, units of bodies."""

import re

from kg.extract.facts.divisions import lies_in
from kg.extract.facts.relation import named, relate
from kg.extract.facts.scene import Scene, listed

_WITHIN = re.compile(
    r"(?P<thing>Ⓡ)(?:[^，。；ⓇⓀ]{0,4})(?:位于|地处|隶属于?|属于|归属|处于)(?P<place>Ⓡ+)"
)
_UNDER = re.compile(
    rf"(?P<whole>Ⓡ)[^，。；Ⓡ]{{0,6}}?(?:下辖|辖|管辖|辖区内有)(?:[^。；Ⓡ]{{0,14}}?，(?:包括|分别[是为]|即|有))?[^，。；Ⓡ]{{0,10}}?(?P<parts>{listed('Ⓡ')})"
)
_SHARED = re.compile(r"(?P<whole>Ⓡ)(?:的|所辖|境内)?(?P<parts>Ⓡ(?:[、和及与]Ⓡ)+)")
_BODIES = re.compile(
    rf"(?P<whole>Ⓞ)[^，。；Ⓞ]{{0,6}}?(?:下设的?|设置|内设|设立|下辖|下属)(?:了)?[^，。；Ⓞ]{{0,8}}?(?P<parts>{listed('Ⓞ')})"
)
_PARKS = re.compile(
    rf"(?P<whole>Ⓚ)[^，。；Ⓚ]{{0,10}}?(?:下辖|包括|包含|辖|由|分为|规划了?|布局了?|开辟了?|设立了?|(?<=[在托]Ⓚ)(?:内)?(?:新建|兴建|建设|打造)了?|下设)[^，。；Ⓚ]{{0,6}}?(?P<parts>{listed('Ⓚ')})"
)

_SUBPARKS = re.compile(
    rf"(?P<whole>Ⓚ)[^。；Ⓚ]{{0,24}}?(?:一区[多两二三四五六七八九]园|一园[多两二三四五六七八九]区|[多两二三四五六七八九]大?(?:片区|园区|板块))[^。；Ⓚ]{{0,12}}?(?:即|包括|：|（|，|有|为|是)(?P<parts>{listed('Ⓚ')})"
)
_SUBPARK = re.compile(
    rf"(?P<parts>{listed('Ⓚ')})(?:均|都)?(?:是|为|属于?|作为)(?P<whole>Ⓚ)(?:的)?(?:园中园|组成|一部分|核心|子园|分园|片区|重要)"
)
_BRANCHES = re.compile(
    rf"(?P<whole>Ⓗ)(?:产业)?[^。；Ⓗ]{{0,8}}?(?:包括|涵盖|包含|细分为?|分为|由)[^。；Ⓗ]{{0,6}}?(?P<parts>{listed('Ⓗ')})(?:等)?(?:组成|构成|[^，。；]{{0,6}}(?:领域|行业|产业|门类|环节|板块|产业链))?"
)
_WHOLES = (
    (_UNDER, "Ⓡ"),
    (_BODIES, "Ⓞ"),
    (_PARKS, "Ⓚ"),
    (_SUBPARKS, "Ⓚ"),
    (_SUBPARK, "Ⓚ"),
    (_BRANCHES, "Ⓗ"),
)


def say_parts(scene: Scene) -> None:
    """Record what a sentence says is part of what."""
    for match in _SHARED.finditer(scene.text):
        outer = named(scene, match, "whole", "Ⓡ")
        for inner, at in named(scene, match, "parts", "Ⓡ"):
            if outer and lies_in(inner.name, outer[0][0].name):
                relate(scene, [(inner, at)], "part_of", outer, rule="part.shared", confidence=0.8)
    for match in _WITHIN.finditer(scene.text):
        places = named(scene, match, "place", "Ⓡ")[-1:]
        relate(
            scene,
            named(scene, match, "thing", "Ⓡ"),
            "part_of",
            places,
            rule="part.within",
            confidence=0.85,
        )
    for pattern, signs in _WHOLES:
        if scene.text.count(signs) < 2:
            continue
        for match in pattern.finditer(scene.text):
            parts = named(scene, match, "parts", signs)
            relate(
                scene,
                parts,
                "part_of",
                named(scene, match, "whole", signs),
                rule="part.under",
                confidence=0.8,
            )
