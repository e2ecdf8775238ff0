"""`kg export`: the graph as a file that other programs open; the suffix decides which."""

from collections.abc import Callable
from pathlib import Path

from kg.errors import InputError
from kg.graph.form import Graph
from kg.show.exchange import (
    csv_folder,
    cypher_script,
    gexf,
    graphml,
    json_lines,
    neo4j_admin,
    workbook,
)

Writer = Callable[[Graph, Path], None]

RDF = (".ttl", ".nt", ".jsonld", ".trig")
FOLDERS: dict[str, Writer] = {"csv": csv_folder.write, "neo4j-admin": neo4j_admin.write}


def export(graph: Graph, path: Path, form: str | None = None) -> None:
    """Write the graph; `form` names a folder's form (`csv`, `neo4j-admin`).

    A path without suffix is a folder of CSV. `InputError` for a suffix that is none of ours.
    """
    if form is None and not path.suffix:
        form = "csv"
    writer = FOLDERS[form] if form else _by_suffix(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer(graph, path)


def _by_suffix(path: Path) -> Writer:
    writers: dict[str, Writer] = {
        ".html": _html,
        ".graphml": graphml.write,
        ".gexf": gexf.write,
        ".jsonl": json_lines.write,
        ".xlsx": workbook.write,
        ".cypher": cypher_script.write,
        **dict.fromkeys(RDF, _rdf),
    }
    writer = writers.get(path.suffix.lower())
    if writer is None:
        known = " ".join(sorted(writers))
        raise InputError(f"{path}: 不认识的后缀，可用 / unknown suffix, known are: {known}")
    return writer


def _html(graph: Graph, path: Path) -> None:
    from kg.show import charts, page

    (charts if path.name == "charts.html" else page).write(graph, path)


def _rdf(graph: Graph, path: Path) -> None:
    from kg.store import rdf

    rdf.write(graph, path)
