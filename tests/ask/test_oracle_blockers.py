"""The questions on difficulties and policies again in plain Python."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Cells, Oracle, listed, rounded

_ISSUED = {"ISSUED": "issued", "PLANNED_ISSUED": "planned", "FAILED_ISSUED": "failed"}


class Blockers(Oracle):
    """What the questions on difficulties mean, said once more."""

    def park_blockers(self) -> Iterator[Cells]:
        for park in self.nodes("Park"):
            inside = {
                x: at for x in self.nodes("Project", "Company")
                if (at := {p for p in self.targets(x, "LOCATED_IN")
                           if p.startswith("Park/") and park in self.upward(p)})
            }  # fmt: skip
            held: defaultdict[str, set[str]] = defaultdict(set)
            for x in [park, *inside]:
                for blocker in self.targets(x, "BLOCKED_BY"):
                    held[blocker].add(x)
            for blocker, subjects in held.items():
                said = {p for x in subjects for p in self.cited(x, "BLOCKED_BY", blocker)}
                for x in subjects - {park}:
                    said |= self.cited(x, "LOCATED_IN", *inside[x])
                yield (self.get(park, "name"), self.names(self.targets(park, "IN_REGION")),
                       self.get(blocker, "code"), self.names(subjects), listed(said))  # fmt: skip

    def top_blockers(self) -> Iterator[Cells]:
        for blocker in self.nodes("Blocker"):
            held = {x for x, _ in self.into(blocker, "BLOCKED_BY")}
            if not held:
                continue
            projects = {x for x in held if x.startswith("Project/")}
            regions = {r for x in held for r in self.targets(x, "IN_REGION")}
            regions |= {x for x in held if x.startswith("Region/")}
            said = {p for x in held for p in self.cited(x, "BLOCKED_BY", blocker)}
            said |= {p for x in projects for p in self.investments(x)}
            yield (self.get(blocker, "code"), len(held), self.total(projects),
                   self.names(regions), listed(said))  # fmt: skip

    def policies(self) -> Iterator[Cells]:
        for policy in self.nodes("Policy"):
            who = self.into(policy, *_ISSUED)
            kinds = {edge["type"] for _, edge in who}
            status = next((word for kind, word in _ISSUED.items() if kind in kinds), "unsaid")
            said = {p for _, edge in who for p in edge.get("passages", [])}
            named = {g for g, _ in self.into(policy, "MENTIONS")}
            place = {w for w, _ in who} or self.targets(policy, "IN_REGION")
            yield (self.names(place), self.get(policy, "name"), status,
                   listed(self.get(policy, "documents")), listed(said or named))  # fmt: skip


@pytest.mark.parametrize("name", ["park-blockers", "top-blockers", "policies"])
def test_the_query_answers_as_plain_python_does(name: str, random_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), name, limit=10_000)
        meant = list(getattr(Blockers(graph), name.replace("-", "_"))())
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 10
