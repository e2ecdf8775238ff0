"""What came of events: signed, started, in production, one row an event."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.show import look
from kg.show.asked import Asked, amount, count

_TOP, _ROW, _FOOT, _NAME, _SUM = 1.05, 0.62, 0.95, 2.5, 0.95  # inches
MOST = 24  # events on a sheet of A4
STEPS = (
    ("signed", "签约 signed", "#b9cfe4"),
    ("started", "开工 started", "#7fa8cc"),
    ("in_production", "投产 in production", "#3f73a3"),
)


def event_yield(asked: Asked, region: str | None = None) -> Figure:
    """The answer of `event-yield` as bars; a masked number is a hatched bar without a length."""
    rows = asked.rows("event-yield", region=region)
    shown = rows[:MOST]
    figure, axes = look.sheet(max(_TOP + len(shown) * _ROW + _FOOT, 3.0))
    look.title(
        axes, "节会成效  What came of events", look.left_out(len(rows), MOST, "场活动 events")
    )
    longest = max((row["signed"] for row in shown if isinstance(row["signed"], int)), default=1)
    for number, row in enumerate(shown):
        _draw(axes, _TOP + number * _ROW, row, max(longest, 1))
    if not shown:
        look.nothing(axes, _TOP, "没有读到有签约的活动 no event with signed projects")
    look.foot(figure, axes, asked.graph, _legend())
    return figure


def _draw(axes: Axes, top: float, row: dict[str, Any], longest: int) -> None:
    look.rule(axes, top)
    regions = "、".join(row["region"])
    axes.text(look.LEFT, top + 0.1, look.wrap(row["event"], 18, 2), size=8, va="top",
              color=look.INK, linespacing=1.2)  # fmt: skip
    axes.text(look.LEFT, top + _ROW - 0.06, look.wrap(regions, 24, 1), size=6.5, color=look.SOFT)
    room = look.WIDTH - _NAME - _SUM - 0.35
    for step, (column, _, colour) in enumerate(STEPS):
        value, down = row[column], top + 0.09 + step * 0.165
        known = isinstance(value, int)
        width = room * value / longest if known else 0.5
        bar = Rectangle(
            (look.LEFT + _NAME, down), max(width, 0.012), 0.135, lw=0.5, ec=look.INK,
            fc=colour if known else "white", hatch=None if known else "/////",
        )  # fmt: skip
        axes.add_patch(bar)
        axes.text(look.LEFT + _NAME + width + 0.06, down + 0.115, count(value), size=7,
                  color=look.INK)  # fmt: skip
    axes.text(look.LEFT + look.WIDTH, top + 0.27, amount(row["investment"]), size=8, ha="right",
              color=look.INK)  # fmt: skip


def _legend() -> list[Patch]:
    bars = [Patch(fc=colour, ec=look.INK, lw=0.5, label=words) for _, words, colour in STEPS]
    unknown = Patch(fc="white", ec=look.INK, hatch="/////", label="遮蔽或未说明 masked, unsaid")
    return [*bars, unknown]
