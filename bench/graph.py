"""Building, storing and asking graphs of a given size, beside the obvious ways to do it.

    python -m bench.graph [FACTS ...] [--neo4j] [--rounds 5]

For each number of facts (default 10000 and 100000), of synthetic reports: the build in facts/s and
bytes a fact; loading it as RDF into pyoxigraph and, up to 100000, into rdflib; every question's p50
and p95 in ms on pyoxigraph; with --neo4j also the push (beside one transaction an item for the
first 500 nodes), the push of the unchanged graph, and every question on a throw-away Neo4j.
"""

import argparse
import statistics
import time
from collections.abc import Callable
from itertools import islice
from typing import Any, TypeVar

import psutil

from bench.synthetic import readings
from kg.ask.catalogue import questions
from kg.ask.run import ask
from kg.graph.build import build
from kg.graph.form import Graph
from kg.store import rdf
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_local import throwaway

_RDFLIB_MOST = 100_000  # facts: beyond, rdflib takes minutes and gigabytes
_ITEMS = 500  # nodes that are written one transaction each, for comparison
_SLOW = 10.0  # seconds after which a question is asked once only


Found = TypeVar("Found")


def timed(call: Callable[[], Found]) -> tuple[float, Found]:
    """Seconds, and what the call gave."""
    start = time.perf_counter()
    found = call()
    return time.perf_counter() - start, found


def built(facts: int) -> Graph:
    """The graph of so many facts; prints how fast it was made and what it weighs."""
    reports = list(readings(facts))
    before = psutil.Process().memory_info().rss
    seconds, graph = timed(lambda: build(reports))
    weight = (psutil.Process().memory_info().rss - before) / facts
    print(
        f"\n{facts:,} facts: {graph.number_of_nodes():,} nodes, {graph.number_of_edges():,} edges"
    )
    print(f"build            {facts / seconds:10,.0f} facts/s   {weight:8,.0f} bytes a fact")
    return graph


def loaded(graph: Graph, facts: int) -> Any:
    """The graph in pyoxigraph; rdflib beside it where it can."""
    seconds, store = timed(lambda: rdf.oxigraph(graph))
    print(f"RDF, pyoxigraph  {seconds:10.2f} s   {len(store):,} triples")
    if facts <= _RDFLIB_MOST:
        print(f"RDF, rdflib      {timed(lambda: rdf.rdflib_graph(graph))[0]:10.2f} s")
    return store


def asked(store: Any, name: str, rounds: int) -> None:
    """Every question on a store, slowest first."""
    times: dict[str, list[float]] = {}
    for question in questions().values():
        times[question.name] = []
        for _ in range(rounds):
            seconds = timed(lambda q=question.name: ask(store, q))[0]  # type: ignore[misc]
            times[question.name].append(seconds * 1e3)
            if seconds > _SLOW:
                break
    every = [t for found in times.values() for t in found]
    print(f"{name}: all questions p50 {statistics.median(every):,.1f} ms, "
          f"p95 {percentile(every):,.1f} ms, slowest {max(every):,.1f} ms")  # fmt: skip
    for name, found in sorted(times.items(), key=lambda item: -statistics.median(item[1])):
        print(f"  {name:30}{statistics.median(found):10,.1f}{percentile(found):10,.1f}")


def percentile(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def pushed(graph: Graph, rounds: int) -> None:
    """Push, push again and ask on a throw-away Neo4j, beside one transaction an item."""
    with throwaway() as server, Neo4jStore(server.uri, server.auth) as store:
        one_by_one(store, graph)
        store.driver.execute_query("MATCH (n) DETACH DELETE n")
        size = graph.number_of_nodes() + graph.number_of_edges()
        seconds, _ = timed(lambda: store.push(graph))
        print(f"push             {seconds:10.2f} s   {size / seconds:8,.0f} items/s")
        print(f"push unchanged   {timed(lambda: store.push(graph))[0]:10.2f} s")
        asked(store, "Neo4j", rounds)


def one_by_one(store: Neo4jStore, graph: Graph) -> None:
    """The naive way: a transaction for every node."""
    nodes = [dict(graph.nodes[node]) for node in islice(graph, _ITEMS)]
    start = time.perf_counter()
    for data in nodes:
        label = data.pop("label")
        store.driver.execute_query(
            f"MERGE (n:{label} {{id: $id}}) SET n = $row", id=data["id"], row=data
        )
    print(f"one by one       {len(nodes) / (time.perf_counter() - start):10,.0f} items/s")


def main() -> None:
    """Print the figures of every size."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("facts", type=int, nargs="*", default=[10_000, 100_000])
    cli.add_argument("--neo4j", action="store_true")
    cli.add_argument("--rounds", type=int, default=5)
    args = cli.parse_args()
    for facts in args.facts:
        graph = built(facts)
        store = loaded(graph, facts)
        asked(store, "pyoxigraph", args.rounds)
        if args.neo4j:
            pushed(graph, args.rounds)


if __name__ == "__main__":
    main()
