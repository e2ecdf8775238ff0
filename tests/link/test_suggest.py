"""Masked names of two reports: what is suggested to be one, why, and what a judgement does."""

from dataclasses import replace

from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Judgement, Reading, Ref, Source, Statement

PARK = Entity("Park", "白鹭洲生态环保科技产业园")
SIGNED = Ref("Stage", "signed")


def report(document: str, county: str, *entities: Entity) -> Reading:
    home = Entity("Region", county, ("home",), "*" in county or county.startswith("X"))
    said = tuple(Statement(e.ref, "at_stage", SIGNED) for e in entities if e.type == "Project")
    return Reading(Source(document, region=home.ref, period="2023-H1"), (home, *entities), said)


def suggestions(graph: Graph) -> dict[frozenset[str], tuple[float, str]]:
    """The names that may be one, with score and state."""
    return {
        frozenset((graph.nodes[a]["name"], graph.nodes[b]["name"])): (d["score"], d["state"])
        for a, b, d in graph.edges(data=True)
        if d["type"] == "MAY_BE"
    }


def masked(name: str) -> Entity:
    return Entity("Project", name, masked=True)


def test_counties_that_share_a_distinctive_park_may_be_one() -> None:
    graph = build([report("a", "X县", PARK), report("b", "*县", PARK)])
    assert suggestions(graph) == {frozenset(("X县〔a〕", "*县〔b〕")): (0.9, "open")}
    (edge,) = [d for _, _, d in graph.edges(data=True) if d["type"] == "MAY_BE"]
    assert edge["reasons"] == ["都提到“白鹭洲生态环保科技产业园” / both name it"]


def test_what_they_name_alike_beside_the_mask_follows_with_less_certainty() -> None:
    graph = build(
        [
            report("a", "X县", PARK, masked("X云水谷项目")),
            report("b", "*县", PARK, masked("*云水谷")),
        ]
    )
    assert suggestions(graph) == {
        frozenset(("X县〔a〕", "*县〔b〕")): (0.95, "open"),
        frozenset(("X云水谷项目〔a〕", "*云水谷〔b〕")): (0.9, "open"),
    }


def test_letters_of_a_mask_generic_names_and_what_a_third_county_has_say_nothing() -> None:
    zone = Entity("Park", "*工业园区", masked=True)
    generic = Entity("Park", "高新技术产业开发区")
    assert not suggestions(
        build([report("a", "*县", zone, generic), report("b", "*县", zone, generic)])
    )
    assert not suggestions(build([report(d, "*县", PARK) for d in "abc"]))


def test_two_open_counties_are_never_suggested() -> None:
    assert not suggestions(build([report("a", "昆山市", PARK), report("b", "太仓市", PARK)]))


def test_a_rejected_suggestion_is_kept_as_rejected_and_an_accepted_one_is_one_node() -> None:
    readings = [
        report("a", "X县", PARK, masked("X云水谷项目")),
        report("b", "*县", PARK, masked("*云水谷")),
    ]
    graph = build(readings)
    left, right = next(
        (a, b) for a, b, d in graph.edges(data=True)
        if d["type"] == "MAY_BE" and a.startswith("Region/")
    )  # fmt: skip
    judged = Judgement(left, right, "rejected")
    assert (
        suggestions(build(readings, [judged]))[frozenset(("X县〔a〕", "*县〔b〕"))][1] == "rejected"
    )
    one = build(readings, [replace(judged, verdict="accepted")])
    assert suggestions(one) == {frozenset(("X云水谷项目〔a〕", "*云水谷〔b〕")): (0.95, "open")}
    assert [d["said_name"] for _, d in one.nodes(data=True) if d["label"] == "Park"] == [PARK.name]


def test_a_suggestion_never_merges() -> None:
    graph = build([report("a", "X县", PARK), report("b", "*县", PARK)])
    parks = [n for n, d in graph.nodes(data=True) if d["label"] == "Park"]
    assert len(parks) == 2
