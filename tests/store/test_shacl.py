"""The shapes: the seeds' graph has the form, and every planted mistake is found and named."""

import pytest
import rdflib

from kg import interchange
from kg.graph.build import build
from kg.rooms import room
from kg.store import rdf
from kg.store.shacl import check

from .rdf_graphs import small

EVENT, PROJECT, REGION, FIGURE, PASSAGE = (
    f"<urn:county-kg:id/{name}/1>" for name in ("Event", "Project", "Region", "Figure", "Passage")
)
SIGNED_AT = "<urn:county-kg:id/Fact/1>"
IN_REGION = "<urn:county-kg:id/Derived/1>"


def planted(update: str) -> list[str]:
    """What the shapes say of the small graph after one mistake, `severity path: English`."""
    graph = rdf.rdflib_graph(small())
    before = set(graph)
    graph.update(update)
    assert set(graph) != before, "the mistake was not planted"
    return [f"{p.severity} {p.node} {p.path}: {p.en}" for p in check(graph)]


def test_the_seeds_have_the_form() -> None:
    readings = []
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        readings += interchange.parse(path.read_text("utf-8"), path.name)[0]
    assert [str(problem) for problem in check(build(readings))] == []


def test_a_graph_and_its_rdf_are_checked_alike() -> None:
    assert check(small()) == check(rdf.rdflib_graph(small())) == []


def test_the_ontology_may_be_loaded_beside_the_graph() -> None:
    graph = rdf.rdflib_graph(small())
    graph.parse(room("ontology") / "kg.ttl", format="turtle")
    assert check(graph) == []


MISTAKES = {
    # names and classes
    "a node without a name": (f"DELETE WHERE {{ {EVENT} rdfs:label ?n }}", "lacks its name"),
    "two names": (f'INSERT DATA {{ {EVENT} rdfs:label "节"@zh }}', "one Chinese label"),
    "a name in no language": (f'INSERT DATA {{ {EVENT} rdfs:label "节" }}', "one Chinese label"),
    "a name that joins": (
        f'DELETE {{ {EVENT} rdfs:label ?n }} INSERT {{ {EVENT} rdfs:label "甲 | 乙"@zh }} '
        f"WHERE {{ {EVENT} rdfs:label ?n }}",
        "one Chinese label",
    ),
    "a node of two classes": (f"INSERT DATA {{ {EVENT} a kg:Project }}", "exactly one of our"),
    "a node of no class": (f"DELETE WHERE {{ {EVENT} a ?c }}", "exactly one of our"),
    "a class of another's": (
        f"DELETE {{ {EVENT} a ?c }} INSERT {{ {EVENT} a kg:Feast }} WHERE {{ {EVENT} a ?c }}",
        "exactly one of our",
    ),
    # properties
    "an unknown property": (f"INSERT DATA {{ {PROJECT} kg:colour 'red' }}", "should not have"),
    "a property of another class": (f"INSERT DATA {{ {PROJECT} kg:edition 3 }}", "should not have"),
    "a number as text": (
        f'DELETE {{ {EVENT} kg:edition ?n }} INSERT {{ {EVENT} kg:edition "1" }} '
        f"WHERE {{ {EVENT} kg:edition ?n }}",
        "kg:edition: wrong value",
    ),
    "a value twice": (f"INSERT DATA {{ {EVENT} kg:edition 2 }}", "kg:edition: wrong value"),
    "an unknown level": (f'INSERT DATA {{ {REGION} kg:level "galaxy" }}', "kg:level: wrong value"),
    "an unknown stage": (f'INSERT DATA {{ {PROJECT} kg:stage "done" }}', "kg:stage: wrong value"),
    "an unknown basis": (
        f'DELETE {{ {IN_REGION} kg:basis ?b }} INSERT {{ {IN_REGION} kg:basis "guessed" }} '
        f"WHERE {{ {IN_REGION} kg:basis ?b }}",
        "kg:basis: wrong value",
    ),
    "days in the wrong order": (
        f"DELETE {{ {EVENT} kg:until ?d }} "
        f'INSERT {{ {EVENT} kg:until "2022-01-01"^^xsd:date }} WHERE {{ {EVENT} kg:until ?d }}',
        "not be later than the last",
    ),
    # edges
    "an edge to a wrong end": (
        f"INSERT DATA {{ {PROJECT} kg:signedAt {REGION} }}",
        "kg:signedAt: signed at should lead to: Event",
    ),
    "an edge to one of several wrong ends": (
        f"INSERT DATA {{ {PROJECT} kg:locatedIn {EVENT} }}",
        "kg:locatedIn: located in should lead to: Region, Park",
    ),
    "an edge from a wrong end": (
        f"INSERT DATA {{ {EVENT} kg:signedAt {EVENT} }}",
        "should not have",
    ),
    "a plan to a wrong end": (
        f"INSERT DATA {{ {PROJECT} kg:plannedSignedAt stage:signed }}",
        "kg:plannedSignedAt: planned: signed at should lead to: Event",
    ),
    "a part of another kind": (
        f"INSERT DATA {{ {REGION} kg:partOf <urn:county-kg:id/Company/1> }}",
        "kg:partOf: part of should lead to: Region",
    ),
    "an edge to nothing": (
        f"INSERT DATA {{ {PROJECT} kg:signedAt <urn:county-kg:id/Event/0> }}",
        "should lead to: Event",
    ),
    # figures
    "a masked figure with a value": (
        f"INSERT DATA {{ {FIGURE} kg:value 0 }}",
        "known with a value or masked",
    ),
    "a known figure without one": (
        f'DELETE {{ {FIGURE} kg:state ?s }} INSERT {{ {FIGURE} kg:state "known" }} '
        f"WHERE {{ {FIGURE} kg:state ?s }}",
        "known with a value or masked",
    ),
    "a figure of nobody": (
        f"DELETE WHERE {{ {PROJECT} kg:hasFigure {FIGURE} }}",
        "belongs to exactly one subject",
    ),
    "a figure of two": (
        f"INSERT DATA {{ {REGION} kg:hasTarget {FIGURE} }}",
        "belongs to exactly one subject",
    ),
    "a figure of no indicator": (
        f"DELETE WHERE {{ {FIGURE} kg:ofIndicator ?i }}",
        "exactly one indicator",
    ),
    "a figure without measure": (
        f"DELETE WHERE {{ {FIGURE} kg:measure ?m }}",
        "lacks its measure",
    ),
    # evidence
    "a quote that leads nowhere": (
        f"DELETE WHERE {{ {SIGNED_AT} prov:wasDerivedFrom ?p }}",
        "leads nowhere",
    ),
    "a source that is no passage": (
        f"INSERT DATA {{ {SIGNED_AT} prov:wasDerivedFrom {PROJECT} }}",
        "prov:wasDerivedFrom: wrong value",
    ),
    "a certainty past certainty": (
        f"DELETE {{ {SIGNED_AT} kg:confidence ?c }} INSERT {{ {SIGNED_AT} kg:confidence 2 }} "
        f"WHERE {{ {SIGNED_AT} kg:confidence ?c }}",
        "between 0 and 1",
    ),
    "a fact without certainty": (
        f"DELETE WHERE {{ {SIGNED_AT} kg:confidence ?c }}",
        "lacks its confidence",
    ),
    "a fact whose edge is not there": (
        f"DELETE WHERE {{ {PROJECT} kg:signedAt {EVENT} }}",
        "Fact/1 : the edge it speaks of",
    ),
    "a plan told as a fact": (
        "DELETE { ?f rdf:predicate kg:planned } INSERT { ?f rdf:predicate kg:reached } "
        "WHERE { ?f rdf:predicate kg:planned }",
        "the edge it speaks of",
    ),
    "a fact of two things": (
        f"INSERT DATA {{ {SIGNED_AT} rdf:subject {REGION} }}",
        "exactly one subject",
    ),
    "a fact of nothing": (f"DELETE WHERE {{ {SIGNED_AT} rdf:object ?o }}", "exactly one object"),
    "a derived edge that does not say so": (
        f"DELETE WHERE {{ {IN_REGION} kg:derived ?d }}",
        "lacks its derived",
    ),
    # passages
    "a passage that ends before it starts": (
        f"DELETE {{ {PASSAGE} oa:end ?e }} INSERT {{ {PASSAGE} oa:end 3 }} "
        f"WHERE {{ {PASSAGE} oa:end ?e }}",
        "before its end",
    ),
    "a passage of no document": (
        f"DELETE WHERE {{ {PASSAGE} kg:inDocument ?d }}",
        "exactly one document",
    ),
    "a passage without words": (f"DELETE WHERE {{ {PASSAGE} kg:text ?t }}", "lacks its text"),
}


@pytest.mark.parametrize(("update", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_planted_mistake_is_found(update: str, said: str) -> None:
    found = [line for line in planted(update) if line.startswith("Violation")]
    assert any(said in line for line in found), found


def test_what_nobody_quotes_is_for_review_and_no_violation() -> None:
    found = planted(
        f"DELETE {{ {SIGNED_AT} kg:quote ?q ; prov:wasDerivedFrom ?p }} "
        f"WHERE {{ {SIGNED_AT} kg:quote ?q ; prov:wasDerivedFrom ?p }}"
    )
    assert found == ["Warning Fact/1 kg:quote: no quote: from another's lines only, for review"]


def test_every_shape_speaks_both_languages() -> None:
    shapes = rdflib.Graph().parse(room("ontology") / "shapes.ttl", format="turtle")
    sh = rdflib.SH
    speaking = set(shapes.subjects(sh.path, None)) | set(shapes.subjects(sh.closed, None))
    helpers = {"state-known", "state-masked", "with-value", "without-value", "without-base-value",
               "without-quote", "with-passage"}  # fmt: skip
    for shape in speaking:
        if str(shape).rpartition("/")[2] not in helpers:
            texts = shapes.objects(shape, sh.message)
            languages = {text.language for text in texts if isinstance(text, rdflib.Literal)}
            assert languages == {"zh", "en"}, shape
