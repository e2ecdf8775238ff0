"""The kit for Neo4j Browser: a zip of questions in Chinese folders, and the style of the graph."""

import re
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError, OntologyError
from kg.rooms import room
from kg.show import browser_kit
from kg.store.neo4j import Neo4jStore
from kg.vocabulary import edge_forms, load, node_forms


def rules() -> dict[str, str]:
    """The style's rules by selector."""
    return dict(re.findall(r"^([\w.]+) \{\n(.*?)^\}\n", browser_kit.style(), re.M | re.S))


def test_the_zip_holds_readme_style_and_every_question(tmp_path: Path) -> None:
    browser_kit.write(tmp_path / "kit.zip")
    with zipfile.ZipFile(tmp_path / "kit.zip") as kit:
        names = kit.namelist()
        assert kit.read("kg.grass").decode() == browser_kit.style()
        assert "拖到" in kit.read("先读我 README.txt").decode()
    assert "项目进展/signed-never-started.cypher" in names
    questions = [p for p in room("queries").glob("*/*.cypher") if p.parent.name != "support"]
    assert len([name for name in names if name.endswith(".cypher")]) == len(questions)


def test_the_same_questions_give_the_same_bytes(tmp_path: Path) -> None:
    browser_kit.write(tmp_path / "a.zip")
    browser_kit.write(tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_question_begins_with_its_title_and_the_line_to_edit_is_in_sight() -> None:
    for name, text in browser_kit.files():
        if name.endswith(".cypher"):
            head = text.splitlines()[:4]
            assert head[0].startswith("// "), name
            assert any("← 改这里" in line for line in head), name
            assert "// about:" in text, name


@pytest.mark.neo4j
def test_every_question_of_the_kit_is_a_query(neo4j_store: Neo4jStore) -> None:
    for name, text in browser_kit.files():
        if name.endswith(".cypher"):
            assert neo4j_store.select(text)[1] == [], name


def test_every_label_and_every_type_has_its_rule() -> None:
    found = rules()
    assert {f"node.{label}" for label in node_forms()} <= found.keys()
    assert {f"relationship.{kind}" for kind in edge_forms()} <= found.keys()


def test_plans_goals_and_failures_have_colours_of_their_own() -> None:
    found = rules()
    tenses = {name: row["colour"] for name, row in load("style.yaml")["tenses"].items()}
    for kind, tense in [
        ("SIGNED_AT", "reached"), ("REACHED", "reached"), ("HAS_FIGURE", "reached"),
        ("PLANNED", "planned"), ("PLANNED_SIGNED_AT", "planned"), ("HAS_TARGET", "planned"),
        ("FAILED", "failed"),
    ]:  # fmt: skip
        assert f"color: {tenses[tense]};" in found[f"relationship.{kind}"], kind
    assert len(set(tenses.values())) == 3


def test_the_ink_is_readable_on_every_colour() -> None:
    for label, look in load("style.yaml")["labels"].items():
        assert _contrast(look["colour"], "#1f2933") >= 4.5, label


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_where_nothing_can_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="不能写入"):
        browser_kit.write(tmp_path / "none" / "kit.zip")


def test_a_query_without_title_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "views").mkdir()
    (tmp_path / "views" / "x.cypher").write_text("MATCH (n) RETURN n", "utf-8")
    monkeypatch.setattr(browser_kit, "room", lambda _name: tmp_path)
    with pytest.raises(OntologyError, match=r"x\.cypher:1"):
        list(browser_kit.files())
