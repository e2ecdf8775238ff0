"""invested_by: who invests in, builds or owns a project or park."""

import re

from kg.extract.facts.relation import Named, named, relate
from kg.extract.facts.scene import NUMBERED, Scene, listed, scenes
from kg.extract.frame import Frame
from kg.model import Ref

_FIRM = f"(?P<firm>{listed('Ⓒ')})"
_PROJECT = f"(?P<project>{listed('ⓅⓀ')})"
_INVEST = (
    "(?:投资|出资|斥资|注资|承建|投建|建设|兴建|新建|开建|实施|新上|打造|启动|开发|负责|操作|运营"
    "|合建|合资|共建|独资|领投|牵头)"
)
_OWNER = "(?:投资|投建|建设|业主|实施|承建|项目)(?:方|主体|单位|企业|商|人|公司|业主)|业主(?:单位)?"
# (rule, confidence, pattern)
_PATTERNS = [
    (rule, confidence, re.compile(pattern))
    for rule, confidence, pattern in (
        (
            "investor.settled",
            0.8,
            rf"{_FIRM}(?:计划|拟|将|已|成功|签约)*(?:落户|入驻|落地)[ⓀⓇⓌ]{{0,3}}[^。；ⓅⒸⓀ，]{{0,10}}，(?:总?投资Ⓜ元?，)?[^。；ⓅⒸⓀ，]{{0,8}}?(?:建设|投资|新建|打造|实施)[^。；ⓅⒸ，]{{0,8}}?(?P<project>Ⓟ)",
        ),
        (
            "investor.together",
            0.85,
            r"(?P<firm>[ⒸⓄ](?:[与和、同][ⒸⓄ])+)(?:按[^，。；ⓅⒸ]{0,8}比例)?(?:合作|联合|共同|合资|携手)*(?:共建|建设|投资|打造|合建|兴建|开发)+的(?P<project>Ⓟ)",
        ),
        (
            "investor.partner",
            0.8,
            rf"[与和同]{_FIRM}(?:合作|联合|合资|共同)(?:建设|共建|开发|投资|实施|打造)*的(?P<project>Ⓟ)",
        ),
        (
            "investor.by",
            0.9,
            rf"由{_FIRM}[^，。；Ⓟ]{{0,10}}?{_INVEST}[^，。；ⓅⒸⓀ]{{0,16}}?的{_PROJECT}",
        ),
        (
            "investor.of",
            0.85,
            rf"{_FIRM}(?:公司|集团)?(?:投资|总投资|计划投资|实施|建设|投资建设|投建|承建)*Ⓜ?(?:投资)?(?:建设|兴建)?的(?P<project>Ⓟ)",
        ),
        ("investor.joined", 0.85, rf"{_FIRM}(?:宣布|计划|决定|拟|将)?(?P<project>Ⓟ)"),
        (
            "investor.passive",
            0.9,
            rf"{_PROJECT}[^。；Ⓟ]{{0,50}}?由{_FIRM}[^，。；Ⓟ]{{0,10}}?{_INVEST}",
        ),
        (
            "investor.verb",
            0.8,
            rf"(?<![与和同为给]){_FIRM}(?:[^。；ⓅⒸⓀ]|在[ⓇⓌ]*Ⓚ){{0,30}}?(?:投资(?!协议|合同|意向|合作|协定|洽谈|环境)|出资|斥资|建设|兴建|新建|开建|投建|实施|新上)[^。；ⓅⒸ]{{0,18}}?(?P<project>{listed('Ⓟ')})",
        ),
        (
            "investor.signed",
            0.8,
            rf"[与和同]{_FIRM}[^。；ⓅⒸ]{{0,12}}?签[订署约下](?:了)?[^。；ⓅⒸ]{{0,12}}?(?P<project>{listed('Ⓟ')})",
        ),
        (
            "investor.about",
            0.8,
            rf"[与和同]{_FIRM}[^。；，ⓅⒸ]{{0,8}}?就{_PROJECT}[^。；，ⓅⒸ]{{0,16}}?(?:达成|签|合作|洽谈|对接|磋商|商谈)",
        ),
        (
            "investor.talks",
            0.75,
            rf"[与和同]{_FIRM}[^。；ⓅⒸ，]{{0,6}}?(?:洽谈|商谈|磋商|谈判)[^。；ⓅⒸ，]{{0,8}}?(?P<project>Ⓟ)",
        ),
        (
            "investor.with",
            0.8,
            rf"{_PROJECT}[^。；，ⓅⒸ]{{0,10}}?[与和同]{_FIRM}[^。；，ⓅⒸ]{{0,10}}?(?:签[订署约]|达成)",
        ),
        (
            "investor.shared",
            0.75,
            rf"[与和同]{_FIRM}[^。；ⓅⒸ]{{0,16}}?(?:合作|协议|合同)[^。；ⓅⒸⓀ]{{0,6}}?(?:共同|合作|共建|联合|投资|，)*(?:建设|打造|兴建|共建){_PROJECT}",
        ),
        (
            "investor.is",
            0.8,
            rf"(?P<project>Ⓟ)(?:是|系|为)(?:由)?{_FIRM}(?:[^。；ⒸⓅ]{{0,30}}?(?:投资|建设|兴建)(?:兴建|建设|开发)?(?:的|$|(?=[，。；]))|的)",
        ),
        (
            "investor.after",
            0.8,
            rf"(?P<project>Ⓟ)[，：（(][^。；ⒸⓅ]{{0,30}}?{_FIRM}(?:有意向?|意向|拟|计划)?(?:投资|出资|承建|建设|实施)(?=[，。；）)]|$)",
        ),
        (
            "investor.attracted",
            0.75,
            rf"引进(?:了)?{_FIRM}，(?P<project>Ⓟ)",
        ),
        (
            "investor.bracket",
            0.75,
            rf"(?P<project>Ⓟ)[（(](?:{_OWNER})?(?:由|：|为)?{_FIRM}(?:投资|承建|建设)*(?:[，、][^（）()]{{0,12}})?[)）]",
        ),
        (
            "investor.note",
            0.8,
            r"(?P<project>Ⓟ)[（(](?:[^（）()ⒸⓄⓅ]{0,24}?[，：为是]|(?:上市|外资)?(?:公司|央企|国企|民企|外企|企业))?(?:由)?(?P<firm>[ⒸⓄ])(?:(?:拟|计划|独家|全额)*(?:投资|出资|承建)|(?=[，）)])|[在的旗])[^（）()ⒸⓅ]{0,40}[)）]",
        ),
        (
            "investor.bought",
            0.8,
            rf"[由被]{_FIRM}(?:整体|全资|出资|成功|全部)*(?:收购|并购|接手|接盘|盘活|租下|买下|拿下)[^。；ⒸⓅ]{{0,12}}?(?:改造成?|改建[成为]|建成|打造成?|建设|新建|上马)(?:了)?(?P<project>Ⓟ)",
        ),
        (
            "investor.owner",
            0.8,
            rf"(?:{_OWNER}){_FIRM}[^。；，ⒸⓅ]{{0,12}}?(?P<project>Ⓟ)",
        ),
        (
            "investor.its",
            0.75,
            r"(?P<firm>Ⓒ)[^。；ⒸⓅ]{0,40}，(?:其|该公司|公司|该企业|企业)(?:投资|新建|建设|实施|申报|开发)*的?(?P<project>Ⓟ)",
        ),
        (
            "investor.grows",
            0.85,
            rf"{_FIRM}(?:增资|增资扩产|追加投资|扩产|新上|自建|新建|筹建|申报)+的(?P<project>Ⓟ)",
        ),
        (
            "investor.holder",
            0.9,
            rf"{_PROJECT}[^。；Ⓟ]{{0,24}}?(?:{_OWNER})(?:单位)?(?:是|为|：)?{_FIRM}",
        ),
    )
]
_BODIES_TOO = ("investor.together", "investor.note")
_ELIDED = re.compile(
    rf"(?:由{_FIRM}[^，。；ⓅⓀ]{{0,10}}?(?:投资|出资|注资|承建|建设|兴建|开发|打造)"
    rf"|由(?:[ⓄⓇⓌ][和与同]){_FIRM.replace('firm', 'other')}[^，。；ⓅⓀ]{{0,6}}?签"
    rf"|(?:{_OWNER})(?:名称)?(?:是|为|：)(?:[^，。；：ⓅⓀⒸ]{{2,12}}、)?(?P<owner>{listed('Ⓒ')}))"
)
# 拟由甲公司盘活建设乙项目: the clause names what is built itself
_OWN = re.compile("[^，。；]*Ⓟ")


def say(frame: Frame) -> None:
    """Record the investors that a document names."""
    firms = _known(frame)
    for scene in scenes(frame):
        _by_name(scene, firms)
        _of_item(scene)
        if "Ⓒ" not in scene.text:
            continue
        _elided(scene)
        for rule, confidence, pattern in _PATTERNS:
            for match in pattern.finditer(scene.text):
                _say(scene, match, rule, confidence)


def _say(scene: Scene, match: re.Match[str], rule: str, confidence: float) -> None:
    """Several firms and several projects are paired only where 分别 aligns them."""
    projects = named(scene, match, "project", "ⓅⓀ")
    firms = named(scene, match, "firm", "ⒸⓄ" if rule in _BODIES_TOO else "Ⓒ")
    if "（" in scene.text[match.end("project") : match.start("firm")]:
        projects = projects[-1:]  # a bracket is of the name before it
    pairs = [(projects, firms)]
    if len(projects) > 1 and len(firms) > 1:
        aligned = "分别" in match[0] and len(projects) == len(firms)
        pairs = [([p], [f]) for p, f in zip(projects, firms, strict=True)] if aligned else []
    for project, firm in pairs:
        relate(scene, project, "invested_by", firm, rule=rule, confidence=confidence)


_SHORTEST = 3  # a brand of two characters at a project's head may be another word


def _known(frame: Frame) -> dict[str, Ref]:
    """The firms of the document by their names."""
    return {
        name: entity.ref
        for entity in frame.entities
        if entity.type == "Company"
        for name in (entity.name, *entity.aliases)
        if len(name) >= _SHORTEST
    }


def _heading(name: str, firms: dict[str, Ref]) -> list[Ref]:
    """The known firm that a project's name begins with."""
    heads = (name[:n] for n in range(len(name) - 2, _SHORTEST - 1, -1))
    return next(([firms[head]] for head in heads if head in firms), [])


def _by_name(scene: Scene, known: dict[str, Ref]) -> None:
    """The firm at the head of a project's own name."""
    for position in [at for at in scene.things if scene.text[at] == "Ⓟ"]:
        mention = scene.mention(position)
        if mention:
            inner = scene.inner(position) or _heading(mention.name, known)
            firms: list[Named] = [(firm, position) for firm in inner]
            relate(
                scene,
                [(scene.frame.ref(mention), position)],
                "invested_by",
                firms,
                rule="investor.name",
                confidence=0.85,
            )


_FIRM_ITEM = re.compile(f"{NUMBERED}(?:公司)?Ⓒ[。：:]?$")


def _of_item(scene: Scene) -> None:
    """`1.甲公司。年产3万吨乙项目3月投产`: what opens a firm's entry is its own."""
    if len(scene.topic) != 1 or not re.match("(?:其|该公司)?(?:投资的?)?Ⓟ", scene.text):
        return
    firm, where, at = scene.topic[0]
    if firm.type == "Company" and _FIRM_ITEM.match(where.text) and not scene.inner(0):
        project = scene.refs(0, len(scene.text), "Ⓟ")[0]
        scene.frame.say(
            project[0],
            "invested_by",
            firm,
            at=[scene.span(project[1]), where.span(at)],
            rule="investor.item",
            confidence=0.75,
        )


def _elided(scene: Scene) -> None:
    """`总投资…，由甲公司投资建设`: the project is what the paragraph speaks of."""
    for match in _ELIDED.finditer(scene.text):
        if re.search("[ⓅⓀ]", scene.text[: match.start()]) or _OWN.match(scene.text, match.end()):
            continue
        for ref, where, position in scene.topic:
            if ref.type != "Project":
                continue
            for group in ("firm", "other", "owner"):
                for firm, at in named(scene, match, group, "Ⓒ"):
                    scene.frame.say(
                        ref,
                        "invested_by",
                        firm,
                        at=[scene.span(at), where.span(position)],
                        rule="investor.topic",
                        confidence=0.75,
                    )
