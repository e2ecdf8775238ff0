"""What the report says: sections of tables, each row with its source, and what none is known of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg.ask.run import ask
from kg.ask.table import Answer
from kg.ask.wording import EVIDENCE, say
from kg.graph.form import Graph
from kg.report.figures import KEY_COLUMNS, key_figures
from kg.show.asked import Asked

if TYPE_CHECKING:
    from kg.show.draw import Picture

Row = tuple[str, ...]
_ROWS = 200  # of one table; the section says where there are more
_REGION = "region"  # every table is of one region: the column would repeat its name
SOURCE = "出处"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the report: a heading, a sentence that sums it up, a table, perhaps a picture."""

    heading: str
    summary: str
    columns: Row = ()
    rows: tuple[Row, ...] = ()
    picture: "Picture | None" = None


@dataclass(slots=True)
class Report:
    """The whole: title, region, time, sections, and the sentences in order of their numbers."""

    title: str
    basis: str
    sections: list[Section] = field(default_factory=list)
    sentences: list[tuple[str, str]] = field(default_factory=list)  # (source, words)


@dataclass(frozen=True, slots=True)
class _Part:
    """How a section is made of a question: its heading, and how many rows read as a sentence."""

    heading: str
    question: str
    some: str
    none: str
    picture: str | None = None


_PARTS = (
    _Part("落后于时序进度的指标", "targets-behind", "{} 项指标低于时序进度。",
          "没有读到低于时序进度的指标。"),
    _Part("缺链主、龙头企业的产业链", "chains-without-anchor",
          "{} 条产业链没有读到链主、龙头企业；没有记录不等于没有。", "没有读到缺龙头的产业链。"),
    _Part("产业链缺失环节", "missing-links",
          "{} 个环节没有记录，可作补链方向核实；没有记录不等于没有。",
          "没有读到可判断的产业链环节。"),
    _Part("节会活动成效", "event-yield", "{} 场活动有签约。", "没有读到有签约的活动。", "events"),
    _Part("园区承载", "park-load", "读到 {} 个园区。", "没有读到园区。"),
    _Part("已签约未开工项目", "signed-never-started",
          "{} 个项目已签约，没有读到开工。", "没有读到签约未开工的项目。"),
    _Part("受阻项目", "blocked-projects", "{} 项困难涉及具名项目。", "没有读到受阻的具名项目。",
          "blockers"),
    _Part("到期未兑现的计划", "slipped-commitments",
          "{} 项计划节点已过而没有读到实现。", "没有读到逾期的计划节点。"),
    _Part("勾稽不符的数字", "figures-that-do-not-add-up",
          "{} 处数字按原文算不拢。", "没有发现算不拢的数字。"),
)  # fmt: skip


def report(asked: Asked, region: str, draw: "Callable[[str], Picture] | None" = None) -> Report:
    """The report on a region and what lies in it; `draw` makes its pictures, None leaves them out.

    Plans are told as plans and unknowns as unknowns, as the questions have them.
    """
    answers = {part.question: _asked(asked, part.question, region) for part in _PARTS}
    whole = Report(f"{region}项目与产业链情况", _reports(asked.graph, region))
    numbers = _Numbers(whole)
    figures = key_figures(asked.graph, region)
    rows = tuple((*row, numbers.of(sources)) for row, sources in figures)
    summary = f"读到 {len(rows)} 项主要指标。" if rows else "没有读到该地区的指标。"
    whole.sections.append(Section("主要指标及目标", summary, (*KEY_COLUMNS, SOURCE), rows))
    for part in _PARTS:
        drawn = draw(part.picture) if draw and part.picture else None
        whole.sections.append(_section(part, answers[part.question], numbers, drawn))
    return whole


def _reports(graph: Graph, region: str) -> str:
    """Which reports are about the region itself, with their periods; the others may name it too."""
    lines = []
    for report, home, edge in graph.edges(data=True):
        data = graph.nodes[home]
        if edge["type"] == "REPORTS_ON" and region in (data["name"], data["said_name"]):
            said = graph.nodes[report]
            span = f"（{said['from']} 至 {said['until']}）" if said.get("from") else ""
            lines.append(f"《{said['name']}》{span}")
    about = "、".join(sorted(lines)) or "没有以该地区为对象的报告，据提到它的报告"
    return f"依据：{about}。被遮蔽的数写作“遮蔽”，原文没有说的写作“未说明”。"


def _asked(asked: Asked, question: str, region: str) -> Answer:
    return ask(asked.store, question, region=region, limit=_ROWS)


class _Numbers:
    """The sentences of the report, numbered as they are first cited."""

    def __init__(self, whole: Report) -> None:
        self._whole = whole
        self._known: dict[tuple[str, str], int] = {}

    def of(self, sources: list[tuple[str, str]]) -> str:
        """`[3][7]` for sentences (source, words)."""
        return "".join(f"[{self._number(source)}]" for source in sources)

    def _number(self, source: tuple[str, str]) -> int:
        if source not in self._known:
            self._whole.sentences.append(source)
            self._known[source] = len(self._whole.sentences)
        return self._known[source]


def _section(part: _Part, answer: Answer, numbers: _Numbers, picture: "Picture | None") -> Section:
    if not answer.rows:
        return Section(part.heading, part.none)
    shown = [(i, c) for i, c in enumerate(answer.question.columns)
             if c.name not in (EVIDENCE, _REGION)]  # fmt: skip
    rows = tuple(
        (*(say(c, row[i], "zh") for i, c in shown), numbers.of(_sources(answer, row)))
        for row in answer.rows
    )
    more = f"只列前 {_ROWS} 行。" if answer.basis.full else ""
    summary = part.some.format(len(rows)) + more
    columns = (*(column.title["zh"] for _, column in shown), SOURCE)
    return Section(part.heading, summary, columns, rows, picture)


def _sources(answer: Answer, row: tuple[object, ...]) -> list[tuple[str, str]]:
    return [(quote.source, quote.text) for quote in answer.evidence(row)]  # type: ignore[arg-type]
