"""Which reported region lies in which: a county's list and its province's speak of one place."""

from itertools import permutations

from kg.graph.form import Graph
from kg.graph.write import link


def add_holding(graph: Graph) -> None:
    """PART_OF between the regions that documents are about, by their codes (GB/T 2260).

    Derived: 430426 lies in 430400 and in 430000. Where a report says so already nothing is added.
    """
    said = {(a, b) for a, b, data in graph.edges(data=True) if data["type"] == "PART_OF"}
    homes = {b for _, b, data in graph.edges(data=True) if data["type"] == "REPORTS_ON"}
    codes = {home: code for home in homes if (code := graph.nodes[home].get("adcode"))}
    for inner, outer in permutations(sorted(codes), 2):
        if (inner, outer) not in said and _holds(codes[outer], codes[inner]):
            link(graph, (inner, outer), "PART_OF", {"derived": True})


def _holds(outer: str, inner: str) -> bool:
    stem = outer.removesuffix("0000").removesuffix("00") if len(outer) == 6 else outer
    return outer != inner and len(stem) < 6 and inner.startswith(stem)
