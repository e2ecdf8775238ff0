"""The labels of one document, out of a file of interchange lines."""

from pathlib import Path

from kg import interchange
from kg.errors import InputError
from kg.model import Reading


def labels_of(path: Path, document: str) -> Reading:
    """The lines of that document; `InputError` where the file cannot be read or has none of it."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: 读不了标注 / cannot read the labels: {error}") from error
    readings, problems = interchange.parse(text, path.name)
    if problems:
        raise InputError(f"{path}: {problems[0]}")
    for reading in readings:
        if reading.source.id == document:
            return reading
    known = "、".join(reading.source.id for reading in readings) or "–"
    raise InputError(
        f"{path}: 没有文档 {document} 的标注，有的是 / "
        f"has no labels of the document {document}; it has: {known}"
    )
