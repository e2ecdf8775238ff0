"""The views for Neo4j Browser: what they draw when a name is given, and when none is."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Reading, Ref, Source, Span, Statement
from kg.rooms import room
from kg.store.neo4j import Neo4jStore

pytestmark = pytest.mark.neo4j

VIEWS = sorted((room("queries") / "views").glob("*.cypher"))
REGION = Entity("Region", "远山县", ("home",))


def report(name: str, year: str, *projects: str) -> Reading:
    """A report of one county that tells of these projects as signed."""
    text = "。".join(f"签约{project}" for project in projects)
    said = tuple(
        Statement(
            Ref("Project", project),
            "at_stage",
            Ref("Stage", "signed"),
            qualifiers={"status": "reached"},
            evidence=(Span(text.index(project) - 2, text.index(project) + len(project), ""),),
        )
        for project in projects
    )
    quoted = tuple(_quoted(statement, text) for statement in said)
    entities = (REGION, *(Entity("Project", project) for project in projects))
    return Reading(Source(name, region=REGION.ref, period=year), entities, quoted, text)


def _quoted(statement: Statement, text: str) -> Statement:
    (span,) = statement.evidence
    whole = Span(span.start, span.end, text[span.start : span.end])
    return Statement(
        statement.subject, statement.predicate, statement.object,
        qualifiers=statement.qualifiers, evidence=(whole,),
    )  # fmt: skip


def drawn(store: Neo4jStore, view: str, **given: str) -> list[list[str]]:
    """The paths of a view as the names of their nodes, with its line of parameters edited."""
    text = (room("queries") / "views" / f"{view}.cypher").read_text("utf-8")
    for name, value in given.items():
        text, edited = re.subn(rf"\b{name}: null", f"{name}: '{value}'", text)
        assert edited == 1
    _, rows = store.select(text)
    return [[node["name"] for node in path[::2]] for (path,) in rows]


def test_there_are_eight_or_more() -> None:
    assert len(VIEWS) >= 8


@pytest.mark.parametrize("view", VIEWS, ids=lambda path: path.stem)
def test_every_view_runs_as_it_stands_and_is_small_enough(
    view: Path, labelled: Callable[[bool], Graph], neo4j_store: Neo4jStore
) -> None:
    neo4j_store.push(labelled(True))
    columns, paths = neo4j_store.select(view.read_text("utf-8"))
    assert columns == ("path",)
    nodes = {node["id"] for (path,) in paths for node in path[::2]}
    assert 10 < len(nodes) <= 300


def test_two_reports_of_a_county_show_what_changed(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(
        build([
            report("2021年总结", "2021", "旧桥项目"),
            report("2022年总结", "2022", "米粉项目", "木器项目"),
            report("2023年总结", "2023", "米粉项目", "茶厂项目"),
        ])
    )  # fmt: skip
    ties = {(path[0], path[-1]) for path in drawn(neo4j_store, "report-changes")}
    assert ties == {
        ("2022年总结", "米粉项目"),
        ("2022年总结", "木器项目"),
        ("2023年总结", "米粉项目"),
        ("2023年总结", "茶厂项目"),
    }
    other = drawn(neo4j_store, "report-changes", earlier="2021年总结", later="2022年总结")
    assert {path[0] for path in other} == {"2021年总结", "2022年总结"}


def test_a_project_that_is_named_is_drawn_alone(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(build([report("2022年总结", "2022", "米粉项目", "木器项目")]))
    paths = drawn(neo4j_store, "project-story", project="木器项目")
    assert {path[0] for path in paths} == {"木器项目"}
    assert {path[-1] for path in paths} == {"签约", "远山县"}


def test_a_region_draws_its_own_projects(neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(build([report("2022年总结", "2022", "米粉项目", "木器项目")]))
    assert len(drawn(neo4j_store, "region-pipeline", region="远山县")) == 2
    assert drawn(neo4j_store, "region-pipeline", region="无此县") == []
