"""Sentences of whole reports, read by the whole pipeline: what each must say and must not."""

import pytest

from kg.extract import extract
from kg.model import Document, Ref, Source, Statement

DONE = "临江县2023年招商引资工作总结\n一、工作成效\n"
PLAN = "临江县2023年招商引资工作总结\n一、下一步工作计划\n"


def lines(text: str, head: str) -> set[str]:
    """`甲 predicate 乙`, and `甲 indicator value` of figures; `Type 甲` of entities."""
    whole = head + text
    source = Source("t", region=Ref("Region", "临江县"), period="2023")
    found = extract(Document(source, whole, whole, range(len(whole))))
    entities = {f"{e.type} {e.name}" for e in found.entities}
    return entities | {_line(s) for s in found.statements}


def _line(said: Statement) -> str:
    if said.predicate == "measured":
        kind = said.qualifiers["kind"]
        extra = "" if kind == "actual" else f" {kind}"
        name, measure = said.qualifiers["indicator"], said.qualifiers["measure"]
        period = said.qualifiers.get("period")
        when = "" if period == "2023" else f" {period}"
        return f"{said.subject.name} {name} {measure} {said.value}{extra}{when}"
    target = said.object.name if said.object else said.value
    status = said.qualifiers.get("status", "reached")
    words = [said.subject.name, said.predicate, str(target)]
    words += [str(status)] if status != "reached" else []
    words += [str(said.qualifiers["date"])] if "date" in said.qualifiers else []
    return " ".join(words)


CASES = [
    (
        "新签约项目履约率88.4%，开工率72.7%，分别比上年提高5.1、7.3个百分点。",
        ["临江县 新签约项目履约率 yoy 5.1", "临江县 新签约项目开工率 yoy 7.3"],
    ),
    (
        "实际到位内资12亿元，完成市定目标任务（20亿元）的60%。",
        ["临江县 实际到位内资 level 2000000000 target", "临江县 实际到位内资 completion 60"],
    ),
    (
        "在青石工业小区布局石英新材料产业园，引进金砂新材、华亮玻璃等企业。",
        [
            "Park 石英新材料产业园",
            "石英新材料产业园 part_of 青石工业小区",
            "金砂新材 located_in 石英新材料产业园",
        ],
    ),
    (
        "目前正与广州蓝鲸科技股份有限公司洽谈智能水表项目，投资约3亿元。",
        ["Company 广州蓝鲸科技股份有限公司", "智能水表项目 at_stage negotiating"],
    ),
    (
        "《临江县核桃产业发展三年行动计划（2023—2025年）》印发实施；临江县农村商业银行发放贷款2亿元。",
        ["临江县农村商业银行 发放贷款 level 200000000"],
    ),
    (
        "与省粮油集团合作建设的山茶油精深加工项目主体竣工。",
        ["Company 省粮油集团", "山茶油精深加工项目 invested_by 省粮油集团"],
    ),
    (
        "推介青石边境经济合作区，与成都岷江食材供应链有限公司签约火锅底料加工项目，金额4.6亿元。",
        ["Park 青石边境经济合作区", "火锅底料加工项目 has_investment 460000000"],
    ),
    (
        "在跨境电商、冷链物流、森林康养等方面持续发力。",
        ["临江县 focuses_on 跨境电商", "临江县 focuses_on 森林康养"],
    ),
    (
        "《临江县核桃产业发展三年行动计划》由县农业农村局印发实施。",
        ["县农业农村局 issued 临江县核桃产业发展三年行动计划"],
    ),
    (
        "远山家居的竹木地板项目因设备到货晚，原定9月投产，现推迟到2024年3月。",
        ["竹木地板项目 at_stage production planned 2024-03"],
    ),
    (
        "金砂新材年产2万吨石英砂项目总投资5亿元，分两期建设，其中一期2亿元，3月开工，二期计划2024年三季度动工。",
        [
            "金砂新材年产2万吨石英砂项目一期 has_investment 200000000",
            "金砂新材年产2万吨石英砂项目一期 at_stage started 2023-03",
        ],
    ),
    (
        "云岭核桃公司获认定为省级龙头企业，其年产2000吨核桃油项目达产。",
        ["年产2000吨核桃油项目 invested_by 云岭核桃公司"],
    ),
    (
        "云岭温泉度假村项目，总投资6亿元，一期工程已完成主体建设。",
        ["云岭温泉度假村项目 has_investment 600000000"],
    ),
    (
        "正与深圳蓝湾科技有限公司洽谈智能家电项目，投资约3亿元。",
        ["智能家电项目 at_stage negotiating", "智能家电项目 has_investment 300000000"],
    ),
    ("与泰国春和集团签订合作协议。", ["Company 泰国春和集团"]),
    ("云岭温泉项目建成开放。", ["云岭温泉项目 at_stage production"]),
    ("锦绣茶业被评为省级龙头企业。", ["锦绣茶业 has_designation leading"]),
    (
        "我县着力打造绿色食品、生物医药、新型建材“三大百亿产业集群”。",
        ["Chain 新型建材", "临江县 focuses_on 新型建材"],
    ),
    ("北岭工业园污水处理厂等基础设施加快建设。", ["Project 北岭工业园污水处理厂"]),
    ("2023年青石产业园完成产值11亿元。", ["青石产业园 产值 level 1100000000"]),
]
PLANS = [
    (
        "精心筹备第20届东博会，瞄准宁德时代、中材科技等龙头企业开展招商。",
        [
            "临江县 participated_in 第20届东博会 planned",
            "宁德时代 has_designation leading",
        ],
    ),
    (
        "完成青石边境经济合作区污水处理厂建设并投入使用。",
        ["青石边境经济合作区污水处理厂 at_stage production planned"],
    ),
    (
        "新材料产业重点招引石墨负极、石英坩埚企业。",
        ["临江县 focuses_on 石墨负极", "临江县 focuses_on 石英坩埚"],
    ),
    ("组建3亿元产业引导基金。", ["临江县 产业引导基金规模 level 300000000 target"]),
]
NOTHING = [
    ("抓好地方政府专项债券项目、募投项目、诊疗项目申报。", "Project"),
    ("推进大湾区建设、前海建设、多消费场景、产业联盟等。", "Company"),
    ("拜访了立讯精密、比亚迪等企业，达成合作意向。招商局组成项目服务专班。", "Project"),
    ("拜访了立讯精密、比亚迪等企业，达成合作意向5项。", "立讯精密 at_stage"),
    ("X口岸货检通道少。", "measured"),
    ("申报国家级旅游度假区。", "Park"),
    ("获评国家级旅游度假区。", "Park"),
]


@pytest.mark.parametrize(
    ("text", "due", "head"),
    [(text, due, DONE) for text, due in CASES] + [(text, due, PLAN) for text, due in PLANS],
)
def test_what_a_sentence_says(text: str, due: list[str], head: str) -> None:
    assert set(due) - lines(text, head) == set()


@pytest.mark.parametrize(("text", "kind"), NOTHING)
def test_what_a_sentence_does_not_say(text: str, kind: str) -> None:
    said = lines(text, DONE)
    assert [
        line for line in said if line.startswith(kind) or (kind == "measured" and " count " in line)
    ] == []
