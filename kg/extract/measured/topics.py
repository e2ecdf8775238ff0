"""Whom a paper speaks of: the thing of its title, of the heading above, of the paragraph."""

import re
from dataclasses import dataclass

from kg.extract.frame import Frame, Mention, Section
from kg.model import Ref

TYPES = ("Region", "Park", "Company", "Organization", "Chain", "Event", "Project")
HOME = re.compile(
    r"(?:我|全|本)(?:县|市|区|州|省|镇|乡|旗|局|办|中心|园|盟)|县(?:委|政府|里)|(?:市|区)里|各(?:乡镇|部门|单位)"
)
HOME_WORDS = 3  # 我县, 全县 … that make a paper a report of that county
TITLE_REST = 4  # characters that a title may have besides the name: 简介, 概况
TITLE_LINES, LONGEST_TITLE = 4, 60  # where a paper's title stands
_OFFICE = re.compile(r"(?:党工委|管委会|管理委员会|党委)+$")
# what follows the name of the park whose report it is
_OWN_REPORT = re.compile(
    r"(?:党工委|管委会|管理委员会|[、和])*(?:$|[\s（(]|关于|20\d\d|[上下]半年|年度|工作|招商|经济运行|发展情况|第?[一二三四]季度|简介|概况|介绍|基本情况|区情|园情)"
)
PARK_WORDS = re.compile(
    r"(?:[我全本]区|(?:我|本|全)?园区|全园|(?:经济)?(?:技术)?开发区|经开区|高新区|管委会)(?![外内])"
)
_NEWS = re.compile(r"记者|本报|日讯|据悉|据了解|告诉|日前从|昨日|消息人士")


_TOLD = re.compile(r"记者|本报|日讯|消息人士")


@dataclass(slots=True)
class Topics:
    """Who was spoken of last, by type, and the topic of the paragraph."""

    last: dict[str, Ref]
    told: bool = False  # a journalist tells it
    report: bool = False  # the paper is a report of its own region
    park: Ref | None = None  # the park whose own report it is
    title: Ref | None = None  # the firm, park or place that the title is nothing but the name of
    document: Ref | None = None  # whom the title names, for papers without a home region
    paragraph: Ref | None = None
    at_home: bool = False  # the paragraph speaks of the home region
    project: Mention | None = None  # the one project that the paragraph speaks of
    last_project: Mention | None = None
    entry: Mention | None = None  # the one thing that the heading above names: its entry


def is_news(frame: Frame) -> bool:
    """Whether a journalist tells it."""
    return bool(_NEWS.search(frame.plain))


def is_report(frame: Frame) -> bool:
    """Whether the paper is a report of its own region, not news about it."""
    title = len(frame.text.lstrip().partition("\n")[0])
    titled_home = any(frame.ref(m) == frame.home for m in frame.mentions_in(0, title + 4, "Region"))
    if frame.document.source.period or (titled_home and not is_news(frame)):
        return True
    if _TOLD.search(frame.plain):
        return False  # a paper's lettered parts and 我省 in its quotes make it no report
    return len(HOME.findall(frame.plain)) >= HOME_WORDS or any(s.level for s in frame.sections)


def entry_of(frame: Frame, section: Section) -> Mention | None:
    """The project, firm or park that a heading is the name of: what stands below is its entry."""
    for part in section.path():
        if part.level and part.heading:
            named = frame.mentions_in(part.start, part.body, *TYPES)
            things = [m for m in named if m.type in ("Project", "Company", "Park")]
            if named:
                return things[0] if len(named) == len(things) == 1 else None
    return None


def own_park(frame: Frame) -> Ref | None:
    """The park whose own report it is: a line of the title opens with it (X开发区管委会 …)."""
    start = 0
    for line in frame.plain.splitlines()[:TITLE_LINES]:
        at = start + len(line) - len(line.lstrip(" \u3000—-（(关于"))
        start += len(line) + 1
        for mention in frame.mentions_in(at, start, "Park", "Organization"):
            rest = frame.plain[mention.end : start].strip()
            if mention.start != at or len(line) > LONGEST_TITLE or not _OWN_REPORT.match(rest):
                break
            if mention.type == "Park":
                return frame.ref(mention)
            return _park_of(frame, mention)
    return None


def _park_of(frame: Frame, office: Mention) -> Ref | None:
    """The park that a committee runs: its name without the committee's."""
    name = _OFFICE.sub("", office.name)
    return next((frame.ref(m) for m in frame.mentions if m.type == "Park" and m.name == name), None)


def title_topic(frame: Frame) -> Ref | None:
    """The thing whose bare name is the title: a page that introduces a firm, park or town."""
    title = frame.plain.lstrip().partition("\n")[0].strip()
    at = frame.plain.find(title)
    for mention in frame.mentions_in(at, at + len(title), "Region", "Park", "Company", "Project"):
        if len(title) - (mention.end - mention.start) <= TITLE_REST:
            return frame.ref(mention)
    return None


def titled(frame: Frame) -> Ref | None:
    """Whom the paper is about where no region is its home: the first park or body it names."""
    for kind in (("Park", "Organization"), ("Region",), ("Company",)):
        found = next((m for m in frame.mentions if m.type in kind), None)
        if found:
            return frame.ref(found)
    return None
