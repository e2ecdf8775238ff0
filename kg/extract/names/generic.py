"""Whether a phrase is a class (重点产业项目) rather than a name: made of class words alone."""

import re
from functools import cache

from kg.extract.names.words import MASK, any_of, words

_NUMBER = rf"[\d.％%一二三四五六七八九十百千万亿第期{MASK}]"


@cache
def _classes() -> re.Pattern[str]:
    return re.compile(f"(?:{any_of(words('generic')['classes'])}|{_NUMBER})*")


@cache
def _trades() -> re.Pattern[str]:
    lists = words("generic")
    return re.compile(f"(?:{any_of([*lists['classes'], *lists['trades']])}|{_NUMBER})*")


@cache
def is_class(phrase: str) -> bool:
    """Whether the phrase is made of class words alone: 重点, 在谈, 招商引资项目."""
    return _classes().fullmatch(phrase) is not None


@cache
def is_trade(phrase: str) -> bool:
    """Whether it is made of class words and of trades or goods: 农产品加工, 新能源汽车."""
    return _trades().fullmatch(phrase) is not None
