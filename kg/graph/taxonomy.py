"""The taxonomy of chains in the graph: what the said chains are a kind of, and the links of those.

Only chains that something said is a kind of are printed, so that a graph holds no chain that its
reports say nothing of. A chain of the taxonomy and each of its links is a `Chain` with a `code`
(`tea`, `tea.growing`); a said chain has none.
"""

from collections.abc import Iterator

from kg.graph.form import Graph
from kg.graph.write import add_node, link
from kg.link.chains import IndustryChain, kind_of, taxonomy


def add_taxonomy(graph: Graph) -> None:
    """KIND_OF from every said chain that the taxonomy knows, with that chain and its links."""
    kinds = {node: code for node, names in _said(graph) if (code := _kind(names))}
    for code in sorted(set(kinds.values())):
        _add_chain(graph, taxonomy()[code])
    for node, code in kinds.items():
        link(graph, (node, chain_id(code)), "KIND_OF", {"derived": True})


def chain_id(*codes: str) -> str:
    """The node of a chain of the taxonomy, or of a link of it: `Chain/tea`, `Chain/tea.growing`."""
    return f"Chain/{'.'.join(codes)}"


def _said(graph: Graph) -> Iterator[tuple[str, list[str]]]:
    """The chains that documents name, each with its names, the one shown first."""
    for node, data in graph.nodes(data=True):
        if data["label"] == "Chain":
            yield str(node), [data["said_name"], *data["aliases"]]


def _kind(names: list[str]) -> str | None:
    return next(filter(None, map(kind_of, names)), None)


def _add_chain(graph: Graph, chain: IndustryChain) -> None:
    whole = chain_id(chain.code)
    about = {"name": chain.zh, "name_en": chain.en, "code": chain.code, "source": chain.source}
    add_node(graph, whole, "Chain", dict(about))
    for order, part in enumerate(chain.segments, 1):
        node = chain_id(chain.code, part.code)
        found = {"name": part.zh, "name_en": part.en, "code": f"{chain.code}.{part.code}"}
        add_node(graph, node, "Chain", {**found, "order": order, "source": chain.source})
        link(graph, (node, whole), "PART_OF", {"derived": True, "position": part.position})
