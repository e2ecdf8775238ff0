"""An analyst's decisions: two things are one, or are not. They are kept, whatever is built anew."""

from kg.errors import InputError
from kg.graph.form import Graph
from kg.model import Judgement


def judgement(graph: Graph, one: str, other: str, *, same: bool, reason: str = "") -> Judgement:
    """The decision on two things, each named by its id or its caption.

    `InputError` where a name is nobody's or several things', or where the two are of two types or
    one thing already.
    """
    left, right = _node(graph, one), _node(graph, other)
    if left == right:
        raise InputError(f"{one} = {other}: 已是同一个 / are one thing already")
    kinds = [graph.nodes[node]["label"] for node in (left, right)]
    if same and kinds[0] != kinds[1]:
        raise InputError(
            f"{one} = {other}: 类型不同，不能合并 / are of two types and cannot be one: "
            f"{kinds[0]}, {kinds[1]}"
        )
    return Judgement(left, right, "accepted" if same else "rejected", reason)


def _node(graph: Graph, name: str) -> str:
    named = {n: data for n, data in graph.nodes(data=True) if "said_name" in data}
    found = [n for n, data in named.items() if name in (n, data["name"])]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError(
            f"{name}: 有 {len(found)} 个同名，请用标识 / several have this name; give the id: "
            + ", ".join(sorted(found))
        )
    raise InputError(
        f"{name}: 图中没有，请写全名（含〔文档〕）或标识，见 kg ask masked-entities / "
        "the graph has no such caption or id; see: kg ask masked-entities"
    )
