"""The fields of one line: fetched with a check, or a `LineError` that says what is wrong."""

from collections.abc import Iterable
from typing import Any, NoReturn

from kg.read.period import PERIOD

Json = dict[str, Any]


class LineError(Exception):
    """What is wrong with one line, and what to do, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en


def string(said: Json, key: str) -> str:
    """A text that must be there."""
    value = said.get(key)
    if not isinstance(value, str) or not value.strip():
        fault(f"缺 {key}（文字）", f"needs {key} (text)")
    return value


def maybe_string(said: Json, key: str) -> str | None:
    """A text that may be absent or null."""
    return None if said.get(key) is None else string(said, key)


def one_of(said: Json, key: str, known: Iterable[str]) -> str:
    """A word of a closed list."""
    value = string(said, key)
    if value not in known:
        words = "、".join(known)
        fault(f"没有 {key} {value!r}，可用：{words}", f"unknown {key} {value!r}; use {words}")
    return value


def items(said: Json, key: str) -> list[Any]:
    """A list; empty where it is absent or null."""
    value = said.get(key)
    if value is None:
        return []
    if not isinstance(value, list):
        fault(f"{key} 应为列表", f"{key} must be a list")
    return value


def time(said: Json, key: str) -> str | None:
    """A period or date in normal form; None where it is absent or null."""
    value = maybe_string(said, key)
    if value is not None and not PERIOD.fullmatch(value):
        fault(
            f"{key} {value!r} 不合写法（2023、2023-H1、2023-Q3、2023-01/2023-05、2023-07-05）",
            f"{key} {value!r}: write 2023, 2023-H1, 2023-Q3, 2023-01/2023-05 or 2023-07-05",
        )
    return value


def flag(said: Json, key: str) -> bool:
    """A truth value; false where it is absent."""
    value = said.get(key, False)
    if not isinstance(value, bool):
        fault(f"{key} 应为 true 或 false", f"{key} must be true or false")
    return value


def is_stretch(said: object) -> bool:
    """Whether this is a half-open stretch of text, [start, end]."""
    return (
        isinstance(said, list)
        and len(said) == 2
        and all(type(offset) is int for offset in said)
        and 0 <= said[0] < said[1]
    )


def fault(zh: str, en: str) -> NoReturn:
    """Give the line up."""
    raise LineError(zh, en)
