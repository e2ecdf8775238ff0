"""Graphs to ask: the labelled facts of the seeds, and random ones with everything odd in them."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from kg.graph.build import build
from kg.graph.form import Graph
from kg.interchange import parse
from kg.model import Entity, Reading, Ref, Source, Span, Statement
from kg.rooms import room


@pytest.fixture(scope="session")
def labelled() -> Callable[[bool], Graph]:
    """The graph of the seeds' labelled facts: all lines, or the required ones alone."""
    readings = [
        replace(reading, text=(room("seeds") / f"{reading.source.id}.txt").read_text("utf-8"))
        for path in sorted((room("seeds") / "gold").glob("*.jsonl"))
        for reading in parse(path.read_text("utf-8"), path.name)[0]
    ]
    required = [
        replace(
            reading,
            entities=tuple(e for e in reading.entities if not e.optional),
            statements=tuple(s for s in reading.statements if not s.optional),
        )
        for reading in readings
    ]
    graphs = {True: build(readings), False: build(required)}
    return lambda optional: graphs[optional]


@pytest.fixture(scope="session")
def random_graphs() -> list[Graph]:
    """Graphs of random readings: an empty one, nineteen of any kind, four of reports in a row."""
    makers = [_Readings(seed) for seed in range(1, 20)] + [_Series(seed) for seed in range(2, 6)]
    return [build([])] + [build(maker.make()) for maker in makers]


@pytest.fixture(scope="session")
def serial_graphs() -> list[Graph]:
    """Eighteen graphs of several reports on one county, one after the other."""
    return [build(_Series(seed).make()) for seed in range(1, 19)]


NAMES = {
    "Region": ["青川县", "*县", "X县", "白鹭镇", "苏省", "'川' \\ \"县\"", "Ω😀县", "ｚ县"],
    "Park": ["云岭产业园", "*工业园", "') RETURN 1 //", 'park" } #', "白鹭产业园"],
    "Company": ["远山木业有限公司", "青禾", "某\\u0041公司", "a | b", "=1+2", "unsaid",
                "=cmd|' '!A0"],
    "Organization": ["招商局", "商会\t甲"],
    "Chain": ["纺织", "木材加工", "林木精深加工", "电池\n材料", "`反引号`", "$p"],
    "Project": [f"项目{n}" for n in range(9)] + ["棉纱项目", "胶合板项目", "服装项目",
                "\\", "'", '"', "💡灯", "ﬀ项目",
                "*号项目", "甲\r乙"],
    "Event": ["第3届云岭节", "第4届云岭节", "*推介会", "签约{仪式}"],
    "Policy": ["若干措施"],
}  # fmt: skip
OBJECTS = {
    "located_in": (("Park", "Company", "Project", "Event"), ("Region", "Park")),
    "in_chain": (("Company", "Project", "Park"), ("Chain",)),
    "focuses_on": (("Region", "Park"), ("Chain",)),
    "invested_by": (("Project", "Park"), ("Company", "Organization")),
    "signed_at": (("Project",), ("Event",)),
    "shareholder_of": (("Company",), ("Company",)),
    "issued": (("Region",), ("Policy",)),
}
MEASURED = {
    "Event": [("签约项目数", "count", "个"), ("签约项目投资总额", "level", "CNY"),
              ("签约项目投资总额", "yoy", "%"), ("参会人数", "count", "人"),
              ("项目履约率", "share", "%"), ("开工率", "share", "%")],
    "Park": [("入园企业数", "count", "家"), ("签约项目数", "count", "个"), ("用地", "level", "亩"),
             ("企业新品种示范数", "count", "个")],
    "Chain": [("链主企业数", "count", "家"), ("产值", "level", "CNY")],
}  # fmt: skip
STAGES = ["lead", "intent", "signed", "signed", "signed", "started", "building", "completed",
          "production", "above_scale", "stalled", "terminated"]  # fmt: skip
DATES = [None, None, "2022", "2023", "2023-05", "2023-05-17", "2024-02-29", "2023-H1"]
VALUES = [None, None, None, 0, 0, -5, 7, 7, 0.1, 0.2, 1e17, 5_354_000_000, 123_456_789.5]


class _Readings:
    """Random documents about the same few names."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 – no secret

    def make(self) -> list[Reading]:
        return [self.document(f"doc-{n}") for n in range(self.random.randint(1, 3))]

    def document(self, name: str) -> Reading:
        pick = self.random
        entities = [
            Entity(kind, said, ("home",) if self._home(kind, said, name) else (), "*" in said)
            for kind, names in NAMES.items()
            for said in names
            if pick.random() < 0.7
        ]
        home = next((entity.ref for entity in entities if entity.home), None)
        text = "。".join(entity.name for entity in entities) + "。" + "话" * 80
        period = pick.choice([None, "2022", "2023-H1", "2023-Q3"])
        count = pick.choice([0, 60, 250, 400])
        said = [s for _ in range(count) if (s := self.statement(entities, text))]
        said += [s for s in said if pick.random() < 0.1]  # said twice
        return Reading(Source(name, region=home, period=period), tuple(entities), tuple(said), text)

    def _home(self, kind: str, said: str, document: str) -> bool:
        return kind == "Region" and said == ["青川县", "*县", "X县", ""][hash_(document) % 4]

    def statement(self, entities: list[Entity], text: str) -> Statement | None:
        make = self.random.choice(
            [
                self.stage,
                self.stage,
                self.figure,
                self.blocker,
                self.designation,
                self.link,
                self.link,
                self.link,
                self.part,
            ]
        )
        made = make(entities)
        if made is None:
            return None
        start = self.random.randrange(len(text) - 40)
        spans = [
            Span(a, a + 12, text[a : a + 12], self.random.choice([None, "第一节"]))
            for a in range(start, start + 30, 13)
        ]
        said = tuple(spans[: self.random.randint(0, 2)])
        sure = self.random.choice([1.0, 1.0, 0.9, 0.55, 0.3])
        return replace(
            made, evidence=said, confidence=sure, rule=self.random.choice([None, "list.a"])
        )

    def one(self, entities: list[Entity], *types: str) -> Ref | None:
        found = [entity.ref for entity in entities if entity.type in types]
        return self.random.choice(found) if found else None

    def qualifiers(self) -> dict[str, str | int | float | bool]:
        status = self.random.choice(["reached", "reached", "reached", "planned", "failed"])
        date = self.random.choice(DATES)
        return {"status": status, **({"date": date} if date else {})}

    def closed(
        self, entities: list[Entity], predicate: str, target: Ref, *types: str
    ) -> Statement | None:
        subject = self.one(entities, *types)
        if subject is None:
            return None
        return Statement(subject, predicate, target, qualifiers=self.qualifiers())

    def stage(self, entities: list[Entity]) -> Statement | None:
        stage = Ref("Stage", self.random.choice(STAGES))
        return self.closed(entities, "at_stage", stage, "Project", "Project", "Park", "Company")

    def designation(self, entities: list[Entity]) -> Statement | None:
        which = Ref("Designation", self.random.choice(["leading", "srdi", "listed", "hightech"]))
        return self.closed(entities, "has_designation", which, "Company")

    def blocker(self, entities: list[Entity]) -> Statement | None:
        which = Ref("BlockerCategory", self.random.choice(["land", "permits", "scale"]))
        return self.closed(entities, "blocked_by", which, "Project", "Park", "Chain")

    def link(self, entities: list[Entity]) -> Statement | None:
        predicate = self.random.choice(sorted(OBJECTS))
        types, targets = OBJECTS[predicate]
        target = self.one(entities, *targets)
        return self.closed(entities, predicate, target, *types) if target else None

    def part(self, entities: list[Entity]) -> Statement | None:
        kind = self.random.choice(["Region", "Park", "Chain"])
        target = self.one(entities, kind)
        return self.closed(entities, "part_of", target, kind) if target else None

    def figure(self, entities: list[Entity]) -> Statement | None:
        pick = self.random
        subject = self.one(entities, "Project", "Event", "Park", "Chain")
        if subject is None:
            return None
        value = pick.choice(VALUES)
        said: dict[str, str | int | float | bool] = {"masked": True} if value is None else {}
        if subject.type == "Project":
            said["unit"] = pick.choice(["CNY", "CNY", "CNY", "USD"])
            return Statement(subject, "has_investment", None, value, said)
        words, measure, unit = pick.choice(MEASURED[subject.type])
        said |= {"indicator": words, "measure": measure, "unit": unit}
        said["kind"] = pick.choice(["actual", "actual", "target"])
        if period := pick.choice([None, "2023", "2023-H1", "2022-01/2022-08"]):
            said["period"] = period
        return Statement(subject, "measured", None, value, said)


class _Series(_Readings):
    """Random reports of one county: what one says, the next may say again or pass over."""

    def make(self) -> list[Reading]:
        return [self.document(f"doc-{n}") for n in range(self.random.randint(2, 4))]

    def _home(self, kind: str, said: str, document: str) -> bool:  # noqa: ARG002 – as inherited
        return kind == "Region" and said == "青川县"


def hash_(text: str) -> int:
    """A number that does not change from run to run."""
    return sum(map(ord, text))
