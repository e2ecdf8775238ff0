"""Investment and construction projects: …项目, …工程, …生产线, …基地, phases, and named works."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.frame import Mention
from kg.extract.names.generic import is_class
from kg.extract.names.ground import Ground
from kg.extract.names.words import MASK, any_of, pattern, words

TYPE = "Project"
_CLASS_AFTER = re.compile(
    r"(?:区(?!块)|化|库|制|单位|建设进展|建设中|招引难|年度|经理|法人|招商|方|部|清单|储备|资金|数(?!字)|册|审批|申报|预审|协调|书|化|场地|师|(?:总)?个数|洽谈|签约(?:仪式|大会|活动)|集中开工|开工仪式|推进(?:会|组))"
)
_CONSTRUCTION = re.compile(r"(?:建设)?(?:项目|工程)(?=$)")


@cache
def _head() -> re.Pattern[str]:
    tails = any_of(words("places")["project_tails"])
    return re.compile(f"(?P<head>{pattern('places', 'projects')})(?P<tail>{tails})?")


def find(ground: Ground) -> Iterator[Mention]:
    """Every candidate for a project's name that ends with a word for a project or a work."""
    sure = set(words("places")["project_sure"])
    for match in _head().finditer(ground.plain):
        if _CLASS_AFTER.match(ground.plain, match.end()):
            continue
        start = begin(ground, match.start("head"))
        body = ground.plain[start : match.start("head")]
        if no_name(body):
            continue
        head = match["head"]
        if head in ("建设", "改造"):
            continue
        score = 0.85 if head in sure else 0.62
        if head not in sure and not _invested(ground, start):
            continue
        yield ground.mention((start, match.end()), TYPE, "project.head", score)


_OF_SUM = re.compile(r"年(?:产|罐装|加工|处理|生产|屠宰|出栏|发电|回收|加工处理)(?!值|能(?!源))")


def begin(ground: Ground, head: int) -> int:
    """Where a project's name begins; 年产… and a firm right before it belong to it."""
    return ground.begin(head)


def no_name(body: str) -> bool:
    """Whether what stands before 项目 makes a class of it."""
    bare = body.strip(MASK)
    masked = bare != body
    if len(bare) < 2 and not (masked and len(bare) == 1):
        return True
    return is_class(bare)


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(
        r"(?:引进|建设|新建|兴建|抓好|推进|促成|签约|建成|打造|围绕|启动|实施|加快|重点|投资|开工|动工|落户|规划|包括|洽谈|对接|落地|、|，)$"
    )


def _invested(ground: Ground, start: int) -> bool:
    """Whether a verb of building or signing stands before: a work that is built is a project."""
    window = ground.plain[max(0, start - 8) : start]
    return _verbs().search(window) is not None
