"""The word lists around figures, compiled once."""

import re
from functools import cache

from kg.extract.patterns import fast
from kg.vocabulary import load


@cache
def cue(name: str) -> re.Pattern[str]:
    """One entry of `ontology/cues/figures.yaml`; a list is an alternation, longest first."""
    entry = load("cues/figures.yaml")[name]
    if isinstance(entry, list):
        entry = "|".join(sorted(entry, key=len, reverse=True))
    return fast(entry)


@cache
def lead() -> re.Pattern[str]:
    """The words that stand before an indicator and are no part of it."""
    return fast(rf"^(?:[\s、，：:—–-]|[“”‘’\"(（)）]|{cue('lead').pattern})+")


@cache
def tail() -> re.Pattern[str]:
    """The words that stand between an indicator and its number."""
    return fast(rf"(?:[\s：:、(（]|{cue('tail').pattern})+$")
