"""`kg draw`: a view of the graph as SVG, PNG or PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.graph.form import Graph
from kg.show import look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

VIEWS = ("pipeline", "entity")
SUFFIXES = (".svg", ".png", ".pdf")


def draw(graph: Graph, view: str, path: Path, *, name: str | None = None) -> None:
    """Draw one view into a file; the suffix decides the format.

    `InputError` for an unknown view or suffix, or where the graph names no such entity;
    `MissingComponentError` where no Chinese font or no matplotlib is installed.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: 后缀应为 / the suffix must be one of: {' '.join(SUFFIXES)}")
    look.chinese_font()
    from matplotlib import rc_context

    with rc_context(look.rc()):
        figures = _figures(graph, view, name, page=path.suffix.lower() == ".pdf")
        path.parent.mkdir(parents=True, exist_ok=True)
        _save(figures, path)


def _save(figures: "list[Figure]", path: Path) -> None:
    from matplotlib.backends.backend_pdf import PdfPages

    if path.suffix.lower() != ".pdf":
        stamp = {"Date": None} if path.suffix.lower() == ".svg" else None
        figures[0].savefig(path, dpi=200, metadata=stamp)
        return
    with PdfPages(path, metadata={"CreationDate": None}) as pages:
        for figure in figures:
            pages.savefig(figure)


def _figures(graph: Graph, view: str, name: str | None, *, page: bool) -> "list[Figure]":
    if view == "pipeline":
        from kg.show.board import boards

        return boards(graph, look.A4[1] if page else None)
    if view == "entity":
        from kg.show.neighbourhood import neighbourhood
        from kg.why import why

        if name is None:
            raise InputError("draw entity: 请给出实体名称 / name an entity")
        fullest = max(why(graph, name), key=lambda story: len(story.sayings))
        return [neighbourhood(graph, fullest.id)]
    raise InputError(f"{view}: 没有这种视图 / no such view; {', '.join(VIEWS)}")
