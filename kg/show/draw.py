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
        figure = _figure(graph, view, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        stamp = {".svg": {"Date": None}, ".pdf": {"CreationDate": None}}
        figure.savefig(path, dpi=200, metadata=stamp.get(path.suffix.lower()))


def _figure(graph: Graph, view: str, name: str | None) -> "Figure":
    if view == "pipeline":
        from kg.show.board import board

        return board(graph)
    if view == "entity":
        from kg.show.neighbourhood import neighbourhood
        from kg.why import why

        if name is None:
            raise InputError("draw entity: 请给出实体名称 / name an entity")
        return neighbourhood(graph, why(graph, name)[0].id)
    raise InputError(f"{view}: 没有这种视图 / no such view; {', '.join(VIEWS)}")
