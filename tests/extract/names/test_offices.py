"""Task forces, joint offices and bodies that found one another. Names are invented."""

import pytest

from tests.extract.names.test_families import named

CASES = [
    ("成立了企业培育工作专班，召开了大工业指挥部会议1次。", {"企业培育工作专班", "大工业指挥部"}),
    ("县项目建设指挥部办公室每月通报。", {"县项目建设指挥部办公室"}),
    ("协调市林草和水利局安排用地。", {"市林草和水利局"}),
    ("*县商贸和产业服务局的报告。", {"*县商贸和产业服务局"}),
    ("优化县城区和重点乡镇布局。", set()),
    # counted ones, and outposts without a name, are none
    ("组建4个招商专班，在外设立招商联络处，派出1支驻点招商组。", set()),
    ("完善“一个项目、一名领导、一个专班”机制。", set()),
    # one body founds another
    ("与某农业大学合作共建现代茶业学院。", {"某农业大学", "现代茶业学院"}),
    ("由援疆工作队牵头，招商局配合。", {"援疆工作队", "招商局"}),
    ("在合肥大会上由县招商局签约，已在县市场监管局注册。", {"县招商局", "县市场监管局"}),
    ("县招商领导小组办公室（以下简称县招商办）。", {"县招商领导小组办公室", "县招商办"}),
    ("委托中国青石产业发展研究院编制规划。", {"中国青石产业发展研究院"}),
]


@pytest.mark.parametrize(("text", "bodies"), CASES)
def test_offices(text: str, bodies: set[str]) -> None:
    assert named(text, "Organization") == bodies
