"""Which passages name an entity."""

from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Reading, Ref, Source, Span, Statement

TEXT = (
    "一、成效。\n茶厂项目签约。云溪木业有限公司入园，云溪木业投产！城东产业园开园；茶厂项目续建\n"
)


def span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(start, start + len(quote), quote)


def named(graph: Graph) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for passage, entity, data in graph.edges(data=True):
        if data["type"] == "MENTIONS":
            name = graph.nodes[entity]["name"]
            found.setdefault(name, []).append(graph.nodes[passage]["text"])
    return found


def reading(
    *entities: Entity, text: str | None = TEXT, statements: tuple[Statement, ...] = ()
) -> Reading:
    return Reading(Source("a"), entities, statements, text)


def test_a_name_is_found_in_its_sentences() -> None:
    found = named(build([reading(Entity("Project", "茶厂项目"))]))
    assert found == {"茶厂项目": ["茶厂项目签约。", "茶厂项目续建"]}


def test_the_longest_name_wins() -> None:
    firm, other = Entity("Company", "云溪木业有限公司"), Entity("Park", "云溪")
    assert named(build([reading(firm, other)])) == {
        "云溪木业有限公司": ["云溪木业有限公司入园，云溪木业投产！"],
        "云溪": ["云溪木业有限公司入园，云溪木业投产！"],
    }


def test_one_name_may_be_of_two_things() -> None:
    found = named(
        build([reading(Entity("Park", "城东产业园"), Entity("Project", "东园", ("城东产业园",)))])
    )
    assert found == {"城东产业园": ["城东产业园开园；"], "东园": ["城东产业园开园；"]}


def test_mentions_that_are_given_are_not_searched_again() -> None:
    start = TEXT.index("茶厂项目续建")
    entity = Entity("Project", "茶厂项目", mentions=((start, start + 4),))
    assert named(build([reading(entity)])) == {"茶厂项目": ["茶厂项目续建"]}


def test_evidence_that_holds_the_mention_is_its_passage() -> None:
    quotes = (span("茶厂项目签约。"), span("茶厂项目签约。云溪木业有限公司入园"))
    said = Statement(
        Ref("Project", "茶厂项目"), "at_stage", Ref("Stage", "signed"), evidence=quotes
    )
    graph = build([reading(Entity("Project", "茶厂项目"), statements=(said,))])
    assert named(graph) == {"茶厂项目": ["茶厂项目签约。", "茶厂项目续建"]}


def test_without_a_text_the_evidence_of_its_facts_names_it() -> None:
    said = Statement(
        Ref("Project", "茶厂项目"), "invested_by", Ref("Company", "北川木业"),
        evidence=(span("云溪木业投产！"),),
    )  # fmt: skip
    graph = build([reading(Entity("Park", "城东产业园"), text=None, statements=(said,))])
    assert named(graph) == {"茶厂项目": ["云溪木业投产！"], "北川木业": ["云溪木业投产！"]}


def test_passages_lead_to_their_document() -> None:
    graph = build([reading(Entity("Project", "茶厂项目"))])
    (passage, *_) = [d for _, d in graph.nodes(data=True) if d["label"] == "Passage"]
    assert TEXT[passage["start"] : passage["end"]] == passage["text"]
    assert passage["name"] == passage["text"][:20]
    targets = {
        d["type"]: graph.nodes[b]["label"] for _, b, d in graph.out_edges(passage["id"], data=True)
    }
    assert targets == {"IN_DOCUMENT": "Document", "MENTIONS": "Project"}
