"""The date that is printed on a document: under its title, in a page's byline, or below its end."""

import re

_ARABIC = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?[-年/.]\s?(\d{1,2})\s?(?:[-月/.]\s?(\d{1,2})(?!\d)|月)"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_CHINESE = re.compile(
    r"([二一][〇○零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日"
)
HEAD, TAIL = 15, 6  # lines of the text in which a document carries its date
LONGEST_LINE = 40


def printed_date(text: str) -> str | None:
    """The document's date in ISO form, from a short line of its own; None where there is none.

    A speech's line (`——2026年1月26日在…会议上`) gives its date; a date inside a sentence does not.
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    head = [line for line in lines[1:HEAD] if _is_dateline(line)]
    tail = [line for line in reversed(lines[-TAIL:]) if _is_dateline(line)]
    return next((date for line in head + tail if (date := iso_date(line))), None)


def iso_date(text: str) -> str | None:
    """The first full date, or year and month, of a text in ISO form."""
    chinese = _CHINESE.search(text)
    if chinese:
        year = chinese[1].translate(_DIGITS)
        return _iso(year, _small(chinese[2]), _small(chinese[3]))
    found = _ARABIC.search(text)
    return found and _iso(found[1], int(found[2]), int(found[3] or 0))


def _is_dateline(line: str) -> bool:
    if len(line) > LONGEST_LINE or line.endswith(("。", "；", "，")):
        return False
    bare = re.sub(r"^[—―–\-（(【\[]+", "", line)
    first = _ARABIC.search(bare) or _CHINESE.search(bare)
    label = bare[: first.start()] if first else ""
    return first is not None and (not label or label.endswith((":", "：")))


def _iso(year: str, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or day > 31:
        return None
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _small(said: str) -> int:
    """Up to 99 in Chinese numerals: 二十一 is 21."""
    tens, ten, ones = said.rpartition("十")
    head = (int(tens.translate(_DIGITS)) if tens else 1) if ten else 0
    return head * 10 + (int(ones.translate(_DIGITS)) if ones else 0)
