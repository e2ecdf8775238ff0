"""What the list of divisions knows of a named region: how high it stands, and its code."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.link.normal import plain
from kg.rooms import room
from kg.vocabulary import load

COUNTY_UP = ("country", "macro", "province", "prefecture", "county")
_RANKS = (*COUNTY_UP, "township", "village")

# The last word of a name and the level it says where no list has the name, longer words first.
_SUFFIXES = {
    "特别行政区": "province", "自治区": "province", "省": "province",
    "自治州": "prefecture", "州": "prefecture", "盟": "prefecture", "市": "prefecture",
    "社区": "village", "地区": "macro", "县": "county", "旗": "county", "区": "county",
    "街道": "township", "苏木": "township", "乡": "township", "镇": "township",
    "嘎查": "village", "村": "village",
}  # fmt: skip
_TITLE = re.compile(r"(?:特别行政区|自治区|地区|[省市盟县区旗])$")
_AUTONOMOUS = re.compile(r"(.+?)自治([州县旗区])$")
_LONGEST_STEM = 5  # 西双版纳, 克孜勒苏: the place before the name of its people

Code = str


@dataclass(frozen=True, slots=True)
class Place:
    """A region as its name tells: `RegionLevel` code (None: unknown) and GB/T 2260 code.

    `adcode` is None where no division in force bears the name, or several do (`ambiguous`).
    """

    level: str | None
    adcode: Code | None = None
    ambiguous: bool = False


@lru_cache(maxsize=1 << 14)
def place(name: str) -> Place:
    """The region of this name, full (昆山市), short (昆山) or after its province or city.

    A short name that several divisions bear is the highest of them where that is one only.
    """
    said = plain(name)
    if said in _areas():
        return Place(_areas()[said])
    if found := _codes(said):
        top = [code for code in found if _level(code) == _level(found[0])]
        return Place(_level(top[0]), top[0] if len(top) == 1 else None, len(top) > 1)
    if former := _divisions("former.tsv").get(said):
        return Place(_level(former[0]))
    levels = (level for suffix, level in _SUFFIXES.items() if said.endswith(suffix))
    return Place(next(levels, None))


def narrowness(level: str | None) -> int:
    """How narrow a level is: countries 0, villages highest; an unknown place is a narrow one."""
    return _RANKS.index(level) if level in _RANKS else len(_RANKS)


def _codes(said: str) -> tuple[Code, ...]:
    """The divisions in force that bear a name, the highest first."""
    table = _divisions("divisions.tsv")
    return table.get(said) or next(
        (found for cut in range(2, len(said) - 1) if (found := _below(said[:cut], said[cut:]))), ()
    )


def _below(outer: str, inner: str) -> tuple[Code, ...]:
    """The division named after the one it lies in: 苏州市吴中区 → 吴中区."""
    codes = _divisions("divisions.tsv").get(inner)
    if not codes:
        return ()
    above = [code.rstrip("0") for code in _codes(outer)]
    return tuple(code for code in codes if any(code.startswith(a) and code != a for a in above))


def _level(code: Code) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


def _order(code: Code) -> tuple[int, Code]:
    return narrowness(_level(code)), code


@cache
def _areas() -> dict[str, str]:
    areas = load("regions/areas.yaml")
    groups = (("countries", "country"), ("macro", "macro"), ("world", "macro"))
    return {plain(name): level for group, level in groups for name in areas.get(group, ())}


@cache
def _divisions(file: str) -> dict[str, tuple[Code, ...]]:
    """Every written form of the divisions of a list, with their codes, the highest first."""
    text = (room("ontology") / "regions" / file).read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[:1].isdigit()]
    table: defaultdict[str, set[Code]] = defaultdict(set)
    for code, name in rows:
        table[plain(name)].add(code)
    full = frozenset(table)
    for code, name in rows:
        for short in _short_forms(plain(name)):
            if short not in full:
                table[short].add(code)
    return {name: tuple(sorted(codes, key=_order)) for name, codes in table.items()}


def _short_forms(name: str) -> Iterator[str]:
    """Ways to say a division's name in short; some stems are no words, and never said."""
    if match := _AUTONOMOUS.match(name):
        for length in range(2, min(len(match[1]), _LONGEST_STEM) + 1):
            yield name[:length]
            yield name[:length] + match[2]
    elif len(stem := _TITLE.sub("", name)) > 1:
        yield stem
