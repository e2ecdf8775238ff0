"""The report's own region: the one it calls 我县, its title names, or it speaks of most."""

import re
from collections.abc import Sequence

from kg.extract.frame import Frame
from kg.link.group import Group

_LEVELS = {"县": "县旗", "市": "市州盟", "区": "区", "省": "省区", "镇": "镇", "乡": "乡"}
_OURS = re.compile(r"[我全本](?P<level>[县市区省镇乡])(?![内外域级])")


def find_home(frame: Frame, groups: Sequence[Group]) -> Group | None:
    """The group of mentions that names the home region; None where the text names none."""
    regions = [g for g in groups if g.type == "Region"]
    if not regions:
        return None
    ours = [m["level"] for m in _OURS.finditer(frame.text)]
    level = max(set(ours), key=ours.count) if ours else None
    return max(regions, key=lambda g: _score(frame, g, level))


def _score(frame: Frame, group: Group, level: str | None) -> float:
    first = min(m.start for m in group.mentions)
    name = group.names()[0]
    score = float(len(group.mentions))
    if first < len(frame.text.partition("\n")[0]):
        score += 4
    score += 2 if first < 120 else 0
    if level and any(n.endswith(tuple(_LEVELS[level])) for n in group.names()):
        score += 6 + 0.2 * len(frame.text) / 1000
    if name in ("中国", "东北", "西部"):
        score -= 10
    return score
