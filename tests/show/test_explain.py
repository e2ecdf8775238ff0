"""A document explained: names and facts in place, and what differs from the labels."""

import io

import pytest
from rich.console import Console

from kg import interchange
from kg.cli import main
from kg.errors import InputError
from kg.model import Entity, Reading, Ref, Source, Span, Statement
from kg.show.explain import explain
from kg.show.explain_page import explain_page
from kg.show.explain_text import print_explanation
from kg.show.labels import labels_of
from kg.show.wording import wording

TEXT = "一、成效\n首届茶叶节上签约青禾食品米粉项目，计划年底开工。\n</script><b>糖厂</b>\n"
PROJECT, FAIR = Ref("Project", "青禾食品米粉项目"), Ref("Event", "首届茶叶节")


def entity(ref, **said):
    at = TEXT.index(ref.name)
    return Entity(ref.type, ref.name, mentions=((at, at + len(ref.name)),), **said)


def fact(subject, predicate, target, quote, **said):
    at = TEXT.index(quote)
    return Statement(
        subject,
        predicate,
        target,
        None,
        said,
        (Span(at, at + len(quote), quote, "成效"),),
        0.8,
        "x.y",
    )


SIGNED = fact(PROJECT, "signed_at", FAIR, "首届茶叶节上签约青禾食品米粉项目")
PLANNED = fact(PROJECT, "at_stage", Ref("Stage", "started"), "计划年底开工", status="planned")
COMPANY = Ref("Company", "青禾食品")
SUGAR = Ref("Company", "</script><b>糖厂</b>")
FOUND = Reading(
    Source("甲", "总结"),
    (entity(PROJECT), entity(FAIR), entity(COMPANY), entity(SUGAR)),
    (SIGNED, PLANNED),
    TEXT,
)
LABELS = Reading(
    Source("甲"),
    (entity(PROJECT), entity(FAIR), entity(COMPANY, optional=True)),
    (SIGNED, Statement(PROJECT, "invested_by", COMPANY)),
)


def test_the_pieces_are_the_text_again_and_the_names_stand_in_it():
    told = explain(FOUND, TEXT)
    lines = ["".join(piece.text for piece in p.pieces) for p in told.paragraphs]
    assert "".join(lines) == TEXT
    inner = next(p for p in told.paragraphs[1].pieces if p.text == "青禾食品")
    assert [named.entity.name for named in inner.names] == ["青禾食品米粉项目", "青禾食品"]


def test_a_fact_stands_beside_the_paragraph_of_its_quote():
    told = explain(FOUND, TEXT)
    assert [[said.fact for said in p.facts] for p in told.paragraphs] == [[], [SIGNED, PLANNED], []]
    quoted = [p.text for p in told.paragraphs[1].pieces if 1 in p.facts]
    assert "".join(quoted) == "计划年底开工"


def test_labels_tell_right_from_wrong_missed_and_defensible():
    told = explain(FOUND, TEXT, LABELS)
    assert {named.entity.name: named.verdict for named in told.names} == {
        PROJECT.name: "right", FAIR.name: "right", COMPANY.name: "open", SUGAR.name: "wrong",
    }  # fmt: skip
    assert [(said.fact.predicate, said.verdict) for said in told.facts] == [
        ("signed_at", "right"), ("at_stage", "wrong"), ("invested_by", "missed"),
    ]  # fmt: skip
    assert told.paragraphs[1].facts[-1].fact.predicate == "invested_by"  # where its names stand


def test_a_missed_fact_of_names_that_are_not_in_the_text_stands_at_the_end():
    lost = Statement(Ref("Company", "无此厂"), "in_chain", Ref("Chain", "无此链"))
    told = explain(FOUND, TEXT, Reading(Source("甲"), (), (lost,)))
    assert [said.fact for said in told.nowhere] == [lost]


def test_every_fact_stands_once_and_a_long_paragraph_is_cut_after_sentences():
    text = (
        "青禾县签约项目三个，总投资二十亿元，都已经办好各项手续并且开工建设，进展十分顺利，预计明年可以投产达效，带动就业。"
        * 4
    )
    told = explain(Reading(Source("甲")), text)
    assert len(told.paragraphs) == 2
    assert all(p.pieces[-1].text.endswith("。") for p in told.paragraphs)


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (PLANNED, "青禾食品米粉项目 计划达到 开工"),
        (
            Statement(PROJECT, "has_investment", value=2e8, qualifiers={"unit": "CNY"}),
            "青禾食品米粉项目 总投资 2亿元",
        ),
        (
            Statement(
                Ref("Region", "*县"), "measured", value=None,
                qualifiers={"indicator": "到位资金", "measure": "yoy", "kind": "target",
                            "unit": "%", "period": "2023", "masked": True},
            ),
            "*县 目标数据 到位资金 同比 *%（2023）",
        ),
        (Statement(COMPANY, "formerly_named", value="旧食品厂"), "青禾食品 曾用名 旧食品厂"),
        (Statement(Ref("Region", "*县"), "measured", value=3, qualifiers={"indicator": "项目数",
         "measure": "count", "kind": "actual", "unit": "个"}), "*县 实际数据 项目数 3个"),
        (Statement(PROJECT, "has_investment", value=5e6, qualifiers={"unit": "USD"}),
         "青禾食品米粉项目 总投资 500万美元"),
    ],
)  # fmt: skip
def test_a_fact_in_words(statement, words):
    assert str(wording(statement)) == words


def test_the_terminal_shows_plans_verdicts_and_counts():
    out = io.StringIO()
    print_explanation(explain(FOUND, TEXT, LABELS), Console(file=out, width=100))
    printed = out.getvalue()
    assert "┄ 误 wrong 青禾食品米粉项目 计划达到 开工" in printed
    assert "漏 missed 青禾食品米粉项目 投资方 青禾食品" in printed
    assert "误 wrong 2，漏 missed 1" in printed


def test_the_command_prints_and_writes(tmp_path, capsys):
    report, labels = tmp_path / "甲.txt", tmp_path / "甲.jsonl"
    report.write_text(
        "远山县引进青禾食品有限公司年产5万吨米粉项目，总投资2亿元，已开工建设。", "utf-8"
    )
    labels.write_text(interchange.dump(LABELS), "utf-8")
    assert main(["explain", str(report)]) == 0
    assert "总投资 2亿元" in capsys.readouterr().out
    page = tmp_path / "x.html"
    assert main(["explain", str(report), "--gold", str(labels), "--html", str(page)]) == 0
    assert "漏 missed" in page.read_text("utf-8")


def test_labels_of_another_document_are_refused_and_named(tmp_path):
    path = tmp_path / "x.jsonl"
    path.write_text(interchange.dump(LABELS), "utf-8")
    with pytest.raises(InputError, match="甲"):
        labels_of(path, "乙")
    with pytest.raises(InputError, match=r"none\.jsonl"):
        labels_of(tmp_path / "none.jsonl", "乙")


@pytest.fixture
def page(visit, tmp_path):
    path = tmp_path / "x.html"
    path.write_text(explain_page(explain(FOUND, TEXT, LABELS)), "utf-8")
    return visit(path)


@pytest.mark.browser
def test_a_click_on_a_fact_shows_rule_confidence_and_its_words(page):
    button = page.locator(".facts li.planned button")
    button.click()
    why = page.locator(".facts li.planned .why")
    assert "x.y" in why.inner_text()
    assert "0.80" in why.inner_text()
    assert "".join(page.locator(".text .quoted").all_inner_texts()) == "计划年底开工"
    style = "getComputedStyle(document.querySelector('.facts li.planned')).borderTopStyle"
    assert page.evaluate(style) == "dashed"
    page.keyboard.press("Escape")
    assert not why.is_visible()


@pytest.mark.browser
def test_a_click_on_a_name_lights_it_and_its_facts(page):
    page.locator(".text .name", has_text="首届茶叶节").click()
    assert page.locator(".text .lit").all_inner_texts() == ["首届茶叶节"]
    assert page.locator(".facts li.lit").count() == 1
    page.locator("#names button", has_text="青禾食品米粉项目").click()
    assert page.locator(".facts li.lit").count() == 3


@pytest.mark.browser
def test_only_what_differs_can_be_shown(page):
    assert page.locator(".facts li:visible").count() == 3
    page.check("#only")
    assert page.locator(".facts li:visible").count() == 2
    assert page.locator("#names tbody tr:visible").count() == 1


@pytest.mark.browser
def test_markup_in_the_text_is_text(page):
    assert "</script><b>糖厂</b>" in page.inner_text("main")
    assert page.locator("main b:text-is('糖厂')").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious(page, serious, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.locator(".facts button").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert serious(page) == []
