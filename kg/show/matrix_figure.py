"""Regions × chains: who works on which industry, and what each declares its own."""

from collections import defaultdict
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.show import look
from kg.show.asked import Asked

_TOP, _HEAD, _ROW, _FOOT, _NAME = 0.95, 0.85, 0.3, 0.95, 1.75  # inches
REGIONS, CHAINS = 12, 60  # as many as stay readable
_SHADES = ((8, "#3f73a3"), (4, "#7fa8cc"), (2, "#b9cfe4"), (1, "#e1ebf4"))
_UNSAID = "地区未述"


def region_chains(asked: Asked, region: str | None = None) -> Figure:
    """The answer of `chain-coverage` as a table; shade and number say how many projects and firms.

    A thick frame is a declared leading industry, a dashed one a planned one. An empty cell is no
    record.
    """
    cells = _cells(asked.rows("chain-coverage", region=region))
    regions = _largest({place for place, _ in cells}, cells, 0, REGIONS)
    chains = _largest({chain for _, chain in cells}, cells, 1, CHAINS)
    figure, axes = look.sheet(max(_TOP + _HEAD + len(chains) * _ROW + _FOOT, 3.0))
    left_out = [
        look.left_out(len({place for place, _ in cells}), REGIONS, "个地区 regions"),
        look.left_out(len({chain for _, chain in cells}), CHAINS, "条链 chains"),
    ]
    look.title(axes, "地区 × 产业链  Regions and chains", "；".join(filter(None, left_out)))
    width = (look.WIDTH - _NAME) / max(len(regions), 1)
    for column, place in enumerate(regions):
        axes.text(look.LEFT + _NAME + (column + 0.5) * width, _TOP + _HEAD - 0.08,
                  look.wrap(place, max(width / 0.1, 3), 4), size=7, ha="center", va="bottom",
                  color=look.INK, linespacing=1.2)  # fmt: skip
    for line, chain in enumerate(chains):
        top = _TOP + _HEAD + line * _ROW
        look.rule(axes, top)
        axes.text(look.LEFT, top + 0.2, look.wrap(chain, 16, 1), size=8, color=look.INK)
        for column, place in enumerate(regions):
            if row := cells.get((place, chain)):
                _draw(axes, look.LEFT + _NAME + column * width, top, width, row)
    if not cells:
        look.nothing(axes, _TOP, "没有读到产业链 no chain is said")
    look.foot(figure, axes, asked.graph, _legend())
    return figure


def _cells(rows: list[dict[str, Any]]) -> dict[tuple[str, str], dict[str, Any]]:
    return {("、".join(row["region"]) or _UNSAID, row["chain"]): row for row in rows}


def _size(row: dict[str, Any]) -> int:
    return int(row["companies"]) + int(row["projects"])


def _largest(
    names: set[str], cells: dict[tuple[str, str], dict[str, Any]], end: int, most: int
) -> list[str]:
    """The names with the most firms and projects, those alike by name."""
    total: defaultdict[str, int] = defaultdict(int)
    for key, row in cells.items():
        total[key[end]] += _size(row)
    return sorted(names, key=lambda name: (-total[name], name))[:most]


def _draw(axes: Axes, left: float, top: float, width: float, row: dict[str, Any]) -> None:
    size = _size(row)
    shade = next((colour for least, colour in _SHADES if size >= least), "white")
    declared, planned = row["focus"] == "declared", row["focus"] == "planned"
    if size or declared or planned:
        axes.add_patch(
            Rectangle((left + 0.03, top + 0.03), width - 0.06, _ROW - 0.06, fc=shade,
                      ec=look.INK if declared or planned else look.RULE,
                      lw=1.4 if declared or planned else 0.5, ls=look.DASHED if planned else "-")
        )  # fmt: skip
    text = f"{row['projects']}项 {row['companies']}企" if size else ""
    if not (text or declared or planned):
        text = "只提到 named"
    axes.text(left + width / 2, top + 0.195, text, size=min(7, width / 0.085), ha="center",
              color="white" if shade == _SHADES[0][1] else look.INK)  # fmt: skip


def _legend() -> list[Patch]:
    return [
        Patch(fc=_SHADES[1][1], ec=look.RULE, label="项目、企业数 projects and firms"),
        Patch(fc="white", ec=look.INK, lw=1.4, label="主导产业 declared"),
        Patch(fc="white", ec=look.INK, lw=1.4, ls="--", label="计划发展 planned"),
        Patch(fc="none", ec="none", label="空白：没有记录 blank: no record"),
    ]
