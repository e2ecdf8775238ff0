"""What document-sharing sites do to a report: a boilerplate head, and page marks in mid-sentence.

Such a site shows every page as one line that begins with the page's number (`1、…`, `2、…`), cut
wherever the page ended, under a line that praises the site and names the file in 《》.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.read.edit import ENDS, Edit

_LINE = re.compile(r"[^\n]*\n?")
_SITE = re.compile(
    r"由会员分享|由会员上传|可在线阅读|在线免费阅读|更多相关《|珍藏版|请在[^\n]{2,20}上搜索"
    r"|本(文|资源|文档)为?本站会员|为本站会员"
)
_SITE_TAIL = re.compile(
    r"^(本文档?(来自|由)[^\n]{0,30}(上传|分享|提供|下载)[^\n]{0,60}"
    r"|[^\n]{0,30}(版权|侵权)[^\n]{0,40}(联系|删除|举报)[^\n]{0,60}"
    r"|(点击|立即|免费)?下载(全文|文档|原文)?[^\n]{0,10}|(文档)?加载中[^\n]{0,10})\s*$",
    re.MULTILINE,
)
_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_FILE = re.compile(r"\.(docx?|pdf|txt|wps|rtf)(?=$|\()|\(\d+页[^()]*\)$", re.IGNORECASE)
_MARK = re.compile(r"^(\d{1,3})、", re.MULTILINE)
LEAST_PAGE = 100  # characters; items of a list are shorter
HEAD_LINES = 3
FEWEST_PAGES = 3  # without a head that gives the site away


def site_head(text: str) -> tuple[int, str | None]:
    """How far a sharing site's own words go at the start, and the title that they name.

    (0, None) where the text is not from such a site.
    """
    end, title = 0, None
    for line in list(_LINE.finditer(text.lstrip()))[:HEAD_LINES]:
        if _SITE.search(line[0]) and len(line[0]) < 400:
            end = line.end() + len(text) - len(text.lstrip())
            named = _TITLE.search(line[0])
            title = title or (named and _FILE.sub("", _FILE.sub("", named[1].strip())))
    return end, title or None


def boilerplate(text: str) -> Iterator[Edit]:
    """The site's own words around the report are no part of it; its first page's mark neither."""
    end, title = site_head(text)
    if not end:
        return
    yield Edit(0, end)
    first = re.compile(r"\s*1、").match(text, end)
    start = first.end() if first else end
    if first:
        yield Edit(end, start)
    if title and text.startswith(title, start) and not text.startswith("\n", start + len(title)):
        yield Edit(start + len(title), start + len(title), "\n")  # the title ran into the text
    for tail in _SITE_TAIL.finditer(text, max(end, len(text) - 600)):
        yield Edit(*tail.span())


def marks(text: str) -> Iterator[Edit]:
    r"""`促\n2、进` → `促进`: page marks in running order, and the line ends before them."""
    found = _running(text)
    if not _are_pages(text, found):
        return
    for mark in found:
        before = text[: mark.start()].rstrip()
        inside = bool(before) and before[-1] not in ENDS
        yield Edit(len(before) if inside else mark.start(), mark.end())


def _running(text: str) -> list[re.Match[str]]:
    """The numbers at line starts that count on: from 1, or from 2 where the first is gone."""
    found: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if int(mark[1]) == (int(found[-1][1]) + 1 if found else 1) or (
            not found and mark[1] == "2" and mark.start() >= LEAST_PAGE
        ):
            found.append(mark)
    return found


def _are_pages(text: str, found: list[re.Match[str]]) -> bool:
    """Whether these are pages, not a list: all of the text, long, most cut in mid-sentence."""
    starts = [0, *(mark.start() for mark in found if mark.start())]
    bodies = [text[a:b].strip() for a, b in pairwise(starts)]
    cut = sum(body[-1:] not in ENDS for body in bodies)
    long = all(len(body) >= LEAST_PAGE for body in bodies)
    return len(starts) >= FEWEST_PAGES and long and cut * 2 >= len(bodies)
