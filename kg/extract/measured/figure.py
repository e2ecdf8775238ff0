"""One figure as it stands in its sentence, and what is known so far in that sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from kg.extract.frame import Frame, Mention, Quantity, Sentence
from kg.extract.measured.idle import AND, is_threshold
from kg.extract.measured.words import lead
from kg.extract.tense import FigureKind
from kg.model import Ref

_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
_OPEN = re.compile(r"[（(](?=[^)）]*$)")
_DASH = re.compile(r"\s?(?:-{1,2}|—{1,2}|–|~|～|至|到|－|余|多)*\s?")
_COLON = re.compile(r"[：:][\s约近超]*")
_LISTED = re.compile(r"(?:等(?:\s|近|约|共)*)?")
_MORE_THAN_LEAD = re.compile(r"[^“”‘’《\s在于]")
_AFTER_SUBJECT = re.compile(r"(?:上|中|期间|现场)?")
# 签约5个项目、协议资金10亿元: the thing counted before is no part of the next name
_COUNTED = re.compile(r"[\u4e00-\u9fff]{0,8}(?:项目|企业|公司|活动)、(?=[^，。；、]{2,})")
_WORD_END = re.compile(r"[，。；：、！？,;:（(）)\n]")


Measure = Literal["level", "yoy", "completion", "share", "count"]


@dataclass(slots=True)
class Figure:
    """A number in its sentence.

    `before` are the words of its clause that lead up to it, `after` those that follow it up to the
    next figure or pause; `first` is where `before` starts.
    """

    quantity: Quantity
    sentence: Sentence
    plain: str = field(repr=False)  # the whole text
    first: int
    before: str
    after: str
    said: bool = False  # its sentence names the subject
    leaning: bool = False  # it belongs to a thing counted before it (签约项目12个，总投资3亿元)


@dataclass(slots=True)
class Context:
    """What earlier figures of the sentence leave for later ones to lean on."""

    indicator: str | None = None  # the last level or count
    measure: Measure | None = None
    head: str | None = None  # the counted thing: 签约项目
    amount: str | None = None  # the last sum of money: 到位资金
    outer: "tuple[str | None, Measure | None] | None" = None  # what stood before an open bracket
    brought: str = ""  # the verb of a list of what was brought in: 招引
    noun: str | None = None  # its last noun: 项目
    counted_at: int = -1  # where the last count stands
    levels: list[str] = field(default_factory=list)  # the levels and counts so far, for 分别
    kind: FigureKind | None = None  # of the last figure
    goal: bool = False  # the sentence named a goal that a bare percentage is a part of
    hosts: list[Ref] = field(default_factory=list)  # whose the next numbers are, after 分别
    spans: list[str] = field(default_factory=list)  # of which times the next numbers are
    grown: str = ""  # what 分别 says of all of them: 增加 (分别增加5个、1个)
    apart: list[str] = field(default_factory=list)  # those still to get a number


def figures(frame: Frame, sentence: Sentence, quantities: list[Quantity]) -> Iterator[Figure]:
    """The figures of a sentence; class thresholds (亿元以上项目) and numbers in names are none."""
    text = frame.plain
    edge = sentence.start
    first = stop = sentence.start  # the words before a range end before its lower number
    for index, quantity in enumerate(quantities):
        if not (index and _DASH.fullmatch(text, quantities[index - 1].end, quantity.start)):
            stop = quantity.start
        else:
            edge = min(edge, first)
        first = max(edge, _clause(text, sentence, quantity.start))
        counted = _COUNTED.match(text, first, quantity.start) if first == edge else None
        first = counted.end() if counted else first
        if is_threshold(text, quantity):
            edge = first
            continue
        end, rest = quantity.end, quantities[index + 1 :]
        if rest and _DASH.fullmatch(text, end, rest[0].start):  # 3-5家企业
            end, rest = rest[0].end, rest[1:]
        following = rest[0].start if rest else sentence.end
        yield Figure(
            quantity,
            sentence,
            text,
            first,
            _before(frame, first, stop),
            _after(text, end, min(following, sentence.end)),
        )
        edge = quantity.end


def _clause(text: str, sentence: Sentence, at: int) -> int:
    """Where the figure's clause starts; in `总投资：5亿元` before the colon."""
    starts = [a for a, _ in sentence.clauses if a <= at]
    if len(starts) > 1 and _COLON.fullmatch(text, starts[-1] - 1, at):
        starts.pop()
    return starts[-1] if starts else sentence.start


def _before(frame: Frame, start: int, end: int) -> str:
    """The words up to the number, without the subject's name, times, lists and bracketed asides."""
    start, end = _without_names(frame, start, end)
    pieces: list[str] = []
    at = start
    for time in frame.times_in(start, end):
        pieces.append(frame.plain[at : time.start])
        at = time.end
    pieces.append(frame.plain[at:end])
    words = _BRACKETS.sub("", "".join(pieces)).lstrip("）)")
    opened = _OPEN.search(words)
    if opened and opened.end() == len(words) and _GOAL.search(words, 0, opened.start()):
        return words[: opened.start()]  # 完成目标任务（38亿元）的…
    return words[opened.end() :] if opened else words


_GOAL = re.compile("(?:目标|任务|计划|指标)(?:任务|目标|数|值)*$")


def _without_names(frame: Frame, start: int, end: int) -> tuple[int, int]:
    """Leave off the name that the clause opens with, and the names listed before 等N个."""
    text = frame.plain
    names = frame.mentions_in(
        start, end, "Region", "Park", "Company", "Organization", "Event", "Project"
    )
    listed = _list_before(text, names, end) if names else None
    if listed is not None:
        return start, max(start, listed)
    if names and not _MORE_THAN_LEAD.search(lead().sub("", _untimed(frame, start, names[0].start))):
        last = _last_joined(text, names)
        opened = _AFTER_SUBJECT.match(text, last.end, end)
        return (opened.end() if opened else last.end), end
    return start, end


def _untimed(frame: Frame, start: int, end: int) -> str:
    """The words of a stretch without the date that opens it: 2023年|甲产业园完成产值…."""
    first = frame.times_in(start, end)[:1]
    return frame.plain[first[0].end if first and first[0].start == start else start : end]


def _last_joined(text: str, names: list[Mention]) -> Mention:
    """The last of the names that open the clause together (甲园、乙园分别…), else the first."""
    last = names[0]
    for name in names[1:]:
        if text[last.end : name.start] not in AND:
            break
        last = name
    return last if text.startswith(("分别", "共同", "均"), last.end) else names[0]


def _list_before(text: str, names: list[Mention], end: int) -> int | None:
    """Where the list of names starts that ends in 等 right before `end`; None without one."""
    opened = _LISTED.fullmatch(text, names[-1].end, end)
    first = names[-1]
    for name in reversed(names[:-1]):
        if text[name.end : first.start] not in AND:
            break
        first = name
    return first.start if opened and (opened[0] or first is not names[-1]) else None


def _after(text: str, start: int, end: int) -> str:
    pause = _WORD_END.search(text, start, end)
    return text[start : pause.start() if pause else end]
