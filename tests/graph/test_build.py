"""The graph's form, node by node and edge by edge."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.graph.build import build
from kg.graph.check import problems
from kg.graph.form import Graph
from kg.model import Entity, Judgement, Reading, Ref, Source, Statement
from kg.vocabulary import blockers, designations, stages

Report = Callable[..., Reading]
Node = Callable[[Graph, str], dict[str, Any]]
Edges = Callable[..., list[tuple[str, str, str]]]


def test_an_empty_graph_has_the_vocabularies() -> None:
    graph = build([])
    assert len(graph) == len(stages()) + len(designations()) + len(blockers())
    assert problems(graph) == []
    assert graph.nodes["Stage/building"] == {
        "label": "Stage",
        "id": "Stage/building",
        "name": "在建",
        "code": "building",
        "name_en": "building",
        "order": 8,
        "started": True,
        "kg_hash": graph.nodes["Stage/building"]["kg_hash"],
    }
    assert "order" not in graph.nodes["Stage/stalled"]
    assert graph.nodes["Stage/stalled"]["started"] is False
    assert graph.nodes["Designation/leading"]["anchor"] is True
    assert graph.nodes["Designation/srdi"]["anchor"] is False


def test_the_tense_of_a_stage_is_its_edge(report: Report, edges: Edges) -> None:
    graph = build(
        [
            report(
                "a",
                [
                    ("Project:茶厂项目", "at_stage", "Stage:signed"),
                    ("Project:茶厂项目", "at_stage", "Stage:started", {"status": "planned"}),
                    ("Company:云溪木业", "at_stage", "Stage:registered", {"status": "failed"}),
                ],
            )
        ]
    )
    assert edges(graph, "REACHED", "PLANNED", "FAILED") == [
        ("云溪木业", "FAILED", "注册"),
        ("茶厂项目", "PLANNED", "开工"),
        ("茶厂项目", "REACHED", "签约"),
    ]


def test_a_planned_fact_is_another_edge_type(report: Report, edges: Edges) -> None:
    facts = [
        ("Project:茶厂项目", "located_in", "Park:城东产业园", {"status": "planned"}),
        ("Company:云溪木业", "has_designation", "Designation:srdi", {"status": "planned"}),
    ]
    graph = build([report("a", facts)])
    assert edges(graph, "LOCATED_IN", "DESIGNATED") == []
    assert edges(graph, "PLANNED_LOCATED_IN", "PLANNED_DESIGNATED") == [
        ("云溪木业", "PLANNED_DESIGNATED", "专精特新"),
        ("茶厂项目", "PLANNED_LOCATED_IN", "城东产业园"),
    ]


def test_an_edge_carries_its_evidence(report: Report) -> None:
    fact = ("Project:茶厂项目", "at_stage", "Stage:signed", {
        "date": "2023-03", "by": "发改", "quote": "3月茶厂项目签约。", "confidence": 0.8,
    })  # fmt: skip
    graph = build([report("a", [fact])])
    ((start, end, key, edge),) = [
        (a, b, k, d) for a, b, k, d in graph.edges(keys=True, data=True) if d["type"] == "REACHED"
    ]
    assert graph.nodes[start]["said_name"] == "茶厂项目"
    assert end == "Stage/signed"
    assert key == edge["id"]
    assert key.startswith("Fact/")
    assert edge == {
        "type": "REACHED",
        "id": key,
        "kg_hash": edge["kg_hash"],
        "quote": "3月茶厂项目签约。",
        "source": "a",
        "passages": edge["passages"],
        "confidence": 0.8,
        "rule": "test.rule",
        "documents": ["a"],
        "reviewed": False,
        "date": "2023-03",
        "from": "2023-03-01",
        "until": "2023-03-31",
        "by": "发改",
    }
    (passage,) = edge["passages"]
    assert graph.nodes[passage]["text"] == "3月茶厂项目签约。"


@pytest.mark.parametrize(
    ("value", "unit", "masked", "name"),
    [
        (8521000000, "CNY", False, "85.21亿元"),
        (30000, "CNY", False, "3万元"),
        (999, "CNY", False, "999元"),
        (-120000000, "CNY", False, "-1.2亿元"),
        (3560000, "USD", False, "356万美元"),
        (37.17, "%", False, "37.17%"),
        (-9.4, "%", False, "-9.4%"),
        (12, "个", False, "12个"),
        (12.0, "个", False, "12个"),
        (0, "家", False, "0家"),
        (26.24, "万吨标准煤", False, "26.24万吨标准煤"),
        (None, "个", True, "*个"),
        (None, "%", True, "*%"),
        (None, "CNY", True, "*元"),
    ],
)
def test_how_a_figure_is_called(
    report: Report, node: Node, value: float | None, unit: str, masked: bool, name: str
) -> None:
    said = {"indicator": "活动经费", "kind": "actual", "unit": unit}
    graph = build([report("a", [("Region:云溪县", "measured", value, said | {"masked": masked})])])
    found = node(graph, f"Figure:{name}")
    assert found["state"] == ("masked" if masked else "known")
    assert found.get("value") == value
    assert "base_value" not in found


def test_a_masked_sum_is_written_as_its_quote_has_it(report: Report, node: Node) -> None:
    facts = [("Project:茶厂项目", "has_investment", None, {
        "unit": "CNY", "masked": True, "quote": "总投资*亿元的茶厂项目签约。",
    })]  # fmt: skip
    assert node(build([report("a", facts)]), "*亿元")["state"] == "masked"


def test_figures_hang_on_an_indicator(report: Report, node: Node, edges: Edges) -> None:
    said = {"measure": "count", "unit": "个", "period": "2023-H1"}
    facts = [
        ("Region:云溪县", "measured", 16, said | {"indicator": "签约项目数", "kind": "actual"}),
        ("Region:云溪县", "measured", 20, said | {"indicator": "签约项目个数", "kind": "target"}),
        ("Region:云溪县", "measured", 3, said | {"indicator": "外出招商次数", "kind": "forecast"}),
    ]
    graph = build([report("a", facts)])
    assert edges(graph, "HAS_FIGURE", "HAS_TARGET", "HAS_FORECAST", "OF_INDICATOR") == [
        ("16个", "OF_INDICATOR", "签约项目数"),
        ("20个", "OF_INDICATOR", "签约项目数"),
        ("3个", "OF_INDICATOR", "外出招商次数"),
        ("云溪县", "HAS_FIGURE", "16个"),
        ("云溪县", "HAS_FORECAST", "3个"),
        ("云溪县", "HAS_TARGET", "20个"),
    ]
    figure = node(graph, "16个")
    assert (figure["value"], figure["period"], figure["until"]) == (16, "2023-H1", "2023-06-30")
    assert (figure["base_value"], figure["base_unit"]) == (16, "个")
    assert node(graph, "Indicator:签约项目数")["code"] == "signed_projects"
    assert node(graph, "Indicator:外出招商次数")["code"] == "外出招商次数"
    assert "better" not in node(graph, "Indicator:外出招商次数")


def test_sums_that_differ_are_several_figures(report: Report, edges: Edges) -> None:
    facts = [("Project:茶厂项目", "has_investment", value, {"unit": "CNY"}) for value in (3e8, 5e8)]
    assert edges(build([report("a", facts)]), "HAS_FIGURE") == [
        ("茶厂项目", "HAS_FIGURE", "3亿元"),
        ("茶厂项目", "HAS_FIGURE", "5亿元"),
    ]


def test_cooperation_is_one_edge_whoever_is_named_first(report: Report, edges: Edges) -> None:
    facts = [
        ("Company:云溪木业", "cooperates_with", "Region:云溪县"),
        ("Region:云溪县", "cooperates_with", "Company:云溪木业"),
    ]
    assert len(edges(build([report("a", facts)]), "COOPERATES_WITH")) == 1


def test_a_former_name_is_a_loop_and_a_property(report: Report, node: Node, edges: Edges) -> None:
    graph = build([report("a", [("Company:云溪木业", "formerly_named", "北川木业公司")])])
    assert edges(graph, "FORMERLY_NAMED") == [("云溪木业", "FORMERLY_NAMED", "云溪木业")]
    assert node(graph, "云溪木业")["former_names"] == ["北川木业公司"]


def test_a_masked_name_is_shown_with_its_document(report: Report) -> None:
    graph = build([report("a", home="*县"), report("b", home="*县")])
    names = {d["name"] for _, d in graph.nodes(data=True) if d["label"] == "Region"}
    assert names == {"*县〔a〕", "*县〔b〕"}


def test_what_is_known_of_an_entity(report: Report, node: Node) -> None:
    park = Entity("Park", "城东产业园", ("产业园", "home"))
    graph = build(
        [
            report("b", entities=[park], period="2023-H1"),
            report("a", entities=[Entity("Park", "城东产业园", ("城东园",))], period="2022"),
            report("c", entities=[park]),
        ]
    )
    found = node(graph, "城东产业园")
    assert found["aliases"] == ["产业园", "城东园"]
    assert found["documents"] == ["a", "b", "c"]
    assert (found["first_said"], found["last_said"]) == ("2022-12-31", "2023-06-30")
    assert found["masked"] is False
    assert node(graph, "云溪县")["level"] == "county"


def test_the_name_is_that_of_most_documents_then_the_longest(report: Report) -> None:
    said = [
        ("a", "广东"),
        ("b", "广东"),
        ("c", "广东省"),
        ("d", "江苏"),
        ("e", "江苏省"),
        ("f", "江蘇省"),
    ]
    graph = build([report(doc, entities=[Entity("Region", name)]) for doc, name in said])
    names = {d["name"] for _, d in graph.nodes(data=True) if d.get("level") == "province"}
    assert names == {"广东", "江苏省"}


def test_an_event_is_an_edition_of_its_series(report: Report, node: Node, edges: Edges) -> None:
    events = [Entity("Event", n) for n in ("第20届茶博会", "首届茶博会", "2023年竹艺展", "花会")]
    graph = build([report("a", entities=events)])
    assert edges(graph, "EDITION_OF") == [
        ("第20届茶博会", "EDITION_OF", "茶博会"),
        ("首届茶博会", "EDITION_OF", "茶博会"),
    ]
    assert node(graph, "第20届茶博会")["edition"] == 20
    assert node(graph, "2023年竹艺展")["until"] == "2023-12-31"


def test_a_document_reports_on_its_region(report: Report, node: Node, edges: Edges) -> None:
    graph = build([report("a", period="2023-H1", title="工作总结", issuer="招商局"), report("b")])
    assert edges(graph, "REPORTS_ON") == [
        ("b", "REPORTS_ON", "云溪县"),
        ("工作总结", "REPORTS_ON", "云溪县"),
    ]
    found = node(graph, "工作总结")
    assert (found["issuer"], found["from"]) == ("招商局", "2023-01-01")
    assert "date" not in found
    assert found["id"] == "Document/a"


def test_entities_that_only_facts_name_are_made(report: Report, node: Node) -> None:
    graph = build([report("a", [("Project:茶厂项目", "invested_by", "Company:云*木业")])])
    assert node(graph, "Company:云*木业")["masked"] is True


LEFT_OUT = [
    (("Region:云溪县", "at_stage", "Stage:signed"), "Region cannot be its subject"),
    (("Project:甲", "signed_at", "Park:乙"), "Park cannot be its object"),
    (("Project:甲", "at_stage", "Stage:dreaming"), "Stage has no code 'dreaming'"),
    (("Project:甲", "at_stage", "Stage:signed", {"status": "hoped"}), "no edge prints at_stage"),
    (("Project:甲", "likes", "Park:乙"), "no edge prints likes"),
    (("Region:甲", "part_of", "Park:乙"), "must be of one type"),
    (("Park:甲", "part_of", "Park:甲"), "both ends are one thing"),
    (("Project:甲", "at_stage", None), "the object is missing"),
    (("Region:甲", "measured", 5, {"unit": "个"}), "the indicator is missing"),
    (("Region:甲", "measured", None, {"indicator": "产值"}), "not said to be masked"),
    (("Company:甲", "formerly_named", None), "the former name is missing"),
    (("Project: ", "at_stage", "Stage:signed"), "the subject has no name"),
]


@pytest.mark.parametrize(("fact", "reason"), LEFT_OUT)
def test_what_has_no_place_is_left_out_with_its_reason(
    report: Report, fact: tuple[Any, ...], reason: str
) -> None:
    graph = build([report("a", [fact])])
    (line,) = graph.graph["left_out"]
    assert line.startswith("a: ")
    assert reason in line
    assert problems(graph) == []


def test_a_fact_without_a_quote_stands_unquoted() -> None:
    statement = Statement(Ref("Project", "茶厂项目"), "at_stage", Ref("Stage", "signed"))
    graph = build([Reading(Source("a"), statements=(statement,))])
    (edge,) = [d for *_, d in graph.edges(data=True) if d["type"] == "REACHED"]
    assert "quote" not in edge
    assert edge["passages"] == []
    assert problems(graph) == []


def test_an_accepted_judgement_makes_two_nodes_one(report: Report) -> None:
    readings = [report("a", home="*县"), report("b", home="X县")]
    one, other = (n for n, d in build(readings).nodes(data=True) if d["label"] == "Region")
    graph = build(readings, [Judgement(one, other, "accepted", "同一开发区")])
    ((_, region),) = [(n, d) for n, d in graph.nodes(data=True) if d["label"] == "Region"]
    assert region["documents"] == ["a", "b"]
    assert region["name"] == "X县〔a、b〕"
    assert problems(graph) == []


def test_things_of_two_types_are_never_one(report: Report) -> None:
    entities = [Entity("Park", "城东产业园"), Entity("Project", "城东产业园")]
    readings = [report("a", entities=entities)]
    one, other = (n for n, d in build(readings).nodes(data=True) if d["name"] == "城东产业园")
    graph = build(readings, [Judgement(one, other, "accepted")])
    assert {one, other} <= set(graph)
    assert "two types" in graph.graph["left_out"][0]
