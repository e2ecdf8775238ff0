"""Which region lies in which, as far as the codes and the names themselves tell.

Two places printed side by side (甲省乙市) are one address where the second can lie in the first;
else they are members of a list without commas (广东福建两省).
"""

from collections import defaultdict
from functools import cache

from kg.rooms import room

_SUFFIXES = {
    "省": 1,
    "自治区": 1,
    "市": 2,
    "州": 2,
    "盟": 2,
    "县": 3,
    "区": 3,
    "旗": 3,
    "镇": 4,
    "乡": 4,
    "街道": 4,
    "村": 5,
    "社区": 5,
}
_CITIES = ("北京", "天津", "上海", "重庆")


@cache
def _codes() -> dict[str, set[str]]:
    codes: dict[str, set[str]] = defaultdict(set)
    for line in (room("ontology") / "regions" / "divisions.tsv").read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        code, name = line.split("\t")[:2]
        codes[name].add(code)
        for suffix in ("省", "市", "县", "区", "自治区", "自治州", "自治县"):
            short = name.removesuffix(suffix)
            if short != name and len(short) > 1:
                codes[short].add(code)
    return codes


def rank(name: str) -> int:
    """The level a name's ending gives it, 1 for a province; 0 where it gives none."""
    if name.removesuffix("市").removesuffix("省") in _CITIES:
        return 1
    return next((level for suffix, level in _SUFFIXES.items() if name.endswith(suffix)), 0)


def lies_in(inner: str, outer: str) -> bool:
    """Whether `inner` can lie in `outer`: by code where both are known, else by rank."""
    here, there = _codes().get(inner), _codes().get(outer)
    if here and there:
        return any(a != b and a.startswith(_stem(b)) for a in here for b in there)
    low, high = rank(inner), rank(outer)
    return bool(low and high and low > high) or bool(low >= 3 and not high)


def _stem(code: str) -> str:
    return code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
