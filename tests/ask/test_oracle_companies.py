"""The questions on firms, blockers and policies again in plain Python."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Cells, Oracle, listed, rounded

DAY = "2023-06-30"
OFF = ("terminated", "delisted", "stalled")
TENSES = ("", "PLANNED_", "FAILED_")
ASKED_OF = "青禾"


class Companies(Oracle):
    """What the questions on firms mean, said once more."""

    def place(self, node: str) -> str:
        return self.names(self.targets(node, "IN_REGION"))

    def naming(self, node: str) -> set[str]:
        return {g for g, _ in self.into(node, "MENTIONS")}

    def companies_at_risk(self) -> Iterator[Cells]:
        for firm in self.nodes("Company"):
            reached = {self.get(s, "code"): self.get(s, "order") for s in
                       self.targets(firm, "REACHED")}  # fmt: skip
            off = next((code for code in OFF if code in reached), None)
            blocked = self.targets(firm, "BLOCKED_BY")
            if off is None and not blocked:
                continue
            line = [code for code, order in reached.items() if order is not None]
            stage = off or max(line, key=lambda code: reached[code], default="unsaid")
            at = self.cited(firm, "REACHED", f"Stage/{stage}")
            for blocker in blocked or [None]:
                said = self.cited(firm, "BLOCKED_BY", blocker) if blocker else set()
                category = self.get(blocker, "code") if blocker else "unsaid"
                yield self.get(firm, "name"), self.place(firm), category, stage, listed(said | at)

    def companies_to_cultivate(self) -> Iterator[Cells]:
        for firm in self.nodes("Company"):
            plans: dict[tuple[str, str | None], set[str]] = {}
            for goal, said in self.out(firm, "PLANNED", "PLANNED_DESIGNATED"):
                if goal == "Stage/above_scale" or goal.startswith("Designation/"):
                    passages = plans.setdefault((goal, said.get("until")), set())
                    passages |= set(said.get("passages", []))
            for (goal, until), passages in plans.items():
                yield (self.get(firm, "name"), self.place(firm), self.get(goal, "code"),
                       until or "unsaid", self._met(firm, goal, until),
                       listed(passages | self._outcome(firm, goal)))  # fmt: skip

    def _met(self, firm: str, goal: str, until: str | None) -> str:
        if goal in self.targets(firm, "REACHED", "DESIGNATED"):
            return "met"
        if goal in self.targets(firm, "FAILED", "FAILED_DESIGNATED"):
            return "failed"
        return "not_due" if until and until > DAY else "unsaid"

    def _outcome(self, firm: str, goal: str) -> set[str]:
        kinds = ("REACHED", "DESIGNATED", "FAILED", "FAILED_DESIGNATED")
        return {p for t, d in self.out(firm, *kinds) if t == goal for p in d.get("passages", [])}

    def companies_across_regions(self) -> Iterator[Cells]:
        for firm in self.nodes("Company"):
            own = [x for x, _ in self.into(firm, "INVESTED_BY")]
            near = {r for x in [firm, *own] for r in self.targets(x, "IN_REGION")}
            held = {up for r in near for up in self._above(r)}
            regions = near - held
            if len(regions) < 2:
                continue
            projects = {x for x in own if x.startswith("Project/")}
            said = {p for x, d in self.into(firm, "INVESTED_BY") for p in d.get("passages", [])}
            said |= {p for x in [firm, *own] for p in self.cited(x, "LOCATED_IN")}
            said |= {p for x in projects for p in self.investments(x)}
            yield (self.get(firm, "name"), self.names(regions), len(projects),
                   self.total(projects), listed(said or self.naming(firm)))  # fmt: skip

    def _above(self, region: str) -> set[str]:
        """What a region is part of, itself left out."""
        return self.upward(region) - {region}

    def company_profile(self) -> Iterator[Cells]:
        for firm in self.nodes("Company"):
            names = {self.get(firm, "name"), self.get(firm, "said_name")}
            if ASKED_OF in names | set(self.get(firm, "aliases", [])):
                yield from self._edges(firm)
                yield from self._figures(firm)

    def _edges(self, firm: str) -> Iterator[Cells]:
        inward = {"INVESTED_BY": "INVESTS_IN", "SHAREHOLDER_OF": "HELD_BY",
                  "COOPERATES_WITH": "COOPERATES_WITH"}  # fmt: skip
        for there, said in self.out(firm, *self._kinds()):
            yield self._row(there, said["type"], said)
        for old, new in inward.items():
            for tense in TENSES:
                for there, said in self.into(firm, tense + old):
                    yield self._row(there, tense + new, said)

    def _kinds(self) -> list[str]:
        tensed = ["LOCATED_IN", "IN_CHAIN", "PARTICIPATED_IN", "COOPERATES_WITH", "BLOCKED_BY",
                  "SHAREHOLDER_OF", "DESIGNATED"]  # fmt: skip
        plain = ["REACHED", "PLANNED", "FAILED", "FORMERLY_NAMED"]
        return plain + [tense + kind for tense in TENSES for kind in tensed]

    def _row(self, there: str, relation: str, said: dict[str, Any]) -> Cells:
        return (relation, self.get(there, "name"), said.get("former", "unsaid"),
                said.get("date", "unsaid"), listed(said["documents"]),
                listed(said.get("passages", [])))  # fmt: skip

    def _figures(self, firm: str) -> Iterator[Cells]:
        for figure, edge in self.out(firm, "HAS_FIGURE", "HAS_TARGET", "HAS_FORECAST"):
            measure = self.get(figure, "measure")
            suffix = f" ({measure})" if measure in ("yoy", "share", "completion") else ""
            masked = self.get(figure, "state") == "masked"
            yield (edge["type"], self.get(self.indicator(figure), "name") + suffix,
                   "masked" if masked else self.get(figure, "name"),
                   self.get(figure, "period", "unsaid"), listed(self.get(figure, "documents")),
                   listed(self.get(figure, "passages", [])))  # fmt: skip


GIVEN: dict[str, dict[str, object]] = {
    "companies-to-cultivate": {"as_of": DAY},
    "company-profile": {"company": ASKED_OF},
}


@pytest.mark.parametrize("name", [
    "companies-at-risk", "companies-to-cultivate", "companies-across-regions", "company-profile",
])  # fmt: skip
def test_the_query_answers_as_plain_python_does(name: str, random_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), name, **GIVEN.get(name, {}), limit=10_000)
        meant = list(getattr(Companies(graph), name.replace("-", "_"))())
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 1
