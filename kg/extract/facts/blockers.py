"""blocked_by: difficulties, of the subject that a clause names, else of the report's own region.

In a part that speaks of problems every clause is read, and its headings; elsewhere only what is
said to hold a named subject back (因用地指标未批 …).
"""

import itertools
import re
from collections.abc import Iterator
from functools import cache

from kg.extract.facts.groups import groups
from kg.extract.facts.relation import Named, home
from kg.extract.facts.scene import Scene, scenes
from kg.extract.frame import Frame
from kg.model import Ref
from kg.vocabulary import load

_SUBJECT = re.compile("[ⓅⓀⒸ]")
_CAUSE = re.compile(
    "卡在|缺|没批|未办|未批|未取得|未落实|招不到|没着落|减少|没拿到|因|由于|受|受制于|存在|面临|尚未|未能|无法|制约|亟需解决|亟待解决|协调解决"
)
_OTHERS = re.compile(
    "(?:其他|其它|部分|个别|大部分|多数|各|有的|一些|不少)(?:签约|落地|在建|重点|在谈|工业)*(?:项目|企业|部门)"
)
_OPENS = re.compile(
    "存在[^。；]{0,10}(?:问题|困难|不足|短板)|困难也|面临[^。；]{0,10}(?:困难|挑战|问题)|(?:主要|突出)(?:的)?问题(?:是|有)|不足之处|也要(?:清醒)?看到"
)
_SOLVES = re.compile("解决|协调|帮助|针对|排查|整改|梳理")
# these are said of a county, hardly of one project or firm
_COUNTY = ("pipeline", "promotion_capacity", "coordination")
_BEFORE_SUBJECT = re.compile(
    "[一二三四五六七八九十]?是?(?:但|其中|同时|另外|加之)?(?:受|因|由于|鉴于)"
)
_THE_PROJECT = re.compile(
    "(?:^|，|但)(?:目前，?)?(?:该|此|本)?(?:项目|工程)(?!多|少|储备|质量|数量|落地|库)"
)
_ASKED = re.compile("(?:协调|帮助|尽快|予以|给予|抓紧)解决|恳请")
_ASIDE = re.compile("(?:预计|同时|此外|另外|据了解|据悉)")  # what follows is told of something else
_REMEDY = re.compile(
    "^(?:[一二三四五六七八九十]是)?(?:进一步|加大|加强|加快|强化|优化|完善|推动|建议|要|积极|努力|切实|着力|提升|提高|持续|大力|全力)"
)


@cache
def _rows() -> list[tuple[str, re.Pattern[str] | None, re.Pattern[str] | None]]:
    rows = load("cues/blockers.yaml")
    return [
        (code, _any(row.get("thing")), _any(row.get("whole")))
        for code, row in rows.items()
        if isinstance(row, dict)
    ]


def _any(words: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(words)) if words else None


@cache
def _any_whole() -> re.Pattern[str]:
    """Whether any category is said outright."""
    return re.compile("|".join(whole.pattern for _, _, whole in _rows() if whole))


@cache
def _lack() -> re.Pattern[str]:
    return re.compile("|".join(load("cues/blockers.yaml")["lack"]))


def say(frame: Frame) -> None:
    """Record the difficulties that a document tells of."""
    said: set[tuple[Ref, str]] = set()
    troubled = -1  # the paragraph that a sentence on difficulties opened
    for scene in scenes(frame):
        if _OPENS.search(scene.text) and not _SOLVES.search(scene.text):
            troubled = scene.paragraph
        problem = scene.sentence.section.kind == "problem" or scene.paragraph == troubled
        if problem or _SUBJECT.search(scene.text):
            for fact in _read(scene, problem=problem):
                if fact[:2] not in said:
                    said.add(fact[:2])
                    _record(scene, *fact)
        elif _THE_PROJECT.search(scene.text):
            _of_topic(scene, said)


def _of_topic(scene: Scene, said: set[tuple[Ref, str]]) -> None:
    """`该项目因用地指标未批…`: of the projects that the paragraph speaks of."""
    for start, end in _clauses(scene):
        clause = _unfolded(scene, start, end)
        for code in _categories(clause, lacking=_CAUSE.search(clause) is not None):
            for ref, where, position in scene.topic:
                if ref.type == "Project" and code not in _COUNTY and (ref, code) not in said:
                    said.add((ref, code))
                    scene.frame.say(
                        ref,
                        "blocked_by",
                        Ref("BlockerCategory", code),
                        at=[scene.span(start), where.span(position)],
                        rule="blocker.topic",
                        confidence=0.65,
                    )


def _read(scene: Scene, *, problem: bool) -> Iterator[tuple[Ref, str, int, int, bool]]:
    """Give subject, category, the places of both, and whether the subject is named."""
    subject: list[Named] = []
    for start, end in _clauses(scene):
        clause = _unfolded(scene, start, end)
        subject = _subject(scene, start, end, subject)
        caused = problem or _CAUSE.search(clause) is not None
        held = subject or ([] if problem else _first(scene))
        for code in _categories(clause, lacking=caused):
            named = [(ref, at) for ref, at in held if code not in _COUNTY or ref.type == "Park"]
            if held and not named:
                continue
            for ref, position in named or home(scene, start):
                yield ref, code, position, start, bool(held)


def _subject(scene: Scene, start: int, end: int, before: list[Named]) -> list[Named]:
    """What a clause is about: the projects it names, else parks or firms, else what went before."""
    if _OTHERS.search(scene.text, start, end):
        return []
    here = scene.refs(start, end, "Ⓟ") or _first_list(scene, start, end)
    if _ASIDE.match(scene.text, start):
        before = []
    if any(ref.type == "Project" for ref, _ in before) and not any(
        r.type == "Project" for r, _ in here
    ):
        here = []
    return here or before or _held(scene, start, end)


def _first_list(scene: Scene, start: int, end: int) -> list[Named]:
    """The first list of parks or firms in a clause; what comes after it is told of them."""
    for group in groups(scene):
        if start <= group.start and group.end <= end and not group.companion:
            return list(group.members)
    return []


def _unfolded(scene: Scene, start: int, end: int) -> str:
    """The clause with industries in words: 物流 in 物流不畅 is what lacks, not a name."""
    words: list[str] = []
    for at in range(start, end):
        mention = scene.mention(at) if scene.text[at] == "Ⓗ" else None
        words.append(mention.name if mention else scene.text[at])
    return "".join(words)


def _clauses(scene: Scene) -> list[tuple[int, int]]:
    cuts = [m.end() for m in re.finditer(r"[，：:；;。]", scene.text)]
    edges = [0, *cuts, len(scene.text)]
    return [(a, b) for a, b in itertools.pairwise(edges) if b - a > 1]


def _held(scene: Scene, start: int, end: int) -> list[Named]:
    """受用地指标制约，甲、乙项目…: a cause's subject comes in the clause after it."""
    if not _BEFORE_SUBJECT.match(scene.text, start):
        return []
    _, stop = scene.clause(min(end + 1, len(scene.text)))
    return scene.refs(end, stop, "ⓅⓀⒸ")


def _first(scene: Scene) -> list[Named]:
    """The subject that a cause stands before: 受用地指标限制，甲项目未能开工."""
    named = [g.members[0] for g in groups(scene) if not g.companion]
    return named[:1] or scene.refs(0, len(scene.text), "ⓅⓀⒸ")[:1]


def _categories(clause: str, *, lacking: bool) -> list[str]:
    """The categories of difficulty that a clause says."""
    remedy = _REMEDY.match(clause) is not None and not _ASKED.search(clause)
    lack = _lack().search(clause) if lacking and not remedy else None
    found: list[str] = []
    if not lack and not _any_whole().search(clause):
        return found
    for code, thing, whole in _rows():
        match = whole.search(clause) if whole else None
        if match and remedy and "未" not in match[0]:
            match = None
        if match or (lack and thing and thing.search(clause)):
            found.append(code)
    return found


def _record(scene: Scene, ref: Ref, code: str, position: int, at: int, named: bool) -> None:
    scene.frame.say(
        ref,
        "blocked_by",
        Ref("BlockerCategory", code),
        at=[scene.span(position, at)],
        rule="blocker.named" if named else "blocker.home",
        confidence=0.75 if named else 0.8,
    )
