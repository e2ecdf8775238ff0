"""The one look of all pictures: fonts, colours, sizes and the words on them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.errors import MissingComponentError
from kg.graph.form import Graph
from kg.vocabulary import load

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

# Families that hold simplified Chinese, the best first: Linux, Windows, macOS.
FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei", "DengXian", "SimSun",
    "PingFang SC", "Hiragino Sans GB", "Heiti SC", "STHeiti", "Arial Unicode MS",
)  # fmt: skip

A4 = (8.27, 11.69)  # inches
LEFT = 0.35  # inches: the margin
WIDTH = A4[0] - 2 * LEFT
INK = "#1f2933"
SOFT = "#4a5563"
RULE = "#c5cbd3"
DASHED = (0, (4, 2))


@cache
def chinese_font() -> str:
    """The name of an installed font that holds Chinese; else an error that names the package."""
    try:
        from matplotlib import font_manager
    except ModuleNotFoundError as error:
        raise MissingComponentError(
            "画图需要附加组件 pictures：pip install 'county-kg[pictures]' / "
            "pictures need the extra: pip install 'county-kg[pictures]'"
        ) from error
    installed = set(font_manager.get_font_names())
    for name in FONTS:
        if name in installed:
            return name
    raise MissingComponentError(
        "没有找到中文字体，请安装 fonts-noto-cjk 或 fonts-wqy-microhei（Debian/Ubuntu: "
        "apt-get install fonts-noto-cjk；Fedora: google-noto-sans-cjk-fonts） / "
        "no Chinese font is installed; install the package fonts-noto-cjk or fonts-wqy-microhei"
    )


def rc() -> Any:  # noqa: ANN401 – matplotlib types its settings as a literal of names
    """Matplotlib's settings for every picture: Chinese text, outlines in SVG, TrueType in PDF."""
    return {
        "font.family": [chinese_font()],
        "axes.unicode_minus": False,
        "svg.fonttype": "path",
        "svg.hashsalt": "county-kg",  # the same picture twice is the same file
        "pdf.fonttype": 42,
        "hatch.linewidth": 0.6,
    }


def colour(label: str) -> str:
    """The colour of a node label, the same in pictures, pages and Neo4j Browser."""
    return str(load("style.yaml")["labels"][label]["colour"])


def money(value: float) -> str:
    """An amount in CNY as people write it: `53.54亿元`, `850万元`."""
    for size, unit in ((1e8, "亿元"), (1e4, "万元")):
        if abs(value) >= size:
            return f"{value / size:.4g}{unit}"
    return f"{value:.4g}元"


def source_line(graph: Graph) -> str:
    """What the picture rests on: how many reports, of which span of time."""
    reports = [data for _, data in graph.nodes(data=True) if data["label"] == "Document"]
    first = min((str(d["from"])[:7] for d in reports if d.get("from")), default="")
    last = max((str(d["until"])[:7] for d in reports if d.get("until")), default="")
    span = f"，报告期 {first} 至 {last}" if first and last else ""
    return f"来源 source：{len(reports)} 份报告 reports{span} · county-kg"


def sheet(height: float) -> "tuple[Figure, Axes]":
    """An empty sheet of A4 width; its axes count in inches from the upper left corner."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(A4[0], height))
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, A4[0]), ylim=(height, 0))
    axes.axis("off")
    return figure, axes


def foot(figure: "Figure", axes: "Axes", graph: Graph, legend: "list[Patch]") -> None:
    """The legend and the line of sources at the lower edge of a sheet."""
    height = figure.get_figheight()
    figure.legend(
        handles=legend, loc="lower left", ncols=5, frameon=False, fontsize=7.5,
        bbox_to_anchor=(0.02, 0.32 / height),
    )  # fmt: skip
    axes.text(LEFT, height - 0.2, source_line(graph), size=8, color=SOFT)


def title(axes: "Axes", words: str, remark: str) -> None:
    """The title of a sheet, and under it what the reader must know first."""
    axes.text(LEFT, 0.46, words, size=14, color=INK)
    if remark:
        axes.text(LEFT, 0.72, remark, size=8, color=SOFT)


def left_out(number: int, most: int, what: str) -> str:
    """`另有 5 场活动 events 未画`; empty where everything is shown."""
    return f"另有 {number - most} {what} 未画 not shown" if number > most else ""


def rule(axes: "Axes", top: float) -> None:
    """A thin line across the sheet."""
    axes.plot([LEFT, LEFT + WIDTH], [top, top], color=RULE, lw=0.8)


def nothing(axes: "Axes", top: float, words: str) -> None:
    """What stands on a sheet that has nothing to show."""
    axes.text(LEFT, top + 0.25, words, size=9, color=SOFT)


_PIECES = re.compile(r"〔[^〕]*〕|[0-9A-Za-z.\-]+|.", re.DOTALL)
_CLOSING = "、，。；：！？）》」』”’%"


def wrap(text: str, width: float, lines: int) -> str:
    """A text in lines of at most `width` Chinese characters (two Latin ones count as one).

    A Latin word, a number or what stands in 〔〕 stays whole where it fits on a line, and no line
    begins with a closing mark.
    """
    rows, row, used = [], "", 0.0
    for piece in _wrap_pieces(text, width):
        size = _size(piece)
        if used + size > width and piece not in _CLOSING:
            rows.append(row)
            row, used = "", 0.0
        row, used = row + piece, used + size
    rows.append(row)
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = rows[-1][:-1] + "…"
    return "\n".join(rows)


def _wrap_pieces(text: str, width: float) -> Iterator[str]:
    for piece in _PIECES.findall(" ".join(text.split())):
        yield from [piece] if _size(piece) <= width else piece


def _size(piece: str) -> float:
    return sum(0.55 if ord(char) < 0x2000 else 1.0 for char in piece)
