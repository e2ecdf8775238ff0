"""in_chain, focuses_on: the industry of firms and projects, and those a region or park declares."""

import re

from kg.extract.facts import industry_parts
from kg.extract.facts.groups import LIST, group_of
from kg.extract.facts.relation import Named, home, named, relate
from kg.extract.facts.scene import Scene, scenes, title_park
from kg.extract.frame import Frame

_MORE = "(?:延伸|升级|提升|体系)?"  # after a member of a list: 紧扣甲延伸、乙、丙
_CHAINS = rf"(?P<chains>Ⓗ(?:{_MORE}(?:、|和|及|以及|与|，)Ⓗ)*)"
_KIND = "(?:产业链|产业集群|产业|行业|领域|板块|集群|类|方面|业)?"
_MEMBER = [
    (rule, confidence, re.compile(pattern))
    for rule, confidence, pattern in (
        (
            "chain.class",
            0.85,
            rf"(?P<list>{LIST})(?:等|为代表|为主)(?:的)?[^，。；ⒽⓅⒸ]{{0,8}}?{_CHAINS}{_KIND}(?:的)?[^，。；]{{0,6}}?(?:企业|项目|公司)",
        ),
        (
            "chain.heads",
            0.8,
            rf"{_CHAINS}{_KIND}(?:的)?(?:重点|龙头|骨干|链主|生产|规上|代表)*(?:企业|项目|公司)(?:有|包括|：|如|是|为)?(?P<list>{LIST})",
        ),
        (
            "chain.led",
            0.75,
            rf"(?P<list>{LIST})(?:等)?[^，。；Ⓗ]{{0,10}}?(?:为龙头|为引领|为代表|为主导|为支撑|为依托|为重点)的[^，。；]{{0,4}}?{_CHAINS}",
        ),
        (
            "chain.is",
            0.75,
            rf"(?P<list>ⒸⓅ?|Ⓟ)[^。；ⒽⒸⓅ]{{0,40}}?(?:是|属于?|作为|从事|主营|主要生产|主打|专注于?|致力于)[^。；ⒽⒸⓅ]{{0,24}}?{_CHAINS}",
        ),
        (
            "chain.ranks",
            0.7,
            rf"(?P<list>Ⓒ)[^。；ⒽⒸⓅ]{{0,30}}?(?:全球|国内|全国|世界|中国)?{_CHAINS}(?:行业|企业|产业)[^，。；]{{0,4}}?(?:龙头|领军|第一|前列|领先)",
        ),
        (
            "chain.apposed",
            0.75,
            rf"{_CHAINS}{_KIND}(?:的)?(?:龙头|领军|骨干|知名|头部|标杆|领先|制造|重点)*(?:企业|巨头|公司|制造商|厂商|供应商|服务商)(?:、[^。；ⒽⒸⓅ，]{{2,40}})?(?P<list>Ⓒ)",
        ),
        (
            "chain.fronted",
            0.75,
            rf"作为[^，。；ⒽⒸⓅ]{{0,14}}{_CHAINS}{_KIND}[^，。；ⒸⓅⒽ]{{0,16}}，(?P<list>Ⓒ)",
        ),
        ("chain.has", 0.8, rf"{_CHAINS}{_KIND}(?:方面)?(?:主要)?(?:有|包括|：)(?P<list>{LIST})"),
        (
            "chain.counted",
            0.85,
            rf"{_CHAINS}{_KIND}(?:类)?(?:重点|重大)?(?:项目|企业)[^。；ⓅⒸⒽ]{{0,20}}?(?:分别[为是]|包括|有|为|：|（|即|如)(?P<list>{LIST})",
        ),
        (
            "chain.within",
            0.8,
            rf"{_CHAINS}{_KIND}(?:类)?(?:项目|企业)Ⓝ，(?P<list>{LIST})(?:等)?(?:都|均)?(?:在其中|在列|在内)",
        ),
        (
            "chain.gathers",
            0.75,
            rf"^[^，。；ⒽⓅⒸ]{{0,6}}{_CHAINS}{_KIND}(?:[^。；ⒽⓅⓀ]{{0,20}}?，)?(?:已|现|先后|共|目前)*(?:集聚|聚集|汇聚|拥有|现有|培育|引进|形成|落户|已有|建成|涵盖|孕育)(?:了|有|起|形成)*[^，。；ⒽⓅⒸ]{{0,8}}?(?P<list>{LIST})",
        ),
        (
            "chain.with",
            0.8,
            rf"{_CHAINS}{_KIND}以(?P<list>{LIST})(?:等)?为(?:龙头|引领|代表|核心|支撑|主)",
        ),
        ("chain.of", 0.8, rf"(?:属于|归属|隶属于?|同属){_CHAINS}{_KIND}的(?P<list>{LIST})"),
        (
            "chain.mends",
            0.75,
            rf"(?P<list>Ⓟ|Ⓒ)[^。；，ⒽⒸⓅ]{{0,6}}?(?:为|系){_CHAINS}{_KIND}[^，。；ⓅⒸ]{{0,8}}?(?:项目|企业)",
        ),
        ("chain.bracket", 0.8, rf"(?P<list>[ⓅⒸ])[（(]{_CHAINS}{_KIND}[)）]"),
    )
]
_FOCUS_WORDS = "(?:主导|支柱|重点|特色|优势|战略性?新兴|首位|先导|骨干)"
_FOCUS = [
    (rule, confidence, re.compile(pattern))
    for rule, confidence, pattern in (
        (
            "focus.around",
            0.75,
            rf"(?:围绕|聚焦|瞄准|紧盯|紧扣|咬定|锚定|扭住|重点招引|立足|突出|做大做强|做优做强|做强|做大|主攻|培育壮大|发展壮大|大力发展|重点发展|积极发展|加快发展|着力发展|优先发展|发展|打造|壮大|培育|布局|谋划)(?:了)?(?:[^，。；{''}ⒽⓅⒸ]{{0,16}}?)(?P<chains>Ⓗ(?:{_MORE}(?:、|和|及|以及|与)Ⓗ)*)(?P<after>(?:等)?[^，。；]{{0,8}})",
        ),
        (
            "focus.chief",
            0.85,
            rf"(?:推行|实施|建立|推进|落实|制定|深化|实行)[^，。；ⒽⓅⒸ]{{0,8}}?{_CHAINS}{_KIND}(?:等)?[^，。；]{{0,6}}?链长",
        ),
        (
            "focus.also",
            0.8,
            rf"(?:主导|支柱|特色|优势|重点)产业(?:和|及|以及|与|，){_CHAINS}(?:等)?(?:新业态|新兴产业|未来产业|新产业|新?赛道|产业|领域)",
        ),
        (
            "focus.toward",
            0.75,
            rf"向{_CHAINS}{_KIND}(?:等)?[^，。；ⓅⒸ]{{0,6}}?(?:延伸|拓展|转型|升级|发展|迈进|集聚|聚焦|倾斜)",
        ),
        (
            "focus.effort",
            0.85,
            rf"在{_CHAINS}{_KIND}(?:等)?[^，。；ⓅⒸ]{{0,10}}?(?:上|方面|领域|赛道)[^，。；ⓅⒸ]{{0,6}}?(?:发力|下功夫|突破|用力|加力|聚力|招大引强|招引|招商|布局|做文章|深耕|攻坚|延链|补链|出实招|做大做强)",
        ),
        (
            "focus.leading",
            0.9,
            rf"{_CHAINS}{_KIND}(?:等)?(?:Ⓝ|[一二三四五六七八九十两\d]+(?:大|个|条)?)?(?:{_FOCUS_WORDS}|、)+(?:产业|行业)",
        ),
        (
            "focus.list",
            0.85,
            rf"{_FOCUS_WORDS}(?:的)?(?:产业|行业|板块)[^。；ⒽⓅⒸ]{{0,12}}?(?:为|是|：|有|包括|（|—|即)[^。；ⒽⓅⒸ]{{0,6}}?{_CHAINS}",
        ),
        (
            "focus.system",
            0.8,
            rf"(?:Ⓝ|[一二三四五六七八九十两\d]+[大个条])[^，。；ⒽⓅⒸ]{{0,6}}?产业(?:体系|集群|链|链条|板块|格局)?(?:：|，即|即|——|（)[^。；ⒽⓅⒸ]{{0,12}}?{_CHAINS}",
        ),
        (
            "focus.as",
            0.9,
            rf"{_CHAINS}{_KIND}(?:等)?(?:定为|作为|列为|确定为|发展成?为|打造成?为?|为|是)[^，。；]{{0,14}}?(?:{_FOCUS_WORDS}|招商)[^，。；]{{0,4}}?(?:产业|方向|行业)",
        ),
        (
            "focus.by",
            0.75,
            rf"(?:以|、|，){_CHAINS}{_KIND}(?:等[^，。；、]{{0,8}})?为(?:引领|支撑|主导|基础|重点|主|核心|龙头|支柱|代表|特色)",
        ),
        (
            "focus.attract",
            0.75,
            rf"(?:重点|着力|大力|积极|主动|精准)(?:引进|招引|承接|培育|推进|发展){_CHAINS}(?P<after>[^，。；]{{0,8}})",
        ),
        (
            "focus.map",
            0.75,
            rf"(?:编制|绘制|制定|梳理|完善)(?:了|出)?[^，。；ⒽⓅⒸ]{{0,6}}?{_CHAINS}{_KIND}(?:等)?[^，。；]{{0,6}}?(?:图谱|招商|产业链|链条)",
        ),
        (
            "focus.base",
            0.7,
            rf"[ⓀⓇ][^。；ⓅⒸ]{{0,40}}?是[^。；ⒽⓅⒸ]{{0,30}}?{_CHAINS}{_KIND}(?:[^，。；]{{0,6}}?)基地",
        ),
    )
]
_THE_PARK = re.compile("(?:目前，?|现)?(?:它|该园|该区|园区|该?开发区|该?经济区|该?高新区|其)")
_SKIP_AFTER = re.compile("品牌|人才|产品|项目|园|基地|企业|公司|示范|(?<!环)节|论坛")


def say(frame: Frame) -> None:
    """Record members of industries and declared industries."""
    industry_parts.say(frame)
    for scene in scenes(frame):
        if "Ⓗ" in scene.text:
            _trade(scene)
            _members(scene)
            _focus(scene)


_TRADE = re.compile(
    rf"(?:^|，)(?:该)?(?:公司|企业|集团)?(?:是一家)?(?:主要|专业|专门)?(?:从事|经营|主营|生产|专注于|致力于)[^。；ⒽⒸⓅ]{{0,16}}?{_CHAINS}"
)


def _trade(scene: Scene) -> None:
    """`公司专业从事…`: the industry of the firm that the paragraph speaks of."""
    match = _TRADE.search(scene.text)
    firms = [(ref, where, at) for ref, where, at in scene.topic if ref.type == "Company"]
    if not match or len(firms) != 1 or re.search("[ⒸⓅ]", scene.text[: match.start("chains")]):
        return
    ref, where, position = firms[0]
    for chain, at in named(scene, match, "chains", "Ⓗ"):
        scene.frame.say(
            ref,
            "in_chain",
            chain,
            at=[scene.span(at), where.span(position)],
            rule="chain.trade",
            confidence=0.7,
        )


def _members(scene: Scene) -> None:
    for rule, confidence, pattern in _MEMBER:
        for match in pattern.finditer(scene.text):
            members = group_of(scene, *match.span("list")).members
            relate(
                scene,
                members,
                "in_chain",
                named(scene, match, "chains", "Ⓗ"),
                rule=rule,
                confidence=confidence,
            )


def _focus(scene: Scene) -> None:
    for rule, confidence, pattern in _FOCUS:
        for match in pattern.finditer(scene.text):
            if rule == "focus.around" and _SKIP_AFTER.search(match["after"]):
                continue
            at = match.start("chains")
            who = _who(scene, match.start())
            relate(
                scene,
                who,
                "focuses_on",
                scene.refs(at, match.end("chains"), "Ⓗ"),
                rule=rule,
                confidence=confidence,
            )


_OFFICE = re.compile(r"(?:局|委|办|中心|指挥部|专班|组|政府|管委会)$")


# a sentence of news that a firm opens tells of the firm to its end
_OF_A_FIRM = re.compile(
    r"(?:[^，。；ⓇⓀⓌ]{0,6}，){0,2}(?:Ⓣ，?)?(?:Ⓒ|该?公司|该集团)(?!等|、|和|与|落户|入驻)"
)


def _speaks_of_another(scene: Scene, at: int) -> bool:
    """Whether a firm, a project or a body that is no office of the region stands right before."""
    for match in re.finditer("[ⒸⓅⓄ]", scene.text[max(0, at - 16) : at]):
        mention = scene.mention(max(0, at - 16) + match.start())
        if mention and not (mention.type == "Organization" and _OFFICE.search(mention.name)):
            return True
    return False


def _who(scene: Scene, at: int) -> list[Named]:
    """The region or park that the sentence speaks of, else the report's own region."""
    if _speaks_of_another(scene, at) or _OF_A_FIRM.match(scene.text):
        return []
    subject = re.match(r"[^，。；]{0,6}?([ⓇⓀⓌ])", scene.text[:at])
    if subject:
        return scene.refs(subject.start(1), subject.end(1), "ⓇⓀⓌ")
    if scene.park and _THE_PARK.match(scene.text):
        return [(scene.park[0], at)]
    park = title_park(scene.frame)
    return [(park[0], at)] if park else home(scene, at)
