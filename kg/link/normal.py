"""Normal forms of Chinese names: two spellings of one name have one normal form.

Pure functions of a string, cached. The rules are those of identity inside a document: NFKC,
traditional to simplified script, brackets, quotation marks and spaces dropped, the legal form of a
firm folded, redaction marks folded to one.
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

MASK = "*"  # the one redaction mark of normal forms

_REDACTED = "*×✕✖□■○●◯"
_DROPPED = re.compile(r"[\s()\[\]{}<>（）【】〔〕「」『』《》〈〉“”‘’\"'`﹝﹞]+")
# An X stands for a redacted character where it is no part of a Latin word, of a sum (1+X), of a
# product (2X60万千瓦) or of a term (X光); a × or * between digits is a product too.
_TERMS = "光|射线|线|波段|轴|荧光|染色体|因子|档"
_MASKS = re.compile(
    rf"(?<![A-Za-z0-9+\-/.])(?<![A-WYZa-wyz0-9] )[Xx]+(?![A-Za-z0-9+\-/]|{_TERMS})"
    rf"|(?<!\d)[{_REDACTED}]+|(?<=\d)[{_REDACTED}]+(?!\d)|某+(?!些|种|一)"
)
_ZERO = re.compile(r"(?<=[一二三四五六七八九十零])[○◯]|[○◯](?=[一二三四五六七八九十零])")
_RUN = re.compile(r"\*{2,}")

_LEGAL = "有限责任公司|股份有限公司|有限公司|股份公司"
_LEGAL_FORM = re.compile(rf"(?:{_LEGAL})(?:.*分公司)?$|(?:ltd|inc|llc|gmbh)\.?$")
_FOLDED_FORM = re.compile(
    rf"(?<=..)(?:(?<=集团)(?:{_LEGAL}|公司|总公司)|{_LEGAL}|总公司|(?<!分)公司)$"
)


@lru_cache(maxsize=1 << 17)
def plain(name: str) -> str:
    """The name in one spelling: NFKC, simplified, lower case, marks dropped, masks folded.

    The legal form of a firm stays. May be empty where the name holds nothing but marks.
    """
    text = _MASKS.sub(MASK, _unified(name))
    return _RUN.sub(MASK, _DROPPED.sub("", simplified(text))).casefold()


_CHAIN_TAIL = re.compile(
    r"(?<=..)(?:全?产业链条?|产业集群|产业生态链?|生态链|产业带|产业|行业|集群)$"
)


@lru_cache(maxsize=1 << 17)
def normal(name: str, kind: str = "") -> str:
    """The normal form of the name of an entity of this type.

    A firm's legal form is left off; `集团` is part of the name and stays (集团有限公司 → 集团): a
    group is not its subsidiary. What only says that a chain is one is left off (石料产业链 → 石料).
    """
    text = plain(name)
    if kind == "Company":
        return _FOLDED_FORM.sub("", text)
    return _CHAIN_TAIL.sub("", text) if kind == "Chain" else text


def has_legal_form(name: str) -> bool:
    """Whether a firm's name is a registered one, with its legal form (…有限公司)."""
    return _LEGAL_FORM.search(plain(name)) is not None


@lru_cache(maxsize=1 << 17)
def is_masked(name: str) -> bool:
    """Whether part of the name is redacted; a Latin X of a real name (X光, 1+X) is no mask."""
    return _MASKS.search(_unified(name)) is not None


def _unified(name: str) -> str:
    return _ZERO.sub("〇", unicodedata.normalize("NFKC", name))


def simplified(text: str) -> str:
    """Traditional characters as simplified ones; what GB 2312 can write is simplified already."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return str(_converter().convert(text))
    return text


@cache
def _converter() -> "OpenCC":
    from opencc import OpenCC  # loads its dictionaries: only where a name needs it

    return OpenCC("t2s")
