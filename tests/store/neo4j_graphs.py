"""A small graph in the documented form, made by hand, and its parts."""

from typing import Any

from kg.graph.form import Graph
from kg.ids import content_hash
from kg.store.neo4j import Neo4jStore

HOSTILE = [
    "`}) DETACH DELETE n //", "'; DROP CONSTRAINT kg_project_id; //", '"引号" \\ 反斜', "{label}",
    "$rows", "换\n行\t格", "𠮷野家🏭", "\u202e反写", "*" * 40, "零\u0000字", "x" * 100_000,
]  # fmt: skip


def put_node(graph: Graph, label: str, number: str, /, **properties: Any) -> str:
    """Add or replace a node; its hash follows its properties."""
    key = f"{label}/{number}"
    data = {"name": number, **properties}
    digest = content_hash(*sorted(map(str, data.items())))
    graph.add_node(key, label=label, id=key, kg_hash=digest, **data)
    return key


def put_edge(graph: Graph, source: str, kind: str, target: str, /, **properties: Any) -> str:
    """Add or replace an edge; its id follows its ends and type."""
    key = f"Fact/{content_hash(source, kind, target)}"
    digest = content_hash(*sorted(map(str, properties.items())))
    graph.add_edge(source, target, key=key, type=kind, id=key, kg_hash=digest, **properties)
    return key


def small_graph() -> Graph:
    """A project signed at a fair, planned to start, with its investor, sentence and report."""
    graph: Graph = Graph()
    project = put_node(
        graph, "Project", "p1", name="青禾食品加工项目", masked=False, investment=150000000,
        aliases=["青禾项目", "食品加工项目"], documents=["a"],
    )  # fmt: skip
    firm = put_node(graph, "Company", "c1", name="青禾食品有限公司", aliases=["青禾食品"])
    region = put_node(graph, "Region", "r1", name="远山县")
    fair = put_node(graph, "Event", "e1", name="第3届山货节", edition=3)
    signed = put_node(graph, "Stage", "signed", name="签约", code="signed", started=False)
    started = put_node(graph, "Stage", "started", name="开工", code="started", started=True)
    document = put_node(graph, "Document", "a", name="工作总结", title="工作总结")
    sentence = "7月，远山县与青禾食品有限公司在山货节上签订青禾食品加工项目投资协议。"
    passage = put_node(graph, "Passage", "a1", name=sentence[:20], text=sentence, start=0, end=36)
    said: dict[str, Any] = {"quote": sentence, "source": "a 第一节", "passages": [passage]}
    put_edge(graph, project, "REACHED", signed, date="2023-07", confidence=0.9, **said)
    put_edge(graph, project, "PLANNED", started, date="2023-12", **said)
    put_edge(graph, project, "SIGNED_AT", fair, **said)
    put_edge(graph, project, "INVESTED_BY", firm, **said)
    put_edge(graph, project, "IN_REGION", region, derived=True, basis="said")
    put_edge(graph, passage, "IN_DOCUMENT", document)
    put_edge(graph, document, "REPORTS_ON", region)
    put_edge(graph, passage, "MENTIONS", project)
    return graph


def one(store: Neo4jStore, query: str, **parameters: Any) -> Any:
    """The only value of the only row."""
    _, ((value,),) = store.select(query, parameters)
    return value
