"""The one look of all pictures: fonts, colours, sizes and the words on them."""

from functools import cache
from typing import Any

from kg.errors import MissingComponentError
from kg.graph.form import Graph
from kg.vocabulary import load

# Families that hold simplified Chinese, the best first: Linux, Windows, macOS.
FONTS = (
    "Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans SC", "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei", "DengXian", "SimSun",
    "PingFang SC", "Hiragino Sans GB", "Heiti SC", "STHeiti", "Arial Unicode MS",
)  # fmt: skip

A4 = (8.27, 11.69)  # inches
INK = "#1f2933"
PALE = "#f4f5f7"
RULE = "#c5cbd3"


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


def wrap(text: str, width: int, lines: int) -> str:
    """A text in lines of at most `width` Chinese characters (two Latin ones count as one)."""
    rows, row, used = [], "", 0.0
    for char in text:
        size = 0.55 if ord(char) < 0x2E80 else 1.0
        if used + size > width:
            rows.append(row)
            row, used = "", 0.0
        row, used = row + char, used + size
    rows.append(row)
    if len(rows) > lines:
        rows = rows[:lines]
        rows[-1] = rows[-1][:-1] + "…"
    return "\n".join(rows)
