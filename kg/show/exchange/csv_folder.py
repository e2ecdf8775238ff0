"""A folder of CSV: one file a label and one a kind of edge, with the script that loads them.

For spreadsheets, and for the analyst who has only Neo4j Browser: the files go into the server's
import folder, `load_csv.cypher` into Browser. UTF-8 with byte order mark. Text that a spreadsheet
would run as a formula, or that begins with an apostrophe, has one apostrophe more in front.
"""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.ask.spreadsheet import FORMULA
from kg.graph.form import Graph
from kg.show.exchange.values import columns, edge_rows, flat, kind, node_rows
from kg.store.loaders import statement

SCRIPT = "load_csv.cypher"
_GUARDED = ("'", *FORMULA)
_ABOUT = """\
// 把本文件夹的 CSV 放进 Neo4j 的 import 目录，再在 Browser 中运行本文件；可重复运行。
// Put the CSV files into Neo4j's import folder, then run this in Browser; twice is safe."""
_EMPTY = "[]"  # an empty list, apart from an unknown one
_NODES, _EDGES = 0, 1  # the statements of loaders/load_csv.cypher


def write(graph: Graph, folder: Path) -> None:
    """Write the files and the script that loads them."""
    folder.mkdir(parents=True, exist_ok=True)
    script = [_ABOUT]
    nodes, edges = node_rows(graph), edge_rows(graph)
    for label in nodes:
        name = f"kg_{label.lower()}_id"
        script.append(
            f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
        )
    for label, rows in nodes.items():
        names = columns(label, rows)
        _write_rows(folder / f"{label}.csv", names, rows)
        script.append(_filled(statement(SCRIPT, _NODES, label=label), label, names))
    for ends, rows in edges.items():
        name, names = "-".join(ends), columns(ends[0], rows)
        _write_rows(folder / f"{name}.csv", ("START", "END", *names), rows)
        labels = dict(zip(("type", "from", "to"), ends, strict=True))
        script.append(_filled(statement(SCRIPT, _EDGES, **labels), name, names))
    (folder / SCRIPT).write_text("\n".join(script) + "\n", "utf-8", newline="\n")


def _write_rows(path: Path, names: tuple[str, ...], rows: Iterable[Mapping[str, object]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL)
        writer.writerow(names)
        for row in rows:
            cells = flat({key: _EMPTY if value == [] else value for key, value in row.items()})
            writer.writerow([_cell(cells.get(name)) for name in names])


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text.startswith(_GUARDED) else text


def _filled(template: str, file: str, names: tuple[str, ...]) -> str:
    """A statement on one line, as Browser splits a script; the row's values get their types."""
    values = ", ".join(f"`{name}`: {_typed(name)}" for name in names)
    lines = (line.strip() for line in template.splitlines())
    text = " ".join(line for line in lines if not line.startswith("//"))
    return text.replace("@file@", f"file:///{file}.csv").replace("@values@", values) + ";"


def _typed(name: str) -> str:
    cell = f"row.`{name}`"
    text = f'CASE WHEN {cell} STARTS WITH "\'" THEN substring({cell}, 1) ELSE {cell} END'
    match kind(name):
        case "integer":
            return f"toInteger({cell})"
        case "number":
            return f"CASE WHEN {cell} =~ '-?[0-9]+' THEN toInteger({cell}) ELSE toFloat({cell}) END"
        case "boolean":
            return f"toBoolean({cell})"
        case "strings":
            return f"CASE {cell} WHEN '{_EMPTY}' THEN [] ELSE split({text}, ' | ') END"
        case _:
            return text
