"""Industries that open a heading, a bullet or a clause. Names are invented."""

import pytest

from kg.extract.frame import Frame
from kg.extract.names import find
from kg.extract.outline import find_outline
from kg.model import Document, Source


def industries_in(text: str) -> set[str]:
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find_outline(frame)
    find(frame)
    return {m.name.removesuffix("产业") for m in frame.mentions if m.type == "Chain"}


CASES = [
    # known industries that open headings or bullets side by side
    ("二、成效\n（一）磷化工由“粗”转“精”\n建厂。\n（二）装备制造由“散”到“聚”\n建厂。\n（三）服务更加周到\n开会。\n",
     {"磷化工", "装备制造"}),
    ("▲跨境电商势头强劲。出口增长。\n▲生物医药提质扩链。产值增长。\n", {"跨境电商", "生物医药"}),
    # one alone is a common word
    ("（一）物流成本高\n货运难。\n（二）用工难\n招工难。\n", set()),
    ("（一）外贸进出口完成3亿元。\n（二）旅游推介会办得好。\n", set()),
    # named elsewhere, it opens lines and clauses again
    ("主攻藻类食品、清洁能源两大产业。\n一、成效\n藻类食品提质增效。清洁能源抓好两个项目。\n",
     {"藻类食品", "清洁能源"}),
    # a verb that closes the first member of a list; a bracket is a gloss
    ("紧扣磷化工延伸、装备制造、氢能三条产业链。", {"磷化工", "装备制造", "氢能"}),
    ("把白酒、绿色食品（预制菜）、生物医药确定为三大主导产业。", {"白酒", "绿色食品", "生物医药"}),
    # fields that are aimed at
    ("围绕储能电池热管理、智能座舱、电池回收利用等细分领域招商。",
     {"储能电池热管理", "智能座舱", "电池回收利用"}),
    ("围绕大豆深加工、冰雪旅游、石墨四篇文章招商。", {"大豆深加工", "冰雪旅游", "石墨"}),
    ("县长任光电、钢铁产业链链长，坚持资源换产业。", {"光电", "钢铁产业链"}),
    ("（一）水泥建材\n产值下降。\n（二）钢铁\n产值增长。\n", {"水泥建材", "钢铁"}),
    ("解决教育、医疗、住房等领域的问题。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "industries"), CASES)
def test_industries_that_open_a_part(text: str, industries: set[str]) -> None:
    assert industries_in(text) == industries
