"""The labelled seeds: what must be in their graph."""

from typing import Any

import pytest

from kg import interchange
from kg.graph.build import build
from kg.graph.check import problems
from kg.graph.corpus import corpus
from kg.graph.fold import FIGURES, fold_all
from kg.graph.form import Graph
from kg.graph.required import required
from kg.model import Reading
from kg.rooms import room


@pytest.fixture(scope="module")
def gold() -> list[Reading]:
    found = []
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        readings, lines = interchange.parse(path.read_text("utf-8"), path.name)
        assert lines == []
        found += readings
    return found


@pytest.fixture(scope="module")
def graph(gold: list[Reading]) -> Graph:
    return build(map(required, gold))


# What another statement says more sharply, by the rule of GRAPH.md that folds it.
FOLDED: dict[str, dict[str, set[Any]]] = {
    "required lines": {"vaguer date": set(), "masked figure": set(), "said again": set()},
    "all lines": {
        "vaguer date": set(),
        "masked figure": {
            ("seed-002", "*县", "制造业项目到位资金占比", "target"),
            ("seed-002", "*县", "招商引资到位资金", "target"),
            ("seed-002", "*县", "新签约项目投资总额", "actual"),
        },
        "said again": set(),
    },
}


@pytest.mark.parametrize("lines", FOLDED)
def test_no_fact_is_lost_but_by_a_rule(gold: list[Reading], lines: str) -> None:
    readings = [required(reading) for reading in gold] if lines == "required lines" else gold
    said = sum(len(reading.statements) for reading in readings)
    assert said == {"required lines": 529, "all lines": 715}[lines]
    everything = corpus(readings, ())
    assert everything.left_out == []
    facts = fold_all(claim for part in everything.parts for claim in part.claims)
    folded: dict[str, set[Any]] = {rule: set() for rule in FOLDED[lines]}
    for fact in facts:
        if len(fact.exact) > 1:
            folded["said again"].add(fact.id)
        for claim in fact.vaguer:
            statement = claim.statement
            folded["masked figure" if claim.type in FIGURES else "vaguer date"].add((
                claim.document,
                statement.subject.name,
                statement.qualifiers.get("indicator"),
                statement.qualifiers.get("kind"),
            ))  # fmt: skip
    assert folded == FOLDED[lines]
    assert sum(len(fact.claims) for fact in facts) == said


def test_every_fact_is_in_the_graph(gold: list[Reading], graph: Graph) -> None:
    parts = corpus(map(required, gold), ()).parts
    facts = {fact.id for fact in fold_all(claim for part in parts for claim in part.claims)}
    edges = {key for _, _, key in graph.edges(keys=True) if key.startswith("Fact/")}
    figures = {node for node in graph if str(node).startswith("Figure/")}
    assert edges | figures == facts


def test_the_graphs_have_their_form(gold: list[Reading], graph: Graph) -> None:
    assert problems(graph) == []
    assert problems(build(gold)) == []


def test_optional_lines_are_left_off_but_what_required_facts_name(gold: list[Reading]) -> None:
    reading = required(gold[0])
    assert not any(said.optional for said in reading.statements)
    assert len(reading.entities) < len(gold[0].entities)
    named = {entity.ref for entity in reading.entities}
    for said in reading.statements:
        assert said.subject in named


def project(graph: Graph, name: str) -> dict[str, Any]:
    (found,) = [
        d for _, d in graph.nodes(data=True) if d["name"] == name and d["label"] == "Project"
    ]
    return dict(found)


# stage, investment (or its state), from the expected answers of the canned questions
DERIVED = [
    ("*高新产业园项目〔seed-000〕", "signed", "unsaid"),
    ("深圳压铸产业转移", "intent", "unsaid"),
    ("*州市天一科技有限公司项目〔seed-000〕", "negotiating", "unsaid"),
    ("国电金缘黄金加工项目", "started", "masked"),
    ("智慧农村电商小镇项目", "building", "unsaid"),
    ("飞南铜资源环保再生利用项目", "production", "unsaid"),
    ("马弄山四期", None, "unsaid"),
    ("润生木业项目", "signed", "unsaid"),
    ("*梦幻夜〔seed-002〕", "signed", 100_000_000),
    ("*县风、光、储、氢多能互补综合能源基地项目〔seed-002〕", "signed", 5_354_000_000),
    ("新能源材料生产项目", None, "masked"),
    ("福建安井速冻食品生产基地项目", None, "masked"),
    ("思思食品年产*吨航空系列食品加工项目〔seed-004〕", "building", "unsaid"),
]


@pytest.mark.parametrize(("name", "stage", "investment"), DERIVED)
def test_derived_values(graph: Graph, name: str, stage: str | None, investment: str | int) -> None:
    found = project(graph, name)
    assert found.get("stage") == stage
    assert found.get("investment", found["investment_state"]) == investment


def test_dates_of_signing(graph: Graph) -> None:
    dated = {d["name"]: d["signed_on"] for _, d in graph.nodes(data=True) if "signed_on" in d}
    assert dated == {"润生木业项目": "2023", "中南木业项目": "2023", "新达木业项目": "2023"}


def test_signed_never_started(graph: Graph) -> None:
    started = {node for node, data in graph.nodes(data=True) if data.get("started")}
    rows: dict[str, int] = {}
    for node, data in graph.nodes(data=True):
        reached = {b for _, b, d in graph.out_edges(node, data=True) if d["type"] == "REACHED"}
        if data["label"] == "Project" and "Stage/signed" in reached and not reached & started:
            (document,) = data["documents"]
            rows[document] = rows.get(document, 0) + 1
    assert rows == {"seed-000": 6, "seed-002": 5, "seed-003": 8, "seed-004": 4}


def test_five_masked_counties_are_five(graph: Graph) -> None:
    counties = {d["name"] for _, d in graph.nodes(data=True) if d.get("level") == "county"}
    assert counties == {"X县〔seed-001〕", *(f"*县〔seed-00{number}〕" for number in (0, 2, 3, 4))}


def test_every_project_and_park_is_in_the_region_of_its_report(graph: Graph) -> None:
    homes: dict[str, str] = {}
    for document, region, data in graph.edges(data=True):
        if data["type"] == "REPORTS_ON":
            homes[graph.nodes[document]["name"]] = region
    for node, data in graph.nodes(data=True):
        if data["label"] in ("Project", "Park", "Event", "Chain") and "documents" in data:
            placed = {b for _, b, d in graph.out_edges(node, data=True) if d["type"] == "IN_REGION"}
            assert len(placed) == len(data["documents"])
    assert len(set(homes.values())) == 5
