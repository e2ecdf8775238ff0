"""`kg check`: a planted mistake is told with its fact, document and sentence, in both languages."""

import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.store import rdf
from kg.store.shacl_report import Finding, findings

from .rdf_graphs import EVIDENCE, edge, node, small

EVENT, PROJECT, REGION = (f"<urn:county-kg:id/{x}/1>" for x in ("Event", "Project", "Region"))
SIGNED_AT, FIGURE = "<urn:county-kg:id/Fact/1>", "<urn:county-kg:id/Figure/1>"


def found(update: str) -> Finding:
    """The first thing that is found after one mistake."""
    graph = rdf.rdflib_graph(small())
    graph.update(update)
    return findings(graph)[0]


def test_a_graph_in_form_has_none() -> None:
    assert findings(small()) == []


def test_a_fact_is_told_in_words_with_its_sentence() -> None:
    one = found(
        f"DELETE {{ {SIGNED_AT} kg:confidence ?c }} INSERT {{ {SIGNED_AT} kg:confidence 2 }} "
        f"WHERE {{ {SIGNED_AT} kg:confidence ?c }}"
    )
    assert one.thing == "青禾米粉项目 — 签约于 → 首届米粉节"
    assert (one.source, one.sentence) == ("报告甲 第二节", "节上签约了米粉项目")
    assert (one.node, one.path, one.value) == ("Fact/1", "kg:confidence", "2")
    assert "0" in one.zh
    assert "between 0 and 1" in one.en


def test_a_figure_is_told_with_its_subject_and_indicator() -> None:
    one = found(f"INSERT DATA {{ {FIGURE} kg:value 0 }}")
    assert one.thing == "青禾米粉项目 总投资 *亿元"
    assert one.sentence == EVIDENCE["quote"]


def test_a_thing_is_told_with_a_sentence_about_it() -> None:
    one = found(f"INSERT DATA {{ {EVENT} kg:colour 'red' }}")
    assert one.thing == "首届米粉节"
    assert (one.source, one.sentence) == ("报告甲 第二节", "节上签约了米粉项目")


def test_a_thing_that_is_only_named_is_told_with_the_passage() -> None:
    graph = small()
    node(graph, "Policy/1", "若干措施", said_name="若干措施", masked=False)
    edge(graph, ("Passage/1", "Policy/1"), "MENTIONS", "Link/9")
    triples = rdf.rdflib_graph(graph)
    triples.update("INSERT DATA { <urn:county-kg:id/Policy/1> kg:colour 'red' }")
    assert findings(triples)[0].source == "报告甲"


def test_what_nobody_names_is_told_without_a_place() -> None:
    one = found("INSERT DATA { stage:signed kg:edition 1 }")
    assert one.thing == "签约"
    two = found(f"DELETE WHERE {{ {REGION} a ?c }}")
    assert two.broken


def test_what_is_broken_comes_before_what_is_for_review() -> None:
    graph = rdf.rdflib_graph(small())
    graph.update(
        f"DELETE {{ {SIGNED_AT} kg:quote ?q ; prov:wasDerivedFrom ?p }} "
        f"INSERT {{ {PROJECT} kg:colour 'red' }} "
        f"WHERE {{ {SIGNED_AT} kg:quote ?q ; prov:wasDerivedFrom ?p }}"
    )
    assert [one.severity for one in findings(graph)] == ["Violation", "Warning"]


class TestCommand:
    @pytest.fixture
    def good(self, tmp_path: Path) -> Path:
        rdf.write(small(), tmp_path / "good.ttl")
        return tmp_path / "good.ttl"

    @pytest.fixture
    def bad(self, good: Path) -> Path:
        text = good.read_text("utf-8")
        spoilt = text.replace('kg:confidence "0.9"', 'kg:confidence "9"').replace(
            "kg:confidence 0.9", "kg:confidence 9.0E0"
        )
        assert spoilt != text
        path = good.with_name("bad.ttl")
        path.write_text(spoilt, "utf-8")
        return path

    def test_a_good_file(self, good, capsys) -> None:
        assert main(["check", str(good)]) == 0
        assert "0 处不符" in capsys.readouterr().err

    def test_a_bad_file(self, bad, capsys) -> None:
        assert main(["check", str(bad)]) == 1
        said = capsys.readouterr()
        assert "“节上签约了米粉项目”" in said.out
        assert "—— 报告甲 第二节" in said.out
        assert "青禾米粉项目 — 签约于" in said.out.replace("\n", "")

    def test_as_json_and_as_a_workbook(self, bad, tmp_path, capsys) -> None:
        assert main(["check", str(bad), "--format", "json"]) == 1
        rows = json.loads(capsys.readouterr().out)
        assert {row["sentence"] for row in rows} == {"节上签约了米粉项目"}
        assert main(["check", str(bad), "-o", str(tmp_path / "x.xlsx")]) == 1

    def test_a_graph_folder(self, tmp_path, capsys) -> None:
        lines = tmp_path / "lines.jsonl"
        fact: dict[str, object] = {
            "kind": "fact", "doc": "报告乙", "subject": {"type": "Project", "name": "某项目"},
            "predicate": "at_stage", "object": {"type": "Stage", "name": "signed"}, "value": None,
            "qualifiers": {}, "evidence": [],
        }  # fmt: skip
        lines.write_text(json.dumps(fact, ensure_ascii=False), "utf-8")
        main(["build", str(lines), "-o", str(tmp_path / "g")])
        capsys.readouterr()
        assert main(["check", "-g", str(tmp_path / "g")]) == 0
        said = capsys.readouterr()
        assert "待复核" in said.out
        assert "报告乙" in said.out

    def test_what_is_no_rdf(self, tmp_path, capsys) -> None:
        assert main(["check", str(tmp_path / "none.ttl")]) == 2
        assert "none.ttl" in capsys.readouterr().err
