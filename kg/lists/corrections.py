"""What the sidecar beside a list says: its kind, its columns, and its source."""

from pathlib import Path
from typing import Any

from kg.lists.kinds import kinds, load
from kg.lists.mapping import Corrections
from kg.read.raw import unreadable
from kg.read.sidecar import loaded, value

OWN = ("list", "columns")


def corrections(path: Path) -> tuple[Corrections, dict[str, Any]]:
    """The corrections of the mapping, and what is said of the document.

    `InputError` for an unknown kind, an unknown field, or a malformed value.
    """
    sidecar, said = loaded(path)
    kind, columns = said.get("list"), said.get("columns", {})
    if kind is not None and kind not in kinds():
        raise unreadable(
            sidecar, f"没有“{kind}”这种名单，可用：{'、'.join(kinds())}",
            f"no kind of list is called {kind!r}; use {', '.join(kinds())}",
        )  # fmt: skip
    if not isinstance(columns, dict):
        raise unreadable(
            sidecar, "columns 应写成“表头: 字段”", "columns must hold pairs of heading and field"
        )
    for heading, name in columns.items():
        _check(sidecar, heading, name)
    source = {key: value(sidecar, key, one) for key, one in said.items() if key not in OWN}
    return Corrections(kind if kind is None else str(kind), columns), source


def _check(sidecar: Path, heading: object, name: Any) -> None:  # noqa: ANN401 – as YAML has it
    if name is not None and name not in load("fields"):
        fields = "、".join(load("fields"))
        raise unreadable(
            sidecar, f"“{heading}”的字段“{name}”不对，可用：{fields}",
            f"{heading}: no field is called {name!r}; use {fields}",
        )  # fmt: skip
