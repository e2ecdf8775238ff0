"""What stands in a database, compared with the graph: pure, so that a push can be reasoned about.

What is wanted comes from the graph and is checked against `ontology/graph.yaml`: no label, type or
property that is not declared there gets any further.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import OntologyError
from kg.graph.form import Graph
from kg.vocabulary import edge_forms, node_forms

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A node or an edge of the graph: the names that pick its statement, its hash, its row."""

    names: tuple[str, ...]  # (label,) or (type, source's label, target's label)
    hash: str
    row: Row
    ends: tuple[str, str] = ("", "")


@dataclass(slots=True)
class Counts:
    """What a push did to the nodes, or to the edges."""

    created: int = 0
    updated: int = 0
    deleted: int = 0
    unchanged: int = 0

    def __str__(self) -> str:
        return (
            f"新增 created {self.created}，更新 updated {self.updated}，"
            f"删除 deleted {self.deleted}，未变 unchanged {self.unchanged}"
        )


@dataclass(slots=True)
class Difference:
    """What must be written, by the names that pick its statement, and deleted, by element id.

    `moved` are ids that the graph wants but the database holds otherwise (another label, twice):
    those are deleted and written anew, and so are the edges at them.
    """

    rows: dict[tuple[str, ...], list[Row]] = field(default_factory=lambda: defaultdict(list))
    stale: list[str] = field(default_factory=list)
    moved: set[str] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)

    @property
    def size(self) -> int:
        """How many rows are to be written or deleted."""
        return len(self.stale) + sum(map(len, self.rows.values()))


def wanted_nodes(graph: Graph) -> dict[str, Wanted]:
    """The graph's nodes by id; `OntologyError` where one has not the declared form."""
    forms = node_forms()
    found = {}
    for key, data in graph.nodes(data=True):
        form = forms.get(data.get("label", ""))
        if form is None or data.get("id") != key:
            raise OntologyError(f"{key}: 节点没有声明的标签，或 id 不符 / no declared label, or id")
        row = _row(key, data, "label", form.properties)
        found[key] = Wanted((form.label,), row["kg_hash"], row)
    return found


def wanted_edges(graph: Graph, nodes: Mapping[str, Wanted]) -> dict[str, Wanted]:
    """The graph's edges by id; `OntologyError` where one has not the declared form."""
    forms = edge_forms()
    found = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        form = forms.get(data.get("type", ""))
        if form is None or data.get("id") != key:
            raise OntologyError(f"{key}: 关系没有声明的类型，或 id 不符 / no declared type, or id")
        if key in found:
            raise OntologyError(f"{key}: 两条关系同一 id / two edges of one id")
        properties = _row(key, data, "type", form.properties)
        row = {"source": source, "target": target, "properties": properties}
        names = (form.type, *nodes[source].names, *nodes[target].names)
        found[key] = Wanted(names, properties["kg_hash"], row, (source, target))
    return found


def _row(key: str, data: Mapping[str, Any], name: str, declared: tuple[str, ...]) -> Row:
    row = {prop: value for prop, value in data.items() if prop != name}
    undeclared = row.keys() - set(declared)
    if undeclared:
        raise OntologyError(f"{key}: 未声明的属性 / undeclared properties: {sorted(undeclared)}")
    if not row.get("kg_hash"):
        raise OntologyError(f"{key}: 没有 kg_hash / has no kg_hash")
    return row


def compare_nodes(wanted: Mapping[str, Wanted], stored: Iterable[Mapping[str, Any]]) -> Difference:
    """The nodes that stand there (`id`, `labels`, `hash`, `element`) against those wanted."""
    work = Difference()
    settled: set[str] = set()
    for found in stored:
        node = wanted.get(found["id"])
        if node is None:
            work.stale.append(found["element"])
        elif found["id"] in settled or node.names[0] not in found["labels"]:
            work.stale.append(found["element"])
            work.moved.add(found["id"])
        else:
            settled.add(found["id"])
            _keep_or_update(work, node, found["hash"])
    _create_rest(work, wanted, settled)
    return work


def compare_edges(
    wanted: Mapping[str, Wanted], stored: Iterable[Mapping[str, Any]], moved: set[str]
) -> Difference:
    """The edges that stand there (`id`, `type`, `source`, `target`, …) against those wanted.

    An edge at one of the `moved` nodes goes with it and is written anew.
    """
    work = Difference()
    settled: set[str] = set()
    for found in stored:
        edge = wanted.get(found["id"])
        stands = (
            edge is not None
            and found["id"] not in settled
            and found["type"] == edge.names[0]
            and (found["source"], found["target"]) == edge.ends
            and not moved.intersection(edge.ends)
        )
        if edge is None or not stands:
            work.stale.append(found["element"])
        else:
            settled.add(found["id"])
            _keep_or_update(work, edge, found["hash"])
    _create_rest(work, wanted, settled)
    return work


def _keep_or_update(work: Difference, wanted: Wanted, stored_hash: str) -> None:
    if wanted.hash == stored_hash:
        work.counts.unchanged += 1
    else:
        work.counts.updated += 1
        work.rows[wanted.names].append(wanted.row)


def _create_rest(work: Difference, wanted: Mapping[str, Wanted], settled: set[str]) -> None:
    for key, thing in wanted.items():
        if key not in settled:
            work.counts.created += 1
            work.rows[thing.names].append(thing.row)
