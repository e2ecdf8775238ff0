"""Why the graph says what it says of an entity: its facts with document, place and sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.errors import InputError
from kg.graph.form import Graph
from kg.vocabulary import EdgeForm, edge_forms

_BOOKKEEPING = {"MENTIONS", "IN_DOCUMENT", "REPORTS_ON", "OF_INDICATOR"}


@dataclass(frozen=True, slots=True)
class Saying:
    """One fact of an entity as a reader sees it: `subject – relation – target`, and its sentence.

    `quote` and `source` are None for what was derived at build and is said by nobody.
    """

    relation: str
    subject: str
    target: str
    date: str | None
    quote: str | None
    source: str | None
    confidence: float | None
    rule: str | None
    tense: str | None


@dataclass(frozen=True, slots=True)
class Story:
    """An entity, where it is named, and everything that is said of it."""

    id: str
    label: str
    name: str
    aliases: tuple[str, ...]
    documents: tuple[str, ...]
    sayings: tuple[Saying, ...]


def why(graph: Graph, name: str) -> list[Story]:
    """The stories of all entities of that name: id, caption, said name or alias.

    Where none has exactly that name, those whose names contain it. `InputError` where the graph
    names no such thing; it lists the nearest names.
    """
    named = [node for node, data in graph.nodes(data=True) if "said_name" in data]
    found = [node for node in named if name in _names(graph, node)]
    found = found or [n for n in named if any(name in said for said in _names(graph, n)[1:])]
    if not found:
        raise InputError(f"图中没有“{name}”{_nearest(graph, name)} / the graph names no {name!r}")
    return [story(graph, node) for node in sorted(found)]


def _names(graph: Graph, node: str) -> tuple[str, ...]:
    data = graph.nodes[node]
    return (node, data["name"], data["said_name"], *data.get("aliases", ()))


def _nearest(graph: Graph, name: str) -> str:
    from rapidfuzz import process

    names = {data["name"] for _, data in graph.nodes(data=True) if "said_name" in data}
    near = [hit[0] for hit in process.extract(name, names, limit=3, score_cutoff=40)]
    return f"，相近的有：{'、'.join(near)}" if near else ""


def story(graph: Graph, node: str) -> Story:
    """Everything that is said of one node, by document and relation."""
    data = graph.nodes[node]
    out = [(node, other, edge) for _, other, edge in graph.out_edges(node, data=True)]
    back = [(other, node, edge) for other, _, edge in graph.in_edges(node, data=True)]
    sayings = [
        saying
        for source, target, edge in (*out, *(e for e in back if e[0] != node))
        if edge["type"] not in _BOOKKEEPING
        for saying in _sayings(graph, source, target, edge)
    ]
    return Story(
        node,
        data["label"],
        data["name"],
        tuple(data.get("aliases", ())),
        tuple(data.get("documents", ())),
        tuple(sorted(sayings, key=lambda s: (s.source or "~", s.relation, s.target))),
    )


def _sayings(graph: Graph, source: str, target: str, edge: dict[str, Any]) -> Iterator[Saying]:
    form = edge_forms()[edge["type"]]
    end = graph.nodes[target]
    if end["label"] != "Figure":
        yield _saying(form, graph.nodes[source]["name"], end["name"], edge)
        return
    for _, indicator, link in graph.out_edges(target, data=True):
        if link["type"] == "OF_INDICATOR":
            said = (graph.nodes[indicator]["name"], end["name"], _measure(end), end.get("period"))
            figure = " ".join(str(part) for part in said if part)
            yield _saying(form, graph.nodes[source]["name"], figure, end)


def _measure(figure: dict[str, Any]) -> str:
    words = {"yoy": "同比", "completion": "完成率", "share": "占比"}
    return words.get(figure.get("measure", ""), "")


def _saying(form: EdgeForm, subject: str, target: str, data: dict[str, Any]) -> Saying:
    tense = form.status or ("planned" if form.kind in ("target", "forecast") else None)
    return Saying(
        form.zh, subject, target, data.get("date"), data.get("quote"),
        data.get("source"), data.get("confidence"), data.get("rule"), tense,
    )  # fmt: skip
