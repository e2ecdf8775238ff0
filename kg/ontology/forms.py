"""`ontology/graph.yaml` as the generators need it: who carries a property, what an edge means."""

from functools import cache
from typing import Any

from kg.store.rdf.names import LITERAL_OBJECT, UNPRINTED
from kg.store.rdf.printing import reified, statement_class
from kg.vocabulary import EdgeForm, edge_forms, edge_type, load, node_forms, scheme

STATEMENTS = {
    "Fact": (
        "事实", "fact", "原文说出的一条事实及其证据", "a fact that a text says, with its evidence",
    ),
    "Derived": ("推导", "derived statement", "每次建图时推导的联系", "a link made at every build"),
    "Suggestion": (
        "建议", "suggestion", "两者可能是同一事物的建议", "a suggestion that two things are one",
    ),
}  # fmt: skip


def properties() -> dict[str, dict[str, Any]]:
    """The declared properties that are printed as RDF, by name."""
    declared: dict[str, dict[str, Any]] = load("graph.yaml")["properties"]
    return {name: row for name, row in declared.items() if name != UNPRINTED}


def row(form: EdgeForm) -> dict[str, Any]:
    """The row of graph.yaml that an edge type comes from: `PLANNED_SIGNED_AT` → SIGNED_AT's."""
    edges: dict[str, dict[str, Any]] = load("graph.yaml")["edges"]
    return edges[form.type] if form.type in edges else edges[form.type.partition("_")[2]]


def meaning(form: EdgeForm) -> tuple[str, str]:
    """The definition of an edge type in Chinese and English; a plan is said to be no fact."""
    about = (str(row(form)["about_zh"]), str(row(form)["about_en"]))
    if form.type in load("graph.yaml")["edges"]:
        return about
    return (
        f"{form.zh}，不是已成立的事实：{about[0]}",
        f"{form.status}, no fact that holds: {about[1]}",
    )


def plain(form: EdgeForm) -> EdgeForm | None:
    """Of a planned or failed edge type, the one for the fact that holds."""
    if form.status not in ("planned", "failed") or not form.predicate:
        return None
    return edge_forms()[edge_type(form.predicate, "reached")]


def statement_kinds(form: EdgeForm) -> tuple[str, ...]:
    """The classes that the own node of such an edge may have; none where it has no node."""
    if not reified(form.type):
        return ()
    kinds = [statement_class(form.type, {}), statement_class(form.type, {"derived": True})]
    return tuple(dict.fromkeys(kinds if "derived" in form.properties else kinds[:1]))


@cache
def carried(holder: str) -> tuple[str, ...]:
    """The printed properties of a node label or a class of statements, in printing order."""
    if holder in node_forms():
        names = node_forms()[holder].properties
    else:
        own = (form for form in edge_forms().values() if holder in statement_kinds(form))
        names = tuple(name for form in own for name in form.properties)
    literal = LITERAL_OBJECT.values()
    unique = dict.fromkeys(names)
    return tuple(name for name in unique if name != UNPRINTED and name not in literal)


def values(name: str) -> tuple[str, ...]:
    """The values that a property may have: listed, or the codes of a closed vocabulary."""
    own = properties()[name]
    return tuple(scheme(own["scheme"])) if "scheme" in own else tuple(own.get("values", ()))


def holders(name: str) -> tuple[str, ...]:
    """Who carries a property: node labels, then classes of statements."""
    edges = [f for f in edge_forms().values() if LITERAL_OBJECT.get(f.type) == name]
    ends = {end for form in edges for end in form.sources}
    return tuple(h for h in (*node_forms(), *STATEMENTS) if name in carried(h) or h in ends)
