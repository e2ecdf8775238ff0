"""The map of one industry chain: its links from upstream to downstream, and who is in each."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from kg.errors import InputError
from kg.show import look
from kg.show.asked import Asked

_TOP, _HEAD, _FOOT, _GAP, _LINE = 0.95, 0.36, 0.95, 0.1, 0.135  # inches
_COLUMNS = (("upstream", "上游 upstream"), ("midstream", "中游 midstream"),
            ("downstream", "下游 downstream"))  # fmt: skip
_UNPLACED = "环节未知 link not known"
MOST = 14  # names in one link
KINDS = (("companies", "Company", "企"), ("projects", "Project", "项"), ("parks", "Park", "园"))


def chain_map(asked: Asked, chain: str, region: str | None = None) -> Figure:
    """The answer of `chain-map`; anchor firms with a star, a link without record hatched.

    `InputError` where the graph says nothing of such a chain.
    """
    rows = asked.rows("chain-map", chain=chain, region=region)
    if not rows:
        known = sorted({row["chain"] for row in asked.rows("chain-coverage", region=region)})
        raise InputError(
            f"{chain}: 图中没有这条产业链 / the graph knows no such chain; "
            f"有 known: {'、'.join(known)}"
        )
    anchors = {row["company"] for row in asked.rows("anchor-firms", chain=chain)}
    placed = [[r for r in rows if r["position"] == code] for code, _ in _COLUMNS]
    other = [row for row in rows if not row["segment"]]
    heights = [sum(_height(row) + _GAP for row in column) for column in placed]
    wide = [_height(row, wide=True) + 0.55 for row in other]
    tall = _TOP + _HEAD + max(heights) + sum(wide) + _FOOT
    figure, axes = look.sheet(max(tall, 3.0))
    look.title(axes, f"产业链图谱  {chain}  Chain map", region or "")
    width = look.WIDTH / len(_COLUMNS)
    for number, ((_, words), column) in enumerate(zip(_COLUMNS, placed, strict=True)):
        left = look.LEFT + number * width
        _head(axes, left, _TOP, width, words)
        top = _TOP + _HEAD
        for row in column:
            _draw(axes, (left + 0.04, top, width - 0.08), row, anchors)
            top += _height(row) + _GAP
    top = _TOP + _HEAD + max(heights) + 0.1
    for row in other:
        _head(axes, look.LEFT, top, look.WIDTH, _UNPLACED)
        _draw(axes, (look.LEFT + 0.04, top + _HEAD, look.WIDTH - 0.08), row, anchors)
    look.foot(figure, axes, asked.graph, _legend())
    return figure


def _members(row: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, label) for column, label, _ in KINDS for name in row[column]]


def _height(row: dict[str, Any], *, wide: bool = False) -> float:
    lines = min(len(_members(row)), MOST) + (len(_members(row)) > MOST) or 1
    return 0.3 + (-(-lines // 3) if wide else lines) * _LINE * 1.35


def _head(axes: Axes, left: float, top: float, width: float, words: str) -> None:
    axes.add_patch(Rectangle((left + 0.03, top), width - 0.06, _HEAD - 0.08, fc=look.INK))
    axes.text(left + width / 2, top + (_HEAD - 0.08) / 2, words, size=8.5, color="white",
              ha="center", va="center")  # fmt: skip


def _draw(
    axes: Axes, place: tuple[float, float, float], row: dict[str, Any], anchors: set[str]
) -> None:
    left, top, width = place
    found = _members(row)
    wide = not row["segment"]
    axes.add_patch(Rectangle((left, top), width, _height(row, wide=wide), lw=0.9, ec=look.INK,
                             fc="white", hatch=None if found else "////",
                             ls="-" if found else look.DASHED))  # fmt: skip
    name = "、".join(row["segment"])
    if name:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.5}
        axes.text(left + 0.08, top + 0.18, look.wrap(name, width / 0.12, 1), size=8.5,
                  color=look.INK, bbox=box)  # fmt: skip
    down = top + 0.18 + (_LINE * 1.35 if name else 0)
    if not found:
        box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
        axes.text(left + 0.08, down, "没有记录 no record", size=7, color=look.SOFT, bbox=box)
    columns = 3 if wide else 1
    for number, (said, label) in enumerate(found[:MOST]):
        x = left + 0.08 + (number % columns) * width / columns
        y = down + number // columns * _LINE * 1.35
        axes.add_patch(
            Rectangle((x, y - 0.09), 0.09, 0.09, fc=look.colour(label), ec=look.INK, lw=0.4)
        )
        star = "★" if said in anchors else ""
        axes.text(x + 0.14, y, look.wrap(star + said, width / columns / 0.105, 1), size=7,
                  color=look.INK)  # fmt: skip
    if len(found) > MOST:
        y = down + -(-MOST // columns) * _LINE * 1.35
        axes.text(left + 0.08, y, f"… 另有 {len(found) - MOST} and more", size=6.5, color=look.SOFT)


def _legend() -> list[Patch]:
    names = {
        "Company": "企业 firm（★ 链主、龙头 anchor）",
        "Project": "项目 project",
        "Park": "园区 park",
    }
    kinds = [Patch(fc=look.colour(k), ec=look.INK, lw=0.5, label=names[k]) for _, k, _ in KINDS]
    return [*kinds, Patch(fc="white", ec=look.INK, hatch="////", ls="--",
                          label="没有记录：补链方向 no record: a gap to ask about")]  # fmt: skip
