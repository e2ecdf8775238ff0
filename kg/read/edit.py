"""One change to a text, and the characters that the rules look for."""

from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
ENDS = "。！？!?；;…"  # what ends a sentence
NUMERALS = "一二三四五六七八九十"


class Edit(NamedTuple):
    """Put `put` in the place of `text[start:end]`; nothing is taken out where they are equal."""

    start: int
    end: int
    put: str = ""


def numeral(said: str) -> int:
    """The value of a heading's numeral up to 99: 三 is 3, 十二 is 12; 0 for anything else."""
    if not said or any(character not in NUMERALS for character in said):
        return 0
    tens, ten, ones = said.rpartition("十")
    if len(tens) > 1 or len(ones) > 1:
        return 0
    head = (NUMERALS.index(tens) + 1 if tens else 1) if ten else 0
    return head * 10 + (NUMERALS.index(ones) + 1 if ones else 0)
