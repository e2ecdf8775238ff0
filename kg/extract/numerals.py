"""Numbers as printed, Arabic or Chinese, to exact values."""

from decimal import Decimal

CHINESE_DIGIT = "〇零一二两三四五六七八九"
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8}


def chinese(text: str) -> int:
    """`一千二百` → 1200, `十二` → 12, `二〇二三` → 2023; ValueError for what is no numeral."""
    if not any(c in _POWERS or c in SCALES for c in text):
        return int("".join(str(_digit(c)) for c in text))
    total = section = digit = 0
    for char in text:
        if char in _POWERS:
            section += (digit or 1) * _POWERS[char]
            digit = 0
        elif char in SCALES:
            total = (total + section + digit or 1) * SCALES[char]
            section = digit = 0
        else:
            digit = _digit(char)
    return total + section + digit


def _digit(char: str) -> int:
    if char not in _DIGITS:
        raise ValueError(f"{char!r} is no Chinese digit")
    return _DIGITS[char]


def scale(text: str) -> int:
    """The factor of a multiplier such as 万, 千万, 亿, 万亿; 1 for nothing."""
    factor = 1
    for char in text:
        factor *= _POWERS.get(char) or SCALES.get(char, 1)
    return factor


def number(text: str) -> Decimal:
    """`1,234.5` or `十二` as an exact number."""
    if text[0].isascii():
        return Decimal(text.replace(",", ""))
    return Decimal(chinese(text))


def plain(value: Decimal) -> int | float:
    """A whole number as int, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
