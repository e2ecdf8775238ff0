"""With a list of chain leaders or leading firms, a chain without one has an answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.build import build
from kg.graph.form import Graph
from kg.lists import read_list
from kg.model import Entity, Reading, Ref, Source, Statement
from kg.store import rdf
from kg.store.neo4j import Neo4jStore

HOME = Ref("Region", "鹿寨县")
Made = Callable[..., Graph]


def report() -> Reading:
    """Two chains of a county: one is a kind of wood processing, one nobody else speaks of."""
    chains = [Ref("Chain", "林木精深加工"), Ref("Chain", "新能源电池")]
    return Reading(
        Source("report", region=HOME, period="2024"),
        (Entity("Region", HOME.name, ("home",)),),
        tuple(Statement(HOME, "focuses_on", chain) for chain in chains),
    )


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def graph(name: str, *lines: str) -> Graph:
        path = tmp_path / f"{name}.csv"
        path.write_text("\n".join(lines), "utf-8-sig")
        return build([report(), read_list(path).reading])

    return graph


def known(store: Any) -> dict[str, str]:
    return {str(row[0]): str(row[5]) for row in rows(store, "chains-without-anchor")}


CASES: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "its own list has none": (
        ("鹿寨县2024年链主企业名单", "企业名称,所属产业链", "甲河糖业有限公司,糖业"),
        {"林木精深加工": "list_none", "新能源电池": "list_none"},
    ),
    "the list of its city or province covers it": (
        ("柳州市2024年龙头企业名单", "企业名称,所属产业链", "甲河糖业有限公司,糖业"),
        {"林木精深加工": "list_none", "新能源电池": "list_none"},
    ),
    "one of a chain of the same kind is on it": (
        ("鹿寨县2024年链主企业名单", "企业名称,所属产业链", "甲河木业有限公司,木材加工"),
        {"林木精深加工": "nothing_known", "新能源电池": "list_none"},
    ),
    "a list of another place says nothing": (
        ("昆山市2024年链主企业名单", "企业名称,所属产业链", "甲河糖业有限公司,糖业"),
        {"林木精深加工": "nothing_known", "新能源电池": "nothing_known"},
    ),
    "a list without chains says nothing": (
        ("鹿寨县2024年链主企业名单", "企业名称,联系人", "甲河糖业有限公司,某人"),
        {"林木精深加工": "nothing_known", "新能源电池": "nothing_known"},
    ),
    "a list of other firms says nothing": (
        ("鹿寨县2024年高新技术企业名单", "企业名称,所属产业链", "甲河糖业有限公司,糖业"),
        {"林木精深加工": "nothing_known", "新能源电池": "nothing_known"},
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_known_of_an_anchor(case: str, made: Made) -> None:
    (title, *lines), meant = CASES[case]
    graph = made(title, *lines)
    for store in (rdf.oxigraph(graph), rdf.rdflib_graph(graph)):
        assert meant.items() <= known(store).items()


@pytest.mark.neo4j
@pytest.mark.parametrize("case", CASES)
def test_neo4j_knows_the_same(case: str, made: Made, neo4j_store: Neo4jStore) -> None:
    (title, *lines), meant = CASES[case]
    neo4j_store.push(made(title, *lines))
    assert meant.items() <= known(neo4j_store).items()
