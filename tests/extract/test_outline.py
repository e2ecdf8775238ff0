"""The outline: headings in every printed style, what their parts speak of, sentences."""

import pytest

from kg.extract.frame import Frame
from kg.extract.outline import find_outline, kind_of
from kg.model import Document, Source


def outlined(text: str, period: str | None = None) -> Frame:
    frame = Frame(Document(Source("t", period=period), text, text, range(len(text))))
    find_outline(frame)
    return frame


def kinds(text: str) -> list[tuple[str, str | None]]:
    return [(s.heading, s.kind) for s in outlined(text).sections if s.level]


def test_numbered_headings_and_what_is_inherited():
    text = (
        "青禾县工作总结\n一、工作成效\n（一）招商引资。签约3个项目。\n二、存在问题\n1.用地难。指标不足。\n"
        "三、下步打算\n（一）抓签约\n一是强化保障。推动开工。二是做好服务。早日投产。"
    )
    assert kinds(text) == [
        ("工作成效", "done"),
        ("招商引资", "done"),
        ("存在问题", "problem"),
        ("用地难", "problem"),
        ("下步打算", "plan"),
        ("抓签约", "plan"),
        ("强化保障", "plan"),
        ("做好服务", "plan"),
    ]


def test_headings_without_line_breaks():
    text = (
        "情况如下:一、工作落实情况(一)项目到位。引进2个。(二)夯实基础。开会3次。"
        "二、存在的问题(-)储备不足。项目少。"
    )
    assert [heading for heading, _ in kinds(text)] == [
        "工作落实情况", "项目到位", "夯实基础", "存在的问题", "储备不足",
    ]  # fmt: skip
    assert kinds(text)[-1][1] == "problem"


def test_headings_without_numbers():
    text = (
        "青禾县招商工作\n主要成效\n全年签约12个项目，到位资金充足，进展顺利。\n"
        "下一步计划\n继续抓好产业链招商，推动项目早日开工建设投产。\n"
    )
    assert kinds(text) == [("主要成效", "done"), ("下一步计划", "plan")]


def test_a_heading_that_begins_with_a_year():
    text = "一、2023年工作总结\n签约3个。三、2024年工作打算（一）抓签约。签约5个。"
    assert kinds(text) == [
        ("2023年工作总结", "done"),
        ("2024年工作打算", "plan"),
        ("抓签约", "plan"),
    ]


def test_what_a_plan_will_mend_is_planned():
    text = "下半年工作计划\n（一）补齐商业体系短板\n加快推进市场改造项目建设。\n"
    assert kinds(f"三、{text}")[-1][1] == "plan"


def test_the_later_of_two_years_is_planned():
    text = "一、2022年工作回顾\n签约3个。\n二、2023年主要工作\n签约5个。\n"
    assert kinds(text) == [("2022年工作回顾", "done"), ("2023年主要工作", "plan")]


def test_what_a_plan_will_have_achieved_is_planned():
    text = "三、下步打算\n（一）产业升级取得新突破\n新增企业10家。\n"
    assert kinds(text) == [("下步打算", "plan"), ("产业升级取得新突破", "plan")]


def test_a_decimal_opens_no_part():
    assert kinds("全县增长。1.5亿元到位。2.3万亩完成。") == []


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("工作亮点", "done"),
        ("存在的主要困难", "problem"),
        ("下半年工作计划", "plan"),
        ("目标任务完成情况", "done"),
        ("意见建议", "plan"),
        ("短板弱项", "problem"),
        ("困难和需协调事项", "problem"),
        ("恳请上级协调解决的事项", "plan"),
        ("2024年目标任务", "plan"),
        ("典型做法", "done"),
        ("存在问题及下一步打算", None),
    ],
)
def test_what_a_heading_says(heading, kind):
    assert kind_of(heading, weak=True) == kind


def test_a_sentence_opens_an_enumeration_of_problems():
    text = (
        "一、工作回顾\n全年签约12个项目。在肯定成绩的同时，也要清醒看到问题。一是大项目少。后劲不足。"
        "二是落地慢。用地指标紧张。\n总的看，成绩来之不易。"
    )
    assert kinds(text) == [
        ("工作回顾", "done"),
        ("大项目少", "problem"),
        ("落地慢", "problem"),
    ]
    assert outlined(text).sentences[-1].section.kind == "done"


def test_measures_after_a_plan_are_planned():
    text = "一、工作回顾\n签约。\n二、下步打算\n抓签约。\n三、保障措施\n加强领导。\n"
    assert kinds(text)[-1] == ("保障措施", "plan")


def test_the_title_of_a_plan_makes_all_of_it_a_plan():
    frame = outlined("青禾县2026年招商引资工作计划\n引进项目20个。")
    assert frame.sections[0].kind == "plan"


def test_sentences_and_clauses():
    frame = outlined("全县签约3个项目，总投资1,200万元；开工2个。投产！")
    text = frame.text
    assert [text[s.start : s.end] for s in frame.sentences] == [
        "全县签约3个项目，总投资1,200万元；",
        "开工2个。",
        "投产！",
    ]
    first = frame.sentences[0]
    assert [text[a:b] for a, b in first.clauses] == ["全县签约3个项目", "总投资1,200万元；"]
