"""A sentence as the fact rules read it: every name, sum and date folded to one sign.

`由甲公司投资3亿元建设的乙项目` reads `由Ⓒ投资Ⓜ建设的Ⓟ`, so that a rule is a plain regular
expression over grammar, blind to the names themselves. Words that only refer to the report's own
region (我县, 县委、县政府 …) read `Ⓦ`. Quotation marks, blanks, and what stands between a list's
members without changing it (总投资…的, a bracket without names) are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from kg.extract.facts.known import add_industries
from kg.extract.frame import Frame, Mention, Quantity, Sentence, Time
from kg.model import Ref

if TYPE_CHECKING:
    from kg.extract.facts.groups import Group

SIGNS = {
    "Project": "Ⓟ",
    "Park": "Ⓚ",
    "Company": "Ⓒ",
    "Organization": "Ⓞ",
    "Region": "Ⓡ",
    "Chain": "Ⓗ",
    "Event": "Ⓔ",
    "Policy": "Ⓛ",
}
HOME, MONEY, NUMBER, TIME = "Ⓦ", "Ⓜ", "Ⓝ", "Ⓣ"
NAMES = "".join(SIGNS.values())
# what joins the members of a list
JOIN = "(?:、|和|以及|及|与|暨|，(?=[ⓅⒸⓀ](?:、|等|和))|(?<=Ⓟ)(?=Ⓟ)|(?<=Ⓒ)(?=Ⓒ))"


@cache
def _one_of(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{signs}]")


def listed(signs: str) -> str:
    """The expression for a list of names of these signs: `A、B和C`."""
    return f"[{signs}](?:{JOIN}[{signs}])*"


_HOME_WORDS = re.compile(
    r"(?<!各)(?:我[县市区州局镇乡省旗]|[全本][县市区州镇乡省旗]|[县市区州]委、?[县市区州]?政府"
    r"|(?<![\u4e00-\u9fff])[县市区镇]里|县政府|县委)"
)
_SIGNED = re.compile(f"[{NAMES}{HOME}{MONEY}{NUMBER}{TIME}]")
# what a bracket after a name must not lose: a stage or a designation
_TELLING = (
    "500强|上市|龙头|专精特新|高新技术|规上|限上|小巨人|链主|独角兽|外资"
    "|产|工|签约|在建|在谈|洽谈|落户|运营|上规|入统|退库"
)
_LEFT_OUT = re.compile(
    rf"[“”\"‘’「」『』《》\s]"
    rf"|(?:[总拟]|计划|协议|预计|项目|合同)*投资(?:总?额)?(?:约|近|达到?|超过?|逾)?{MONEY}(?:人民币)?元?(?:以上)?(?:的(?=[ⓅⒸⓀ])|(?=Ⓟ))"
    rf"|(?<=[、和及与]){MONEY}元?(?:以上)?的?(?=Ⓟ)"
    rf"|(?<=[{NAMES}])[（(](?![^（）()]*(?:{_TELLING}))[^{NAMES}（）()]{{0,40}}[)）]"
    r"|(?<=Ⓡ)(?:[省市县区州镇乡]?(?:委、?)?(?:人民)?政府|[省市县区州]委)"
)
_FULL_WIDTH = str.maketrans(",;:()", "，；：（）")  # rules see one form of each mark
_TITLE = 30  # a longer first sentence is no title
_CLAUSE_CUT = re.compile(r"[，,：:；;。！？!?]")


@dataclass(slots=True, eq=False)
class Scene:
    """A folded sentence; positions count in `text`, and `starts` leads back to the document."""

    frame: Frame
    sentence: Sentence
    paragraph: int
    plain: str  # the sentence as it stands, in simplified script
    text: str
    starts: list[int]
    things: dict[int, Mention | Quantity | Time]
    # what an elided subject or 该项目 refers to: the names that the paragraph speaks of
    topic: list[tuple[Ref, "Scene", int]] = field(default_factory=list)
    park: tuple[Ref, "Scene", int] | None = None  # the park last named before: 园区
    label: str = ""  # the run-in heading right before: 2.进展情况：
    lists: "list[Group] | None" = None  # kept by `groups` once they are read
    cuts: list[int] | None = None  # where clauses end, kept by `clause`

    def mention(self, position: int) -> Mention | None:
        """The name folded at a position."""
        thing = self.things.get(position)
        return thing if isinstance(thing, Mention) else None

    def refs(self, start: int, end: int, signs: str = NAMES) -> list[tuple[Ref, int]]:
        """The entities named in a stretch, with their positions."""
        found: list[tuple[Ref, int]] = []
        for match in _one_of(signs).finditer(self.text, start, end):
            mention = self.mention(match.start())
            if mention:
                found.append((self.frame.ref(mention), match.start()))
            elif match[0] == HOME and self.frame.home:
                found.append((self.frame.home, match.start()))
        return found

    def inner(self, position: int, kind: str = "Company") -> list[Ref]:
        """The names read inside the name at a position: the firm at a project's head."""
        mention = self.mention(position)
        if not mention:
            return []
        return [self.frame.ref(m) for m in inner_of(self.frame, mention) if m.type == kind]

    def clause(self, position: int) -> tuple[int, int]:
        """The clause around a position."""
        if self.cuts is None:
            self.cuts = [m.start() for m in _CLAUSE_CUT.finditer(self.text)]
        cuts = self.cuts
        at = bisect_right(cuts, position - 1) if position else 0
        start = cuts[at - 1] + 1 if at else 0
        end = cuts[at] if at < len(cuts) else len(self.text)
        return start, end

    def span(self, *positions: int) -> tuple[int, int]:
        """The offsets in the document of the clauses that hold these positions."""
        start, _ = self.clause(min(positions))
        _, end = self.clause(max(positions))
        start = min(start, len(self.starts) - 1)
        stop = self.starts[end] if end < len(self.starts) else self.sentence.end
        return self.starts[start], max(stop, self.starts[start] + 1)

    def offset(self, position: int) -> int:
        """The offset in the document of a position."""
        return self.starts[position] if position < len(self.starts) else self.sentence.end


def inner_of(frame: Frame, mention: Mention) -> list[Mention]:
    """The names read inside a mention."""
    at = bisect_right(frame.inner, mention.start - 1, key=lambda m: m.start)
    found: list[Mention] = []
    while at < len(frame.inner) and frame.inner[at].start < mention.end:
        if frame.inner[at].end <= mention.end:
            found.append(frame.inner[at])
        at += 1
    return found


def scenes(frame: Frame) -> list[Scene]:
    """All sentences of a document, folded; made once for all rules."""
    if not frame.scenes:
        add_industries(frame)
        frame.scenes = list(_scenes(frame))
    return frame.scenes


def title_park(frame: Frame) -> tuple[Ref, Scene, int] | None:
    """The park that a document's title names: its report speaks of the park where it names none."""
    for scene in scenes(frame)[:1]:
        parks = scene.refs(0, len(scene.text), "Ⓚ")
        if len(parks) == 1 and len(scene.text) <= _TITLE and not scene.text.endswith("。"):
            return parks[0][0], scene, parks[0][1]
    return None


def _scenes(frame: Frame) -> Iterator[Scene]:
    things = _things(frame)
    text = frame.plain
    at, paragraph, last = 0, 0, 0
    topic: list[tuple[Ref, Scene, int]] = []
    park: tuple[Ref, Scene, int] | None = None
    label = ""
    for sentence in frame.sentences:
        if "\n" in frame.text[last : sentence.start]:
            paragraph += 1
        last = sentence.end
        while at < len(things) and things[at].start < sentence.start:
            at += 1
        first = at
        while at < len(things) and things[at].end <= sentence.end:
            at += 1
        scene = _fold(frame, sentence, paragraph, things[first:at], text)
        scene.topic, scene.park, scene.label = topic, park, label
        label = scene.text if _LABEL.fullmatch(scene.text) else ""
        at_park = scene.text.rfind("Ⓚ")
        if at_park >= 0:
            park = (scene.refs(at_park, at_park + 1)[0][0], scene, at_park)
        topic = _topic(scene, topic) or topic
        yield scene


def _things(frame: Frame) -> list[Mention | Quantity | Time]:
    """Names, dates and figures in order, none overlapping; names win over dates over figures."""
    kept: list[Mention | Quantity | Time] = []
    everything: list[tuple[int, int, Mention | Quantity | Time]] = [
        *((m.start, 0, m) for m in frame.mentions),
        *((t.start, 1, t) for t in frame.times),
        *((q.start, 2, q) for q in frame.quantities),
    ]
    for _, _, thing in sorted(everything, key=lambda row: row[:2]):
        if not kept or thing.start >= kept[-1].end:
            kept.append(thing)
        elif isinstance(thing, Mention) and not isinstance(kept[-1], Mention):
            kept[-1] = thing
    return kept


def _sign(thing: Mention | Quantity | Time) -> str:
    if isinstance(thing, Mention):
        return HOME if _HOME_WORDS.fullmatch(thing.name) else SIGNS[thing.type]
    if isinstance(thing, Time):
        return TIME
    return MONEY if thing.kind == "money" else NUMBER


def _fold(
    frame: Frame,
    sentence: Sentence,
    paragraph: int,
    things: list[Mention | Quantity | Time],
    text: str,
) -> Scene:
    signs: list[str] = []
    starts: list[int] = []
    at_sign: dict[int, Mention | Quantity | Time] = {}
    plain = text[sentence.start : sentence.end]
    here = sentence.start
    for thing in things:
        _plain(text, here, thing.start, signs, starts)
        at_sign[len(signs)] = thing
        signs.append(_sign(thing))
        starts.append(thing.start)
        here = thing.end
    _plain(text, here, sentence.end, signs, starts)
    return _trim(Scene(frame, sentence, paragraph, plain, "".join(signs), starts, at_sign))


def _plain(text: str, start: int, end: int, signs: list[str], starts: list[int]) -> None:
    piece = _SIGNED.sub("·", text[start:end]).translate(_FULL_WIDTH)
    here = 0
    for match in _HOME_WORDS.finditer(piece):
        signs.extend(piece[here : match.start()])
        starts.extend(range(start + here, start + match.start()))
        signs.append(HOME)
        starts.append(start + match.start())
        here = match.end()
    signs.extend(piece[here:])
    starts.extend(range(start + here, end))


def _trim(scene: Scene) -> Scene:
    """Leave out what does not change the grammar."""
    gaps = [match.span() for match in _LEFT_OUT.finditer(scene.text)]
    if not gaps:
        return scene
    kept: list[int] = []
    here = 0
    for start, end in gaps:
        kept.extend(range(here, start))
        here = end
    kept.extend(range(here, len(scene.text)))
    where = {old: new for new, old in enumerate(kept)}
    scene.things = {where[at]: thing for at, thing in scene.things.items() if at in where}
    scene.text = "".join([scene.text[old] for old in kept])
    scene.starts = [scene.starts[old] for old in kept]
    return scene


_SAID_OF = re.compile(
    "(?:由|位于|落户|选址|在|与|入驻|单位|主体|地点|地址|业主|投资方|投资商)[：是为于]?$"
)
_PROJECTS = re.compile(listed("Ⓟ"))
# a line of a project's card: 投资主体：甲公司. It does not change what the card is about
_LABEL = re.compile(f"[^，。；：{NAMES}]{{2,14}}：")
NUMBERED = r"^(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）]?[.、．]?|[①-⑳]|——|[一二三四五]是)?"
FIELD = re.compile(
    f"{NUMBERED}[^，。；：ⓅⓀ]{{0,8}}(?:主体|单位|业主|地点|地址|位置|内容|规模|性质|方|商|企业|投资|资金|责任人|领导|部门|周期|工期|时限|效益|进展|进度|情况|阶段)(?:名称|情况)?："
)
_CARRIERS = re.compile(listed("ⓀⒸ"))


def _topic(scene: Scene, before: list[tuple[Ref, Scene, int]]) -> list[tuple[Ref, Scene, int]]:
    """What the next sentence's elided subject would be: the project, else the park or firm.

    A firm or park that is only said of the project at hand (由甲公司投资, 建设地点：乙园) is not.
    """
    told = bool(before) and before[0][0].type == "Project"
    if told and "Ⓟ" not in scene.text and FIELD.match(scene.label or scene.text):
        return []
    for pattern in (_PROJECTS, _CARRIERS):
        groups = list(pattern.finditer(scene.text))
        if pattern is _CARRIERS and told and before[0][1].paragraph == scene.paragraph:
            groups = [g for g in groups if not _SAID_OF.search(scene.text, 0, g.start())]
        if groups:
            group = groups[0] if groups[0].start() < 4 else groups[-1]
            return [(ref, scene, at) for ref, at in scene.refs(*group.span())]
    return []
