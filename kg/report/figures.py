"""A region's own figures, one line an indicator and period: target, actual, completion, growth."""

from collections import defaultdict
from typing import Any

from kg.graph.form import Graph
from kg.show import look

KEY_COLUMNS = ("指标", "时期", "目标", "实际", "完成率", "同比")
Sourced = tuple[tuple[str, ...], list[tuple[str, str]]]
_CELLS = {("HAS_TARGET", "level"): 2, ("HAS_TARGET", "count"): 2, ("HAS_TARGET", "share"): 2,
          ("HAS_FIGURE", "level"): 3, ("HAS_FIGURE", "count"): 3, ("HAS_FIGURE", "share"): 3,
          ("HAS_FIGURE", "completion"): 4, ("HAS_FIGURE", "yoy"): 5}  # fmt: skip
_UNSAID, _MASKED = "—", "遮蔽"


def key_figures(graph: Graph, region: str) -> list[Sourced]:
    """The coded indicators of the regions of this name, with the sentences that say them.

    An open indicator, which has no identity, is left out; a masked number says so.
    """
    lines: dict[tuple[str, str], list[str]] = {}
    sources: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for node, data in graph.nodes(data=True):
        if data["label"] != "Region" or region not in (data["name"], data["said_name"]):
            continue
        for _, figure, edge in graph.out_edges(node, data=True):
            said = graph.nodes[figure]
            place = _CELLS.get((edge["type"], said.get("measure", "")))
            indicator = _indicator(graph, figure) if place else None
            if place is None or indicator is None:
                continue
            key = indicator, str(said.get("period", "时期未说明"))
            cells = lines.setdefault(key, [*key, *[_UNSAID] * 4])
            shown = _shown(said)
            cells[place] = shown if cells[place] == _UNSAID else f"{cells[place]}；{shown}"
            if said.get("quote"):
                sources[key].append((said["source"], said["quote"]))
    ordered = sorted(lines.items())
    return [(tuple(cells), list(dict.fromkeys(sources[key]))) for key, cells in ordered]


def _indicator(graph: Graph, figure: str) -> str | None:
    """The name of a coded indicator; None for one that only has its own words."""
    for _, node, edge in graph.out_edges(figure, data=True):
        if edge["type"] == "OF_INDICATOR":
            data = graph.nodes[node]
            return str(data["name"]) if data.get("better") else None
    return None


def _shown(said: dict[str, Any]) -> str:
    if said.get("value") is None:
        return _MASKED
    if said.get("unit") == "CNY":
        return look.money(said["value"])
    return f"{said['value']:g}{said.get('unit', '')}"
