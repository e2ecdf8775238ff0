"""blocked_by: difficulties, of the subject that a clause names, else of the report's own region.

In a part that speaks of problems every clause is read, and its headings; elsewhere only what is
said to hold a named subject back (因用地指标未批 …).
"""

import itertools
import re
from collections.abc import Iterator

from kg.extract.facts.groups import groups
from kg.extract.facts.lacks import categories, topics
from kg.extract.facts.relation import Named, home
from kg.extract.facts.scene import NUMBERED, Scene, scenes
from kg.extract.frame import Frame
from kg.model import Ref

_SUBJECT = re.compile("[ⓅⓀⒸ]")
_CAUSE = re.compile(
    "拖累|没有?(?:拉通|架通|接通|通电|批|摘|办|到位|着落|拿到|计入|谈拢)|还没|被否|不予|不够[用住]|影响(?:设备|投产|开工|进度|施工|生产|进场)|卡在|断裂|迟迟|搁置|等待|卡壳|没有批复|批不下|拿不到|变更|纠纷|缺|没批|未办|未批|未取得|未落实|招不到|没着落|减少|没拿到|因|由于|受|受制于|存在|面临|尚未|未能|无法|制约|亟需解决|亟待解决|协调解决"
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
# 四是用能问题。: what a part of the problems is about; what it names has that difficulty
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[是、]|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．])"
    r"[^，。；：ⓅⒸⓀ]{2,18}[。：]?$"
)
_CARD = re.compile(
    f"{NUMBERED}(?:目前)?(?:存在|主要|面临)*的?(?:主要)?(?:问题|困难)[^，。；：]{{0,6}}：."
)
_ITEM = re.compile(r"^[^，。；：ⓅⒸⓀ]{0,8}Ⓟ(?:[。：:]|$)")
_STILL = re.compile("但?(?:至今|目前|现在)?(?:仍|还|迟迟|尚|未|没|无法|难以|一直|始终)")
_ASIDE = re.compile("(?:预计|同时|此外|另外|据了解|据悉)")  # what follows is told of something else


def say(frame: Frame) -> None:
    """Record the difficulties that a document tells of."""
    said: set[tuple[Ref, str]] = set()
    troubled = -1  # the paragraph that a sentence on difficulties opened
    lead: tuple[Scene, list[str]] | None = None
    for scene in scenes(frame):
        if _OPENS.search(scene.text) and not _SOLVES.search(scene.text):
            troubled = scene.paragraph
        problem = scene.sentence.section.kind == "problem" or scene.paragraph == troubled
        if _of_card(scene):
            _of_topic(scene, said)
        elif problem or _SUBJECT.search(scene.text):
            read = list(_read(scene, problem=problem))
            for fact in read:
                if fact[:2] not in said:
                    said.add(fact[:2])
                    _record(scene, *fact)
            lead = _led(scene, lead, {fact[0] for fact in read}, said) if problem else None
        elif _THE_PROJECT.search(scene.text):
            _of_topic(scene, said)


def _of_card(scene: Scene) -> bool:
    """`存在问题：用地指标未落实` on a project's card: the difficulty is the project's."""
    if not scene.topic or _SUBJECT.search(scene.text) or not _CARD.match(scene.label + scene.text):
        return False
    return _ITEM.match(scene.topic[0][1].text) is not None


def _led(
    scene: Scene,
    lead: tuple[Scene, list[str]] | None,
    told: set[Ref],
    said: set[tuple[Ref, str]],
) -> tuple[Scene, list[str]] | None:
    """`四是用能问题。甲园缺口大，影响乙公司`: who is named under a lead has its difficulty."""
    if _LEAD.match(scene.text):
        return scene, topics(_unfolded(scene, 0, len(scene.text)))
    if not lead or lead[0].paragraph != scene.paragraph or len(lead[1]) != 1:
        return lead if lead and lead[0].sentence.section is scene.sentence.section else None
    code = lead[1][0]
    named = [m for g in groups(scene) if not g.companion for m in g.members]
    for ref, position in named if code not in _COUNTY and not _OTHERS.search(scene.text) else ():
        if (ref, code) not in said and ref not in told:
            said.add((ref, code))
            scene.frame.say(
                ref,
                "blocked_by",
                Ref("BlockerCategory", code),
                at=[scene.span(position), lead[0].span(0)],
                rule="blocker.lead",
                confidence=0.65,
            )
    return lead


def _of_topic(scene: Scene, said: set[tuple[Ref, str]]) -> None:
    """`该项目因用地指标未批…`: of the projects that the paragraph speaks of."""
    for start, end in _clauses(scene):
        clause = _unfolded(scene, start, end)
        caused = (
            _CAUSE.search(clause) is not None or _CARD.match(scene.label + scene.text) is not None
        )
        for code in categories(clause, lacking=caused):
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
    before = ""  # the clause before, where it says no difficulty yet
    for start, end in _clauses(scene):
        clause = _unfolded(scene, start, end)
        subject = _subject(scene, start, end, subject)
        caused = problem or _CAUSE.search(clause) is not None
        held = subject or ([] if problem else _first(scene))
        codes = categories(clause, lacking=caused)
        if not codes and problem and before and _STILL.match(clause):
            codes = categories(before + clause, lacking=True)  # 用地需报批，至今没有进展
        before = "" if codes else clause.rstrip("，")
        for code in codes:
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


def _record(scene: Scene, ref: Ref, code: str, position: int, at: int, named: bool) -> None:
    scene.frame.say(
        ref,
        "blocked_by",
        Ref("BlockerCategory", code),
        at=[scene.span(position, at)],
        rule="blocker.named" if named else "blocker.home",
        confidence=0.75 if named else 0.8,
    )
