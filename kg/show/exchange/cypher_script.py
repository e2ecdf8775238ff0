"""`graph.cypher`: the whole graph as one script that runs in Neo4j Browser, again and again."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.graph.form import Graph

_ROWS = 200  # rows a statement: Browser stays responsive
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def write(graph: Graph, path: Path) -> None:
    """Write constraints, nodes and edges as `MERGE`: running it twice changes nothing."""
    path.write_text("\n".join(_statements(graph)) + "\n", "utf-8")


def _statements(graph: Graph) -> Iterator[str]:
    yield "// 县域产业知识图谱 county knowledge graph – kg export graph.cypher"
    nodes: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in sorted(graph):
        data = graph.nodes[node]
        nodes[data["label"]].append({k: v for k, v in data.items() if k != "label"})
    for label in sorted(nodes):
        name = f"kg_{label.lower()}_id"
        yield f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
    for label, rows in sorted(nodes.items()):
        for batch in _batches(rows):
            yield f"UNWIND {batch} AS row MERGE (n:{label} {{id: row.id}}) SET n = row;"
    for (kind, source, target), rows in sorted(_edges(graph).items()):
        for batch in _batches(rows):
            yield (
                f"UNWIND {batch} AS row MATCH (a:{source} {{id: row.a}}) MATCH (b:{target} "
                f"{{id: row.b}}) MERGE (a)-[e:{kind} {{id: row.p.id}}]->(b) SET e = row.p;"
            )


def _edges(graph: Graph) -> dict[tuple[str, str, str], list[dict[str, Any]]]:
    found: defaultdict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    for source, target, data in sorted(graph.edges(data=True), key=lambda e: str(e[2]["id"])):
        form = (data["type"], graph.nodes[source]["label"], graph.nodes[target]["label"])
        said = {k: v for k, v in data.items() if k != "type"}
        found[form].append({"a": source, "b": target, "p": said})
    return found


def _batches(rows: list[dict[str, Any]]) -> Iterator[str]:
    for start in range(0, len(rows), _ROWS):
        yield _literal(rows[start : start + _ROWS])


def _literal(value: object) -> str:
    """A value as a Cypher literal; strings are quoted as JSON, which Cypher reads alike."""
    if isinstance(value, dict):
        pairs = (f"{_key(key)}: {_literal(item)}" for key, item in value.items())
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_literal, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _key(key: str) -> str:
    return key if _NAME.fullmatch(key) else "`" + key.replace("`", "``") + "`"
