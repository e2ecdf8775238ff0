"""The type of the one graph, for annotations: a `networkx.MultiDiGraph` whose nodes are ids."""

from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

if TYPE_CHECKING:
    Graph: TypeAlias = nx.MultiDiGraph[str]
else:
    Graph: TypeAlias = nx.MultiDiGraph
