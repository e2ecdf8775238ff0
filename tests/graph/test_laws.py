"""Laws of the builder, on random documents that share names, masks and contradictions."""

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.build import build
from kg.graph.check import problems
from kg.graph.form import Graph
from kg.model import Entity, Reading, Ref, Source, Span, Statement
from kg.store.statements import StatementStore

NAMES = {
    "Region": ["云溪县", "*县", "白石镇", "江苏省", "石门坎", "XX县"],
    "Park": ["城东产业园", "*产业园", "东区"],
    "Company": ["云溪木业", "云溪木业有限公司", "北*木业", "深圳竹艺股份有限公司"],
    "Organization": ["招商局"],
    "Chain": ["木材加工", "食品"],
    "Project": ["茶厂项目", "年产*吨茶项目", "A | B 项目", "“竹艺”项目"],
    "Event": ["第20届茶博会", "20届茶博会", "首届*节", "花会"],
    "Policy": ["《奖励办法》"],
    "Stage": ["signed", "building", "stalled", "dreaming"],
    "Designation": ["leading", "srdi"],
    "BlockerCategory": ["land", "finance"],
}
DATES = ["2023", "2023-03", "2023-03-28", "2023-H1", "2022-01/2023-05", "今年"]
PREDICATES = [
    "located_in", "part_of", "in_chain", "focuses_on", "invested_by", "has_investment", "signed_at",
    "at_stage", "has_designation", "blocked_by", "measured", "participated_in", "cooperates_with",
    "shareholder_of", "formerly_named", "issued",
]  # fmt: skip

REFS = st.sampled_from([Ref(kind, name) for kind, names in NAMES.items() for name in names])
VALUES = st.sampled_from([None, 0, 12, 12.0, 3e8, 37.17, "旧名木业"])
QUALIFIERS = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(["reached", "planned", "failed"]),
        "date": st.sampled_from(DATES),
        "period": st.sampled_from(DATES),
        "unit": st.sampled_from(["CNY", "个", "%", "USD"]),
        "measure": st.sampled_from(["level", "count", "share"]),
        "kind": st.sampled_from(["actual", "target"]),
        "indicator": st.sampled_from(["总投资", "签约项目数", "外出次数"]),
        "masked": st.booleans(),
        "by": st.sampled_from(["发改", "统计"]),
    },
)
SPANS = st.builds(
    lambda start: Span(start, start + 5, f"第{start}句。", "第一节"), st.integers(0, 30)
)
STATEMENTS = st.builds(
    Statement,
    REFS,
    st.sampled_from(PREDICATES),
    st.none() | REFS,
    VALUES,
    QUALIFIERS,
    st.lists(SPANS, max_size=2).map(tuple),
    st.sampled_from([0.3, 0.9, 1.0]),
)
ENTITIES = REFS.filter(lambda ref: ref.type not in ("Stage", "Designation", "BlockerCategory")).map(
    lambda ref: Entity(ref.type, ref.name, (ref.name[:2],))
)
READINGS = st.builds(
    lambda home, period, entities, statements, text: Reading(
        Source("", region=home, period=period), tuple(entities), tuple(statements), text
    ),
    st.none() | st.sampled_from([Ref("Region", name) for name in NAMES["Region"]]),
    st.none() | st.sampled_from(DATES),
    st.lists(ENTITIES, max_size=3),
    st.lists(STATEMENTS, max_size=8),
    st.none() | st.just("云溪县茶厂项目在第20届茶博会签约。云溪木业有限公司投产！\n江苏省印发。"),
)
CORPORA = st.lists(READINGS, max_size=4).map(
    lambda readings: [
        replace(reading, source=replace(reading.source, id=f"报告{number}"))
        for number, reading in enumerate(readings)
    ]
)


SETTINGS = settings(max_examples=30, deadline=None)


def printed(graph: Graph) -> Any:
    """All that a printer can see of a graph, in the graph's own order."""
    return [list(graph.nodes(data=True)), list(graph.edges(keys=True, data=True)), graph.graph]


@SETTINGS
@given(CORPORA)
def test_whatever_documents_say_the_graph_has_its_form(readings: list[Reading]) -> None:
    assert problems(build(readings)) == []


@SETTINGS
@given(CORPORA, st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(readings: list[Reading], random: Random) -> None:
    shuffled = random.sample(readings, len(readings))
    assert printed(build(shuffled)) == printed(build(readings))


@SETTINGS
@given(CORPORA)
def test_build_twice_is_build_once(readings: list[Reading]) -> None:
    assert printed(build(readings)) == printed(build(list(readings)))


def stored(readings: list[Reading]) -> Graph:
    """The graph of a store in which these were put one after the other."""
    with StatementStore(":memory:") as store:
        for reading in readings:
            store.replace(reading)
        return build(store.readings(), store.judgements())


@SETTINGS
@given(CORPORA, READINGS)
def test_replacing_a_document_is_building_anew(readings: list[Reading], other: Reading) -> None:
    changed = replace(other, source=replace(other.source, id="报告0"))
    again = stored([*readings, changed])
    assert printed(again) == printed(stored([changed, *readings[1:]]))


@SETTINGS
@given(CORPORA)
def test_masked_names_of_two_documents_never_meet(readings: list[Reading]) -> None:
    for _, data in build(readings).nodes(data=True):
        if data.get("masked"):
            assert len(data["documents"]) == 1
