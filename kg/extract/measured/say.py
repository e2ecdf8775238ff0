"""Every figure of the text as a fact."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from kg.extract.frame import Frame, Quantity, Section, Sentence
from kg.extract.measured.apart import align, each, next_apart, together
from kg.extract.measured.figure import Context, Figure, Measure, figures
from kg.extract.measured.hosts import next_host, set_hosts
from kg.extract.measured.idle import closes_list, is_detail, is_sound
from kg.extract.measured.indicator import indicator_of
from kg.extract.measured.investment import invested
from kg.extract.measured.kind import kind_of, lies_ahead
from kg.extract.measured.measure import measure_of, value_of
from kg.extract.measured.period import event_date, of_year, period_of, spoken_period, up_to
from kg.extract.measured.subject import clause_topic, remember, subject_of
from kg.extract.measured.topics import (
    HOME,
    Topics,
    entry_of,
    is_news,
    is_report,
    own_park,
    title_topic,
    titled,
)
from kg.extract.measured.trust import confidence
from kg.extract.measured.words import cue
from kg.extract.outline import title_end
from kg.extract.tense import FigureKind
from kg.model import Ref, Scalar

_START, _END = attrgetter("start"), attrgetter("end")


_TRADE = re.compile(r"^(?:全?产业链|产业集群|产业|集群|行业|链)?")
_OF_ANOTHER = re.compile(r"^(?!.*[由从][^，。]{0,8}的$).*的$")
_MONTH = re.compile(r"\d{4}-\d\d")
_LAST_YEAR = re.compile(r"[由从](?:上年|去年)(?:同期|年?末|年?底)?的?$")


@dataclass(slots=True)
class Story:
    """What the telling has reached: whom the text speaks of, and of which period."""

    frame: Frame
    topics: Topics
    line: int = -1  # where the paragraph starts
    period: str | None = None  # said earlier in the paragraph
    section: Section | None = None


def find_measured(frame: Frame) -> None:
    """Say the figures and investments of all sentences."""
    park = own_park(frame)
    topics = Topics({}, is_news(frame), is_report(frame), park)
    topics.title, topics.document = park or title_topic(frame), titled(frame)
    story = Story(frame, topics)
    title = title_end(frame.plain)
    for sentence in frame.sentences:
        line = frame.plain.rfind("\n", 0, sentence.start)
        if line != story.line:
            story.line, story.period = line, None
            story.topics.paragraph = story.topics.project = None
            story.topics.at_home = False
        if sentence.section is not story.section:
            story.section = sentence.section
            story.topics.entry = entry_of(frame, sentence.section)
        quantities = _inside(frame, sentence)
        if quantities and sentence.start >= title:  # a title's figures are those of the text
            _say_sentence(story, sentence, quantities)
        story.period = spoken_period(frame, sentence) or story.period
        _turn(frame, sentence, story.topics)


def _inside(frame: Frame, sentence: Sentence) -> list[Quantity]:
    """The sentence's quantities that are no part of a name."""
    first = bisect_left(frame.quantities, sentence.start, key=_START)
    last = bisect_right(frame.quantities, sentence.end, key=_END)
    names = frame.mentions_in(sentence.start, sentence.end)
    return [
        q
        for q in frame.quantities[first:last]
        if not any(m.start <= q.start and q.end <= m.end for m in names)
    ]


def _turn(frame: Frame, sentence: Sentence, topics: Topics) -> None:
    """Move on to the next sentence: whom it may call 该公司, and what the paragraph speaks of."""
    remember(frame, sentence, topics)
    start, end = sentence.clauses[0] if sentence.clauses else (sentence.start, sentence.end)
    topic = clause_topic(frame, start, end, topics, same=False)
    if any(HOME.match(frame.plain, a) for a, _ in sentence.clauses):
        topics.at_home = True  # 岁末，全县主要指标预计：…；…
    if topic:
        topics.at_home = topic == frame.home
        topics.paragraph = topic if topic.type in ("Company", "Project", "Park") else None


def _say_sentence(story: Story, sentence: Sentence, quantities: list[Quantity]) -> None:
    frame, context = story.frame, Context()
    for figure in figures(frame, sentence, quantities):
        project = invested(frame, figure, context, story.topics)
        if project:
            _say_investment(frame, figure, frame.ref(project), (project.start, project.end))
        elif not closes_list(frame, figure.quantity):
            following = [q for q in quantities if q.start > figure.quantity.start]
            count = together(figure, following, frame.plain)
            if count:
                set_hosts(frame, figure, context, count)
                align(figure, context, count)
            _say_figure(story, figure, context)


def _say_figure(story: Story, figure: Figure, context: Context) -> None:
    frame = story.frame
    if is_detail(figure.quantity, figure.before, figure.after):
        return
    _bracket(context, figure)
    measure = measure_of(figure, context)
    indicator = next_apart(figure, context) or indicator_of(figure, measure, context)
    if not indicator or not is_sound(indicator, report=_reports(story)):
        return
    figure.leaning = bool(context.head and indicator.startswith(context.head))
    host, span = next_host(figure, context)
    subject = host or subject_of(frame, figure, indicator, story.topics)
    if subject:
        kind = kind_of(frame, figure, measure, context)
        period = span or _period(story, figure, subject, kind)
        if kind == "actual" and period and lies_ahead(frame, period):
            kind = "target"
        dated = bool(frame.document.source.period)
        trust = confidence(figure, indicator, measure, kind, story.topics, dated=dated)
        own = _of_industry(subject, indicator)
        for one in each(figure, own):
            qualifiers: dict[str, Scalar] = {"indicator": one, "measure": measure, "kind": kind}
            if period:
                qualifiers["period"] = period
            _say(frame, figure, subject, qualifiers, trust)
        context.kind = kind
        context.goal = context.goal or (kind == "target" and measure in ("level", "count"))
    _lean(context, figure, measure, indicator)


def _of_industry(subject: Ref, indicator: str) -> str:
    """An industry's figure without the industry's name: 竹木产业 – 产值, not 竹木产业产值."""
    if subject.type != "Chain" or not indicator.startswith(subject.name):
        return indicator
    return _TRADE.sub("", indicator.removeprefix(subject.name)) or indicator


def _reports(story: Story) -> bool:
    """Whether the paper reports on its own region, or introduces the thing of its title."""
    return story.topics.report or story.topics.title is not None


def _period(story: Story, figure: Figure, subject: Ref, kind: FigureKind) -> str | None:
    at, sentence = figure.quantity.start, figure.sentence
    dated = event_date(story.frame, sentence, at) if subject.type == "Event" else None
    if kind == "target" and not story.frame.times_in(figure.first, at):
        dated = dated or of_year(story.frame, figure.before)
    period = dated or period_of(story.frame, sentence, at, kind, story.period)
    if period and _LAST_YEAR.search(figure.before):  # 由上年的3亿元增加到4亿元
        period = re.sub(r"\d{4}", lambda year: str(int(year[0]) - 1), period)
    months = period is not None and _MONTH.fullmatch(period) is not None
    flow = figure.quantity.kind == "money" and kind == "actual" and months and not dated
    return up_to(period) if period and flow else period


def _bracket(context: Context, figure: Figure) -> None:
    """After a bracket a figure leans on what stood before it: 3亿元（其中工业2亿元），增长5%."""
    before = figure.plain[figure.sentence.start : figure.quantity.start]
    inside = max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))
    if inside and not context.outer:
        context.outer = context.indicator, context.measure
    elif not inside and context.outer:
        context.indicator, context.measure = context.outer
        context.outer = None


def _lean(context: Context, figure: Figure, measure: Measure, indicator: str) -> None:
    if _OF_ANOTHER.search(figure.before) and measure == "level":
        return
    context.measure = measure
    if measure == "level" and figure.quantity.kind == "money" and not figure.leaning:
        context.amount = context.amount or indicator
    if measure in ("level", "count", "share"):
        context.indicator = indicator
        context.levels.append(indicator)
    people = indicator.endswith("人数")  # a staff has no 营业收入 of its own
    if measure == "count" and not people and figure.quantity.start > context.counted_at:
        context.head = indicator.removesuffix("数")
        noun = re.search(cue("heads").pattern + "$", context.head)
        context.noun = noun[0] if noun else None
        context.counted_at = figure.quantity.start


def _say(
    frame: Frame,
    figure: Figure,
    subject: Ref,
    qualifiers: dict[str, Scalar],
    trust: float,
) -> None:
    quantity, sentence = figure.quantity, figure.sentence
    qualifiers["unit"] = quantity.unit
    if quantity.masked:
        qualifiers["masked"] = True
    rule = f"measured.{qualifiers['measure']}{'.leaning' if figure.leaning else ''}"
    frame.say(
        subject,
        "measured",
        value_of(figure, qualifiers["measure"]),
        at=[(sentence.start, sentence.end)],
        rule=rule,
        confidence=trust,
        qualifiers=qualifiers,
    )


def _say_investment(frame: Frame, figure: Figure, project: Ref, at: tuple[int, int]) -> None:
    quantity, sentence = figure.quantity, figure.sentence
    qualifiers: dict[str, Scalar] = {"unit": quantity.unit}
    if quantity.masked:
        qualifiers["masked"] = True
    quotes = [(sentence.start, sentence.end)]
    frame.say(
        project,
        "has_investment",
        quantity.value,
        at=quotes if sentence.start <= at[0] < sentence.end else [*quotes, at],
        rule="investment",
        confidence=0.9,
        qualifiers=qualifiers,
    )
