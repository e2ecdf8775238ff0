"""What may be said to a question, and how it gets into the query: bound, never glued."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.ask import binding
from kg.ask.catalogue import find
from kg.ask.parameters import checked
from kg.ask.run import rows
from kg.errors import QueryError
from kg.graph.build import build
from kg.model import Entity, Reading, Source, Span, Statement
from kg.store import rdf

NEVER = find("signed-never-started")


def test_what_is_not_said_has_its_default() -> None:
    values = checked(find("mentions"), {})
    assert values == {"entity": "东博会", "region": None, "since": None, "limit": 100}


def test_the_day_asked_on_is_today_unless_said() -> None:
    assert checked(NEVER, {})["as_of"] == date.today().isoformat()
    assert checked(NEVER, {"as_of": "2023-06-30"})["as_of"] == "2023-06-30"


@pytest.mark.parametrize(
    ("name", "said", "understood"),
    [
        ("region", "青川县", "青川县"),
        ("as_of", date(2023, 6, 30), "2023-06-30"),
        ("as_of", datetime(2023, 6, 30, 12), "2023-06-30"),
        ("min_investment", "1e8", 100_000_000),
        ("min_investment", "0.5", 0.5),
        ("min_investment", 10**30, 1e30),
        ("limit", "5", 5),
        ("chain", None, None),
    ],
)
def test_values_are_read_as_their_type(name: str, said: object, understood: object) -> None:
    found = checked(NEVER, {name: said})[name]
    assert (found, type(found)) == (understood, type(understood))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("region", ""),
        ("region", 7),
        ("region", "\ud800"),
        ("as_of", "2023-02-30"),
        ("since", "去年"),
        ("min_investment", "一亿"),
        ("min_investment", "nan"),
        ("min_investment", "inf"),
        ("min_investment", True),
        ("limit", "ten"),
        ("limit", 1.5),
        ("limit", True),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(name: str, said: object) -> None:
    with pytest.raises(QueryError, match=f"signed-never-started.*{name}"):
        checked(NEVER, {name: said})


@pytest.mark.parametrize("limit", [0, -1, 10**9])
def test_a_limit_that_is_no_number_of_rows_is_refused(limit: int) -> None:
    with pytest.raises(QueryError, match="limit"):
        binding.cypher(NEVER, checked(NEVER, {"limit": limit}))


def test_a_parameter_that_the_question_does_not_take_is_refused_with_those_it_takes() -> None:
    with pytest.raises(QueryError, match=r"event-yield.*entity.*region.*since.*limit"):
        checked(find("event-yield"), {"entity": "云岭节"})


def test_the_day_asked_on_may_always_be_said_but_must_be_a_day() -> None:
    assert "as_of" not in checked(find("event-yield"), {"as_of": "2023-06-30"})
    with pytest.raises(QueryError, match="as_of"):
        checked(find("event-yield"), {"as_of": "someday"})


def test_an_unknown_question_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match=r"who-is-who.*event-yield"):
        find("who-is-who")


def test_cypher_has_its_values_beside_the_query() -> None:
    text, sent = binding.cypher(NEVER, checked(NEVER, {"region": "' OR 1=1 //", "limit": 7}))
    assert "WITH $p AS p\n" in text
    assert "OR 1=1" not in text
    assert text.endswith("\nLIMIT 7\n")
    values = checked(NEVER, {"region": "' OR 1=1 //"})
    assert sent == {"p": {name: value for name, value in values.items() if name != "limit"}}


def test_only_the_parameters_and_limits_of_a_file_are_replaced() -> None:
    values = checked(NEVER, {"region": "青川县", "limit": 7})
    for suffix, text in ((".cypher", binding.cypher(NEVER, values)[0]),
                         (".rq", binding.sparql(NEVER, values))):  # fmt: skip
        pairs = zip(NEVER.text(suffix).splitlines(), text.splitlines(), strict=True)
        changed = [old for old, new in pairs if old != new]
        assert len([line for line in changed if "LIMIT 100" not in line]) == 1
        assert changed[-1] == "LIMIT 100"


@pytest.mark.parametrize("hostile", [
    '") } #', "'", "\\", "\\u0041", "\\\\u00410041", "\\U0001F600", "a\nb", "a\r\nb", "\t", "\x00",
    "💡", "$p", "?x", "UNDEF", "{}", "\u2028", '"""', "a\\",
])  # fmt: skip
def test_any_text_arrives_as_it_is(hostile: str) -> None:
    name = f"甲{hostile}乙"
    text = f"{name}已说明"
    quoted = (Span(0, len(text), text),)
    project = Entity("Project", name)
    said = Statement(project.ref, "has_investment", None, 1, {"unit": "CNY"}, quoted)
    graph = build([Reading(Source("doc"), (project,), (said,), text)])
    for store in (rdf.oxigraph(graph), rdf.rdflib_graph(graph)):
        (row,) = rows(store, "mentions", entity=name)
        assert row[2] == text
        assert not rows(store, "mentions", entity=f"{name}!")


@given(st.text())
def test_no_text_gets_out_of_its_place(text: str) -> None:
    if not text.strip():
        return
    query = binding.sparql(find("mentions"), checked(find("mentions"), {"entity": text}))
    assert rdf.select(rdf.oxigraph(build([])), query)[1] == []
    assert len(query.splitlines()) >= len(find("mentions").text(".rq").splitlines())
