"""What two reports of one region say of the same things, again in plain Python."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Cells, listed, rounded
from .test_oracle_pipeline import Pipeline

HALTED = ("stalled", "terminated", "delisted")


class Reports(Pipeline):
    """What `report-to-report` means, said once more."""

    def report_to_report(
        self, earlier: str | None = None, later: str | None = None
    ) -> Iterator[Cells]:
        pairs = {
            (e[1], late[1])
            for home in self.nodes("Region")
            for e, late in self.pairs(self.dated(home), earlier, later)
        }
        for early, late in pairs:
            for x in self.nodes("Project", "Park", "Company"):
                if {early, late} & self.reports(x) and self.recognised(x):
                    yield from self.compare(x, early, late)

    def dated(self, home: str) -> list[tuple[str, str]]:
        return sorted((self.get(d, "until"), d) for d, _ in self.into(home, "REPORTS_ON")
                      if self.get(d, "until"))  # fmt: skip

    def pairs(
        self, dated: list[tuple[str, str]], earlier: str | None, later: str | None
    ) -> Iterator[tuple[Any, Any]]:
        for n, late in enumerate(dated):
            if (later is None and n < len(dated) - 1) or later not in (None, self.stem(late)):
                continue
            for m, early in enumerate(dated[:n]):
                last = earlier is None and m == n - 1
                if last or (earlier is not None and earlier == self.stem(early)):
                    yield early, late

    def stem(self, dated: tuple[str, str]) -> str:
        return dated[1].removeprefix("Document/")

    def reports(self, node: str) -> set[str]:
        return {d for g in self.naming(node) for d in self.targets(g, "IN_DOCUMENT")}

    def recognised(self, node: str) -> bool:
        return not self.get(node, "masked") or len(self.get(node, "documents")) > 1

    def said(self, node: str, kind: str, document: str) -> list[tuple[str, dict[str, Any]]]:
        stem = document.removeprefix("Document/")
        return [(t, d) for t, d in self.out(node, kind) if stem in d["documents"]]

    def compare(self, x: str, early: str, late: str) -> Iterator[Cells]:
        was = {s for s, _ in self.said(x, "REACHED", early)}
        now = {s for s, _ in self.said(x, "REACHED", late)}
        named = {g for g in self.naming(x) if self.targets(g, "IN_DOCUMENT") & {early, late}}
        due: dict[str, list[str]] = {}
        for stage, edge in self.said(x, "PLANNED", early):
            if not self.passed(stage, was):
                due.setdefault(stage, []).append(edge.get("until", "~"))
        gone = late not in self.reports(x)
        for stage, days in due.items():
            open_ = self.get(late, "until") < min(days) != "~"
            verdict = "vanished" if gone else "not_due" if open_ else "slipped"
            yield (self.get(x, "name"), "commitment", self.get(stage, "code"), self.top(now),
                   "kept" if self.passed(stage, now) else verdict,
                   listed(named | self.cited(x, "PLANNED", stage)))  # fmt: skip
        verdict = "vanished" if gone else self.changed(x, early, was, now)
        if not due and x.startswith("Project/") and verdict:
            yield (self.get(x, "name"), "project", self.top(was), self.top(now), verdict,
                   listed(named))  # fmt: skip

    def changed(self, x: str, early: str, was: set[str], now: set[str]) -> str:
        halted = self.top(now) in HALTED and f"Stage/{self.top(now)}" not in was
        return "new" if early not in self.reports(x) else "slipped" if halted else ""

    def passed(self, stage: str, reached: set[str]) -> bool:
        order = self.get(stage, "order")
        beyond = any((self.get(s, "order") or 0) > (order or 99) for s in reached)
        return stage in reached or (beyond and stage != "Stage/above_scale")

    def top(self, stages: set[str]) -> str:
        found = [(self.get(s, "order", 99), self.get(s, "code")) for s in stages]
        return str(max(found)[1]) if found else "unsaid"


@pytest.mark.parametrize("given", [{}, {"earlier": "doc-0"}, {"later": "doc-1"},
                                   {"earlier": "doc-1", "later": "doc-0"}])  # fmt: skip
def test_the_query_answers_as_plain_python_does(
    given: dict[str, str], random_graphs: list[Graph], serial_graphs: list[Graph]
) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs + serial_graphs):
        found = rows(rdf.oxigraph(graph), "report-to-report", **given, limit=10_000)
        meant = list(Reports(graph).report_to_report(**given))
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 5
