"""Synthetic reports of any number: as many entities, predicates and figures as real ones have.

A county reports three times, about 120 facts with quotes each time: projects move on, stall, fall
silent or are new; some sums are masked. Its parks, festival, policies and most of its firms are its
own; national firms, fairs and industries recur in many counties, each of which has a handful of
some sixty industries. The same number of facts gives the same reports.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.link.chains import taxonomy
from kg.model import HOME, Entity, Reading, Ref, Scalar, Source, Span, Statement
from kg.vocabulary import indicators

FACTS = 120  # of one report
_PERIODS = ("2022-H1", "2022", "2023-H1")  # a county's reports
_STAGES = ("negotiating", "signed", "permitting", "started", "building", "production")
_BLOCKERS = ("land", "energy", "finance", "permits", "labour", "market")
_GOODS = ("家具", "食品", "电池", "水泥", "纺织", "陶瓷", "茶叶", "机械", "药材", "板材")
_COUNTIES = 10  # of one city
_NATIONAL = 4000  # firms that invest in many counties
_CLOSED = ("Stage", "BlockerCategory", "Designation")


def readings(facts: int) -> Iterator[Reading]:
    """Reports with this many facts in all."""
    rng = random.Random(20_230_630)  # noqa: S311 - repeatable, no secret
    county = _County(0, rng)
    for number in range(-(-facts // FACTS)):
        turn = number % len(_PERIODS)
        if turn == 0:
            county = _County(number // len(_PERIODS), rng)
        report = _Report(county, turn, rng)
        yield report.reading(f"report-{number:06}", min(FACTS, facts - number * FACTS))


@dataclass
class _Project:
    """What a county has said of a project so far."""

    ref: Ref
    firm: Ref
    chain: Ref
    park: Ref
    stage: int = 0


@dataclass
class _County:
    """A county, with what its reports return to."""

    number: int
    rng: random.Random
    projects: list[_Project] = field(default_factory=list)
    serial: int = 0

    def __post_init__(self) -> None:
        self.home = Ref("Region", f"云溪{self.number}县")
        self.city = Ref("Region", f"云溪{self.number // _COUNTIES}市")
        self.parks = [Ref("Park", f"云溪{self.number}{kind}") for kind in ("工业园", "物流园")]
        self.chains = [Ref("Chain", name) for name in self.rng.sample(_industries(), 6)]

    def project(self) -> _Project:
        """A new project, of a firm of the county's own or, one in four, of a national one."""
        self.serial += 1
        goods, own = self.rng.choice(_GOODS), f"云溪{self.number}青禾{self.rng.randint(0, 9)}"
        near = self.rng.random() < 0.75
        brand = own if near else f"青禾{self.rng.randint(0, _NATIONAL)}"
        return _Project(
            Ref("Project", f"{self.home.name}年产{self.serial}万件{goods}项目"),
            Ref("Company", f"{brand}{goods}有限公司"),
            self.rng.choice(self.chains),
            self.rng.choice(self.parks),
        )


def _industries() -> list[str]:
    """The industries of the taxonomy as reports call them, and some that it does not know."""
    known = (chain.zh for chain in taxonomy().values())
    return [f"{name}产业" for name in (*known, *_GOODS)]


class _Report:
    """One report as it grows; every statement has a quote of its own."""

    def __init__(self, county: _County, turn: int, rng: random.Random) -> None:
        self.county, self.turn, self.rng = county, turn, rng
        self.period = _PERIODS[turn]
        self.event = Ref("Event", f"第{turn + 1}届云溪{county.number}山货节")
        self.fair = Ref("Event", f"第{rng.randint(1, 20)}届四方商贸博览会")
        self.statements: list[Statement] = []
        self._at = 0

    def reading(self, name: str, facts: int) -> Reading:
        """So many facts of it."""
        self._place()
        coded = self.rng.sample(sorted(indicators()), 12)
        self.county.projects = [p for p in self.county.projects if self.rng.random() < 0.8]
        told = list(self.county.projects)
        while len(self.statements) < facts:
            self._project(told.pop() if told else self._new())
            if coded:
                self._figures(coded.pop())
        statements = tuple(self.statements[:facts])
        refs = {ref: None for s in statements for ref in (s.subject, s.object) if ref is not None}
        home = self.county.home
        entities = tuple(
            Entity(ref.type, ref.name, (HOME,) if ref == home else ())
            for ref in refs
            if ref.type not in _CLOSED
        )
        return Reading(Source(name, "工作总结", home, self.period), entities, statements)

    def say(
        self, subject: Ref, predicate: str, said: Ref | float | None, **qualifiers: Scalar
    ) -> None:
        """One statement; a number is its value, else it has an object."""
        quote = f"{subject.name}在第{self._at}句中被报告说到，进展顺利，预计年内见效。"
        span = Span(self._at, self._at + len(quote), quote, "第二节")
        self._at += len(quote)
        target = said if isinstance(said, Ref) else None
        value = None if isinstance(said, Ref) else said
        sure = self.rng.choice((0.9, 0.9, 0.8, 0.8, 0.7, 0.55))
        self.statements.append(
            Statement(subject, predicate, target, value, qualifiers, (span,), sure, "bench")
        )

    def _new(self) -> _Project:
        self.county.projects.append(self.county.project())
        return self.county.projects[-1]

    def _place(self) -> None:
        """What every report says of the county: where it lies, its industries, difficulties."""
        home, rng = self.county.home, self.rng
        self.say(home, "part_of", self.county.city)
        for chain in self.county.chains[:3]:
            self.say(home, "focuses_on", chain)
        for park, chain in zip(self.county.parks, self.county.chains[2:], strict=False):
            self.say(park, "located_in", home)
            self.say(park, "focuses_on", chain)
        self.say(self.county.parks[0], "blocked_by", Ref("BlockerCategory", rng.choice(_BLOCKERS)))
        self.say(home, "blocked_by", Ref("BlockerCategory", rng.choice(_BLOCKERS)))
        policy = Ref("Policy", f"云溪{self.county.number}县招商若干措施（{self.turn}）")
        self.say(home, "issued", policy, status=rng.choice(("reached", "planned")))
        self.say(self.event, "measured", rng.randint(3, 30), indicator="签约项目数",
                 measure="count", kind="actual", period=self.period, unit="个")  # fmt: skip
        following = Ref("Event", f"第{self.turn + 2}届云溪{self.county.number}山货节")
        self.say(self._new().ref, "signed_at", following, status="planned")

    def _project(self, project: _Project) -> None:
        rng, ref = self.rng, project.ref
        new = project.stage == 0
        reached = min(len(_STAGES), project.stage + rng.randint(1, 3))
        for code in _STAGES[max(project.stage, reached - 2) : reached]:
            self.say(ref, "at_stage", Ref("Stage", code), date=self.period[:4])
        project.stage = reached
        if reached < len(_STAGES):
            following = Ref("Stage", _STAGES[reached])
            due = f"{self.period[:4]}-12"
            self.say(ref, "at_stage", following, status="planned", date=due)
        if rng.random() < 0.04:
            self.say(ref, "at_stage", Ref("Stage", "stalled"), date=self.period[:4])
        if rng.random() < 0.25:
            self.say(ref, "blocked_by", Ref("BlockerCategory", rng.choice(_BLOCKERS)))
        if new or rng.random() < 0.2:
            self._terms(project)

    def _terms(self, project: _Project) -> None:
        """What is said when a project comes: its sum, firm, industry, place and signing."""
        rng, ref = self.rng, project.ref
        if rng.random() < 0.15:
            self.say(ref, "has_investment", None, unit="CNY", masked=True)
        else:
            self.say(ref, "has_investment", rng.randint(1, 90) * 10_000_000, unit="CNY")
        self.say(ref, "invested_by", project.firm)
        self.say(ref, "in_chain", project.chain)
        self.say(ref, "located_in", project.park)
        if rng.random() < 0.3:
            self.say(ref, "signed_at", self.event if rng.random() < 0.7 else self.fair)
        if rng.random() < 0.1:
            self.say(project.firm, "has_designation", Ref("Designation", "leading"))
        if rng.random() < 0.05:
            goal = Ref("Stage", "above_scale")
            self.say(project.firm, "at_stage", goal, status="planned", date=f"{self.period[:4]}-12")
        if rng.random() < 0.05:
            self.say(project.firm, "blocked_by", Ref("BlockerCategory", "market"))

    def _figures(self, code: str) -> None:
        """What an indicator came to, and what it was to come to."""
        form, rng = indicators()[code], self.rng
        unit = str(form.extra.get("unit", "CNY"))
        measure = {"%": "share", "个": "count", "家": "count"}.get(unit, "level")
        scale = 1_000_000 if unit == "CNY" else 0.01 if unit == "%" else 1
        target = rng.randint(100, 9_999) * scale
        for kind, value in (("actual", target * rng.choice((0.3, 0.5, 0.8))), ("target", target)):
            self.say(self.county.home, "measured", value, indicator=form.zh, measure=measure,
                     kind=kind, period=self.period, unit=unit)  # fmt: skip
