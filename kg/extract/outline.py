"""The report's outline: parts under headings and what they speak of, sentences, clauses.

Headings are numbered in the styles of Chinese official documents (第一部分, 一、, （一）, 1., ①,
一是 …; GB/T 9704-2012), stand on a line of their own or run in, even in a text that lost its line
breaks; or they are short lines without a number.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.frame import Frame, Section, SectionKind, Sentence
from kg.vocabulary import load

LONGEST_HEADING = 48
LONGEST_PLAIN_HEADING = 24
LONGEST_OPENING = 80  # of the sentence before an enumeration
PLAIN, ENUMERATION = 1, 7  # levels of an unnumbered heading, and of 一是 …
FIRST_ORDER = 3  # levels up to here take their kind from weak words too

_NUMERAL = "[一二三四五六七八九十]"
_NO_NUMBER = r"(?!\d(?!\d{3}年|\d?\s?[月\-—–~－至]))"  # 三、2024年工作打算, but not 一、5个
_HEADING = re.compile(
    rf"""(?P<at>(?<=[。！？；;：:”\n])[\ \t\u3000]*|\A\s*|(?<=\n)\s*)
    (?:(?P<l2>第{_NUMERAL}{{1,3}}(?:部分|章|节|篇)[\ 、：:\u3000]?)
    |(?P<l3>{_NUMERAL}{{1,3}}[、.．]{_NO_NUMBER})
    |(?P<l4>[（(](?:{_NUMERAL}{{1,3}}|-)[)）][、.．]?)
    |(?P<l5>\d{{1,2}}(?:[、．]|\.(?!\d)){_NO_NUMBER})
    |(?P<l6>[（(]\d{{1,2}}[)）][、.．]?|[①-⑳])
    |(?P<l7>{_NUMERAL}{{1,2}}(?:是|要|则)|其{_NUMERAL}{{1,2}}(?=[，,是])
       |第{_NUMERAL}{{1,2}}(?=[，,、是])[，,、]?))""",
    re.VERBOSE,
)
# a sub-heading that follows its heading with nothing between (line breaks were lost)
_AFTER_HEADING = re.compile(rf"[（(](?:{_NUMERAL}{{1,3}}|-)[)）]")
_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")
_HEADING_END = re.compile(r"[。：:\n！？；;]")
_CLAUSE_END = re.compile(r"[，,。：:\n；;]")
_SENTENCE_END = re.compile(r"[。！？!?；;]+[”’」』）)]*|\n")
_CLAUSE_CUT = re.compile(r"(?<!\d)[，,：:]|[，：]|[,](?!\d{3})")
_PLAIN_LINE = re.compile(r"(?:\A|(?<=\n))[ \t\u3000]*([^\n]{2,40})(?=\n)")
_NO_HEADING = re.compile(r"[。；！？，,：;!?]|^[\d\W]*$|^[(（\[【]|https?:|来源|作者|记者|编辑")


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a heading starts and ends, its words, and its level (the style of its number)."""

    start: int
    body: int
    level: int
    words: str
    whole: bool  # it is a heading proper, not the first words of a numbered sentence


def find_outline(frame: Frame) -> None:
    """Fill `frame.sections` and `frame.sentences`."""
    frame.sections = _sections(frame.plain)
    frame.sentences = list(_sentences(frame.plain, frame.sections))


def _sections(text: str) -> list[Section]:
    root = Section(0, 0, len(text), 0, "", _title_kind(text))
    heads = sorted([*_numbered(text), *_plain(text)], key=lambda head: head.start)
    ends = _ends(text, heads)
    sections = [root]
    path = [root]
    for head, end in zip(heads, ends, strict=True):
        while path[-1].level >= head.level or path[-1].end <= head.start:
            path.pop()
        parent = path[-1]
        kind = _opened(text, head, sections, parent) or _kind(head, parent)
        kind = _after_plan(head, kind, sections) or _of_year(head, sections)
        section = Section(head.start, head.body, end, head.level, head.words, kind, parent)
        sections.append(section)
        path.append(section)
    return sections


def _ends(text: str, heads: list[_Head]) -> list[int]:
    """Where each part ends: at the next heading of its own or a higher order."""
    ends: list[int] = []
    for index, head in enumerate(heads):
        end = next((h.start for h in heads[index + 1 :] if h.level <= head.level), len(text))
        if head.level == ENUMERATION:  # 一是 … 三是 ends with its paragraph
            line = text.find("\n", head.body)
            end = min(end, line if line >= 0 else end)
        ends.append(end)
    return ends


def _numbered(text: str) -> Iterator[_Head]:
    for match in _HEADING.finditer(text):
        head = _head(text, match.end("at"), match.end(), int(str(match.lastgroup)[1:]))
        yield head
        inline = _AFTER_HEADING.match(text, head.body)
        if inline and head.level < 4 and not _HEADING_END.match(text, head.body - 1):
            yield _head(text, inline.start(), inline.end(), 4)


def _head(text: str, start: int, after: int, level: int) -> _Head:
    end = _HEADING_END.search(text, after)
    stop = end.start() if end else len(text)
    inline = _AFTER_HEADING.search(text, after, stop) if level < 4 else None
    if inline:
        return _Head(start, inline.start(), level, text[after : inline.start()].strip(), True)
    if stop - after <= LONGEST_HEADING:
        return _Head(start, end.end() if end else stop, level, text[after:stop].strip(), True)
    clause = _CLAUSE_END.search(text, after)
    return _Head(start, after, level, text[after : clause.start() if clause else stop], False)


def _plain(text: str) -> Iterator[_Head]:
    """Headings without a number: short lines between longer ones, not the title."""
    for match in _PLAIN_LINE.finditer(text):
        words = match[1].strip()
        if not match.start() or len(words) > LONGEST_PLAIN_HEADING or _NO_HEADING.search(words):
            continue
        start = match.start(1)
        if _HEADING.match(text, match.start()):
            continue
        following = text[match.end() + 1 :].lstrip("\n \u3000").partition("\n")[0]
        if len(following) > 2 * len(words) and kind_of(words, weak=True):
            yield _Head(start, match.end() + 1, PLAIN + 1, words, True)


def _kind(head: _Head, parent: Section) -> SectionKind | None:
    weak = head.level <= FIRST_ORDER and parent.kind is None
    own = kind_of(head.words, weak=weak) if head.whole else None
    if own == "done" and parent.level and parent.kind in ("plan", "problem"):
        return "done" if kind_of(head.words, settled=True) else parent.kind
    if own == "problem" and parent.kind == "plan" and "存在" not in head.words:
        return "plan"  # 补齐短板, 破解难题: what a plan will mend
    return own or parent.kind


def _opened(text: str, head: _Head, before: list[Section], parent: Section) -> SectionKind | None:
    """What the sentence says that opens an enumeration: 也要看到存在的问题：一是 …；二是 …."""
    if head.level <= FIRST_ORDER or parent.kind == "plan":
        return None
    last = before[-1]
    goes_on = last.level == head.level and last.parent is parent and last.end == head.start
    if goes_on:
        return last.kind if last.kind != parent.kind else None
    lead = text[max(parent.body, head.start - LONGEST_OPENING) : head.start].rstrip(
        "。：:；\n \u3000"
    )
    lead = re.split(r"[。！？\n]", lead)[-1]
    kinds = [kind for kind, cue in _words()["opening"].items() if cue.search(lead)]
    return kinds[0] if len(kinds) == 1 else None


def _after_plan(head: _Head, kind: SectionKind | None, before: list[Section]) -> SectionKind | None:
    """Measures that come after the plans are planned (三、保障措施), unless they say otherwise."""
    late = any(s.level == head.level and s.kind == "plan" for s in before)
    if kind == "done" and late and head.level <= FIRST_ORDER and kind_of(head.words) is None:
        return "plan"
    return kind


def _of_year(head: _Head, before: list[Section]) -> SectionKind | None:
    """A plan under a year later than the one looked back on: 2022年回顾, 2023年主要工作."""
    year = _YEAR.search(head.words)
    past = [s for s in before if s.level and s.kind == "done" and _YEAR.search(s.heading)]
    if not year or not past or head.level > FIRST_ORDER:
        return None
    return "plan" if year[0] > max(_YEAR.findall(past[-1].heading)) else None


def title_end(text: str) -> int:
    """Where the first line ends if it is a title: short, and no sentence; else 0."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    short = 0 <= end - start <= LONGEST_HEADING
    return end if short and not _SENTENCE_END.search(text, start, end) else 0


def _title_kind(text: str) -> SectionKind | None:
    """What a whole paper speaks of whose title says so: a plan, a report of problems."""
    kind = kind_of(text[: title_end(text)])
    return None if kind == "done" else kind


@cache
def _words() -> dict[str, dict[SectionKind, re.Pattern[str]]]:
    kinds: tuple[SectionKind, ...] = ("done", "problem", "plan")
    return {
        strength: {kind: re.compile("|".join(rows[kind])) for kind in kinds if kind in rows}
        for strength, rows in load("cues/outline.yaml").items()
    }


def kind_of(heading: str, *, weak: bool = False, settled: bool = False) -> SectionKind | None:
    """What a part under these heading words speaks of; None where they do not say, or say two."""
    for strength in ("settled", "strong", "weak")[: 1 if settled else 3 if weak else 2]:
        kinds = [kind for kind, cue in _words()[strength].items() if cue.search(heading)]
        if kinds:
            return kinds[0] if len(kinds) == 1 else None
    return None


def _sentences(text: str, sections: list[Section]) -> Iterator[Sentence]:
    cuts = {match.end() for match in _SENTENCE_END.finditer(text)}
    cuts.update(at for section in sections for at in (section.start, section.body))
    starts = [section.start for section in sections]
    begin = 0
    for cut in sorted({*cuts, len(text)}):
        piece = text[begin:cut]
        if piece.strip():
            start = begin + len(piece) - len(piece.lstrip())
            end = begin + len(piece.rstrip())
            section = _around(sections, starts, start)
            yield Sentence(start, end, section, tuple(_clauses(text, start, end)))
        begin = cut


def _around(sections: list[Section], starts: list[int], at: int) -> Section:
    section = sections[bisect_right(starts, at) - 1]
    return next(s for s in section.path() if s.start <= at and (at < s.end or not s.level))


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _CLAUSE_CUT.finditer(text, start, end):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if begin < end:
        yield begin, end
