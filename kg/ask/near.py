"""Whether the graph knows a name that was asked for, and which names are near it.

An answer without rows must mean that nothing is known, not that a name was mistyped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.ask.parameters import Value
from kg.ask.rows import JOIN, Row, members
from kg.model import ENTITY_TYPES

# What the parameters that name a thing may name.
_NAMED = {
    "entity": ENTITY_TYPES,
    "a": ENTITY_TYPES,
    "b": ENTITY_TYPES,
    "region": ("Region",),
    "chain": ("Chain",),
    "project": ("Project",),
    "company": ("Company",),
    "event": ("Event",),
    "park": ("Park",),
}
_MOST = 3
_LEAST = 40  # of 100


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that nothing in the graph has, with the nearest ones there are."""

    parameter: str
    name: str
    near: tuple[str, ...]

    def text(self, lang: str) -> str:
        """One line for the reader."""
        near = ("、" if lang == "zh" else ", ").join(self.near)
        if lang == "zh":
            return f"图中没有“{self.name}”" + (f"，相近的有：{near}" if near else "")
        return f"the graph names no “{self.name}”" + (f"; near ones: {near}" if near else "")


def asks_for_names(values: Mapping[str, Value]) -> bool:
    """Whether any of these parameters names a thing."""
    return any(values.get(name) is not None for name in _NAMED)


def missing(values: Mapping[str, Value], named: Sequence[Row]) -> tuple[Missing, ...]:
    """The names among these parameters that no row of `queries/support/names` has."""
    found = []
    for parameter, types in _NAMED.items():
        name = values.get(parameter)
        if not isinstance(name, str):
            continue
        rows = [row for row in named if row[0] in types]
        if not any(name.replace(JOIN, "｜") in members(row[2]) for row in rows):
            found.append(Missing(parameter, name, _near(name, rows)))
    return tuple(found)


def _near(name: str, rows: Sequence[Row]) -> tuple[str, ...]:
    from rapidfuzz import process

    said = {str(row[1]): None for row in rows}
    hits = process.extract(name, list(said), limit=_MOST, score_cutoff=_LEAST)
    return tuple(hit[0] for hit in hits)
