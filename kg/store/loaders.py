"""The Cypher files of `loaders/`, cut into statements and, where they are templates, filled in.

A placeholder stands between backticks, `{label}`, and is only ever replaced by a label or type that
`ontology/graph.yaml` declares: data never becomes part of a statement.
"""

import re
from functools import cache

from kg.errors import OntologyError
from kg.rooms import room
from kg.vocabulary import edge_forms, node_forms

_PLACEHOLDER = re.compile(r"`\{(\w+)\}`")


@cache
def statements(name: str) -> tuple[str, ...]:
    """The statements of one file, in order; each ends with `;` at the end of a line."""
    path = room("loaders") / name
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise OntologyError(f"{path}: {error}") from error
    pieces = (piece.strip() for piece in re.split(r";[ \t]*(?:\n|$)", text))
    return tuple(piece for piece in pieces if _says_something(piece))


@cache
def statement(name: str, number: int = 0, **names: str) -> str:
    """One statement of a file with its placeholders filled by declared labels and types.

    `OntologyError` for a name that is not declared, and for a placeholder left over.
    """
    for given in names.values():
        if given not in node_forms() and given not in edge_forms():
            raise OntologyError(f"ontology/graph.yaml: 没有声明 {given!r} / is not declared")

    def fill(found: re.Match[str]) -> str:
        if found[1] not in names:
            raise OntologyError(f"loaders/{name}: 占位符 {found[0]} 没有值 / has no value")
        return f"`{names[found[1]]}`"

    return _PLACEHOLDER.sub(fill, statements(name)[number])


def _says_something(piece: str) -> bool:
    lines = (line.strip() for line in piece.splitlines())
    return any(line and not line.startswith("//") for line in lines)
