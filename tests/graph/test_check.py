"""The check of a graph against ontology/graph.yaml."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.graph.build import build
from kg.graph.check import problems
from kg.graph.form import Graph
from kg.model import Reading


@pytest.fixture
def graph(report: Callable[..., Reading]) -> Graph:
    facts = [
        ("Project:茶厂项目", "at_stage", "Stage:signed", {"date": "2023"}),
        ("Project:茶厂项目", "has_investment", 3e8, {"unit": "CNY"}),
    ]
    return build([report("a", facts, period="2023")])


def edge(graph: Graph, type_: str) -> dict[str, Any]:
    return next(data for *_, data in graph.edges(data=True) if data["type"] == type_)


def project(graph: Graph) -> dict[str, Any]:
    return next(data for _, data in graph.nodes(data=True) if data["label"] == "Project")


def test_a_built_graph_has_no_problems(graph: Graph) -> None:
    assert problems(graph) == []


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("colour", "red", "'colour' is not declared"),
        ("masked", "no", "'masked' is no boolean"),
        ("investment", True, "'investment' is no number"),
        ("aliases", "茶厂", "'aliases' is no strings"),
        ("first_said", "2023", "'first_said' is no date"),
        ("stage", None, "'stage' is no string"),
        ("name", "", "it has no name"),
        ("id", "Project/0", "is not its key"),
        ("label", "Thing", "label 'Thing' is not declared"),
        ("name", "竹厂", "kg_hash"),
    ],
)
def test_problems_of_a_node(graph: Graph, name: str, value: object, problem: str) -> None:
    project(graph)[name] = value
    assert any(problem in line for line in problems(graph))


@pytest.mark.parametrize(
    ("type_", "name", "value", "problem"),
    [
        ("REACHED", "type", "SAW", "type 'SAW' is not declared"),
        ("REACHED", "score", 1, "'score' is not declared"),
        ("REACHED", "from", "2023", "'from' is no date"),
        ("REACHED", "type", "HAS_FIGURE", "may not run from Project to Stage"),
        ("IN_REGION", "derived", False, "must say so"),
        ("HAS_FIGURE", "id", "Link/0", "is not its key"),
    ],
)
def test_problems_of_an_edge(
    graph: Graph, type_: str, name: str, value: object, problem: str
) -> None:
    edge(graph, type_)[name] = value
    assert any(problem in line for line in problems(graph))
