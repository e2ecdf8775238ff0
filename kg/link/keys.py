"""The identity of an entity: what it is, in which scope its name is unique, and its normal form.

Scope stands in the key, so that names that are only unique inside a document or a county cannot
meet across documents.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.ids import make_id
from kg.link.normal import has_legal_form, is_masked, normal, plain
from kg.link.places import COUNTY_UP, place
from kg.model import Entity

# 我县, 全市: what they mean depends on who speaks, so they name nothing outside their document.
_DEICTIC = re.compile("[我全本该][省市州盟县区旗镇乡]")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_EDITION = re.compile(r"第?([0-9零〇一二两三四五六七八九十百]{1,5})届|首届")


@dataclass(frozen=True, slots=True)
class Edition:
    """An event as one edition of a series: 第20届茶博会 is number 20 of 茶博会."""

    series: str
    number: int


@lru_cache(maxsize=1 << 14)
def edition(name: str) -> Edition | None:
    """The series and number that an event's name says, None where it says none."""
    match = _EDITION.search(name)
    if match is None:
        return None
    number = _number(match[1]) if match[1] else 1
    series = name[: match.start()] + name[match.end() :]
    return Edition(series, number) if number and plain(series) else None


def is_hidden(entity: Entity) -> bool:
    """Whether the name names something only inside its document: masked, or one like 全县."""
    return entity.masked or is_masked(entity.name) or is_deictic(entity.name)


def is_deictic(name: str) -> bool:
    """Whether what the name means depends on who speaks: 我县, 全市."""
    return _DEICTIC.fullmatch(name) is not None


def scope(entity: Entity, document: str, home: str | None) -> str | None:
    """Where the entity's name is unique: its document, its report's home region, or everywhere.

    `home` is the id of the home region (None where the report has none or the entity is it). None
    means everywhere.
    """
    if is_hidden(entity):
        return document
    if _unique_everywhere(entity):
        return None
    return home or document


def key(entity: Entity, document: str, home: str | None) -> str:
    """The id of an entity: hash of type, scope and normal form."""
    return make_id(entity.type, entity.type, scope(entity, document, home), form(entity))


def form(entity: Entity) -> str:
    """The normal form that stands in the key: of a known division its code.

    首届茶博会 and 第一届茶博会 have one form, 昆山 and 昆山市 too.
    """
    if entity.type == "Event" and (found := edition(entity.name)):
        return f"{plain(found.series)}第{found.number}届"
    if entity.type == "Region" and (code := place(entity.name).adcode):
        return code
    return normal(entity.name, entity.type)


def _unique_everywhere(entity: Entity) -> bool:
    if entity.type == "Company":
        return has_legal_form(entity.name)
    if entity.type == "Event":
        return edition(entity.name) is not None
    if entity.type == "Region":
        found = place(entity.name)
        return found.level in COUNTY_UP and not found.ambiguous
    return entity.type == "Chain"


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    total = digit = 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = digit * 10 + _DIGITS[char]
    return total + digit
