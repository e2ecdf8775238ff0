"""Conversion rates and plans for events again in plain Python."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import RUNNING, Cells, listed, rounded
from .test_oracle_pipeline import Pipeline

EDGE = {"region": "IN_REGION", "event": "SIGNED_AT", "chain": "IN_CHAIN"}
RATES = ("履约率", "开工率", "投产率")


class Rates(Pipeline):
    """What `conversion-rates` and `event-plans` mean, said once more."""

    def conversion_rates(self, by: str = "region") -> Iterator[Cells]:
        groups: defaultdict[str | None, set[str]] = defaultdict(set)
        for x in self.nodes("Project"):
            if "Stage/signed" in self.targets(x, "REACHED") or self.targets(x, "SIGNED_AT"):
                named: set[str | None] = {*self.targets(x, EDGE[by])}
                for group in named or {None}:
                    groups[group].add(x)
        said = {n: figures for n in self.nodes(by.capitalize()) if (figures := self.rates(n))}
        every: set[str | None] = {*groups, *said}
        for group in every:
            yield self.rate(group, groups[group], said.get(group or "", set()))

    def rates(self, node: str) -> set[str]:
        return {f for f in self.targets(node, "HAS_FIGURE") if self.get(f, "measure") == "share"
                and self.get(self.indicator(f), "name").endswith(RATES)}  # fmt: skip

    def rate(self, group: str | None, projects: set[str], figures: set[str]) -> Cells:
        signed = len(projects)
        begun = sum(bool(self.started(x)) for x in projects)
        running = sum(bool(RUNNING & self.targets(x, "REACHED")) for x in projects)
        days = {self.get(x, "last_said", "") for x in projects}
        days |= {self.get(f"Document/{d}", "until", "")
                 for f in figures for d in self.get(f, "documents")}  # fmt: skip
        cited = {p for f in figures for p in self.get(f, "passages", [])}
        for x in projects:
            cited |= self.cited(x, "SIGNED_AT") | self.started_by(x)
            cited |= self.cited(x, "REACHED", "Stage/signed")
        return (
            "[]" if group is None else self.get(group, "name"), signed, begun, running,
            self.percent(begun, signed), self.percent(running, signed),
            listed(map(self._figure, figures), "unsaid"), max(days) or "unsaid", listed(cited),
        )  # fmt: skip

    def percent(self, part: int, whole: int) -> Any:
        return int(part / whole * 1000 + 0.5 + 1e-9) / 10 if whole else "unsaid"

    def event_plans(self) -> Iterator[Cells]:
        for event in self.nodes("Event"):
            end = self.get(event, "until", "unsaid")
            for x, edge in self.into(event, "PLANNED_SIGNED_AT"):
                met = event in self.targets(x, "SIGNED_AT")
                yield (self.get(event, "name"), self.get(x, "name"), edge.get("until", end),
                       "met" if met else "planned", listed(edge.get("passages", [])))  # fmt: skip
            for goal in self.targets(event, "HAS_TARGET"):
                met = any(self.reaches(f, goal) for f in self.targets(event, "HAS_FIGURE"))
                yield (self.get(event, "name"), self._figure(goal).partition(" (")[0],
                       self.get(goal, "until", end), "met" if met else "planned",
                       listed(self.get(goal, "passages", [])))  # fmt: skip

    def reaches(self, figure: str, goal: str) -> bool:
        same = all(self.get(figure, key) == self.get(goal, key) for key in ("measure", "unit"))
        value, wanted = self.get(figure, "value"), self.get(goal, "value")
        known = value is not None and wanted is not None
        alike = self.indicator(figure) == self.indicator(goal) and same
        return bool(alike and known and value >= wanted)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("conversion-rates", {}),
        ("conversion-rates", {"by": "event"}),
        ("conversion-rates", {"by": "chain"}),
        ("event-plans", {}),
    ],
)
def test_the_query_answers_as_plain_python_does(
    name: str, given: dict[str, Any], random_graphs: list[Graph]
) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), name, **given, limit=10_000)
        meant = list(getattr(Rates(graph), name.replace("-", "_"))(**given))
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 20
