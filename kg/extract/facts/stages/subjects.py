"""Stages said by a verb of its subject: in its clause, in the sentence, or before (该项目)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.facts.groups import Group
from kg.extract.facts.scene import NUMBERED, Scene
from kg.extract.facts.stages import cues
from kg.extract.facts.stages.dates import last_date
from kg.extract.facts.stages.lists import Taken, overlaps
from kg.extract.facts.stages.reading import Candidate, Cue, candidates, verb_status
from kg.model import Ref

# words that stand between a subject and its verb, or leave an elided subject elided
_LIGHT = re.compile(
    r"Ⓣ|Ⓝ|Ⓜ|[该此其本]|项目|工程|公司|企业|园区|基地|目前|现[已在]?|已经?|正在?|式|全面|全部|计划|预计|拟|将|于|在"
    r"|力争|争取|确保|完成|实现|即将|早日?|尽快|年?底|[之以]?前|左右|并|且|也|都|均|可|能|顺利|成功|推动|促进|加快|推进"
    r"|帮助|督促|保障|[一二三四]期|首期|进入|阶段|处于|开始|投入|达到|主体"
    r"|[、一二三四五六七八九]*号?(?:车间|厂房|地块|设备|生产线)"
    r"|先后|相继|陆续|同步|如期|按期|按时|刚刚?|才|就|便|又|几|等|很快|当天|当月|本月|这|、|争|前期|年内|月|日|有望"
    r"|进展|建设|下一步|截至|要|至|到|约|个|中旬|上旬|下旬|初|内|相关|各项|手续|办理|做好|工作|再|还|仍|一直"
    r"|待[^，。；]{2,8}后|即|后|未|尚|没有|并未|现场|成|全|抓紧|快"
)
_CLASS_NOUN = re.compile(
    rf"(?:有|{cues.COUNT}|各|重点|重大|一批|多个|签约|工业|产业|在建|在谈|落地|其他|其它|部分|个别|所有|全部|新|优质|好|大|招商引?资?|类)"
    r"(?:的)?(?:项目|企业|园区)"
)
ANAPHOR = re.compile(
    r"(?:^|，)[前后]者"
    r"|(?:(?:这|以上|上述)(?:些|批)?(?:Ⓝ|[一二两三四五六七八九十几\d]+[个家])|该|此|这个?|本|上述|这批|这些|两个?)"
    r"(?:项目|工程|公司|企业|园区|产业园|基地)"
    r"|(?:推动|促进|确保|争取|帮助|力争|力促|督促)项目"
    r"|(?:^|，)(?:目前|现|现在|截至Ⓣ|截止Ⓣ|Ⓣ)?，?(?:(?:项目|工程)(?!审批|储备|名单|库|资金|用地)|公司|企业|园区|其(?![中他它余次实])|一期)"
    r"|^(?:目前|现|现在|截[至止]目前|当前|眼下|至今)，?(?=已|正|完成|处于|进入|即将|预计|计划|还|仍|尚|主体|开始)"
    r"|(?:^|，|？)(?:目前，?|现)?(?:厂房|主体|设备|车间|土建|地基|桩基|生产线|场地|各项手续)"
    rf"|{NUMBERED}(?:目前|项目|建设|当前|工程|形象|所处|最新|推进)*"
    r"(?:进展|进度|阶段|情况|状态|下一?步(?:工作)?(?:计划|打算|安排|措施)?)(?:情况)?："
    r"|^(?:[计规]划|预计|项目)?(?:总投资|投资|占地|总占地|由|建设内容|主要建设|建设地点)"
)
# `1.甲项目。已签订协议，…`: after an item that is but a name, the next sentence is about it
_ITEM = re.compile(r"^[^，。；：ⓅⒸⓀ]{0,6}Ⓟ[。：:]?$")
_RUNS_ON = re.compile("^(?:已|现|正|目前|预计|计划|拟|将|于|尚|Ⓣ)")
_TAIL_OF_LIST = re.compile(rf"^(?:——)?(?:等|这)?{cues.COUNT}?(?:[^，]{{0,6}}?)(?:项目|企业|工程)")
_SETTLES = re.compile("(?:签约|成功|顺利|正式|已)?(?:落户|落地|落了户|签约入[园驻]|入驻|入园|进驻)")
# 前两家已投产, 后者8月签约: some of the list told of before
_SOME = re.compile(
    "(?P<side>[前后])(?:(?P<one>者|1[家个]|一[家个])|(?P<count>[两二三四五])[家个](?:项目|企业)?)"
)
# …，建成某某机场: an object that the names step does not know is what was built, not the topic
_WITH_OBJECT = ("started", "completed")
_OBJECT = re.compile(
    "了?(?!投|使|运|并|竣|通|验|交|的|手续|工作|开|达|启|完|及|和|或|后|前|以|时|且|点火|试|面积|厂房|主体|标准|生产线|车间|[一二三]期)[一-龥]{3,}"
)
_COUNTED_STAGES = ("intent", "signed", "negotiating")
# 拜访甲公司等，达成合作意向5个: the count is the journey's, not the stage of those visited
_YIELD = re.compile("(?:达成|签[订署约]|签下|形成|洽谈|对接)[^，。；ⓅⒸⓀ]{0,10}?Ⓝ")
_CLAUSE_END = re.compile("[，：]")
# 推进某某灌区续建: the verb is of a thing that the names step does not know
_PUSHED_NAME = re.compile(
    "(?:^|，|、)(?:加快推进|推进|推动|加快|促进|实施|启动)"
    "(?!项目|其|该|工程|建设|各项|手续|前期|土地|主体|设备|厂房|征|落|相关|用地|施工|基础|配套|签约)[一-龥]{3,10}$"
)
_ITS_DATE = re.compile("[ⓅⒸ](?:项目)?(?:于|在|到)?Ⓣ[份底前初末]*[、和]$")
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_BASE = re.compile("[^，。；]{0,12}?(?:基础上|之外|以外|的同时)(?:$|，)")
# 进展：2月开工，…: all of the line is about the project whose card it belongs to
_CARD = re.compile(
    f"{NUMBERED}(?:目前|项目|建设|当前|工程|形象|所处|最新|推进)*"
    "(?:进展|进度|状态|下一?步(?:工作)?(?:计划|打算|安排|措施)?)(?:情况)?："
)
# a subject that the names step does not know: the verb is its own, not the topic's
_STRANGER = re.compile(
    r"(?:^|[，；：、]|推动|推进|加快|启动|完成|实施)"
    r"(?!该|此|本|这|其|上述|以上|目前|各|全部|所有|重点|两个|主体|老|部分|基础|配套|[一二三首]期|土建|附属|项目"
    r"|已|被|是|为|列|纳入|属|系|作为|正|计划|预计|拟|将|总|占|规划|用于|主要)"
    r"[一-龥A-Za-z\d]{4,18}?(?:项目|工程|电站|变电站|处理厂|产业园|工业园|标准厂房|物流园|中心|基地|大道"
    r"|公路|水库|学校|医院|市场|广场|公司|综合体|小镇)(?:[一二三四]期)?"
    r"(?=总?投资|[ⓂⓉⓃ]|，|由|于|已|正|完成|建成|竣工|投产|开工|在|即将|预计|计划)"
)
_GAP, _PARK_GAP = 10, 2  # other words that may stand between subject and verb
_ELIDED, _REFERRED = 5, 12  # other words before a verb without a subject of its own
_OPENING = 2


def after_item(scene: Scene) -> bool:
    """Whether a sentence without a subject runs on from an item of a list."""
    if not scene.topic or not _RUNS_ON.match(scene.text):
        return False
    where = scene.topic[0][1]
    return where.sentence.section is scene.sentence.section and bool(_ITEM.match(where.text))


def on_card(scene: Scene) -> bool:
    """Whether a sentence is the progress field of a project's card."""
    return bool(scene.topic) and _CARD.match(scene.label or scene.text) is not None


def by_subject(scene: Scene, lists: list[Group], taken: Taken) -> Iterator[Candidate]:
    """甲项目已开工; …，目前正在办理手续; 该项目预计年底投产."""
    for match in cues.verb().finditer(scene.text):
        if not overlaps(match.start(), match.end(), taken):
            stage = cues.stage_of(match)
            if stage in _WITH_OBJECT and _OBJECT.match(scene.text, match.end()):
                named = [g for g in lists if g.end <= match.start()]
                if not named or _CLAUSE_END.search(scene.text, named[-1].end, match.start()):
                    continue
            yield from _of_verb(scene, lists, stage, match.start())


def _of_verb(scene: Scene, lists: list[Group], stage: str, at: int) -> Iterator[Candidate]:
    start, _ = scene.clause(at)
    if _PUSHED_NAME.search(scene.text, start, at):
        return
    lists = _staged(scene, lists, stage, at, start)
    group = _in_clause(scene, lists, start, at)
    if group:
        listed = stage == "signed" and _TAIL_OF_LIST.match(scene.text[group.end : at])
        rule = "settles" if listed or _SETTLES.match(scene.text, at) else "subject"
        yield from _said(Cue(scene, at, stage, rule, 0.75), group)
        yield from _dated_before(scene, group, stage, at)
    elif _elided(scene.text[start:at]) or on_card(scene):
        earlier = [g for g in lists if g.end <= start and not g.companion and not _base(scene, g)]
        earlier = [g for g in earlier if g.projects] or earlier
        leading = [g for g in earlier if _leads(scene, g)]
        some = _SOME.search(scene.text, start, at)
        if some and (leading or earlier):
            yield from _said(
                Cue(scene, at, stage, "bracket", 0.75), _part((leading or earlier)[-1], some)
            )
            return
        if _STRANGER.search(scene.text, earlier[-1].end if earlier else 0, at):
            return
        if leading:
            yield from _said(Cue(scene, at, stage, "subject", 0.75), leading[-1])
        elif earlier:
            yield from _said(Cue(scene, at, stage, "topic", 0.65), earlier[-1])
        else:
            yield from _of_topic(Cue(scene, at, stage, "anaphor", 0.6))


def _staged(scene: Scene, lists: list[Group], stage: str, at: int, start: int) -> list[Group]:
    """The lists that the verb can be of: a count that a journey yielded is not of those visited."""
    if stage not in _COUNTED_STAGES or not _YIELD.match(scene.text, at):
        return lists
    if scene.text.startswith("Ⓝ", start):
        return lists
    return [group for group in lists if group.projects or group.end > start]


def _in_clause(scene: Scene, lists: list[Group], start: int, at: int) -> Group | None:
    """The subject in the verb's own clause: the nearest list that is no companion."""
    for group in reversed(lists):
        if group.end > at or group.end <= start or group.companion or _base(scene, group):
            continue
        gap = _TAIL_OF_LIST.sub("", scene.text[group.end : at])
        limit = _PARK_GAP if all(ref.type == "Park" for ref, _ in group.members) else _GAP
        if _CLASS_NOUN.search(gap) or len(_LIGHT.sub("", gap)) > limit:
            return None
        return group
    return None


def _elided(before: str) -> bool:
    """Whether the words of a clause before its verb name no subject of their own."""
    rest = len(_LIGHT.sub("", before))
    if ANAPHOR.search(before):
        return rest <= _REFERRED
    return rest <= _ELIDED and not _CLASS_NOUN.search(before)


def _base(scene: Scene, group: Group) -> bool:
    """Whether a list is but what something is built on: 在甲、乙等项目基础上，新引进…."""
    return _BASE.match(scene.text, group.end) is not None


def _leads(scene: Scene, group: Group) -> bool:
    """Whether a list opens its clause, so that it is what the following clauses are about."""
    start, _ = scene.clause(group.start)
    return len(_LIGHT.sub("", scene.text[start : group.start])) <= _OPENING


def _said(cue: Cue, group: Group) -> Iterator[Candidate]:
    yield from candidates(cue, group.members, verb_status(cue, group.start))


def _dated_before(scene: Scene, group: Group, stage: str, at: int) -> Iterator[Candidate]:
    """`甲项目9月、乙项目10月开工`: the verb holds for each, with its own date."""
    start, cue = group.start, Cue(scene, at, stage, "each", 0.75)
    while match := _ITS_DATE.search(scene.text, 0, start):
        members = scene.refs(match.start(), match.start() + 1)
        date = last_date(scene, match.start(), match.end(), planned=True)
        for found in candidates(cue, members, verb_status(cue, match.start())):
            yield replace(found, date=date)
        start = match.start()


def _part(group: Group, some: re.Match[str]) -> Group:
    """The first or last members of a list."""
    count = 1 if some["one"] else _COUNTS[some["count"]]
    members = group.members[:count] if some["side"] == "前" else group.members[-count:]
    return replace(group, members=members)


def _referred(anaphor: str) -> tuple[str, ...]:
    """What kinds of thing a referring word can mean: 该项目, 公司, 园区."""
    if re.search("公司|企业", anaphor):
        return ("Company",)
    return ("Park",) if re.search("园|基地", anaphor) else ("Project",)


def _meant(cue: Cue) -> list[tuple[Ref, Scene, int]]:
    """The topic, or its first or last: 前者, 后者."""
    topic = cue.scene.topic
    some = next(iter([*_SOME.finditer(cue.scene.text, 0, cue.at)][-1:]), None)
    if some and some["one"] and len(topic) > 1:
        return topic[:1] if some["side"] == "前" else topic[-1:]
    return topic


def _of_topic(cue: Cue) -> Iterator[Candidate]:
    anaphors = ANAPHOR.findall(cue.scene.text, 0, cue.at)
    kinds = _referred(anaphors[-1]) if anaphors else ()
    if not kinds and (after_item(cue.scene) or on_card(cue.scene)):
        kinds = ("Project",)
    for ref, where, position in _meant(cue):
        if ref.type in kinds:
            yield from candidates(cue, [(ref, position)], verb_status(cue, cue.at), where)
