"""Enumerations: 甲、乙、丙等三个项目 – their members, and the word that says what they are."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, LETTER, MASK

_HEADS = {
    "Project": r"项目",
    "Company": r"企业|公司|集团|厂家|商家|供应商|500强|五百强|客商|银行|药企|车企|房企|央企",
    "Chain": r"产业集群|产业链|生态链|产业|行业|领域|集群|板块",
    "Park": r"园区|片区|开发区|工业区|产业园",
    "Organization": r"商会|协会|商协会|高校|院校|科研院所|研究院|单位|部门",
    "Event": r"节会|展会|活动",
}
_TYPED = "|".join(f"(?P<{kind}>{words})" for kind, words in _HEADS.items())
_COUNT = rf"(?:[\d{MASK}]+|[一二三四五六七八九十百两几数多]+|一批|一些|若干|一系列)(?:余|多)?"
_TAIL = re.compile(
    rf"(?P<etc>等|这)?(?:共|共计)?(?P<count>(?!500强|五百强){_COUNT}(?:个|家|户|条|项|类|所)?(?:大)?|)"
    rf"(?P<mod>[{HAN}A-Za-z\d“”]{{0,12}}?)(?P<head>{_TYPED})"
    r"(?!区|化|库|资金|转移|单位)"
)
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
    rf"(?:(?P<Project>项目)|(?P<Company>企业|公司)){_COUNT}[个家项户][，,：:]?"
    r"(?:其中|主要|分别|就|即|有|为|是|包括|如)*(?P<one>[^，。；：、和与及]{2,24})[和与及](?P<two>[^，。；：、和与及]{2,24})(?=[，。；\n]|$)"
)


def _pairs(ground: Ground) -> Iterator[Series]:
    """Two members that 和 joins after their counted class: 竣工项目2个，即甲和乙."""
    for match in _PAIR.finditer(ground.plain):
        spans = (match.span("one"), match.span("two"))
        if not any(ground.cuts_between(*span) for span in spans):
            kind = "Project" if match["Project"] else "Company"
            yield Series(spans, kind, True, match.end())


_BRACKET = re.compile(
    rf"(?:(?P<Project>项目)|(?P<Company>企业|公司))(?:{_COUNT}[个家项户])?"
    r"[（(](?!不|除|含|非)(?:其中|包括|即|如|有|分别|为|是|：|:)*(?P<names>[^（）()，。；：]{2,80}、[^（）()，。；：]{2,40}?)等?[)）]"
)


def _in_brackets(ground: Ground) -> Iterator[Series]:
    """The members that a bracket after the class lists: 竣工项目2个（甲、乙）."""
    for match in _BRACKET.finditer(ground.plain):
        at = match.start("names")
        spans = [(at + m.start(), at + m.end()) for m in re.finditer(r"[^、]+", match["names"])]
        kind = "Project" if match["Project"] else "Company"
        yield Series(tuple(spans), kind, True, match.end())


_COMMAS = re.compile(
    rf"[{LETTER}]{{2,30}}(?:[，, \u3000][{LETTER}]{{2,12}}){{2,}}"
    rf"(?=等(?:{_COUNT})?个?[{HAN}]{{0,6}}(?:项目|企业|公司))"
)


def _by_commas(ground: Ground) -> Iterator[Series]:
    """A list whose members commas or spaces part: 甲，乙，丙等项目."""
    for match in _COMMAS.finditer(ground.plain):
        marks = [m.start() for m in re.finditer(r"[，, \u3000]", match[0])]
        at = [match.start() + m for m in marks]
        items = [(ground.begin(at[0]), at[0])]
        items += list(zip([m + 1 for m in at], [*at[1:], match.end()], strict=True))
        if all(a < b and not ground.cuts_between(a, b) for a, b in items):
            tail = _tail(ground, match.end(), match.end() + 30)
            kind = _kind_after(ground, tail, match.end())
            yield Series(tuple(items), kind, True, tail.end() if tail else match.end())


def _stretches(ground: Ground) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _HARD.finditer(ground.plain):
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
    cuts = ground.cuts_between(start, _without_note(ground, start, end))
    hard = [c for c in cuts if c not in ground.soft or len(piece) > 12]
    return all(ground.joins((a, b)) for a, b in hard)


_NOTE = re.compile(
    rf"(?:[（(][^（）()]*(?:[元亿万\d{MASK}]|投资)[^（）()]*[)）]"
    rf"|(?:总?投资)?[约近超]?[\d.,{MASK}]+(?:余|多)?[亿万]*(?:元|美元|港元)(?:人民币)?)$"
)


def _without_note(ground: Ground, start: int, end: int) -> int:
    """The end of a member without the sum printed after it: 甲（2亿元）, 乙3亿元."""
    note = _NOTE.search(ground.plain[start:end])
    return start + note.start() if note and note.start() >= 2 else end


_CALLED = re.compile(
    r"[^、，。]*(?:(?:企业|客商|项目)(?:共?有?\d+[家个户])?|(?:公司|集团)(?=主要|分别|有|为|包括))"
    r"(?:主要|分别|依次)?(?:有|为|是|包括|即|如)?[:：]?(?=[^、，。等]{2})"
)


def _series(ground: Ground, low: int, high: int, marks: list[int]) -> Series | None:
    first = max(low, ground.begin(_without_note(ground, low, marks[0])))
    called = _CALLED.match(ground.plain, first, marks[0])
    first = called.end() if called else first
    if first >= marks[0]:
        return None
    end = _last_end(ground, marks[-1] + 1, high)
    items: list[tuple[int, int]] = []
    for a, b in zip([first, *(m + 1 for m in marks)], [*marks, end], strict=True):
        items += _split(ground, a, b)
    items = [(a, _without_note(ground, a, b)) for a, b in items if a < b]
    if len(items) < 2:
        return None
    built = _built(ground, first, end)
    if built:
        items[-1] = (items[-1][0], end - len(built))
    tail = _tail(ground, end, high)
    kind = (
        "Project" if built else _kind_after(ground, tail, end) or _kind_before(ground, first, high)
    )
    etc = bool(tail) or ground.plain.startswith("等", end) or kind is not None
    over = tail.end() if tail else end
    return Series(tuple(items), kind, etc, over, bool(built) or _bare_building(ground, end))


def _bare_building(ground: Ground, end: int) -> bool:
    return ground.plain.startswith(("的建设", "等建设"), end)


def _built(ground: Ground, first: int, end: int) -> str:
    """The 建设 at the end of 推进甲、乙、丙建设, which is no part of the last member."""
    before = ground.plain[max(0, first - 2) : first]
    last = ground.plain[end - 2 : end]
    if ground.plain.startswith("等", end):
        return ""
    return last if last == "建设" and before in ("推进", "加快", "抓好", "推动", "加速") else ""


def _tail(ground: Ground, end: int, high: int) -> re.Match[str] | None:
    """The words after a list that 等 or a count sets off: 等三个重点项目."""
    tail = _TAIL.match(ground.plain, end, high)
    return tail if tail and (tail["etc"] or tail["count"]) else None


_ARRIVED = re.compile(
    rf"等?(?:{_COUNT}家)?(?:都|均|相继|先后|陆续|纷纷|已经?|也|成功|正式)*(?:入驻|进驻|落户|入园|参展|参会|来访|[来到赴][我本]?[县市区](?:考察|洽谈|投资|调研))"
)


def _kind_after(ground: Ground, tail: re.Match[str] | None, end: int) -> str | None:
    if _bare_building(ground, end):
        return "Project"
    if _ARRIVED.match(ground.plain, end):
        return "Company"
    if tail is None or tail["mod"].endswith(("类型", "类", "类别")):
        return None
    return next(k for k in _HEADS if tail[k])


_LEAD = re.compile(
    r"(?:(?P<Project>项目|(?:开工|投产|签约|在建|竣工|动工|落户|落地|在谈|洽谈)的)|(?P<Company>企业|公司|客商)"
    rf"|(?P<Chain>产业|行业|领域))(?:共|共有|共计|达|有)?(?:{_COUNT}[个家项户])?[,，]?"
    r"(?P<says>(?:其中|主要|分别|依次|就|的|也)*(?:有|为|是|包括|包含|涵盖|涉及|如|即|其中|分别|分别为)?[:：]?)$"
)
_SAYS = re.compile(r"(?:有|为|是|包括|包含|涵盖|涉及|如|即|其中|分别|[:：])$")
_AMONG = re.compile(r"(?:等)?(?:都|均|也|全)?(?:在其中|在列|在内|名列其中|位列其中|榜上有名)")
_REST = re.compile(
    rf"(?:其余|剩下|剩余|另外|其他|还有)的?{_COUNT}个[^，。；]{{0,20}}[，,]?(?:包括|即|如|有|其中有)$"
)
_STAGE = re.compile(r"(?:开工|投产|签约|在建|竣工|动工|落地|在谈|洽谈)的$")


def _kind_before(ground: Ground, first: int, high: int) -> str | None:
    """The kind that the words before a list give: 新引进项目有：甲、乙."""
    before = ground.plain[max(0, first - 20) : first]
    if _STAGE.search(before) and not ground.plain.startswith("项目", first):
        return "Project" if "项目" in ground.plain[first:high] else None
    if _REST.search(ground.plain[max(0, first - 36) : first]):
        return "Project" if "项目" in ground.plain[max(0, first - 300) : first] else None
    lead = _LEAD.search(before)
    if lead is None or not (_SAYS.search(before) or _AMONG.search(ground.plain, first, high)):
        return None
    return next(k for k in ("Project", "Company", "Chain") if lead[k])


def _last_end(ground: Ground, start: int, high: int) -> int:
    """Where the last member ends: at 等, a count, a comma, or a word that begins something else."""
    end = high
    index = bisect_left(ground.stops, start + 1)
    while index < len(ground.stops) and ground.stops[index] <= start:
        index += 1
    if index < len(ground.stops):
        end = min(end, ground.stops[index] - 1)
    for a, b in ground.cuts_between(start, end):
        if not ground.joins((a, b)) and a > start:
            end = a
            break
    etc = ground.plain.find("等", start, end)
    return etc if etc > start else end


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
