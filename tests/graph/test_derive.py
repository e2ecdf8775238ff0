"""What the facts of a project come to."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.graph.build import build
from kg.graph.derive import current_stage
from kg.graph.form import Graph
from kg.model import Reading

Report = Callable[..., Reading]
Node = Callable[[Graph, str], dict[str, Any]]
P = "Project:茶厂项目"


@pytest.mark.parametrize(
    ("reached", "stage"),
    [
        ([("signed", "2023-06-30"), ("building", "2023-03-31")], "building"),
        ([("building", "2023-06-30"), ("stalled", "2023-06-30")], "stalled"),
        ([("building", "2023-06-30"), ("stalled", "2022-12-31")], "building"),
        ([("stalled", "2022-12-31"), ("terminated", "2023-06-30")], "terminated"),
        ([("delisted", "")], "delisted"),
        ([("stalled", ""), ("signed", "")], "stalled"),
    ],
)
def test_the_furthest_stage_or_the_one_off_the_line(
    reached: list[tuple[str, str]], stage: str
) -> None:
    assert current_stage(reached) == stage


def test_an_undated_stall_is_later_than_the_stages_of_its_report(
    report: Report, node: Node
) -> None:
    first = report(
        "a", [(P, "at_stage", "Stage:building"), (P, "at_stage", "Stage:stalled")], period="2022"
    )
    later = report("b", [(P, "at_stage", "Stage:building")], period="2023-H1")
    assert node(build([first]), "茶厂项目")["stage"] == "stalled"
    assert node(build([first, later]), "茶厂项目")["stage"] == "building"


def test_planned_and_failed_stages_are_not_reached(report: Report, node: Node) -> None:
    facts = [
        (P, "at_stage", "Stage:started", {"status": "planned", "date": "2023-09"}),
        (P, "at_stage", "Stage:registered", {"status": "failed"}),
    ]
    found = node(build([report("a", facts)]), "茶厂项目")
    assert "stage" not in found
    assert "started_on" not in found
    assert found["next_due"] == "2023-09-30"


def test_dates_are_the_earliest_said(report: Report, node: Node) -> None:
    facts = [
        (P, "at_stage", "Stage:signed", {"date": "2023"}),
        (P, "at_stage", "Stage:signed", {"date": "2022-11"}),
        (P, "at_stage", "Stage:started", {"date": "2023-03-28"}),
        (P, "at_stage", "Stage:building", {"date": "2021"}),
    ]
    found = node(build([report("a", facts)]), "茶厂项目")
    assert (found["signed_on"], found["started_on"]) == ("2022-11", "2023-03-28")


def test_next_due_is_the_earliest_plan_not_yet_met(report: Report, node: Node) -> None:
    plan = [
        (P, "at_stage", "Stage:started", {"status": "planned", "date": "2023-03"}),
        (P, "at_stage", "Stage:production", {"status": "planned", "date": "2024"}),
        (P, "at_stage", "Stage:above_scale", {"status": "planned", "date": "2025"}),
        (P, "at_stage", "Stage:full_capacity", {"status": "planned"}),
    ]
    built = (P, "at_stage", "Stage:building")
    full = (P, "at_stage", "Stage:full_capacity")
    assert node(build([report("a", plan)]), "茶厂项目")["next_due"] == "2023-03-31"
    assert node(build([report("a", [*plan, built])]), "茶厂项目")["next_due"] == "2024-12-31"
    # full capacity implies production, but no entry into the register
    assert node(build([report("a", [*plan, full])]), "茶厂项目")["next_due"] == "2025-12-31"


def money(value: float | None, unit: str = "CNY", **more: Any) -> tuple[Any, ...]:
    return (P, "has_investment", value, {"unit": unit, "masked": value is None, **more})


@pytest.mark.parametrize(
    ("facts", "state", "value"),
    [
        ([], "unsaid", None),
        ([money(3e8)], "known", 300_000_000),
        ([money(None)], "masked", None),
        ([money(None), money(3e8)], "known", 300_000_000),
        ([money(3e8), money(5e8)], "disputed", None),
        ([money(3e8), money(300_000_000)], "known", 300_000_000),
        ([money(0)], "known", 0),
        ([money(3e8, status="planned")], "unsaid", None),
        ([money(3e6, "USD")], "unsaid", None),
    ],
)
def test_investment(
    report: Report, node: Node, facts: list[tuple[Any, ...]], state: str, value: int | None
) -> None:
    named = (P, "at_stage", "Stage:signed")
    found = node(build([report("a", [named, *facts])]), "茶厂项目")
    assert found["investment_state"] == state
    assert found.get("investment") == value


def test_a_project_of_which_nothing_is_said_is_unsaid(report: Report, node: Node) -> None:
    graph = build([report("a", [("Project:竹艺项目", "invested_by", "Company:云溪木业")])])
    assert node(graph, "竹艺项目")["investment_state"] == "unsaid"
