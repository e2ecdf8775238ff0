import pytest

from kg.link.keys import Edition, edition, key, scope
from kg.model import Entity

HOME = "Region/home"


def where(type_: str, name: str, *, masked: bool = False) -> str | None:
    return scope(Entity(type_, name, masked=masked), "report", HOME)


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("Company", "云溪木业有限公司"),
        ("Chain", "纺织服装"),
        ("Event", "第三届茶博会"),
        ("Region", "江苏省"),
        ("Region", "昆山"),
        ("Region", "云溪县"),
        ("Region", "法国"),
        ("Region", "长三角"),
    ],
)
def test_unique_everywhere(type_: str, name: str) -> None:
    assert where(type_, name) is None


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("Company", "云溪木业"),
        ("Park", "城东产业园"),
        ("Project", "木业加工项目"),
        ("Organization", "招商局"),
        ("Policy", "招商引资奖励办法"),
        ("Event", "茶博会"),
        ("Region", "白石镇"),
        ("Region", "石门坎"),
        ("Region", "朝阳区"),  # several districts bear the name: no guess among them
    ],
)
def test_unique_in_the_home_region(type_: str, name: str) -> None:
    assert where(type_, name) == HOME
    assert scope(Entity(type_, name), "report", None) == "report"


@pytest.mark.parametrize(
    ("type_", "name"),
    [
        ("Region", "*县"),
        ("Company", "云*木业有限公司"),
        ("Event", "首届*茶博会"),
        ("Chain", "*产业"),
    ],
)
def test_what_is_masked_is_of_its_document(type_: str, name: str) -> None:
    assert where(type_, name) == "report"


def test_masked_without_a_mark() -> None:
    assert where("Park", "市食品产业园", masked=True) == "report"


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("第20届茶博会", Edition("茶博会", 20)),
        ("20届茶博会", Edition("茶博会", 20)),
        ("第二十届茶博会", Edition("茶博会", 20)),
        ("首届茶博会", Edition("茶博会", 1)),
        ("中国第十二届茶博会", Edition("中国茶博会", 12)),
        ("第一百零三届茶博会", Edition("茶博会", 103)),
        ("茶博会", None),
        ("首届", None),
        ("2023年茶博会", None),
    ],
)
def test_editions(name: str, found: Edition | None) -> None:
    assert edition(name) == found


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("Event", "首届茶博会", "第一届茶博会"),
        ("Event", "20届茶博会", "第二十届茶博会"),
        ("Region", "昆山", "昆山市"),
        ("Region", "广东", "廣東省"),
        ("Region", "苏州市吴中区", "吴中区"),
        ("Company", "云溪木业有限公司", "云溪木业有限责任公司"),
    ],
)
def test_one_key(type_: str, one: str, other: str) -> None:
    assert key(Entity(type_, one), "a", "h1") == key(Entity(type_, other), "b", "h2")


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("Company", "云溪木业", "云溪木业有限公司"),  # a short name proves nothing
        ("Event", "第19届茶博会", "第20届茶博会"),
        ("Region", "吉林省", "吉林市"),
    ],
)
def test_two_keys(type_: str, one: str, other: str) -> None:
    assert key(Entity(type_, one), "a", "h") != key(Entity(type_, other), "a", "h")


def test_the_type_is_part_of_the_key() -> None:
    assert key(Entity("Park", "云溪"), "a", None) != key(Entity("Project", "云溪"), "a", None)


def test_a_word_like_the_whole_county_names_nothing_outside_its_report():
    county = Entity("Region", "全县", ("home",))
    assert key(county, "one", None) != key(county, "two", None)
