"""blocked_by in a bracket: 甲项目（土地未组卷）、乙项目（选址被否）: of the name before it."""

import re

from kg.extract.facts.lacks import categories
from kg.extract.frame import Frame, Mention
from kg.model import Ref

_NOTE = re.compile(r"[（(](?P<note>[^（）()。\d]{4,24})[)）]")
_LACK = re.compile("未|没|被否|被退|缺|不足|不够|断|紧张|卡|难|受阻|纠纷|问题|不到位|被查封")


def say(frame: Frame) -> None:
    """Record the difficulty that the bracket after a project's name tells of."""
    for mention in frame.mentions:
        note = _NOTE.match(frame.plain, mention.end) if mention.type == "Project" else None
        if note and _LACK.search(note["note"]):
            _record(frame, mention, note)


def _record(frame: Frame, mention: Mention, note: re.Match[str]) -> None:
    for code in categories(note["note"], lacking=True):
        frame.say(
            frame.ref(mention),
            "blocked_by",
            Ref("BlockerCategory", code),
            at=[(mention.start, note.end())],
            rule="blocker.note",
            confidence=0.8,
        )
