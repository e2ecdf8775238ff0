"""The Cypher files of `loaders/`: what they cover, and that data never becomes a statement."""

import re
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.model import ENTITY_TYPES
from kg.rooms import room
from kg.store import loaders
from kg.store.loaders import statement, statements
from kg.vocabulary import edge_forms, node_forms


def test_every_label_has_its_constraint() -> None:
    found = [re.search(r"FOR \(n:(\w+)\)", text) for text in statements("constraints.cypher")]
    assert [match and match[1] for match in found] == list(node_forms())


def test_the_names_of_every_entity_and_every_sentence_are_indexed() -> None:
    names, texts = statements("fulltext.cypher")
    found = re.search(r"FOR \(n:([\w|]+)\)", names)
    assert found is not None
    assert set(found[1].split("|")) == set(ENTITY_TYPES)
    assert "cjk" in names
    assert "cjk" in texts
    for name in re.findall(r"n\.(\w+)", names):
        assert all(name in node_forms()[label].properties for label in ENTITY_TYPES), name


def test_a_template_is_filled_with_declared_names() -> None:
    assert "MERGE (n:`Project` {id: row.id})" in statement("nodes.cypher", label="Project")
    text = statement("edges.cypher", **{"type": "SIGNED_AT", "from": "Project", "to": "Event"})
    assert "MERGE (a)-[r:`SIGNED_AT` {id: row.properties.id}]->(b)" in text
    assert "{" not in re.sub(r"\{id: [\w.]+\}", "", text.partition("UNWIND")[2])


@pytest.mark.parametrize("name", ["Film", "", "Project`) DETACH DELETE n //", "project", "*"])
def test_nothing_that_is_not_declared_becomes_part_of_a_statement(name: str) -> None:
    with pytest.raises(OntologyError, match="没有声明"):
        statement("nodes.cypher", label=name)


def test_a_placeholder_without_a_name_is_told() -> None:
    with pytest.raises(OntologyError, match=r"edges\.cypher.*`\{from\}`"):
        statement("edges.cypher", type=next(iter(edge_forms())))


def test_a_missing_file_is_told() -> None:
    with pytest.raises(OntologyError, match=r"nowhere\.cypher"):
        statements("nowhere.cypher")


def test_statements_end_where_a_line_ends_and_comments_alone_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "// 头; head\n\nRETURN ';' AS a;  \n// between;\nRETURN 2\n;\n// the end\n"
    (tmp_path / "x.cypher").write_text(text, "utf-8")
    monkeypatch.setattr(loaders, "room", lambda _name: tmp_path)
    statements.cache_clear()
    found = statements("x.cypher")
    statements.cache_clear()
    assert [piece.splitlines()[-1] for piece in found] == ["RETURN ';' AS a", "RETURN 2"]


def test_every_file_begins_with_what_it_does_in_both_languages() -> None:
    for path in room("loaders").glob("*.cypher"):
        head = path.read_text("utf-8").partition("\n\n")[0]
        assert re.match(r"// .*[一-鿿]", head), path
        assert re.search(r"[A-Za-z]{4} [a-z]", head), path
