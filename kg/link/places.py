"""How high a named region stands: from the list of divisions, else from the name's last word."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.link.normal import plain
from kg.rooms import room
from kg.vocabulary import load

COUNTY_UP = ("country", "macro", "province", "prefecture", "county")
RANKS = (*COUNTY_UP, "township", "village")

# The last word of a name and the level it says, longer words first.
_SUFFIXES = {
    "特别行政区": "province", "自治区": "province", "省": "province",
    "自治州": "prefecture", "地区": "prefecture", "州": "prefecture", "盟": "prefecture",
    "市": "prefecture", "县": "county", "旗": "county", "社区": "village", "区": "county",
    "街道": "township", "苏木": "township", "乡": "township", "镇": "township",
    "嘎查": "village", "村": "village",
}  # fmt: skip
_SHORTENED = re.compile(
    r"(?:维吾尔自治区|壮族自治区|回族自治区|特别行政区|自治区|地区|[省市盟县区])$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a region by its name: `RegionLevel` code, GB/T 2260 code, full name.

    `adcode` and `full` are None where the name is unknown, or several divisions bear it
    (`ambiguous`).
    """

    level: str | None
    adcode: str | None = None
    full: str | None = None
    ambiguous: bool = False


@lru_cache(maxsize=1 << 14)
def place(name: str) -> Place:
    """The region of this name; a short name (昆山) counts where exactly one division bears it."""
    said = plain(name)
    if said in _areas():
        return Place(_areas()[said])
    found = _divisions().get(said, ())
    if len(found) == 1:
        code, full = found[0]
        return Place(_level(code), code, full)
    if found:
        return Place(min((_level(code) for code, _ in found), key=rank), ambiguous=True)
    return Place(
        next((level for suffix, level in _SUFFIXES.items() if said.endswith(suffix)), None)
    )


def rank(level: str | None) -> int:
    """How narrow a level is: countries 0, villages highest; an unknown level is a narrow one."""
    return RANKS.index(level) if level in RANKS else len(RANKS)


def _level(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "prefecture" if code.endswith("00") else "county"


@cache
def _areas() -> dict[str, str]:
    areas = load("regions/areas.yaml")
    named = (("country", "countries"), ("macro", "macro"))
    return {plain(name): level for level, key in named for name in areas.get(key, ())}


@cache
def _divisions() -> dict[str, tuple[tuple[str, str], ...]]:
    table: dict[str, list[tuple[str, str]]] = {}
    text = (room("ontology") / "regions" / "divisions.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[:1].isdigit()]
    for code, name in rows:
        table.setdefault(plain(name), []).append((code, name))
    full = frozenset(table)
    for code, name in rows:
        short = plain(_SHORTENED.sub("", name))
        if len(short) > 1 and short not in full:
            table.setdefault(short, []).append((code, name))
    return {name: tuple(found) for name, found in table.items()}
