"""Quantities: money, percentages, percentage points, counts and physical amounts, masked or open.

What is approximate (近, 余, 多, 以上) is the printed number; a range gives both its ends.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kg.extract.frame import Frame, Quantity, QuantityKind
from kg.extract.masks import LATIN_MASK, MASK, half_width
from kg.extract.numerals import number, plain, scale
from kg.vocabulary import load

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CHINESE = r"[一二两三四五六七八九十][一二两三四五六七八九十百千零〇]*"
_MASKED = rf"(?:\d[\d.]*)?(?:{MASK}|{LATIN_MASK}|某)(?:[\d.]|{MASK}|[Xx](?![A-Za-z]))*"
_DASH = r"\s?(?:-{1,2}|—{1,2}|–|~|～|至|到|－)\s?"


# 某个 is a word of the language, unless the paper masks with 某
_REDACTED = re.compile(r"某(?:[万亿]?元|亿|%|县|月|年|吨|亩)")
_OPENING, _CLOSING = tuple('“"‘「'), tuple('”"’」')
# X口岸, ×家居: after a mask that redacts a name the letter of a measure word begins a word
_AFTER_NAME = re.compile(
    "口(?:岸|碑|径|腔)|家(?:具|居(?!民)|电|纺|私|园)|台(?:账|资|商|湾)|户(?:外|籍)|人(?:民|大|社|防|行)|名(?:优|牌|录|酒|茶)|所(?:有|在|以)"
    "|处(?:理|置|级)|位(?:于|置|列|居)|组(?:织|建|成|团)|部(?:分|门|长|队)|场(?:地|所)|对(?:接|外|口|标)|条(?:件|例)|批(?:复|准|发)"
    "|支(?:持|付|部|撑|出|柱|行|线)|座(?:谈|落)|单(?:位|独|体)|起(?:步|点|草)|头部|米(?:业|粉|线|厂)|度假|升级|码头|瓦斯|元素|成(?:长|立|效|果)"
    "|种(?:业|植|苗|子)|双(?:创|向|方|创园)|罐头|瓶(?:装|盖)|箱(?:包|体)|套(?:装|餐)|张(?:江|家)|枚|件(?:数|均)"
)
# measure words that a single Chinese digit may stand before (两家, but not 两头)
_COUNTED = frozenset("个家支名位座条台辆所批次场处户项亩人")


def find_quantities(frame: Frame) -> None:
    """Fill `frame.quantities`, in order."""
    frame.quantities = list(quantities(frame.plain))


def quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text, in order, not overlapping."""
    folded = half_width(text)
    redacted = len(_REDACTED.findall(folded)) > 1
    for match in _pattern().finditer(folded):
        read = list(_read(match, folded, redacted=redacted))
        if read and folded[match.start() - 1 : match.start()] in _JOINS:
            yield from _sharing(match, folded, read[-1])
        yield from read


_JOINS = tuple("、和及与")
_SHARED = re.compile(rf"分别[^，。；、]{{0,12}}?(?P<all>(?:(?<![\d.])(?:{_ARABIC})[、和及与])+)$")


def _sharing(match: re.Match[str], text: str, last: Quantity) -> Iterator[Quantity]:
    """The bare numbers of a series that 分别 opens: 分别提高5.1、7.3和2个百分点 share one unit."""
    before = _SHARED.search(text, max(0, match.start() - 60), match.start())
    scaled = last.kind != "physical" and last.unit != "%"
    factor = scale((match["scale"] or "").strip("个多")) if scaled else 1
    for one in re.finditer(_ARABIC, before["all"]) if before else ():
        start = match.start() - len(before["all"]) + one.start() if before else 0
        end = start + len(one[0])
        yield Quantity(start, end, _value(one[0], factor), last.unit, last.kind)


@cache
def _units() -> dict[str, tuple[QuantityKind, str]]:
    """Said unit → its kind, and the unit as facts name it."""
    data = load("cues/units.yaml")
    units: dict[str, tuple[QuantityKind, str]] = {u: ("physical", u) for u in data["physical"]}
    units |= {u: ("count", u) for u in data["count"]}
    units |= {said: ("money", code) for code, row in data["money"].items() for said in row}
    units |= {"%": ("percent", "%"), "﹪": ("percent", "%"), "百分点": ("points", "百分点")}
    units |= {"个百分点": ("points", "百分点"), "倍": ("physical", "倍"), "成": ("percent", "%")}
    return units


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(re.escape(u) for u in sorted(_units(), key=len, reverse=True))
    per = "|".join(sorted(load("cues/units.yaml")["per"], key=len, reverse=True))
    spoilt = "|".join(load("cues/units.yaml")["no_count_after"])
    return re.compile(
        rf"""(?=[\d\-*×□○●■◯Xx某一二两三四五六七八九十百千万亿])(?<![\d.A-Za-z第届〇零一二三四五六七八九十百千])(?<!(?<![目当日此])前)(?:
        百分之(?P<hundredth>{_MASKED}|{_ARABIC}|{_CHINESE})
        |(?:(?P<low>{_ARABIC}|{_MASKED})(?P<lowscale>[万亿]?)(?:{_DASH}|和)(?=[\d*X×□]))?
         (?P<minus>(?<![\d%年月日])-)?
         (?P<number>{_MASKED}|{_ARABIC}|{_CHINESE}|(?<=[破达超过近上])(?=[百千万亿]))
         \s?(?:多|余|来|几)?(?P<scale>(?:个多?(?=亿))?[十百千]?(?:万亿|亿|万)?|[百千]?)(?:多|余)?\s?
         (?P<unit>{units}|(?<=亿))(?P<per>/(?:{per}))?(?:余|多(?!个))?
        )(?!{spoilt})""",
        re.VERBOSE,
    )


def _read(match: re.Match[str], text: str, *, redacted: bool) -> Iterator[Quantity]:
    if match["hundredth"]:
        yield Quantity(*match.span(), _value(match["hundredth"], 1), "%", "percent")
        return
    printed, said = match["number"], match["unit"]
    kind, unit = _units()[said] if said else ("money", "CNY")
    if match["number"] == "某" and kind == "count" and not redacted:
        return
    if _is_no_amount(match, text, kind) or _is_quoted(match, text) or _redacts_name(match, text):
        return
    factor = scale(match["scale"].strip("个多"))
    if said == "成":
        factor = 10
    elif kind == "physical" and printed and factor > 1:
        big = match["scale"].lstrip("十百千")
        unit, factor = big + unit, scale(match["scale"]) // scale(big)
    if match["per"] and kind == "money":  # a price: 0.5元/度
        kind, unit = "physical", said + match["per"]
    low = match["low"]
    if low:
        own = scale(match["lowscale"]) if match["lowscale"] and kind != "physical" else factor
        yield Quantity(match.start("low"), match.end("lowscale"), _value(low, own), unit, kind)
    sign = -1 if match["minus"] and kind in ("percent", "points") else 1
    start = match.start("number")
    yield Quantity(start, match.end(), _value(printed or "1", factor * sign), unit, kind)


def _value(printed: str, factor: int) -> int | float | None:
    if re.search(rf"{MASK}|[Xx某]", printed):
        return None
    return plain(number(printed) * Decimal(factor))


def _redacts_name(match: re.Match[str], text: str) -> bool:
    """Whether a mask stands for a name, and the measure word begins what follows: X口岸."""
    masked = (match["number"] or " ")[0] in "*×□○●■◯Xx" and not match["scale"]
    return masked and _AFTER_NAME.match(text, match.start("unit")) is not None


def _is_quoted(match: re.Match[str], text: str) -> bool:
    """Whether the number is a name in quotes: 出台“21条”."""
    return (
        text[match.start() - 1 : match.start()] in _OPENING
        and text[match.end() : match.end() + 1] in _CLOSING
    )


def _is_no_amount(match: re.Match[str], text: str, kind: QuantityKind) -> bool:
    """Whether a number with a measure word is none: 一个, 五个更大, 某人, 三成 as a verb."""
    printed, unit = match["number"], match["unit"]
    if not printed:
        return kind == "count" or not match["scale"] or text[match.end() : match.end() + 1] == "级"
    chinese = not printed[0].isascii() and printed[0] in "一二两三四五六七八九十"
    if unit == "成":
        return (not chinese and not printed.isdigit()) or _value(printed, 1) not in range(1, 10)
    if chinese and kind in ("count", "physical"):
        quoted = text[max(0, match.start() - 1) : match.start()] in tuple("“\"‘'「")
        # 二 with a measure word is no count (二次开发): that is 两
        rare = len(printed) == 1 and unit not in _COUNTED
        return quoted or rare or (printed in "一二" and not match["scale"])
    return False
