"""One entity's neighbourhood: what is said of it and of others towards it, each with its words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.graph.form import Graph
from kg.show import look
from kg.vocabulary import edge_forms, node_forms

LEFT_OUT = {"MENTIONS", "IN_DOCUMENT", "REPORTS_ON", "OF_INDICATOR", "MAY_BE"}
MOST = 16  # neighbours on one side, so that the sheet is no taller than A4; the rest is counted
_ROW, _BOX, _MIDDLE, _TOP = 0.56, 2.3, 1.45, 0.8  # inches


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other end of one edge: what the edge says, and how firmly.

    `rank` orders the neighbours of one side: what is said before what is derived, figures after
    facts, then by edge type, and stages in the order of their line.
    """

    rank: tuple[bool, bool, int, int, str]
    relation: str
    name: str
    label: str
    quote: str
    tense: str | None
    masked: bool
    derived: bool


def neighbourhood(graph: Graph, node: str) -> Figure:
    """The entity in the middle, what points at it on the left, what it points at on the right."""
    sides = (_neighbours(graph, node, incoming=True), _neighbours(graph, node, incoming=False))
    rows = max(*(min(len(side), MOST + 1) for side in sides), 2)
    figure, axes = look.sheet(_TOP + rows * _ROW + 1.15)
    data = graph.nodes[node]
    form = node_forms()[data["label"]]
    title = look.wrap(f"{data['name']}  {form.zh} {form.en}", 40, 1)
    axes.text(look.LEFT, 0.46, title, size=14, color=look.INK)
    middle = _TOP + rows * _ROW / 2
    _draw_side(axes, sides[0], middle, left=True)
    _draw_side(axes, sides[1], middle, left=False)
    _draw_centre(axes, data, middle)
    labels = {neighbour.label for side in sides for neighbour in side[:MOST]} | {data["label"]}
    look.foot(figure, axes, graph, _legend(labels))
    return figure


def _neighbours(graph: Graph, node: str, *, incoming: bool) -> list[Neighbour]:
    edges = graph.in_edges(node, data=True) if incoming else graph.out_edges(node, data=True)
    found = [
        _neighbour(graph, source if incoming else target, edge)
        for source, target, edge in edges
        if edge["type"] not in LEFT_OUT and source != target
    ]
    return sorted(dict.fromkeys(found), key=lambda neighbour: neighbour.rank)


def _neighbour(graph: Graph, other: str, edge: dict[str, object]) -> Neighbour:
    kind, data = str(edge["type"]), graph.nodes[other]
    form, name, quote = edge_forms()[kind], str(data["name"]), str(edge.get("quote", ""))
    if data["label"] == "Figure":
        name, quote = f"{_indicator(graph, other)} {name}", str(data.get("quote", ""))
    derived, number = bool(edge.get("derived")), list(edge_forms()).index(kind)
    return Neighbour(
        rank=(derived, data["label"] == "Figure", number, int(data.get("order", 99)), name),
        relation=form.zh,
        name=name,
        label=str(data["label"]),
        quote=quote,
        tense=form.status or {"target": "planned", "forecast": "planned"}.get(form.kind or ""),
        masked=bool(data.get("masked")) or data.get("state") == "masked",
        derived=derived,
    )


def _indicator(graph: Graph, figure: str) -> str:
    links = graph.out_edges(figure, data=True)
    return "".join(graph.nodes[i]["name"] for _, i, e in links if e["type"] == "OF_INDICATOR")


def _draw_side(axes: Axes, side: Sequence[Neighbour], middle: float, *, left: bool) -> None:
    shown, rest = side[:MOST], side[MOST:]
    top = middle - (len(shown) + bool(rest)) * _ROW / 2
    x = look.LEFT if left else look.A4[0] - look.LEFT - _BOX
    for number, neighbour in enumerate(shown):
        _draw_neighbour(axes, neighbour, (x, top + number * _ROW), middle, left=left)
    if rest:
        counts = Counter(neighbour.relation for neighbour in rest)
        said = "、".join(f"{relation} {count}" for relation, count in counts.most_common())
        words = look.wrap(f"另有 {len(rest)} 个未画 more: {said}", 23, 3)
        axes.text(x, top + MOST * _ROW + 0.05, words, size=7, va="top", color=look.INK,
                  linespacing=1.25)  # fmt: skip


def _draw_neighbour(
    axes: Axes, neighbour: Neighbour, corner: tuple[float, float], middle: float, *, left: bool
) -> None:
    (x, top), style = corner, _style(neighbour)
    height, centre = _ROW - 0.1, top + (_ROW - 0.1) / 2
    near = x + _BOX if left else x
    far = (look.A4[0] + (-_MIDDLE if left else _MIDDLE)) / 2
    bend = near + (far - near) * 0.8  # beyond the relation's name
    axes.plot([near, bend, far], [centre, centre, middle], ls=style, color="#8a94a3", lw=0.9,
              zorder=0)  # fmt: skip
    axes.add_patch(Rectangle((x, top), _BOX, height, fc="white", ec=look.INK, lw=0.9, ls=style))
    axes.add_patch(
        Rectangle((x, top), 0.1, height, fc=look.colour(neighbour.label), ec=look.INK, lw=0.5,
                  hatch="/////" if neighbour.masked else None)
    )  # fmt: skip
    _draw_words(axes, neighbour, x, top)
    label_x, align = (near + 0.05, "left") if left else (near - 0.05, "right")
    axes.text(label_x, centre - 0.03, neighbour.relation, size=6.6, ha=align, va="bottom",
              color=look.INK)  # fmt: skip


def _draw_words(axes: Axes, neighbour: Neighbour, x: float, top: float) -> None:
    height = _ROW - 0.1
    name, kind = look.wrap(neighbour.name, 18, 2), node_forms()[neighbour.label].zh
    axes.text(x + _BOX - 0.04, top + 0.04, kind, size=5.6, ha="right", va="top", color=look.SOFT)
    if not neighbour.quote:
        axes.text(x + 0.16, top + height / 2, name, size=7, va="center", color=look.INK,
                  linespacing=1.1)  # fmt: skip
        return
    axes.text(x + 0.16, top + 0.04, name, size=7, va="top", color=look.INK, linespacing=1.05)
    lines = 1 if "\n" in name else 2
    axes.text(x + 0.16, top + height - 0.03, look.wrap(neighbour.quote, 26, lines), size=5.6,
              va="bottom", color=look.SOFT, linespacing=1.1)  # fmt: skip


def _style(neighbour: Neighbour) -> object:
    if neighbour.derived:
        return ":"
    return look.DASHED if neighbour.tense in ("planned", "failed") else "-"


def _draw_centre(axes: Axes, data: dict[str, object], middle: float) -> None:
    left = (look.A4[0] - _MIDDLE) / 2
    axes.add_patch(Rectangle((left, middle - 0.45), _MIDDLE, 0.9,
                             fc=look.colour(str(data["label"])), ec=look.INK, lw=1.4))  # fmt: skip
    axes.text(look.A4[0] / 2, middle, look.wrap(str(data["name"]), 11, 4), size=8.5, ha="center",
              va="center", color=look.INK, linespacing=1.25)  # fmt: skip


def _legend(labels: set[str]) -> list[Patch]:
    kinds = [
        Patch(fc=look.colour(label), ec=look.INK, label=f"{form.zh} {form.en}")
        for label, form in node_forms().items()
        if label in labels
    ]
    return [
        *kinds,
        Patch(fc="white", ec=look.INK, ls="--", label="计划、未能 planned, failed"),
        Patch(fc="white", ec=look.INK, ls=":", label="推导 derived"),
        Patch(fc="white", ec=look.INK, hatch="/////", label="遮蔽 masked"),
    ]
