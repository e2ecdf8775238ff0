"""Which chains a name speaks of by its products: one pass over it for all chains at once."""

from functools import cache, lru_cache

import ahocorasick_rs

from kg.link.chains import taxonomy
from kg.link.normal import plain


@lru_cache(maxsize=1 << 14)
def spoken_of(name: str) -> frozenset[str]:
    """The codes of the chains that have a link with a product in this name."""
    finder, owners = _finder()
    found = finder.find_matches_as_indexes(plain(name), overlapping=True)
    return frozenset(code for index, *_ in found for code in owners[index])


@cache
def _finder() -> tuple[ahocorasick_rs.AhoCorasick, list[list[str]]]:
    owners: dict[str, list[str]] = {}
    for chain in taxonomy().values():
        for part in chain.segments:
            for word in part.words:
                owners.setdefault(plain(word), []).append(chain.code)
    return ahocorasick_rs.AhoCorasick(list(owners)), list(owners.values())
