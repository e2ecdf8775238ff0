"""Lists of names in a folded sentence: what a verb, class word or wish holds for, one by one."""

import re
from dataclasses import dataclass

from kg.extract.facts.scene import JOIN, Scene
from kg.model import Ref

# a member may name its investor or place before it: 甲公司投资的乙项目
_HEAD = r"(?:[ⒸⓇⓌⓀⓄ](?:总?投资(?:兴建|建设)?Ⓜ?的?|建设的|的)?)?"
_TITLE = (
    r"(?:(?:世界|中国|民营|全国|国内|知名|大型|行业|上市|龙头)"
    r"[^，。；：、ⓅⓀⒸⓇⓌⓄⒽⒺⓁ]{0,8}(?:企业|公司|集团)?)?"
)
_BRACKET = r"(?:[（(][^（）()ⓅⓀⒸ]{0,24}[)）]|(?<=Ⓟ)[（(][^（）()Ⓟ]{0,60}[)）])?"
MEMBER = rf"{_TITLE}{_HEAD}[ⓅⓀⒸ]{_BRACKET}"
LIST = rf"{MEMBER}(?:{JOIN}{MEMBER})*"
_LIST = re.compile(LIST)
_JOIN_OUTSIDE = re.compile(rf"{JOIN}(?![^（(]*[)）])")
_OPENED = re.compile("[（(]")  # what a bracket after a member names is no member
_COMPANION = re.compile(
    r"(?:由|与|同|和|跟|向|在|于|位于|入驻|落户|进驻|落地|坐落于|依托|对|到|至|为|从|把|按照|借助|赴|走进|被|联合|通过|给)$"
)


@dataclass(frozen=True, slots=True)
class Group:
    """The members of one list (or one name) as (entity, position)."""

    start: int
    end: int
    members: tuple[tuple[Ref, int], ...]
    scene: Scene
    companion: bool  # 与甲, 由乙, 在丙: firms or parks that are not the subject

    @property
    def projects(self) -> bool:
        """Whether a project is among the members."""
        return any(ref.type == "Project" for ref, _ in self.members)


def group_of(scene: Scene, start: int, end: int) -> Group:
    """The group that a stretch matched by `LIST` names: the last name of each member."""
    members: list[tuple[Ref, int]] = []
    at = start
    for match in [*_JOIN_OUTSIDE.finditer(scene.text, start, end), None]:
        stop = match.start() if match else end
        bracket = _OPENED.search(scene.text, at, stop)
        members += scene.refs(at, bracket.start() if bracket else stop, "ⓅⓀⒸ")[-1:]
        at = match.end() if match else end
    companion = _COMPANION.search(scene.text, 0, start) is not None
    companion = companion and not any(ref.type == "Project" for ref, _ in members)
    return Group(start, end, tuple(members), scene, companion)


def groups(scene: Scene) -> list[Group]:
    """All lists of projects, parks and firms of a sentence, in order; read once a sentence."""
    if scene.lists is None:
        found = (group_of(scene, *match.span()) for match in _LIST.finditer(scene.text))
        scene.lists = [group for group in found if group.members]
    return scene.lists
