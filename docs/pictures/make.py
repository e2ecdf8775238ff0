"""Make the four pictures of the README anew: `.venv/bin/python docs/pictures/make.py`.

Needs the extra `pictures`, the group `browser`, a Chinese font and Chromium. The graph is the one
that extraction makes of the seeds.
"""

import html
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright
from rich.cells import cell_len

import kg
from kg.graph.form import Graph
from kg.rooms import room
from kg.show.board import rows
from kg.show.exchange import export

HERE = Path(__file__).parent
ASK = ("ask", "signed-never-started", "--limit", "2", "--evidence")
COLUMNS, LINES = 80, 27  # of the terminal
CELL = (8.5, 19)  # pixels
BYTES = 250_000


def main() -> None:
    """Build the graph, draw two pictures, photograph two."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        work = Path(folder)
        seeds = sorted(room("seeds").glob("*.txt"))
        built = kg.build(seeds, work / "graph")
        graph = built.networkx()
        built.draw("schema").save(work / "schema.png")
        built.draw("pipeline", region=fullest(graph)).save(work / "board.png")
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 820}, device_scale_factor=1.5)
        export(graph, work / "graph.html")
        page.goto((work / "graph.html").as_uri())
        page.evaluate("id => kgPage.show(id)", most_joined(graph))
        keep(page.screenshot, "page")
        photograph_answer(page, work)
        browser.close()
        for name in ("schema", "board"):
            keep((work / f"{name}.png").read_bytes, name)


def fullest(graph: Graph) -> str:
    """The region whose projects stand in the most columns of the board."""
    most = max(rows(graph), key=lambda row: (sum(map(bool, row.cells)), sum(map(len, row.cells))))
    return most.region


def most_joined(graph: Graph) -> str:
    """The firm, park or chain that is joined to the most things that are no region."""
    found = [n for n, d in graph.nodes(data=True) if d["label"] in ("Company", "Park", "Chain")]
    return max(sorted(found), key=lambda node: len(set(graph.predecessors(node))))


def photograph_answer(page: Page, work: Path) -> None:
    """The answer as a terminal shows it, cut after `LINES`."""
    command = [str(Path(sys.executable).parent / "kg"), *ASK, "-g", str(work / "graph")]
    told = subprocess.run(  # noqa: S603 – our own command
        command, check=True, capture_output=True, encoding="utf-8",
        env=os.environ | {"COLUMNS": str(COLUMNS)},
    ).stdout  # fmt: skip
    lines = [f"$ kg {' '.join(ASK)}", *told.splitlines()][:LINES]
    page.set_content(
        "<style>body{margin:0} div{position:relative;background:#1f2933;color:#eef1f4;"
        f"width:{COLUMNS * CELL[0] + 40}px;height:{len(lines) * CELL[1] + 36}px;"
        f"line-height:{CELL[1]}px;"
        "font-family:'Noto Sans Mono CJK SC','WenQuanYi Micro Hei Mono',monospace}"
        "i{position:absolute;font-style:normal;white-space:pre}</style><div>"
        + "".join(grid(lines))
        + "</div>"
    )
    keep(page.locator("div").screenshot, "answer")


def grid(lines: list[str]) -> list[str]:
    """Every character in its own cell: Chinese is two cells wide whatever the font."""
    cells = []
    for row, line in enumerate(lines):
        column = 0
        for char in line:
            left, top, wide = 20 + column * CELL[0], 18 + row * CELL[1], cell_len(char)
            size = 16.5 if wide > 1 else 14.5
            cells.append(
                f"<i style='left:{left}px;top:{top}px;font-size:{size}px'>{html.escape(char)}</i>"
            )
            column += wide
    return cells


def keep(picture: Callable[[], bytes], name: str) -> None:
    """Save with few colours, as small as the README allows."""
    with Image.open(io.BytesIO(picture())) as image:
        small = image.convert("RGB").quantize(
            256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
        )
    small.save(HERE / f"{name}.png", optimize=True)
    size = (HERE / f"{name}.png").stat().st_size
    print(f"{name}.png {size // 1000} kB")
    if size > BYTES:
        sys.exit(f"{name}.png is larger than {BYTES} bytes")


if __name__ == "__main__":
    main()
