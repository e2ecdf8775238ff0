"""The taxonomy of industry chains holds together; said chains and names find their place in it."""

import re

import pytest

from kg.link.chains import POSITIONS, IndustryChain, kind_of, segment, taxonomy
from kg.link.normal import plain

CHAINS = list(taxonomy().values())
ASKED_FOR = {
    *("textiles_footwear", "healthy_food", "wood_processing", "power_batteries", "photovoltaics"),
    *("wind_power", "calcium_carbonate", "building_materials", "nonferrous_metals", "biomedicine"),
    *("chinese_medicine", "electronics", "automotive", "equipment_manufacturing", "chemicals"),
    *("recycled_resources", "sugar", "tea", "liquor", "prepared_dishes", "cold_chain"),
    *("tourism_and_wellness", "digital_economy"),
}


class TestTheTaxonomy:
    def test_holds_the_chains_of_counties(self) -> None:
        assert len(CHAINS) >= 60
        assert set(taxonomy()) >= ASKED_FOR

    @pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.code)
    def test_defines(self, chain: IndustryChain) -> None:
        assert re.fullmatch("[a-z][a-z_0-9]+", chain.code)
        assert chain.zh and chain.en and chain.words and chain.kinds
        assert "common usage" in chain.source or "《" in chain.source
        assert all(re.fullmatch(r"\d{2,4}", code) for code in chain.gbt4754)

    @pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.code)
    def test_its_segments_stand_in_order(self, chain: IndustryChain) -> None:
        order = [POSITIONS.index(part.position) for part in chain.segments]
        assert order == sorted(order)
        assert set(order) == {0, 1, 2}

    @pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.code)
    def test_its_segments_are_told_apart(self, chain: IndustryChain) -> None:
        assert len({part.code for part in chain.segments}) == len(chain.segments)
        assert len({part.zh for part in chain.segments}) == len(chain.segments)
        words = [plain(word) for part in chain.segments for word in part.words]
        assert len(set(words)) == len(words)
        assert all(part.words and part.en for part in chain.segments)
        assert all(len(word) > 1 for word in words)

    def test_no_name_stands_under_two_chains(self) -> None:
        names = [plain(name) for row in CHAINS for name in (row.zh, *row.words, *row.kinds)]
        assert sorted(names) == sorted(set(names))

    @pytest.mark.parametrize("chain", CHAINS, ids=lambda chain: chain.code)
    def test_finds_itself_by_every_name(self, chain: IndustryChain) -> None:
        for name in (chain.zh, *chain.words, *chain.kinds):
            assert kind_of(name) == chain.code
            assert kind_of(f"{name}产业链") == chain.code

    def test_a_product_alone_places_itself(self) -> None:
        for chain in CHAINS:
            for part in chain.segments:
                for word in part.words:
                    assert segment(chain.code, word) == part, (chain.code, word)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("纺织服装", "textiles_footwear"),
        ("纺织服装产业集群", "textiles_footwear"),
        ("紡織鞋服", "textiles_footwear"),
        ("服装业", "textiles_footwear"),
        ("“光伏”产业链", "photovoltaics"),
        ("中国光伏行业", "photovoltaics"),
        ("新能源电池产业", "power_batteries"),
        ("锂电池材料", "power_batteries"),
        ("新能源汽车", "new_energy_vehicles"),
        ("汽车及零部件产业", "automotive"),
        ("文旅大健康生态链", "tourism_and_wellness"),
        ("茶业", "tea"),
        ("制糖业", "sugar"),
        ("化肥生产", "chemicals"),
        ("数字经济产业", "digital_economy"),
    ],
)
def test_a_said_chain_is_one_of_the_taxonomy(said: str, code: str) -> None:
    assert kind_of(said) == code


@pytest.mark.parametrize(
    "said",
    [
        "新能源",  # batteries, vehicles or power?
        "新材料",
        "现代农业",
        "战略性新兴产业",
        "制造业",
        "食品医药",  # two chains in one
        "竹木加工",
        "纺织机械",
        "产业链",
        "锂*材料",
        "",
    ],
)
def test_a_said_chain_that_the_taxonomy_does_not_have(said: str) -> None:
    assert kind_of(said) is None


@pytest.mark.parametrize(
    ("chain", "name", "part"),
    [
        ("power_batteries", "青禾新能源年产5万吨锂电池负极材料项目", "materials"),
        ("power_batteries", "云溪县10GWh动力电池项目", "cells"),
        ("power_batteries", "电池级碳酸锂项目", "minerals"),
        ("power_batteries", "远山锂电池回收项目", "recycling"),
        ("photovoltaics", "青禾光伏玻璃生产线", "auxiliary"),
        ("photovoltaics", "云溪县农光互补光伏发电项目", "stations"),
        ("photovoltaics", "5GW光伏组件项目", "cells"),
        ("textiles_footwear", "青禾年产3万吨差别化涤纶长丝项目", "fibres"),
        ("textiles_footwear", "远山数码印花项目", "dyeing"),
        ("textiles_footwear", "云溪制衣有限公司", "garments"),
        ("wood_processing", "年产10万立方米胶合板项目", "boards"),
        ("wood_processing", "远山全屋定制家居项目", "products"),
        ("nonferrous_metals", "青禾再生铝项目", "smelting"),
        ("nonferrous_metals", "年产3万吨铝型材生产线", "working"),
        ("healthy_food", "青禾食品年产5万吨米粉项目", "making"),
        ("livestock", "云溪县万头种猪场项目", "breeding"),
        ("sugar", "蔗渣浆环保餐具项目", "by_products"),
        ("tea", "云溪生态茶园项目", "growing"),
        ("automotive", "青禾汽车线束项目", "parts"),
        ("equipment_manufacturing", "远山数控机床设备项目", "machines"),
        ("environmental_protection", "青禾污水处理设备生产项目", "equipment"),
        ("cold_chain", "云溪县冷库项目", "storage"),
        ("prepared_dishes", "青禾預製菜加工項目", "cooking"),
    ],
)
def test_a_name_says_its_segment(chain: str, name: str, part: str) -> None:
    found = segment(chain, name)
    assert found is not None
    assert found.code == part


@pytest.mark.parametrize(
    ("chain", "name"),
    [
        ("textiles_footwear", "青禾集团"),  # no product
        ("textiles_footwear", "云溪纺织服装产业园"),  # the whole chain
        ("prepared_dishes", "云溪预制菜产业园"),
        ("photovoltaics", "远山硅片-电池-组件一体化项目"),  # all of it
        ("livestock", "生猪养殖屠宰全产业链项目"),
        ("textiles_footwear", "印染及服装项目"),  # two segments side by side
        ("nonferrous_metals", "年产2万吨铝型材、铝制品项目"),
        ("tea", "远山茶叶加工机械项目"),  # makes machines, not tea
        ("home_furnishing", "云溪家具市场"),
        ("photovoltaics", "光伏组件检测中心"),
        ("wind_power", "年产3万吨米粉项目"),  # another chain's product
        ("liquor", ""),
    ],
)
def test_a_name_that_says_no_segment(chain: str, name: str) -> None:
    assert segment(chain, name) is None


def test_positions_of_a_chain_run_from_material_to_use() -> None:
    parts = [part.code for part in taxonomy()["power_batteries"].segments]
    assert parts == ["minerals", "materials", "parts", "cells", "use", "recycling"]
