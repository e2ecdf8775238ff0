"""Regions: divisions from the county up by list, townships and villages by form, masked ones.

A short form (without 省, 市, 县) counts where it is no other word; of a county only where the text
names the county in full, puts it after its province or city, or lists it with other places.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.frame import Mention
from kg.extract.names.ground import Ground
from kg.extract.names.words import HAN
from kg.rooms import room

_SUFFIX = re.compile(
    r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|[\u4e00-\u9fff]{1,12}族自治[州县旗]|"
    r"自治[州县旗]|地区|林区|特区|新区|矿区|盟|省|市|县|区|旗|州)$"
)
_ETHNIC = re.compile(
    r"(?:土家|蒙古|布依|壮|回|苗|侗|瑶|彝|藏|傣|白|羌|土|满|朝鲜|哈尼|黎|哈萨克|柯尔克孜|傈僳|景颇|仡佬|"
    r"畲|水|佤|纳西|拉祜|仫佬|毛南|东乡|保安|撒拉|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|裕固|普米|怒|独龙|各)"
    r"(?:族)?(?=.*自治)"
)


@dataclass(frozen=True, slots=True)
class Division:
    """One entry of the lists: its code (empty for what is no division) and how sure a hit is."""

    code: str
    sure: float  # 1: the name is no other word; 0.5: needs company; 0: the suffix form alone


@cache
def areas() -> dict[str, Any]:
    """Macro-regions, countries and the words that are unsafe without suffix."""
    return dict(yaml.safe_load((room("ontology") / "regions" / "areas.yaml").read_text("utf-8")))


@cache
def divisions() -> dict[str, str]:
    """Name → code, the former names last (a name in force wins)."""
    table: dict[str, str] = {}
    for file in ("former.tsv", "divisions.tsv"):
        for line in (room("ontology") / "regions" / file).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                code, name = line.split("\t")
                table[name] = code
    return table


def short_form(name: str) -> str | None:
    """`凉山彝族自治州` → 凉山, `沂水县` → 沂水; None where one character would be left."""
    short = _ETHNIC.sub("", name) if "自治" in name else name
    short = _SUFFIX.sub("", short)
    while "自治" in name and (m := re.search(r"(?:族|.族)$", short)):
        short = short[: m.start()]
    return short if len(short) > 1 else None


@cache
def gazetteer() -> dict[str, Division]:
    """Every written form that can name a division, macro-region or country."""
    table: dict[str, Division] = {}
    unsafe = set(areas()["unsafe"])
    for name, code in divisions().items():
        table[name] = Division(code, 1.0)
        short = short_form(name)
        if not short or short in divisions():
            continue
        sure = 0.5 if short in unsafe else _sureness(name, code)
        if sure and (short not in table or table[short].sure < sure):
            table[short] = Division(code, sure)
    for group in ("macro", "countries", "world"):
        for name in areas()[group]:
            table[name] = Division("", 0.5 if name in areas()["weak"] else 1.0)
    return table


def _sureness(name: str, code: str) -> float:
    if code.endswith("00"):
        return 1.0
    if name.endswith(("区", "林区")) and not name.endswith("自治区"):
        return 0.0
    return 0.7


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    names = list(gazetteer())
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


_LOCAL = re.compile(
    rf"(?:[{HAN}]{{2,4}}?|[*×□○Xx某＊]+|[*×□○＊某][{HAN}]{{1,2}})"
    r"(?:街道办事处|街道|镇|乡|苏木|村|社区)(?!级|民|庄|落|企|镇|办|域|组|支|集体|容|里|集|贤|土|亲|情|音|愁|味|间|道|改|两级|淘|振兴|旅游|规划|干部|委|医|卫生)"
)
_MASKED = re.compile(
    r"(?<![A-Za-z0-9*×□○＊])(?:[*×□○＊Xx某]{1,3}|某某)(?:自治)?[县市省区州旗镇乡](?![区级域内外])"
)
_AFTER = re.compile(r"(?:省|市|县|区|州|委|政府|人民政府)")
_NOT_AFTER = re.compile(
    r"(?:路|街|大道|大桥|河|江|湖|山(?!东|西)|高速|铁路|大学|学院|话|菜|人(?!民)|酒|茶|腔|戏|剧|日报|晚报|银行|证券)"
)
_NOT_BEFORE = "*×□○＊"
_GENERIC_LOCAL = re.compile(
    r"^(?:[一二三四五六七八九十两几\d各全本该我每个某些多]|.*(?:[乡各全本该我每个贫困示范试点美丽特色小城重点建制中心所]|新农)$)"
)


def find(ground: Ground) -> list[Mention]:
    """Every region named in the text, sorted, none inside another."""
    hits = _listed(ground)
    taken = bytearray(len(ground.plain))
    for hit in hits:
        taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    hits += [m for m in (*_masked(ground), *_local(ground)) if not taken[m.start]]
    return sorted(_apart(hits), key=lambda m: m.start)


def _apart(hits: list[Mention]) -> Iterator[Mention]:
    end = 0
    for hit in sorted(hits, key=lambda m: (m.start, -m.end)):
        if hit.start >= end:
            end = hit.end
            yield hit


def _listed(ground: Ground) -> list[Mention]:
    automaton, names = _automaton()
    found = [
        (names[index], start, end)
        for index, start, end in automaton.find_matches_as_indexes(ground.plain)
    ]
    full = {short_form(name) for name, _, _ in found if name in divisions()}
    spans = {(start, end) for _, start, end in found}
    ends = {end for _, end in spans}
    hits = []
    for name, start, end in found:
        score = _score(ground, name, (start, end), full, ends)
        if score >= 0.6:
            hits.append(ground.mention((start, end), "Region", "region.list", score))
    return hits


def _score(
    ground: Ground, name: str, span: tuple[int, int], full: set[str | None], ends: set[int]
) -> float:
    start, end = span
    if start and ground.plain[start - 1] in _NOT_BEFORE and name.endswith(("县", "市", "区")):
        return 0.0
    if name in divisions():
        return 1.0
    if _NOT_AFTER.match(ground.plain, end):
        return 0.3
    score = gazetteer()[name].sure
    if score < 1 and name in full:
        return 1.0
    if score < 1 and (start in ends or _listed_beside(ground, start, end, ends)):
        return score + 0.3
    return score if score == 1 else score - 0.2


def _listed_beside(ground: Ground, start: int, end: int, ends: set[int]) -> bool:
    """Whether another place stands beside it in a list: 甲、乙."""
    before = start > 1 and ground.plain[start - 1] in "、和与" and (start - 1) in ends
    after = ground.plain[end : end + 1] in ("、", "和") and bool(
        [m for m in _near(ground.plain[end + 1 : end + 5])]
    )
    return before or after


def _near(piece: str) -> list[str]:
    automaton, names = _automaton()
    return [names[i] for i, start, _ in automaton.find_matches_as_indexes(piece) if start == 0]


def _masked(ground: Ground) -> Iterator[Mention]:
    for match in _MASKED.finditer(ground.plain):
        yield ground.mention(match.span(), "Region", "region.masked", 0.9)


def _local(ground: Ground) -> Iterator[Mention]:
    """Townships, streets and villages, known by their last word."""
    for match in _LOCAL.finditer(ground.plain):
        head = re.search(r"(?:街道办事处|街道|镇|乡|苏木|村|社区)$", match[0])
        if head is None:
            continue
        start = match.start()
        start = max(start, _local_cut(ground, start, match.start() + head.start()))
        body = ground.plain[start : match.start() + head.start()]
        masked = any(c in body for c in "*×□○＊某Xx")
        if (len(body) > 1 or masked) and not _GENERIC_LOCAL.match(body):
            yield ground.mention((start, match.end()), "Region", "region.local", 0.7)


_LOCAL_CUTS = re.compile(
    r"[在于到至从由向对和与及将把为是的了县市区省州镇乡、]|位于|落户|选址|来自|引进|建设|推进|全县|前往|走进|以"
)


def _local_cut(ground: Ground, start: int, head: int) -> int:
    last = start
    for cut in _LOCAL_CUTS.finditer(ground.plain, start, max(start, head - 1)):
        last = cut.end()
    return last


def by_short_name(mentions: list[Mention]) -> dict[str, list[Mention]]:
    """Region mentions by their name without suffix."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        groups[short_form(mention.name) or mention.name].append(mention)
    return groups
