"""Whose figure it is: the grammatical subject if it names a body, park, firm, event or place.

Else the report's own region.
"""

import re
from dataclasses import dataclass

from kg.extract.frame import Frame, Mention, Sentence
from kg.extract.measured.words import lead
from kg.model import Ref

TYPES = ("Region", "Park", "Company", "Organization", "Chain", "Event", "Project")
_HOME = re.compile(
    r"(?:我|全|本)(?:县|市|区|州|省|镇|乡|旗|局|办|中心|园|盟)|县(?:委|政府|里)|(?:市|区)里|各(?:乡镇|部门|单位)"
)
_ANAPHORS = (
    (re.compile(r"(?:该|本)?(?:公司|集团|企业)(?!数|家|户|名录|总数)|该企业"), "Company"),
    (re.compile(r"(?:该|本|此)?项目(?!数|个|总数|签约|资金|工作)"), "Project"),
    (re.compile(r"(?:该|本)?园区(?!企业)|该园"), "Park"),
    (re.compile(r"会上|活动期间|会议期间|活动中|大会|签约仪式上|活动(?:共|现场)|现场"), "Event"),
)


@dataclass(slots=True)
class Topics:
    """Who was spoken of last, by type, and the topic of the paragraph."""

    last: dict[str, Ref]
    paragraph: Ref | None = None


def subject_of(frame: Frame, sentence: Sentence, at: int, topics: Topics) -> Ref | None:
    """The subject of the figure at `at`: of its clause, of an earlier clause, of the paragraph."""
    for start, end in reversed([c for c in sentence.clauses if c[0] <= at]):
        found = clause_topic(frame, start, min(end, at), topics)
        if found:
            return found
    return topics.paragraph or frame.home


def clause_topic(frame: Frame, start: int, end: int, topics: Topics) -> Ref | None:
    """What the clause speaks of: a name or a word for one (该公司, 我县) at its head."""
    for mention in frame.mentions_in(start, end, *TYPES):
        if _at_head(frame, start, mention.start) and not _possessor(frame, mention, end):
            return frame.ref(mention)
    words = _without_times(frame, start, end)
    words = re.sub(r"^(?:其中|截至目前|目前|据悉|另外|此外|同时|今年以来|[\s，、])+", "", words)
    if _HOME.match(words):
        return frame.home
    for pattern, kind in _ANAPHORS:
        if pattern.match(words) and kind in topics.last:
            return topics.last[kind]
    return None


def _at_head(frame: Frame, start: int, at: int) -> bool:
    return not lead().sub("", _without_times(frame, start, at)).strip('“”"《在由据')


def _possessor(frame: Frame, mention: Mention, end: int) -> bool:
    """Whether the name only places what follows: 在X园区…, X县的Y公司 …."""
    return frame.text[mention.end : min(mention.end + 1, end)] in ("、",)


def _without_times(frame: Frame, start: int, end: int) -> str:
    pieces: list[str] = []
    at = start
    for time in frame.times_in(start, end):
        pieces.append(frame.text[at : time.start])
        at = time.end
    return "".join([*pieces, frame.text[at:end]])


def remember(frame: Frame, sentence: Sentence, topics: Topics) -> None:
    """Note whom this sentence named, for the anaphors of the next."""
    for mention in frame.mentions_in(sentence.start, sentence.end, *TYPES):
        topics.last[mention.type] = frame.ref(mention)
