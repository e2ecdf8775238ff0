"""Regions: divisions from the county up by list, and masked ones.

A short form (without 省, 市, 县) counts where it is no other word; of a county only where the text
names the county in full, puts it after its province or city, or lists it with other places.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.frame import Mention
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN, common_words
from kg.rooms import room

SUFFIX = re.compile(
    r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[\u4e00-\u9fff]{1,12}族自治[州县旗]|"
    r"自治[州县旗]|地区|林区|特区|新区|矿区|盟|省|市|县|区|旗|州)$"
)
_ETHNIC = re.compile(
    r"(?:土家|蒙古|布依|壮|回|苗|侗|瑶|彝|藏|傣|白|羌|土|满|朝鲜|哈尼|黎|哈萨克|柯尔克孜|傈僳|景颇|仡佬|"
    r"畲|水|佤|纳西|拉祜|仫佬|毛南|东乡|保安|撒拉|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|裕固|普米|怒|独龙|各)"
    r"(?:族)?(?=.*自治)"
)
_MIN = 0.6  # the score from which a listed name counts


@dataclass(frozen=True, slots=True)
class Division:
    """One written form: the division's code (empty for what is none) and how sure a hit is.

    `sure` is 1 where the form is no other word, 0.5 where it needs company, 0 where it is read
    over.
    """

    code: str
    sure: float


@cache
def areas() -> dict[str, Any]:
    """Macro-regions, countries and the words that are unsafe without suffix."""
    return dict(yaml.safe_load((room("ontology") / "regions" / "areas.yaml").read_text("utf-8")))


_ORDINAL = re.compile("[一二三四五六七八九十]区")  # 一区五园 speaks of no division


_CARRIERS = ("开发区", "园区", "产业园", "高新区", "保税区")


@cache
def divisions() -> dict[str, str]:
    """Name → code; of two of one name the one in force wins."""
    table: dict[str, str] = {}
    for file in ("former.tsv", "divisions.tsv"):
        for line in (room("ontology") / "regions" / file).read_text("utf-8").splitlines():
            code, _, name = line.partition("\t")
            carrier = name.endswith(_CARRIERS)  # coded like a county, yet a park
            if not line.startswith("#") and not carrier and not _ORDINAL.fullmatch(name):
                table[name] = code
    return table


@cache
def short_form(name: str) -> str | None:
    """`凉山彝族自治州` → 凉山, `沂水县` → 沂水; None where one character would be left."""
    short = _ETHNIC.sub("", name) if "自治" in name else name
    short = SUFFIX.sub("", short)
    return short if len(short) > 1 else None


@cache
def gazetteer() -> dict[str, Division]:
    """Every written form that can name a division, macro-region or country."""
    table: dict[str, Division] = {}
    unsafe = set(areas()["unsafe"])
    for name, code in divisions().items():
        table[name] = Division(code, 1.0)
        for short in _short_forms(name):
            sure = 0.5 if short in unsafe else _sureness(name, code)
            if short not in divisions() and (short not in table or table[short].sure < sure):
                table[short] = Division(code, sure)
    for group in ("macro", "countries", "world"):
        for name in areas()[group]:
            table[name] = Division("", 0.5 if name in areas()["weak"] else 1.0)
    table.update({name: Division("", 0.0) for name in areas()["others"]})
    return table


def _short_forms(name: str) -> Iterator[str]:
    short = short_form(name)
    if short:
        yield short
        if name.endswith("自治州"):
            yield f"{short}州"
        if name.endswith("市") and short == name[:-1] and len(short) == 3:
            yield f"{short[0]}市"


def _sureness(name: str, code: str) -> float:
    if code.endswith("00"):
        return 1.0
    if name.endswith("区") and not name.endswith("自治区"):
        return 0.5
    return 0.7


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    names = list(gazetteer())
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


_MASKED = re.compile(
    r"(?<![A-Za-z0-9*×□○＊])(?:[*×□○＊Xx某]{1,3}|某某)(?:自治)?(?:[县市省区州旗镇乡村]|街道)(?![区级域内外委民])"
)
_NOT_AFTER = re.compile(
    r"(?:行(?![政业动])|路|街(?!道办)|大道|大桥|河|江|湖|山(?!东|西)|高速|铁路|大学|学院|话|菜|人(?!民)|酒|茶|腔|戏|剧|日报|晚报|"
    r"银行|证券|籍|展馆|国际(?:博览|会展|会议|机场)|会展|卫视|博物馆|海关|口岸|乡|镇|村|街道|时|水库|机场|站(?!在)|港(?!澳)"
    rf"|精神|啤酒|模式(?!化)|经验|速度|[{HAN}]{{2,4}}(?:机场|火车站|高铁站)|[{HAN}]?[东南西北中]路(?=[\d、，。与和至号的])|府窖)"
)


def find(ground: Ground) -> list[Mention]:
    """Every listed or masked region of the text, sorted; none inside another."""
    hits = _listed(ground)
    masked = list(_masked(ground))
    joined = {m.start for m in masked}
    hits = [m for m in hits if m.start not in joined]  # 浙江|*市 is one name
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    hits += [m for m in (*masked, *_unlisted(ground)) if m.start not in taken]
    return sorted(hits, key=lambda m: m.start)


@dataclass(frozen=True, slots=True)
class _Hit:
    name: str
    start: int
    end: int


def _listed(ground: Ground) -> list[Mention]:
    automaton, names = _automaton()
    found = [
        _Hit(names[index], start, end)
        for index, start, end in automaton.find_matches_as_indexes(ground.plain)
    ]
    full = {short_form(hit.name) for hit in found if hit.name in divisions()}
    hits = []
    for index, hit in enumerate(found):
        score = _score(ground, found, index, full)
        if score >= _MIN:
            hits.append(ground.mention((hit.start, hit.end), "Region", "region.list", score))
    return hits


def _score(ground: Ground, found: list[_Hit], index: int, full: set[str | None]) -> float:
    hit = found[index]
    if ground.plain[hit.start - 1 : hit.start] in tuple("*×□○＊") and hit.name in divisions():
        return 0.0
    sure = gazetteer()[hit.name].sure
    if not sure or ground.plain[hit.end : hit.end + 1] in ("域", "级"):
        return 0.0
    if len(hit.name) == 2 and hit.name in divisions():
        alone = not re.match(rf"[{HAN}]", ground.plain[hit.start - 1 : hit.start])
        return 1.0 if alone or _after_parent(found, index) else 0.0
    if sure in (0.0, 1.0) and hit.name in divisions():
        return sure
    if _NOT_AFTER.match(ground.plain, hit.end) and not _before_child(found, index):
        return 0.0
    if hit.name[-1] in "东西南北" and ground.plain[hit.end : hit.end + 1] in ("南", "北"):
        return 0.0  # 湘西南 is no 湘西
    if sure == 1 or hit.name in full or _after_parent(found, index) or _as_place(ground, hit):
        return 1.0
    return sure - 0.2 + 0.3 * _beside_another(ground, found, index)


_PLACE_AFTER = re.compile(
    r"地区|市场|最|大开发|崛起|各[省市地]|三省|区域(?!总部|中心|性)|等地|规模|唯一|首|乃至|[，。、；）)]|的(?![东西南北])|和(?!谐)|城市|产业"
)
_COUNTRY_AFTER = re.compile(r"最大|市场|乃至|投资|建[设厂]|[，。、；）)]|的")
_COMPASS_BEFORE = re.compile(r"[县市区镇城村乡侧路园山河省]$")
_PLACE_BEFORE = re.compile(r"(?:[在对于入到来从离赴往成]|辐射|面向|覆盖)$")


def _as_place(ground: Ground, hit: _Hit) -> bool:
    """Whether a direction is meant as a part of the country: 西南最大的…, not 县城西南."""
    if hit.name not in areas()["weak"]:
        return False
    if _COMPASS_BEFORE.search(ground.plain, max(0, hit.start - 1), hit.start):
        return False
    if hit.name == "中国":
        before = _PLACE_BEFORE.search(ground.plain, max(0, hit.start - 2), hit.start)
        return before is not None and _COUNTRY_AFTER.match(ground.plain, hit.end) is not None
    return _PLACE_AFTER.match(ground.plain, hit.end) is not None


def _after_parent(found: list[_Hit], index: int) -> bool:
    """Whether its province or city stands right before: 甲市乙."""
    if not index or found[index - 1].end != found[index].start:
        return False
    parent, child = (gazetteer()[found[i].name].code for i in (index - 1, index))
    trunk = re.sub(r"(?:00)+$", "", parent)
    return bool(trunk) and child.startswith(trunk) and child != parent


def _before_child(found: list[_Hit], index: int) -> bool:
    """Whether a part of it stands right after: 台州|路桥区 is no road."""
    return (
        index + 1 < len(found)
        and found[index + 1].start == found[index].end
        and found[index + 1].name in divisions()
        and _after_parent(found, index + 1)
    )


def _beside_another(ground: Ground, found: list[_Hit], index: int) -> bool:
    """Whether another place stands beside it in a list: 甲、乙."""
    hit = found[index]
    around = []
    if index and ground.plain[found[index - 1].end : hit.start] in ("、", "和", "与"):
        around.append(found[index - 1])
    if index + 1 < len(found) and ground.plain[hit.end : found[index + 1].start] in ("、", "和"):
        around.append(found[index + 1])
    return any(gazetteer()[other.name].sure >= 0.5 for other in around)


# a county that no list has, where a clause begins: 青泉县签约…; not 外县, 百强县, 农业大县, 县直
_UNLISTED = re.compile(
    rf"(?<![{HAN}A-Za-z0-9*×□○＊])(?![全我该本各外邻多每某到赴在和与是对从])[{HAN}]"
    rf"(?![县市省区州旗个余强困大小示试先业游品产口辖边乡弟全我该本各外管由被向])[{HAN}]县(?![域级内外城区情乡直医中长里])"
)


def _unlisted(ground: Ground) -> Iterator[Mention]:
    for match in _UNLISTED.finditer(ground.plain):
        if match[0][:-1] in common_words():  # 推进县…, 边境县
            continue
        yield ground.mention(match.span(), "Region", "region.form", 0.7)


def _masked(ground: Ground) -> Iterator[Mention]:
    title = ground.plain[:_TITLE]
    for match in _MASKED.finditer(ground.plain):
        start = _province_before(ground.plain, match.start())
        if ground.plain[start : match.end()] in title:  # the report's own county: 甲省*县
            start = match.start()
        yield ground.mention((start, match.end()), "Region", "region.masked", 0.9)


_TITLE = 60


def _province_before(plain: str, end: int) -> int:
    """Where an open province begins that a masked place follows: 浙江*市 is one name."""
    for start in range(max(0, end - 8), end - 1):
        known = gazetteer().get(plain[start:end])
        if known and known.sure == 1 and known.code.endswith("00"):
            return start
    return end


def short_names(mentions: Iterable[Mention]) -> set[str]:
    """The names of these regions without their last word (新兴乡 → 新兴)."""
    return {re.sub(r"(?:街道|[省市县区州镇乡村])$", "", m.name) for m in mentions}
