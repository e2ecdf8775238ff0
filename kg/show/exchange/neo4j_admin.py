"""A folder of CSV with typed headers for `neo4j-admin database import full`, and the command.

The bulk importer fills an empty database, millions of rows a minute. Every text is quoted, an
unknown is an empty cell without quotes, lists are joined by U+001F, which no text holds. An empty
list is left out: the importer has no form for it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.graph.form import Graph
from kg.show.exchange.values import columns, edge_rows, kind, node_rows

COMMAND = "import.txt"
_LIST = "\x1f"
_TYPES = {"integer": "long", "number": "double", "boolean": "boolean", "strings": "string[]"}


def write(graph: Graph, folder: Path) -> None:
    """Write the files, their headers apart, and `import.txt` with the arguments of the import."""
    folder.mkdir(parents=True, exist_ok=True)
    arguments = ["database", "import", "full", "neo4j", "--array-delimiter=U+001F",
                 "--multiline-fields=true"]  # fmt: skip
    for label, rows in node_rows(graph).items():
        names = columns(label, rows)
        header = ["id:ID", *(_typed(name) for name in names if name != "id")]
        names = ("id", *(name for name in names if name != "id"))
        _write(folder, label, header, (names, rows))
        arguments.append(f"--nodes={label}={label}-header.csv,{label}.csv")
    for ends, rows in edge_rows(graph).items():
        names = columns(ends[0], rows)
        header = [":START_ID", ":END_ID", *map(_typed, names)]
        file = "-".join(ends)
        _write(folder, file, header, (("START", "END", *names), rows))
        arguments.append(f"--relationships={ends[0]}={file}-header.csv,{file}.csv")
    (folder / COMMAND).write_text("\n".join(arguments) + "\n", "utf-8", newline="\n")


def _typed(name: str) -> str:
    return f"{name}:{_TYPES.get(kind(name), 'string')}"


def _write(
    folder: Path,
    file: str,
    header: list[str],
    table: tuple[tuple[str, ...], Iterable[Mapping[str, object]]],
) -> None:
    names, rows = table
    (folder / f"{file}-header.csv").write_text(",".join(header) + "\n", "utf-8")
    with (folder / f"{file}.csv").open("w", encoding="utf-8", newline="") as out:
        for row in rows:
            out.write(",".join(_cell(row.get(name)) for name in names) + "\n")


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return repr(value)
        case list():
            return _quoted(_LIST.join(map(str, value)))
        case _:
            return _quoted(str(value))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
