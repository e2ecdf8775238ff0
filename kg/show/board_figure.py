"""The pipeline board drawn: on one tall sheet, or on pages of A4."""

from collections.abc import Iterable, Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.graph.form import Graph
from kg.show import look
from kg.show.board import COLUMNS, Chip, Row, rows

_TOP, _HEAD, _FOOT = 0.65, 0.42, 0.95  # inches: title, head of the columns, legend and source
_LABEL, _GAP, _PAD = 0.95, 0.06, 0.18
_LINE, _NOTE = 0.118, 0.1  # heights of a line of a name, of a note
_FEWEST = 3  # chips below which a row rather begins on the next page
_REACHED, _ENDED = "#dbe9f4", "#b4bac3"  # apart in grey too


def boards(graph: Graph, *, region: str | None = None, paged: bool = False) -> list[Figure]:
    """The board as figures of A4 width: one as tall as it must be, or pages of A4.

    What is reached is solid, what is only planned dashed, what is masked hatched.
    """
    found = rows(graph, region)
    shown = [i for i in range(len(COLUMNS)) if i < 4 or any(row.cells[i] for row in found)]
    width = (look.WIDTH - _LABEL) / len(shown)
    room = look.A4[1] - _TOP - _HEAD - _FOOT if paged else float("inf")
    pages = _pages(found, room, width)
    return [
        _Sheet(shown, width).draw(graph, part, paged=paged, number=f"{n}/{len(pages)}")
        for n, part in enumerate(pages, 1)
    ]


def _pages(found: Iterable[Row], room: float, width: float) -> list[list[Row]]:
    """Rows packed into pages of `room` inches; a row taller than a page goes on on the next."""
    pages: list[list[Row]] = [[]]
    used = 0.0
    for row in found:
        rest = row
        while any(rest.cells):
            fits = [_fitting(chips, room - used - _PAD, width) for chips in rest.cells]
            if used and max(fits) < min(_FEWEST, max(map(len, rest.cells))):
                pages.append([])
                used = 0.0
                continue
            part = Row(rest.region, tuple(c[:n] for c, n in zip(rest.cells, fits, strict=True)))
            pages[-1].append(part)
            used += _row_height(part, width)
            rest = Row(
                f"{row.region}〔续〕", tuple(c[n:] for c, n in zip(rest.cells, fits, strict=True))
            )
    return pages


def _fitting(chips: Sequence[Chip], room: float, width: float) -> int:
    """How many of the chips fit below each other into `room` inches."""
    for count, chip in enumerate(chips):
        room -= _chip_height(chip, width) + _GAP
        if room < 0:
            return count
    return len(chips)


def _row_height(row: Row, width: float) -> float:
    heights = [sum(_chip_height(chip, width) + _GAP for chip in chips) for chips in row.cells]
    return max(heights) + _PAD


def _chip_height(chip: Chip, width: float) -> float:
    lines = _name(chip, width).count("\n") + 1
    return 0.13 + lines * _LINE + (_NOTE if chip.note else 0)


def _name(chip: Chip, width: float) -> str:
    return look.wrap(chip.name, (width - 0.3) / 0.1, 2)


class _Sheet:
    """One page: the columns that it shows, and how wide they are."""

    def __init__(self, shown: Sequence[int], width: float) -> None:
        self.shown = shown
        self.width = width

    def draw(self, graph: Graph, part: Sequence[Row], *, paged: bool, number: str) -> Figure:
        heights = [_row_height(row, self.width) for row in part]
        tall = max(_TOP + _HEAD + sum(heights) + _FOOT, 3.0)
        figure, axes = look.sheet(look.A4[1] if paged else tall)
        page = "" if number == "1/1" else number
        axes.text(look.LEFT, 0.46, f"项目进度板  Project pipeline  {page}", size=14,
                  color=look.INK)  # fmt: skip
        self._draw_head(axes)
        top = _TOP + _HEAD
        for row, height in zip(part, heights, strict=True):
            self._draw_row(axes, top, row)
            top += height
        if part:
            look.rule(axes, top)
        else:
            look.nothing(axes, top, "没有读到有阶段的项目 no project with a stage")
        look.foot(figure, axes, graph, _legend())
        return figure

    def _draw_head(self, axes: Axes) -> None:
        for place, column in enumerate(self.shown):
            left = look.LEFT + _LABEL + place * self.width
            box = Rectangle((left + 0.03, _TOP), self.width - 0.06, _HEAD - 0.06, fc=look.INK)
            axes.add_patch(box)
            axes.text(left + self.width / 2, _TOP + _HEAD / 2 - 0.03, COLUMNS[column][0],
                      color="white", size=8.5, ha="center", va="center")  # fmt: skip

    def _draw_row(self, axes: Axes, top: float, row: Row) -> None:
        look.rule(axes, top)
        axes.text(look.LEFT, top + 0.14, look.wrap(row.region, 8, 5), size=8, va="top",
                  color=look.INK, linespacing=1.3)  # fmt: skip
        for place, column in enumerate(self.shown):
            down = top + 0.1
            for chip in row.cells[column]:
                self._draw_chip(axes, look.LEFT + _LABEL + place * self.width + 0.04, down, chip)
                down += _chip_height(chip, self.width) + _GAP

    def _draw_chip(self, axes: Axes, left: float, top: float, chip: Chip) -> None:
        width, height = self.width - 0.08, _chip_height(chip, self.width)
        face = "white" if chip.planned else _ENDED if chip.ended else _REACHED
        axes.add_patch(
            Rectangle((left, top), width, height, fc=face, ec=look.INK, lw=0.9,
                      ls=look.DASHED if chip.planned else "-")
        )  # fmt: skip
        if chip.masked:
            axes.add_patch(
                Rectangle((left, top), 0.11, height, fc="white", ec=look.INK, lw=0.5, hatch="/////")
            )
        axes.text(left + 0.16, top + 0.07, _name(chip, self.width), size=7, va="top",
                  color=look.INK, linespacing=1.1)  # fmt: skip
        axes.text(left + width - 0.05, top + height - 0.05, chip.note, size=6, ha="right",
                  va="baseline", color=look.SOFT)  # fmt: skip


def _legend() -> list[Patch]:
    return [
        Patch(fc=_REACHED, ec=look.INK, label="已达到 reached"),
        Patch(fc="white", ec=look.INK, ls="--", label="仅计划 planned only"),
        Patch(fc="white", ec=look.INK, hatch="/////", label="名称或投资额被遮蔽 masked"),
        Patch(fc=_ENDED, ec=look.INK, label="停滞、终止 stalled or ended"),
    ]
