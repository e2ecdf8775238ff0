"""Ad-hoc queries: bounded in rows and time, and given in every format of an answer."""

import io
import json
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from kg.ask import adhoc
from kg.ask.run import ask
from kg.errors import InputError, QueryError
from kg.graph.form import Graph
from kg.store import rdf
from kg.store.neo4j import Neo4jStore

NAMES = "SELECT ?c ?n { ?x a kg:Stage ; kg:code ?c ; kg:order ?n } ORDER BY ?n"
STAGES = " . ".join(
    f"?x{n} a kg:Stage ; kg:order ?n{n}" for n in range(7)
)  # twelve stages: 12 ** 7 rows
LONG = f"SELECT (SUM(?n0) AS ?n) {{ {STAGES} }}"


def test_the_rows_past_the_limit_are_said_to_be_there(labelled: Callable[[bool], Graph]) -> None:
    store = rdf.oxigraph(labelled(True))
    some = adhoc.sparql(store, NAMES, limit=2)
    assert some.rows == (("lead", 1), ("negotiating", 2))
    assert some.remark is not None
    assert "2 行" in some.remark
    exact = adhoc.sparql(store, NAMES, limit=12)
    assert len(exact.rows) == 12
    assert exact.remark is None
    assert adhoc.sparql(store, NAMES).remark is None


@pytest.mark.parametrize("limit", [0, -1])
def test_a_limit_is_a_number_of_rows(labelled: Callable[[bool], Graph], limit: int) -> None:
    with pytest.raises(QueryError, match="limit"):
        adhoc.sparql(rdf.oxigraph(labelled(True)), NAMES, limit=limit)


def test_a_query_that_takes_too_long_is_given_up(labelled: Callable[[bool], Graph]) -> None:
    store = rdf.oxigraph(labelled(True))
    before = time.monotonic()
    with pytest.raises(QueryError, match=r"0\.1 秒"):
        adhoc.sparql(store, LONG, timeout=0.1)
    assert time.monotonic() - before < 5


def test_a_fault_within_the_time_is_told_as_it_is(labelled: Callable[[bool], Graph]) -> None:
    with pytest.raises(QueryError, match="SPARQL"):
        adhoc.sparql(rdf.oxigraph(labelled(True)), "SELECT ?", timeout=5)


def test_every_format() -> None:
    rows = adhoc.Rows(("name", "说"), (("=1+2", ["甲", "乙"]), ("b\x1b[2J", None)), 2, cut=True)
    assert "甲 | 乙" in rows.render()
    assert "\x1b" not in rows.render()
    assert rows.render("csv").startswith("\ufeffname,说\n'=1+2,甲 | 乙\n")
    assert json.loads(rows.render("json"))[0] == {"name": "=1+2", "说": ["甲", "乙"]}
    sheet = openpyxl.load_workbook(io.BytesIO(rows.xlsx()))["rows"]
    assert [cell.value for cell in sheet[2]] == ["=1+2", "甲 | 乙"]
    assert list(rows.to_pandas().columns) == ["name", "说"]
    with pytest.raises(QueryError):
        rows.render("xml")


def test_json_knows_no_infinity() -> None:
    rows = adhoc.Rows(("n",), ((float("inf"),), (float("nan"),)))
    assert json.loads(rows.render("json")) == [{"n": "inf"}, {"n": "nan"}]


def test_an_answer_is_saved_in_the_format_of_its_suffix(
    labelled: Callable[[bool], Graph], tmp_path: Path
) -> None:
    answer = ask(labelled(True), "park-load")
    for suffix in ("csv", "json", "xlsx", "txt"):
        answer.save(tmp_path / f"a.{suffix}", evidence=True)
    assert (tmp_path / "a.csv").read_text("utf-8") == answer.render("csv", evidence=True)
    assert (tmp_path / "a.txt").read_text("utf-8") == answer.render(evidence=True)
    read = pd.read_excel(tmp_path / "a.xlsx", sheet_name=None)
    assert list(read) == ["答案", "依据", "原句"]
    assert list(read["答案"]["园区"]) == [row[0] for row in answer.rows]
    assert {quote.text for row in answer.rows for quote in answer.evidence(row)} == set(
        read["原句"]["原句"]
    )
    with pytest.raises(InputError, match=r"\.doc"):
        answer.save(tmp_path / "a.doc")
    with pytest.raises(InputError, match="written"):
        answer.save(tmp_path / "none" / "a.csv")


@pytest.mark.neo4j
def test_cypher_is_bounded_alike(neo4j_store: Neo4jStore) -> None:
    rows = adhoc.cypher(neo4j_store, "UNWIND range(1, 9) AS n RETURN n, {a: n} AS m", limit=2)
    assert rows.rows == ((1, {"a": 1}), (2, {"a": 2}))
    assert rows.cut
    assert rows.render("csv") == '\ufeffn,m\n1,"{""a"": 1}"\n2,"{""a"": 2}"\n'
    with pytest.raises(QueryError, match="超时"):
        adhoc.cypher(neo4j_store, "UNWIND range(1, 100000000000) AS n RETURN count(n)", timeout=0.5)
