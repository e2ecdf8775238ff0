"""What a figure measures where its own clause does not say: an earlier clause or the heading does.

实际利用外资稳步增长，完成3万美元 · （一）到位资金情况。1-6月完成3亿元 · 亿元以上项目少，仅有3个
"""

import re
from functools import cache

from kg.extract.measured.figure import Figure, Measure
from kg.extract.measured.words import cue, lead

_AMOUNTS = (
    "外资|内资|资金|引资|投资|产值|增加值|收入|总额|税收|利润|进出口|出口|零售额|金额|交易额|销售额"
    "|营业额|生产总值"
)
_RATES = "率|占比|比重|增速|增幅"
# what may follow the name before the number's own clause starts
_ON = (
    "(?:方面|上|同比|环比|较|因|由于|受|来看|情况|工作|指标|任务|数|成效|进展|完成|实现|稳|形势|再|持续|保持|不断|较|偏|大幅|平稳|快速"
    "|增长|取得|势头|明显|有所|逐步|显著|少|多|不|$)"
)


def earlier(figure: Figure, measure: Measure) -> str:
    """The name said in the clauses before the figure's, the nearest first, or in the heading."""
    sentence = figure.sentence
    said = [figure.plain[a:b] for a, b in sentence.clauses if b <= figure.first]
    for words in [*reversed(said), sentence.section.heading]:
        found = _pattern(measure).match(lead().sub("", words))
        if found:
            return found["name"]
    return ""


@cache
def _pattern(measure: Measure) -> re.Pattern[str]:
    nouns = {"level": _AMOUNTS, "count": cue("heads").pattern}.get(measure, _RATES)
    return re.compile(rf"(?P<name>[\u4e00-\u9fff“”A-Za-z0-9*×]{{0,14}}?(?:{nouns}))(?:总?额)?{_ON}")
