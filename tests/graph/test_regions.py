"""To which region a thing belongs, and how that is known."""

from collections.abc import Callable
from typing import Any

from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Reading

Report = Callable[..., Reading]
Edges = Callable[..., list[tuple[str, str, str]]]


def placed(graph: Graph) -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for thing, region, data in graph.edges(data=True):
        if data["type"] == "IN_REGION":
            name = graph.nodes[thing]["name"]
            found.setdefault(name, set()).add((graph.nodes[region]["name"], data["basis"]))
    return found


def where(graph: Graph, name: str) -> set[tuple[str, str]]:
    return placed(graph).get(name, set())


def test_a_said_region_comes_before_the_report(report: Report) -> None:
    facts = [("Project:茶厂项目", "located_in", "Region:白石镇")]
    assert where(build([report("a", facts)]), "茶厂项目") == {("白石镇", "said")}


def test_the_narrowest_of_several(report: Report) -> None:
    facts = [
        ("Project:茶厂项目", "located_in", "Region:云溪县"),
        ("Project:茶厂项目", "located_in", "Region:白石村"),
        ("Project:茶厂项目", "located_in", "Region:白石镇"),
    ]
    assert where(build([report("a", facts)]), "茶厂项目") == {("白石村", "said")}


def test_through_the_park(report: Report) -> None:
    facts = [
        ("Project:茶厂项目", "located_in", "Park:东区"),
        ("Park:东区", "part_of", "Park:城东产业园"),
        ("Park:城东产业园", "part_of", "Park:东区"),  # a circle in a text does no harm
        ("Park:城东产业园", "located_in", "Region:白石镇"),
    ]
    graph = build([report("a", facts)])
    for name in ("茶厂项目", "东区", "城东产业园"):
        assert where(graph, name) == {("白石镇", "said")}


def test_a_planned_site_is_no_site(report: Report) -> None:
    facts = [("Project:茶厂项目", "located_in", "Region:白石镇", {"status": "planned"})]
    assert where(build([report("a", facts)]), "茶厂项目") == {("云溪县", "report")}


def test_else_every_region_whose_reports_name_it(report: Report) -> None:
    fair = Entity("Event", "第20届茶博会")
    readings = [report(d, home=h, entities=[fair]) for d, h in (("a", "云溪县"), ("b", "北川县"))]
    assert where(build(readings), "第20届茶博会") == {("云溪县", "report"), ("北川县", "report")}


def test_a_policy_is_of_the_region_that_issued_it(report: Report) -> None:
    facts = [("Region:江苏省", "issued", "Policy:投资促进条例")]
    assert where(build([report("a", facts)]), "投资促进条例") == {("江苏省", "said")}


def test_a_firm_is_where_its_projects_and_parks_are(report: Report) -> None:
    readings = [
        report("a", [("Project:茶厂项目", "invested_by", "Company:云溪木业有限公司")]),
        report(
            "b",
            [("Company:云溪木业有限公司", "located_in", "Park:城东产业园")],
            home="北川县",
        ),
    ]
    found = where(build(readings), "云溪木业有限公司")
    assert found == {("云溪县", "through"), ("北川县", "through")}


def test_a_firm_said_to_be_somewhere_is_there(report: Report) -> None:
    facts = [
        ("Project:茶厂项目", "invested_by", "Company:云溪木业"),
        ("Company:云溪木业", "located_in", "Region:深圳"),
    ]
    assert where(build([report("a", facts)]), "云溪木业") == {("深圳", "said")}


def test_a_firm_that_is_only_named_is_nowhere(report: Report) -> None:
    named = [Entity("Company", "云溪木业"), Entity("Company", "北川木业")]
    facts = [
        ("Company:北川木业", "in_chain", "Chain:木材加工"),
        ("Region:云溪县", "cooperates_with", "Company:云溪木业"),
    ]
    graph = build([report("a", facts, entities=named)])
    assert where(graph, "云溪木业") == set()
    assert where(graph, "北川木业") == {("云溪县", "report")}


def test_without_a_home_region_nothing_is_placed_by_the_report(report: Report) -> None:
    graph = build([report("a", home=None, entities=[Entity("Park", "城东产业园")])])
    assert placed(graph) == {}


def test_places_below_the_county_belong_to_it(report: Report, edges: Edges) -> None:
    facts: list[tuple[Any, ...]] = [
        ("Project:茶厂项目", "located_in", "Region:石门坎"),
        ("Company:云溪木业", "located_in", "Region:硅谷"),
        ("Region:柳树村", "part_of", "Region:白石镇"),
        ("Region:云溪县", "cooperates_with", "Region:深圳"),
    ]
    assert edges(build([report("a", facts)]), "PART_OF") == [
        ("柳树村", "PART_OF", "白石镇"),
        ("白石镇", "PART_OF", "云溪县"),
        ("石门坎", "PART_OF", "云溪县"),
    ]
