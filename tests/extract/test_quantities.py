"""Quantities: money, percentages, points, counts, physical amounts, masks, ranges."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.figures import quantities


def read(text: str) -> list[tuple[str, float | None, str, str]]:
    return [(text[q.start : q.end], q.value, q.unit, q.kind) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("31.6亿元", 3160000000, "CNY", "money"),
        ("１２．５亿元", 1250000000, "CNY", "money"),
        ("1,234.5万元", 12345000, "CNY", "money"),
        ("20多亿元", 2000000000, "CNY", "money"),
        ("50个亿", 5000000000, "CNY", "money"),
        ("3.2亿美元", 320000000, "USD", "money"),
        ("800万港元", 8000000, "HKD", "money"),
        ("两千万元", 20000000, "CNY", "money"),
        ("突破千万元", 10000000, "CNY", "money"),
        ("0.37元/度", 0.37, "元/度", "physical"),
        ("37.17％", 37.17, "%", "percent"),
        ("百分之三十", 30, "%", "percent"),
        ("五成", 50, "%", "percent"),
        ("5成以上", 50, "%", "percent"),
        ("3.2个百分点", 3.2, "百分点", "points"),
        ("增长-2.5%", -2.5, "%", "percent"),
        ("十二个项目", 12, "个", "count"),
        ("两家企业", 2, "家", "count"),
        ("两百多家", 200, "家", "count"),
        ("4万个岗位", 40000, "个", "count"),
        ("17批次", 17, "批次", "count"),
        ("14.1万平方米", 14.1, "万平方米", "physical"),
        ("120万吨标准煤", 120, "万吨标准煤", "physical"),
        ("450MW", 450, "MW", "physical"),
        ("5000多亩", 5000, "亩", "physical"),
    ],
)
def test_open_numbers(text, value, unit, kind):
    [(_, *found)] = read(text)
    assert found == [value, unit, kind]


@pytest.mark.parametrize("mask", ["*", "**", "×", "X", "XX", "□", "□□", "○", "*.*", "1*", "某"])
def test_masks_are_unknown_never_zero(mask):
    [(said, value, unit, kind)] = read(f"资金{mask}亿元")
    assert (said, value, unit, kind) == (f"{mask}亿元", None, "CNY", "money")


def test_a_masked_percentage_may_stand_apart():
    assert read("同比增长* %") == [("* %", None, "%", "percent")]


@pytest.mark.parametrize(
    "text",
    ["一个项目", "第三个", "1-8月", "2010-2012年", "SUV-X", "X光", "6个月", "“五个更大”",
     "二次开发", "亿元以上", "百亿元级", "某个项目", "前3名", "两个月"],
)  # fmt: skip
def test_what_is_no_quantity(text):
    assert read(text) == []


def test_some_mask_with_some_kind_of_word():
    assert [value for _, value, *_ in read("某县引资某亿元，开工某个项目")] == [None, None]


@pytest.mark.parametrize("text", ["3-5亿元", "3至5亿元", "3亿至5亿元", "3—5亿元", "3～5亿元"])
def test_a_range_is_two(text):
    assert [(value, unit) for _, value, unit, _ in read(text)] == [
        (300000000, "CNY"),
        (500000000, "CNY"),
    ]


@given(st.text(alphabet="0123456789.,*X某十两百万亿元美个家%％-至月年第余多 签约项目", max_size=40))
def test_any_text_in_order_and_inside(text):
    found = list(quantities(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
