"""A knowledge graph of projects, firms and regions, read out of Chinese county work reports.

    >>> import kg
    >>> said = kg.extract("7月，远山县与青禾食品有限公司签订投资协议。")
    >>> graph = kg.open("graph")            # made by: kg build reports -o graph   # doctest: +SKIP
    >>> graph.ask("signed-never-started")   # doctest: +SKIP

Nothing is loaded before it is used: `import kg` takes milliseconds.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.api import Extraction, Graph, build, extract, open  # noqa: A004
    from kg.extract.pipeline import pipeline

__version__ = "0.1.0"
__all__ = ["Extraction", "Graph", "build", "extract", "open", "pipeline"]


def __getattr__(name: str) -> object:
    if name == "pipeline":
        from kg.extract.pipeline import pipeline

        return pipeline
    if name in __all__ and name != "extract":
        from kg import api

        found: object = getattr(api, name)
        return found
    if name == "extract":  # the room is callable, so that importing from it never hides the verb
        import kg.extract

        return kg.extract
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
