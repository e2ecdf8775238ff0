"""A firm's short name: a brand and a trade word, and what is no brand."""

import re
from functools import cache

from kg.extract.names.generic import is_trade
from kg.extract.names.words import HAN, MASK, any_of, common_words, words


@cache
def trade_word() -> re.Pattern[str]:
    """A trade, as it ends a firm's short name."""
    return re.compile(f"{any_of(words('companies')['trades'])}")


_BRAND = re.compile(rf"[{HAN}A-Za-z0-9{MASK}·]+")


_OUTPUT = re.compile(rf"[年月日](?:产|加工|处理|出栏)|.*[\d{MASK}][万亿]")  # 年产2万吨 is no brand


_SPANS = frozenset(("全年", "当年", "本年", "每年", "年内", "累计", "供应", "各类"))


def brand(body: str) -> bool:
    """Whether this can be the brand of a firm: two to five letters that are no class words."""
    if not _BRAND.fullmatch(body) or _OUTPUT.match(body):
        return False
    if body[-1:] in "化型级性类式" or body[:1] in "的等和与及" or body[:2] in _SPANS:
        return False
    masked = bool(set(body) & set(MASK))
    return (masked and 2 <= len(body) <= 7) or (2 <= len(body) <= 5 and not is_trade(body))


def is_common(body: str) -> bool:
    """Whether a brand would begin with an ordinary word (磷矿, 港口): most brands do not."""
    return body[:2] in common_words()


@cache
def goods(group: str = "product_trades") -> tuple[str, ...]:
    """Trades that are as often goods; `listed_trades`, those that are goods first."""
    return tuple(words("companies")[group])


def firm_like(phrase: str) -> bool:
    """Whether a list's member reads as a firm: a brand and a trade word that is not goods first."""
    return not phrase.endswith(goods("listed_trades")) and any(
        trade.end() == len(phrase)
        and brand(phrase[: trade.start()])
        and not is_common(phrase[: trade.start()])
        for trade in trade_word().finditer(phrase)
    )
