"""JSON Lines: one node or edge a line, as the graph holds it, for programs that stream."""

import json
from pathlib import Path

from kg.graph.form import Graph


def write(graph: Graph, path: Path) -> None:
    """Write `{"kind": "node", …}` lines, then `{"kind": "edge", "start", "end", …}` lines."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for node in sorted(graph):
            file.write(_line({"kind": "node", **graph.nodes[node]}))
        for start, end, data in sorted(graph.edges(data=True), key=lambda edge: edge[2]["id"]):
            file.write(_line({"kind": "edge", "start": start, "end": end, **data}))


def _line(row: dict[str, object]) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"
