"""Enumerations: 甲、乙、丙等三个项目 – their members, and the word that says what they are."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.list_kinds import COUNT, bare_building, kind_after, kind_before, tail_of
from kg.extract.names.edges import after_asking
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, LETTER, MASK

_HARD = re.compile(r"[。；：！？\n;:!?]")


@dataclass(frozen=True, slots=True)
class Series:
    """One enumeration: its members' offsets, and the type that its last words give them.

    `kind` is None where nothing after the list says what the members are; `etc` says that 等 or a
    count sets the last member off from the words that follow.
    """

    items: tuple[tuple[int, int], ...]
    kind: str | None
    etc: bool
    end: int  # where the words after the list end
    built: bool = False  # 推进甲、乙建设: said to be built, by no word for a project

    @property
    def start(self) -> int:
        """Where the first member begins."""
        return self.items[0][0]


def find(ground: Ground) -> Iterator[Series]:
    """Every enumeration of two members or more, and a single one before 等…项目."""
    for low, high in _stretches(ground):
        marks = [i for i in range(low, high) if ground.plain[i] == "、" and not ground.inside[i]]
        for first, last in _runs(ground, marks):
            series = _series(ground, low, high, [m for m in marks if first <= m <= last])
            if series:
                yield series
    yield from _by_commas(ground)
    yield from _in_brackets(ground)
    yield from _pairs(ground)


_PAIR = re.compile(
    rf"(?:(?P<Project>项目)|(?P<Company>企业|公司|单位)){COUNT}[个家项户][，,：:]?"
    r"(?:其中|主要|分别|就|即|有|为|是|包括|如)*(?P<one>[^，。；：、和与及]{2,24})[和与及](?P<two>[^，。；：、和与及]{2,24})(?=[，。；\n]|$)"
)


def _pairs(ground: Ground) -> Iterator[Series]:
    """Two members that 和 joins after their counted class: 竣工项目2个，即甲和乙."""
    for match in _PAIR.finditer(ground.plain):
        spans = (match.span("one"), match.span("two"))
        cuts = [c for span in spans for c in ground.cuts_between(*span)]
        if all(c in ground.soft for c in cuts):
            kind = "Project" if match["Project"] else "Company"
            yield Series(spans, kind, True, match.end())


_BRACKET = re.compile(
    rf"(?:(?P<Project>项目)|(?P<Company>企业|公司))(?:{COUNT}[个家项户])?"
    r"[（(](?!不|除|含|非)(?:其中|包括|即|如|有|分别|为|是|：|:)*(?P<names>[^（）()，。；：]{2,80}、[^（）()，。；：]{2,40}?)等?[)）]"
)


def _in_brackets(ground: Ground) -> Iterator[Series]:
    """The members that a bracket after the class lists: 竣工项目2个（甲、乙）."""
    for match in _BRACKET.finditer(ground.plain):
        at = match.start("names")
        spans = [(at + m.start(), at + m.end()) for m in re.finditer(r"[^、]+", match["names"])]
        kind = "Project" if match["Project"] else "Company"
        yield Series(tuple(spans), kind, True, match.end())


_ETC = re.compile(rf"等(?:{COUNT})?个?[{HAN}]{{0,6}}(?:项目|企业|公司)")
_COMMAS = re.compile(rf"[{LETTER}]{{2,30}}(?:[，, \u3000][{LETTER}]{{2,12}}){{2,}}$")


def _by_commas(ground: Ground) -> Iterator[Series]:
    """A list whose members commas or spaces part: 甲，乙，丙等项目."""
    for etc in _ETC.finditer(ground.plain):
        low = ground.plain.rfind("。", max(0, etc.start() - 90), etc.start()) + 1
        match = _COMMAS.search(ground.plain, max(low, etc.start() - 90), etc.start())
        if match is None:
            continue
        marks = [m.start() for m in re.finditer(r"[，, \u3000]", match[0])]
        at = [match.start() + m for m in marks]
        items = [(ground.begin(at[0]), at[0])]
        items += list(zip([m + 1 for m in at], [*at[1:], match.end()], strict=True))
        if all(a < b and not ground.cuts_between(a, b) for a, b in items):
            tail = tail_of(ground, match.end(), match.end() + 30)
            kind = kind_after(ground, tail, match.end())
            yield Series(tuple(items), kind, True, tail.end() if tail else match.end())


def _stretches(ground: Ground) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _HARD.finditer(ground.plain):
        if stop[0] in "：:；;" and ground.inside[stop.start()]:
            continue  # 甲（投资方：乙）、丙
        if "、" in ground.plain[start : stop.start()] or "等" in ground.plain[start : stop.start()]:
            yield start, stop.start()
        start = stop.end()
    if start < len(ground.plain):
        yield start, len(ground.plain)


def _runs(ground: Ground, marks: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of 、 without a cut that is no joiner between them."""
    run: list[int] = []
    for mark in marks:
        if run and not _joined(ground, run[-1] + 1, mark):
            yield run[0], run[-1]
            run = []
        run.append(mark)
    if run:
        yield run[0], run[-1]


def _joined(ground: Ground, start: int, end: int) -> bool:
    """Whether one member stands between two marks: no verb, and no comma but a slip for 、."""
    piece = ground.plain[start:end]
    if len(piece) > 40 or piece.count("，") + piece.count(",") > 1:
        return False
    cuts = ground.cuts_between(_after_sum(ground, start, end), _without_note(ground, start, end))
    hard = [c for c in cuts if c not in ground.soft or len(piece) > 12]
    return all(ground.joins((a, b)) for a, b in hard)


_NOTE = re.compile(
    rf"(?:[（(][^（）()]*(?:[元亿万\d{MASK}：:，,]|投资|未|没|被否|公司)[^（）()]*[)）]"
    rf"|(?:总?投资)?[约近超]?[\d.,{MASK}]+(?:余|多)?[亿万]*(?:元|美元|港元)(?:人民币)?)$"
)


_SUM = re.compile(
    rf"(?:计划|协议)?总?投资(?:额)?[约近超达]?[\d.,{MASK}]+(?:余|多)?[亿万]*(?:元|美元|港元)(?:人民币)?的"
)


def _after_sum(ground: Ground, start: int, end: int) -> int:
    """The beginning of a member without the sum before it: 投资2亿元的|甲."""
    summed = _SUM.match(ground.plain, start, end)
    return summed.end() if summed else start


def _without_note(ground: Ground, start: int, end: int) -> int:
    """The end of a member without the sum printed after it: 甲（2亿元）, 乙3亿元."""
    note = _NOTE.search(ground.plain[start:end])
    return start + note.start() if note and note.start() >= 2 else end


_CALLED = re.compile(
    r"[^、，。]*(?:(?:企业|客商|项目)(?:共?有?\d+[家个户])?|(?:公司|集团)(?=主要|分别|有|为|包括))"
    r"(?:主要|分别|依次)?(?:有|为|是|包括|即|如)?[:：]?(?=[^、，。等]{2})"
)


def _series(ground: Ground, low: int, high: int, marks: list[int]) -> Series | None:
    first = max(low, _first_begin(ground, _without_note(ground, low, marks[0])))
    called = _CALLED.match(ground.plain, first, marks[0])
    first = called.end() if called else first
    if first >= marks[0]:
        return None
    end = _last_end(ground, marks[-1] + 1, high)
    items: list[tuple[int, int]] = []
    for a, b in zip([first, *(m + 1 for m in marks)], [*marks, end], strict=True):
        items += _split(ground, a, _without_note(ground, a, b))
    items = [(a, _without_note(ground, a, b)) for a, b in items if a < b]
    items = [(_after_sum(ground, a, b), b) for a, b in items]
    if len(items) < 2:
        return None
    built = _built(ground, first, end)
    if built:
        items[-1] = (items[-1][0], end - len(built))
    tail = tail_of(ground, end, high)
    kind = "Project" if built else kind_after(ground, tail, end) or kind_before(ground, first, high)
    etc = bool(tail) or ground.plain.startswith("等", end) or kind is not None
    over = tail.end() if tail else end
    return Series(tuple(items), kind, etc, over, bool(built) or bare_building(ground, end))


_TRAILING = re.compile("(?:延伸|升级|提升|拓展|培育|发展|建设)$")


def _first_begin(ground: Ground, end: int) -> int:
    """Where the first member begins; a verb that closes it (甲化工延伸、乙制造) begins no other."""
    trailing = _TRAILING.search(ground.plain, max(0, end - 2), end)
    end = trailing.start() if trailing else end
    return after_asking(ground, ground.begin(end), end)


def _built(ground: Ground, first: int, end: int) -> str:
    """The 建设 at the end of 推进甲、乙、丙建设, which is no part of the last member."""
    before = ground.plain[max(0, first - 2) : first]
    last = ground.plain[end - 2 : end]
    if ground.plain.startswith("等", end):
        return ""
    return last if last == "建设" and before in ("推进", "加快", "抓好", "推动", "加速") else ""


def _last_end(ground: Ground, start: int, high: int) -> int:
    """Where the last member ends: at 等, a count, a comma, or a word that begins something else."""
    end = high
    index = bisect_left(ground.stops, start + 1)
    while index < len(ground.stops) and (
        ground.stops[index] <= start or ground.inside[ground.stops[index] - 1]
    ):
        index += 1
    if index < len(ground.stops):
        end = min(end, ground.stops[index] - 1)
    for a, b in ground.cuts_between(start, end):
        if not ground.joins((a, b)) and a > max(start, _after_sum(ground, start, end) - 1):
            end = a
            break
    quoted = _TOTAL.search(ground.plain, start, end)
    end = quoted.start() if quoted else end
    etc = ground.plain.find("等", start, end)
    return etc if etc > start else end


# 甲、乙、丙“三大百亿产业集群”: what the list adds up to
_TOTAL = re.compile('[“"](?=[一二两三四五六七八九十\\d]+[大个条])')


def _split(ground: Ground, start: int, end: int) -> list[tuple[int, int]]:
    """One member between marks, or two where 和 or a comma parts them."""
    spans = []
    at = start
    for a, b in ground.cuts_between(start, end):
        if ground.joins((a, b)) and a - at >= 2 and end - b >= 2:
            spans.append((at, a))
            at = b
    for comma in re.finditer(r"[，,]", ground.plain[at:end]):
        spans.append((at, at + comma.start()))
        at = at + comma.end()
        break
    spans.append((at, end))
    return spans
