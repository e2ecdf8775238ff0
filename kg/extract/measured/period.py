"""The period a figure belongs to: said in its clause, its sentence, its heading, its paragraph.

Else the report's own; a goal without a time is one for the report's year.
"""

from kg.extract.frame import Frame, Sentence, Time
from kg.extract.periods import Months, form, months_of
from kg.extract.tense import FigureKind


def period_of(
    frame: Frame, sentence: Sentence, at: int, kind: FigureKind, carried: str | None
) -> str | None:
    """The period of the figure at `at`, in normal form; None where no year is to be had."""
    said = _said(frame, sentence, at)
    if said:
        return said.value
    heading = _of_heading(frame, sentence)
    report = frame.document.source.period
    if kind == "actual":
        return carried or report
    return heading or (f"{months_of(report).last[0]}" if report else carried)


def _said(frame: Frame, sentence: Sentence, at: int) -> Time | None:
    """The nearest time before the figure; a day or month only from the figure's own clause."""
    clause = max((a for a, _ in sentence.clauses if a <= at), default=sentence.start)
    for time in reversed(frame.times_in(sentence.start, at)):
        if time.start >= clause or time.kind == "period" or _until(frame, time):
            return time
    return None


def _until(frame: Frame, time: Time) -> bool:
    return frame.plain[max(0, time.start - 2) : time.start] in ("截至", "截止", "，到", "。到")


def _of_heading(frame: Frame, sentence: Sentence) -> str | None:
    for section in sentence.section.path():
        times = frame.times_in(section.start, section.body) if section.level else []
        if times:
            return times[0].value
    return None


def spoken_period(frame: Frame, sentence: Sentence) -> str | None:
    """The period that a sentence opens with and leaves to those after it in the paragraph."""
    times = [
        t for t in frame.times_in(sentence.start, sentence.end) if t.kind == "period" and t.value
    ]
    return times[-1].value if times else None


def until(month: str) -> str:
    """The months of a year up to one: 2010-05 → 2010-01/2010-05."""
    last = months_of(month).last
    return form(Months((last[0], 1), last))
