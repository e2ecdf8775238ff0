"""The report's own region among the regions it names, and what it is called where it names none."""

import re
from collections.abc import Sequence

from kg.extract.frame import Frame
from kg.link.group import Group

_LEVELS = {"县": "县旗", "市": "市州盟", "区": "区", "省": "省区", "镇": "镇", "乡": "乡"}
# 占全市的比重, 居全省第一: the region around it
_OURS = re.compile(
    r"(?<![占居列排])(?<![高低快慢]于)[我全本](?P<level>[县市区省镇乡])(?![内外域级]|平均|第|前列|首)"
)


def find_home(frame: Frame, groups: Sequence[Group]) -> Group | None:
    """The group of mentions that names the home region; None where the text names none."""
    regions = [g for g in groups if g.type == "Region"]
    known = frame.document.source.region
    if known is not None:
        return next((g for g in regions if known.name in g.names()), None)
    ours = [m["level"] for m in _OURS.finditer(frame.text)]
    if not regions or not ours:
        return None
    level = max(set(ours), key=ours.count)
    fitting = [g for g in regions if any(n.endswith(tuple(_LEVELS[level])) for n in g.names())]
    return max(fitting, key=lambda g: len(g.mentions), default=None)


def unnamed_home(frame: Frame) -> str | None:
    """What the report calls its region that it never names: 我县; None where it speaks of none."""
    if frame.document.source.region is not None:
        return frame.document.source.region.name
    ours = [m[0] for m in _OURS.finditer(frame.text)]
    return max(set(ours), key=ours.count) if ours else None
