"""Said chains find their kind, and what stands in them its link, with the words that decide it."""

from typing import Any

from kg.graph.build import build
from kg.graph.check import problems
from kg.graph.form import Graph
from kg.model import Reading


def links(graph: Graph) -> dict[tuple[str, str], dict[str, Any]]:
    """(name, code of the link) → the edge that places it."""
    return {
        (graph.nodes[a]["name"], graph.nodes[b]["code"]): data
        for a, b, data in graph.edges(data=True)
        if data["type"] == "IN_SEGMENT"
    }


def chains(graph: Graph) -> set[str]:
    return {d["code"] for _, d in graph.nodes(data=True) if d["label"] == "Chain" and "code" in d}


def test_a_said_chain_is_a_kind_of_the_taxonomys(report) -> None:
    graph = build([report("a", [("Region:云溪县", "focuses_on", "Chain:锂电池产业")])])
    kinds = [(graph.nodes[a]["name"], b) for a, b, d in graph.edges(data=True)
             if d["type"] == "KIND_OF"]  # fmt: skip
    assert kinds == [("锂电池产业", "Chain/power_batteries")]
    parts = [graph.nodes[a] for a, b, d in graph.edges(data=True)
             if d["type"] == "PART_OF" and b == "Chain/power_batteries"]  # fmt: skip
    assert [p["name"] for p in sorted(parts, key=lambda p: p["order"])][:2] == [
        "锂镍钴矿产与盐", "电池材料",
    ]  # fmt: skip
    assert not problems(graph)


def test_no_chain_is_printed_that_nobody_speaks_of(report) -> None:
    assert chains(build([])) == set()
    assert chains(build([report("a", [("Region:云溪县", "focuses_on", "Chain:大商贸")])])) == set()


def test_a_name_places_what_is_said_to_be_in_the_chain(report) -> None:
    fact = ("Project:年产2万吨负极材料项目", "in_chain", "Chain:新能源电池")
    (found,) = (placed := links(build([report("a", [fact])]))).values()
    assert list(placed) == [("年产2万吨负极材料项目", "power_batteries.materials")]
    assert found["derived"] and found["basis"] == "said"
    assert found["reasons"] == [
        "“年产2万吨负极材料项目”中的“负极材料”属于新能源电池的“电池材料”环节"
    ]
    assert len(found["passages"]) == 1


def test_a_firm_and_a_park_stand_where_their_project_does(report) -> None:
    placed = links(build([report("a", [
        ("Project:年产2万吨负极材料项目", "in_chain", "Chain:新能源电池"),
        ("Project:年产2万吨负极材料项目", "invested_by", "Company:云岭科技有限公司"),
        ("Project:年产2万吨负极材料项目", "located_in", "Park:白鹭产业园"),
    ])]))  # fmt: skip
    code = "power_batteries.materials"
    assert placed["云岭科技有限公司", code]["basis"] == "through"
    assert placed["白鹭产业园", code]["basis"] == "through"


def test_words_alone_place_only_in_the_chains_of_the_region(report) -> None:
    def read(document: str, home: str) -> Reading:
        facts = [("Project:年产2万吨负极材料项目", "at_stage", "Stage:signed")]
        made: Reading = report(document, facts, home=home)
        return made

    focus = report("b", [("Region:云溪县", "focuses_on", "Chain:新能源电池")])
    (found,) = links(build([read("a", "云溪县"), focus])).values()
    assert found["basis"] == "words"
    assert not links(build([read("a", "白水县"), focus]))


def test_what_is_said_to_be_in_another_chain_is_not_placed_by_words(report) -> None:
    graph = build([report("a", [
        ("Region:云溪县", "focuses_on", "Chain:新能源电池"),
        ("Project:年产2万吨负极材料项目", "in_chain", "Chain:大商贸"),
    ])])  # fmt: skip
    assert not links(graph)


def test_a_name_without_a_product_is_placed_nowhere(report) -> None:
    fact = ("Company:云岭科技有限公司", "in_chain", "Chain:新能源电池")
    assert not links(build([report("a", [fact])]))


def test_the_order_of_documents_does_not_matter(report) -> None:
    one = report("a", [("Project:年产2万吨负极材料项目", "in_chain", "Chain:新能源电池")])
    two = report("b", [("Project:年产2万吨负极材料项目", "in_chain", "Chain:锂电池")])
    assert links(build([one, two])) == links(build([two, one]))
