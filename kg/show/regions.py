"""Which regions a question about one region means: it and all that lie in it."""

from kg.errors import InputError
from kg.graph.form import Graph


def within(graph: Graph, name: str) -> set[str]:
    """The nodes of the region of that name (caption, said name or alias) and of its sub-regions.

    `InputError` where the graph knows no such region; it lists the regions there are.
    """
    regions = {node: data for node, data in graph.nodes(data=True) if data["label"] == "Region"}
    open_ = [
        node
        for node, data in regions.items()
        if name in (data["name"], data["said_name"], *data.get("aliases", ()))
    ]
    if not open_:
        known = "、".join(sorted(data["name"] for data in regions.values())[:12])
        raise InputError(
            f"图中没有地区“{name}”，有的是 / the graph knows no region {name!r}; it has: {known} …"
        )
    found: set[str] = set()
    while open_:
        node = open_.pop()
        if node not in found:
            found.add(node)
            open_ += [
                part for part, _, edge in graph.in_edges(node, data=True)
                if edge["type"] == "PART_OF"
            ]  # fmt: skip
    return found
