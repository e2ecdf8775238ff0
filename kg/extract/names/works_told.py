"""Projects told by what is built: a line, a building, a headquarters, a resort with its sum.

车联网检测中心（甲院，1.5亿元）· 改造成“数创楼”· 乙西南总部：5月签约.
丙度假区（总投资6亿元）· 启动丁园供水扩建.
"""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class, is_plain, is_trade
from kg.extract.names.ground import Ground, clean
from kg.extract.names.projects import begin
from kg.extract.names.words import HAN, MASK, pattern
from kg.extract.names.works import SIZED
from kg.extract.patterns import fast

TYPE = "Project"
_HEAD = fast(rf"{pattern('places', 'project_told')}(?:[（(](?P<phase>[一二三四]期)[）)])?")
_ON = re.compile(
    r"[路下上索材缆群经]|经济|招引|企业|集聚|项目|工程|区域|[一二三]期|型"
    r"|级|类|数|率|面积|负责人|职能"
)
# the sum in a bracket or the investor right after the name: what stands there is invested in
_SUMMED = re.compile(
    rf"”?[（(][^（）()。]{{0,40}}?(?:总?投资|[\d.{MASK}]+(?:余|多)?[亿万]+(?:美元|欧元|港元|元))"
    rf"|”?[：:，,](?:落户|投资方|投资商)|”?[：:，,][^。；，]{{2,24}}?(?:投资|合建|共建|独资|出资|承建|投建)"
    rf"|”?[：:，,](?:项目)?总?投资(?:额)?[\d约超近{MASK}]"
)
_OPENS = re.compile(
    r"(?:^|[\n。；：、])[ \u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[）)]?[、.．]?"
    r"|[①-⑳]|——|[▲●■◆])?[“\"]?$"
)
_STAGED = re.compile(
    rf"”?(?:[、和与][^，。；、]{{2,18}}){{0,3}}?[：:，,]?(?:也|都|均|已|已经|于|将|拟|计划|预计|正式|全面|主体|今年|去年|[\d{MASK}]{{1,4}}年|[\d{MASK}]{{1,2}}[月日]|[上下]半年|一季度|年[底初])*"
    r"(?:投产|开工|动工|破土|奠基|封顶|开园|签约|签框架|签了|签署|签下|签订|启用|投用|点火|开建|竣工|建成|落成|试产|烂尾|停摆|停工|完成购|注册|取得营业|开业|开张)"
)
_MADE = re.compile(
    '(?:改造成|改造为|改建[成为]|打造成?|建成|建设|新建|新上的?|上马|引进|招来|投建|兴建|合建|共建|推动|促成|落地|在建的?)(?:了|一[座栋个条处])?[“"]?$'
)


def find(ground: Ground) -> Iterator[Mention]:
    """Every work that its sum, its building or its signing makes a project."""
    for match in _HEAD.finditer(ground.plain):
        if not _ON.match(ground.plain, match.end()):
            yield from _work(ground, match)
    yield from _failed(ground)
    yield from _extended(ground)


def _work(ground: Ground, match: re.Match[str]) -> Iterator[Mention]:
    stop = match.start("phase") - 1 if match["phase"] else match.end()
    head = match.start()
    start = begin(ground, head)
    body = ground.plain[ground.after_regions(start, head) : head].strip('“”"')
    whole = not body and match["phase"] and _opens(ground, start)
    if not whole and (not 2 <= len(body) <= 22 or is_class(body) or "、" in body):
        return
    if ground.counted(start) or SIZED.match(ground.plain, start, head):
        return
    summed = _SUMMED.match(ground.plain, match.end()) is not None
    sure = summed and (ground.plain[match.end()] in "（(" or _opens(ground, start))
    if not (sure or whole) and (
        is_plain(body) or is_trade(body) or not _said(ground, start, match.end())
    ):
        return
    name = clean(ground.text[start:stop]) + (match["phase"] or "")
    yield Mention(start, match.end(), TYPE, name, "project.told", 0.86 if summed else 0.72)


def _opens(ground: Ground, start: int) -> bool:
    """Whether the name stands first in its line or sentence, a number or bullet left out."""
    return _OPENS.search(ground.plain, max(0, start - 8), start) is not None


def _said(ground: Ground, start: int, end: int) -> bool:
    """Whether a stage is said after the work, or its building before it."""
    made = _MADE.search(ground.plain, max(0, start - 6), start)
    return made is not None or _STAGED.match(ground.plain, end) is not None


_FAILED = fast(
    rf"(?:(?<=[。；：、\n])|^)(?P<name>[{HAN}]{{4,9}}?)(?:因|由于)[^，。；]{{2,24}}，(?:该)?项目(?=已|至今|仍|一直|被|黄|终止|停|迟|没|未|暂)"
)


def _failed(ground: Ground) -> Iterator[Mention]:
    """甲秸秆板材因老板资金链断裂，项目已经黄了: what a project is named by before 因."""
    for match in _FAILED.finditer(ground.plain):
        start = ground.skip_leads(match.start("name"), match.end("name"))
        name = ground.plain[start : match.end("name")]
        if len(name) < 4 or is_plain(name) or is_trade(name):
            continue
        if ground.cuts_between(start, match.end("name")):
            continue
        yield Mention(start, match.end("name"), TYPE, f"{clean(name)}项目", "project.failed", 0.8)


_EXTENDED = fast(
    rf"(?:启动|推进|实施|加快)(?P<name>[{HAN}A-Z]{{4,18}}?(?:改扩建|扩建|扩容))(?=[，。；])"
)


def _extended(ground: Ground) -> Iterator[Mention]:
    """启动甲园供水扩建: works on something named, without the word 项目."""
    for match in _EXTENDED.finditer(ground.plain):
        start, end = match.span("name")
        if not is_plain(match["name"]) and not ground.cuts_between(start, end):
            yield Mention(start, end, TYPE, f"{clean(match['name'])}项目", "project.extended", 0.95)
