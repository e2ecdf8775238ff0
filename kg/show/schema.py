"""The schema picture: which things the graph holds, and which edges run between which of them.

Drawn from `ontology/graph.yaml` alone. Edge types that join few labels are arrows between boxes;
those that join many would make a hairball, so each stands on a line of its own below.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import product

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

from kg.show import look
from kg.vocabulary import EdgeForm, edge_forms, node_forms

# Label → middle of its box in inches; what has no place here stands in the lines below.
_PLACES = {
    "Park": (1.3, 1.0), "Project": (4.13, 1.0), "Event": (6.97, 1.0),
    "Chain": (1.3, 2.6), "Company": (4.13, 2.6), "Organization": (6.97, 2.6),
    "Region": (4.13, 4.25), "Policy": (6.97, 4.25),
}  # fmt: skip
_BENDS = {
    frozenset(("Park", "Organization")): -0.1,
    frozenset(("Event", "Region")): 0.08,
}
_AT = {  # where on its arrow a text stands, from the source; arrows that cross step aside
    ("Project", "Chain"): 0.72, ("Park", "Company"): 0.68, ("Project", "Organization"): 0.3,
    ("Company", "Event"): 0.7, ("Region", "Event"): 0.34, ("Park", "Organization"): 0.72,
}  # fmt: skip
_MOST = 4  # sources of an edge type drawn as arrows
_BOX = (1.36, 0.5)
_PILL = (0.62, 0.19)
_LINES = 5.05  # inches: where the lines begin
_LINE = 0.26
_LOOP = 0.14
_ENDS = 3.1  # inches from the left margin: where the ends of a line begin


def schema() -> Figure:
    """The schema on one sheet of A4 width."""
    arrows, lines = _parts()
    figure, axes = look.sheet(_LINES + len(lines) * _LINE + 0.65)
    axes.text(look.LEFT, 0.46, "图的形状  The form of the graph", size=14, color=look.INK)
    for (source, target), forms in arrows.items():
        if source != target:
            _draw_arrow(axes, source, target, forms)
    for label in _PLACES:
        _draw_box(axes, label, _loops(label))
    for number, forms in enumerate(lines):
        _draw_line(axes, _LINES + number * _LINE, forms)
    axes.text(
        look.LEFT, figure.get_figheight() - 0.22,
        "一条边是成立的事实；计划的、未能的另有边类型 PLANNED_…、FAILED_…   "
        "an edge is a fact that holds; plans and failures have edge types of their own",
        size=7, color=look.SOFT,
    )  # fmt: skip
    return figure


Arrows = dict[tuple[str, str], list[EdgeForm]]


@cache
def _parts() -> tuple[Arrows, list[list[EdgeForm]]]:
    """The edge types drawn as arrows, by pair of labels; and the lines, by equal ends."""
    arrows: defaultdict[tuple[str, str], list[EdgeForm]] = defaultdict(list)
    lines: defaultdict[tuple[tuple[str, ...], tuple[str, ...]], list[EdgeForm]] = defaultdict(list)
    for form in edge_forms().values():
        if form.type.startswith(("PLANNED_", "FAILED_")):
            continue
        placed = all(label in _PLACES for label in (*form.sources, *form.targets))
        if placed and len(form.sources) <= _MOST and not (form.same_ends or form.loop):
            for pair in _pairs(form):
                arrows[pair].append(form)
        else:
            lines[form.sources, form.targets].append(form)
    return dict(arrows), [*lines.values()]


def _loops(label: str) -> list[EdgeForm]:
    return _parts()[0].get((label, label), [])


def _pairs(form: EdgeForm) -> list[tuple[str, str]]:
    pairs = product(form.sources, form.targets)
    return [(a, b) for a, b in pairs if not form.symmetric or a <= b]


def _draw_box(axes: Axes, label: str, loops: Sequence[EdgeForm]) -> None:
    """A box with its names, and the edge types that join two of its own kind."""
    (x, y), (width, height) = _PLACES[label], _BOX
    form = node_forms()[label]
    tall = height + _LOOP * len(loops)
    axes.add_patch(
        FancyBboxPatch((x - width / 2, y - height / 2), width, tall, fc=look.colour(label),
                       ec=look.INK, lw=1.1, boxstyle="round,pad=0,rounding_size=0.07")
    )  # fmt: skip
    axes.text(x, y - 0.08, form.zh, size=11, ha="center", va="center", color=look.INK)
    axes.text(x, y + 0.12, form.en, size=7, ha="center", va="center", color=look.INK)
    for number, loop in enumerate(loops):
        axes.text(x, y + height / 2 + _LOOP * (number + 0.3), f"↺ {loop.zh} {loop.en}", size=6,
                  ha="center", va="center", color=look.INK)  # fmt: skip


def _draw_arrow(axes: Axes, source: str, target: str, forms: Sequence[EdgeForm]) -> None:
    bend = _BENDS.get(frozenset((source, target)), 0.0)
    style = "<|-|>" if all(form.symmetric for form in forms) else "-|>"
    start, end = _rim(source, target), _rim(target, source)
    axes.add_patch(
        FancyArrowPatch(start, end, arrowstyle=style, mutation_scale=9, lw=0.9, color=look.SOFT,
                        connectionstyle=f"arc3,rad={bend}", shrinkA=1, shrinkB=1, zorder=0)
    )  # fmt: skip
    part = _AT.get((source, target), 0.5)
    x = start[0] + (end[0] - start[0]) * part - bend * (end[1] - start[1]) * 0.9
    y = start[1] + (end[1] - start[1]) * part + bend * (end[0] - start[0]) * 0.5
    axes.text(x, y, "\n".join(f"{form.zh} {form.en}" for form in forms), size=6.2, ha="center",
              va="center", color=look.INK, linespacing=1.25, bbox=_BACK)  # fmt: skip


_BACK = {"fc": "white", "ec": "none", "pad": 1.2}


def _rim(here: str, other: str) -> tuple[float, float]:
    """Where the straight line between two boxes leaves the first."""
    (x, y), (to_x, to_y) = _PLACES[here], _PLACES[other]
    wide, tall = abs(to_x - x) / (_BOX[0] / 2), abs(to_y - y) / (_BOX[1] / 2)
    part = 1 / max(wide, tall)
    down = _LOOP * len(_loops(here)) if to_y > y and tall > wide else 0.0
    return x + (to_x - x) * part, y + (to_y - y) * part + down


def _draw_line(axes: Axes, top: float, forms: Sequence[EdgeForm]) -> None:
    """One line: sources, the edge types that join the same ends, targets."""
    form = forms[0]
    zh, en = "、".join(f.zh for f in forms), ", ".join(f.en for f in forms)
    middle = top + _PILL[1] / 2
    axes.text(look.LEFT, middle, zh, size=7, va="center", color=look.INK)
    axes.text(look.LEFT + 1.72, middle, en, size=5.8, va="center", color=look.SOFT)
    itself = form.same_ends or form.loop
    count = len(form.sources) + (2 if itself else len(form.targets))
    width = min(_PILL[0], (look.WIDTH - _ENDS - 0.3) / count)
    x = _draw_pills(axes, (look.LEFT + _ENDS, top), width, form.sources)
    axes.annotate("", (x + 0.26, middle), (x + 0.02, middle),
                  arrowprops={"arrowstyle": "-|>", "color": look.SOFT, "lw": 0.9})  # fmt: skip
    if itself:
        words = "自身 itself" if form.loop else "同类 the same type"
        axes.text(x + 0.32, middle, words, size=6.5, va="center", color=look.INK)
    else:
        _draw_pills(axes, (x + 0.3, top), width, form.targets)


def _draw_pills(
    axes: Axes, place: tuple[float, float], width: float, labels: Sequence[str]
) -> float:
    x, top = place
    for label in labels:
        axes.add_patch(
            FancyBboxPatch((x, top), width - 0.03, _PILL[1], fc=look.colour(label), ec=look.INK,
                           lw=0.5, boxstyle="round,pad=0,rounding_size=0.05")
        )  # fmt: skip
        axes.text(x + (width - 0.03) / 2, top + _PILL[1] / 2, node_forms()[label].zh, size=6,
                  ha="center", va="center", color=look.INK)  # fmt: skip
        x += width
    return x
