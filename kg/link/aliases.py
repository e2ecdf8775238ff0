"""Whether a short name says a longer one, and the second names that a text introduces."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.extract.frame import Frame, Mention
from kg.extract.names.regions import gazetteer
from kg.extract.names.words import any_of, words

_DIGITS = re.compile(r"\d+|[一二三四五六七八九十](?=期|号|届)")
_PARK_TAIL = re.compile(r"(?:产业|工业)?(?:园区|园|新区|集聚区|开发区)")
_RANK = re.compile("(?:经济技术|经济|高新技术产业|高新技术|工业|产业)(?=开发区$)")
_INTRODUCED = re.compile(
    r"[（(](?:即|原名?|即原|以下简称|下称|简称|又称|曾用名|前身是?)[:：为“\"]{0,2}$"
)


def introduced(frame: Frame) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of one type that a bracket joins: 甲（以下简称乙）."""
    names = frame.mentions
    for first, second in pairwise(names):
        between = frame.text[first.end : second.start]
        if first.type == second.type and _INTRODUCED.fullmatch(between):
            yield first, second


def contains(longer: str, short: str, kind: str) -> bool:
    """Whether `short` is a way to say `longer`, both in normal form and of this type."""
    if len(short) >= len(longer):
        return False
    if kind == "Company":
        return _firm(longer, short)
    if kind == "Project" and (
        _opens(longer, short) or _phased(longer, short) or _sized(longer, short)
    ):
        return True
    if kind in ("Project", "Organization"):
        return longer.endswith(short) if len(short) < 4 else _condensed(longer, short)
    if kind == "Park" and _RANK.sub("", longer) == short:
        return True  # 青禾经济开发区, 青禾开发区
    if kind == "Park" and longer.startswith(short):
        return _PARK_TAIL.fullmatch(longer[len(short) :]) is not None
    return longer.endswith(short)


@cache
def _firm_tail() -> re.Pattern[str]:
    lists = words("companies")
    return re.compile(f"(?:{any_of([*lists['legal'], *lists['trades']])}|股份|有限)*")


_WHOLE_NAME = 4  # a name this long has its trade; only a brand alone (沂山) leaves it out


def _firm(longer: str, short: str) -> bool:
    """甲乙 says 沂山甲乙科技有限公司: a place before it, trades and legal forms after it."""
    before, found, after = longer.partition(short)
    if not found:
        return False
    placed = next((after[n:] for n in (4, 3, 2) if after[:n] in gazetteer()), None)
    if placed == "" and len(short) >= _WHOLE_NAME:
        return False  # 沂山电器（海州）有限公司: a subsidiary of 沂山电器
    after = after if placed is None else placed
    if _firm_tail().fullmatch(after) is None:
        return False
    bare = before.replace("*", "")
    return (
        not bare
        or bare in gazetteer()
        or any(
            bare.startswith(name) and bare[len(name) :] in gazetteer()
            for name in (bare[:2], bare[:3])
        )
    )


PHASE = re.compile(r"(?:项目|工程)?[（(]?[一二三四五首]期")
_PHASE_END = re.compile(r"(?:项目|工程)?(?P<no>[一二三四五首]期)(?:项目|工程)?$")
_SIZE = re.compile(
    r"(?:年|月|日)?(?:产|加工|处理|生产)?[\d.]+[万亿]?(?:吨|千升|升|套|台|件|只|辆|米|平方米|立方米|千瓦|兆瓦|[GMK]W|亩|片|支|枚|头|羽|张|箱)"
)


def _opens(longer: str, short: str) -> bool:
    """Whether a project is called by the beginning of its name: 甲乙|镁板深加工, no phase of it."""
    rest = longer[len(short) :]
    head = longer.startswith(short) and len(short) >= 3 and short not in gazetteer()
    sized = _DIGITS.match(rest) and not short.endswith("期")
    return head and len(rest) > 1 and not PHASE.match(rest) and not sized


def _phased(longer: str, short: str) -> bool:
    """Whether a phase is called by the beginning of the whole name: 甲|二期, 甲镁板项目|二期."""
    one, other = _PHASE_END.search(longer), _PHASE_END.search(short)
    if not one or not other or one["no"] != other["no"]:
        return False
    base = short[: other.start()]
    return len(base) >= 3 and longer.startswith(base)


def _sized(longer: str, short: str) -> bool:
    """Whether two names of a project differ by its size alone: 甲年产3万吨乙, 甲乙."""
    bare = _SIZE.sub("", longer)
    return (
        bare != longer and _SIZE.search(short) is None and bare.endswith(short) and len(short) > 3
    )


def _condensed(longer: str, short: str) -> bool:
    """Whether the short name is the longer with words left out: same numbers, same end."""
    if longer.endswith(short):
        return True
    longer = longer.lstrip("*")
    if longer[0] != short[0] or longer[-2:] != short[-2:] or 2 * len(short) < len(longer):
        return False
    if set(_DIGITS.findall(short)) - set(_DIGITS.findall(longer)):
        return False
    rest = iter(longer)
    return all(char in rest for char in short)
