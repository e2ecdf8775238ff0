"""Whether a figure is what was reached, what is aimed at, or what is expected."""

import re

from kg.extract.frame import Frame
from kg.extract.measured.figure import Context, Figure, Measure
from kg.extract.measured.words import cue
from kg.extract.periods import months_of
from kg.extract.tense import Cue, FigureKind, governing
from kg.extract.tense import kind as tense_kind


def lies_ahead(frame: Frame, period: str) -> bool:
    """Whether a period begins after the report's own ends: what is said of it is no fact yet."""
    report = frame.document.source.period
    return bool(report) and months_of(period).first > months_of(str(report)).last


# cues that hold over a semicolon (预计 only to where a new period is opened)
_LASTING: dict[Cue | None, FigureKind] = {
    "wish": "target",
    "plan": "target",
    "after": "forecast",
    "future": "forecast",
}


# 督办任务履约率为5%、开工率3%: goals, though the word stands before the rates
_GOAL_RATE = re.compile(r"(?:目标|任务)(?!完成|的)[\u4e00-\u9fff]{2,4}率(?:为|是|达到?)?")
_NEXT_RATE = re.compile(r"、(?!完成|实现)[\u4e00-\u9fff]{2,4}率(?:为|是|达到?)?")


_OPENING = re.compile(
    r"(?:^|[，。；：、月年\n])(?:全[县年]|[上下]半年|到?年底)?[，]?(?:预计|预期|预测)|(?:预计|预期|预测)[^，。；\d]{0,12}[：:]"
)
_OF_A_TASK = re.compile(r"(?:以上|左右)?的(?:年度|全年|考核|预期)*(?:任务|目标|指标)(?!的)")
# 锚定全年产值50亿元、增长8%的目标: the noun comes last
_FRAME = re.compile(
    r"锚定|围绕|瞄准|对照|对标|按照|朝着|向着|聚焦|紧盯|实现|完成|确定了?|制定|提出"
)
_FRAMED = re.compile(
    r"[^。；]*?(?:的|，)(?:年度|全年|总体|工作|奋斗|预期|发展|既定|主要|这一)*(?:目标|任务)(?!完成|的)"
)


def _is_framed(frame: Frame, figure: Figure) -> bool:
    """Whether the sentence calls what it lists a goal only at its end."""
    start, at = figure.sentence.start, figure.quantity.start
    framed = _FRAMED.match(frame.plain, figure.quantity.end, figure.sentence.end)
    if not framed or not _FRAME.search(frame.plain, start, at):
        return False
    return frame.plain[start : framed.end()].count("目标") == 1 and "实际" not in framed[0]


def _is_raised(frame: Frame, figure: Figure) -> bool:
    """Whether the number is what something planned has grown to."""
    start, at = figure.sentence.start, figure.quantity.start
    governed = governing(frame.plain[start : figure.sentence.end], at - start)
    return governed == "budget" and bool(cue("raised").search(figure.before))


def kind_of(frame: Frame, figure: Figure, measure: Measure, context: Context) -> FigureKind:
    """Whether the figure was reached, is a goal or is expected."""
    before = figure.before.strip()
    if _GOAL_RATE.search(before) or (context.kind == "target" and _NEXT_RATE.fullmatch(before)):
        return "target"
    goal = cue("target_suffix").search(before)
    named = measure != "completion" and (cue("target_only").search(before) or goal)
    if named or _OF_A_TASK.match(figure.after):  # 完成引资30亿元的任务
        return "target"
    sentence = figure.sentence
    if _is_framed(frame, figure):
        return "target"
    opened = max(frame.plain.rfind(mark, 0, sentence.start) for mark in "。！？\n") + 1
    body = sentence.section.body if sentence.section.level else 0
    start = min(max(opened, body), sentence.start)  # a goal holds over the semicolons
    at = figure.quantity.start
    own = tense_kind(frame, sentence.start, sentence.end, at)
    if own == "target" and sentence.section.kind == "done" and _is_raised(frame, figure):
        return "actual"  # 规划面积由5平方公里扩至7平方公里
    if own != "actual" or start == sentence.start:
        return own
    earlier = governing(frame.plain[start : sentence.end], at - start)
    times = frame.times_in(sentence.start, sentence.end)
    opened = bool(times) and times[0].start == sentence.start
    if earlier == "future" and (opened or measure == "count" or figure.leaning):
        return own
    if earlier == "future" and not _OPENING.search(frame.plain, start, sentence.start):
        return own  # 零售额预计完成2亿元；…: it is told of that figure alone
    return _LASTING.get(earlier, own)
