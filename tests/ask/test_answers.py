"""An answer: printed in the reader's language, as CSV and JSON with the codes, with its basis."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.cells import cell_len

from kg.ask.catalogue import find, print_catalogue, questions
from kg.ask.run import ask, rows
from kg.ask.table import Answer
from kg.errors import OntologyError, QueryError
from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Reading, Ref, Source, Span, Statement

TEXT = """青川县远山木业项目签约，投资*亿元，用地手续未批。
青禾食品项目2023年5月17日在云岭节签约，总投资2亿元。"""
HOME = Entity("Region", "青川县", ("home",))
TIMBER = Entity("Project", "远山木业项目")
FOOD = Entity("Project", "青禾食品项目")
FAIR = Entity("Event", "云岭节")


def say(
    entity: Entity, predicate: str, sentence: int, target: Ref | None = None,
    value: float | None = None, **qualifiers: str | bool,
) -> Statement:  # fmt: skip
    quote = TEXT.split("\n")[sentence]
    start = TEXT.index(quote)
    span = Span(start, start + len(quote), quote, f"第{'一二'[sentence]}段")
    return Statement(entity.ref, predicate, target, value, qualifiers, (span,))


@pytest.fixture
def graph() -> Graph:
    signed = Ref("Stage", "signed")
    return build([Reading(
        Source("report-7", region=HOME.ref, period="2023-H1"),
        (HOME, TIMBER, FOOD, FAIR),
        (
            say(TIMBER, "at_stage", 0, signed),
            say(TIMBER, "has_investment", 0, unit="CNY", masked=True),
            say(TIMBER, "blocked_by", 0, Ref("BlockerCategory", "permits")),
            say(FOOD, "at_stage", 1, signed, date="2023-05-17"),
            say(FOOD, "has_investment", 1, value=200_000_000, unit="CNY"),
            say(FOOD, "signed_at", 1, FAIR.ref),
            say(TIMBER, "signed_at", 0, FAIR.ref),
        ),
        TEXT,
    )])  # fmt: skip


@pytest.fixture
def answer(graph: Graph) -> Answer:
    return ask(graph, "signed-never-started", as_of="2023-06-30")


def test_rows_hold_codes_and_say_every_unknown(answer: Answer) -> None:
    assert answer.columns[:6] == (
        "project", "region", "event", "signed_on", "days_since_signing", "investment",
    )  # fmt: skip
    assert [row[:-1] for row in answer.rows] == [
        ("青禾食品项目", "青川县", "云岭节", "2023-05-17", 44, 200_000_000, "[]", "[]", "[]"),
        ("远山木业项目", "青川县", "云岭节", "unsaid", "unsaid", "masked", "[]", "[]", "permits"),
    ]


def test_every_row_leads_to_its_sentences(answer: Answer) -> None:
    (quote,) = answer.evidence(answer.rows[0])
    assert (quote.source, quote.text) == ("report-7 第二段", TEXT.split("\n")[1])
    assert TEXT[quote.start :].startswith(quote.text)


def test_the_basis_counts_what_the_rows_rest_on(answer: Answer) -> None:
    basis = answer.basis
    assert (basis.reports, basis.cited, basis.regions) == (1, 1, ("青川县",))
    assert (basis.since, basis.until) == ("2023-01-01", "2023-06-30")
    assert (basis.rows, basis.masked, basis.disputed, basis.single) == (2, 1, 0, 2)
    assert not basis.full
    assert "1 行有被遮蔽的数值" in basis.text()
    assert "1 with a masked value" in basis.text("en")


def test_a_sum_beside_a_masked_member_is_marked(graph: Graph) -> None:
    answer = ask(graph, "event-yield")
    assert answer.rows[0][2:6] == (2, 0, 0, 200_000_000)
    assert answer.basis.partial == 1
    assert "1 行的合计未含" in answer.basis.text()


def test_reaching_the_limit_is_said(graph: Graph) -> None:
    answer = ask(graph, "signed-never-started", limit=1)
    assert len(answer.rows) == 1
    assert answer.basis.full
    assert "may be more" in answer.basis.text("en")


def test_a_day_that_plays_no_part_is_said(graph: Graph) -> None:
    assert ask(graph, "event-yield", as_of="2023-06-30").basis.idle == ("as_of",)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"region": "青川县"}, 2),
        ({"region": "白鹭县"}, 0),
        ({"since": "2023-05-17"}, 2),
        ({"since": "2023-06-01"}, 1),
        ({"since": "2023-07-01"}, 0),
        ({"min_investment": 200_000_000}, 1),
        ({"chain": "纺织"}, 0),
    ],
)
def test_parameters_narrow_the_answer(graph: Graph, said: dict[str, object], found: int) -> None:
    assert len(rows(graph, "signed-never-started", **said)) == found


def test_the_table_speaks_the_readers_language(answer: Answer) -> None:
    zh, en = answer.render(width=200), answer.render(width=200, lang="en")
    for word in ("签约日期", "2亿元", "遮蔽", "手续审批", "未说明", "依据"):
        assert word in zh
    for word in ("signed on", "200,000,000", "masked", "permits", "unsaid", "Basis"):
        assert word in en
    assert "masked" not in zh
    assert "Passage/" not in zh


def test_what_is_unknown_in_every_row_is_told_once(answer: Answer) -> None:
    assert answer.render(width=200).count("每行皆同： 投资方 未说明") == 1


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("name", sorted(questions()))
def test_the_table_fits_the_width(name: str, width: int, labelled: Callable[[bool], Graph]) -> None:
    text = ask(labelled(True), name).render(width=width, evidence=True)
    assert max(map(cell_len, text.splitlines())) <= width


def test_evidence_prints_the_sentences_with_document_and_place(answer: Answer) -> None:
    text = answer.render(evidence=True, width=120)
    assert "“青禾食品项目2023年5月17日在云岭节签约，总投资2亿元。”" in text
    assert "—— report-7 第二段" in text


def test_csv_has_a_byte_order_mark_and_the_codes(answer: Answer) -> None:
    text = answer.render("csv")
    assert text.startswith("\ufeffproject,region,event,")
    table = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert table[1]["investment"] == "masked"
    assert table[1]["blockers"] == "permits"
    assert table[0]["days_since_signing"] == "44"
    quoted = list(csv.DictReader(io.StringIO(answer.render("csv", evidence=True)[1:])))
    assert quoted[0]["quotes"].startswith("report-7 第二段: 青禾食品项目")


@pytest.mark.parametrize("name", ["=1+2", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_csv_runs_no_formula(name: str) -> None:
    project = Entity("Project", f"{name}项目")
    said = Statement(project.ref, "at_stage", Ref("Stage", "signed"), None, {}, (Span(0, 1, "签"),))
    answer = ask(build([Reading(Source("d"), (project,), (said,))]), "signed-never-started")
    (row,) = csv.reader(io.StringIO(answer.render("csv").split("\n", 1)[1]))
    assert row[0] in (f"'{answer.rows[0][0]}", f"'{name}项目")


def test_json_has_lists_as_arrays_and_the_basis(answer: Answer) -> None:
    said = json.loads(answer.render("json", evidence=True))
    assert said["rows"][1]["blockers"] == ["permits"]
    assert said["rows"][1]["investors"] == []
    assert said["rows"][0]["quotes"][0]["document"] == "report-7"
    assert said["basis"]["masked"] == 1
    assert said["parameters"]["as_of"] == "2023-06-30"


def test_a_data_frame_has_the_rows_as_they_are(answer: Answer) -> None:
    frame = answer.to_pandas()
    assert list(frame.columns) == list(answer.columns)
    assert frame["investment"].tolist() == [200_000_000, "masked"]


def test_an_unknown_form_is_refused(answer: Answer) -> None:
    with pytest.raises(QueryError, match="xml"):
        answer.render("xml")


def test_an_answer_without_rows_says_so() -> None:
    answer = ask(build([]), "event-yield")
    assert answer.rows == ()
    assert "共 0 行" in answer.render()


def test_a_name_that_the_graph_does_not_have_is_said_with_near_ones(graph: Graph) -> None:
    text = ask(graph, "mentions", entity="远山木业").render()
    assert "图中没有“远山木业”，相近的有：远山木业项目" in text
    assert "near ones: 青禾食品项目" in ask(graph, "mentions", entity="青禾食品").render(lang="en")
    assert "图中没有" not in ask(graph, "mentions", entity="云岭节", since="2030-01-01").render()
    assert "图中没有“啊”" in ask(graph, "project-timeline", project="啊").render()


def test_a_sentence_is_not_repeated_in_shorter_cuts(answer: Answer) -> None:
    (quote,) = answer.evidence(answer.rows[0])
    cut = replace(quote, text=quote.text[:-3])
    longer = replace(answer, quotes={"Passage/1": quote, "Passage/2": cut})
    row = (*answer.rows[0][:-1], "Passage/1 | Passage/2")
    assert longer.evidence(row) == (quote,)


def test_a_wide_answer_is_printed_record_by_record(answer: Answer) -> None:
    lines = answer.render(width=40).splitlines()
    assert any(line.split() == ["1", "项目", "青禾食品项目"] for line in lines)
    assert any(line.split() == ["总投资", "2亿元"] for line in lines)
    assert any(line.split() == ["未说明", "签约日期、签约天数"] for line in lines)


def test_a_name_cannot_steer_the_terminal() -> None:
    project = Entity("Project", "\x1b[31m红[bold]项目")
    said = Statement(project.ref, "at_stage", Ref("Stage", "signed"), None, {}, (Span(0, 1, "签"),))
    answer = ask(build([Reading(Source("d"), (project,), (said,))]), "signed-never-started")
    text = answer.render(width=200, evidence=True)
    assert "\x1b" not in text
    assert "[bold]" in text


def test_the_catalogue_lists_titles_and_parameters(capsys: pytest.CaptureFixture[str]) -> None:
    print_catalogue("zh")
    said = capsys.readouterr().out
    assert "signed-never-started" in said
    assert find("event-yield").title["zh"] in said
    assert "passages" not in said
    assert "地区的名称或原文名称，含下级" in said


def test_columns_that_are_not_those_of_the_header_are_an_error() -> None:
    class Wrong:
        def select(self, *_: object) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
            return ("nonsense",), []

    with pytest.raises(OntologyError, match="event-yield"):
        ask(Wrong(), "event-yield")
