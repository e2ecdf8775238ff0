"""The interchange: what is parsed, what is printed, and what is refused with a remedy."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.interchange import dump, parse
from kg.model import Entity, Reading, Ref, Source, Span, Statement
from kg.rooms import room

FACT = {
    "kind": "fact",
    "doc": "a",
    "subject": {"type": "Project", "name": "青禾食品项目"},
    "predicate": "at_stage",
    "object": {"type": "Stage", "name": "started"},
}
FIGURE = FACT | {"predicate": "measured", "object": None, "qualifiers": {"indicator": "用地"}}


def lines(*said: Mapping[str, object]) -> str:
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in said)


@pytest.mark.parametrize("gold", sorted((room("seeds") / "gold").glob("*.jsonl")))
def test_the_labelled_files_parse_and_print_to_a_fixed_point(gold: Path) -> None:
    (reading,), problems = parse(gold.read_text("utf-8"), gold.name)
    assert problems == []
    assert reading.source.id == gold.stem
    assert parse(dump(reading), gold.name) == ([reading], [])
    said = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    printed = [json.loads(line) for line in dump(reading).splitlines()]
    assert len(printed) == len(said)
    values = [line["value"] for line in said if line["kind"] == "fact"]
    again = [line["value"] for line in printed if line["kind"] == "fact"]
    assert [(value, type(value)) for value in again] == [(value, type(value)) for value in values]


def test_a_line_becomes_the_value_it_says() -> None:
    entity = {
        "kind": "entity", "doc": "a", "type": "Region", "name": "*县",
        "aliases": ["我县", "home"], "masked": True, "mentions": [[3, 5]],
    }  # fmt: skip
    figure = FACT | {
        "predicate": "has_investment", "object": None, "value": 5354000000,
        "qualifiers": {"unit": "CNY", "status": None}, "rule": "money.total", "confidence": 0.9,
        "evidence": [{"start": 0, "end": 2, "quote": "投资", "place": "第三节"}],
    }  # fmt: skip
    readings, problems = parse("\ufeff" + lines(entity, figure) + "\r\n\n", "a.jsonl")
    assert problems == []
    assert readings == [
        Reading(
            Source("a", region=Ref("Region", "*县")),  # from the entity with the alias home
            (Entity("Region", "*县", ("我县", "home"), masked=True, mentions=((3, 5),)),),
            (
                Statement(
                    Ref("Project", "青禾食品项目"), "has_investment", None, 5354000000,
                    {"unit": "CNY"}, (Span(0, 2, "投资", "第三节"),), 0.9, "money.total",
                ),
            ),
        )
    ]  # fmt: skip


def test_only_what_makes_the_fact_must_be_there() -> None:
    readings, problems = parse(lines(FACT, FACT | {"doc": "b", "optional": True}), "a.jsonl")
    assert problems == []
    assert [reading.source.id for reading in readings] == ["a", "b"]
    assert readings[0].statements[0].evidence == ()
    assert readings[0].statements[0].confidence == 1.0
    assert readings[1].statements[0].optional


@pytest.mark.parametrize(
    ("line", "zh", "en"),
    [
        ("{", "不是 JSON（第 2 列）", "is no JSON (column 2)"),
        ("[1]", "JSON 对象", "JSON object"),
        ('{"doc": "a", "x": NaN}', "NaN 不是数字", "NaN is no number"),
        ("[" * 100_000, "不是可读的 JSON", "no readable JSON"),
        ({"kind": "fact"}, "缺 doc", "needs doc"),
        ({"kind": "node", "doc": "a"}, "kind 应为", "not 'node'"),
        ({"kind": "document", "doc": "a", "region": "县"}, "region 应为", "region must be"),
        ({"kind": "document", "doc": "a", "title": 3}, "缺 title（文字）", "needs title (text)"),
        ({"kind": "document", "doc": "a", "period": "上半年"}, "不合写法", "write 2023"),
        ({"kind": "entity", "doc": "a", "type": "Firm", "name": "x"}, "没有 type", "use Region"),
        ({"kind": "entity", "doc": "a", "type": "Park"}, "缺 name", "needs name"),
        (
            {"kind": "entity", "doc": "a", "type": "Park", "name": "x", "aliases": "y"},
            "aliases 应为列表", "aliases must be a list",
        ),
        (
            {"kind": "entity", "doc": "a", "type": "Park", "name": "x", "mentions": [[5, 3]]},
            "mentions 应为", "mentions must be",
        ),
        (
            {"kind": "entity", "doc": "a", "type": "Park", "name": "x", "masked": 1},
            "masked 应为 true", "masked must be true",
        ),
        (FACT | {"predicate": "is_at"}, "没有 predicate 'is_at'", "unknown predicate"),
        (FACT | {"subject": None}, "subject 应为", "subject must be"),
        (FACT | {"object": None}, "object 应为", "object must be"),
        (FACT | {"object": {"type": "Stage", "name": "开工"}}, "没有 Stage '开工'", "use lead"),
        (FACT | {"value": 3}, "at_stage 不带 value", "takes an object, no value"),
        (FIGURE | {"value": "3"}, "value 应为数字", "value must be a number"),
        (FIGURE | {"value": True}, "value 应为数字", "value must be a number"),
        (FIGURE, "被遮蔽的写 masked", "or masked: true"),
        (FIGURE | {"value": 1, "qualifiers": {}}, "indicator", "needs qualifiers.indicator"),
        (FACT | {"predicate": "formerly_named", "object": None}, "缺 value", "needs value"),
        (FACT | {"qualifiers": {"status": "done"}}, "没有 status", "use reached"),
        (FACT | {"qualifiers": {"date": "7月"}}, "date '7月' 不合写法", "date '7月'"),
        (FACT | {"qualifiers": {"by": ["x"]}}, "qualifiers.by", "must be text or a number"),
        (FACT | {"qualifiers": "x"}, "qualifiers 应为对象", "must be an object"),
        (FACT | {"confidence": 2}, "confidence 应为 0 到 1", "from 0 to 1"),
        (FACT | {"evidence": [{"quote": "x"}]}, "start < end", "start < end"),
        (
            FACT | {"evidence": [{"start": 0, "end": 9, "quote": "x"}]},
            "长度不符", "not as long as",
        ),
    ],
)  # fmt: skip
def test_a_bad_line_is_one_problem_and_the_rest_goes_on(
    line: str | dict[str, object], zh: str, en: str
) -> None:
    said = line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)
    readings, problems = parse(f"{lines(FACT)}\n{said}\n{lines(FACT)}\n", "facts.jsonl")
    assert len(readings) == 1
    assert len(readings[0].statements) == 2
    (problem,) = problems
    assert problem.startswith("facts.jsonl:2: ")
    assert "\n" not in problem
    chinese, _, english = problem.partition(" / ")
    assert zh in chinese
    assert en in english


def test_two_different_document_lines_are_a_problem_two_equal_ones_are_not() -> None:
    line = {"kind": "document", "doc": "a", "title": "总结"}
    readings, problems = parse(lines(line, line, line | {"title": "汇报"}), "a.jsonl")
    assert [reading.source.title for reading in readings] == ["总结"]
    assert len(problems) == 1
    assert problems[0].startswith("a.jsonl:3: ")


NAMES = st.text(min_size=1, max_size=8).filter(str.strip)
ENTITIES = st.builds(Entity, st.sampled_from(["Park", "Project"]), NAMES, masked=st.booleans())
SPANS = NAMES.map(lambda quote: Span(5, 5 + len(quote), quote))
FIGURES = st.builds(
    lambda name, value, span, confidence: Statement(
        Ref("Project", name), "has_investment", None, value, {"unit": "CNY"}, (span,), confidence
    ),
    NAMES,
    st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    SPANS,
    st.floats(0, 1),
)


@given(NAMES, st.lists(ENTITIES, max_size=4), st.lists(FIGURES, max_size=4))
def test_what_is_printed_is_read_back(
    doc: str, entities: list[Entity], figures: list[Statement]
) -> None:
    reading = Reading(Source(doc), tuple(entities), tuple(figures))
    assert parse(dump(reading), "x") == ([reading], [])
