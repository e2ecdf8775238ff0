"""The tense of what is said: a table over the section's kind and the cue before the verb.

A report tells what was done, what is hard and what is planned. The section gives the ground tone,
the words before a verb (力争, 拟, 将, 尚未, 已 …) override it.
"""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from kg.extract.frame import Frame, Section, SectionKind
from kg.extract.patterns import fast
from kg.model import Status
from kg.vocabulary import load

Cue = Literal["after", "wish", "plan", "budget", "urge", "future", "lack", "now", "done"]
FigureKind = Literal["actual", "target", "forecast"]

_SECTIONS: tuple[SectionKind | None, ...] = (None, "done", "problem", "plan")
# the class of the cue that governs a verb → the status of its stage, the kind of its figure
_BY_CUE: tuple[tuple[Cue, Status | None, FigureKind], ...] = (
    ("after", None, "forecast"),  # only a condition: no stage is said
    ("wish", "planned", "target"),
    ("plan", "planned", "target"),
    ("budget", "planned", "target"),
    ("urge", "planned", "target"),
    ("future", "planned", "forecast"),
    ("lack", "failed", "actual"),
    ("done", "reached", "actual"),
    ("now", "reached", "actual"),
)
# (kind of section, class of the cue) → status; without a cue the section decides
STATUS: dict[tuple[SectionKind | None, Cue | None], Status | None] = {
    (section, None): "planned" if section == "plan" else "reached" for section in _SECTIONS
}
STATUS |= {(section, cue): status for section in _SECTIONS for cue, status, _ in _BY_CUE}
# the same for figures
KIND: dict[tuple[SectionKind | None, Cue | None], FigureKind] = {
    (section, None): "target" if section == "plan" else "actual" for section in _SECTIONS
}
KIND |= {(section, cue): kind for section in _SECTIONS for cue, _, kind in _BY_CUE}

LACK_REACH = 12  # characters over which 未 negates a verb of its own clause
URGE_REACH = 20
_CARRIED = ("after", "wish", "plan", "future")  # these govern the clauses that follow, too
_ONWARD = re.compile(r"加快|推动|推进|促|抓紧")  # 未开工项目加快…: the negation ends there
# 项目顺利投产, 正式投产: done only where no wish stands before in the clause (确保项目顺利投产)
_WEAK = re.compile("顺利|成功|先后|累计|共计?|实际")
_WISHED = ("wish", "plan", "future", "urge")
_CLOSED = re.compile("^[^（(]*[）)]")  # what a bracket says holds in the bracket
_CLAUSE = re.compile(r"[，,：:；;。\n]")


class CueAt(NamedTuple):
    """A cue as it stands in a text."""

    start: int
    end: int
    cue: Cue


@cache
def _pattern() -> re.Pattern[str]:
    rows = load("cues/tense.yaml")
    return fast("|".join(f"(?P<{cue}>{'|'.join(words)})" for cue, words in rows.items()))


@lru_cache(maxsize=8192)
def cues(text: str) -> tuple[CueAt, ...]:
    """The tense cues of a sentence, in order."""
    return tuple(CueAt(m.start(), m.end(), m.lastgroup) for m in _pattern().finditer(text))  # type: ignore[arg-type]


@lru_cache(maxsize=8192)
def governing(text: str, at: int) -> Cue | None:
    """The class of the cue that governs what stands at offset `at` of a sentence.

    The nearest cue before it in its own clause; else the plan, wish or forecast that an earlier
    clause opened and none closed. A verb inside a cue (建成 in 建成后) is governed by it.
    """
    for found in reversed(cues(text)):
        if found.start > at or _CLOSED.match(text[found.end : at]):
            continue
        near = not _CLAUSE.search(text, found.end, at)
        if found.cue in ("lack", "urge"):
            if near and _reaches(text, found, at):
                return found.cue
        elif near:
            return _wished(text, found) or found.cue
        elif found.cue in _CARRIED:
            return found.cue
        elif found.cue in ("done", "now"):
            return None
    return None


def _reaches(text: str, found: CueAt, at: int) -> bool:
    """Whether a negation or an urging before `at` in its clause is about what stands there."""
    if found.cue == "urge":
        return at - found.end <= URGE_REACH
    return at - found.end <= LACK_REACH and not _ONWARD.search(text, found.end, at)


def _wished(text: str, found: CueAt) -> Cue | None:
    """The wish before an adverb of success in its clause: 确保项目顺利投产."""
    if not _WEAK.fullmatch(text, found.start, found.end):
        return None
    for other in reversed(cues(text)):
        if other.end <= found.start and other.cue in _WISHED:
            return None if _CLAUSE.search(text, other.end, found.start) else other.cue
    return None


def status(frame: Frame, start: int, end: int, verb_start: int) -> Status | None:
    """Whether the stage said by the verb at `verb_start` is reached, planned or failed.

    `start`–`end` is the sentence. None: the verb only states a condition (投产后), no stage.
    """
    cue = governing(frame.plain[start:end], verb_start - start)
    return STATUS[section_at(frame, start).kind, cue]


def kind(frame: Frame, start: int, end: int, figure_start: int) -> FigureKind:
    """Whether the figure at `figure_start` in the sentence `start`–`end` is a fact or a wish."""
    cue = governing(frame.plain[start:end], figure_start - start)
    return KIND[section_at(frame, start).kind, cue]


def section_at(frame: Frame, at: int) -> Section:
    """The innermost section around an offset."""
    inside = [s for s in frame.sections if s.start <= at < s.end]
    return max(inside, key=lambda s: s.level) if inside else Section(0, 0, 0, 0, "", None)
