"""How reports say that a firm, park or body is recognised: patterns for `designations`."""

import re
from functools import cache

from kg.extract.facts.scene import NAMES
from kg.vocabulary import load

_FIRMS = "[ⒸⓀⓄ](?:(?:、|和|及|以及|与)[ⒸⓀⓄ])*"
_GETS = (
    "(?:成功申报|名列|位列|位居|荣登|荣膺|登上|上榜|摘得|斩获|授予|被授予|命名为|评定为|确定为|获评为?|获得|荣获|被认定为|被评为|认定为|入选|获批|被列为|被列入|跻身|成功创建"
    "|创建为?|晋升为?|批复为|升级为|通过|成为|是|为|系|作为|属于?|列入|进入|取得(?:了)?|拿到(?:了)?|拿下|获)"
)
_OTHERS = NAMES.replace("Ⓗ", "")  # an industry may stand in a title
_COUNT = "(?:Ⓝ|[一二三四五六七八九十两多几\\d*]+[家个户])?"


@cache
def words_of() -> str:
    """The words of all designations, a named group for each code."""
    rows = load("cues/designations.yaml")
    return "|".join(f"(?P<{code}>{'|'.join(words)})" for code, words in rows.items())


@cache
def _platforms() -> str:
    return "|".join(load("cues/designations.yaml")["innovation_platform"])


@cache
def patterns() -> list[tuple[str, float, re.Pattern[str]]]:
    """Rule, confidence and pattern of each way to say it; the group `firms` is who."""
    words = words_of()
    return [
        (rule, confidence, re.compile(pattern))
        for rule, confidence, pattern in (
            (
                "designation.gets",
                0.85,
                rf"(?<![被由经])(?P<firms>{_FIRMS})(?:等)?[^。；{NAMES}]{{0,12}}?(?:(?:被|由|经)[ⓄⓇⓌ][^。；{NAMES}]{{0,6}})?{_GETS}[^。；ⒸⓀⓄⓅ]{{0,50}}?(?:{words})",
            ),
            (
                "designation.has",
                0.8,
                rf"(?P<firms>Ⓒ(?:、Ⓒ)*)[^。；，{NAMES}]{{0,8}}?(?:建成|建有|拥有|设立|设有|组建|挂牌成立)[^。；，ⒸⓀⓄⓅ]{{0,16}}?(?P<innovation_platform>{_platforms()})",
            ),
            (
                "designation.went",
                0.8,
                rf"(?P<firms>Ⓒ(?:、Ⓒ)*)(?:等)?(?:已|成功|正式|顺利|实现|在|于|登陆|[^，。；{NAMES}]{{2,6}}(?:所|板))*(?P<listed>(?:挂牌)?上市|挂牌|IPO)(?=[，。；、]|$)",
            ),
            (
                "designation.nursed",
                0.75,
                rf"(?:培育|推动|支持|辅导|助推|力争|争取|加快|推进|促进|鼓励|扶持)(?P<firms>Ⓒ(?:[、和]Ⓒ)*)(?:等)?{_COUNT}(?:企业|公司)?(?:尽快|早日|启动|加快|筹备|推进|冲刺|实现|在|到)*[^，。；{NAMES}]{{0,6}}?(?P<listed>上市(?!公司|企业)|挂牌|IPO)",
            ),
            (
                "designation.class",
                0.7,
                rf"(?P<firms>{_FIRMS})等{_COUNT}[^，。；{NAMES}]{{0,12}}?(?:{words})",
            ),
            (
                "designation.bracket",
                0.85,
                rf"(?P<firms>[ⒸⓀ])[（(][^（）()]{{0,12}}?(?:{words})[^（）()]{{0,6}}[)）]",
            ),
            (
                "designation.title",
                0.75,
                rf"(?:{words})(?:企业|公司)?(?:、[^，。；{NAMES}]{{2,12}}(?:企业|公司))?(?:——|—|－|：)?{_COUNT}(?P<firms>{_FIRMS})",
            ),
            (
                "designation.stands",
                0.75,
                rf"(?P<firms>Ⓒ(?:[、和]Ⓒ)*)(?:等)?(?:Ⓝ|[两二三四五六七八九十\d])(?:大|家|户)?(?:{words})(?!企业家)",
            ),
            (
                "designation.list",
                0.8,
                rf"(?:{words})[^。；{NAMES}]{{0,16}}?(?:有|包括|为|：|（|是|即|如)(?P<firms>{_FIRMS})",
            ),
            (
                "designation.as",
                0.8,
                rf"(?:以|依托|发挥)(?P<firms>{_FIRMS})(?:[（(][^（）()]*[)）])?(?:等)?(?:企业)?(?:为|的)?(?:{words})",
            ),
            (
                "designation.raised",
                0.8,
                rf"(?:培育|推荐|认定|新增|评选|推动|支持)(?:了)?(?P<firms>{_FIRMS})(?:等)?{_COUNT}(?:企业|公司)?(?:为|成为|成长为|评为|获评|成功)[^。；ⒸⓀⓄⓅ]{{0,20}}?(?:{words})",
            ),
            (
                "designation.wish",
                0.75,
                rf"(?P<firms>{_FIRMS})(?:等)?[^。；{NAMES}]{{0,8}}?(?:申报|争创|创建|参加|参与|申请|冲刺|培育成?为?|打造成?为?)[^。；ⒸⓀⓄⓅ]{{0,20}}?(?:{words})",
            ),
        )
    ]


@cache
def more() -> re.Pattern[str]:
    """…、省级专精特新企业: a further title after the first."""
    return re.compile(
        rf"(?:企业|公司|称号)*(?:[、，和及]|以及)[^，。；、{_OTHERS}]{{0,16}}?(?:{words_of()})"
    )


@cache
def elided() -> re.Pattern[str]:
    """公司先后获得…: the firm is the one that the paragraph speaks of."""
    return re.compile(
        rf"(?:^|，)(?:该)?(?:公司|企业|集团)?[^，。；{NAMES}]{{0,10}}?{_GETS}[^。；ⒸⓀⓄⓅ]{{0,24}}?(?:{words_of()})"
    )
