"""What the facts of a project come to: its stage, dates, investment and next due date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.graph.fact import Fact, Properties
from kg.graph.fold import when
from kg.graph.periods import Days
from kg.graph.vocabularies import stage_order

_INVESTMENT = "Indicator/total_investment"
_FORCED = 11  # above_scale: no later stage implies that it was passed


def derive_projects(
    facts: Iterable[Fact], reports: Mapping[str, Days | None]
) -> dict[str, Properties]:
    """The derived properties of every project that a fact is said of, by node."""
    by_subject: defaultdict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.head.subject.startswith("Project/"):
            by_subject[fact.head.subject].append(fact)
    return {node: derive(said, reports) for node, said in by_subject.items()}


def derive(facts: Iterable[Fact], reports: Mapping[str, Days | None]) -> Properties:
    """The derived properties of one project, from all its facts."""
    stages: defaultdict[str, list[Fact]] = defaultdict(list)
    sums: list[Fact] = []
    for fact in facts:
        stages[fact.head.type].append(fact)
        if fact.head.type == "HAS_FIGURE" and fact.head.target == _INVESTMENT:
            sums.append(fact)
    found = investment(sums)
    reached = stages["REACHED"]
    if reached:
        found["stage"] = current_stage([_moment(fact, reports) for fact in reached])
    for name, code in (("signed_on", "signed"), ("started_on", "started")):
        if date := _earliest(reached, code):
            found[name] = date
    if due := _next_due(stages["PLANNED"], reached):
        found["next_due"] = due
    return found


def current_stage(reached: Iterable[tuple[str, str]]) -> str:
    """The stage a project is at, from (code, last day it is said of) of every stage reached.

    The furthest on the line; a stage off the line (stalled, terminated, delisted) wins while
    nothing on the line is reached after it.
    """
    line = [(code, day) for code, day in reached if stage_order(code) is not None]
    off = [(day, code) for code, day in reached if stage_order(code) is None]
    if off and max(off)[0] >= max((day for _, day in line), default=""):
        return max(off)[1]
    return max(line, key=lambda step: stage_order(step[0]) or 0)[0]


def investment(sums: Iterable[Fact]) -> Properties:
    """The total investment in CNY and how well it is known."""
    heads = [fact.head for fact in sums if fact.head.unit == "CNY" and fact.head.measure == "level"]
    values = {head.value for head in heads if head.value is not None}
    if len(values) == 1:
        value = values.pop()
        if isinstance(value, int | float):
            return {"investment": value, "investment_state": "known"}
    if values:
        return {"investment_state": "disputed"}
    return {"investment_state": "masked" if heads else "unsaid"}


def _moment(fact: Fact, reports: Mapping[str, Days | None]) -> tuple[str, str]:
    """A stage with its day: the last of its date, else of the last report that says it."""
    code = fact.head.target.removeprefix("Stage/")
    if fact.head.days:
        return code, fact.head.days[1]
    ends = [days[1] for claim in fact.claims if (days := reports.get(claim.document))]
    return code, max(ends, default="")


def _earliest(reached: Iterable[Fact], code: str) -> str | None:
    dated = [claim for f in reached if f.head.target == f"Stage/{code}" and (claim := when(f)).days]
    return min(((c.days, str(c.date)) for c in dated if c.days), default=(None, None))[1]


def _next_due(planned: Iterable[Fact], reached: Iterable[Fact]) -> str | None:
    passed = {fact.head.target.removeprefix("Stage/") for fact in reached}
    furthest = max((stage_order(code) or 0 for code in passed), default=0)
    due = []
    for fact in planned:
        code = fact.head.target.removeprefix("Stage/")
        order = stage_order(code) or 0
        implied = order != _FORCED and order < furthest
        if fact.head.days and code not in passed and not implied:
            due.append(fact.head.days[1])
    return min(due, default=None)
