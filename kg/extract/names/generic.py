"""Whether a phrase is a class (重点产业项目) rather than a name, or made of common words alone."""

import re
from functools import cache

from kg.extract.names.words import MASK, any_of, common_words, words

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


_AFFIXES = frozenset(
    "性型化类率房车场站馆园楼路桥厂院校区村水电气热线网大小好新老高低多机器品件业物库池塔坝港城街店层级县乡镇市省的和及与等内外中上下前后"
)


@cache
def _language() -> frozenset[str]:
    lists = words("generic")
    return frozenset([*lists["classes"], *lists["trades"], *common_words()])


@cache
def is_plain(phrase: str) -> bool:
    """Whether it is made of words of the language alone: 城市公园, 加装电梯. No brand, no place."""
    reached = {0}
    for start in range(len(phrase)):
        if start not in reached:
            continue
        if phrase[start] in _AFFIXES:
            reached.add(start + 1)
        known = (start + n for n in range(2, 8) if phrase[start : start + n] in _language())
        reached.update(end for end in known if end <= len(phrase))
    return len(phrase) in reached
