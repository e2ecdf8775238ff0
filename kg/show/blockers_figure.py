"""The ranking of difficulties: how many subjects each holds up, and what investment."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.show import look
from kg.show.asked import Asked, amount
from kg.vocabulary import blockers

_TOP, _ROW, _FOOT, _NAME, _SUM = 1.05, 0.42, 0.95, 1.75, 1.9  # inches


def blocker_ranking(asked: Asked, region: str | None = None) -> Figure:
    """The answer of `top-blockers` as bars, the most subjects first."""
    rows = asked.rows("top-blockers", region=region)
    figure, axes = look.sheet(max(_TOP + len(rows) * _ROW + _FOOT, 3.0))
    look.title(axes, "堵点排行  Ranking of difficulties", "")
    most = max((row["subjects"] for row in rows), default=1)
    for number, row in enumerate(rows):
        _draw(axes, _TOP + number * _ROW, row, most)
    if not rows:
        look.nothing(axes, _TOP, "没有读到困难 no difficulty is said")
    colour = look.colour("Blocker")
    legend = [Patch(fc=colour, ec=look.INK, lw=0.5, label="受阻对象数 subjects held up")]
    look.foot(figure, axes, asked.graph, legend)
    return figure


def _draw(axes: Axes, top: float, row: dict[str, Any], most: int) -> None:
    look.rule(axes, top)
    concept = blockers()[row["category"]]
    axes.text(look.LEFT, top + 0.17, concept.zh, size=8.5, color=look.INK)
    axes.text(look.LEFT, top + 0.33, look.wrap(concept.en, 18, 1), size=6.5, color=look.SOFT)
    room = look.WIDTH - _NAME - _SUM - 0.3
    width = room * row["subjects"] / most
    axes.add_patch(Rectangle((look.LEFT + _NAME, top + 0.1), width, 0.22, lw=0.5, ec=look.INK,
                             fc=look.colour("Blocker")))  # fmt: skip
    axes.text(look.LEFT + _NAME + width + 0.07, top + 0.26, str(row["subjects"]), size=8,
              color=look.INK)  # fmt: skip
    right = look.LEFT + look.WIDTH
    said = f"投资 {amount(row['investment'])} · {len(row['regions'])} 个地区"
    axes.text(right, top + 0.26, said, size=7, ha="right", color=look.SOFT)
