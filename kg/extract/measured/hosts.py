"""Whose each of several numbers is: `甲项目、乙项目分别完成投资3亿元、2亿元`.

Where 分别 stands before as many numbers as there are names of one type in the sentence (or dates),
each number is told of its own name, in order.
"""

import re

from kg.extract.frame import Frame
from kg.extract.measured.apart import JOINT
from kg.extract.measured.figure import Context, Figure
from kg.model import Ref

_TYPES = ("Event", "Project", "Park", "Company", "Chain")
_APART = re.compile(r"分别")


def set_hosts(frame: Frame, figure: Figure, context: Context, count: int) -> None:
    """Note the names or times that this number and the `count` - 1 after it are told of."""
    context.hosts, context.spans = [], []
    if count < 2:
        return
    at = figure.sentence.start + figure.plain[figure.sentence.start : figure.quantity.start].rfind(
        "分别"
    )
    of_each: list[list[Ref]] = []
    for kind in _TYPES:
        names = frame.mentions_in(figure.sentence.start, at, kind)
        of_each.append(list(dict.fromkeys(frame.ref(m) for m in names)))
    context.hosts = next((refs for refs in of_each if len(refs) == count), [])
    times = [t.value for t in frame.times_in(figure.sentence.start, at) if t.value]
    context.spans = times if len(times) == count else []


def next_host(figure: Figure, context: Context) -> tuple[Ref | None, str | None]:
    """The name and the time kept for this number; None each where none is kept."""
    if not _APART.search(figure.before) and not JOINT.fullmatch(figure.before):
        context.hosts, context.spans = [], []
    host = context.hosts.pop(0) if context.hosts else None
    return host, context.spans.pop(0) if context.spans else None
