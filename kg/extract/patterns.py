"""Long alternations that are tried only where one of them can begin.

Python's `re` tries every branch of an alternation at every character. Word lists of hundreds of
branches begin with few characters: a look-ahead for those says in one step where to try. What is
matched stays the same.
"""

import re
from collections.abc import Iterable
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Part = tuple[Any, Any]  # one piece of a parsed pattern: what it is, and of what
Starts = tuple[frozenset[str] | None, bool]

_CATEGORIES = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"}
_ZERO_WIDTH = (op.ASSERT, op.ASSERT_NOT, op.AT)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_ANY: Starts = (None, False)


def fast(pattern: str) -> re.Pattern[str]:
    """The pattern behind a look-ahead for the characters it can begin with, if these are few."""
    starts, empty = _starts(_parser.parse(pattern))
    if empty or starts is None:  # it can begin anywhere
        return re.compile(pattern)
    return re.compile(f"(?=[{''.join(sorted(starts))}])(?:{pattern})")


def _starts(parts: Iterable[Part]) -> Starts:
    """What may stand first, as pieces of a class (None: anything), and whether it may be empty."""
    starts: frozenset[str] = frozenset()
    for part in parts:
        if part[0] in _ZERO_WIDTH:
            continue
        pieces, empty = _of_part(part)
        if pieces is None:
            return _ANY
        starts |= pieces
        if not empty:
            return starts, False
    return starts, True


def _of_part(part: Part) -> Starts:
    kind, value = part
    if kind is op.LITERAL:
        return frozenset({re.escape(chr(value))}), False
    if kind is op.IN:
        members = [_member(item) for item in value]
        return (None if None in members else frozenset(m for m in members if m)), False
    if kind is op.SUBPATTERN:
        return _starts(value[3])
    if kind is op.BRANCH:
        return _of_branches([_starts(branch) for branch in value[1]])
    if kind in _REPEATS:
        pieces, empty = _starts(value[2])
        return pieces, empty or not value[0]
    return _ANY


def _of_branches(branches: list[Starts]) -> Starts:
    pieces = [starts for starts, _ in branches if starts is not None]
    if len(pieces) < len(branches):
        return _ANY
    return frozenset().union(*pieces), any(empty for _, empty in branches)


def _member(item: Part) -> str | None:
    kind, value = item
    if kind is op.LITERAL:
        return re.escape(chr(value))
    if kind is op.RANGE:
        return f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
    return _CATEGORIES.get(value) if kind is op.CATEGORY else None
