"""Through other people's tools and back: what they make of our files says the same.

The way is ours → rdflib or pyoxigraph → any format → the other one → the property graph again.
"""

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings

from kg import interchange
from kg.graph.build import build
from kg.graph.form import Graph
from kg.rooms import room
from kg.store import rdf
from kg.store.rdf.files import FORMATS
from kg.store.rdf.stores import to_rdflib

from .rdf_back import property_graph
from .rdf_compare import comparable
from .rdf_graphs import hostile, small

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")

RDFLIB = {".ttl": "turtle", ".nt": "nt", ".trig": "trig", ".jsonld": "json-ld"}


@pytest.fixture(scope="module")
def seed() -> Graph:
    """The graph of one seed's labelled lines."""
    path = room("seeds") / "gold" / "seed-002.jsonl"
    return build(interchange.parse(path.read_text("utf-8"), path.name)[0])


def through_rdflib(path: Path, there: str) -> bytes:
    """A file as rdflib reads it and writes it again, in another format."""
    read = rdflib.Dataset(default_union=True)
    read.parse(path, format=RDFLIB[path.suffix])
    graph = rdflib.Graph()
    for triple in read.triples((None, None, None)):
        graph.add((triple[0], triple[1], triple[2]))
    if there == ".trig":
        whole = rdflib.Dataset()
        for triple in graph:
            whole.add(triple)
        return whole.serialize(format="trig", encoding="utf-8")
    return graph.serialize(format=RDFLIB[there], encoding="utf-8")


def same(written: bytes, suffix: str, graph: Graph) -> None:
    """Whether RDF in a format says what the graph says, no more and no less."""
    triples = {quad.triple for quad in ox.parse(written, format=FORMATS[suffix])}
    back, left = property_graph(triples)
    assert not left
    assert comparable(back) == comparable(graph)


@pytest.mark.parametrize("there", FORMATS)
@pytest.mark.parametrize("here", FORMATS)
def test_through_rdflib(tmp_path: Path, here: str, there: str) -> None:
    path = tmp_path / f"graph{here}"
    rdf.write(small(), path)
    same(through_rdflib(path, there), there, small())


@pytest.mark.parametrize("suffix", FORMATS)
def test_of_a_whole_report(seed: Graph, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"graph{suffix}"
    rdf.write(seed, path)
    same(through_rdflib(path, suffix), suffix, seed)


@pytest.mark.parametrize("there", FORMATS)
@pytest.mark.parametrize("here", FORMATS)
def test_through_pyoxigraph_to_rdflib(tmp_path: Path, here: str, there: str) -> None:
    path = tmp_path / f"graph{here}"
    rdf.write(small(), path)
    written = ox.serialize(rdf.read(path), format=FORMATS[there])
    assert written is not None
    read = rdflib.Dataset(default_union=True)
    read.parse(data=written, format=RDFLIB[there])
    again = {(s, p, o) for s, p, o, _ in read.quads((None, None, None, None))}
    assert again == {*_normal(to_rdflib({q.triple for q in rdf.quads(small())}))}


def _normal(graph: rdflib.Graph) -> rdflib.Graph:
    """Numbers as rdflib writes them when it reads them: 2 as 2.0."""
    written = graph.serialize(format="nt", encoding="utf-8")
    return rdflib.Graph().parse(data=written, format="nt")


@given(graph=hostile())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_the_names_hold(tmp_path: Path, graph: Graph) -> None:
    """By N-Triples: writing Turtle, rdflib itself rounds an `xsd:double` to seven digits."""
    path = tmp_path / "graph.nt"
    rdf.write(graph, path)
    same(through_rdflib(path, ".nt"), ".nt", graph)
