from kg.link.register import register
from kg.model import Entity, Reading, Ref, Source


def test_a_name_means_the_entity_of_its_line() -> None:
    names = register(
        Reading(
            Source("a"),
            (Entity("Chain", "食品加工"), Entity("Chain", "农产品", ("食品加工", "农业"))),
        )
    )
    assert names.find(Ref("Chain", "食品加工")) == 0  # the name of one before the alias of another
    assert names.find(Ref("Chain", "农业")) == 1


def test_legal_form_is_folded_within_a_document() -> None:
    names = register(
        Reading(Source("a"), (Entity("Company", "云溪木业"), Entity("Company", "云溪木业有限公司")))
    )
    assert [entity.name for entity in names.entities] == ["云溪木业有限公司"]
    assert names.entities[0].aliases == ("云溪木业",)
    assert names.find(Ref("Company", "云溪木业")) == names.find(Ref("Company", "云溪木业公司")) == 0


def test_a_name_without_a_line_makes_an_entity() -> None:
    names = register(Reading(Source("a")))
    number = names.find(Ref("Region", "*县"))
    assert names.entities[number] == Entity("Region", "*县", masked=True)


def test_home_is_the_alias_or_the_region_of_the_document_line() -> None:
    by_alias = register(Reading(Source("a"), (Entity("Region", "云溪县", ("我县", "home")),)))
    by_line = register(Reading(Source("a", region=Ref("Region", "云溪县"))))
    assert by_alias.home == by_alias.find(Ref("Region", "home")) == 0
    assert by_line.home == 0


def test_a_name_of_nothing_is_no_entity() -> None:
    assert register(Reading(Source("a"), (Entity("Park", " "),))).entities == []
