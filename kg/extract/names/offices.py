"""Task forces and joint offices: 成立了…专班, 县…指挥部办公室, 县…和…局."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, MASK

TYPE = "Organization"
_HEADS = "(?:工作专班|专班|总指挥部|指挥部|工作领导小组|领导小组|工作委员会|预审委员会|委员会)"
_FOUNDED = re.compile(
    rf"(?:成立|组建|设立|建立|召开|召集)(?:了|起)?(?P<name>[{HAN}{MASK}]{{2,16}}?{_HEADS}(?:办公室)?)(?![{HAN}]{{0,2}}[等个])"
)
_OF_LEVEL = re.compile(
    rf"(?<![{HAN}])(?P<name>[县市区省州](?![委政直域级内外])[{HAN}]{{2,16}}?{_HEADS}(?:办公室)?)"
)
_MEETS = re.compile("(?:指挥部|领导小组|专班|委员会)(?=(?:工作)?会议|例会)")
_TASK = re.compile(rf"(?:^|[，、。；开了])(?P<name>(?:(?![召开了])[{HAN}]){{2,12}})$")
# two tasks of one bureau, behind its level: 市林草和|水利局
_JOINED = re.compile(
    rf"(?P<name>[县市区省州](?![委政直域级内外城])[{HAN}]{{2,6}}(?<![委局办厅部])[和与](?![县市区省州])[{HAN}]{{2,8}}?(?:(?<![布格结大全当])局|厅|委员会))(?![{HAN}]{{0,3}}[局厅])"
)
_NO_NAME = re.compile(
    r"[由的为是将把]|[等各每]|[一二三四五六七八九十两几\d][个支名]|以县|组长|成立|组建|牵头|会议|项目、|配合|对接|负责|"
    r"^(?:招商|产业招商|驻点|工作|服务|组织|专门|专业|相应|县级|部门|有关|相关|[县市区省州](?:有关|相关|各))(?:工作)?(?:专班|委员会|指挥部)$"
)


def find(ground: Ground) -> Iterator[Mention]:
    """Bodies whose task holds words that else end a name (企业培育, 项目建设, 商贸和服务)."""
    for start, end in _spans(ground.plain):
        if not _NO_NAME.search(ground.plain[start:end]) and not ground.counted(start):
            yield ground.mention((_with_place(ground, start), end), TYPE, "body.office", 0.8)


def _spans(plain: str) -> Iterator[tuple[int, int]]:
    for rule in (_FOUNDED, _OF_LEVEL, _JOINED):
        for match in rule.finditer(plain):
            yield match.span("name")
    for head in _MEETS.finditer(plain):
        task = _TASK.search(plain, max(0, head.start() - 13), head.start())
        if task:
            yield task.start("name"), head.end()


def _with_place(ground: Ground, start: int) -> int:
    """Where the place begins whose last letter is the level: *|县商贸和产业服务局."""
    for region in ground.regions:
        if region.start < start < region.end or region.end == start:
            return region.start
    return start
