"""Small readings in one line, and the graph's edges as (start, type, end) of names."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pytest

from kg.graph.form import Graph
from kg.model import Entity, Reading, Ref, Source, Span, Statement

Fact = tuple[Any, ...]


def _ref(name: str | None) -> Ref | None:
    return Ref(*name.split(":", 1)) if name else None


def _statement(document: str, number: int, fact: Fact) -> Statement:
    subject, predicate, said, *rest = fact
    qualifiers: Mapping[str, Any] = rest[0] if rest else {}
    known = isinstance(said, str) and predicate != "formerly_named"
    return Statement(
        Ref(*subject.split(":", 1)),
        predicate,
        _ref(said) if known else None,
        None if known else said,
        {k: v for k, v in qualifiers.items() if k not in ("confidence", "quote")},
        (Span(number * 10, number * 10 + 5, qualifiers.get("quote", f"{document}{number}句。")),),
        qualifiers.get("confidence", 0.9),
        "test.rule",
    )


@pytest.fixture
def report() -> Callable[..., Reading]:
    """`report("a", facts, home="云溪县", period="2023")` with facts such as
    `("Project:茶厂项目", "at_stage", "Stage:signed", {"date": "2023"})`.
    """

    def make(
        document: str,
        facts: Iterable[Fact] = (),
        *,
        home: str | None = "云溪县",
        entities: Iterable[Entity] = (),
        **source: str,
    ) -> Reading:
        text = source.pop("text", None)
        region = Ref("Region", home) if home else None
        return Reading(
            Source(document, region=region, **source),
            tuple(entities),
            tuple(_statement(document, number, fact) for number, fact in enumerate(facts)),
            text,
        )

    return make


def _node(graph: Graph, name: str) -> dict[str, Any]:
    """The one node of that said name (`茶厂项目` or `Project:茶厂项目`) or figure of that name."""
    label, _, said = name.rpartition(":")
    found = [
        data
        for _, data in graph.nodes(data=True)
        if said in (data.get("said_name"), data["name"]) and data["label"].startswith(label)
    ]
    assert len(found) == 1, f"{len(found)} nodes are called {name}"
    return dict(found[0])


def _edges(graph: Graph, *types: str) -> list[tuple[str, str, str]]:
    return sorted(
        (graph.nodes[a]["name"], data["type"], graph.nodes[b]["name"])
        for a, b, data in graph.edges(data=True)
        if data["type"] in types
    )


@pytest.fixture
def node() -> Callable[[Graph, str], dict[str, Any]]:
    """`node(graph, "茶厂项目")`: the properties of the one node of that name."""
    return _node


@pytest.fixture
def edges() -> Callable[..., list[tuple[str, str, str]]]:
    """`edges(graph, "REACHED")`: all edges of these types, by the names of their ends."""
    return _edges
