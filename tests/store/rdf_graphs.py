"""Property graphs for the tests of the RDF printers: one by hand, and random hostile ones."""

from typing import Any

import networkx as nx
from hypothesis import strategies as st

from kg.graph.form import Graph
from kg.graph.vocabularies import add_vocabularies
from kg.store.rdf.printing import reified
from kg.vocabulary import EdgeForm, edge_forms, load, node_forms

EVIDENCE = {
    "quote": "节上签约了米粉项目",
    "source": "报告甲 第二节",
    "passages": ["Passage/1"],
    "confidence": 0.9,
    "rule": "signing.list",
    "documents": ["报告甲"],
    "reviewed": False,
}


def small() -> Graph:
    """A project signed at a fair in March, its start planned, that once had another name."""
    graph: Graph = nx.MultiDiGraph()
    add_vocabularies(graph)
    project = {"said_name": "青禾米粉项目", "aliases": ["米粉项目"], "former_names": ["旧米粉项目"]}
    node(graph, "Project/1", "青禾米粉项目", masked=False, documents=["报告甲"], **project)
    node(graph, "Company/1", "青禾食品", said_name="青禾食品", masked=False)
    node(graph, "Event/1", "首届米粉节", edition=1, **{"from": "2023-03-01", "until": "2023-03-03"})
    node(graph, "Region/1", "*县〔报告甲〕", said_name="*县", masked=True, level="county")
    node(graph, "Document/1", "报告甲", title="工作总结")
    node(graph, "Passage/1", "节上签约了米粉项目", text="节上签约了米粉项目", start=10, end=19)
    node(graph, "Figure/1", "*亿元", state="masked", measure="level", unit="CNY", **EVIDENCE)
    node(graph, "Indicator/total_investment", "总投资", code="total_investment")
    edge(graph, ("Project/1", "Event/1"), "SIGNED_AT", "Fact/1", **EVIDENCE)
    days = {"date": "2023-03", "from": "2023-03-01", "until": "2023-03-31"}
    edge(graph, ("Project/1", "Stage/signed"), "REACHED", "Fact/2", **days, **EVIDENCE)
    edge(graph, ("Project/1", "Stage/started"), "PLANNED", "Fact/3", **EVIDENCE)
    edge(graph, ("Project/1", "Company/1"), "PLANNED_INVESTED_BY", "Fact/4", **EVIDENCE)
    edge(
        graph,
        ("Project/1", "Project/1"),
        "FORMERLY_NAMED",
        "Fact/5",
        former="旧米粉项目",
        **EVIDENCE,
    )
    edge(graph, ("Project/1", "Region/1"), "IN_REGION", "Derived/1", derived=True, basis="report")
    edge(graph, ("Project/1", "Figure/1"), "HAS_FIGURE", "Link/1")
    edge(graph, ("Figure/1", "Indicator/total_investment"), "OF_INDICATOR", "Link/2")
    edge(graph, ("Passage/1", "Document/1"), "IN_DOCUMENT", "Link/3")
    edge(graph, ("Passage/1", "Project/1"), "MENTIONS", "Link/4")
    edge(graph, ("Document/1", "Region/1"), "REPORTS_ON", "Link/5")
    return graph


def node(graph: Graph, key: str, name: str, /, **said: object) -> None:
    """A node whose label is the first part of its id."""
    graph.add_node(key, label=key.partition("/")[0], id=key, kg_hash="0", **{"name": name, **said})


def edge(graph: Graph, ends: tuple[str, str], kind: str, key: str, /, **said: Any) -> None:
    """An edge of a type; its key is its id."""
    graph.add_edge(ends[0], ends[1], key, type=kind, id=key, kg_hash="0", **said)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [
        '"',
        "\\",
        "'''",
        '"""',
        "a\nb\r\tc",
        "\x00\x01\x1f\x7f\x85",
        "<&>]]>",
        "中 文",
        "\u202e",
        "𠮷",
        "",
    ]
)
NUMBERS = st.integers() | st.floats()
VALUES = {
    **dict.fromkeys(("string", "text", "period"), TEXTS),
    "strings": st.lists(TEXTS, max_size=3),
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": NUMBERS,
    "boolean": st.booleans(),
    "date": st.dates().map(str),
}
SPECIAL = ("id", "kg_hash", "passages", "name", "former")


@st.composite
def hostile(draw: st.DrawFn) -> Graph:
    """A graph in the declared form whose names, texts and ids hold whatever Unicode can."""
    graph: Graph = nx.MultiDiGraph()
    labels = [label for label in node_forms() if label not in ("Stage", "Designation", "Blocker")]
    for number, label in enumerate(draw(st.lists(st.sampled_from(labels), min_size=2, max_size=5))):
        said = draw(properties(node_forms()[label].properties))
        node(graph, f"{label}/{draw(TEXTS)}{number}", draw(TEXTS), **said)
    for number in range(draw(st.integers(0, 4))):
        source, target = (draw(st.sampled_from(sorted(graph))) for _ in "st")
        form = draw(st.sampled_from(list(edge_forms().values())))
        own = _former(draw, form)
        said = draw(properties(form.properties)) | own
        end = source if own else target
        kind = "Fact" if reified(form.type) else "Link"
        edge(graph, (source, end), form.type, f"{kind}/{draw(TEXTS)}{number}", **said)
    return graph


def _former(draw: st.DrawFn, form: EdgeForm) -> dict[str, str]:
    return {"former": draw(TEXTS)} if "former" in form.properties else {}


@st.composite
def properties(draw: st.DrawFn, names: tuple[str, ...]) -> dict[str, object]:
    """Some of these properties, each of its declared type."""
    declared = load("graph.yaml")["properties"]
    free = [name for name in names if name not in SPECIAL]
    some = draw(st.lists(st.sampled_from(free), unique=True, max_size=4)) if free else []
    return {name: draw(VALUES[declared[name]["type"]]) for name in some}
