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
    "(?:成功申报|获评|获得|荣获|被认定为|被评为|认定为|入选|获批|被列为|被列入|跻身|成功创建"
    "|创建为?|晋升为?|批复为|升级为|通过|成为|是|为|系|作为|属于?|列入|进入|获)"
)
_WISHES = re.compile(
    "(?:争创|申报|创建|培育|力争|争取|打造|冲刺|申请|推动|支持|鼓励)[^，。；]{0,16}$"
)
_COUNT = "(?:Ⓝ|[一二三四五六七八九十两多几\\d*]+[家个户])?"


@cache
def _words() -> str:
    rows = load("cues/designations.yaml")
    return "|".join(f"(?P<{code}>{'|'.join(words)})" for code, words in rows.items())


@cache
def _patterns() -> list[tuple[str, float, re.Pattern[str]]]:
    words = _words()
    return [
        (rule, confidence, re.compile(pattern))
        for rule, confidence, pattern in (
            (
                "designation.gets",
                0.85,
                rf"(?P<firms>{_FIRMS})(?:等)?[^。；{NAMES}]{{0,12}}?{_GETS}[^。；ⒸⓀⓄⓅ]{{0,30}}?(?:{words})",
            ),
            (
                "designation.class",
                0.8,
                rf"(?P<firms>{_FIRMS})等{_COUNT}[^，。；{NAMES}]{{0,12}}?(?:{words})",
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
                "designation.wish",
                0.75,
                rf"(?P<firms>{_FIRMS})(?:等)?[^。；{NAMES}]{{0,8}}?(?:申报|争创|创建|培育成?为?|打造成?为?)[^。；ⒸⓀⓄⓅ]{{0,20}}?(?:{words})",
            ),
        )
    ]


def say(frame: Frame) -> None:
    """Record the designations that a document gives."""
    hint = re.compile(_words())
    for scene in scenes(frame):
        if not re.search("[ⒸⓀⓄ]", scene.text) or not hint.search(scene.text):
            continue
        for rule, confidence, pattern in _patterns():
            for match in pattern.finditer(scene.text):
                _say(scene, match, rule, confidence)


def _say(scene: Scene, match: re.Match[str], rule: str, confidence: float) -> None:
    code = next(name for name, value in match.groupdict().items() if value and name != "firms")
    at = match.start(code)
    before = scene.text[match.start() : at]
    wished = rule == "designation.wish" or _WISHES.search(before)
    status = "planned" if wished and "成功" not in before else status_at(scene, at)
    if status not in ("reached", "planned"):
        return
    firms: list[Named] = scene.refs(*match.span("firms"), "ⒸⓀⓄ")
    firms = [
        f
        for f in firms
        if (f[0].type == "Park") == (code == "demonstration_park") or code == "innovation_platform"
    ]
    relate(
        scene,
        firms,
        "has_designation",
        [(Ref("Designation", code), at)],
        rule=rule,
        confidence=confidence,
        qualifiers={"status": status},
    )
