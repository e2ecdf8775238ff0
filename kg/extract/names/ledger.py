"""Projects set out one under another: 1. 甲乙电站 / 投资主体：丙 / 总投资：2亿元."""

import re
from collections.abc import Iterator

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.projects import no_name

_FIELD = (
    r"(?:投资(?:主体|方|单位|企业|人)|业主|(?:建设|实施|责任|承建)(?:单位|主体)|(?:计划|概算|估算|协议|预计|技改)?总?投资(?:额|规模)?[约：:达\d*×X□○]"
    r"|建设(?:内容|规模|地点|性质|地址|工期|周期)|选址|位于|占地|(?:工作)?进展|(?:目前|最新)?进度|进展情况|项目(?:简介|概况|内容|业主|进展)|该项目|引进(?:企业|单位))"
)
_ENTRY = re.compile(
    rf"(?:^|\n)[ \u3000]*(?:[（(]\d{{1,2}}[）)]|\d{{1,2}}[.．、]|[①-⑳])[ \u3000]*"
    r"(?P<name>[^，。；：:\n]{3,40}?)"
    rf"[，。：:]?[ \u3000]*\n?[ \u3000]*(?={_FIELD})"
)
_NOTE = re.compile(r"[（(](?:原|即|又名|曾用名|暂定名|拟)[^（）()]*[）)]$")
# what is told of the project in one breath with its name: 甲项目|由乙投资，总投资…
_RUNS_ON = re.compile(
    r"(?<=项目|工程|基地|中心|[一二三四首]期|.[线厂园库])(?:由|因|于|将|系|拟|计划|正在|已|是|为)"
)
_WORD = re.compile(r"(?:项目|工程)$")


def find(ground: Ground) -> Iterator[Mention]:
    """The name at the head of a numbered entry whose next words are a project's particulars."""
    for match in _ENTRY.finditer(ground.plain):
        start, end = match.span("name")
        over = _RUNS_ON.search(ground.plain, start + 3, end)
        end = over.start() if over else end
        note = _NOTE.search(ground.plain, start, end)
        end = note.start() if note else end
        opening = next((b for a, b in ground.cuts_between(start, end) if a == start), start)
        owned = ground.plain.rfind("的", opening, end) + 1  # 甲下游的|乙项目
        opening = owned if owned and end - owned > 4 else opening
        name = ground.plain[opening:end]
        word = _WORD.search(name)
        if len(name) < 3 or is_class(name) or "企业" in name[-3:]:
            continue
        if word and no_name(ground, opening, end - 2):
            continue
        yield ground.mention((opening, end), "Project", "project.entry", 0.85)
