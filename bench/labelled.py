"""Labelled documents for the benches: texts beside their gold lines, and scoring changed texts."""

from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from kg import interchange
from kg.extract import extract
from kg.model import Document, Reading
from kg.read import from_text, read
from kg.score import Table, score

ROOT = Path(__file__).resolve().parent.parent


def gold(folder: Path, patterns: list[str]) -> dict[str, Reading]:
    """The labelled readings of FOLDER/gold by document, those that match a pattern."""
    readings: dict[str, Reading] = {}
    for file in sorted((folder / "gold").glob("*.jsonl")):
        parsed, problems = interchange.parse(file.read_text("utf-8"), str(file))
        if problems:
            raise SystemExit("\n".join(problems))
        readings |= {reading.source.id: reading for reading in parsed}
    return {name: r for name, r in readings.items() if any(fnmatch(name, p) for p in patterns)}


def documents(folder: Path, names: Mapping[str, object]) -> dict[str, Document]:
    """The texts of these documents, from FOLDER/docs or FOLDER itself."""
    docs = folder / "docs" if (folder / "docs").is_dir() else folder
    return {name: read(docs / f"{name}.txt") for name in names}


def table(want: Mapping[str, Reading], texts: Mapping[str, str]) -> Table:
    """The scorer's table of the extraction of these texts."""
    found = {name: extract(from_text(text, name)) for name, text in texts.items()}
    return score(want, found, texts)
