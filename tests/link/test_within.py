"""Which mentions of one document are one thing, and what it is called. All names are invented."""

import re

import pytest

from kg.extract import extract
from kg.extract.frame import Frame
from kg.extract.names import find
from kg.link.normal import normal
from kg.link.within import link
from kg.model import HOME, Document, Entity, Ref, Source
from kg.read import read
from kg.rooms import room


def linked(text: str, region: str | None = None) -> Frame:
    source = Source("t", region=Ref("Region", region) if region else None)
    frame = Frame(Document(source, text, text, range(len(text))))
    find(frame)
    link(frame)
    return frame


def entity(frame: Frame, kind: str, name: str) -> Entity:
    return next(e for e in frame.entities if (e.type, e.name) == (kind, name))


def test_a_short_name_joins_the_one_longer_name() -> None:
    frame = linked("引进深圳市天澜电子科技有限公司。天澜电子投资3亿元。")
    assert "天澜电子" in entity(frame, "Company", "深圳市天澜电子科技有限公司").aliases


def test_a_bracket_introduces_a_former_name() -> None:
    frame = linked("在谈的东岭天工科技有限公司（即原东岭银河公司拟扩股）已注册。")
    assert "东岭银河公司" in entity(frame, "Company", "东岭天工科技有限公司").aliases


def test_a_region_with_and_without_its_last_word_is_one() -> None:
    frame = linked("赴深圳市考察，在深圳召开会议。")
    assert entity(frame, "Region", "深圳市").aliases == ("深圳",)


def test_the_home_region_is_marked() -> None:
    frame = linked("*县招商工作总结。我县新签项目3个。", "*县")
    assert frame.home == Ref("Region", "*县")
    assert HOME in entity(frame, "Region", "*县").aliases
    assert entity(frame, "Region", "*县").masked


def test_a_home_that_is_never_named_is_an_entity_all_the_same() -> None:
    frame = linked("今年以来，我县新签项目3个，我县引进资金5亿元。")
    assert frame.home == Ref("Region", "我县")
    assert entity(frame, "Region", "我县").home


def test_a_project_worded_twice_is_one() -> None:
    frame = linked("推进东岭铜资源环保再生利用项目。东岭铜资源再生利用项目已开工。")
    assert [e.name for e in frame.entities if e.type == "Project"] == ["东岭铜资源环保再生利用项目"]


def test_projects_of_two_phases_are_two() -> None:
    frame = linked("东岭锂电一期项目投产，东岭锂电二期项目开工。")
    assert len([e for e in frame.entities if e.type == "Project"]) == 2


def test_every_mention_has_its_entity() -> None:
    frame = linked("引进深圳市天澜电子科技有限公司，天澜电子年产5万套电机项目落户双河工业园区。")
    names = {(e.type, e.name) for e in frame.entities}
    for mention in (*frame.mentions, *frame.inner):
        ref = frame.ref(mention)
        assert (ref.type, ref.name) in names


@pytest.mark.parametrize("seed", sorted(room("seeds").glob("*.txt")), ids=lambda path: path.stem)
def test_mentions_count_in_the_text_as_read(seed):
    """Folded, and a page mark inside left off, the text there is the name or a part of it."""
    document = read(seed)
    for entity in extract(document).entities:
        for start, end in entity.mentions:
            said = normal(re.sub(r"\n+\d+、", "", document.text[start:end]), entity.type)
            names = [normal(n, entity.type) for n in (entity.name, *entity.aliases)]
            assert any(said in name or name in said for name in names), (entity.name, said)


def test_a_subsidiary_with_its_place_behind_is_no_longer_name_of_its_parent() -> None:
    frame = linked("沂山电器投资建厂。沂山电器（重庆）有限公司今年投产。", "*县")
    assert {e.name for e in frame.entities if e.type == "Company"} == {
        "沂山电器",
        "沂山电器（重庆）有限公司",
    }


def test_of_two_longer_names_the_one_without_a_place_is_the_firms_own() -> None:
    frame = linked("天澜绿能科技股份有限公司签约。重庆天澜绿能光伏有限公司成立。天澜绿能投产。")
    assert "天澜绿能" in entity(frame, "Company", "天澜绿能科技股份有限公司").aliases


def test_a_development_zone_with_and_without_its_rank_is_one() -> None:
    frame = linked("青禾经济开发区组建于2005年。青禾开发区入驻企业20家。", "*县")
    assert [e.name for e in frame.entities if e.type == "Park"] == ["青禾经济开发区"]
