"""The report's own region: the county, city or town that a report speaks for, or news is about.

A masked report's is the masked county it names most (`*县`, `X县`). Else the divisions of China
(GB/T 2260, `ontology/regions`) that the text names are weighed: what the title begins with, what it
names, what the opening and the rest say how often; a narrower one goes before those around it.
Where nothing prevails there is none: no region is better than a wrong one.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import ahocorasick_rs
import opencc

from kg.read.edit import HAN
from kg.rooms import room

_MASK = r"(?:[*×□○]{1,3}|(?<![A-Za-zＸX])[XＸ]{1,3}|某)"
_MASKED = re.compile(rf"{_MASK}(?:自治)?([县市区旗州镇乡])(?!域|场|级|面|直)")
_OWN = re.compile(r"[我全本]([县市区省州旗镇乡])(?!域)|(?<![*×XＸ])([县市区])(?:委|政府|人民政府)")
_TOWN = re.compile(
    rf"^(?:[{HAN}]{{2,4}}?[省市])?(?:[{HAN}]{{1,4}}?[县市区])?([{HAN}]{{2,3}}(?:镇|乡|街道))(?!企业|村)"
)
_ETHNIC = re.compile(r"^(.{2,}?)(?:维吾尔|(?:[^族]{1,4}族)+)?自治[区州县旗]$")
_SUFFIX = re.compile(r"^(.{2,})(?:省|市|县|区|盟|旗|地区|林区)$")
# A short name that begins a firm's or product's name, or ends another word, says no place.
_NOT_A_PLACE = re.compile(
    rf"银行|大学|啤酒|证券|日报|晚报|商人|籍|客商|移动|电信|联通"
    rf"|(?:(?![的在与和引落签是由为到])[{HAN}（）()]){{0,14}}(?:公司|集团|股份|商会|协会)|[）)]"
)
_LIES = re.compile("位于|地处|坐落")

# 《甲县…办法》, 甲县人民政府, 甲县招商局: a county where it acts, at the start of a clause
_ACTING = re.compile(
    rf"(?<![{HAN}])((?![全我本各该外在到赴对向与和是为])[{HAN}](?![全我本各该外])[{HAN}]{{1,2}}(?:自治)?[县旗])"
    r"(?=人民政府|委|政府|招商|投资|商务|发展|工业|经济|支持|关于|产业|促进|20\d\d)"
)
COUNTY = 2

TITLE_START, TITLE, OPENING = 12.0, 6.0, 1.0
LEAST = 4.0  # less is hearsay
OPENING_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Division:
    """A division of China: its code, its full name, and how it is called for short."""

    code: str
    name: str
    short: str | None

    @property
    def level(self) -> int:
        """0 for a province, 1 for a prefecture, 2 for a county."""
        return 0 if self.code.endswith("0000") else 1 if self.code.endswith("00") else 2

    def holds(self, other: "Division") -> bool:
        """Whether the other division lies inside this one."""
        stem = self.code[: 2 * self.level + 2]
        return self.level < other.level and other.code.startswith(stem)


def home(head: str, clean: str) -> str | None:
    """The name of the report's own region as the text prints it; None where that is not certain.

    `head` is the title, with its subtitle.
    """
    simple = _simplified(clean)
    name = _home(_simplified(head), simple)
    at = simple.find(name) if name else -1
    return clean[at : at + len(name)] if name and at >= 0 else name


def _home(head: str, clean: str) -> str | None:
    masked = _masked(head, clean)
    if masked:
        return masked
    town = _TOWN.match(head)
    if town and clean.count(town[1]) >= 2:
        return town[1]
    own = _own_level(clean)
    division = _prevailing(_weigh(head, clean), own)
    if own == COUNTY and (division is None or division.level < own):
        unlisted = _unlisted(head, clean)  # 我县 is none of those around it
        if unlisted:
            return unlisted
    return _as_printed(division, clean) if division else None


def _unlisted(head: str, clean: str) -> str | None:
    """A county that no list has: it speaks with its government, its papers, its title."""
    known = {division.name for division in _divisions("divisions.tsv")}
    said = Counter(name for name in _ACTING.findall(f"{head}\n{clean}") if name not in known)
    name = said.most_common(1)[0][0] if said else None
    return name if name and clean.count(name) >= 2 else None


def _as_printed(division: Division, clean: str) -> str:
    """The fullest form of the name that the text has: 安宁市 even where the list knows 安宁县."""
    if division.name in clean or not division.short:
        return division.name
    fuller = re.search(rf"{division.short}[省市县区旗州]", clean)
    return fuller[0] if fuller else division.short


def _simplified(text: str) -> str:
    """The text in simplified characters, where that keeps its length (the names are simplified)."""
    if not re.search("[縣區鎮鄉]", text):
        return text
    simple = str(opencc.OpenCC("t2s").convert(text))
    return simple if len(simple) == len(text) else text


def _masked(head: str, clean: str) -> str | None:
    """The masked region said most often, at the level that the text calls its own."""
    said = Counter(found[0] for found in _MASKED.finditer(clean))
    if not said:
        return None
    own = _own_kind(clean)
    fitting = {name: times for name, times in said.items() if own is None or name[-1] == own}
    best = max(fitting, key=lambda name: fitting[name], default=None)
    return best if best and (fitting[best] >= 2 or own or best in head) else None


def _own_kind(clean: str) -> str | None:
    """县, 市, 区 …: the level at which the text says 我 or 全."""
    said = Counter(found[1] or found[2] for found in _OWN.finditer(clean))
    return said.most_common(1)[0][0] if said else None


def _own_level(clean: str) -> int | None:
    return {"省": 0, "市": 1, "州": 1, "县": 2, "旗": 2}.get(_own_kind(clean) or "")


def _weigh(head: str, clean: str) -> dict[Division, float]:
    """How much speaks for each division that is named."""
    weights: dict[Division, float] = {}
    opening = clean.find("\n") + 1 + OPENING_LENGTH
    for start, division, full in _named(clean, clean):
        weights[division] = weights.get(division, 0) + (1.0 if full else 0.6)
        if start < opening or _LIES.search(clean, max(0, start - 8), start):
            weights[division] += OPENING
    for start, division, _ in _named(head, clean):
        weights[division] = weights.get(division, 0) + (TITLE if start else TITLE_START)
    return weights


def _prevailing(weights: dict[Division, float], own: int | None) -> Division | None:
    """The narrowest division that nearly all that speaks for a place speaks for."""
    if own is not None:
        weights = {d: w + (2 if d.level == own else 0) for d, w in weights.items()}
    best = max(weights, key=lambda division: weights[division], default=None)
    if best is None or weights[best] < LEAST:
        return None
    inside = {d: w for d, w in weights.items() if best.holds(d)}
    narrower = max(inside, key=lambda division: inside[division], default=None)
    if (
        narrower
        and inside[narrower] * 3 >= weights[best]
        and inside[narrower] * 2 >= sum(inside.values())
    ):
        return _prevailing(inside, own) or best
    return best


def _named(text: str, clean: str) -> Iterator[tuple[int, Division, bool]]:
    """Where a text names a division, which one, and whether by its full name.

    A short name of a county or district may be a common word (资源, 和平): it counts in a text that
    also prints the full one, or says where it lies.
    """
    finder, names = _finder()
    for index, start, end in finder.find_matches_as_indexes(text):
        division, full = names[index]
        sure = full or division.level < 2 or _is_place(division, clean)
        if sure and (full or not _NOT_A_PLACE.match(text, end)):
            yield start, division, full


def _is_place(division: Division, clean: str) -> bool:
    return division.name in clean or bool(
        re.search(rf"{division.short}(?:地处|位于|[县市区])", clean)
    )


@cache
def _finder() -> tuple[ahocorasick_rs.AhoCorasick, list[tuple[Division, bool]]]:
    """An automaton over all full and short names; the longest name at a place counts.

    The divisions in force go before former ones and the larger before the smaller (吉林 is the
    province); a short name that several counties share says none of them.
    """
    names: dict[str, tuple[Division, bool]] = {}
    for divisions in (_divisions("divisions.tsv"), _divisions("former.tsv")):
        ranked = sorted(divisions, key=lambda division: division.level)
        shared = Counter(division.short for division in divisions if division.level == 2)
        for division in ranked:
            names.setdefault(division.name, (division, True))
        for division in ranked:
            if division.short and (division.level < 2 or shared[division.short] == 1):
                names.setdefault(division.short, (division, False))
    finder = ahocorasick_rs.AhoCorasick(
        list(names), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )
    return finder, list(names.values())


@cache
def _divisions(file: str) -> tuple[Division, ...]:
    lines = (room("ontology") / "regions" / file).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    named = (Division(code, name, _short(name)) for code, name, *_ in rows)
    # 城区, 郊区, 新区 are words before they are names: 高新区 is not 新区
    return tuple(d for d in named if len(d.name) > 2 or not d.name.endswith("区"))


def _short(name: str) -> str | None:
    found = _ETHNIC.match(name) or _SUFFIX.match(name)
    return found[1] if found else None
