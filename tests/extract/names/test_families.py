"""Events, bodies, regions, chains, parks and policies as reports word them. Names are invented."""

import pytest

from kg.extract.frame import Frame
from kg.extract.names import find
from kg.model import Document, Source


def named(text: str, kind: str) -> set[str]:
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    return {m.name for m in (*frame.mentions, *frame.inner) if m.type == kind}


EVENTS = [
    # ceremonies: one for several acts, with the project it is held for
    ("举办*县招商引资项目集中签约暨开工仪式。", {"*县招商引资项目集中签约暨开工仪式"}),
    ("举行了年产5万吨铝材项目开工奠基仪式。", {"年产5万吨铝材项目开工奠基仪式"}),
    ("9月举行全县重大项目集中开工仪式,12个项目参加。", {"重大项目集中开工仪式"}),
    ("山泉水厂举行投产庆典。", {"投产庆典"}),
    ("全县共搞集中签约活动X批次。", set()),
    # fairs in short: the place, year and edition belong to the name, nothing else
    ("参加湘商大会、绿博会，在深圳文博会上签约2个。", {"湘商大会", "绿博会", "深圳文博会"}),
    ("参加港洽周和赣港经贸合作活动。", {"港洽周", "赣港经贸合作活动"}),
    ("两届绿博会和3项展会。", {"绿博会"}),
    # two events in one sentence, one event of two
    ("参加第二届荷塘文化节和2023中国（青岛）国际农机博览会。",
     {"第二届荷塘文化节", "2023中国（青岛）国际农机博览会"}),
    ("赴广州举办*县农特产品推介会暨项目签约仪式。", {"*县农特产品推介会暨项目签约仪式"}),
    # quotations and what they are called
    ("参加“民企*行”、“百企入*”活动。", {"民企*行", "百企入*"}),
    ("常态化开展“访民问计”活动，开展“为民办事”主题党日活动。", set()),
    # national meetings, meetings of a body itself
    ("承办*年全国竹木产业园区工作会议。", {"*年全国竹木产业园区工作会议"}),
    ("召开机关干部大会、动员大会、民主党派座谈会、省第八届人民代表大会。", set()),
    # a plain word for an occasion at which something was signed
    ("在深圳举办了招商推介会,签约6个项目。", {"招商推介会"}),
    ("举办招商推介会12场。", set()),
    ("举办了采茶节、李花节，春节期间招商。", {"采茶节", "李花节"}),
    # by all of their words; an exhibition by its edition; a fair that quotation marks bound
    ("举行2023年迎新网上年货节暨供销赶集活动和*县“山水*郡”民俗文化系列活动。",
     {"2023年迎新网上年货节暨供销赶集活动", "*县山水*郡民俗文化系列活动"}),
    ("12月26日第六届采藕节举行，办好第七届湖鱼节和首届冰雪马拉松。",
     {"第六届采藕节", "第七届湖鱼节", "首届冰雪马拉松"}),
    ("参加第28届北海船舶展。", {"第28届北海船舶展"}),
    ("召开“*县（深圳）竹业招商推介会”，签约8个项目。", {"*县（深圳）竹业招商推介会"}),
    ("参加“民企进边疆”招商活动。", {"民企进边疆"}),
    ("举办了“稻田音乐节”“啤酒龙虾节”。", {"稻田音乐节", "啤酒龙虾节"}),
    ("召开全县项目建设动员大会、招商引资总结推进大会。", set()),
    ("举办银企对接会3场，开展“招商突破年”活动。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), EVENTS)
def test_events(text: str, names: set[str]) -> None:
    assert named(text, "Event") == names


BODIES = [
    ("县招商服务中心、县产业园区管理委员会牵头。", {"县招商服务中心", "县产业园区管理委员会"}),
    ("*工业园区管委会和县重点办负责。", {"*工业园区管委会", "县重点办"}),
    ("市交通委、市园林委和县税务局联合会商。", {"市交通委", "市园林委", "县税务局"}),
    ("由驻深办、驻沪联络处、招商二局牵头。", {"驻深办", "驻沪联络处", "招商二局"}),
    ("省科学院、市农科所参与。", {"省科学院", "市农科所"}),
    ("改善9所高职学校、义务教育学校和高水平大学。", set()),
    ("落实党中央、国务院部署，商务部门配合。", set()),
    ("各地*商会负责人参会。", set()),
]


@pytest.mark.parametrize(("text", "names"), BODIES)
def test_bodies(text: str, names: set[str]) -> None:
    assert named(text, "Organization") == names


REGIONS = [
    ("华南最大的模具厂，辐射西南市场。", {"华南", "西南"}),
    ("位于县城西南部，园区西北角。", set()),
    ("承接东部沿海地区产业，面向中西部。", {"东部沿海地区", "中西部"}),
    ("赴江浙沪、闽粤招商。", {"江浙沪", "闽粤"}),
    ("在青石镇长岭村、石桥镇新岗村落地。", {"青石镇", "长岭村", "石桥镇", "新岗村"}),
    ("这是该公司在中国投资的工厂。", {"中国"}),
    ("中国铝材网报道。", set()),
    ("位于湘西南，通化石桥机场旁，大庆精神，住南京西路8号。", set()),
    ("与台州路桥区结对。", {"路桥区"}),
    ("形成“一区三园”格局，特色小镇、两个乡镇、在外乡友。", set()),
    ("落户重庆两江新区。", {"重庆", "两江新区"}),
    # a masked place in an open province; but the report's own county is the masked name alone
    (f"X县招商局工作总结{'。' * 50}我县与浙江*市结对。", {"浙江*市"}),
    ("湖南省*县工作总结。湖南省*县招商。", {"湖南省", "*县"}),
    # words that end like a village and name none
    ("建设和美乡村、零碳社区、典型镇和样板村，健全县乡村体系，支持返乡创业。", set()),
]


@pytest.mark.parametrize(("text", "names"), REGIONS)
def test_regions(text: str, names: set[str]) -> None:
    assert named(text, "Region") == names


CHAINS = [
    ("按行业分，新材料项目6个，食品加工类2个，工业项目9个。", {"新材料", "食品加工"}),
    ("主攻纺织服装、电子信息、现代物流三大产业。", {"纺织服装", "电子信息", "现代物流"}),
    ("以木材加工、茶叶、竹制品为主的产业体系。", {"木材加工", "茶叶", "竹制品"}),
    ("围绕乡村旅游业和康养产业做文章。", {"乡村旅游业", "康养产业"}),
    ("电子信息方面,引进企业5家,做大做强新材料,以食品加工为支撑。",
     {"电子信息", "新材料", "食品加工"}),
    ("新引进装备制造企业3家。", {"装备制造"}),
    ("\n2.电子信息。签约3个。", {"电子信息"}),
    ("拓展产业链，竞逐产业，拉低行业增速。", set()),
    ("道路交通、危险化学品、城镇燃气等重点领域。", set()),
    ("深化就业、医疗、养老、体育等领域合作。", set()),
    ("培育了甲美、乙凯、丙吉等6家木材加工企业，服务丁兴等外贸企业。", {"木材加工"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), CHAINS)
def test_chains(text: str, names: set[str]) -> None:
    assert named(text, "Chain") == names


PARKS = [
    ("加快城北工业园、石桥食品工业园建设。", {"城北工业园", "石桥食品工业园"}),
    ("推进县林业加工园区建设，健全各园区制度。", {"县林业加工园区"}),
    ("被评为“全国竹木产业示范园区”。", set()),
    ("创建4A级旅游景区、国家生态文明建设示范区、零碳园区。", set()),
    ("新建产业园5个。", set()),
    ("（以下简称经开区）力争创建省级绿色化工示范园区，租赁园区厂房，结成友好园区。", {"经开区"}),
    ("与甲县高新区共建青石产业园。", {"甲县高新区", "青石产业园"}),
    ("建设5000亩新能源电池产业园。", {"新能源电池产业园"}),
    ("北岭新材料园区获批扩区。", {"北岭新材料园区"}),
    ("东湾食品加工基地启动扩容，入驻企业23家。", {"东湾食品加工基地"}),
]


@pytest.mark.parametrize(("text", "names"), PARKS)
def test_parks(text: str, names: set[str]) -> None:
    assert named(text, "Park") == names


POLICIES = [
    ("落实“招商20条”，出台支持实体经济发展二十条。", {"招商20条", "支持实体经济发展二十条"}),
    ("印发了2023年招商引资工作要点。", {"2023年招商引资工作要点"}),
    ("编印《*县投资指南》《招商手册》，《纲要（草案）》明确。", set()),
    ("制定《重点项目攻坚作战图》。", {"重点项目攻坚作战图"}),
    ("提出4个方面21条措施。", set()),
    (
        "出台了招商引资激励办法、产业扶持政策、人才引进暂行办法。",
        {"招商引资激励办法", "产业扶持政策", "人才引进暂行办法"},
    ),
    ("列入《废铝行业准入条件》名单。", {"废铝行业准入条件"}),
]


@pytest.mark.parametrize(("text", "names"), POLICIES)
def test_policies(text: str, names: set[str]) -> None:
    assert named(text, "Policy") == names
