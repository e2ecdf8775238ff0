"""Dates and periods in normal form, relative to the report's period."""

import pytest

from kg.extract.frame import Frame
from kg.extract.outline import find_outline
from kg.extract.periods import form, months_of
from kg.extract.times import find_times, times
from kg.model import Document, Source


def read(text: str, report: str | None = "2023-H1") -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.value) for t in times(text, report)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("今年", "2023"),
        ("去年", "2022"),
        ("明年", "2024"),
        ("今年以来", "2023-H1"),
        ("上半年", "2023-H1"),
        ("2022年上半年", "2022-H1"),
        ("1-8月", "2023-01/2023-08"),
        ("1－5月", "2023-01/2023-05"),
        ("一至九月", "2023-01/2023-09"),
        ("1-6月", "2023-H1"),
        ("1-3月", "2023-Q1"),
        ("一季度", "2023-Q1"),
        ("前三季度", "2023-01/2023-09"),
        ("今年前三个月", "2023-Q1"),
        ("8月", "2023-08"),
        ("2023年3月", "2023-03"),
        ("2023年3月15日", "2023-03-15"),
        ("2023-03-15", "2023-03-15"),
        ("年底", "2023-12"),
        ("2025年底", "2025-12"),
        ("年内", "2023"),
        ("近4年", "2020/2023"),
        ("“十四五”期间", "2021/2025"),
        ("“十四五”末", "2025"),
        ("本月", "2023-06"),
        ("2020-2022年", "2020/2022"),
        ("2001年至2011年", "2001/2011"),
        ("二〇二三年", "2023"),
        ("*月", "2023"),
        ("X-X月", "2023"),
        ("*年*月", None),
    ],
)
def test_normal_forms(text, value):
    assert read(text) == [(text, value)]


def test_a_heading_with_a_year_gives_it_to_the_times_under_it():
    found = list(times("2024年工作打算 全年", "2023", [(0, 2024)]))
    assert [t.value for t in found] == ["2024", "2024"]


def test_a_year_after_a_verb_of_completion_is_none():
    assert not list(times("项目建成后年产值3亿元", "2023"))


def test_no_year_no_value():
    assert read("3月15日", None) == [("3月15日", None)]


def test_a_bare_month_takes_the_year_of_its_sentence():
    assert read("2019年5月成立，8月投产。10月扩建", "2023") == [
        ("2019年5月", "2019-05"),
        ("8月", "2019-08"),
        ("10月", "2023-10"),
    ]


@pytest.mark.parametrize(
    "text", ["比上年增长", "去年同期", "第三产业", "100年", "完成全年任务", "年产3万吨"]
)
def test_no_times_of_the_fact(text):
    assert read(text) == []


@pytest.mark.parametrize(
    "period", ["2023", "2023-H1", "2023-Q3", "2023-05", "2021/2025", "2022-01/2022-08"]
)
def test_forms_round_trip(period):
    assert form(months_of(period)) == period


def test_news_without_a_period_takes_the_year_it_was_printed_in():
    text = "继3月23日开工后，去年11月签约的项目投产。2022半年报显示，上半年增长。"
    said = [t.value for t in times(text, None, year=2023)]
    assert said == ["2023-03-23", "2022-11", "2022", "2022-H1"]


@pytest.mark.parametrize(
    ("title", "period", "value"),
    [
        ("某县2023年工作总结", "2023", "2024-04"),
        ("某县2023年上半年工作总结", "2023-H1", "2023-04"),
        ("某县2023年工作要点", "2023", "2023-04"),
    ],
)
def test_plans_of_a_whole_years_report_are_for_the_next(title, period, value):
    text = f"{title}\n一、工作成效\n新签项目3个。\n二、下步计划\n推进甲项目4月投产。"
    frame = Frame(Document(Source("t", title=title, period=period), text, text, range(len(text))))
    find_outline(frame)
    find_times(frame)
    assert frame.times[-1].value == value
