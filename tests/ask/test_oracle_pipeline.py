"""The pipeline's questions again in plain Python: funnel, stalls, slips, silence, timeline."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Cells, Oracle, listed, rounded

DUE = "2024-01-01"
LINE = ("REACHED", "PLANNED", "FAILED")


class Pipeline(Oracle):
    """What the questions on projects' stages mean, said once more."""

    def place(self, node: str) -> str:
        return self.names(self.targets(node, "IN_REGION"))

    def naming(self, node: str) -> set[str]:
        return {g for g, _ in self.into(node, "MENTIONS")}

    def documents(self, node: str) -> set[str]:
        return {f"Document/{stem}" for stem in self.get(node, "documents")}

    def stage_funnel(self) -> Iterator[Cells]:
        found: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
        for x in self.nodes("Project"):
            regions: set[str | None] = {*self.targets(x, "IN_REGION")}
            for region in regions or {None}:
                found[region, self.get(x, "stage", "unsaid")].add(x)
        for (region, stage), projects in found.items():
            said = {p for x in projects for p in self.investments(x)}
            said |= {p for x in projects for p in self.cited(x, "REACHED", f"Stage/{stage}")}
            named = {p for x in projects for p in self.naming(x)}
            yield ("[]" if region is None else self.get(region, "name"), stage, len(projects),
                   self.total(projects), listed(said or named))  # fmt: skip

    def stalled_projects(self) -> Iterator[Cells]:
        for x in self.nodes("Project"):
            stage = self.get(x, "stage")
            if stage not in ("stalled", "terminated"):
                continue
            dates = [(d["from"], d["until"], d["date"]) for t, d in self.out(x, "REACHED")
                     if t == f"Stage/{stage}" and "date" in d]  # fmt: skip
            yield (self.get(x, "name"), self.place(x), stage,
                   min(dates)[2] if dates else "unsaid",
                   listed(self.get(b, "code") for b in self.targets(x, "BLOCKED_BY")),
                   listed(self.cited(x, "REACHED", f"Stage/{stage}")
                          | self.cited(x, "BLOCKED_BY")))  # fmt: skip

    def slipped_commitments(self) -> Iterator[Cells]:
        for x in self.nodes("Project", "Park", "Company"):
            for stage in self.targets(x, "PLANNED"):
                ends = [d["until"] for t, d in self.out(x, "PLANNED")
                        if t == stage and d.get("until", DUE) < DUE]  # fmt: skip
                if ends and not self.kept(x, stage):
                    latest = self.latest(x)
                    late = date.fromisoformat(DUE) - date.fromisoformat(min(ends))
                    said = self.cited(x, "PLANNED", stage)
                    said |= self.cited(x, "REACHED", f"Stage/{latest}")
                    yield (self.get(x, "name"), self.get(stage, "code"), min(ends), late.days,
                           latest, self.place(x), listed(said))  # fmt: skip

    def kept(self, node: str, stage: str) -> bool:
        reached = self.targets(node, "REACHED")
        order = self.get(stage, "order")
        passed = order and stage != "Stage/above_scale"
        return stage in reached or bool(
            passed and any((self.get(s, "order") or 0) > order for s in reached)
        )

    def latest(self, node: str) -> Any:
        steps = [(self.get(s, "order", 99), self.get(s, "code"))
                 for s in self.targets(node, "REACHED")]  # fmt: skip
        return self.get(node, "stage") or (max(steps)[1] if steps else "unsaid")

    def gone_silent(self) -> Iterator[Cells]:
        for x in self.nodes("Project"):
            own, last = self.documents(x), self.get(x, "last_said")
            homes = {r for d in own for r in self.targets(d, "REPORTS_ON")}
            later = {d for r in homes for d, _ in self.into(r, "REPORTS_ON")
                     if last and self.get(d, "until", "") > last}  # fmt: skip
            told_again = not self.get(x, "masked") or len(own) > 1  # else no report can repeat it
            if later and told_again:
                stage = self.get(x, "stage", "unsaid")
                ended = {d for d in own if self.get(d, "until") == last}
                said = self.cited(x, "REACHED", f"Stage/{stage}")
                yield (self.get(x, "name"), self.place(x),
                       listed(d.removeprefix("Document/") for d in ended), stage, len(later),
                       listed(said or self.naming(x)))  # fmt: skip

    def project_timeline(self, project: str | None = None) -> Iterator[Cells]:
        steps = {x: self.out(x, *LINE) for x in self.nodes("Project")}
        most = max(steps, key=lambda x: (len(steps[x]), x), default="")
        for x, found in steps.items():
            names = {self.get(x, "name"), self.get(x, "said_name"), *self.get(x, "aliases", [])}
            if project in names or (project is None and x == most):
                for stage, edge in found:
                    yield from self._step(stage, edge)

    def _step(self, stage: str, edge: dict[str, Any]) -> Iterator[Cells]:
        for stem in edge["documents"]:
            said = {p for p in edge.get("passages", [])
                    if f"Document/{stem}" in self.targets(p, "IN_DOCUMENT")}  # fmt: skip
            yield (self.get(stage, "code"), edge["type"].lower(), edge.get("date", "unsaid"), stem,
                   listed(said))  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("stage-funnel", {}),
        ("stalled-projects", {}),
        ("slipped-commitments", {"as_of": DUE}),
        ("gone-silent", {}),
        ("project-timeline", {}),
        ("project-timeline", {"project": "项目1"}),
    ],
)
def test_the_query_answers_as_plain_python_does(
    name: str, given: dict[str, Any], random_graphs: list[Graph], serial_graphs: list[Graph]
) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs + serial_graphs):
        found = rows(rdf.oxigraph(graph), name, **given, limit=10_000)
        said = {key: value for key, value in given.items() if key != "as_of"}
        meant = list(getattr(Pipeline(graph), name.replace("-", "_"))(**said))
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 20
