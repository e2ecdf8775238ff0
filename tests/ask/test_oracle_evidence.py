"""What to review and what is masked, again in plain Python."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Cells, listed, rounded
from .test_oracle_pipeline import Pipeline

KINDS = ("HAS_FIGURE", "HAS_TARGET", "HAS_FORECAST")


class Evidence(Pipeline):
    """What `review-list` and `masked-entities` mean, said once more."""

    def review_list(self, below: float = 0.6) -> Iterator[Cells]:
        for source, target, edge in self.graph.edges(data=True):
            figure = edge["type"] in KINDS
            said = self.graph.nodes[target] if figure else edge
            sure = said.get("confidence")
            if sure is None or (sure >= below and said.get("passages")):
                continue
            what = edge.get("former", self.get(target, "name"))
            if figure:
                what = f"{self.get(self.indicator(target), 'name')} {what}"
            yield (f"{self.get(source, 'name')} {edge['type']} {what}", sure,
                   said.get("rule", "unsaid"), listed(said["documents"]),
                   said.get("quote", "unsaid"), listed(said.get("passages", [])))  # fmt: skip

    def masked_entities(self) -> Iterator[Cells]:
        for x, data in self.graph.nodes(data=True):
            if not data.get("masked"):
                continue
            pairs = [(self.get(y, "name"), d["score"], listed(d["reasons"]))
                     for y, d in self.out(x, "MAY_BE") + self.into(x, "MAY_BE")
                     if d["state"] == "open"]  # fmt: skip
            for pair in pairs or [("[]", "unsaid", "[]")]:
                yield (data["name"], data["label"], listed(data["documents"]), *pair,
                       listed(self.naming(x)))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given"),
    [("review-list", {}), ("review-list", {"below": 0.95}), ("masked-entities", {})],
)
def test_the_query_answers_as_plain_python_does(
    name: str, given: dict[str, Any], random_graphs: list[Graph]
) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), name, **given, limit=10_000)
        meant = list(getattr(Evidence(graph), name.replace("-", "_"))(**given))
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 20
