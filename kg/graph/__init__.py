"""Statements and judgements → the one graph, in exactly the form of `ontology/graph.yaml`.

The graph is a `networkx.MultiDiGraph`. A node's key is its id (`Project/3f2a…`); its attributes are
`label` (`Project`) and the label's properties. An edge's key is its own `id`; its attributes are
`type` (`SIGNED_AT`) and the type's properties. Absent means unknown: no attribute is ever None.
Lists are lists of str. Ids of figures start with `Figure/`, of facts with `Fact/`, of passages with
`Passage/`, of derived edges with `Derived/`, of edges that only hold the form together (`MENTIONS`,
`OF_INDICATOR` …) with `Link/`; vocabulary nodes are `Stage/signed`, `Blocker/land` …,
documents `Document/` and the stem that facts name in `documents`.
`graph.graph["left_out"]` lists what has no place in the form, one line each with the reason.
"""
