"""Indicators with an identity: the list holds together, and said wordings find their code."""

import re

import pytest

from kg.link.indicators import _fold, _kind, code
from kg.rooms import room
from kg.vocabulary import Concept, indicators

CODES = sorted(indicators())
UNITS = ("CNY", "USD", "个", "次", "人", "%", "万吨标准煤", "亿千瓦时")
FORMULA = re.compile(r"[a-z0-9_]+(?: [+/-] [a-z0-9_]+)+")


class TestTheList:
    def test_is_long_enough_for_a_county(self) -> None:
        assert len(CODES) >= 150

    def test_has_each_code_once(self) -> None:
        text = (room("ontology") / "indicators.yaml").read_text("utf-8")
        keys = re.findall(r"^([a-z0-9_]+):", text, re.MULTILINE)
        assert len(keys) == len(set(keys))

    @pytest.mark.parametrize("name", CODES)
    def test_defines(self, name: str) -> None:
        row = indicators()[name].extra
        assert re.fullmatch("[a-z][a-z0-9_]+", name)
        assert row["better"] in ("up", "down")
        assert all(row.get(key) for key in ("zh", "en", "unit", "about_zh", "about_en", "source"))
        assert set(row) <= {
            *("zh", "en", "unit", "better", "words", "about_zh", "about_en", "source"),
            *("formula", "alone", "subjects"),
        }

    @pytest.mark.parametrize("name", CODES)
    def test_says_each_wording_once(self, name: str) -> None:
        row = indicators()[name].extra
        said = [words for words in row["words"] if words != row["zh"]]
        assert len(said) == len(set(said))

    @pytest.mark.parametrize("concept", indicators().values(), ids=lambda row: row.code)
    def test_finds_its_own_words(self, concept: Concept) -> None:
        unit = str(concept.extra["unit"])
        measure = "share" if unit == "%" else "level"
        for words in (concept.zh, *concept.extra["words"]):
            assert code(words, measure, unit) == concept.code, words

    def test_no_wording_stands_under_two_codes(self) -> None:
        said = {
            (_fold(w), c.code) for c in indicators().values() for w in (c.zh, *c.extra["words"])
        }
        assert len({words for words, _ in said}) == len(said)

    def test_formulas_are_made_of_codes(self) -> None:
        formulas = [row.extra["formula"] for row in indicators().values() if "formula" in row.extra]
        assert len(formulas) >= 20
        for formula in formulas:
            assert FORMULA.fullmatch(formula), formula
            assert set(re.findall("[a-z0-9_]{2,}", formula)) <= set(CODES), formula

    def test_a_percentage_is_a_quotient_of_one_kind(self) -> None:
        for row in indicators().values():
            if row.extra["unit"] == "%" and "formula" in row.extra:
                above, below = str(row.extra["formula"]).split(" / ")
                kinds = {_kind(str(indicators()[part].extra["unit"])) for part in (above, below)}
                assert len(kinds) == 1, row.code

    def test_less_energy_is_better(self) -> None:
        down = {name for name, row in indicators().items() if row.extra["better"] == "down"}
        assert {"above_scale_energy_use", "energy_per_gdp", "delisted_firms"} <= down
        assert not down & {"above_scale_industrial_output", "exports", "whole_society_electricity"}


@pytest.mark.parametrize(
    ("said", "measure", "unit", "expected"),
    [
        ("招商引资到位资金", "level", "CNY", "promotion_funds_in_place"),
        ("招商引资实际到位资金", "level", "CNY", "promotion_funds_in_place"),
        ("招商引资到位资金", "completion", "%", "promotion_funds_in_place"),
        ("招商引资到位资金完成率", "completion", "%", "promotion_funds_in_place"),
        ("区外境内到位资金", "level", "CNY", "domestic_funds_outside_region"),
        ("引进省外资金", "level", "CNY", "funds_outside_province"),
        ("实际利用市外资金", "level", "CNY", "funds_outside_city"),
        ("新签约项目投资总额", "level", "CNY", "newly_signed_investment"),
        ("1-6月新签约项目的投资总额", "level", "CNY", "newly_signed_investment"),
        ("新签约项目", "count", "个", "newly_signed_projects"),
        ("新签约项目个数", "count", "个", "newly_signed_projects"),
        ("今年以来全县累计新签约项目数", "count", "个", "newly_signed_projects"),
        ("新签约项目数", "yoy", "%", "newly_signed_projects"),
        ("1亿元及以上新签约项目数", "count", "个", "newly_signed_projects_100m"),
        ("签约项目数", "count", "家", "signed_projects"),
        ("已签约项目数", "count", "个", "signed_projects"),
        ("合同引资额", "level", "CNY", "contracted_funds"),
        ("实际使用外资金额", "level", "USD", "actual_foreign_investment"),
        ("实际利用外资", "level", "CNY", "actual_foreign_investment"),
        ("履约率", "share", "%", "fulfilment_rate"),
        ("签约项目开工率", "share", "%", "start_rate"),
        ("开工率", "yoy", "百分点", "start_rate"),
        ("项目投产率", "share", "%", "production_rate"),
        ("资金到位率", "share", "%", "funds_in_place_rate"),
        ("新签约项目制造业占比", "share", "%", "newly_signed_manufacturing_share"),
        ("规模以上工业总产值", "level", "CNY", "above_scale_industrial_output"),
        ("规模工业产值", "level", "CNY", "above_scale_industrial_output"),
        ("全县规模以上工业增加值增速", "yoy", "%", "above_scale_industrial_value_added"),
        ("规上工业增加值同比增长", "yoy", "%", "above_scale_industrial_value_added"),
        ("完成工业投资", "level", "CNY", "industrial_investment"),
        ("固投", "yoy", "%", "fixed_asset_investment"),
        ("社零总额", "level", "CNY", "retail_sales"),
        ("实现社会消费品零售总额", "level", "CNY", "retail_sales"),
        ("限额以上社会消费品零售额", "level", "CNY", "above_quota_retail_sales"),
        ("外贸进出口", "level", "CNY", "foreign_trade"),
        ("2023年上半年外贸进出口总额", "level", "USD", "foreign_trade"),
        ("外贸出口", "level", "CNY", "exports"),
        ("新增规上工业企业", "count", "家", "new_above_scale_industrial_firms"),
        ("新增上规企业数", "count", "户", "new_above_scale_firms"),
        ("规上工业综合能源消费量", "level", "吨标准煤", "above_scale_energy_use"),
        ("单位GDP能耗", "yoy", "%", "energy_per_gdp"),
        ("地区生产总值（GDP）", "level", "CNY", "gdp"),
        ("地方一般公共预算收入", "level", "CNY", "general_budget_revenue"),
        ("税收占一般公共预算收入的比重", "share", "%", "tax_share"),
        ("全社会用电量", "level", "亿度", "whole_society_electricity"),
        ("城镇居民可支配收入", "level", "CNY", "urban_income"),
        ("外出招商", "count", "次", "outbound_promotions"),
        ("外出招商批次", "count", "批次", "outbound_promotions"),
        ("实施招商引资项目数", "count", "个", "promotion_projects"),
        ("组织招商引资活动批次", "count", "批次", "promotion_events"),
        ("接待客商人次", "count", "人次", "visitors_received"),
        ("在谈项目数", "count", "个", "projects_under_negotiation"),
        ("在谈项目总投资", "level", "CNY", "negotiated_investment"),
        ("新开工项目数", "count", "个", "newly_started_projects"),
        ("入园企业数", "count", "家", "park_firms"),
        ("累计完成投资", "level", "CNY", "completed_investment"),
        ("亩均税收", "level", "万元/亩", "tax_per_mu"),
        ("占地面积", "level", "公顷", "land_area"),
        ("總投資", "level", "CNY", "total_investment"),
        ("招商引资到位资金", "level", "", "promotion_funds_in_place"),
    ],
)
def test_a_wording_with_a_code(said: str, measure: str, unit: str, expected: str) -> None:
    assert code(said, measure, unit) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("进口总额", "出口总额"),
        ("进出口总额", "出口总额"),
        ("新签约项目数", "签约项目数"),
        ("新签约项目投资总额", "签约项目投资总额"),
        ("新开工项目数", "开工项目数"),
        ("规上工业总产值", "规上工业增加值"),
        ("规上工业总产值", "工业总产值"),
        ("规上工业企业数", "规上企业数"),
        ("新增规上工业企业数", "规上工业企业数"),
        ("区外境内到位资金", "省外到位资金"),
        ("省外到位资金", "市外到位资金"),
        ("招商引资到位资金", "到位资金"),
        ("合同利用外资", "实际利用外资"),
        ("合同引资额", "协议引资额"),
        ("外商直接投资", "实际利用外资"),
        ("固定资产投资", "全社会固定资产投资"),
        ("社会消费品零售总额", "限上社会消费品零售总额"),
        ("财政收入", "财政总收入"),
        ("一般公共预算收入", "一般公共预算支出"),
        ("规上工业综合能耗", "综合能耗"),
        ("全社会用电量", "工业用电量"),
        ("总投资", "完成投资"),
        ("利润总额", "净利润"),
        ("接待客商批次", "接待客商人次"),
        ("制造业占比", "新签约项目制造业占比"),
    ],
)
def test_two_things_never_share_a_code(one: str, other: str) -> None:
    codes = [
        next(filter(None, (code(words, "level", unit) for unit in UNITS)), None)
        for words in (one, other)
    ]
    assert None not in codes
    assert codes[0] != codes[1]


@pytest.mark.parametrize(
    ("said", "measure", "unit"),
    [
        ("招商引资到位资金目标", "level", "CNY"),  # a target, which the figure's kind must say
        ("到位资金任务", "level", "CNY"),
        ("区外到位资金", "level", "CNY"),  # inside the border or not?
        ("*亿元及以上新签约项目数", "count", "个"),  # a masked threshold
        ("5000万元以上新签约项目数", "count", "个"),
        ("三大园区规上工业总产值", "level", "CNY"),  # of a part of the county
        ("全省规上工业增加值", "yoy", "%"),  # of another region
        ("纺织产业规上工业总产值", "level", "CNY"),
        ("规上工业总产值年均增长", "yoy", "%"),  # a mean of years
        ("规上工业增加值增速", "level", "%"),  # its measure is not a level
        ("规上工业增加值增速排名", "level", "位"),
        ("去年新签约项目数", "count", "个"),
        ("计划新签约项目数", "count", "个"),
        ("制造业实际到位外资", "level", "USD"),
        ("累计完成投资额占总投资比重", "share", "%"),
        ("签约项目", "level", "CNY"),  # a count, said of money
        ("接待客商", "count", "人次"),  # visits or visitors?
        ("在谈签约项目", "count", "个"),
        ("新签约在谈项目", "count", "个"),
        ("签约金额", "count", "个"),
        ("外出招商次数", "count", "人"),
        ("开工率", "count", "个"),
        ("占地面积", "level", "CNY"),
        ("招商引资到位资金", "share", "%"),
        ("实际利用外资占比", "share", "%"),
        ("", "level", "CNY"),
        ("全县", "count", "个"),
        ("完成", "level", "CNY"),
    ],
)
def test_a_wording_that_stays_open(said: str, measure: str, unit: str) -> None:
    assert code(said, measure, unit) is None


def test_what_is_done_of_an_investment_is_not_the_whole_of_it() -> None:
    assert code("投资额", "level", "CNY") == "total_investment"
    assert code("完成投资额", "level", "CNY") == "completed_investment"
    assert code("累计投资额", "level", "CNY") is None


def test_a_firms_rate_of_operation_is_no_start_rate_of_projects() -> None:
    assert code("开工率", "share", "%", "Region") == "start_rate"
    assert code("开工率", "share", "%", "Company") is None
