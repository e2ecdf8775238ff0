"""The workbook: facts of low confidence and open suggestions, each with its sentences."""

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation

from kg.ask.spreadsheet import Sheet, book_of, saved
from kg.graph.form import Graph
from kg.review.columns import (
    ACCEPTED,
    FACT_COLUMNS,
    FACTS,
    PAIR_COLUMNS,
    PAIRS,
    REJECTED,
)
from kg.show.look import money
from kg.vocabulary import edge_forms

BELOW = 0.7  # extraction says 0.6 and less of what it is least sure of
_ABOUT = "使用说明 how to"
_HOW = (
    ("在“判定”列填 对 或 错（可从下拉列表选），其余列不要改；留空的不处理。",
     "Write 对 (right) or 错 (wrong) in the column of verdicts; leave the others as they are."),
    ("填好后运行：kg review 本文件.xlsx -g 图文件夹。判定长期有效，重新抽取、重新建图也不丢。",
     "Then run: kg review THIS.xlsx -g GRAPH. Verdicts last through new extractions and builds."),
    ("收回本文件中的判定：kg review 本文件.xlsx --undo。",
     "To take the verdicts of this file back: kg review THIS.xlsx --undo."),
)  # fmt: skip


def workbook(graph: Graph, below: float = BELOW) -> tuple[bytes, int, int]:
    """The XLSX file, and how many facts and suggestions it holds.

    Facts below this confidence that nobody has reviewed, the least certain first; then those that
    have no sentence at all.
    """
    facts = sorted(_facts(graph, below), key=lambda row: (row[5], row[-1]))
    pairs = sorted(_pairs(graph), key=lambda row: (-row[4], row[-2:]))
    book = book_of({
        FACTS: Sheet(FACT_COLUMNS, facts),
        PAIRS: Sheet(PAIR_COLUMNS, pairs),
        _ABOUT: Sheet(("中文", "English"), _HOW),
    })  # fmt: skip
    for title, rows in ((FACTS, facts), (PAIRS, pairs)):
        if rows:
            offered = f'"{ACCEPTED[0]},{REJECTED[0]}"'
            choice = DataValidation("list", formula1=offered, allow_blank=True)
            choice.add(f"A2:A{len(rows) + 1}")
            book[title].add_data_validation(choice)
    return saved(book), len(facts), len(pairs)


def _facts(graph: Graph, below: float) -> Iterator[tuple[Any, ...]]:
    for source, target, key, data in graph.edges(keys=True, data=True):
        if key.startswith("Fact/") and _open(data, below):
            yield _row(graph, key, data, source, data["type"], _object(graph, target, data))
    for source, node, edge in graph.edges(data=True):
        data = graph.nodes[node]
        if data["label"] == "Figure" and edge["type"].startswith("HAS_") and _open(data, below):
            yield _row(graph, node, data, source, edge["type"], _figure(graph, node))


def _open(data: dict[str, Any], below: float) -> bool:
    return not data["reviewed"] and (data["confidence"] < below or not data.get("quote"))


def _row(
    graph: Graph, key: str, data: dict[str, Any], subject: str, kind: str, said: str
) -> tuple[Any, ...]:
    return (
        None, None, graph.nodes[subject]["name"], edge_forms()[kind].zh, said, data["confidence"],
        data.get("quote", ""), data["source"], data.get("rule", ""), key,
    )  # fmt: skip


def _object(graph: Graph, target: str, data: dict[str, Any]) -> str:
    date = f"（{data['date']}）" if data.get("date") else ""
    return str(data.get("former") or graph.nodes[target]["name"]) + date


def _figure(graph: Graph, node: str) -> str:
    data = graph.nodes[node]
    of = next(t for _, t, e in graph.out_edges(node, data=True) if e["type"] == "OF_INDICATOR")
    known = data.get("value") is not None
    shown = money(data["value"]) if known and data.get("unit") == "CNY" else data["name"]
    return f"{graph.nodes[of]['name']} {shown}（{data.get('period', '时期未说明')}）"


def _pairs(graph: Graph) -> Iterator[tuple[Any, ...]]:
    for left, right, data in graph.edges(data=True):
        if data["type"] == "MAY_BE" and data["state"] == "open":
            names = (graph.nodes[node]["name"] for node in (left, right))
            yield (None, None, *names, data["score"], "；".join(data["reasons"]), left, right)
