"""The benchmark's measure: what counts as the same, and what a table says."""

from pathlib import Path

import pytest

from kg import interchange
from kg.model import Entity, Reading, Ref, Source, Statement
from kg.rooms import room
from kg.score import score
from kg.score.names import near


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("青禾食品产业园", "青禾食品产业园", True),
        ("《青禾县办法》", "青禾县办法", True),
        ("米粉加工项目", "米粉加工", True),
        ("X县", "*县", True),
        ("*县", "*市", False),
        ("一期工程", "二期工程", False),
        ("进口总额", "出口总额", False),
        ("青禾食品有限公司", "红禾饮料有限公司", False),
    ],
)
def test_names(a, b, same):
    assert near(a, b) is same


def gold() -> dict[str, Reading]:
    readings: dict[str, Reading] = {}
    for file in sorted((room("seeds") / "gold").glob("*.jsonl")):
        parsed, problems = interchange.parse(file.read_text("utf-8"), str(file))
        assert problems == []
        readings |= {r.source.id: r for r in parsed}
    return readings


def test_the_labels_score_themselves_perfectly():
    texts = {p.stem: p.read_text("utf-8") for p in Path(room("seeds")).glob("*.txt")}
    rows = score(gold(), gold(), texts).rows()
    for line in ("entity.ALL", "fact.ALL", "record.Project", "evidence.copied"):
        assert rows[line].f1 == 1.0, line


def reading(*facts: Statement, entities: tuple[Entity, ...] = ()) -> dict[str, Reading]:
    return {"d": Reading(Source("d"), entities, facts)}


PROJECT, EVENT = Ref("Project", "米粉项目"), Ref("Event", "首届米粉节")


def test_a_planned_fact_is_not_the_reached_one():
    said = Statement(PROJECT, "signed_at", EVENT)
    planned = Statement(PROJECT, "signed_at", EVENT, qualifiers={"status": "planned"})
    table = score(reading(said), reading(planned))
    assert table.rows()["fact.signed_at"].hit == 0
    assert table.missed == ["d: 米粉项目 —signed_at→ 首届米粉节"]


def test_optional_lines_count_neither_way():
    optional = Statement(PROJECT, "signed_at", EVENT, optional=True)
    assert score(reading(optional), reading()).rows()["fact.ALL"].gold == 0
    found = Statement(PROJECT, "signed_at", EVENT)
    assert score(reading(optional), reading(found)).rows()["fact.ALL"].found == 0


def test_predicted_aliases_prove_nothing_but_home_does():
    county = Entity("Region", "X县", ("home",))
    assert (
        score(
            reading(entities=(county,)), reading(entities=(Entity("Region", "远山县", ("X县",)),))
        )
        .rows()["entity.ALL"]
        .hit
        == 0
    )
    assert (
        score(
            reading(entities=(county,)), reading(entities=(Entity("Region", "远山县", ("home",)),))
        )
        .rows()["entity.ALL"]
        .hit
        == 1
    )
