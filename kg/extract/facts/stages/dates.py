"""When a stage was reached or is due: the date beside its verb, or opening clause or sentence."""

import re
from collections.abc import Iterator

from kg.extract.facts.scene import Scene
from kg.extract.facts.stages import cues
from kg.extract.frame import Time

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")
_PART = re.compile(r"\d{4}-[HQ]\d")  # a half or quarter is a date of what is planned for it
_UP_TO = re.compile("(?:截[至止]到?|至|比|较)$")  # 截至6月底: when it was counted, not done
_BRACKETED = re.compile("[（(][^（）()]*[)）]")
# a clause that is but a date, about the clause after it: 5月20日，…
_ALONE = re.compile(
    r"(?:早在|其中|在|于|到|当前|现)?Ⓣ(?:以来|期间|前后|左右|[上中下]旬|份|初|底|前|末|上午|下午|晚)*"
)
_OPENS = re.compile(r"(?:（[^（）]*）)?Ⓣ(?:[上中下]午|，|在|赴|参加|组织|举行|举办|Ⓔ|于|ⓇⓌ)")
# 开工时间：5月, 建成于2019年, 开工（5月）
_AFTER = re.compile(
    "[^，。；、ⓅⒸⓀⓉ]{2,6}?(?:(?:时间|日期)(?:为|是|：|:|在|于)?|于|[（(])(?:Ⓣ)(?!.{0,4}(?:至|到|—|-)Ⓣ)"
)


def date_at(scene: Scene, at: int, *, planned: bool = False, opening: bool = False) -> str | None:
    """The date of the verb at a position.

    In its clause before it, in a clause of its own just before, or right after it; with
    `opening` also the date that opens the sentence, where an event stands between.
    """
    start, _ = scene.clause(at)
    value = last_date(scene, start, at, planned=True) or _after(scene, at, planned=planned)
    if value or not start:
        return value
    before, end = scene.clause(start - 1)
    if _ALONE.fullmatch(scene.text, before, end):
        return last_date(scene, before, end)
    if opening and "Ⓔ" in scene.text[:at] and _OPENS.match(scene.text):
        first = scene.text.index("Ⓣ")
        return last_date(scene, first, first + 1)
    return None


def dates_each(scene: Scene, at: int, count: int) -> list[str] | None:
    """`甲、乙、丙分别于1月、3月、5月开工`: as many dates as members, in their order."""
    start, _ = scene.clause(at)
    each = scene.text.rfind("分别", start, at)
    if each < 0:
        return None
    values = [v for i in range(each, at) if (v := _value(scene, i, planned=True))]
    return values if len(values) == count else None


def last_date(scene: Scene, start: int, end: int, *, planned: bool = False) -> str | None:
    """The last date in a stretch that belongs to what stands at its end; None for a span."""
    values = list(_values(scene, start, end, planned=planned))
    return values[-1] if values else None


def _values(scene: Scene, start: int, end: int, *, planned: bool) -> Iterator[str | None]:
    times = [i for i in range(start, end) if scene.text[i] == "Ⓣ"]
    if not times:
        return
    aside = [m.span() for m in _BRACKETED.finditer(scene.text, start, end)]
    for i in times:
        inside = any(a <= i < b for a, b in aside)
        if not inside and not _UP_TO.search(scene.text, 0, i) and not _of_other(scene, i, end):
            yield _value(scene, i, planned=planned)


def _of_other(scene: Scene, time: int, at: int) -> bool:
    """`5月签约的甲项目已开工`: the date belongs to the verb before 的."""
    tail = re.compile("的[ⓅⒸⓀ]").search(scene.text, time, at)
    return bool(tail and cues.verb().search(scene.text, time, tail.start()))


def _value(scene: Scene, i: int, *, planned: bool) -> str | None:
    time = scene.things.get(i)
    value = time.value if isinstance(time, Time) else None
    if value and (_DATE.fullmatch(value) or (planned and _PART.fullmatch(value))):
        return value
    return None


def _after(scene: Scene, at: int, *, planned: bool) -> str | None:
    match = _AFTER.match(scene.text, at)
    return _value(scene, match.end() - 1, planned=planned) if match else None
