"""not_counted_in: a named project that is said to be left out when an indicator is counted."""

import re

from kg.extract.facts.relation import named, relate
from kg.extract.facts.scene import Scene, listed, scenes
from kg.extract.frame import Frame
from kg.link.indicators import code
from kg.model import Ref

_PROJECTS = f"(?P<projects>{listed('Ⓟ')})"
_NOT = (
    "(?:不|未|无法|不能|难以|不得|暂不|没有|尚未)(?:能|被|再|予|可)?"
    "(?:纳入|计入|列入|算入|统计进|计算在)"
)
_WHAT = "(?P<what>[^，。；：、（）ⓅⒸⓀⒺⓁ]{2,30})"
_RATE = "占比|比重|比例|[一-鿿]率"
_SAYINGS = (
    # 甲项目属区内法人，不纳入新签约项目统计
    re.compile(rf"{_PROJECTS}[^。；]{{0,40}}?{_NOT}(?:到|进)?{_WHAT}"),
    # 剔除甲项目后，工业投资增长5%
    re.compile(rf"(?:剔除|扣除|不含|未含|不包括){_PROJECTS}[^。；，]{{0,6}}[，后外]，?{_WHAT}"),
    # 甲项目不属于制造业项目，影响新签约制造业占比
    re.compile(
        rf"{_PROJECTS}[^。；]{{0,40}}?不属于[^，。；Ⓟ]{{2,12}}，[^。；Ⓟ]{{0,6}}?"
        rf"(?:影响|拉低|降低|导致)了?(?P<what>[^，。；Ⓟ]{{2,20}}?(?:{_RATE}))"
    ),
)
_BEFORE = re.compile(
    "^(?:[ⓇⓌ]|我们?[县市区州]?|全[县市区州]|本[县市区州]|当年|今年|本年度?|上级|的|了|招商引资(?=新?签约))+"
)
# 新签约项目的指标任务, 固定资产投资统计范围: the words of counting are none of the indicator
_AFTER = re.compile(
    "(?:的|之内|以内|内|中|里|(?:年度|目标|考核|指标|任务|统计|核算|计算|口径|范围|数据|基数|总额度)+)+$"
)
# Ⓝ%, 增长, 完成 …: what is said of the indicator
_SAID = re.compile("(?:同比|环比|增长|下降|增速|达到?|完成|为|是|[ⓃⓂⓉ]).*$")
_MEASURES = ("share", "level", "count")


def say(frame: Frame) -> None:
    """Record the projects that are left out of an indicator that has an identity."""
    for scene in scenes(frame):
        if "Ⓟ" in scene.text:
            for saying in _SAYINGS:
                for match in saying.finditer(scene.text):
                    _say(scene, match)


def _say(scene: Scene, match: re.Match[str]) -> None:
    words = indicator(match["what"])
    if words is None:
        return
    relate(
        scene,
        named(scene, match, "projects", "Ⓟ"),
        "not_counted_in",
        [(Ref("Indicator", words), match.end("what") - 1)],
        rule="uncounted.verb",
        confidence=0.8,
    )


def indicator(said: str) -> str | None:
    """The indicator that these words name, without the words of counting; None where none is."""
    words = _BEFORE.sub("", _SAID.sub("", said))
    for name in (words, _AFTER.sub("", words)):
        if name and any(code(name, measure, "") for measure in _MEASURES):
            return name
    return None
