import pytest

from kg.link.places import narrowness, place


@pytest.mark.parametrize(
    ("name", "level", "code"),
    [
        ("江苏省", "province", "320000"),
        ("江苏", "province", "320000"),
        ("深圳", "prefecture", "440300"),
        ("昆山市", "county", "320583"),
        ("江苏省苏州市昆山市", "county", "320583"),
        ("北京市朝阳区", "county", "110105"),
        ("朝阳", "prefecture", "211300"),  # the highest of those that bear the name
        ("甘孜州", "prefecture", "513300"),
        ("西双版纳", "prefecture", "532800"),
        ("内蒙古", "province", "150000"),
        ("无为县", "county", None),  # a former name
        ("云溪镇", "township", None),
        ("云溪村", "village", None),
        ("云溪县", "county", None),
        ("法国", "country", None),
        ("东南亚", "macro", None),
        ("中部地区", "macro", None),
        ("石门坎", None, None),
    ],
)
def test_level_and_code(name: str, level: str | None, code: str | None) -> None:
    found = place(name)
    assert (found.level, found.adcode) == (level, code)


def test_several_districts_of_one_name_are_ambiguous() -> None:
    assert place("鼓楼区").ambiguous
    assert place("鼓楼区").adcode is None


def test_an_unknown_place_is_narrow() -> None:
    levels = ["country", "province", "county", "township", None]
    assert sorted(levels, key=narrowness) == levels
