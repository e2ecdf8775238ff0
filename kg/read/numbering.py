"""Automatic numbers of Word paragraphs (一、, （一）, 1.): they are nowhere in the file's words.

A paragraph names a list and a level, by itself or through its style; the list says how its levels
count and look. Terms: ISO/IEC 29500-1, 17.9.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

DIGITS = "〇一二三四五六七八九"
_CHINESE = frozenset({
    "chineseCounting", "chineseCountingThousand", "chineseLegalSimplified", "ideographDigital",
    "japaneseCounting", "japaneseDigitalTenThousand", "taiwaneseCounting",
    "taiwaneseCountingThousand", "koreanDigital2",
})  # fmt: skip
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: its first number, its numerals, its look (`（%1）`)."""

    start: int
    numerals: str
    look: str


class Numbering:
    """Counts the lists of one document, paragraph by paragraph, in reading order."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        self._lists = {} if numbering is None else _lists(numbering)
        self._styles = {} if styles is None else _styled(styles)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def number(self, paragraph: Element) -> str:
        """The number that Word prints before this paragraph, or nothing."""
        name, depth = self._place(paragraph)
        levels = self._lists.get(name or "", {})
        if name is None or depth not in levels:
            return ""
        counts = self._counts[name]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _print(levels, counts, depth)

    def _place(self, paragraph: Element) -> tuple[str | None, int]:
        own = paragraph.find("{*}pPr/{*}numPr")
        style = self._styles.get(_value(paragraph.find("{*}pPr/{*}pStyle")) or "", (None, 0))
        if own is None:
            return style
        name = _value(own.find("{*}numId"))
        depth = _number(own.find("{*}ilvl"), style[1])
        return (name if name is not None else style[0]), depth


def _print(levels: Mapping[int, Level], counts: Mapping[int, int], depth: int) -> str:
    if levels[depth].numerals in ("bullet", "none"):
        return ""
    text = levels[depth].look
    for level, form in levels.items():
        numeral = _numeral(counts.get(level, form.start), form.numerals)
        text = text.replace(f"%{level + 1}", numeral)
    return text


def _numeral(number: int, form: str) -> str:
    if form in _CHINESE:
        return chinese(number)
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman"):
        return _roman(number).upper() if form == "upperRoman" else _roman(number)
    if form.startswith("decimalEnclosedCircle") and 1 <= number <= 20:
        return chr(ord("①") + number - 1)
    return str(number)


def chinese(number: int) -> str:
    """A number from 1 to 99 as headings count: 一, 十, 十一, 二十; digits beyond."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    said = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        said += letters * times
    return said


def _lists(numbering: Element) -> dict[str, dict[int, Level]]:
    forms = {_id(form): _levels(form) for form in numbering.findall("{*}abstractNum")}
    return {
        _id(entry): forms.get(_value(entry.find("{*}abstractNumId")) or "", {})
        for entry in numbering.findall("{*}num")
    }


def _levels(form: Element) -> dict[int, Level]:
    return {
        int(_attribute(level, "ilvl") or 0): Level(
            _number(level.find("{*}start"), 1),
            _value(level.find("{*}numFmt")) or "decimal",
            _value(level.find("{*}lvlText")) or "",
        )
        for level in form.findall("{*}lvl")
    }


def _styled(styles: Element) -> dict[str, tuple[str | None, int]]:
    """The list and level that each paragraph style names."""
    named = {}
    for style in styles.findall("{*}style"):
        place = style.find("{*}pPr/{*}numPr")
        if place is not None:
            name = _value(place.find("{*}numId"))
            named[_attribute(style, "styleId") or ""] = (name, _number(place.find("{*}ilvl"), 0))
    return named


def _id(element: Element) -> str:
    return _attribute(element, "numId") or _attribute(element, "abstractNumId") or ""


def _value(element: Element | None) -> str | None:
    return None if element is None else _attribute(element, "val")


def _number(element: Element | None, default: int) -> int:
    value = _value(element)
    return int(value) if value and value.isdecimal() else default


def _attribute(element: Element, name: str) -> str | None:
    return next((v for k, v in element.attrib.items() if k.rpartition("}")[2] == name), None)
