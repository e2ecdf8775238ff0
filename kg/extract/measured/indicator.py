"""The indicator of a figure in the text's own words: the noun phrase before it, or after it.

`完成外贸进出口总额3亿元` → 外贸进出口总额; `组织小分队外出招商17次` → 组织小分队外出招商次数;
`同比增长5%` has none of its own and takes that of the figure before it.
"""

import re

from kg.extract.measured.figure import Context, Figure
from kg.extract.measured.measure import Measure
from kg.extract.measured.words import cue, lead, tail

LONGEST = 28
_NOUN_AFTER = re.compile(
    r"^(?:余|多|左右|以上)?(?:[（(]次[)）])?(?:的)?(?P<noun>[\u4e00-\u9fffA-Za-z“”\"*]{1,16}?)"
    r"(?=实现|签约$|成功|已|正在|进行|建成|开工|$|入驻|达成|落地|的|在|被|与|为|和|通过|获|总投资|共|进入|纳入|均|分别|将)"
)
_ACT_UNITS = ("次", "批次", "人次", "场次", "批", "家次", "户次", "场", "台次", "车次", "班次")
_VERB_ONLY = re.compile(
    r"^(?:投入|投资|支持|安排|列支|下拨|争取|筹集|获得|新增|增加|减少|落实|发放|兑现|拨付|引进|签约|建成|新建|建设|组织|开展"
    r"|举办|召开|接待|对接|洽谈|走访|帮助|解决|培育|盘活|清理|设立|派出|选派|提供|创造|带动|解决|办理|促成|拜访|入驻|落户"
    r"|开工|竣工|投产|新|签订|达成|集中|现场|承接|推进|实施|储备|谋划|包装|招引|吸引)+$"
)


def indicator_of(figure: Figure, measure: Measure, context: Context) -> str | None:
    """The indicator as said, or as taken over from the figures before; None where none is said."""
    name = _OWN[measure](figure, context)
    return name[-LONGEST:] if name else None


def strip(words: str) -> str:
    """The words without what leads in and what leads up to the number."""
    return tail().sub("", lead().sub("", words))


def _level(figure: Figure, context: Context) -> str | None:
    if cue("target_only").search(figure.before.strip()):
        return context.indicator
    own = strip(figure.before)
    noun = _noun_after(figure)
    if not own or _VERB_ONLY.match(own):
        own += noun if noun and len(noun) > 1 else ""
    if cue("relational").match(own) and context.head:
        return context.head + own
    return own or None


def _count(figure: Figure, context: Context) -> str | None:
    if cue("target_only").search(figure.before.strip()):
        return context.indicator
    own = strip(figure.before)
    noun = _noun_after(figure)
    unit = figure.quantity.unit
    if noun and cue("idle_nouns").match(noun):
        return None
    name = own + noun if noun not in own else own
    if unit in _ACT_UNITS and (name or context.head):
        return (name or context.head or "") + unit.removesuffix("数") + "数"
    if not noun and context.head and not _has_head(own, unit):
        name = own + context.head
    return name + "数" if name else None


def _yoy(figure: Figure, context: Context) -> str | None:
    base = strip(cue("yoy_words").sub("", figure.before.strip()))
    return _leaning(base, context)


def _completion(figure: Figure, context: Context) -> str | None:
    base = strip(cue("completion_words").sub("", figure.before.strip()))
    return _leaning(base, context)


def _share(figure: Figure, context: Context) -> str | None:
    words = figure.before.strip()
    if cue("target_only").search(words) and context.indicator:
        return context.indicator
    own = strip(words)
    left, of, right = own.rpartition("占")
    if of and right and not right.startswith("比"):
        return (left or context.indicator or "") + "占" + right.strip("的") + "比重"
    if own in ("占比", "比重", "比例", "占", ""):
        noun = _noun_after(figure)
        return (context.indicator or noun or "") + "占比" if context.indicator or noun else None
    return re.sub(r"(?:目标|任务)+(?:任务|为)?$", "", own)


def _leaning(base: str, context: Context) -> str | None:
    if not base:
        return context.indicator
    if cue("relational").match(base) and context.head:
        return context.head + base
    return base


def _noun_after(figure: Figure) -> str:
    match = _NOUN_AFTER.match(figure.after)
    return match["noun"].strip('“”"') if match else ""


def _has_head(words: str, unit: str) -> bool:
    """Whether the words before a number already end in the thing that is counted."""
    return bool(re.search(r"(?:项目|企业|公司|商会|园区|中心|基地|活动|队伍|单位|岗位|[业商会者员厂场站店房所局])$", words)) or unit in (
        "人", "名", "位", "人次",
    )  # fmt: skip


_OWN = {"level": _level, "count": _count, "yoy": _yoy, "completion": _completion, "share": _share}
