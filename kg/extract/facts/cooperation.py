"""cooperates_with, shareholder_of, formerly_named: how firms, bodies and regions are related."""

import re
from collections.abc import Mapping
from itertools import combinations

from kg.extract.facts.relation import Named, home, named, relate, status_at, tense
from kg.extract.facts.scene import Scene, scenes
from kg.extract.frame import Frame
from kg.model import Scalar

_HINT = re.compile("合作|合资|出资|签|结对|联盟|伙伴|结成|对口|共建|携手|联手|牵手|联合|共同")
_SIDE = "Ⓡ*[ⓇⓄⓌⒸ]"  # 甲省|乙市 is one side: the narrower
_PARTNERS = rf"{_SIDE}(?:(?:、|和|以及|及|与){_SIDE})*"
_DEAL = (
    "(?:(?:签[订署]|签|达成|建立|开展|签下|缔结|形成|深化|加强)(?:了)?[^。；ⓇⓄⓌⒸ]{0,24}?(?:合作|联盟|结对|伙伴|购销|供销|供货|采购|经销|代理|委托招商|校地)"
    "|(?:合资|共同出资|联合出资)(?:建设|组建|成立|设立|兴建|开发)?"
    "|(?<=[ⓇⓄⓌⒸ等])的(?:战略|深度|项目)?合作|共建|共同(?:打造|开发|研发|组建)|联合(?:研发|打造|组建|攻关)"
    "|战略合作|合作协议|合作关系|结成|缔结|结对|(?:产学研|校企|技术|战略|深度|全面)合作|对口(?:帮扶|协作|支援)|合作开发|强强联合|合作共建)"
)
_PAIR = re.compile(
    rf"(?P<a>{_PARTNERS})?[^。；，ⓇⓄⓌⒸ]{{0,10}}?(?:先后|分别|已|成功|正式)*(?:[与同和]|携手|联手|联合|牵手)(?P<b>{_PARTNERS})(?:等)?[^。；ⒸⓄ]{{0,30}}?(?P<deal>{_DEAL})(?!项目)"
)
_HOLDS = re.compile(
    r"(?P<holder>Ⓒ(?:[、和与]Ⓒ)*)(?:投资组建|投资成立|投资设立|出资组建|出资设立|出资成立|全资|控股|收购|参股|兼并|投资兴建|投资|入股|重组|组建)(?:了|的|子公司)?(?P<firm>Ⓒ)"
)
_HELD = re.compile(
    r"(?P<firm>Ⓒ)[^。；ⒸⓅ]{0,16}?(?:是|为|系)?由?(?P<holder>Ⓒ(?:[、和与]Ⓒ)*)(?:共同)?(?:投资组建|投资成立|投资设立|出资组建|出资设立|全资|控股|下属|旗下|的?(?:全资|控股)?子公司|(?<=[由是系]Ⓒ)投资的)"
)
_TOGETHER = re.compile(
    r"(?P<holder>Ⓒ[^。；Ⓒ]{0,12}(?:[、和与，]Ⓒ[^。；Ⓒ]{0,12})+?)(?:共同|联合|合资|出资|合作)[^。；Ⓒ]{0,12}?(?:成立|组建|设立)(?:了)?(?P<firm>Ⓒ)"
)
_OWNS = re.compile(
    r"(?P<holder>Ⓒ)(?:旗下|下属|所属)(?:的)?(?:全资|控股)*(?:子公司|企业|公司)?(?P<firm>Ⓒ)"
    r"|(?P<holder2>Ⓒ)[^。；，Ⓒ]{0,6}?(?:持有|拥有|收购了?)(?P<firm2>Ⓒ)[^，。；]{0,10}?(?:股权|股份)"
    r"|(?P<holder3>Ⓒ)(?:在[ⓌⓇⓀ])?[^。；，Ⓒ]{0,6}?(?:注册成立|投资成立|成立|设立|战略入股|入主)(?:了)?(?:子公司|全资子公司|项目公司|分公司)?(?:——)?(?P<firm3>Ⓒ)"
)
_BRINGS = re.compile(
    r"(?<!由)(?P<firm>Ⓒ)[^。；Ⓒ]{0,30}?(?P<verb>拟引进|引进|拟与|与)(?P<holder>Ⓒ(?:[、和与]Ⓒ)*)[^。；]{0,16}?(?:成立|组建|合资)(?!成立)(?!(?:了)?Ⓒ)"
)
_FORMER = re.compile(
    r"(?P<now>[ⒸⓅ])?[（(，]?(?:原名|原为|原称|曾用名|前身(?:为|是)|即原|即|(?<=[（(，])原(?!料|因|有|则|来|先))[：]?(?P<old>[ⒸⓅ]|[^，。；（）()、拟]{2,24}?(?:公司|厂|集团|项目))"
)


def say(frame: Frame) -> None:
    """Record partners, shareholders and former names."""
    for scene in scenes(frame):
        if _HINT.search(scene.text):
            _cooperation(scene)
        if "Ⓒ" in scene.text:
            _shares(scene)
        if re.search("原|曾用名|前身|即", scene.text):
            _former(scene)


def _former(scene: Scene) -> None:
    for match in _FORMER.finditer(scene.text):
        if (
            match["old"] != "Ⓒ"
            and "原" not in match[0]
            and "名" not in match[0]
            and "前身" not in match[0]
        ):
            continue
        if match["now"]:
            now = named(scene, match, "now", "ⒸⓅ")
        else:
            now = list(scene.refs(0, match.start(), "ⒸⓅ"))[-1:]
        now = [(firm, at) for _, at in now for firm in scene.inner(at)] or now
        old = scene.mention(match.start("old"))
        name = (
            old.name
            if old
            else scene.frame.text[scene.offset(match.start("old")) : scene.offset(match.end("old"))]
        )
        for ref, at in now:
            scene.frame.say(
                ref,
                "formerly_named",
                name.removeprefix("原"),
                at=[scene.span(at, match.start("old"))],
                rule="former.name",
                confidence=0.85,
            )


_TOPIC = re.compile(r"(?:^|[，；])(?:其|该公司|公司|该企业|企业|该集团)[^，。；ⓇⓄⓌⒸ]{0,8}$")
_TRADED = re.compile("购|销|货|代理")  # a seller's customers are no partners of one another
_EACH = re.compile("[三四五六多各]方|共同|联合体")


def _cooperation(scene: Scene) -> None:
    for match in _PAIR.finditer(scene.text):
        at = match.start("deal")
        here = _here(scene, match)
        there = [n for n in _narrow(scene, match, "b") if not _is_own_office(scene, here, n)]
        qualifiers = tense(status_at(scene, at))
        if match["deal"].startswith("的") and qualifiers:  # 加强与甲的合作: a wish, no partner yet
            continue
        _partners(scene, here, there, "partner.with", qualifiers)
        firms = all(ref.type == "Company" for ref, _ in here) and not _TRADED.search(match["deal"])
        if firms or _EACH.search(match[0]):
            for one, other in combinations(there, 2):
                _partners(scene, [one], [other], "partner.each", qualifiers)


def _narrow(scene: Scene, match: re.Match[str], group: str) -> list[Named]:
    """The partners of one side, of a place in a place only the narrower: 甲省|乙市."""
    found = named(scene, match, group, "ⓇⓄⓌⒸ")
    return [(ref, at) for ref, at in found if scene.text[at : at + 2] != "ⓇⓇ"]


_OFFICE = re.compile("(?:局|委|办|中心|管委会|政府)$")


def _is_own_office(scene: Scene, here: list[Named], other: Named) -> bool:
    """Whether a body is an office of the region on the other side: 县招商局 and the county."""
    home = scene.frame.home
    if home is None or home not in [ref for ref, _ in here]:
        return False
    name = other[0].name
    own = name.startswith((home.name, home.name[-1:]))
    return other[0].type == "Organization" and own and _OFFICE.search(name) is not None


def _here(scene: Scene, match: re.Match[str]) -> list[Named]:
    """One side of the deal: named, the firm that 其 stands for, else the report's own region."""
    if match["a"]:
        return _narrow(scene, match, "a")
    at = match.start("b")
    if _TOPIC.search(scene.text, 0, match.start()) or _TOPIC.search(scene.text, 0, at - 1):
        return [(ref, at) for ref, _, _ in scene.topic if ref.type == "Company"][-1:]
    return home(scene, match.start("deal"))


def _partners(
    scene: Scene,
    here: list[Named],
    there: list[Named],
    rule: str,
    qualifiers: Mapping[str, Scalar],
) -> None:
    relate(
        scene,
        here,
        "cooperates_with",
        there,
        rule=rule,
        confidence=0.8 if rule == "partner.with" else 0.6,
        qualifiers=qualifiers,
    )


def _shares(scene: Scene) -> None:
    for match in _OWNS.finditer(scene.text):
        number = next(n for n in ("", "2", "3") if match[f"holder{n}"])
        relate(
            scene,
            named(scene, match, f"holder{number}", "Ⓒ"),
            "shareholder_of",
            named(scene, match, f"firm{number}", "Ⓒ"),
            rule="share.owns",
            confidence=0.75,
            qualifiers=tense(status_at(scene, match.start(f"firm{number}"))),
        )
    for pattern in (_HOLDS, _HELD, _TOGETHER, _BRINGS):
        for match in pattern.finditer(scene.text):
            planned = pattern is _BRINGS and match["verb"].startswith("拟")
            relate(
                scene,
                named(scene, match, "holder", "Ⓒ"),
                "shareholder_of",
                named(scene, match, "firm", "Ⓒ"),
                rule="share.verb",
                confidence=0.75,
                qualifiers=tense("planned" if planned else None),
            )
