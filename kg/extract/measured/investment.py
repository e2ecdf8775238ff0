"""What a project is said to cost: `has_investment`.

总投资3亿元的X项目 · 投资3亿元建设X项目 · X项目，总投资3亿元 · lists of such.
One sum said of several projects belongs to none of them.
"""

import re

from kg.extract.frame import Frame, Mention
from kg.extract.measured.figure import Context, Figure
from kg.extract.measured.indicator import strip
from kg.extract.measured.topics import Topics

_SUM = re.compile(
    r"(?:注资|斥资|出资)$|(?:^|计划|协议|预计|概算|估算|预算|动态|静态|意向|项目|总|合同|工程|约|引进)(?:总)?投资"
    r"(?:额|总额|规模|强度)?(?:人民币)?$|^(?:总|计划|协议|预计|拟)*(?:投资|投入)"
    r"(?:额|总额|资金|规模)?(?:人民币)?$|投资(?:总)?额$|总投资$"
)
_NOT_OF_ONE = re.compile(r"完成|累计|到位|固定资产|年度|当年|亩均|每亩|强度|新增|已投")
_YEARLY = re.compile(r"年(?:度)?(?:计划|预计|安排|完成)(?:总)?投资")
_OF_PROJECT = re.compile(
    r"(?P<project>(?:该|本)?项目|该工程)?(?:其|工程)?(?:预计|计划|概算|估算|协议)?(?:总)?(?:投资|投入)"
)
_LINKS = re.compile(
    r"^(?:余|多)?(?:人民币)?(?:以上|左右)?(?:[)）])?(?:的|，|、|元)?(?:正式|成功|先后|加快|加大|大力|全力|全面|继续)*(?:建设|实施|开建|兴建|新建|投建|打造|进行|用于|在[^，。；]{1,12}?(?:建设|新建|兴建|实施|打造))?"
    r"(?:的|了)?[“\"《]?(?:[^，。；、]{0,14}的)?[“\"《]?$"
)
_UNREAD = re.compile(r"(?:的|“|》|”)[^，。；的\d]{3,24}(?:项目|工程|中心|基地|生产线|电站)[”》]?，")
_TYPES = ("Project", "Park")
_INVESTS = ("投资", "总投资", "计划", "拟投", "预计", "出资", "斥资", "注资", "独资", "投入")


def invested(frame: Frame, figure: Figure, context: Context, topics: Topics) -> Mention | None:
    """The project whose investment the figure is; None where it is something else."""
    if figure.quantity.kind != "money":
        return None
    phase = _of_phase(frame, figure) or _signed(frame, figure)
    if phase:
        return phase
    own = strip(_own_words(frame, figure))
    bare = _bare(frame, figure)
    if bare is not None:
        return bare
    if not _SUM.search(own) or _NOT_OF_ONE.search(own):
        return None
    if _YEARLY.search(frame.plain, figure.first, figure.quantity.start):
        return None
    if figure.after.startswith("的"):
        return _following(frame, figure)
    bracket = _bracket(frame, figure)
    if bracket is not None:
        return _before_bracket(frame, figure, bracket)
    return _following(frame, figure) or _preceding(frame, figure, context, topics)


_ABOUT = re.compile("(?:约|近|超过?|达)?")
_PHASE_OF = re.compile("[一二三四首]期(?:工程|项目)?$")
_PHASED = re.compile("[一二三四首]期$")
_WORTH = re.compile(
    "(?:签约|合同|协议|投资|引资|项目)*(?:金额|总额|资金|额)(?:约|近|超过?|达到?|为)?"
)


def _of_phase(frame: Frame, figure: Figure) -> Mention | None:
    """其中一期2亿元: the phase right before the sum."""
    start = figure.quantity.start
    for mention in frame.mentions_in(max(figure.sentence.start, start - 4), start, "Project"):
        if _PHASED.search(mention.name) and _ABOUT.fullmatch(frame.plain, mention.end, start):
            return mention
    return None


def _signed(frame: Frame, figure: Figure) -> Mention | None:
    """签约甲项目，金额2亿元: the project that the clause before ends in."""
    if not _WORTH.fullmatch(frame.plain, figure.first, figure.quantity.start):
        return None
    last = frame.mentions_in(figure.sentence.start, figure.first, "Project")
    ends = bool(last) and last[-1].end == figure.first - 1
    return last[-1] if ends and not (len(last) > 1 and _listed(frame, *last[-2:])) else None


def _bracket(frame: Frame, figure: Figure) -> int | None:
    """Where the bracket opens in which the sum stands; None where it stands in none."""
    text = frame.plain
    opened = max(text.rfind(m, figure.sentence.start, figure.quantity.start) for m in "（(")
    closed = max(text.rfind(m, figure.sentence.start, figure.quantity.start) for m in "）)")
    return opened if opened > closed else None


_BARE = re.compile(r"[（(](?:[^（）()\d]{2,12}[，,])?(?:约|近|超)?$")


def _bare(frame: Frame, figure: Figure) -> Mention | None:
    """甲项目（3亿元）, 甲项目（乙公司，3亿元）: a sum alone in a project's bracket is its own."""
    end = figure.quantity.end
    if not frame.plain.startswith(("）", ")", "，", "、"), end):
        return None
    bare = _BARE.search(frame.plain, max(0, figure.quantity.start - 18), figure.quantity.start)
    return _before_bracket(frame, figure, bare.start()) if bare else None


def _before_bracket(frame: Frame, figure: Figure, bracket: int) -> Mention | None:
    """甲项目（总投资3亿元）: the project that the bracket belongs to, never the one after it."""
    names = frame.mentions_in(figure.sentence.start, bracket, *_TYPES)
    return names[-1] if names and not frame.plain[names[-1].end : bracket].strip("”》") else None


def _own_words(frame: Frame, figure: Figure) -> str:
    """The words that lead up to the sum, without the investor: 由X公司投资."""
    names = frame.mentions_in(
        figure.first, figure.quantity.start, "Company", "Organization", "Region"
    )
    words = frame.plain[names[-1].end : figure.quantity.start] if names else ""
    return words if words.startswith(_INVESTS) else figure.before


def _following(frame: Frame, figure: Figure) -> Mention | None:
    """总投资3亿元的X项目: the project that stands right behind the sum."""
    end = figure.quantity.end
    names = frame.mentions_in(end, figure.sentence.end, *_TYPES)
    names += [
        m for m in frame.inner if m.type == "Project" and end <= m.start < figure.sentence.end
    ]
    for mention in sorted(names, key=lambda m: m.start):
        if _LINKS.match(frame.plain[end : mention.start]):
            if frame.plain[end] in "，," and _PHASE_OF.search(mention.name):
                return None  # 甲项目，总投资6亿元，一期工程已完工
            return mention if not _first_of_many(frame, mention) else None
        return None
    return None


def _preceding(frame: Frame, figure: Figure, context: Context, topics: Topics) -> Mention | None:
    """X项目，总投资3亿元: the one project that the sentence speaks of."""
    here = frame.mentions_in(figure.sentence.start, figure.quantity.start, "Project")
    if not here and context.counted_at < 0 and topics.entry:
        return topics.entry if topics.entry.type in _TYPES else None
    if _UNREAD.search(frame.plain, figure.sentence.start, figure.first) and not here:
        return None  # 甲与乙共建的丙中心，总投资3亿元: what it is of was not read
    if not here and context.counted_at < 0:
        opened = _OF_PROJECT.match(frame.plain, figure.first)
        if opened and opened["project"]:
            return topics.project or topics.last_project
        return topics.project if opened else None
    if not here or here[-1].end <= context.counted_at:
        return None
    last = here[-1]
    if len(here) > 1 and _listed(frame, here[-2], last):
        return None
    return last


def _first_of_many(frame: Frame, mention: Mention) -> bool:
    following = frame.plain[mention.end : mention.end + 1]
    others = frame.mentions_in(mention.end, mention.end + 60, "Project")
    return following == "、" and bool(others) and others[0].start == mention.end + 1


def _listed(frame: Frame, left: Mention, right: Mention) -> bool:
    return frame.plain[left.end : right.start] in ("、", "和", "及", "与", "以及")
