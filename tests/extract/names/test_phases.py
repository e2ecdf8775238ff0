"""Phases of projects, and projects set out one under another. All names here are invented."""

import pytest

from kg.extract import extract
from kg.extract.frame import Frame
from kg.extract.names import find
from kg.model import Document, Source


def projects(text: str) -> set[str]:
    """The projects that the text names."""
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    return {m.name for m in frame.mentions if m.type == "Project"}


PHASES = [
    (
        "沐禾镁板项目总投资8亿元，一期2万吨于5月建成，二期正在办理环评。",
        {"沐禾镁板项目", "沐禾镁板项目一期", "沐禾镁板项目二期"},
    ),
    ("沐禾镁板项目一期已投产，二期能评尚未批复。", {"沐禾镁板项目一期", "沐禾镁板项目二期"}),
    ("沐禾镁板项目6月开工。抓好沐禾镁板二期建设。", {"沐禾镁板项目", "沐禾镁板二期"}),
    (
        "青川冷链物流园一期投入运营，二期正在编制可研。",
        {"青川冷链物流园一期", "青川冷链物流园二期"},
    ),
    ("北片区标准厂房三期已开工建设6栋。", {"北片区标准厂房三期"}),
    ("沐禾镁板项目6月开工，一期8万吨生产线7月投产。", {"沐禾镁板项目", "沐禾镁板项目一期"}),
    ("目前，一期10MW项目已并网。", {"一期10MW项目"}),
    ("设立10亿元产业基金，首期5亿元已到位。", set()),
    ("举办第二期培训班，参加第一期学员论坛。", set()),
]


@pytest.mark.parametrize(("text", "names"), PHASES)
def test_phases_are_projects_of_their_own(text: str, names: set[str]) -> None:
    assert projects(text) == names


ENTRIES = """二、重点项目进展
1. 石牛山共享储能电站（50MW/100MWh）
投资主体：沐禾能源
总投资：约3亿元
进展：完成选址。
2. 屋顶分布式光伏（一期）
总投资：0.8亿元
3. 县城冷链中心，总投资1.5亿元，由岚铂食品投资。
4. 重点项目
总投资合计5亿元。
"""


def test_a_numbered_entry_with_particulars_is_a_project() -> None:
    assert projects(ENTRIES) == {
        "石牛山共享储能电站（50MW/100MWh）", "屋顶分布式光伏（一期）", "县城冷链中心"
    }  # fmt: skip


SAME = [
    ("岚铂食品预制菜工厂项目3月签约，岚铂食品项目已经打桩。", "岚铂食品预制菜工厂项目"),
    (
        "沐禾酒业三期5000千升技改项目竣工，推动沐禾酒业三期项目达产。",
        "沐禾酒业三期5000千升技改项目",
    ),
    ("沐禾镁板年产3万吨压铸件项目开工，沐禾镁板压铸件项目已投产。", "沐禾镁板年产3万吨压铸件项目"),
    ("*江两岸夜游综合开发项目已立项，*江两岸夜游项目投资方退出。", "*江两岸夜游综合开发项目"),
]


@pytest.mark.parametrize(("text", "name"), SAME)
def test_one_project_worded_in_two_ways(text: str, name: str) -> None:
    reading = extract(Document(Source("t"), text, text, range(len(text))))
    assert [e.name for e in reading.entities if e.type == "Project"] == [name]
