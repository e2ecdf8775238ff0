"""Random reports full of figures: what adds up and what does not, what is masked, said twice."""

from dataclasses import replace
from random import Random

from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Reading, Ref, Source, Span, Statement

SAID = [
    ("新签约项目投资总额", "level", "CNY"), ("新签约制造业项目投资总额", "level", "CNY"),
    ("新签约项目制造业占比", "share", "%"), ("新签约项目制造业占比", "share", "%"),
    ("外贸进出口总额", "level", "CNY"), ("出口总额", "level", "CNY"), ("进口总额", "level", "CNY"),
    ("外贸进出口总额", "yoy", "%"), ("外贸进出口总额", "completion", "%"),
    ("规上工业综合能耗", "level", "万吨标准煤"), ("规上工业综合能耗", "yoy", "%"),
    ("新签约制造业项目数", "count", "个"), ("自己的' | \"指标", "count", "个"),
    ("外贸进出口总额", "level", "USD"),
]  # fmt: skip
PERIODS = [None, "2022", "2023", "2023", "2022-H1", "2023-H1", "2023-H1", "2023-01/2023-05"]
VALUES = [None, 0, -4, 1, 2, 2, 3, 3, 50, 50, 100, 1e17, 33.3, 0.1]
SUBJECTS = [
    Entity("Region", "青川县", ("home",)), Entity("Region", "'川' \\ \"县\""),
    Entity("Park", "云岭产业园"), Entity("Company", "青禾"),
]  # fmt: skip
PROJECTS = [Entity("Project", f"项目{n}") for n in range(3)] + [Entity("Project", '"💡 灯')]
SHARE = Ref("Indicator", "新签约制造业占比")


def accounts(seed: int) -> Graph:
    """The graph of one to three random reports on the same few subjects."""
    pick = Random(seed)  # noqa: S311 – no secret
    return build([_report(pick, f"doc-{n}") for n in range(pick.randint(1, 3))])


def _report(pick: Random, name: str) -> Reading:
    text = "话" * 200
    said = [_figure(pick) for _ in range(pick.choice([0, 20, 60, 120]))]
    said += [Statement(project.ref, "not_counted_in", SHARE) for project in PROJECTS
             if pick.random() < 0.4]  # fmt: skip
    quoted = tuple(replace(one, evidence=_spans(pick, text)) for one in said)
    entities = (*SUBJECTS, *PROJECTS)
    source = Source(name, region=SUBJECTS[0].ref, period="2023-H1")
    return Reading(source, entities, quoted + quoted[:3], text)


def _figure(pick: Random) -> Statement:
    words, measure, unit = pick.choice(SAID)
    value = pick.choice(VALUES)
    said: dict[str, str | int | float | bool] = {
        "indicator": words, "measure": measure, "unit": unit,
        "kind": pick.choice(["actual", "actual", "actual", "target", "forecast"]),
    }  # fmt: skip
    if value is None:
        said["masked"] = True
    if period := pick.choice(PERIODS):
        said["period"] = period
    return Statement(pick.choice(SUBJECTS[:1] * 3 + SUBJECTS).ref, "measured", None, value, said)


def _spans(pick: Random, text: str) -> tuple[Span, ...]:
    starts = [pick.randrange(0, 150, 10) for _ in range(pick.randint(0, 2))]
    return tuple(Span(at, at + 9, text[at : at + 9]) for at in dict.fromkeys(starts))
