"""The pipeline board: projects of each region from intent over signing and start to production."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.graph.form import Graph
from kg.show import look
from kg.vocabulary import stages

COLUMNS = (
    ("在谈、意向\nintent", ("lead", "negotiating", "intent")),
    ("签约\nsigned", ("signed", "registered", "permitting")),
    ("开工、在建\nstarted", ("started", "building", "completed")),
    ("投产\nin production", ("production", "above_scale", "full_capacity")),
)
OFF_LINE = ("stalled", "terminated", "delisted")
_HEAD, _CHIP, _GAP, _LABEL = 0.42, 0.36, 0.06, 0.95  # inches
_WIDTH = look.A4[0] - 0.7


@dataclass(frozen=True, slots=True)
class Chip:
    """One project on the board; `planned` where the column is only promised."""

    name: str
    note: str
    planned: bool
    masked: bool
    stalled: bool


def boards(graph: Graph, page: float | None = None) -> list[Figure]:
    """The board as figures of A4 width: one as tall as it must be, or pages of `page` inches.

    What is reached is solid, what is only planned dashed, what is masked hatched.
    """
    rows = _rows(graph)
    pages = _pages(list(rows.items()), (page or float("inf")) - _HEAD - 2.0)
    return [
        _draw_page(graph, part, f"{number}/{len(pages)}" if len(pages) > 1 else "")
        for number, part in enumerate(pages, 1)
    ]


Row = tuple[str, list[list[Chip]]]


def _pages(rows: list[Row], room: float) -> list[list[Row]]:
    """Rows packed into pages of `room` inches; a row taller than a page goes on on the next."""
    pages: list[list[Row]] = [[]]
    used = 0.0
    for region, cells in rows:
        rest, name = cells, region
        while rest:
            fit = max(int((room - used - 0.16) / (_CHIP + _GAP)), 0) if room < 1e9 else 10**6
            if fit < min(3, _tallest(rest)) and used:
                pages.append([])
                used = 0.0
                continue
            part = [chips[:fit] for chips in rest]
            pages[-1].append((name, part))
            used += _row_height(part)
            rest = [chips[fit:] for chips in rest]
            if not any(rest):
                break
            name = f"{region}（续 continued）"
    return pages


def _draw_page(graph: Graph, rows: list[Row], number: str) -> Figure:
    heights = [_row_height(cells) for _, cells in rows]
    figure = Figure(figsize=(look.A4[0], max(_HEAD + sum(heights) + 1.6, 3.0)))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, look.A4[0]), ylim=(figure.get_figheight(), 0))
    axes.axis("off")
    axes.text(0.35, 0.46, f"项目进度板  Project pipeline  {number}", size=14, color=look.INK)
    _draw_head(axes, 0.65)
    top = 0.65 + _HEAD
    for (region, cells), size in zip(rows, heights, strict=True):
        _draw_row(axes, top, region, cells)
        top += size
    _draw_foot(figure, axes, top + 0.12, graph)
    if not rows:
        axes.text(0.35, top + 0.22, "没有读到有阶段的项目 no project with a stage", size=9)
    return figure


def _rows(graph: Graph) -> dict[str, list[list[Chip]]]:
    """Region → for each column its chips, the solid ones first, then by name."""
    rows: defaultdict[str, list[list[Chip]]] = defaultdict(lambda: [[] for _ in COLUMNS])
    for node, data in graph.nodes(data=True):
        if data["label"] != "Project":
            continue
        for column, planned in _columns(graph, node):
            for region in _regions(graph, node):
                rows[region][column].append(_chip(data, planned=planned))
    for cells in rows.values():
        for chips in cells:
            chips.sort(key=lambda chip: (chip.planned, chip.name))
    return dict(sorted(rows.items()))


def _columns(graph: Graph, node: str) -> list[tuple[int, bool]]:
    """The column a project has reached, and those planned beyond it."""
    reached: set[int] = set()
    planned: set[int] = set()
    for _, stage, edge in graph.out_edges(node, data=True):
        column = _column(graph.nodes[stage].get("code", ""))
        if column is not None and edge["type"] in ("REACHED", "PLANNED"):
            (reached if edge["type"] == "REACHED" else planned).add(column)
    here = max(reached, default=-1)
    solid = [(here, False)] if reached else []
    return solid + [(column, True) for column in sorted(planned) if column > here][:1]


def _column(code: str) -> int | None:
    return next((i for i, (_, codes) in enumerate(COLUMNS) if code in codes), None)


def _regions(graph: Graph, node: str) -> list[str]:
    found = {
        graph.nodes[region]["name"]
        for _, region, edge in graph.out_edges(node, data=True)
        if edge["type"] == "IN_REGION"
    }
    return sorted(found) or ["地区未述 unsaid"]


def _chip(data: dict[str, object], *, planned: bool) -> Chip:
    stage = str(data.get("stage", ""))
    stalled = stage in OFF_LINE
    amount = data.get("investment")
    masked = data.get("investment_state") == "masked"
    note = look.money(float(str(amount))) if amount is not None else "投资额遮蔽" if masked else ""
    if stalled:
        note = stages()[stage].zh
    return Chip(
        str(data.get("said_name", data["name"])), note, planned,
        masked or bool(data.get("masked")), stalled,
    )  # fmt: skip


def _tallest(cells: Iterable[list[Chip]]) -> int:
    return max((len(chips) for chips in cells), default=0)


def _row_height(cells: Iterable[list[Chip]]) -> float:
    return max(_tallest(cells), 1) * (_CHIP + _GAP) + 0.16


def _cell_box(column: int) -> tuple[float, float]:
    width = (_WIDTH - _LABEL) / len(COLUMNS)
    return 0.35 + _LABEL + column * width, width


def _draw_head(axes: Axes, top: float) -> None:
    for column, (title, _) in enumerate(COLUMNS):
        left, width = _cell_box(column)
        axes.add_patch(Rectangle((left + 0.03, top), width - 0.06, _HEAD - 0.06, fc=look.INK))
        axes.text(left + width / 2, top + _HEAD / 2 - 0.03, title.replace("\n", "  "),
                  color="white", size=9, ha="center", va="center")  # fmt: skip


def _draw_row(axes: Axes, top: float, region: str, cells: list[list[Chip]]) -> None:
    axes.plot([0.35, 0.35 + _WIDTH], [top, top], color=look.RULE, lw=0.8)
    axes.text(0.35, top + 0.14, look.wrap(region, 8, 4), size=8, va="top", color=look.INK,
              linespacing=1.3)  # fmt: skip
    for column, chips in enumerate(cells):
        left, width = _cell_box(column)
        for number, chip in enumerate(chips):
            _draw_chip(axes, left + 0.04, top + 0.1 + number * (_CHIP + _GAP), width - 0.08, chip)


def _draw_chip(axes: Axes, left: float, top: float, width: float, chip: Chip) -> None:
    face = "white" if chip.planned else "#d5d9df" if chip.stalled else "#dbe9f4"
    axes.add_patch(
        Rectangle((left, top), width, _CHIP, fc=face, ec=look.INK, lw=0.9,
                  ls=(0, (4, 2)) if chip.planned else "-")
    )  # fmt: skip
    if chip.masked:
        axes.add_patch(
            Rectangle((left, top), 0.11, _CHIP, fc="white", ec=look.INK, lw=0.5, hatch="/////")
        )
    axes.text(left + 0.16, top + _CHIP / 2, look.wrap(chip.name, 16, 2), size=6.2,
              va="center", color=look.INK, linespacing=1.15)  # fmt: skip
    axes.text(left + width - 0.05, top + _CHIP - 0.05, chip.note, size=5.8, ha="right",
              va="baseline",
              color="#4a5563")  # fmt: skip


def _draw_foot(figure: Figure, axes: Axes, top: float, graph: Graph) -> None:
    height = figure.get_figheight()
    axes.plot([0.35, 0.35 + _WIDTH], [top - 0.12, top - 0.12], color=look.RULE, lw=0.8)
    legend = [
        Patch(fc="#dbe9f4", ec=look.INK, label="已达到 reached"),
        Patch(fc="white", ec=look.INK, ls="--", label="仅计划 planned only"),
        Patch(fc="white", ec=look.INK, hatch="/////", label="名称或投资额被遮蔽 masked"),
        Patch(fc="#d5d9df", ec=look.INK, label="停滞、终止 stalled or ended"),
    ]
    figure.legend(
        handles=legend, loc="lower left", ncols=4, frameon=False, fontsize=8,
        bbox_to_anchor=(0.02, 0.32 / height),
    )  # fmt: skip
    axes.text(0.35, height - 0.2, look.source_line(graph), size=8, color="#4a5563")
