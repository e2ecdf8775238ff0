"""issued: a titled document and who brought it out, or is about to."""

import re

from kg.extract.facts.relation import Named, home, named, relate, status_at
from kg.extract.facts.scene import NAMES, Scene, scenes
from kg.extract.frame import Frame

_OUT = (
    "出台|印发|下发|发布|颁布|制定|制订|修订|发出|公布"
    "|实施了|推出|转发|编制(?:完成|印发|了)|发文|审议通过|拟定|拟订"
)
_DRAFT = "起草|研究|编制|酝酿|草拟|形成[^，。；]{0,4}初稿|征求意见"
# what is done to a draft before it comes out
_REVIEWED = re.compile(
    "起草|研究|编制|初稿|征求意见|意见征求|修改|报批|会签|评审|审查|论证|审核|^[待拟报]"
)
_BEFORE = re.compile(
    rf"(?:(?:^|(?<=[，：]))[^，。；ⓇⓄⓌ]{{0,4}}(?P<who>[ⓇⓄⓌ](?:[、和与][ⓇⓄⓌ])*)[^。；Ⓛ，]{{0,14}}?)?(?P<verb>(?:{_OUT}|{_DRAFT})(?:并|、|和)?(?:{_OUT}|实施)?)(?:了|的|过|出)?[^。；，{NAMES}]{{0,10}}?(?P<policy>Ⓛ(?:(?:、|和|及|以及|等|与|，(?=Ⓛ(?:[、，。；和及等]|$)))*Ⓛ)*)"
)
_AFTER = re.compile(
    rf"(?P<policy>Ⓛ)(?:已|正)?(?:由(?P<who>[ⓇⓄⓌ](?:[、和与][ⓇⓄⓌ])*))?[^。；，Ⓛ]{{0,6}}?(?P<verb>已?(?:正式)?(?:{_OUT})|也?已?经?(?:形成|完成)[^，。；]{{0,4}}初稿|(?:正在|已|已经|完成|已完成|目前)(?:起草|编制|征求意见|意见征求|研究|修改|报批|会签)|已?通过[^，。；]{{0,6}}?(?:评审|审查|论证|合法性审核)|(?:待|拟|报)[^，。；]{{0,6}}?(?:审议|审定|印发|出台))"
)
_PENDING = re.compile(
    r"(?:加快|尽快|研究|拟|抓紧|即将|计划|准备|争取|探索|建议|适时|谋划)[^，。；]{0,4}$"
)


def say(frame: Frame) -> None:
    """Record the documents that were issued or are in the making."""
    for scene in scenes(frame):
        if "Ⓛ" not in scene.text:
            continue
        for pattern in (_BEFORE, _AFTER):
            for match in pattern.finditer(scene.text):
                _say(scene, match)


def _say(scene: Scene, match: re.Match[str]) -> None:
    verb = match["verb"]
    at = match.start("verb")
    out = re.search(_OUT, verb) and verb[0] not in "待拟报"
    drafted = not out and (re.search(_DRAFT, verb) or _REVIEWED.search(verb))
    pending = drafted or _PENDING.search(scene.text, 0, at)
    status = "planned" if pending else status_at(scene, at)
    if status is None:
        return
    who = named(scene, match, "who", "ⓇⓄⓌ") if "who" in match.re.groupindex else []
    if not who and scene.text[match.end("verb") :][:1] == "的":  # 落实上级下发的…: another's
        return
    issuers: list[Named] = who or home(scene, at)
    relate(
        scene,
        issuers,
        "issued",
        named(scene, match, "policy", "Ⓛ"),
        rule="policy.verb",
        confidence=0.85 if who else 0.8,
        qualifiers={"status": status},
    )
