"""Mending what sites, scanners and copying did to a text, with the way back to every character.

Each rule looks at the text as mended so far and says what to change; only what is certain of such
files in general is changed. `origin[i]` is the offset in the file's text of the mended text's
character i; it never falls. A changed character keeps its offset; a line break that was put in has
the offset of the character it stands before.
"""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from kg.read import lines, pages, slips, web
from kg.read.edit import Edit

Rule = Callable[[str], Iterable[Edit]]

RULES: tuple[Rule, ...] = (
    lines.odd_blanks,
    lines.margins,
    pages.boilerplate,
    pages.marks,
    web.residue,
    slips.full_stops,
    slips.dashes_for_numerals,
    lines.half_width,
    lines.blanks_inside,
    lines.hard_wraps,
    lines.headings_run_in,
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A text under repair, and where each of its characters stood in the file."""

    text: str
    origin: Sequence[int]

    def edited(self, edits: Iterable[Edit]) -> "Mended":
        """The text after these changes; of two that overlap the first one counts."""
        pieces: list[str] = []
        origin = array("L")
        at = 0
        for edit in sorted(edits):
            if edit.start < at or (edit.start == edit.end and not edit.put):
                continue
            pieces += self.text[at : edit.start], edit.put
            origin.extend(self.origin[at : edit.start])
            origin.extend(self._offset(edit, index) for index in range(len(edit.put)))
            at = edit.end
        if not pieces:
            return self
        origin.extend(self.origin[at:])
        return Mended("".join(pieces) + self.text[at:], origin)

    def _offset(self, edit: Edit, index: int) -> int:
        last = max(edit.end - 1, edit.start)
        return self.origin[min(edit.start + index, last, len(self.origin) - 1)]


def repair(text: str) -> Mended:
    """The text as extraction reads it."""
    mended = Mended(text, range(len(text)))
    for rule in RULES:
        mended = mended.edited(rule(mended.text))
    return mended
