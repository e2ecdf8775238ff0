"""Whose figure it is: the grammatical subject if it names a body, park, firm, event or place.

Else the report's own region.
"""

import re

from kg.extract.frame import Frame, Mention, Sentence
from kg.extract.measured.figure import Figure
from kg.extract.measured.topics import HOME, PARK_WORDS, TYPES, Topics
from kg.extract.measured.words import cue
from kg.model import Ref

_ANAPHORS = (
    (re.compile(r"(?:该|本)?(?:公司|集团|企业)(?!数|家|户|名录|总数)|该企业"), "Company"),
    (
        re.compile(
            r"(?:该|本|此)项目(?!数|个|总数)|项目(?=(?:总|计划|预计|拟|概算|估算|协议|规划)*(?:投资|用地|占地)|建成|投产|达产|竣工|全部|全面|[一二]期|位于|由|规划|$)"
            r"|(?:全部|全面|项目)*(?:建成|投产|达产|达效|竣工|满产|投用)(?:投产|达产|达效|运营|使用|并)*(?:后|之后|以后)"
        ),
        "Project",
    ),
    (re.compile(r"(?:该|本)?园区(?!企业)|该园"), "Park"),
    (re.compile(r"[县市区该]?(?:指挥部|专班|领导小组|工作组|管委会|协会|商会)"), "Organization"),
    (re.compile(r"在?会上|活动期间|会议期间|活动中|大会|签约仪式上|活动(?:共|现场)|现场"), "Event"),
)


_MEETING = re.compile(r"参会|与会|到会|参展|应邀|出席|莅临|到场")
# who only tells the figure: 据X商会统计, X集团董事长表示
_SOURCE = re.compile(
    r"[^，。；\d]{0,8}(?:统计|公布|介绍|显示|透露|表示|预测|测算|获悉|了解到|认为|告诉|说(?=[，：]))"
)
# what a fair or ceremony yields
_YIELD = re.compile(
    r"(?:金额|总额|现场|当场|会上|集中|共|累计|成功|合计|大会|活动)*(?:签约|签订|签署|达成|协议|合同|意向|引资|成交|发布|推介)"
)
_TURNED = re.compile(r"等[^，。]{0,8}(?:活动|会|平台|展)|截至|全年|今年|累计|全[县市区]|[我]县")
_HELD_AT = re.compile(r"[^，。；、]{0,8}(?:在|于)[“《]?")
_AT = re.compile(r"[”》]?(?:上|中|期间)")
_FOUNDED = re.compile(r"成立|组建|兴建|创办|创建|设立|注册|新建|建立")
_URGED = re.compile(r"^(?:推动|推进|加快(?:推进)?|促进|支持|启动|确保|力争|帮助|协调|督促|抓好)")
# what a project has, rather than a county
_OF_A_SITE = re.compile(
    "^项目|年产|产能|产量|生产线|床位|车间|厂房|设备|装机|机架|工程量|建筑|满足|容纳|就业|岗位|用工|利税|年税|窖池|发电|销售收入|售电|每年|投资|用地"
)
_INDUSTRY = re.compile(r"(?:产业|产业链|链|集群|行业|业)$")
_LEADING = re.compile(
    r"^(?:其中|(?:产业)?(?:链主|龙头|骨干|重点)(?:企业|公司)|截至目前|截[至止]|目前|据悉|据介绍|另外|此外|同时|今年以来|以来|[一二三四五六]是|当前|日前|近日|而|但"
    r"|随着|底|末|初|前|作为[^，]{1,20}的|[\s，、：])+"
)


def subject_of(frame: Frame, figure: Figure, indicator: str, topics: Topics) -> Ref | None:
    """The subject of a figure: of its clause, of an earlier clause, of the paragraph, or home."""
    own = bool(cue("own_indicators").match(indicator)) and not figure.leaning
    said = _said(frame, figure, indicator, own, topics)
    if said and said.type == "Region" and cue("of_site").match(indicator):
        said = None  # the place only begins a name that was not read
    figure.said = said is not None
    entry = frame.ref(topics.entry) if topics.entry else None
    if said or own:  # a bare 占地200亩 is of what was spoken of, never of the county by default
        return said or topics.paragraph or entry or topics.title
    if entry or _told_of_project(indicator, topics):
        return entry or topics.paragraph
    if topics.title:
        return topics.title
    near = topics.report or topics.at_home
    near = near or _home_near(frame, figure.sentence.start, figure.quantity.start)
    return (frame.home or topics.document) if near else None


def _told_of_project(indicator: str, topics: Topics) -> bool:
    """Whether a paragraph on a project goes on with it: a report soon turns back to its county."""
    if not topics.paragraph or topics.paragraph.type != "Project":
        return False
    return not topics.report or bool(_OF_A_SITE.search(indicator))


def _said(frame: Frame, figure: Figure, indicator: str, own: bool, topics: Topics) -> Ref | None:
    """The subject that the sentence says."""
    sentence, at = figure.sentence, figure.quantity.start
    if _MEETING.search(figure.after) or _MEETING.search(figure.before):
        event = _last(frame, sentence.start, at, "Event", topics)
        if event:
            return event
    thing = _signed_at(frame, figure) or _measured_thing(frame, figure)
    thing = thing or _occasion(frame, figure, indicator)
    if thing:
        return frame.ref(thing)
    for start, end in reversed([c for c in sentence.clauses if c[0] <= at]):
        found = clause_topic(frame, start, min(end, at), topics, same=end >= at)
        of_site = own or _OF_A_SITE.search(indicator)
        found = found or (_object(frame, start, end) if of_site and end < at else None)
        if found and not (figure.leaning and found.type == "Project"):  # 5个项目，项目总投资3亿元
            return found
    return None


def _home_near(frame: Frame, start: int, at: int) -> bool:
    """Whether the sentence names the home region before: news speak of much else."""
    named = (frame.ref(m) == frame.home for m in frame.mentions_in(start, at, "Region"))
    return any(named) or bool(HOME.search(frame.plain, start, at))


def clause_topic(
    frame: Frame, start: int, end: int, topics: Topics, *, same: bool = True
) -> Ref | None:
    """What the clause speaks of: a name or a word for one (该公司, 我县) at its head."""
    for mention in frame.mentions_in(start, end, *TYPES):
        if not _at_head(frame, start, mention, urged=same):
            break
        if _is_topic(frame, mention, same=same):
            return frame.ref(mention)
    return _by_word(frame, start, _LEADING.sub("", _without_times(frame, start, end)), topics)


def _by_word(frame: Frame, start: int, words: str, topics: Topics) -> Ref | None:
    """Whom a clause speaks of that opens with a word for it: 我县, 园区, 该公司."""
    if topics.park and PARK_WORDS.match(words):
        return topics.park
    if HOME.match(words):
        return frame.home
    for pattern, kind in _ANAPHORS:
        if pattern.match(words):
            if topics.title and topics.title.type == kind and kind in ("Park", "Company"):
                return topics.title  # a page that introduces one park or firm
            found = _last(frame, start, start, kind, topics)
            if found:
                return found
    return None


# the rest of a name that begins with a place and was not read
_UNREAD = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:山庄|酒店|公司|厂|园|基地|中心|工程|市场|合作社|农场|景区|大厦|广场|医院|电站|水库)"
    r"(?=[，、（(。]|总?投资|占地)"
)


def _is_topic(frame: Frame, mention: Mention, *, same: bool) -> bool:
    """Whether the name at a clause's head is what it speaks of, not a place or member of a list."""
    if mention.type == "Chain" and not _INDUSTRY.search(mention.name):
        return False
    if _SOURCE.match(frame.plain, mention.end):
        return False
    if mention.type == "Region" and _UNREAD.match(frame.plain, mention.end):
        return False  # 河湾村|清溪休闲山庄，投资500万元
    following = frame.plain[mention.end : mention.end + 1]
    return following != "、" and (same or following != "的")


def _signed_at(frame: Frame, figure: Figure) -> Mention | None:
    """The event at which what is counted happens: 3个项目在X节上签约."""
    at = figure.quantity.end
    for event in frame.mentions_in(at, at + 40, "Event"):
        between = frame.plain[at : event.start]
        if _HELD_AT.fullmatch(between) and _AT.match(frame.plain, event.end):
            return event
    return None


def _occasion(frame: Frame, figure: Figure, indicator: str) -> Mention | None:
    """The one event that the words before end in: 参加X会，现场签约项目3个."""
    if not _YIELD.match(indicator):
        return None
    start, at = figure.sentence.start, figure.quantity.start
    events = frame.mentions_in(start, at, "Event")
    if not events or _TURNED.search(frame.plain, events[-1].end, at):
        return None
    event = events[-1]
    clause = max((a for a, _ in figure.sentence.clauses if a <= event.start), default=start)
    return event if len(frame.mentions_in(clause, at, "Event")) == 1 else None


def _measured_thing(frame: Frame, figure: Figure) -> Mention | None:
    """The park that an area is said of from before: 规划了20平方公里的X工业园."""
    if figure.quantity.kind != "physical" or not figure.after.startswith("的"):
        return None
    at = figure.quantity.end
    found = frame.mentions_in(at, at + 30, "Park", "Project")
    return found[0] if found and found[0].start == at + 1 else None


def _object(frame: Frame, start: int, end: int) -> Ref | None:
    """The park, project or new firm that the clause before ends in: …建设X产业园，占地200亩."""
    last = frame.mentions_in(start, end, "Park", "Project", "Company")
    if (
        last
        and last[-1].type == "Company"
        and not _FOUNDED.search(frame.plain, start, last[-1].start)
    ):
        return None
    return frame.ref(last[-1]) if last and last[-1].end == end else None


def _last(frame: Frame, start: int, at: int, kind: str, topics: Topics) -> Ref | None:
    """Whom the text named last, by type: in this sentence, else before."""
    sentence = frame.plain.rfind("。", 0, start) + 1
    here = frame.mentions_in(sentence, at, kind)
    if not here:
        return topics.last.get(kind)
    if kind == "Event":  # of two occasions the last
        return frame.ref(here[-1])
    head = here[0]
    return frame.ref(head if _at_head(frame, sentence, head) else here[-1])


_CONTENT = re.compile(r"(?:主要建设|建设内容|其中|主要包括|新上|新增|配套建设)[^。；]{0,16}$")


def _whole(frame: Frame, projects: list[Mention]) -> Mention:
    """The last project that is no mere content of one before: 甲项目…，主要建设某生产线."""
    for project in reversed(projects[1:]):
        if not _CONTENT.search(frame.plain, max(0, project.start - 24), project.start):
            return project
    return projects[0] if len(projects) > 1 else projects[-1]


def _at_head(frame: Frame, start: int, mention: Mention, *, urged: bool = False) -> bool:
    """Whether a name opens its clause, `urged`: or is what is pushed on (推动甲园扩区)."""
    words = _LEADING.sub("", _without_times(frame, start, mention.start))
    rest = (_URGED.sub("", words) if urged else words).strip('“”"《')
    return not rest or (rest in ("在", "于") and mention.type == "Event")


def _without_times(frame: Frame, start: int, end: int) -> str:
    pieces: list[str] = []
    at = start
    for time in frame.times_in(start, end):
        pieces.append(frame.plain[at : time.start])
        at = time.end
    return "".join([*pieces, frame.plain[at:end]])


def remember(frame: Frame, sentence: Sentence, topics: Topics) -> None:
    """Note whom this sentence named, for the anaphors of the next."""
    named = frame.mentions_in(sentence.start, sentence.end, *TYPES)
    topics.last.update({mention.type: frame.ref(mention) for mention in named})
    projects = [m for m in named if m.type == "Project"]
    if projects:
        topics.last["Project"] = frame.ref(_whole(frame, projects))
        topics.last_project = projects[-1]
        several = len({frame.ref(m) for m in projects}) > 1
        first = _at_head(frame, sentence.start, projects[0])
        topics.project = projects[0] if first or not several else None
    if named and _at_head(frame, sentence.start, named[0]):
        topics.last[named[0].type] = frame.ref(named[0])
