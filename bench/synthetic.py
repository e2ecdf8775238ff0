"""Synthetic reports of any number: as many entities, predicates and figures as real ones have.

Every report is a county's half-year: about 120 facts with quotes. Firms, chains and events recur in
many counties, so that documents meet; everything else is the county's own. The same number of facts
gives the same reports.
"""

import random
from collections.abc import Iterator

from kg.model import HOME, Entity, Reading, Ref, Scalar, Source, Span, Statement
from kg.vocabulary import indicators

FACTS = 120  # of one report
_STAGES = ("negotiating", "signed", "permitting", "started", "building", "production")
_BLOCKERS = ("land", "energy", "finance", "permits", "labour", "market")
_GOODS = ("家具", "食品", "电池", "水泥", "纺织", "陶瓷", "茶叶", "机械", "药材", "板材")


def readings(facts: int) -> Iterator[Reading]:
    """Reports with this many facts in all."""
    rng = random.Random(20_230_630)  # noqa: S311 - repeatable, no secret
    for number in range(-(-facts // FACTS)):
        yield _report(number, min(FACTS, facts - number * FACTS), rng)


class _Writer:
    """One report as it grows; every statement has a quote of its own."""

    def __init__(self, number: int) -> None:
        self.home = Ref("Region", f"云溪{number}县")
        self.statements: list[Statement] = []
        self._at = 0

    def say(
        self, subject: Ref, predicate: str, said: Ref | float | None, **qualifiers: Scalar
    ) -> None:
        """One statement; a number is its value, else it has an object."""
        quote = f"{subject.name}在第{self._at}句中被报告说到，进展顺利，预计年内见效。"
        span = Span(self._at, self._at + len(quote), quote, "第二节")
        self._at += len(quote)
        target = said if isinstance(said, Ref) else None
        value = None if isinstance(said, Ref) else said
        self.statements.append(
            Statement(subject, predicate, target, value, qualifiers, (span,), 0.8, "bench")
        )


def _report(number: int, facts: int, rng: random.Random) -> Reading:
    writer = _Writer(number)
    park, event = (
        Ref("Park", f"云溪{number}工业园"),
        Ref("Event", f"第{rng.randint(1, 20)}届山货节"),
    )
    period = f"{2015 + number % 10}-H{1 + number % 2}"
    coded = rng.sample(sorted(indicators()), 20)
    while len(writer.statements) < facts:
        _project(writer, (park, event), period, rng)
        if coded:
            _figures(writer, coded.pop(), period, rng)
    statements = tuple(writer.statements[:facts])
    refs = {ref: None for s in statements for ref in (s.subject, s.object) if ref is not None}
    entities = tuple(
        Entity(ref.type, ref.name, (HOME,) if ref == writer.home else ())
        for ref in refs
        if ref.type not in ("Stage", "BlockerCategory", "Designation")
    )
    source = Source(f"report-{number:06}", "上半年工作总结", writer.home, period)
    return Reading(source, entities, statements)


def _project(writer: _Writer, places: tuple[Ref, Ref], period: str, rng: random.Random) -> None:
    goods, serial = rng.choice(_GOODS), len(writer.statements)
    project = Ref("Project", f"{writer.home.name}年产{serial + 1}万件{goods}项目")
    firm = Ref("Company", f"青禾{rng.randint(0, 4000)}{goods}有限公司")
    chain = Ref("Chain", f"{goods}产业")
    park, event = places
    reached = rng.randint(1, len(_STAGES))
    for code in _STAGES[max(0, reached - 2) : reached]:
        writer.say(project, "at_stage", Ref("Stage", code), date=period[:4])
    if reached < len(_STAGES):
        following = Ref("Stage", _STAGES[reached])
        writer.say(project, "at_stage", following, status="planned", date=f"{period[:4]}-12")
    writer.say(project, "has_investment", rng.randint(1, 90) * 10_000_000, unit="CNY")
    writer.say(project, "invested_by", firm)
    writer.say(project, "in_chain", chain)
    writer.say(project, "located_in", park)
    if rng.random() < 0.3:
        writer.say(project, "signed_at", event)
    if rng.random() < 0.3:
        writer.say(project, "blocked_by", Ref("BlockerCategory", rng.choice(_BLOCKERS)))
    if rng.random() < 0.1:
        writer.say(firm, "has_designation", Ref("Designation", "leading"))
    if rng.random() < 0.2:
        writer.say(writer.home, "focuses_on", chain)


def _figures(writer: _Writer, code: str, period: str, rng: random.Random) -> None:
    """What an indicator came to, and what it was to come to."""
    form = indicators()[code]
    unit = str(form.extra.get("unit", "CNY"))
    measure = {"%": "share", "个": "count", "家": "count"}.get(unit, "level")
    for kind in ("actual", "target"):
        value = rng.randint(1, 9_999) * (1_000_000 if unit == "CNY" else 0.01 if unit == "%" else 1)
        writer.say(writer.home, "measured", value, indicator=form.zh, measure=measure,
                   kind=kind, period=period, unit=unit)  # fmt: skip
