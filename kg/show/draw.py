"""`kg draw`: a view of the graph, or its schema, as SVG, PNG or PDF."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph.form import Graph
from kg.show import look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".svg", ".png", ".pdf")
_DPI = 200
_TALLEST = 16_000  # pixels: above this browsers and viewers give up


def draw_pipeline(graph: Graph, path: Path, region: str | None = None) -> None:
    """The pipeline board of all regions, or of one and what lies in it; a PDF has pages of A4.

    `InputError` for an unknown suffix or region, or where a PNG would be too tall;
    `MissingComponentError` where no Chinese font or no matplotlib is installed (so for all views).
    """
    with _picture(path):
        from kg.show.board_figure import boards

        _save(boards(graph, region=region, paged=path.suffix.lower() == ".pdf"), path)


def draw_entity(graph: Graph, path: Path, name: str) -> str | None:
    """One entity's neighbourhood. Of several of that name the one of which most is said is drawn.

    Then the line that says which one, and how to name the others, is returned. `InputError` where
    the graph names no such entity.
    """
    from kg.why import why

    stories = sorted(why(graph, name), key=lambda story: -len(story.sayings))
    with _picture(path):
        from kg.show.neighbourhood import neighbourhood

        _save([neighbourhood(graph, stories[0].id)], path)
    if len(stories) == 1:
        return None
    drawn, *others = (f"{s.name}（{s.label}，{s.id}）" for s in stories[:6])
    more = f" … 共 {len(stories)} 个" if len(stories) > 6 else ""
    return f"有同名实体，画的是 drawn: {drawn}；其余 others: {'、'.join(others)}{more}"


def draw_schema(path: Path) -> None:
    """The schema: labels and edge types as `ontology/graph.yaml` has them."""
    with _picture(path):
        from kg.show.schema import schema

        _save([schema()], path)


def _picture(path: Path) -> "AbstractContextManager[object]":
    """The settings under which pictures are drawn; the suffix is looked at first."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: 后缀应为 / the suffix must be one of: {' '.join(SUFFIXES)}")
    look.chinese_font()
    from matplotlib import rc_context

    return rc_context(look.rc())


def _save(figures: "Sequence[Figure]", path: Path) -> None:
    kind = path.suffix.lower()
    if kind == ".png":
        _refuse_giant(figures[0], path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == ".pdf":
        from matplotlib.backends.backend_pdf import PdfPages

        with PdfPages(path, metadata={"CreationDate": None}) as pages:
            for figure in figures:
                pages.savefig(figure)
    else:
        stamp = {"Date": None} if kind == ".svg" else None
        figures[0].savefig(path, dpi=_DPI, metadata=stamp)


def _refuse_giant(figure: "Figure", path: Path) -> None:
    pixels = round(figure.get_figheight() * _DPI)
    if pixels > _TALLEST:
        raise InputError(
            f"{path}: 图会有 {pixels} 像素高；请用 --region 选一个地区，或写成 .pdf（分页） / "
            f"the picture would be {pixels} pixels tall; choose a region with --region, "
            "or write a .pdf, which has pages"
        )
