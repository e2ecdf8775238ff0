"""The word lists of `ontology/names/`, read once and joined into patterns."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import yaml

from kg.errors import OntologyError
from kg.rooms import room

MASK = "*×□○＊某✕✖XＸx"  # what reports print in the place of a redacted letter or figure
HAN = "\u3400-\u9fff"
LETTER = rf"{HAN}A-Za-z0-9*×□○＊·＋+\-"  # what a bare name is written with


@cache
def words(file: str) -> dict[str, Any]:
    """One file of word lists: list name → words; `OntologyError` where it cannot be read."""
    path = room("ontology") / "names" / f"{file}.yaml"
    try:
        return dict(yaml.safe_load(path.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValueError) as error:
        raise OntologyError(f"{path}: {error}") from error


def any_of(items: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first, sorted by their first letter.

    `re` tries the words of one letter only, not all of a list of hundreds.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(set(items), key=len, reverse=True):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    groups = (
        re.escape(letter) + (f"(?:{'|'.join(rests)})" if len(rests) > 1 else rests[0])
        for letter, rests in by_letter.items()
    )
    return f"(?:{'|'.join(groups)})"


@cache
def pattern(file: str, *lists: str) -> str:
    """The group of all words of the named lists of one file."""
    return any_of(w for name in lists for w in words(file)[name])


@cache
def common_words() -> dict[str, str]:
    """Common words of the language: word → class (c cuts, s holds, n neither).

    某某 is none: it stands for a redacted name.
    """
    lines = (room("ontology") / "names" / "vocabulary.tsv").read_text("utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {word: kind for word, _, kind in rows if word.strip(MASK)}
