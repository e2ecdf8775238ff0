"""A text's twin in simplified script, character for character: one rule reads both scripts."""

from functools import cache

from opencc import OpenCC


def simplify(text: str) -> str:
    """The text in simplified script; offsets stay, since each character is turned by itself."""
    table = {ord(c): s for c in set(text) if c > "\u3400" and (s := _simple(c)) != c}
    return text.translate(table) if table else text


@cache
def _simple(char: str) -> str:
    simple = _converter().convert(char)
    return simple if len(simple) == 1 else char


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
