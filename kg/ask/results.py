"""Where a result goes: into a file, in the format that is asked for or that its suffix names."""

from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError

FORMATS = ("table", "csv", "json", "xlsx")
_SUFFIXES = {".txt": "table", ".csv": "csv", ".json": "json", ".xlsx": "xlsx"}


def form_of(path: Path) -> str:
    """The format that a suffix names; `InputError` for one that names none."""
    form = _SUFFIXES.get(path.suffix.lower())
    if form is None:
        known = " ".join(_SUFFIXES)
        raise InputError(f"{path}: 不认识的后缀，可用 / unknown suffix, known are: {known}")
    return form


def save(path: Path, form: str, text: Callable[[str], str], xlsx: Callable[[], bytes]) -> None:
    """Write a result: `text` renders it in a format of text, `xlsx` as a workbook.

    `InputError` where the file cannot be written.
    """
    content = xlsx() if form == "xlsx" else text(form).encode("utf-8", "replace")
    try:
        path.write_bytes(content)
    except OSError as error:
        raise InputError(f"{path}: 无法写入 / cannot be written: {error.strerror}") from error
