"""What stands in a database, compared with the graph: pure, so that a push can be reasoned about.

What is wanted comes from the graph and is checked against `ontology/graph.yaml`: no label, type or
property that is not declared there gets any further.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from kg.errors import OntologyError
from kg.graph.form import Graph
from kg.vocabulary import edge_forms, node_forms

Row = dict[str, Any]


class StoredNode(NamedTuple):
    """A node of ours as it stands in the database."""

    id: str
    labels: list[str]
    hash: str
    element: str


class StoredEdge(NamedTuple):
    """An edge of ours as it stands in the database; an end that is not ours has no id."""

    id: str
    type: str
    hash: str
    source: str | None
    target: str | None
    element: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A node or an edge of the graph: the names that pick its statement, and its properties."""

    names: tuple[str, ...]  # (label,) or (type, source's label, target's label)
    data: Mapping[str, Any]
    ends: tuple[str, str] | None = None

    def row(self) -> Row:
        """What is sent: a node's properties; an edge's, with the ids of its ends beside them."""
        own = "label" if self.ends is None else "type"
        properties = {name: value for name, value in self.data.items() if name != own}
        if self.ends is None:
            return properties
        return {"source": self.ends[0], "target": self.ends[1], "properties": properties}


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
    declared = {label: {"label", *form.properties} for label, form in node_forms().items()}
    found = {}
    for key, data in graph.nodes(data=True):
        label = data.get("label", "")
        _check(key, data, declared.get(label))
        found[key] = Wanted((label,), data)
    return found


def wanted_edges(graph: Graph, nodes: Mapping[str, Wanted]) -> dict[str, Wanted]:
    """The graph's edges by id; `OntologyError` where one has not the declared form."""
    declared = {kind: {"type", *form.properties} for kind, form in edge_forms().items()}
    found = {}
    for source, target, key, data in graph.edges(keys=True, data=True):
        kind = data.get("type", "")
        _check(key, data, declared.get(kind))
        if key in found:
            raise OntologyError(f"{key}: 两条关系同一 id / two edges of one id")
        names = (kind, *nodes[source].names, *nodes[target].names)
        found[key] = Wanted(names, data, (source, target))
    return found


def _check(key: str, data: Mapping[str, Any], declared: set[str] | None) -> None:
    if declared is None:
        raise OntologyError(f"{key}: 标签或类型没有声明 / its label or type is not declared")
    if data.get("id") != key or not data.get("kg_hash"):
        raise OntologyError(f"{key}: id 不符或没有 kg_hash / another id, or no kg_hash")
    if not data.keys() <= declared:
        unknown = sorted(data.keys() - declared)
        raise OntologyError(f"{key}: 未声明的属性 / undeclared properties: {unknown}")


def compare_nodes(wanted: Mapping[str, Wanted], stored: Iterable[StoredNode]) -> Difference:
    """The nodes that stand in the database against those wanted."""
    work = Difference()
    settled: set[str] = set()
    for found in stored:
        node = wanted.get(found.id)
        if node is None:
            work.stale.append(found.element)
        elif found.id in settled or node.names[0] not in found.labels:
            work.stale.append(found.element)
            work.moved.add(found.id)
        else:
            settled.add(found.id)
            _keep_or_update(work, node, found.hash)
    _create_rest(work, wanted, settled)
    return work


def compare_edges(
    wanted: Mapping[str, Wanted], stored: Iterable[StoredEdge], moved: set[str]
) -> Difference:
    """The edges that stand in the database against those wanted.

    An edge at one of the `moved` nodes goes with it and is written anew.
    """
    work = Difference()
    settled: set[str] = set()
    for found in stored:
        edge = wanted.get(found.id)
        if edge is None or found.id in settled or not _stands(edge, found, moved):
            work.stale.append(found.element)
        else:
            settled.add(found.id)
            _keep_or_update(work, edge, found.hash)
    _create_rest(work, wanted, settled)
    return work


def _stands(edge: Wanted, found: StoredEdge, moved: set[str]) -> bool:
    ends = (found.source, found.target)
    return found.type == edge.names[0] and ends == edge.ends and moved.isdisjoint(ends)


def _keep_or_update(work: Difference, wanted: Wanted, stored_hash: str) -> None:
    if wanted.data["kg_hash"] == stored_hash:
        work.counts.unchanged += 1
    else:
        work.counts.updated += 1
        work.rows[wanted.names].append(wanted.row())


def _create_rest(work: Difference, wanted: Mapping[str, Wanted], settled: set[str]) -> None:
    for key, thing in wanted.items():
        if key not in settled:
            work.counts.created += 1
            work.rows[thing.names].append(thing.row())
