"""The pipeline board as data: which project stands in which column of which region."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from kg.graph.form import Graph
from kg.show import look
from kg.show.regions import within
from kg.vocabulary import stages

# The line of stages; what is off the line, or failed, has a column of its own where nothing else
# was reached.
COLUMNS = (
    ("在谈、前期  lead, permits", ("lead", "negotiating", "intent", "permitting")),
    ("签约  signed", ("signed", "registered")),
    ("开工、在建  started", ("started", "building", "completed")),
    ("投产  in production", ("production", "above_scale", "full_capacity")),
    ("停滞、未成  stalled", ("stalled", "terminated", "delisted")),
)
_OFF = len(COLUMNS) - 1
UNSAID = "地区未述 unsaid"


@dataclass(frozen=True, slots=True)
class Chip:
    """One project on the board; `planned` where the column is only promised, `ended` off line."""

    name: str
    note: str
    planned: bool
    masked: bool
    ended: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One region: its chips, column by column."""

    region: str
    cells: tuple[tuple[Chip, ...], ...]


def rows(graph: Graph, region: str | None = None) -> list[Row]:
    """Every project of which a stage is said, by region; `region` leaves it and what lies in it.

    A project stands solid in the furthest column reached and dashed in the next one planned. In a
    row the solid ones come first; the regions go by name, projects of no region last.
    """
    wanted = within(graph, region) if region is not None else None
    found: defaultdict[str, list[list[Chip]]] = defaultdict(lambda: [[] for _ in COLUMNS])
    for node, data in graph.nodes(data=True):
        if data["label"] == "Project":
            for home in _homes(graph, node, wanted):
                for column, planned in _columns(graph, node):
                    chip = _chip(graph, node, planned=planned)
                    found[home][column].append(chip)
    return [
        Row(home, tuple(tuple(sorted(chips, key=_order)) for chips in cells))
        for home, cells in sorted(found.items(), key=lambda row: (row[0] == UNSAID, row[0]))
    ]


def _order(chip: Chip) -> tuple[bool, str]:
    return chip.planned, chip.name


def _homes(graph: Graph, node: str, wanted: Collection[str] | None) -> list[str]:
    homes = {r for _, r, edge in graph.out_edges(node, data=True) if edge["type"] == "IN_REGION"}
    if wanted is not None:
        return sorted(graph.nodes[home]["name"] for home in homes if home in wanted)
    return sorted(graph.nodes[home]["name"] for home in homes) or [UNSAID]


def _columns(graph: Graph, node: str) -> list[tuple[int, bool]]:
    """The column a project has reached, and the next one planned; (column, planned)."""
    reached = _said(graph, node, "REACHED")
    planned = _said(graph, node, "PLANNED")
    here = max(reached - {_OFF}, default=-1)
    stands = [(here, False)] if here >= 0 else []
    if here < 0 and (reached or _said(graph, node, "FAILED")):
        stands = [(_OFF, False)]
    ahead = [
        column for column in sorted(planned) if column > here and (column, False) not in stands
    ]
    return stands + [(column, True) for column in ahead[:1]]


def _said(graph: Graph, node: str, kind: str) -> set[int]:
    return {_column(stage["code"]) for stage in _stages(graph, node, kind)}


def _stages(graph: Graph, node: str, kind: str) -> list[dict[str, Any]]:
    return [
        graph.nodes[stage]
        for _, stage, edge in graph.out_edges(node, data=True)
        if edge["type"] == kind
    ]


def _column(code: str) -> int:
    return next(i for i, (_, codes) in enumerate(COLUMNS) if code in codes)


def _chip(graph: Graph, node: str, *, planned: bool) -> Chip:
    data = graph.nodes[node]
    ended = str(data.get("stage", "")) in COLUMNS[_OFF][1]
    amount, hidden = data.get("investment"), data.get("investment_state") == "masked"
    notes = [look.money(amount)] if amount is not None else ["投资额遮蔽"] if hidden else []
    if ended:
        notes.append(stages()[data["stage"]].zh)
    notes += [f"未能{name}" for name in sorted(s["name"] for s in _stages(graph, node, "FAILED"))]
    return Chip(
        data["said_name"], " · ".join(notes), planned,
        hidden or bool(data.get("masked")), ended and not planned,
    )  # fmt: skip
