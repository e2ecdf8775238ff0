"""What a passage that introduces a firm says of it: its owners, its projects, its standing.

`甲公司成立于2003年，总部位于…，是乙集团的控股子公司，是国家高新技术企业。公司投资3亿元，建设有丙项目。`
"""

import re

from kg.extract.facts.relation import Named, named, relate
from kg.extract.facts.scene import Scene, listed, scenes
from kg.extract.frame import Frame
from kg.model import Ref

_SAID_FIRST = r"^(?:据(?:了解|悉|介绍)，|其中，|资料显示，)?"
_OPENS = re.compile(
    rf"{_SAID_FIRST}(?P<firm>Ⓒ)(?:[（(][^（）()]*[)）])?[^。；ⒸⓅ，]{{0,12}}?"
    r"(?:成立|创建|创立|组建|始建|创办|注册|是|系|为|位于|坐落|总部|前身|从事|主营|隶属|由)"
)
# 区内的龙头企业甲公司成立于2019年, …: a firm introduced in mid-sentence
_FOUNDED = re.compile(
    r"(?P<firm>Ⓒ)(?:[（(][^（）()]*[)）])?(?:正式)?(?:(?:成立|创建|创立|组建|始建|创办)于|是(?:一家|专业))"
)
_TRADE = re.compile(
    r"(?:^|[，、；Ⓒ）)])(?:该|也|目前)?(?:公司|企业|集团|其)?(?:[^，。；ⒽⒸⓅ]{0,4}?)"
    r"(?:从事|主营|主要生产|专业生产|专注于?|致力于|深耕|是|系|为)[^。；ⒽⒸⓅ]{0,24}?"
    r"(?P<chains>Ⓗ(?:、Ⓗ|[、和及与][^，。；Ⓗ]{1,12}[、和及与]Ⓗ|[和及与]Ⓗ)*)"
    r"(?:产业|行业|领域|企业|产品|业务|等|的|及|[^，。；ⒽⒸⓅ]{0,20}(?:企业|公司|龙头|第一|前列))"
)
_OWNER = re.compile(
    r"(?<=[，Ⓒ）)])(?:是|系|为)?(?:隶属于?|从属于|归属于?|是|系|为|由)(?P<holder>Ⓒ(?:[、和与]Ⓒ)*)"
    r"(?P<tail>的?(?:直属|下属|旗下|所属|全资|控股|参股|独资|投资|共同|联合|合资|出资|发起)*"
    r"(?:子公司|分公司|成员企业|成员单位|成员|[二三]级(?:企业|公司)|企业|公司|组建|成立|设立|控股|控制|创办|兴办)?)"
)
_KIN = re.compile("子公司|成员|级|旗下|下属|直属|所属|组建|成立|设立|控股|独资|全资|创办|兴办")
_CHILD = re.compile(
    r"(?:其|公司|集团)(?:旗下|下属|在[ⓇⓀⓌ]+)?(?:的)?(?:全资|控股|合资)*(?:子公司|孙公司|项目公司)(?:——)?(?P<firm>Ⓒ)"
)
_BUILDS = re.compile(
    r"^(?:[^，。；ⓅⒸ]{1,8}，)?(?:该|目前)?(?:公司|集团|企业)[^。；，ⓅⒸ]{0,16}?"
    r"(?:Ⓜ元?，|[^。；，ⓅⒸ]{0,8}?)(?:投资|建设|实施|在建|兴建|新建|打造|投建|建成|启动|开工)"
    rf"(?:[^。；，ⓅⒸ]{{0,12}}?)(?P<project>{listed('Ⓟ')})"
)
_REACH = 8  # sentences for which 公司 goes on to mean the firm introduced

Introduced = tuple[Ref, Scene, int]


def say(frame: Frame) -> None:
    """Record what introductions say of their firms."""
    firm: Introduced | None = None
    since = 0
    for scene in scenes(frame):
        since += 1
        opened = _opening(scene)
        if opened:
            ref, at = scene.refs(opened.start("firm"), opened.end("firm"))[0]
            firm, since = (ref, scene, at), 0
            _owners(scene, (ref, at), opened.end())
            _trades(scene, firm, at)
        elif scene.text.startswith(("Ⓒ", "Ⓟ", "Ⓚ")) or since > _REACH:
            firm = None
        if firm:
            _children(scene, firm)
            _builds(scene, firm)
            if scene.text.startswith(("公司", "该公司", "企业", "集团")):
                _trades(scene, firm, 0)


def _opening(scene: Scene) -> re.Match[str] | None:
    if "Ⓒ" not in scene.text:
        return None
    return _OPENS.match(scene.text) or _FOUNDED.search(scene.text)


def _trades(scene: Scene, firm: Introduced, at: int) -> None:
    """`，是甲行业的龙头企业`, `，专业从事甲、乙的研发`: the industries of the firm."""
    for match in _TRADE.finditer(scene.text, at):
        _say(scene, firm, "in_chain", named(scene, match, "chains", "Ⓗ"), owner=True)


def _owners(scene: Scene, firm: Named, at: int) -> None:
    """`，是甲集团的控股子公司`, `，隶属于甲集团`: who holds the firm."""
    for match in _OWNER.finditer(scene.text, at - 1):
        if not _KIN.search(match["tail"]) and not re.search("属", match[0]):
            continue
        for holder in named(scene, match, "holder", "Ⓒ"):
            relate(
                scene, [holder], "shareholder_of", [firm], rule="share.introduced", confidence=0.8
            )


def _children(scene: Scene, firm: Introduced) -> None:
    """`其全资子公司甲已注册`: a firm that the introduced one holds."""
    for match in _CHILD.finditer(scene.text):
        _say(scene, firm, "shareholder_of", named(scene, match, "firm", "Ⓒ"), owner=True)


def _builds(scene: Scene, firm: Introduced) -> None:
    """`公司投资3亿元，建设有甲项目`: what the introduced firm builds."""
    match = _BUILDS.match(scene.text)
    if match:
        _say(scene, firm, "invested_by", named(scene, match, "project", "Ⓟ"), owner=False)


def _say(
    scene: Scene, firm: Introduced, predicate: str, things: list[Named], *, owner: bool
) -> None:
    ref, where, position = firm
    for thing, at in things:
        if thing == ref:
            continue
        subject, target = (ref, thing) if owner else (thing, ref)
        quotes = list(dict.fromkeys([scene.span(at), where.span(position)]))
        scene.frame.say(
            subject, predicate, target, at=quotes, rule="introduced.firm", confidence=0.7
        )
