"""What the text names, and where each name begins and ends. All names here are invented."""

import pytest

from kg.extract.frame import Frame
from kg.extract.names import find
from kg.model import Document, Source


def named(text: str) -> set[tuple[str, str]]:
    """(type, name) of every mention, the inner ones included."""
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    return {(m.type, m.name) for m in (*frame.mentions, *frame.inner)}


LISTS = [
    "上半年签约的有青枫谷食品（投资2亿元）、鼎岚科技（1.5亿元）、绿芽谷家居（8000万元）等项目。",
    "其中亿元以上项目有：青枫谷食品2亿元、鼎岚科技1.5亿元、绿芽谷家居3亿元。",
    "新引进青枫谷食品，鼎岚科技，绿芽谷家居等项目。",
    "推进青枫谷食品、鼎岚科技、绿芽谷家居建设。",
    "青枫谷食品、鼎岚科技、绿芽谷家居3个项目已投产。",
]


@pytest.mark.parametrize("text", LISTS)
def test_firms_that_a_list_calls_projects_are_both(text: str) -> None:
    firms = {"青枫谷食品", "鼎岚科技", "绿芽谷家居"}
    assert {name for kind, name in named(text) if kind == "Company"} == firms
    assert {name for kind, name in named(text) if kind == "Project"} == {f"{f}项目" for f in firms}


CASES = [
    # firms: legal form, trade word, cue, list; what stands before is no part
    ("引进深圳市天澜电子科技股份有限公司。", "Company", {"深圳市天澜电子科技股份有限公司"}),
    ("金穗坊米业、绿芽谷茶业、山里旺食品3家企业已升规入统。",
     "Company", {"金穗坊米业", "绿芽谷茶业", "山里旺食品"}),
    ("由广州锦沧科技投资有限公司投资建设。", "Company", {"广州锦沧科技投资有限公司"}),
    ("与三岔口新能源签订了战略合作框架协议。", "Company", {"三岔口新能源"}),
    ("成功引进行业龙头企业2家（东岭希旺、红柳控股）。",
     "Company", {"东岭希旺", "红柳控股"}),
    ("投资方为漳州豆满食品，总投资2亿元。", "Company", {"漳州豆满食品"}),
    ("目前有规上企业38家，龙头企业和外贸企业较少，上市公司没有。", "Company", set()),
    # parks
    ("大龙经济开发区、双河片区基础设施不断完善。", "Park", {"大龙经济开发区", "双河片区"}),
    ("加快园区建设，各园区新建标准厂房10万平方米。", "Park", set()),
    ("我县依托*工业园区招商。", "Park", {"*工业园区"}),
    # projects
    ("□□铝业年产20万吨铝板带项目预计10月底投产。", "Project", {"□□铝业年产20万吨铝板带项目"}),
    ("总投资12亿元的石牛山抽水蓄能电站项目已核准。", "Project", {"石牛山抽水蓄能电站项目"}),
    ("上半年共签约项目16个，重点项目和在谈项目进展顺利，3个工业项目开工。", "Project", set()),
    ("推动润泉农业、绿芽谷茶业等6个项目竣工投产。", "Project", {"润泉农业项目", "绿芽谷茶业项目"}),
    ("争取生猪屠宰及深加工一体化项目落地。", "Project", {"生猪屠宰及深加工一体化项目"}),
    # events
    ("参加第十九届西山国际博览会。", "Event", {"第十九届西山国际博览会"}),
    ("成功举办首届李花文化旅游节。", "Event", {"首届李花文化旅游节"}),
    ("召开党组会议和经济工作会议，每周开周例会。", "Event", set()),
    # bodies
    ("县工业和信息化局、县自然资源局配合。", "Organization", {"县工业和信息化局", "县自然资源局"}),
    ("拜访了上海青川商会。", "Organization", {"上海青川商会"}),
    ("我局与各部门、各单位优化产业布局。", "Organization", set()),
    # chains
    ("聚焦新能源、新材料、装备制造、绿色食品四大主导产业。",
     "Chain", {"新能源", "新材料", "装备制造", "绿色食品"}),
    ("（一）有色金属深加工产业。进展顺利。", "Chain", {"有色金属深加工产业"}),
    ("推进重点产业链和主导产业发展，工业和制造业增长。", "Chain", set()),
    # policies
    ("出台《*县投资奖励办法》。", "Policy", {"*县投资奖励办法"}),
    ("起草了*县2022年招商引资工作方案，下发各单位。", "Policy", {"*县2022年招商引资工作方案"}),
    # regions
    ("与江苏省张家港市、佛山市南海区协作。", "Region", {"江苏省", "张家港市", "佛山市", "南海区"}),
    ("赴长三角、珠三角和福建招商，一批企业落户县里。", "Region", {"长三角", "珠三角", "福建"}),
    ("*县地处山区。", "Region", {"*县"}),
    ("全县、我县和周边和平发展。", "Region", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "names"), CASES)
def test_names(text: str, kind: str, names: set[str]) -> None:
    assert {name for type_, name in named(text) if type_ == kind} == names


def test_a_firm_at_the_head_of_a_project_is_read_inside_it() -> None:
    frame = Frame(
        Document(Source("t"), text := "青枫谷食品年产3万吨豆干项目开工。", text, range(len(text)))
    )
    find(frame)
    assert [(m.type, m.name) for m in frame.mentions] == [
        ("Project", "青枫谷食品年产3万吨豆干项目")
    ]
    assert [(m.type, m.name) for m in frame.inner] == [("Company", "青枫谷食品")]


def test_traditional_script_is_read_and_kept() -> None:
    assert ("Company", "東嶺電氣有限公司") in named("引進東嶺電氣有限公司落戶。")


def test_mentions_are_sorted_and_apart() -> None:
    text = "引进深圳市天澜电子有限公司，在双河工业园区建设年产5万套电机项目，赴福建、浙江招商。"
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    ends = [0, *(m.end for m in frame.mentions)]
    assert all(m.start >= end for m, end in zip(frame.mentions, ends, strict=False))
    assert all(text[m.start : m.end] == m.name for m in frame.mentions)


@pytest.mark.parametrize("mask", ["某", "某某", "XX", "**", "□□", "××"])
def test_a_masked_firm_keeps_its_mask(mask: str) -> None:
    found = named(f"{mask}食品有限公司年产2万吨饲料项目已开工建设。")
    firm = f"{mask}食品有限公司"
    assert found == {("Project", f"{firm}年产2万吨饲料项目"), ("Company", firm)}


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("2023年上半年，远山县签约项目3个。", "远山县"),
        ("推进县城建设，占全县比重5%。", None),
        ("边境县加快发展，其中县级平台2个。", None),
    ],
)
def test_a_county_that_no_list_has_is_read_where_a_clause_begins(text: str, region: str) -> None:
    assert {name for kind, name in named(text) if kind == "Region"} == ({region} - {None})
