"""The six questions again in plain Python over the networkx graph: the rows must be the same."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import pytest

from kg.ask.rows import Row
from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

Cells = tuple[Any, ...]

TODAY = "2023-06-30"
COUNTED = re.compile(r"(企业|公司|项目)(数|个数|数量)?\Z")
RUNNING = {"Stage/production", "Stage/above_scale", "Stage/full_capacity"}


class Oracle:
    """What the questions mean, said once more."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def nodes(self, *labels: str) -> Iterator[str]:
        return (n for n, data in self.graph.nodes(data=True) if data["label"] in labels)

    def get(self, node: str, name: str, default: Any = None) -> Any:
        return self.graph.nodes[node].get(name, default)

    def out(self, node: str, *types: str) -> list[tuple[str, dict[str, Any]]]:
        return [(t, d) for _, t, d in self.graph.out_edges(node, data=True) if d["type"] in types]

    def into(self, node: str, *types: str) -> list[tuple[str, dict[str, Any]]]:
        return [(s, d) for s, _, d in self.graph.in_edges(node, data=True) if d["type"] in types]

    def targets(self, node: str, *types: str) -> set[str]:
        return {target for target, _ in self.out(node, *types)}

    def names(self, nodes: Iterable[str]) -> str:
        return listed(self.get(node, "name") for node in nodes)

    def upward(self, node: str) -> set[str]:
        """The node and all that it is part of."""
        seen, todo = {node}, [node]
        while todo:
            new = self.targets(todo.pop(), "PART_OF") - seen
            seen |= new
            todo += new
        return seen

    def regions(self, node: str) -> set[str]:
        return {up for at in self.targets(node, "IN_REGION") for up in self.upward(at)}

    def figures(self, node: str, indicator: str) -> list[str]:
        return [f for f in self.targets(node, "HAS_FIGURE") if self.indicator(f) == indicator]

    def indicator(self, figure: str) -> str:
        (found,) = self.targets(figure, "OF_INDICATOR")
        return found

    def investments(self, project: str) -> set[str]:
        found = self.figures(project, "Indicator/total_investment")
        return {p for figure in found for p in self.get(figure, "passages", [])}

    def cited(self, node: str, kind: str, *targets: str) -> set[str]:
        """The passages of the edges of one type from a node, to these targets (else to any)."""
        found = self.out(node, kind)
        return {p for t, d in found if not targets or t in targets for p in d.get("passages", [])}

    def of_type(self, node: str, label: str, *types: str) -> set[str]:
        return {t for t in self.targets(node, *types) if t.startswith(f"{label}/")}

    def started(self, node: str) -> set[str]:
        return {s for s in self.targets(node, "REACHED") if self.get(s, "started")}

    def started_by(self, node: str) -> set[str]:
        begun = self.started(node)
        return self.cited(node, "REACHED", *begun) if begun else set()

    def invested_by(self, node: str) -> set[str]:
        firms = self.of_type(node, "Company", "INVESTED_BY")
        return self.cited(node, "INVESTED_BY", *firms) if firms else set()

    def money(self, project: str) -> Any:
        state = self.get(project, "investment_state", "unsaid")
        return self.get(project, "investment", state)

    def total(self, projects: Iterable[str]) -> Any:
        said = [self.money(project) for project in projects]
        known = [value for value in said if not isinstance(value, str)]
        if known:
            return sum(known)
        return next((word for word in ("masked", "disputed") if word in said), "unsaid")

    def signed_never_started(self) -> Iterator[Cells]:
        plain = ("SIGNED_AT", "INVESTED_BY", "IN_CHAIN", "BLOCKED_BY")
        for x in self.nodes("Project"):
            signed = "Stage/signed" in self.targets(x, "REACHED")
            if not signed or self.started(x) or self.get(x, "stage") == "terminated":
                continue
            on = self.get(x, "signed_on", "unsaid")
            days: Any = "unsaid"
            if len(on) == 10:
                days = (date.fromisoformat(TODAY) - date.fromisoformat(on)).days
            said = self.investments(x) | self.cited(x, "REACHED", "Stage/signed")
            said = said.union(*(self.cited(x, kind) for kind in plain))
            yield (
                self.get(x, "name"), self.names(self.targets(x, "IN_REGION")),
                self.names(self.targets(x, "SIGNED_AT")), on, days, self.money(x),
                self.names(self.targets(x, "INVESTED_BY")),
                self.names(self.targets(x, "IN_CHAIN")),
                listed(self.get(b, "code") for b in self.targets(x, "BLOCKED_BY")),
                listed(said),
            )  # fmt: skip

    def chains_without_anchor(self) -> Iterator[Cells]:
        for chain in (c for c in self.nodes("Chain") if self.get(c, "code") is None):
            regions: list[str | None] = [*self.targets(chain, "IN_REGION")]
            for region in regions or [None]:
                yield from self._chain(chain, region)

    def _chain(self, chain: str, region: str | None) -> Iterator[Cells]:
        members = [m for m, _ in self.into(chain, "IN_CHAIN")
                   if region is None or region in self.regions(m)]  # fmt: skip
        firms = {f for m in members for f in {m} | self.targets(m, "INVESTED_BY")
                 if f.startswith("Company/")}  # fmt: skip
        titles = {t for firm in firms for t in self.targets(firm, "DESIGNATED")}
        if any(self.get(title, "anchor") for title in titles):
            return
        projects = {m for m in members if m.startswith("Project/")}
        said = {p for x in projects for p in self.investments(x)}
        for member in members:
            said |= self.cited(member, "IN_CHAIN", chain) | self.invested_by(member)
        for source, edge in self.into(chain, "FOCUSES_ON"):
            inside = self.regions(source) | self.upward(source)
            if region is None or region in inside:
                said |= set(edge.get("passages", []))
        named = {g for g, _ in self.into(chain, "MENTIONS")
                 if region is None or region in self.reported(g)}  # fmt: skip
        place = "[]" if region is None else self.get(region, "name")
        listed_ = region is not None and self._listed(chain, region)
        none = "said_none" if self._none(chain) else "list_none" if listed_ else "nothing_known"
        yield (self.get(chain, "name"), place, len(firms), len(projects), self.total(projects),
               none, listed(said or named))  # fmt: skip

    def reported(self, passage: str) -> set[str]:
        (document,) = self.targets(passage, "IN_DOCUMENT")
        return {up for home in self.targets(document, "REPORTS_ON") for up in self.upward(home)}

    def _none(self, chain: str) -> bool:
        words = [d.get("quote", "") for _, d in self.out(chain, "BLOCKED_BY")]
        words += [self.get(self.indicator(f), "name") for f in self.targets(chain, "HAS_FIGURE")
                  if self.get(f, "value") == 0]  # fmt: skip
        return any("链主" in word or "龙头" in word for word in words)

    def _listed(self, chain: str, region: str) -> bool:
        """Whether a list of anchors covers the region, and none is in a chain of the same kind."""
        lists = [d for d in self.nodes("Document")
                 if {"chain_leader", "leading"} & set(self.get(d, "list_of", []))]  # fmt: skip
        kinds = self.targets(chain, "KIND_OF")
        members = {m for kind in kinds for c, _ in self.into(kind, "KIND_OF")
                   for m, _ in self.into(c, "IN_CHAIN")}  # fmt: skip
        firms = {f for m in members for f in {m} | self.targets(m, "INVESTED_BY")
                 if f.startswith("Company/") and region in self.regions(f)}  # fmt: skip
        anchors = {f for f in firms if any(self.get(t, "anchor")
                   for t in self.targets(f, "DESIGNATED"))}  # fmt: skip
        over = {place for d in lists for place in self.targets(d, "REPORTS_ON")}
        return bool(over & self.upward(region)) and not anchors

    def event_yield(self) -> Iterator[Cells]:
        for event in self.nodes("Event"):
            projects = {x for x, _ in self.into(event, "SIGNED_AT")}
            counts = self._said(event, "signed_projects")
            sums = self._said(event, "signed_investment")
            if not projects and not counts and not sums:
                continue
            begun: Any = sum(bool(self.started(x)) for x in projects) if projects else "unsaid"
            running: Any = "unsaid"
            if projects:
                running = sum(bool(RUNNING & self.targets(x, "REACHED")) for x in projects)
            said = {p for figure in counts | sums for p in self.get(figure, "passages", [])}
            for x in projects:
                said |= self.investments(x) | self.started_by(x) | self.cited(x, "SIGNED_AT", event)
            yield (
                self.get(event, "name"), self.names(self.targets(event, "IN_REGION")),
                self._one(counts) if counts else len(projects) or "unsaid", begun, running,
                self._one(sums) if sums else self.total(projects), listed(said),
            )  # fmt: skip

    def _said(self, event: str, code: str) -> set[str]:
        return {
            f for f in self.figures(event, f"Indicator/{code}")
            if self.get(f, "measure") in ("count", "level")
            and (self.get(f, "base_value") is not None or self.get(f, "state") == "masked")
        }  # fmt: skip

    def _one(self, figures: set[str]) -> Any:
        known = {self.get(f, "base_value") for f in figures} - {None}
        return "masked" if not known else known.pop() if len(known) == 1 else "disputed"

    def blocked_projects(self) -> Iterator[Cells]:
        for x in self.nodes("Project"):
            stage = self.get(x, "stage", "unsaid")
            for blocker in self.targets(x, "BLOCKED_BY"):
                said = self.cited(x, "BLOCKED_BY", blocker) | self.investments(x)
                said |= self.cited(x, "REACHED", f"Stage/{stage}")
                yield (self.get(x, "name"), self.names(self.targets(x, "IN_REGION")),
                       self.get(blocker, "code"), stage, self.money(x),
                       listed(said))  # fmt: skip

    def park_load(self) -> Iterator[Cells]:
        for park in self.nodes("Park"):
            inside = {x: at for x in self.nodes("Project", "Company")
                      if (at := {p for p in self.targets(x, "LOCATED_IN") if p.startswith("Park/")
                                 and park in self.upward(p)})}  # fmt: skip
            yield self._park(park, inside)

    def _park(self, park: str, inside: dict[str, set[str]]) -> Cells:
        projects = {x for x in inside if x.startswith("Project/")}
        investors = {f for x in projects for f in self.targets(x, "INVESTED_BY")}
        firms = {f for f in investors | inside.keys() if f.startswith("Company/")}
        stages = {x: self.targets(x, "REACHED") for x in inside}
        building = [x for x, reached in stages.items()
                    if reached & {"Stage/started", "Stage/building"}
                    and not any((self.get(s, "order") or 0) >= 9 for s in reached)]  # fmt: skip
        own = [f for f in self.targets(park, "HAS_FIGURE") if self.get(f, "measure") == "count"
               and COUNTED.search(self.get(self.indicator(f), "name"))]  # fmt: skip
        said = {p for f in own for p in self.get(f, "passages", [])}
        for x, at in inside.items():
            said |= self.cited(x, "LOCATED_IN", *at) | self.started_by(x)
        for x in projects:
            said |= self.investments(x) | self.invested_by(x)
        named = {g for g, _ in self.into(park, "MENTIONS")}
        return (
            self.get(park, "name"), self.names(self.targets(park, "IN_REGION")), len(firms),
            len(projects), len(building), sum(bool(RUNNING & s) for s in stages.values()),
            self.total(projects), listed(map(self._figure, own), "unsaid"), listed(said or named),
        )  # fmt: skip

    def _figure(self, figure: str) -> str:
        masked = self.get(figure, "state") == "masked"
        value = "masked" if masked else self.get(figure, "name")
        period = self.get(figure, "period")
        name = self.get(self.indicator(figure), "name")
        return f"{name} {value}" + (f" ({period})" if period else "")

    def mentions(self, entity: str = "云岭节") -> Iterator[Cells]:
        for passage in self.nodes("Passage"):
            for thing in self.targets(passage, "MENTIONS"):
                series = {self.get(s, "name") for s in self.targets(thing, "EDITION_OF")}
                names = {self.get(thing, "name"), self.get(thing, "said_name")} | series
                if entity in names | set(self.get(thing, "aliases", [])):
                    (document,) = self.targets(passage, "IN_DOCUMENT")
                    yield (document.removeprefix("Document/"), self.get(passage, "start"),
                           self.get(passage, "text"), passage)  # fmt: skip
                    break


def listed(members: Iterable[str], none: str = "[]") -> str:
    return " | ".join(sorted(set(members))) or none


GIVEN: dict[str, dict[str, object]] = {
    "signed-never-started": {"as_of": TODAY},
    "mentions": {"entity": "云岭节"},
}


@pytest.mark.parametrize("name", [
    "signed-never-started", "chains-without-anchor", "event-yield", "blocked-projects",
    "park-load", "mentions",
])  # fmt: skip
def test_the_query_answers_as_plain_python_does(name: str, random_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), name, **GIVEN.get(name, {}), limit=10_000)
        meant = list(getattr(Oracle(graph), name.replace("-", "_"))())
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 20


def rounded(rows_: Iterable[Row | Cells]) -> list[Cells]:
    """The rows in one order; numbers to nine digits, as decimals add up differently by order."""
    return sorted(
        (tuple(f"{c:.9g}" if isinstance(c, int | float) else c for c in row) for row in rows_),
        key=repr,
    )
