"""The house rules of question files: they run as they stand, and the runner finds its two lines."""

import re
from itertools import chain
from pathlib import Path

import pytest
import yaml

from kg.ask.binding import CYPHER_LINE, LIMIT_LINE, SPARQL_LINE
from kg.ask.catalogue import COMMENT, LISTS, SUPPORT, VIEWS, header, questions, read
from kg.ask.parameters import LIMIT
from kg.rooms import room
from kg.store.rdf import PREFIXES
from kg.store.rdf.names import ELSEWHERE, KG
from kg.vocabulary import edge_forms, local_name, node_forms

ROOM = room("queries")
ASKED = [path for path in sorted(ROOM.glob("*/*.*")) if path.parent.name != VIEWS]
CYPHER = [path for path in ASKED if path.suffix == ".cypher"]
SPARQL = [path for path in ASKED if path.suffix == ".rq"]
LOOKED_AT = sorted((ROOM / VIEWS).glob("*.cypher"))
TYPES = {"text", "date", "number", "integer", "ids"}
COLUMN_TYPES = {"text", "date", "number", "integer", "code", *LISTS}


def body(path: Path) -> str:
    """The query below the header."""
    mark = COMMENT[path.suffix]
    lines = path.read_text("utf-8").split("\n")
    first = next(i for i, line in enumerate(lines) if not line.startswith(mark))
    return "\n".join(lines[first:])


def given(path: Path) -> list[str]:
    """The columns that a question's files give: its own, or what its answer is computed from."""
    question = read(path.with_suffix(".rq"))
    return [column.name for column in question.reads or question.columns]


def label(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def test_every_question_is_a_pair_of_files() -> None:
    assert [p.with_suffix("") for p in CYPHER] == [p.with_suffix("") for p in SPARQL]
    assert {path.suffix for path in ASKED} == {".cypher", ".rq"}
    assert len({path.stem for path in SPARQL}) == len(SPARQL)


@pytest.mark.parametrize("path", SPARQL, ids=label)
def test_both_files_have_the_same_header_complete_in_both_languages(path: Path) -> None:
    titles, said = header(path)
    assert (titles, said) == header(path.with_suffix(".cypher"))
    assert len(titles) == 2
    assert re.search("[一-鿿]", titles[0])
    assert titles[1].isascii()
    assert said.keys() - {"computed"} == {"about", "parameters", "columns"}
    if "computed" in said:  # by networkx, from what the files give: they say so in both languages
        assert said["computed"].keys() == {"zh", "en", "reads"}
        assert "networkx" in said["computed"]["zh"] and "networkx" in said["computed"]["en"]
    assert said["about"].keys() == {"zh", "en"}
    for row in said["parameters"].values():
        assert row.keys() - {"default", "values"} == {"type", "zh", "en"}
        assert row["type"] in TYPES
    for row in said["columns"].values():
        assert row.keys() - {"codes", "unit", "sum"} == {"type", "zh", "en", "about"}
        assert row["type"] in COLUMN_TYPES
        assert row["about"].keys() == {"zh", "en"}
    if path.parent.name != SUPPORT:
        assert list(said["columns"])[-1] == "evidence"
        assert said["columns"]["evidence"]["type"] == "passages"
    assert list(said["parameters"])[-1] == LIMIT


@pytest.mark.parametrize("path", ASKED, ids=label)
def test_one_line_holds_the_parameters_with_the_defaults_of_the_header(path: Path) -> None:
    wanted = {n: p.default for n, p in read(path.with_suffix(".rq")).parameters.items()}
    limit = wanted.pop(LIMIT)
    text = body(path)
    if path.suffix == ".cypher":
        (found,) = CYPHER_LINE.finditer(text)
        assert found.start() == 0  # the first statement
        pairs = (pair.split(": ") for pair in found["body"].split(", "))
        said = {name: yaml.safe_load(value) for name, value in pairs}
    else:
        (found,) = SPARQL_LINE.finditer(text)
        before = re.sub("#.*", "", text[: found.start()])
        assert not re.search(r"\{[^{}]*\?x a |OPTIONAL|UNION", before)  # first pattern of all
        values = found["row"].split()
        names = [name.removeprefix("?") for name in found["names"].split()]
        said = {
            name: None if value == "UNDEF" else yaml.safe_load(value)
            for name, value in zip(names, values, strict=True)
        }
    assert said == wanted
    assert "← 改这里" in found[0]
    assert {int(line["rows"]) for line in LIMIT_LINE.finditer(text)} == {limit}
    assert len(LIMIT_LINE.findall(text)) == len(re.findall(r"\bLIMIT\b(?! 1 \})", text))
    assert text.splitlines()[-1] == f"LIMIT {limit}"


@pytest.mark.parametrize("path", CYPHER, ids=label)
def test_cypher_returns_the_columns_of_the_header_in_order(path: Path) -> None:
    last = body(path).rpartition("\nRETURN ")[2].partition("\nORDER BY")[0]
    flat = _outermost(last)
    names = [piece.rpartition(" AS ")[2].split()[-1] for piece in flat.split(",")]
    assert names == given(path)


@pytest.mark.parametrize("path", SPARQL, ids=label)
def test_sparql_selects_the_columns_of_the_header_in_order(path: Path) -> None:
    first = next(line for line in body(path).splitlines() if line.startswith("SELECT"))
    names = re.findall(r"\?(\w+)", first)
    assert names == given(path)


@pytest.mark.parametrize("path", ASKED, ids=label)
def test_the_last_sort_key_is_unique(path: Path) -> None:
    """The last key is an id, or (in a row of two things) the end of a run of ids."""
    order = body(path).splitlines()[-2]
    assert order.startswith("ORDER BY ")
    last = order.removeprefix("ORDER BY ").replace(",", " ").split()[-1]
    unique = {
        ".cypher": r"\w+\.id|id|document|category|stage",
        ".rq": r"STR\(\?\w+\)|\?(evidence|id|document|category|stage)",
    }
    assert re.fullmatch(unique[path.suffix], last), last


@pytest.mark.parametrize("path", SPARQL, ids=label)
def test_sparql_declares_the_prefixes_it_uses_and_no_other(path: Path) -> None:
    text = body(path)
    declared = dict(re.findall(r"^PREFIX (\w+): <(.*)>$", text, re.MULTILINE))
    used = set(
        re.findall(r"(?<![\w<:])([a-z]+):[A-Za-z]", re.sub(r'"[^"]*"|<[^>\s]*>|#.*', "", text))
    )
    assert declared.keys() == used
    assert declared.items() <= PREFIXES.items()


@pytest.mark.parametrize("path", [*CYPHER, *LOOKED_AT], ids=label)
def test_cypher_names_a_label_in_every_match_and_only_what_the_graph_has(path: Path) -> None:
    text = re.sub(r"'(?:\\.|[^'\\])*'|//.*", "''", body(path))
    for clause in re.findall(r"MATCH ([^\n]*(?:\n\s+[(\-<\[][^\n]*)*)", text):
        assert re.search(r"\(\w*:[A-Z]", clause) or _bound(clause, text), clause
    named = set(re.findall(r"[(\w]:([A-Z][a-z]\w*(?:\|[A-Z][a-z]\w*)*)", text))
    assert set(chain.from_iterable(names.split("|") for names in named)) <= node_forms().keys()
    types = set(re.findall(r"\[\w*:([A-Z_|]+)", text))
    assert set(chain.from_iterable(names.split("|") for names in types)) <= edge_forms().keys()


def _bound(clause: str, text: str) -> bool:
    """Whether both ends of a match without labels were matched with labels before."""
    return all(
        re.search(rf"\({name}:[A-Z]", text) or re.search(rf"AS {name}\b", text)
        for name in re.findall(r"\((\w+)\)", clause)
    )


@pytest.mark.parametrize("path", CYPHER, ids=label)
def test_cypher_keeps_clear_of_the_known_traps(path: Path) -> None:
    text = body(path)
    assert not re.search(r"\bid\(|\bCALL \{|\bexists\(|shortestPath|\$", text)


@pytest.mark.parametrize("path", SPARQL, ids=label)
def test_sparql_keeps_clear_of_the_known_traps(path: Path) -> None:
    text = body(path)
    assert "NOT EXISTS" not in text  # 500 times slower than MINUS in pyoxigraph
    assert not re.search(r"(?:rdfs:label|altLabel) \"", text)  # a label has a language tag
    terms = set(re.findall(r"\bkg:([a-z]\w+)", re.sub(r"<[^>]*>", "", text)))
    known = {local_name(edge) for edge in edge_forms()}
    known |= {iri.removeprefix(KG) for iri in ELSEWHERE.values()}
    known |= {local_name(p) for form in node_forms().values() for p in form.properties}
    known |= {local_name(p) for form in edge_forms().values() for p in form.properties}
    assert terms - known <= {"nowhere"}


def test_the_catalogue_is_what_the_headers_say() -> None:
    assert [q.name for q in questions().values()] == [
        p.stem for p in SPARQL if p.parent.name != SUPPORT
    ]


def _outermost(text: str) -> str:
    """The text without what stands in brackets or strings."""
    text = re.sub(r"'(?:\\.|[^'\\])*'|//.*", "", text)
    while True:
        shorter = re.sub(r"\{[^{}()\[\]]*\}|\([^{}()\[\]]*\)|\[[^{}()\[\]]*\]", "", text)
        if shorter == text:
            return text
        text = shorter


@pytest.mark.parametrize("path", LOOKED_AT, ids=label)
def test_a_view_runs_as_it_stands_and_draws_hubs_only_of_a_few_things(path: Path) -> None:
    """Stages, categories and reports tie everything to everything, unless few things are drawn."""
    titles, said = header(path)
    assert len(titles) == 2
    assert said.keys() == {"about", "parameters"}
    text = body(path)
    (found,) = CYPHER_LINE.finditer(text)
    assert found.start() == 0
    assert text.splitlines()[-1] == f"LIMIT {said['parameters'][LIMIT]['default']}"
    assert "\nRETURN path\n" in text
    narrowed, drawn = text.split("MATCH path", 1)
    assert "Indicator" not in drawn
    if re.search(r"\b(Stage|Designation|Blocker|Document)\b", drawn):
        assert re.search(r"\bLIMIT [1-6]\n", narrowed)
