"""An analyst's decision: kept in the graph folder, seen at once, and still there after a build."""

from pathlib import Path

import pytest

import kg
from kg.cli.main import main
from kg.errors import InputError
from kg.rooms import room

PAIR = ("X县〔seed-001〕", "*县〔seed-002〕")


@pytest.fixture
def graph(tmp_path: Path) -> kg.Graph:
    gold = room("seeds") / "gold"
    return kg.build([gold / "seed-001.jsonl", gold / "seed-002.jsonl"], tmp_path / "graph")


def counties(graph: kg.Graph) -> set[str]:
    rows = graph.ask("masked-entities").rows
    return {str(row[0]) for row in rows if row[1] == "Region" and row[3] != "[]"}


def test_an_accepted_suggestion_makes_one_node_and_stays(graph: kg.Graph) -> None:
    assert counties(graph) == set(PAIR)
    graph.judge(*PAIR, same=True, reason="同一园区")
    assert counties(graph) == set()
    again = kg.build(room("seeds") / "gold" / "seed-001.jsonl", graph.folder)
    assert counties(again) == set()
    homes = {d["name"] for _, d in again.networkx().nodes(data=True) if d["label"] == "Region"}
    assert "*县〔seed-001、seed-002〕" in homes or "X县〔seed-001、seed-002〕" in homes


def test_a_rejected_suggestion_is_made_no_more(
    graph: kg.Graph, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["judge", *PAIR, "--different", "-g", str(graph.folder)]) == 0
    assert "≠" in capsys.readouterr().out
    assert counties(kg.open(graph.folder)) == set()


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        (("没有这个县", PAIR[0]), "没有"),
        ((PAIR[0], PAIR[0]), "已是同一个"),
        ((PAIR[0], "X梦幻夜项目〔seed-001〕"), "类型不同"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    graph: kg.Graph, pair: tuple[str, str], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        graph.judge(*pair, same=True)
