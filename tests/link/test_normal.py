import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.link.normal import has_legal_form, is_masked, normal, plain

NAMES = st.text("云溪县科技有限公司集团（）()“”《》 *×X某XXa1－廣東發展區", max_size=14)


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("云溪縣廣發木業", "云溪县广发木业"),
        ("ＡＢＣ　科技", "abc科技"),
        ("云溪（集团）有限公司", "云溪集团有限公司"),
        ("《关于促进“三新”的意见》", "关于促进三新的意见"),
        ("锦Ｘ水泥", "锦*水泥"),
        ("锦XX水泥", "锦*水泥"),
        ("锦××水泥", "锦*水泥"),
        ("某某县", "*县"),
        ("二○二三年规划", "二〇二三年规划"),
        ("X光机厂", "x光机厂"),
    ],
)
def test_one_spelling(said: str, form: str) -> None:
    assert plain(said) == form


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("云溪木业有限公司", "云溪木业"),
        ("云溪木业有限责任公司", "云溪木业"),
        ("云溪木业股份有限公司", "云溪木业"),
        ("云溪木业公司", "云溪木业"),
        ("云溪木业", "云溪木业"),
        ("云溪集团有限公司", "云溪集团"),
        ("云溪集团公司", "云溪集团"),
        ("云溪集团", "云溪集团"),
        ("大公司", "大公司"),
        ("云溪有限公司北川分公司", "云溪有限公司北川分公司"),
    ],
)
def test_legal_form_of_a_firm_is_folded(said: str, form: str) -> None:
    assert normal(said, "Company") == form


def test_legal_form_belongs_to_the_names_of_other_things() -> None:
    assert normal("云溪木业有限公司项目", "Project") == "云溪木业有限公司项目"
    assert normal("云溪木业有限公司", "Organization") == "云溪木业有限公司"


@pytest.mark.parametrize(
    "name", ["云溪木业有限公司", "云溪（集团）股份有限公司", "Yunxi Co., Ltd."]
)
def test_registered_names(name: str) -> None:
    assert has_legal_form(name)


@pytest.mark.parametrize("name", ["云溪木业", "云溪集团", "云溪公司"])
def test_short_names(name: str) -> None:
    assert not has_legal_form(name)


MASKED = [
    "*县", "X县", "XX县", "xx县", "×县", "某县", "某某公司", "锦X水泥", "味道X美食节",
    "□□镇", "○○镇", "年产*万吨项目", "*年招商方案", "2023年X月展销会", "品出*", "*",
]  # fmt: skip
OPEN = [
    "X光检测中心", "X射线机项目", "SUV-X生产线", "1+X证书中心", "互联网+X", "XRD实验室",
    "Model X装配线", "2×60万千瓦机组", "2X60万千瓦机组", "二○二三年规划", "3*100吨锅炉", "云溪县",
    "某些企业", "Xbox体验店", "X5车型项目",
]  # fmt: skip


@pytest.mark.parametrize("name", MASKED)
def test_masked(name: str) -> None:
    assert is_masked(name)


@pytest.mark.parametrize("name", OPEN)
def test_a_latin_x_of_a_real_name_is_no_mask(name: str) -> None:
    assert not is_masked(name)


@given(NAMES)
def test_a_normal_form_is_its_own(name: str) -> None:
    assert plain(plain(name)) == plain(name)


@given(st.text(max_size=20), st.sampled_from(["Company", "Region"]))
def test_any_text_has_a_normal_form(name: str, kind: str) -> None:
    assert isinstance(normal(name, kind), str)
    assert normal(name, kind) == normal(f" {name}》", kind)


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("石料产业链", "石料"),
        ("石料行业", "石料"),
        ("纺织产业集群", "纺织"),
        ("现代农业", "现代农业"),
        ("产业链", "产业链"),
    ],
)
def test_what_only_says_that_a_chain_is_one_is_left_off(said, form):
    assert normal(said, "Chain") == form
