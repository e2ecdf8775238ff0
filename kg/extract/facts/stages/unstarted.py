"""签约未开工的有3个：甲、乙、丙: signed is reached, the start has failed, for each of the list."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from kg.extract.facts.groups import LIST, group_of
from kg.extract.facts.scene import Scene
from kg.extract.facts.stages.reading import Candidate, Cue, candidates, verb_status
from kg.model import Status

_NEXT = {
    "开工": "started",
    "动工": "started",
    "建设": "started",
    "投产": "production",
    "竣工": "completed",
    "注册": "registered",
}
_PASSED = {
    "签约": "signed",
    "落地": "signed",
    "引进": "signed",
    "开工": "started",
    "建成": "completed",
}
_LISTED = re.compile(
    rf"(?P<passed>签约|落地|引进|开工|建成)(?:后|但|了)?(?:仍|尚|还|一直|至今|迟迟)*未(?:能|正式|按期|实质性)?"
    rf"(?P<next>{'|'.join(_NEXT)})(?:的)?(?:项目)?[^。；ⓅⓀⒸ]{{0,36}}?(?:：|（|有|即|是|为|包括|如)(?P<list>{LIST})"
)


# 会上签了7个项目，最大的是甲，其后依次是乙、丙: at an event, a count, then the names
_SIGNED = re.compile(
    r"Ⓔ[^。；ⓅⒺ]{0,24}?(?P<signed>签(?:约|下|订|署)?了?)(?:Ⓝ|[一二三四五六七八九十\d]+个)[^。；ⓅⒺ]{0,40}?(?=Ⓟ)"
)


def by_count(scene: Scene) -> Iterator[Candidate]:
    """All projects that the sentence names after the count were signed."""
    for match in _SIGNED.finditer(scene.text) if "Ⓔ" in scene.text else ():
        cue = Cue(scene, match.start("signed"), "signed", "class_head", 0.8)
        members = scene.refs(match.end(), len(scene.text), "Ⓟ")
        yield from candidates(cue, members, verb_status(cue, match.start()))


def by_gap(scene: Scene) -> Iterator[Candidate]:
    """Both stages that the words before the list say of its members."""
    for match in _LISTED.finditer(scene.text) if "未" in scene.text else ():
        members = [
            m for m in group_of(scene, *match.span("list")).members if m[0].type == "Project"
        ]
        passed = Cue(scene, match.start("passed"), _PASSED[match["passed"]], "class_head", 0.85)
        failed = Cue(scene, match.start("next"), _NEXT[match["next"]], "class_head", 0.85)
        for cue, status in ((passed, "reached"), (failed, "failed")):
            for found in candidates(cue, members, cast(Status, status)):
                yield replace(found, date=None)  # 去年以来签约未开工: when, the words do not say
