"""Every figure of the text as a fact."""

import re
from bisect import bisect_left, bisect_right

from kg.extract.frame import Frame, Quantity, Sentence
from kg.extract.measured.figure import Context, Figure, closes_list, figures
from kg.extract.measured.indicator import indicator_of
from kg.extract.measured.investment import invested
from kg.extract.measured.measure import Measure, measure_of, value_of
from kg.extract.measured.period import period_of, spoken_period
from kg.extract.measured.subject import Topics, clause_topic, remember, subject_of, titled
from kg.extract.measured.words import cue
from kg.extract.tense import FigureKind
from kg.extract.tense import kind as tense_kind
from kg.model import Ref, Scalar


def find_measured(frame: Frame) -> None:
    """Say the figures and investments of all sentences."""
    topics = Topics({}, document=titled(frame))
    carried: str | None = None
    line = -1
    for sentence in frame.sentences:
        start = frame.plain.rfind("\n", 0, sentence.start)
        if start != line:
            line, carried = start, None
            topics.paragraph = topics.project = None
        quantities = _inside(frame, sentence)
        if quantities:
            _say_sentence(frame, sentence, quantities, topics, carried)
        carried = spoken_period(frame, sentence) or carried
        _turn(frame, sentence, topics)


def _inside(frame: Frame, sentence: Sentence) -> list[Quantity]:
    """The sentence's quantities that are no part of a name."""
    first = bisect_left(frame.quantities, sentence.start, key=lambda q: q.start)
    last = bisect_right(frame.quantities, sentence.end, key=lambda q: q.end)
    found = frame.quantities[first:last]
    names = frame.mentions_in(sentence.start, sentence.end)
    return [q for q in found if not any(m.start <= q.start and q.end <= m.end for m in names)]


def _turn(frame: Frame, sentence: Sentence, topics: Topics) -> None:
    """Move on to the next sentence: whom it may call 该公司, and what the paragraph speaks of."""
    remember(frame, sentence, topics)
    start, end = sentence.clauses[0] if sentence.clauses else (sentence.start, sentence.end)
    topic = clause_topic(frame, start, end, topics)
    if topic:
        topics.paragraph = topic if topic.type in ("Company", "Project", "Park") else None


def _say_sentence(
    frame: Frame,
    sentence: Sentence,
    quantities: list[Quantity],
    topics: Topics,
    carried: str | None,
) -> None:
    context = Context()
    for figure in figures(frame, sentence, quantities):
        project = invested(frame, figure, context, topics.project)
        if project:
            _say_investment(frame, figure, frame.ref(project), (project.start, project.end))
            continue
        if closes_list(frame, figure.quantity):
            continue
        measure = measure_of(figure, context)
        indicator = indicator_of(figure, measure, context)
        figure.leaning = bool(context.head and indicator and indicator.startswith(context.head))
        subject = subject_of(frame, sentence, figure, indicator or "", topics)
        if indicator and subject:
            kind = kind_of(frame, figure, measure)
            period = period_of(frame, sentence, figure.quantity.start, kind, carried)
            _say(frame, figure, subject, indicator, measure, kind, period)
        _lean(context, figure, measure, indicator)


def kind_of(frame: Frame, figure: Figure, measure: Measure) -> FigureKind:
    """Whether the figure was reached, is a goal or is expected."""
    before = figure.before.strip()
    goal = cue("target_suffix").search(before)
    if measure != "completion" and (cue("target_only").search(before) or goal):
        return "target"
    sentence = figure.sentence
    return tense_kind(frame, sentence.start, sentence.end, figure.quantity.start)


def _lean(context: Context, figure: Figure, measure: Measure, indicator: str | None) -> None:
    if not indicator or (figure.before.endswith("的") and measure == "level"):
        return
    context.measure = measure
    if measure in ("level", "count", "share"):
        context.indicator = indicator
    if measure == "count" and figure.quantity.start > context.counted_at:
        context.head = indicator.removesuffix("数")
        noun = re.search(cue("heads").pattern + "$", context.head)
        context.noun = noun[0] if noun else None
        context.counted_at = figure.quantity.start


def _say(frame, figure, subject, indicator, measure, kind, period) -> None:  # type: ignore[no-untyped-def]
    quantity = figure.quantity
    qualifiers: dict[str, Scalar] = {"indicator": indicator, "measure": measure, "kind": kind}
    if period:
        qualifiers["period"] = period
    qualifiers["unit"] = quantity.unit
    if quantity.masked:
        qualifiers["masked"] = True
    frame.say(
        subject,
        "measured",
        value_of(figure, measure),
        at=[(figure.sentence.start, figure.sentence.end)],
        rule=f"measured.{measure}",
        confidence=0.8,
        qualifiers=qualifiers,
    )


def _say_investment(frame: Frame, figure: Figure, project: Ref, at: tuple[int, int]) -> None:
    quantity = figure.quantity
    qualifiers: dict[str, Scalar] = {"unit": quantity.unit}
    if quantity.masked:
        qualifiers["masked"] = True
    sentence = figure.sentence
    quotes = [(sentence.start, sentence.end)]
    frame.say(
        project,
        "has_investment",
        quantity.value,
        at=quotes if sentence.start <= at[0] < sentence.end else [*quotes, at],
        rule="investment",
        qualifiers=qualifiers,
    )
