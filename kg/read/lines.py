"""Blanks, line ends and widths: how a text was laid out, where that is not what it says."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.read.edit import ENDS, HAN, NUMERALS, Edit, numeral

_ZERO_WIDTH = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n\t ]")
_MARGINS = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)

_CLOSE = "，。、；：！？）》”】’〉"
_AROUND = re.compile(
    rf"(?<=[{_CLOSE}（《“【‘〈]) +(?=[{HAN}\d*“《（])|(?<=[{HAN}\d%*）》”]) +(?=[{_CLOSE}])"
    rf"|(?<=[*×□○]) +(?=[%％亿万])"
)
_IN_PROSE = re.compile(rf"(?<=[{HAN}]) (?=[{HAN}])")
_SPLIT_DIGITS = re.compile(r"(?<=\d) (?=\d)")
_PROSE = re.compile(r"^[^\n]*[，。；,][^\n]*$", re.MULTILINE)
LEAST_PROSE = 40

_BEFORE = rf"[{HAN}%％*×）》”】)]"
_HALF = re.compile(rf"(?:(?<={_BEFORE})|(?<={_BEFORE} ))[,;:?!](?!\d)|[,;?!](?= ?[{HAN}“《（])")
_FULL = str.maketrans(",;:?!", "，；：？！")

_STARTS_ANEW = re.compile(
    rf"[（(]?[{NUMERALS}]{{1,3}}[、)）.]|第[{NUMERALS}]{{1,3}}[章节条篇]|[（(]?\d{{1,2}}[、.)）]|[·●•◆■—-]"
)
FEWEST_LINES = 8

_CHAPTER = re.compile(rf"([{NUMERALS}]{{1,3}})、(?=[{HAN}“])")
_SECTION = re.compile(rf"[（(]([{NUMERALS}]{{1,3}})[)）](?=[{HAN}“《])")
LEAST_RUN_IN = 300  # characters on one line: shorter lines are laid out already
LONGEST_HEADING = 30


def odd_blanks(text: str) -> Iterator[Edit]:
    """Zero-width characters go; full-width and other odd blanks become plain ones."""
    for pattern, put in ((_ZERO_WIDTH, ""), (_BREAKS, "\n"), (_BLANKS, " ")):
        for found in pattern.finditer(text):
            yield Edit(found.start(), found.end(), put)


def margins(text: str) -> Iterator[Edit]:
    """Indents and blanks at line ends."""
    for found in _MARGINS.finditer(text):
        yield Edit(*found.span())


def blanks_inside(text: str) -> Iterator[Edit]:
    """Blanks that typesetting left in running text: `发展 ，` `战略新 兴` and `2 0 0 1年`.

    Between two Chinese characters only in lines of prose: `市长 某某` of a byline keeps its blank.
    """
    for found in _AROUND.finditer(text):
        yield Edit(*found.span())
    for line in _PROSE.finditer(text):
        if len(line[0]) >= LEAST_PROSE:
            for found in _IN_PROSE.finditer(text, *line.span()):
                yield Edit(*found.span())
    if len(re.findall(r" [，、。,]", text)) >= 10:  # a text set so throughout
        for found in _SPLIT_DIGITS.finditer(text):
            yield Edit(*found.span())


def half_width(text: str) -> Iterator[Edit]:
    """Western punctuation beside Chinese characters becomes Chinese: `目标,` → `目标，`."""
    for found in _HALF.finditer(text):
        yield Edit(found.start(), found.end(), found[0].translate(_FULL))


def hard_wraps(text: str) -> Iterator[Edit]:
    """Line ends that a page's width made: full lines that break off in mid-sentence are joined.

    A line that begins with closing punctuation always belongs to the one before.
    """
    lines = list(re.finditer(r"[^\n]+", text))
    width = _page_width([len(line[0]) for line in lines], lines)
    for line, after in pairwise(lines):
        wrapped = (
            width
            and len(line[0]) >= width - 2
            and line[0][-1] not in ENDS + "：:"
            and not _STARTS_ANEW.match(after[0])
        )
        adjacent = after.start() == line.end() + 1
        if after[0][0] in _CLOSE + "," or (wrapped and adjacent):
            yield Edit(line.end(), after.start())


def _page_width(lengths: list[int], lines: list[re.Match[str]]) -> int:
    """The length at which most lines break, most of them in mid-sentence; 0 where none is."""
    if len(lengths) < FEWEST_LINES:
        return 0
    width = sorted(lengths)[len(lengths) * 9 // 10]
    full = [line for line in lines if width - 2 <= len(line[0]) <= width + 2]
    cut = sum(line[0][-1] not in ENDS + "：:" for line in full)
    return width if len(full) * 2 >= len(lines) and cut * 2 >= len(full) and width >= 15 else 0


def headings_run_in(text: str) -> Iterator[Edit]:
    """Line breaks before headings that run into one another on a line of a whole page.

    `…如下：一、工作落实情况（一）资金到位情况。…` – only numerals in running order count.
    """
    for line in re.finditer(rf"[^\n]{{{LEAST_RUN_IN},}}", text):
        chapters = _in_order(_CHAPTER, text, line)
        for mark in [*chapters, *_sections(text, line, [mark.start() for mark in chapters])]:
            if mark.start() > line.start():
                yield Edit(mark.start(), mark.start(), "\n")


def _in_order(pattern: re.Pattern[str], text: str, line: re.Match[str]) -> list[re.Match[str]]:
    """The marks after a sentence's end (or at the line's start) that count on from one another."""
    found: list[re.Match[str]] = []
    for mark in pattern.finditer(text, *line.span()):
        value = numeral(mark[1])
        anew = mark.start() == line.start() or text[mark.start() - 1] in ENDS + "：:"
        if anew and value and (not found or value == numeral(found[-1][1]) + 1):
            found.append(mark)
    return found


def _sections(text: str, line: re.Match[str], chapters: list[int]) -> list[re.Match[str]]:
    """（一）…（二）… in running order, after a sentence's end or after a chapter's heading."""
    found: list[re.Match[str]] = []
    for mark in _SECTION.finditer(text, *line.span()):
        start = mark.start()
        heading = text[max([line.start(), *(at for at in chapters if at < start)]) : start]
        anew = start == line.start() or text[start - 1] in ENDS + "：:" or _is_heading(heading)
        value = numeral(mark[1])
        if anew and value and (value == 1 or not found or value == numeral(found[-1][1]) + 1):
            found.append(mark)
    return found


def _is_heading(text: str) -> bool:
    short = len(text) <= LONGEST_HEADING and not re.search(rf"[{ENDS}，：]", text)
    return bool(short and _CHAPTER.match(text))
