"""The indicator of a figure in the text's own words: the noun phrase before it, or after it.

`完成外贸进出口总额3亿元` → 外贸进出口总额; `组织小分队外出招商17次` → 组织小分队外出招商次数;
`同比增长5%` has none of its own and takes that of the figure before it.
"""

import re
from functools import cache

from kg.extract.measured.earlier import earlier
from kg.extract.measured.figure import Context, Figure, Measure
from kg.extract.measured.words import cue, lead, tail

LONGEST = 28
LONG_HEAD = 10
SHORT_HEAD = 6
LONGEST_ADDED = 4
_STOPS = (
    "于|还有|尚|仍|实现|成功|已|实施|开展|完成|参加|正在|进行|建成|达成|的|在|被|(?<!参)与|为|和|通过|获"
    "|总投资|共|进入|纳入|均|分别|将|参会|举行|举办|到|由|是"
)
_SKIPPED = r"(?:余|多|左右|以上|以下|之多)?+(?:[（(]次[)）])?+(?:的|“)?+"
_ACT_UNITS = {
    "次": "次数", "批次": "批次", "人次": "人次", "场次": "场次", "批": "批次", "家次": "家次",
    "户次": "户次", "场": "场数", "台次": "台次", "车次": "车次", "班次": "班次",
}  # fmt: skip
_AREA_UNITS = ("亩", "平方公里", "平方米", "平米", "㎡", "公顷")
_PLACE_MASK = re.compile(
    r"(?:来|到|赴|在)?[*×□○]+(?:[县市区省州镇乡籍](?![一-鿿]{0,3}[园区]))?(?![\d万亿元千百%％*×])"
)
_DEFINITE = re.compile(
    r"(?:落户(?:我[县市区])?|抓好|抓牢|盯住|这|那|其他|其余|其它|上述|前述|该|另外|同样)$"
)  # 这两家: nothing is counted
_RANK = re.compile("(?:前移|前进|上升|提升|跃升|提高|下降|后退|后移|下滑|攀升|晋升)(?:了)?$")
_FUND = re.compile(r"的?(?P<name>[\u4e00-\u9fff“”]{0,12}(?:基金|资金池))")
_JOINED = re.compile(
    "(?!.*(?:签约|开工|落户|入驻|参加|签订|参会|建成|投产))[\u4e00-\u9fff、]{1,6}[和及与][\u4e00-\u9fff]{1,4}(?:企业|项目|公司|基地|平台)"
)
# 赴甲、乙等地招商, 邀请甲、乙等企业考察: whither and whom is no part of the name
_WHERE = re.compile(
    r"(?:赴|前往|奔赴|到)[^，。；]{2,24}?等(?:地区?|省市|城市|省区)(?=[^，。；]{2})"
    r"|(?:(?<=邀请)|(?<=组织)|(?<=拜访)|(?<=走访)|(?<=对接))[^，。；]{2,40}、[^，。；]{2,20}?等(?=[^，。；]{0,2}(?:企业|客商|公司)(?:来|到|赴))"
)
_RAISED_END = re.compile(
    r"(?:已|由[^，。]{0,12})?(?:提高|提升|上升|增加|增长|下降|降低|降|回升|增|扩大)(?:到|至|为)$"
)
_RATE = re.compile(r"[\u4e00-\u9fff]{2}率")
_RATE_OF = re.compile(r"(.{2,}(?:项目|企业|任务))[\u4e00-\u9fff]{2}率")
_CLASS = re.compile(r"(?:[\d*×XxＸ一二三四五六七八九十]*[百千]?[亿万]元(?:及)?以上)的?")
_CLASSED = re.compile(r"^.{0,6}[亿万]元(?:及)?以上的?")
_PART_OF = re.compile(r"^[^投引完]{1,12}(?:项目|企业|产业|工业|农业|服务业|制造业|第[一二三]产业)$")
_DONE = re.compile(
    r"(?:已|正式|先后|相继|顺利|成功|实现|全部|均|集中|已经)*(?P<verb>建成投产|竣工投产|开工建设|签约落地|竣工|投产|开工|签约|落地"
    r"|达产|试产|投用|入驻|落户|入库|入统|上规|动工|建成|完工|在建)"
)
# 等6个项目与我县签订合同: what was agreed on is signed
_AGREED = re.compile(
    r"(?:均|已|都)?(?:[与和同][^，。；]{1,12})?(?:达成|签订|签署|签下)[^，。；]{0,14}(?:协议|合同)"
)
_A_GOAL = re.compile(r"(?:余|多|左右|以上|的)*(?:年度|全年)?(?:目标|任务|计划|考核指标)")
_ATTENDED = re.compile("参展|参会|参赛|入驻|入园")
_BROUGHT = re.compile(r"新?(?:招引|引进)")
# 甲协会有关负责人和160家企业: who else came is no part of what is counted
_GUESTS = re.compile(
    r"^.*(?:负责人|负责同志|领导|嘉宾|专家|学者|代表)(?:和|及|以及|与|暨)(?:近|超过?|约)?$"
)
_SHORT = ("村", "镇", "乡", "屯", "组")  # things of one character
_CHANGES = ("增加", "减少", "新增", "增长", "下降", "净增", "净减少")
_TOTALS = ("总数", "总量", "总数量", "总户数", "总家数", "数量", "个数")
_RISES = (*_CHANGES, "提高", "提升", "上升", "整合", "发展", "扩大")
_PEOPLE = ("人", "名", "位", "人次")
_VERB_ONLY = re.compile(
    r"^(?:组建|设立|成立|建立|发起|发起设立|筹建|筹备|募集|投入|投资|支持|安排|列支|下拨|争取|筹集|获得|新增|增加|减少|落实|发放|兑现|拨付|引进|签约|建成|新建|建设|组织|开展"
    r"|举办|召开|接待|对接|洽谈|走访|帮助|解决|培育|盘活|清理|设立|派出|选派|提供|创造|带动|办理|促成|拜访|入驻|落户|新"
    r"|开工|竣工|投产|签订|达成|集中|承接|推进|实施|储备|谋划|包装|招引|吸引|缴纳|上缴|安置|吸纳|每年|每|平均|最高|给予)+$"
)
_HEADING_SHARE = re.compile(r"(.{2,20}?)(?:占比|比重|比例)")


def indicator_of(figure: Figure, measure: Measure, context: Context) -> str | None:
    """The indicator as said, or as taken over from the figures before; None where none is said."""
    name = _OWN[measure](figure, context)
    if not name:
        return None
    name = _PLACE_MASK.sub("", cue("filler").sub("", _WHERE.sub("", name)))
    return re.sub(r"[\s“”\"‘’]", "", name)[-LONGEST:] or None


def strip(words: str) -> str:
    """The words without what leads in and what leads up to the number."""
    return tail().sub("", lead().sub("", words))


def _level(figure: Figure, context: Context) -> str | None:
    before = figure.before.strip()
    if cue("target_only").search(before):
        return context.indicator
    own = strip(cue("target_suffix").sub("", before))
    if context.indicator and (carried := _carried(own, figure, context)):
        return carried
    fund = _FUND.match(figure.after) if own.endswith("规模") or _VERB_ONLY.match(own) else None
    if fund:  # 设立规模20亿元的产业基金
        return fund["name"] + "规模"
    if own == "首期" and "基金" in str(context.indicator):
        return f"{context.indicator}首期"
    own = _named(own, figure, context)
    if cue("relational").match(own) and context.head:
        return context.head + own
    if context.amount and figure.quantity.kind == "money" and _PART_OF.search(own):
        return own + context.amount  # 到位资金3亿元，其中工业项目2亿元
    return own or None


def _carried(own: str, figure: Figure, context: Context) -> str | None:
    """The indicator of the figure before, where this one only adds to it."""
    said = str(context.indicator)
    if cue("raised").fullmatch(figure.before.strip()) and context.measure in ("level", "count"):
        return said
    if not own and _A_GOAL.match(figure.after):
        return said
    if figure.before.strip().endswith("的") and len(own) <= LONGEST_ADDED:
        return own + said
    if not own and not noun_after(figure) and context.measure == "level":
        return said
    return said + own if own in _CHANGES else None


def _named(own: str, figure: Figure, context: Context) -> str:
    """The words before the number with the noun behind it, else with what was said earlier."""
    if figure.quantity.unit.endswith(_AREA_UNITS) and not cue("areas").search(own):
        own += "面积"
    if own and not _VERB_ONLY.match(own):
        return own
    noun = noun_after(figure)
    if len(noun) > 1:
        return own + noun
    return (earlier(figure, "level") if not context.indicator else "") or own


def _count(figure: Figure, context: Context) -> str | None:
    before = figure.before.strip()
    if cue("target_only").search(before):
        return context.indicator
    if cue("raised").fullmatch(before) and context.measure == "count":
        return context.indicator  # 企业由39家增加到117家
    if figure.quantity.unit == "位" and _RANK.search(before):
        return None
    if _DEFINITE.search(before) or cue("idle_nouns").match(figure.after.lstrip("余多")):
        return None
    own = strip(cue("target_suffix").sub("", _GUESTS.sub("", before)))
    if own in _CHANGES and context.indicator:
        return context.indicator + own
    if own in _TOTALS and context.indicator:  # 新增企业6家，总数达到58家
        return re.sub("^(?:新增|净增|新)", "", context.indicator)
    noun = noun_after(figure)
    if not own and not noun:
        return context.indicator if context.measure == "count" else _counted_before(figure, context)
    return _counted(own, noun, figure, context)


def _counted_before(figure: Figure, context: Context) -> str | None:
    name = "" if context.indicator else earlier(figure, "count")
    return name.removesuffix("数") + "数" if name else None


def _counted(own: str, noun: str, figure: Figure, context: Context) -> str | None:
    """The name of a count of things, people or acts, with the noun an earlier count left out."""
    unit = figure.quantity.unit
    if unit in _PEOPLE:
        people = own if own.endswith(("人员", "干部")) else own + noun
        return people.removesuffix("参会") + "人数"
    noun = _with_deed(own, noun, figure)
    if not noun and cue("no_name").search(own):
        return None
    name = own + noun if noun not in own else own
    act = _ACT_UNITS.get(unit)
    if act:
        name = name or context.head or ""
        return name.removesuffix(unit) + act if name else None
    name = _completed(name, own, noun, context)
    return name.removesuffix("数") + "数" if name else None


def _with_deed(own: str, noun: str, figure: Figure) -> str:
    """The counted noun with what it did: 甲电子等6个项目建成投产, 组织20家企业参展."""
    if not noun:
        return noun
    behind = figure.after.find(noun) + len(noun)
    attended = _ATTENDED.match(figure.after, behind)
    if attended and not own.endswith(attended[0]):
        return attended[0] + noun
    if own or noun not in ("项目", "企业"):
        return noun
    done = _DONE.match(figure.after, behind)
    agreed = _AGREED.match(figure.after, behind)
    return (done["verb"] if done else "签约" if agreed else "") + noun


def _completed(name: str, own: str, noun: str, context: Context) -> str:
    """A class of sums (10亿元以上1个) or of another kind with the noun an earlier count said."""
    if not noun and context.head and _CLASS.fullmatch(own):
        head = _CLASSED.sub("", context.head)  # 引进亿元以上项目30个，其中5亿元以上8个
        own = own.removesuffix("的") + (head if len(head) < LONG_HEAD else "")
        name = own
    brought = _BROUGHT.match(own)
    context.brought = brought[0] if brought else context.brought
    if _CLASS.match(own):  # 招引亿元以上项目2个，10亿元以上项目1个
        name = context.brought + name
    headed = re.search(cue("heads").pattern + "$", own)
    if not noun and context.noun and not headed and context.noun not in own:
        name = own + context.noun
    return name


def _yoy(figure: Figure, context: Context) -> str | None:
    return _leaning(strip(cue("yoy_words").sub("", figure.before.strip())), context)


def _completion(figure: Figure, context: Context) -> str | None:
    return _leaning(strip(cue("completion_words").sub("", figure.before.strip())), context)


def _share(figure: Figure, context: Context) -> str | None:
    words = figure.before.strip()
    carried = cue("target_only").search(words) or cue("raised").fullmatch(words)
    if carried and context.indicator:
        return context.indicator
    words = _RAISED_END.sub("", words)
    own = strip(cue("target_suffix").sub("", words))
    left, of, right = own.rpartition("占")
    if of and right and not right.startswith("比"):
        base = left or re.sub(r"占.*比重$", "", context.indicator or "")
        return base + "占" + re.sub("的?(?:比重|比例|份额)?$", "", right) + "比重"
    if _RATE.fullmatch(own):
        return (_stem(context) or _class_before(context)) + own
    if own in ("占比", "比重", "比例", "占", ""):
        if context.measure == "share" and context.indicator:
            return context.indicator
        thing = context.indicator or earlier(figure, "count") or _of_heading(figure)
        thing = thing or noun_after(figure)
        return thing.removesuffix("数") + "占比" if thing else None
    return own


def _stem(context: Context) -> str:
    """Whose rates they are, said with the first of several: 签约项目履约率5%、开工率3%."""
    for name in reversed(context.levels):
        stem = _RATE_OF.fullmatch(name)
        if stem:
            return stem[1]
    return ""


def _class_before(context: Context) -> str:
    """The class of projects just counted, of which a bare rate is: 签约项目12个，开工率50%."""
    for level in reversed(context.levels):
        head = level.removesuffix("数")
        if head.endswith("项目") and not _DONE.match(head):
            return head if len(head) <= SHORT_HEAD else ""
    return ""


def _of_heading(figure: Figure) -> str:
    match = _HEADING_SHARE.match(figure.sentence.section.heading)
    return match[1] if match else ""


def _leaning(base: str, context: Context) -> str | None:
    if not base:  # 同比增加4亿元，增长14%: of the whole, not of the addition
        return re.sub("(?:增加|减少)$", "", context.indicator or "") or None
    if cue("relational").match(base) and context.head:
        return context.head + base
    return base


def noun_after(figure: Figure) -> str:
    """The thing that a number counts where it stands behind it: 12个项目."""
    if _A_GOAL.match(figure.after):  # 20户的目标
        return ""
    matches = [pattern.match(figure.after) for pattern in _noun_patterns()]
    nouns = [match["noun"].strip('“”"、') for match in matches if match]
    if len(nouns) > 1 and _JOINED.fullmatch(nouns[0]):  # 4家标注和渲染企业
        return nouns[0]
    nouns = [n for n in nouns if (len(n) > 1 or n in _SHORT) and n not in _RISES]
    return min(nouns, key=len, default="")


@cache
def _noun_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    chars = '[\u4e00-\u9fffA-Za-z0-9“”"*、]'
    return (
        re.compile(rf"{_SKIPPED}(?P<noun>{chars}{{0,12}}?{cue('heads').pattern})"),
        re.compile(rf"{_SKIPPED}(?P<noun>{chars}{{1,14}}?)(?={_STOPS}|$)"),
    )


_OWN = {"level": _level, "count": _count, "yoy": _yoy, "completion": _completion, "share": _share}
