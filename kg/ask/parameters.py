"""The parameters of a question: what may be said, and what is understood by it.

A value may come as text (from the command line) or as the Python value. None means not said.
"""

import math
from collections.abc import Callable, Mapping
from datetime import date, datetime

from kg.ask.catalogue import Parameter, Question
from kg.errors import QueryError

Value = str | int | float | tuple[str, ...] | None
LIMIT = "limit"
_MOST = 1_000_000
_EXACT = 2**53  # whole numbers that a float holds exactly

# The day a question is asked on. One that counts no days has the same answer on every day, so it
# may always be said.
AS_OF = "as_of"
_DAY = Parameter(AS_OF, "date", None, "提问的日期", "the day the question is asked on")


def checked(question: Question, given: Mapping[str, object]) -> dict[str, Value]:
    """The values of all parameters of a question, defaults filled in.

    `QueryError` for a parameter that the question does not take, or a value that is not of its
    type; the message names the parameter and what it takes.
    """
    for name in given:
        if name not in question.parameters and name != AS_OF:
            raise QueryError(
                f"{question.name}: 没有参数 {name}，可用：{'、'.join(question.parameters)} / "
                f"takes no parameter {name}; it takes {', '.join(question.parameters)}"
            )
    values: dict[str, Value] = {}
    for name, parameter in question.parameters.items():
        said = given.get(name)
        values[name] = parameter.default if said is None else value(question.name, parameter, said)
    if given.get(AS_OF) is not None and AS_OF not in values:
        value(question.name, _DAY, given[AS_OF])
    if AS_OF in values and values[AS_OF] is None:
        values[AS_OF] = date.today().isoformat()
    return values


def value(question: str, parameter: Parameter, said: object) -> Value:
    """What was said for one parameter, as its type has it; else `QueryError`."""
    try:
        found = _READ[parameter.type](said)
        if parameter.values and found not in parameter.values:
            raise ValueError(f"应为 {'、'.join(parameter.values)}")
        return found
    except ValueError as error:
        raise QueryError(
            f"{question}: 参数 {parameter.name} 不能是 {said!r}，{error} / "
            f"parameter {parameter.name} cannot be {said!r} (type {parameter.type})"
        ) from error


def limit(question: Question, values: Mapping[str, Value]) -> int:
    """The most rows to give: a whole number from 1 to a million."""
    found = values[LIMIT]
    if not isinstance(found, int) or not 1 <= found <= _MOST:
        raise QueryError(
            f"{question.name}: 参数 {LIMIT} 不能是 {found}，应为 1 到 {_MOST} 的整数 / "
            f"parameter {LIMIT} cannot be {found}: a whole number from 1 to {_MOST}"
        )
    return found


def _text(said: object) -> str:
    if not isinstance(said, str) or not said.strip():
        raise ValueError("应为文字")
    try:
        said.encode()
    except UnicodeEncodeError:
        raise ValueError("应为完整的文字（含半个代理字符）") from None
    return said


def _date(said: object) -> str:
    if isinstance(said, datetime):
        return said.date().isoformat()
    if isinstance(said, date):
        return said.isoformat()
    try:
        return date.fromisoformat(str(said)).isoformat()
    except ValueError:
        raise ValueError("应为日期 YYYY-MM-DD") from None


def _number(said: object) -> int | float:
    if isinstance(said, bool) or not isinstance(said, str | int | float):
        raise ValueError("应为数字")
    try:
        found = float(said)
    except (ValueError, OverflowError):
        raise ValueError("应为数字，如 100000000 或 1e8") from None
    if not math.isfinite(found):
        raise ValueError("应为有限的数字")
    return int(found) if found.is_integer() and abs(found) < _EXACT else found


def _integer(said: object) -> int:
    if isinstance(said, bool) or not isinstance(said, str | int):
        raise ValueError("应为整数")
    try:
        return int(said)
    except ValueError:
        raise ValueError("应为整数") from None


def _ids(said: object) -> tuple[str, ...]:
    if isinstance(said, str) or not isinstance(said, list | tuple):
        raise ValueError("应为标识的列表")
    return tuple(_text(member) for member in said)


_READ: dict[str, Callable[[object], Value]] = {
    "text": _text,
    "date": _date,
    "number": _number,
    "integer": _integer,
    "ids": _ids,
}
