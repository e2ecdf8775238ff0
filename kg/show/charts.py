"""One offline page of charts: the rows of the canned questions, each with its sentences.

The page filters by region what has a region in its row; the ranking of difficulties counts across
regions, so that it is asked anew for each of them.
"""

from collections import Counter
from pathlib import Path
from typing import Any

from kg.ask.basis import Quote
from kg.graph.form import Graph
from kg.model import Scalar
from kg.show import look
from kg.show.asked import Asked, amount
from kg.show.offline import render
from kg.show.regions import within
from kg.vocabulary import blockers, stages

CHAINS = 24  # chains in the flow of projects: more are unreadable; the page says how many are not
_COLOURED = ("Region", "Chain", "Stage", "Project", "Event", "Blocker", "Figure")

Row = dict[str, Any]


def write(graph: Graph, path: Path) -> None:
    """Write the page; it says which chains its flow leaves out."""
    page = render(
        "charts",
        charts_data(Asked.of(graph)),
        libraries=("echarts.min.js", "charts_options.js"),
        source=look.source_line(graph),
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, "utf-8")


def charts_data(asked: Asked) -> dict[str, Any]:
    """The rows of every chart, the regions to choose from, and the sentences the rows point to."""
    sentences: dict[Quote, int] = {}
    rows = {
        "funnel": _rows(asked, sentences, "stage-funnel"),
        "events": _rows(asked, sentences, "event-yield"),
        "matrix": _rows(asked, sentences, "chain-coverage"),
    }
    chains = _chains(asked.graph)
    rows["flow"] = [
        row | {"chain": chain}
        for chain in chains[:CHAINS]
        for row in _rows(asked, sentences, "stage-funnel", chain=chain)
    ]
    regions = _regions(asked, rows)
    scopes = [None, *regions]
    return {
        "rows": rows,
        "blockers": [_rows(asked, sentences, "top-blockers", region=name) for name in scopes],
        "regions": [{"name": name, "within": found} for name, found in regions.items()],
        "chains_left": len(chains[CHAINS:]),
        "stages": {code: [stage.zh, stage.en] for code, stage in stages().items()},
        "categories": {code: [kind.zh, kind.en] for code, kind in blockers().items()},
        "colours": {label: look.colour(label) for label in _COLOURED},
        "sentences": [[quote.source, quote.text] for quote in sentences],
    }


def _rows(
    asked: Asked, sentences: dict[Quote, int], question: str, **parameters: Scalar | None
) -> list[Row]:
    """The rows of an answer; `sum` is the investment in words, `sentences` are indices."""
    found = []
    for row, quotes in asked.quoted(question, **parameters):
        del row["evidence"]
        numbers = [sentences.setdefault(quote, len(sentences)) for quote in quotes]
        found.append(row | {"sum": amount(row["investment"]), "sentences": numbers})
    return found


def _chains(graph: Graph) -> list[str]:
    """The chains that projects are in, those with the most first."""
    projects = Counter(
        str(graph.nodes[chain]["name"])
        for project, chain, edge in graph.edges(data=True)
        if edge["type"] == "IN_CHAIN" and graph.nodes[project]["label"] == "Project"
    )
    return sorted(projects, key=lambda chain: (-projects[chain], chain))


def _regions(asked: Asked, rows: dict[str, list[Row]]) -> dict[str, list[str]]:
    """A region that a row is about, or that one of them lies in → the regions that count in."""
    named = {name for group in rows.values() for row in group for name in row["region"]}
    named |= {name for row in asked.rows("top-blockers") for name in row["regions"]}
    graph = asked.graph
    found = {}
    for data in (data for _, data in graph.nodes(data=True) if data["label"] == "Region"):
        inside = sorted({str(graph.nodes[node]["name"]) for node in within(graph, data["name"])})
        if named & set(inside):
            found[str(data["name"])] = inside
    return dict(sorted(found.items()))
