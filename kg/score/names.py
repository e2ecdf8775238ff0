"""When two written names are the same name, for measuring."""

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import cache

NEAR = 0.85  # similarity at which two names are one: forgives a clipped boundary
INDICATOR_NEAR = 0.5  # indicators are worded in many ways; the figure decides
HOME_WORDS = frozenset({"我县", "全县", "我市", "全市", "我区", "全区", "本县", "home"})

# Numbers and opposites tell two names apart, however alike the rest is.
_OPPOSITES = (
    "进出", "内外", "东西南北", "大中小", "高低", "一二三四五六七八九十",
    "市县区", "新旧", "签开竣", "增减",
)  # fmt: skip
_TRADITIONAL = str.maketrans(
    "縣區開發經濟園產業項目簽約個廠鎮鄉隴儀資規劃醫藥電務農機車總億萬東廣陝蘭銀鋁鋼鐵紡織實際",
    "县区开发经济园产业项目签约个厂镇乡陇仪资规划医药电务农机车总亿万东广陕兰银铝钢铁纺织实际",
)
_MASK = re.compile(r"[×□○*某]|x[县市区镇乡州]|[\u4e00-\u9fff]x")
_TAILS = ("项目", "产业链", "产业", "集群")


@cache
def fold(name: str) -> str:
    """Widths, case, script, quotes and brackets folded; masks become one mark."""
    name = unicodedata.normalize("NFKC", name or "").lower().translate(_TRADITIONAL)
    name = re.sub(r"[\s\"'“”‘’《》〈〉「」『』()\[\]·•.,,。、:;]", "", name)
    return re.sub(r"[×x□○]|\*+|某", "*", name) if _MASK.search(name) else name


@cache
def near(a: str, b: str, limit: float = NEAR) -> bool:
    """Whether two names are the same or nearly so; a short masked name is itself or another."""
    a, b = fold(a), fold(b)
    if a == b:
        return bool(a)
    if "*" in a + b and min(len(a), len(b)) < 12:
        return False
    if any(a.removesuffix(end) == b.removesuffix(end) != "" for end in _TAILS):
        return True
    return not _differ(a, b) and SequenceMatcher(None, a, b, autojunk=False).ratio() >= limit


def same_names(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether any name of one is a name of the other; the home region is itself by any word."""
    if any(near(x, y) for x in a for y in b):
        return True
    return bool(HOME_WORDS & set(a)) and bool(HOME_WORDS & set(b))


def _differ(a: str, b: str) -> bool:
    if _unlike(re.findall(r"\d+", a), re.findall(r"\d+", b)):
        return True
    return any(
        _unlike([c for c in a if c in group], [c for c in b if c in group]) for group in _OPPOSITES
    )


def _unlike(x: list[str], y: list[str]) -> bool:
    return bool(x) and bool(y) and Counter(x) != Counter(y)
