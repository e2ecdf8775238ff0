"""`kg draw` and `g.draw`: a view of the graph as a picture, for a file or a notebook."""

import io
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.show import look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from kg.show.asked import Asked

SUFFIXES = (".svg", ".png", ".pdf")
NAMED = ("entity", "chain")  # views of one thing, which must be named
VIEWS = ("pipeline", "chain", "events", "matrix", "blockers", "entity", "schema")
_DPI = 200
_SCREEN = 110  # of a picture in a notebook or document
_TALLEST = 16_000  # pixels: above this browsers and viewers give up


@dataclass(frozen=True, slots=True)
class Picture:
    """A view, drawn when it is saved or shown. `remark` says what the reader must know of it."""

    figures: "Callable[[bool], Sequence[Figure]]"  # given whether it will have pages of A4
    remark: str | None = None

    def save(self, path: str | Path) -> None:
        """Write the picture; the suffix decides: .svg, .png or .pdf (with pages).

        `InputError` for an unknown suffix, or where a PNG would be too tall.
        """
        path = Path(path)
        kind = checked(path)
        with settings():
            figures = self.figures(kind == ".pdf")
            if kind == ".png":
                _refuse_giant(figures[0], path)
            path.parent.mkdir(parents=True, exist_ok=True)
            if kind == ".pdf":
                _save_pages(figures, path)
            else:
                stamp = {"Date": None} if kind == ".svg" else None
                figures[0].savefig(path, dpi=_DPI, metadata=stamp)

    def _repr_png_(self) -> bytes:
        """The picture in a notebook."""
        return self.png()

    def png(self) -> bytes:
        """The picture as a PNG for the screen or a document."""
        out = io.BytesIO()
        with settings():
            self.figures(False)[0].savefig(out, format="png", dpi=_SCREEN)
        return out.getvalue()


def draw(asked: "Asked", view: str, name: str | None = None, region: str | None = None) -> Picture:
    """One of `VIEWS`; `entity` and `chain` need a name.

    `InputError` for an unknown view, name or region; `MissingComponentError` where no Chinese font
    or no matplotlib is installed.
    """
    if view not in VIEWS:
        raise InputError(f"{view}: 没有这种图 / no such view; 有 known: {' '.join(VIEWS)}")
    if view in NAMED and name is None:
        raise InputError(f"请给出名称 / name what to draw: kg draw {view} 名称 -o x.svg")
    look.chinese_font()
    if view == "schema":
        return schema_picture()
    if view == "entity":
        return _entity(asked, str(name))
    return Picture(_makers(asked, str(name), region)[view])


def _makers(
    asked: "Asked", name: str, region: str | None
) -> "dict[str, Callable[[bool], Sequence[Figure]]]":
    from kg.show.blockers_figure import blocker_ranking
    from kg.show.board_figure import boards
    from kg.show.chain_figure import chain_map
    from kg.show.matrix_figure import region_chains
    from kg.show.yield_figure import event_yield

    return {
        "pipeline": lambda paged: boards(asked.graph, region=region, paged=paged),
        "chain": lambda _: [chain_map(asked, name, region)],
        "events": lambda _: [event_yield(asked, region)],
        "matrix": lambda _: [region_chains(asked, region)],
        "blockers": lambda _: [blocker_ranking(asked, region)],
    }


def schema_picture() -> Picture:
    """The schema: labels and edge types as `ontology/graph.yaml` has them; needs no graph."""
    from kg.show.schema import schema

    return Picture(lambda _: [schema()])


def _entity(asked: "Asked", name: str) -> Picture:
    """One entity's neighbourhood: of several of that name the one of which most is said."""
    from kg.show.neighbourhood import neighbourhood
    from kg.why import why

    stories = sorted(why(asked.graph, name), key=lambda story: -len(story.sayings))
    remark = None
    if len(stories) > 1:
        drawn, *others = (f"{s.name}（{s.label}，{s.id}）" for s in stories[:6])
        more = f" … 共 {len(stories)} 个" if len(stories) > 6 else ""
        remark = f"有同名实体，画的是 drawn: {drawn}；其余 others: {'、'.join(others)}{more}"
    return Picture(lambda _: [neighbourhood(asked.graph, stories[0].id)], remark)


def checked(path: Path) -> str:
    """The suffix of a picture's file; `InputError` for one that is none of ours."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: 后缀应为 / the suffix must be one of: {' '.join(SUFFIXES)}")
    return path.suffix.lower()


def settings() -> "AbstractContextManager[object]":
    """The settings under which pictures are drawn."""
    look.chinese_font()
    from matplotlib import rc_context

    return rc_context(look.rc())


def _save_pages(figures: "Sequence[Figure]", path: Path) -> None:
    from matplotlib.backends.backend_pdf import PdfPages

    with PdfPages(path, metadata={"CreationDate": None}) as pages:
        for figure in figures:
            pages.savefig(figure)


def _refuse_giant(figure: "Figure", path: Path) -> None:
    pixels = round(figure.get_figheight() * _DPI)
    if pixels > _TALLEST:
        raise InputError(
            f"{path}: 图会有 {pixels} 像素高；请用 --region 选一个地区，或写成 .pdf（分页） / "
            f"the picture would be {pixels} pixels tall; choose a region with --region, "
            "or write a .pdf, which has pages"
        )
