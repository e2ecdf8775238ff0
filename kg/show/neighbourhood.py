"""One entity's neighbourhood: what is said of it and of others towards it, each with its words."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.graph.form import Graph
from kg.show import look
from kg.vocabulary import edge_forms, node_forms

LEFT_OUT = {"MENTIONS", "IN_DOCUMENT", "REPORTS_ON", "OF_INDICATOR", "MAY_BE"}
MOST = 18  # neighbours on one side; the rest is counted
_ROW, _BOX, _MIDDLE = 0.56, 2.25, 1.5  # inches


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of one edge: what the edge says, and how firmly."""

    relation: str
    name: str
    label: str
    quote: str
    tense: str | None
    masked: bool
    derived: bool


def neighbourhood(graph: Graph, node: str) -> Figure:
    """The entity in the middle, what points at it on the left, what it points at on the right."""
    back = _neighbours(graph, node, incoming=True)
    out = _neighbours(graph, node, incoming=False)
    rows = max(min(len(back), MOST + 1), min(len(out), MOST + 1), 1)
    figure = Figure(figsize=(look.A4[0], rows * _ROW + 2.0))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, look.A4[0]), ylim=(figure.get_figheight(), 0))
    axes.axis("off")
    middle = 0.7 + rows * _ROW / 2
    _draw_side(axes, back, middle, left=True)
    _draw_side(axes, out, middle, left=False)
    _draw_centre(axes, graph.nodes[node], middle)
    _draw_foot(figure, axes, graph, {n.label for n in (*back, *out)} | {graph.nodes[node]["label"]})
    return figure


def _neighbours(graph: Graph, node: str, *, incoming: bool) -> list[Neighbour]:
    edges = graph.in_edges(node, data=True) if incoming else graph.out_edges(node, data=True)
    found = [
        _neighbour(graph, source if incoming else target, edge)
        for source, target, edge in edges
        if edge["type"] not in LEFT_OUT and source != target
    ]
    return sorted(dict.fromkeys(found), key=lambda n: (n.derived, n.relation, n.name))


def _neighbour(graph: Graph, other: str, edge: dict[str, object]) -> Neighbour:
    form, data = edge_forms()[str(edge["type"])], graph.nodes[other]
    name, quote = str(data["name"]), str(edge.get("quote", ""))
    if data["label"] == "Figure":
        indicator = next(
            (graph.nodes[i]["name"] for _, i, e in graph.out_edges(other, data=True)
             if e["type"] == "OF_INDICATOR"), "")  # fmt: skip
        name, quote = f"{indicator} {name}", str(data.get("quote", ""))
    tense = form.status or {"target": "planned", "forecast": "planned"}.get(form.kind or "")
    masked = bool(data.get("masked")) or data.get("state") == "masked"
    return Neighbour(form.zh, name, str(data["label"]), quote, tense, masked,
                     bool(edge.get("derived")))  # fmt: skip


def _draw_side(axes: Axes, neighbours: list[Neighbour], middle: float, *, left: bool) -> None:
    shown = neighbours[:MOST]
    count = len(shown) + (len(neighbours) > MOST)
    top = middle - count * _ROW / 2
    x = 0.35 if left else look.A4[0] - 0.35 - _BOX
    for number, neighbour in enumerate(shown):
        _draw_neighbour(axes, neighbour, x, top + number * _ROW, middle, left=left)
    if len(neighbours) > MOST:
        axes.text(x, top + MOST * _ROW + 0.2, f"另有 {len(neighbours) - MOST} 个未画 more",
                  size=7.5, color=look.INK)  # fmt: skip


def _draw_neighbour(
    axes: Axes, neighbour: Neighbour, x: float, top: float, middle: float, *, left: bool
) -> None:
    dashed = (0, (4, 2)) if neighbour.tense in ("planned", "failed") else "-"
    height, centre = _ROW - 0.1, top + (_ROW - 0.1) / 2
    near = x + _BOX if left else x
    far = (look.A4[0] + (-_MIDDLE if left else _MIDDLE)) / 2
    bend = near + (far - near) * 0.62
    axes.plot([near, bend, far], [centre, centre, middle], ls=dashed, color="#8a94a3", lw=0.9,
              zorder=0)  # fmt: skip
    axes.add_patch(Rectangle((x, top), _BOX, height, fc="white", ec=look.INK, lw=0.9, ls=dashed))
    axes.add_patch(
        Rectangle((x, top), 0.1, height, fc=look.colour(neighbour.label), ec=look.INK, lw=0.5,
                  hatch="/////" if neighbour.masked else None)
    )  # fmt: skip
    name_y = centre - 0.07 if neighbour.quote else centre
    axes.text(x + 0.16, name_y, look.wrap(neighbour.name, 19, 2), size=6.8, va="center",
              color=look.INK, linespacing=1.1)  # fmt: skip
    axes.text(x + 0.16, top + height - 0.04, look.wrap(neighbour.quote, 27, 1), size=5,
              va="baseline", color="#4a5563")  # fmt: skip
    label_x, align = (near + 0.06, "left") if left else (near - 0.06, "right")
    axes.text(label_x, centre - 0.03, neighbour.relation, size=6.6, ha=align, va="bottom",
              color=look.INK)  # fmt: skip


def _draw_centre(axes: Axes, data: dict[str, object], middle: float) -> None:
    left = (look.A4[0] - _MIDDLE) / 2
    axes.add_patch(Rectangle((left, middle - 0.45), _MIDDLE, 0.9,
                             fc=look.colour(str(data["label"])), ec=look.INK, lw=1.4))  # fmt: skip
    axes.text(look.A4[0] / 2, middle, look.wrap(str(data["name"]), 11, 4), size=8.5, ha="center",
              va="center", color=look.INK, linespacing=1.25)  # fmt: skip


def _draw_foot(figure: Figure, axes: Axes, graph: Graph, labels: set[str]) -> None:
    height = figure.get_figheight()
    handles = [
        Patch(fc=look.colour(label), ec=look.INK, label=f"{form.zh} {form.en}")
        for label, form in node_forms().items()
        if label in labels
    ]
    handles += [
        Patch(fc="white", ec=look.INK, ls="--", label="计划、未能 planned, failed"),
        Patch(fc="white", ec=look.INK, hatch="/////", label="遮蔽 masked"),
    ]
    figure.legend(handles=handles, loc="lower left", ncols=6, frameon=False, fontsize=7,
                  bbox_to_anchor=(0.02, 0.32 / height))  # fmt: skip
    axes.text(0.35, height - 0.2, look.source_line(graph), size=8, color="#4a5563")
