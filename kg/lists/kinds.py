"""The kinds of lists that can be read, from `loaders/lists/`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from kg.errors import OntologyError
from kg.link.normal import plain
from kg.rooms import room

_SHARED = ("fields", "progress")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of list: what words name it, what a row is about, and which facts a row states."""

    code: str
    zh: str
    en: str
    words: tuple[str, ...]
    subject: str
    facts: tuple[Mapping[str, str], ...]


@cache
def load(name: str) -> dict[str, Any]:
    """One YAML file of `loaders/lists`; `OntologyError` where it cannot be read."""
    path = room("loaders") / "lists" / f"{name}.yaml"
    try:
        return dict(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise OntologyError(f"{path}: {error}") from error


@cache
def kinds() -> dict[str, Kind]:
    """All kinds of lists, by code."""
    found = {}
    for path in sorted((room("loaders") / "lists").glob("*.yaml")):
        if path.stem not in _SHARED:
            row = load(path.stem)
            facts = tuple(dict(fact) for fact in row["facts"])
            words = tuple(map(plain, row["words"]))
            found[path.stem] = Kind(
                path.stem, row["zh"], row["en"], words, row["subject"], facts
            )  # fmt: skip
    return found
