"""The closed vocabularies, the indicators and the graph's form, read from `ontology/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import OntologyError
from kg.rooms import room


@dataclass(frozen=True, slots=True)
class Concept:
    """A member of a closed vocabulary: its code, and its labels in Chinese and English."""

    code: str
    zh: str
    en: str
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EdgeForm:
    """One edge type of the graph: what it prints, and between which labels it may run.

    `status` is the tense it carries (None where it carries none); `kind` that of a figure.
    """

    type: str
    zh: str
    en: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    properties: tuple[str, ...]
    predicate: str | None = None
    status: str | None = None
    kind: str | None = None
    derived: bool = False
    symmetric: bool = False
    same_ends: bool = False
    loop: bool = False


@dataclass(frozen=True, slots=True)
class NodeForm:
    """One node label of the graph with its properties in printing order."""

    label: str
    zh: str
    en: str
    about_zh: str
    about_en: str
    properties: tuple[str, ...]
    sub_class_of: str


@cache
def load(name: str) -> dict[str, Any]:
    """One YAML file of `ontology/` as plain data; `OntologyError` where it cannot be read."""
    path = room("ontology") / name
    try:
        return dict(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise OntologyError(f"{path}: {error}") from error


@cache
def scheme(name: str) -> dict[str, Concept]:
    """A closed vocabulary by name: `stages`, `designations`, `blockers` or `region_levels`."""
    return {
        code: Concept(code, row["zh"], row["en"], row)
        for code, row in load("vocabularies.yaml")[name].items()
    }


def stages() -> dict[str, Concept]:
    """The stages, in order of the line; off-line stages (no `order`) last."""
    return scheme("stages")


def designations() -> dict[str, Concept]:
    """The designations; those with `anchor` make a firm an anchor of its chain."""
    return scheme("designations")


def blockers() -> dict[str, Concept]:
    """The categories of difficulty."""
    return scheme("blockers")


@cache
def indicators() -> dict[str, Concept]:
    """The indicators that have an identity, by code."""
    return {
        code: Concept(code, row["zh"], row["en"], row)
        for code, row in load("indicators.yaml").items()
    }


@cache
def node_forms() -> dict[str, NodeForm]:
    """The labels of the graph as `ontology/graph.yaml` has them."""
    graph = load("graph.yaml")
    return {
        label: NodeForm(
            label,
            row["zh"],
            row["en"],
            row["about_zh"],
            row["about_en"],
            _properties(graph, row),
            row["sub_class_of"],
        )
        for label, row in graph["nodes"].items()
    }


@cache
def edge_forms() -> dict[str, EdgeForm]:
    """The edge types of the graph, with the planned and failed forms beside the plain ones."""
    graph = load("graph.yaml")
    forms: dict[str, EdgeForm] = {}
    for name, row in graph["edges"].items():
        status = row.get("status") or ("reached" if row.get("tenses") else None)
        forms[name] = _edge_form(graph, name, row, status)
        if row.get("tenses"):
            for tense in ("planned", "failed"):
                forms[f"{tense.upper()}_{name}"] = _edge_form(
                    graph, f"{tense.upper()}_{name}", row, tense
                )
    return forms


@cache
def edge_type(predicate: str, tense: str | None) -> str:
    """The edge type that prints a predicate in a tense (a figure's `kind` for `measured`)."""
    for form in edge_forms().values():
        if form.predicate == predicate and tense in (form.status, form.kind):
            return form.type
    raise OntologyError(f"ontology/graph.yaml: no edge for {predicate} ({tense})")


def namespace() -> str:
    """The base IRI of the graph: `urn:county-kg:`."""
    return str(load("graph.yaml")["namespace"])


def local_name(edge: str) -> str:
    """`SIGNED_AT` → `signedAt`: the one local name of an edge type in RDF."""
    head, *tail = edge.lower().split("_")
    return head + "".join(word.capitalize() for word in tail)


def _properties(graph: Mapping[str, Any], row: Mapping[str, Any]) -> tuple[str, ...]:
    names = [name for group in row.get("groups", ()) for name in graph["groups"][group]]
    names += row.get("properties", ())
    for name in names:
        if name not in graph["properties"]:
            raise OntologyError(f"ontology/graph.yaml: property {name!r} is not declared")
    return tuple(dict.fromkeys(names))


_TENSE_WORDS = {"planned": ("计划", "planned: "), "failed": ("未能", "failed: ")}


def _edge_form(
    graph: Mapping[str, Any], name: str, row: Mapping[str, Any], status: str | None
) -> EdgeForm:
    zh, en = _TENSE_WORDS.get(status or "", ("", "")) if row.get("tenses") else ("", "")
    return EdgeForm(
        name,
        zh + row["zh"],
        en + row["en"],
        tuple(row["from"]),
        tuple(row["to"]),
        ("id", "kg_hash", *_properties(graph, row)),
        row.get("predicate"),
        status,
        row.get("kind"),
        *(bool(row.get(flag)) for flag in ("derived", "symmetric", "same_ends", "loop")),
    )
