"""Where firms' names begin and end, and what is no firm. All names here are invented."""

import pytest

from kg.extract.frame import Frame
from kg.extract.names import find
from kg.model import Document, Source


def named(text: str, kind: str) -> set[str]:
    """The names of one type, the inner ones included."""
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find(frame)
    return {m.name for m in (*frame.mentions, *frame.inner) if m.type == kind}


FIRMS = [
    # a common word inside a brand
    ("拜访南岭希望集团有限公司。", {"南岭希望集团有限公司"}),
    ("新增单位2家，分别是*县沐禾优选商贸有限公司和其他。", {"*县沐禾优选商贸有限公司"}),
    # what is asked or done of a firm is no part of its name
    ("指导沐禾公司申报中心。", {"沐禾公司"}),
    ("二是协调岚铂集团尽快批复。", {"岚铂集团"}),
    ("请县供电公司加快建设。", {"县供电公司"}),
    ("请县住建局协调*燃气公司增供。", {"*燃气公司"}),
    ("以沐禾车行为代表的汽车企业销量下降。", {"沐禾车行"}),
    ("以可再生能源为代表的产业。", set()),
    ("盘活了青枫谷木业剩余产能。", {"青枫谷木业"}),
    ("协调县农商行放贷。", {"县农商行"}),
    # a firm that the document knows, at the head of a project's name
    ("岚铂新城3户企业（岚铂、沐禾源）到会。沐禾源酸汤预制菜项目开工。", {"岚铂", "沐禾源"}),
    ("重点推进石岭光伏、黑山风电三期项目等项目前期工作。", set()),
    ("对困难企业，协调银行给予支持。", set()),
    # firms by what they do
    ("；岚铂光电完成工商注册，上半年投产。", {"岚铂光电"}),
    ("，沐禾生物意向投资。", {"沐禾生物"}),
    ("；青枫谷泉业受运费高影响。", {"青枫谷泉业"}),
    # goods are no firms
    ("现场签约岚铂密封件、沐禾电机壳体等6个项目。", set()),
    ("引进沐禾生猪养殖项目。", set()),
    ("依托龙头引进电液控制、智能传感等配套企业。", set()),
    ("重点招引再生铝压铸、铜箔等下游精深加工项目。", set()),
    ("围绕绿色算力、高原康养等新领域招商。", set()),
    ("包括铅酸蓄电池、钠硫电池等。", set()),
    ("推动两家合资组建风电塔筒公司。", set()),
    ("今年供应工业用地1130亩，全年供应工业用地。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), FIRMS)
def test_firms(text: str, names: set[str]) -> None:
    assert named(text, "Company") == names


PROJECTS = [
    ("今年新签合同项目8个，全年预审项目52个，联审项目47个，复工项目12个。", set()),
    ("建成青枫谷美食城和鼎岚步行街并投入使用。", {"青枫谷美食城", "鼎岚步行街"}),
    ("和鼎岚镇合作建设葛根加工厂。", {"葛根加工厂"}),
    ("年底建成2万吨冷库。", set()),
    ("南岭希望集团有限公司年产60万吨镁板项目已投产。", {"南岭希望集团有限公司年产60万吨镁板项目"}),
    ("申报石龙山四期10公顷林地指标。", {"石龙山四期"}),
    ("积极谋划沐禾家具长廊建设。", {"沐禾家具长廊"}),
    ("组织企业申报“千帆远航”工程项目。", set()),
    ("投资2.6亿元的110千伏城东变电站5月投运。", {"110千伏城东变电站"}),
    ("引进投资1.2亿元的青枫谷食品、投资8000万元的鼎岚门窗等项目。",
     {"青枫谷食品项目", "鼎岚门窗项目"}),
    ("与岚铂合作的煤炭交易数据平台项目、煤机再制造中心项目完成立项。",
     {"煤炭交易数据平台项目", "煤机再制造中心项目"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), PROJECTS)
def test_projects(text: str, names: set[str]) -> None:
    assert named(text, "Project") == names
