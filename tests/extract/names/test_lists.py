"""Members of enumerations, and what no list makes a name. All names here are invented."""

import pytest

from kg.extract.frame import Frame
from kg.extract.names import find
from kg.model import Document, Source


def named(text: str, kind: str) -> set[str]:
    """The names of one type, the inner ones included."""
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    return {m.name for m in (*frame.mentions, *frame.inner) if m.type == kind}


COUNTED = [
    "竣工项目2个，即青枫谷食品、鼎岚科技。",
    "竣工项目2个，其中有青枫谷食品和鼎岚科技。",
    "竣工项目2个（青枫谷食品、鼎岚科技）。",
    "竣工项目2个，青枫谷食品、鼎岚科技都在其中。",
    "竣工项目2个，分别是青枫谷食品、鼎岚科技。",
]


@pytest.mark.parametrize("text", COUNTED)
def test_members_after_a_counted_class(text: str) -> None:
    assert named(text, "Company") == {"青枫谷食品", "鼎岚科技"}
    assert named(text, "Project") == {"青枫谷食品项目", "鼎岚科技项目"}


@pytest.mark.parametrize(
    "text",
    [
        "现代物流方面，沐禾、岚铂等都已入驻。",
        "邀请沐禾科技、岚铂来我县考察。",
        "引进了江苏沐禾、浙江岚铂等一批知名企业。",
    ],
)
def test_firms_by_what_a_list_does(text: str) -> None:
    assert len(named(text, "Company")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "主要经营项目包括养殖、餐饮、采摘等。",
        "加快铁路、公路、医院等项目建设。",
        "推进加装电梯、口袋公园建设。",
        "旅游项目12个，总投资5亿元。",
        "甲溪谷、乙溪谷等旅游节点项目。",
        "这批项目已经开工，影响项目进度的问题得到解决。",
    ],
)
def test_words_of_the_language_name_no_project(text: str) -> None:
    assert not {n for n in named(text, "Project") if "溪谷" not in n}
    assert named(text, "Company") == set()


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("湖北岚铂管业生产基地已开工。推进湖北岚铂管业生产基地项目建设。", "湖北岚铂管业"),
        ("岚铂食品项目总投资5亿元。", "岚铂食品"),
        ("沐禾搬迁扩产、岚铂20万吨水泥等一批开工项目。", "沐禾"),
        ("世界500强企业岚铂与我县签约。", "岚铂"),
        ("协助岚铂能源办理林地手续。", "岚铂能源"),
        ("岚铂钢构名列民营企业前茅。", "岚铂钢构"),
        ("与中铁九十九局签订协议。", "中铁九十九局"),
    ],
)
def test_firms_where_their_boundary_is_certain(text: str, firm: str) -> None:
    assert firm in named(text, "Company")


@pytest.mark.parametrize("text", ["成立全资子公司。", "有12家上市公司。", "促进在外资公司认证。"])
def test_classes_before_the_legal_form(text: str) -> None:
    assert named(text, "Company") == set()


def test_a_road_from_one_place_to_another_is_one_name() -> None:
    text = "抓好城南污水处理厂、青岩坪至白沙坪公路改扩建工程等基础设施项目建设。"
    assert "青岩坪至白沙坪公路改扩建工程" in named(text, "Project")


@pytest.mark.parametrize(
    "text",
    [
        "岚铂管业生产基地由沐禾投资有限公司注资5亿元。",
        "岚铂管业生产基地在开发区举行了奠基仪式。",
        "计划新建岚铂管业生产基地。",
    ],
)
def test_a_work_is_a_project_where_it_is_said_to_be_built(text: str) -> None:
    assert named(text, "Project") == {"岚铂管业生产基地"}
    assert "岚铂管业" in named(text, "Company")


def test_a_sum_before_a_project_ends_with_its_name() -> None:
    text = "岚铂股份投资5亿元的锂电正极材料项目已建成投产，投资3亿元的甲醇项目即将投产。"
    assert named(text, "Project") == {"锂电正极材料项目", "甲醇项目"}
    assert named(text, "Company") == {"岚铂股份"}


@pytest.mark.parametrize("text", ["种植小米、玉米等作物。", "呈现农村优美的新局面。"])
def test_known_names_inside_other_words(text: str) -> None:
    assert named(text, "Company") == set()
