"""Works that are projects without the word: a power station that is built, a market that opens."""

import re

from kg.extract.names.generic import is_plain
from kg.extract.names.ground import Ground
from kg.extract.names.words import MASK

_CONCRETE = re.compile(
    r"治理|整治|水|河|湖|路|桥|管网|改造|扩建|新建|建设|处置|垃圾|灌区|防洪|修复|绿化|电网|铁|隧|码头|机场|枢纽|转运|搬迁|生态|林|"
    r"[一二三]期|环保|环境|湿地|供热|供气|治污|沼气|处理|电站|站|厂|楼|廊|农田|土地|天然气|燃气|管道|利用|输变电|变电|光伏|充电|储能|加固|除险|引水|饮水|排涝|排水|拆迁|安置|棚户|老旧|亮化|通道|连接线"
)
_SLOGAN = re.compile(
    r"深化|便民|惠民|利民|创新|协同|育人|立德|铸|提质|提升工程|示范|行动|英才|人才|品牌|文艺|放心|满意|生命线"
)


def is_campaign(ground: Ground, start: int, head: int) -> bool:
    """Whether 工程 is a figure of speech: “雪亮”工程, 人才工程."""
    body = ground.plain[start:head]
    if body[-1:] in '”"':
        return True
    return _CONCRETE.search(body) is None or _SLOGAN.search(body) is not None


_VERB = re.compile(
    r"(?:引进|谋划|筹建|筹划|招引|建设|新建|兴建|抓好|推进|促成|签约|建成|围绕|启动|实施|加快|重点|投资|开工|动工|落户|规划|包括|洽谈|对接|落地)(?:了|的)?$|(?:项目|工程)[“\"]$"
)


_WHEN = (
    rf"(?:于|已|将|正|拟|可|计划|预计|力争|有望|即将|全面|正式|顺利|成功|举行|主体|全部|今年|明年|去年|年[底内初]|[底初前]|[上中下]旬"
    rf"|[\d{MASK}]{{1,4}}年|[\d{MASK}]{{1,2}}月份?|[\d{MASK}]{{1,2}}日)*"
)
_BUILT = re.compile(
    rf"由[^，。]{{2,24}}(?:投资|建设|注资|出资|承建|兴建)|[，,]?(?:计划|概算|估算)?总投资|概算|占地|规划占地"
    rf"|(?:在[^，。]{{2,18}})?{_WHEN}(?:开工|奠基|动工|竣工|建成|投产|落成|签约|破土|投用|投运|投入(?:使用|运营|试运营)|开业|完工|封顶|开建|试运[营行]|并网|通车"
    r"|进入[^，。]{2,8}阶段)"
)
_LOCAL = re.compile(r"[县市区镇乡城]|\d+千伏")  # 县城丙中心: local enough to be one certain work


def is_work(ground: Ground, start: int, match: re.Match[str]) -> bool:
    """Whether a work is a project here: a verb of building before it, or its building after it."""
    if SIZED.match(ground.plain, start, match.start()):
        return False
    if _invested(ground, start):
        return True
    name = ground.plain[start : match.start()]
    named = not is_plain(name) or (len(name) > 3 and _LOCAL.match(name))
    return bool(named) and _BUILT.match(ground.plain, match.end()) is not None


# a size alone names nothing: 2万吨|冷库, 300张床位|医院
SIZED = re.compile(
    r"(?:近|约)?[\d.]+[万亿]?(?:吨|平方米|平米|平|立方米|亩|张|个|头|套|公里|㎡)(?:床位|级)?$"
)


def _invested(ground: Ground, start: int) -> bool:
    """Whether a verb of building or signing stands before: a work that is built is a project."""
    if start and ground.plain[start - 1] in "和与及":  # 建成甲美食城和乙步行街
        start = ground.begin(start - 1)
    return _VERB.search(ground.plain[max(0, start - 8) : start]) is not None
