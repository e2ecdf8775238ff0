"""The questions on indicators again in plain Python, on random reports full of figures."""

from collections import defaultdict
from collections.abc import Iterator
from math import floor
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf
from kg.store.neo4j import Neo4jStore

from .accounts import accounts
from .test_oracle import Cells, Oracle, listed, rounded
from .test_parity import equal

KINDS = {"HAS_FIGURE": "actual", "HAS_TARGET": "target", "HAS_FORECAST": "forecast"}
SHARE = "newly_signed_manufacturing_share"


class Indicators(Oracle):
    """What the questions on indicators mean, said once more."""

    def figures_of(self, subject: str, *kinds: str) -> list[tuple[str, str]]:
        return [(f, d["type"]) for f, d in self.out(subject, *(kinds or KINDS))]

    def subjects(self) -> Iterator[str]:
        return self.nodes("Region", "Park", "Chain", "Company", "Event", "Organization")

    def said(self, figures: Any) -> str:
        return listed(p for f in figures for p in self.get(f, "passages", []))

    def words(self, figure: str, *measures: str) -> str:
        measure = self.get(figure, "measure")
        suffix = f" ({measure})" if measure in measures else ""
        return str(self.get(self.indicator(figure), "name")) + suffix

    def one(self, figures: list[str], none: str = "unsaid") -> Any:
        known = {self.get(f, "value") for f in figures} - {None}
        if len(known) == 1:
            return known.pop()
        return "disputed" if known else "masked" if figures else none

    def amount(self, figure: str) -> bool:
        return self.get(figure, "measure") in ("level", "count")

    def indicator_series(self) -> Iterator[Cells]:
        groups: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
        for x in self.subjects():
            for f, kind in self.figures_of(x):
                if self.get(self.indicator(f), "name") == "外贸进出口总额":
                    groups[x, kind, self.get(f, "period", "unsaid")].append(f)
        for (x, kind, period), found in groups.items():
            grown = [f for f in found if self.get(f, "measure") == "yoy"]
            values = [f for f in found if self.get(f, "measure") in ("level", "count", "share")]
            for f in values or ([""] if grown else []):
                value, unit = (
                    ("unsaid", "unsaid")
                    if not f
                    else (self.get(f, "value", self.get(f, "state")), self.get(f, "unit", "unsaid"))
                )
                yield (self.get(x, "name"), period, KINDS[kind], value, unit, self.one(grown),
                       self.said([*grown, *([f] if f else [])]))  # fmt: skip

    def conflicting_figures(self) -> Iterator[Cells]:
        for x in self.subjects():
            groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
            for f, kind in self.figures_of(x):
                if self.get(f, "value") is not None and self.get(f, "period"):
                    key = (kind, self.indicator(f), self.get(f, "measure"), self.get(f, "period"),
                           self.get(f, "unit", ""))  # fmt: skip
                    groups[key].append(f)
            for (kind, *_), found in groups.items():
                if any(self._differ(a, b) for a in found for b in found):
                    suffix = "" if kind == "HAS_FIGURE" else f" ({KINDS[kind]})"
                    name = self.words(found[0], "yoy", "share", "completion") + suffix
                    documents = {d for f in found for d in self.get(f, "documents")}
                    yield (self.get(x, "name"), name, self.get(found[0], "period"),
                           self.names(found), listed(documents), self.said(found))  # fmt: skip

    def _differ(self, a: str, b: str) -> bool:
        apart = not set(self.get(a, "passages", [])) & set(self.get(b, "passages", []))
        return apart and self.get(a, "value") != self.get(b, "value")

    def targets_behind(self) -> Iterator[Cells]:
        for x in self.subjects():
            for target, _ in self.figures_of(x, "HAS_TARGET"):
                for actual in self._latest(x, target):
                    row = self._behind(target, actual)
                    if row[-1] < 0:
                        name, period = (
                            self.words(target, "yoy", "share"),
                            self.get(target, "period"),
                        )
                        said = self.said([target, actual])
                        yield self.get(x, "name"), name, period, *row, said

    def _latest(self, x: str, target: str) -> list[str]:
        measure, goal = self.get(target, "measure"), self.get(target, "value")
        if goal is None or not self.get(target, "period") or measure == "completion":
            return []
        if self.amount(target) and goal <= 0:
            return []
        found = [
            ((self.get(f, "until"), kind == "HAS_FIGURE"), f)
            for f, kind in self.figures_of(x, "HAS_FIGURE", "HAS_FORECAST")
            if self.indicator(f) == self.indicator(target) and self.get(f, "measure") == measure
            and self.get(f, "value") is not None and self.get(f, "unit") == self.get(target, "unit")
            and self.get(f, "from") == self.get(target, "from")
            and self.get(f, "until") <= self.get(target, "until")
        ]  # fmt: skip
        return [f for rank, f in found if rank == max(found)[0]]

    def _behind(self, target: str, actual: str) -> tuple[Any, ...]:
        goal, value = self.get(target, "value"), self.get(actual, "value")
        elapsed = 100 * self._months(actual) / self._months(target)
        done = 100 * value / goal if self.amount(target) else None
        ahead = value - goal if done is None else done - elapsed
        if self.get(self.indicator(target), "better") == "down":
            ahead = -ahead
        return (goal, value, "unsaid" if done is None else two(done), two(elapsed), two(ahead))

    def _months(self, figure: str) -> int:
        (y1, m1), (y2, m2) = (map(int, self.get(figure, end).split("-")[:2])
                              for end in ("from", "until"))  # fmt: skip
        return (y2 - y1) * 12 + m2 - m1 + 1

    def manufacturing_share(self) -> Iterator[Cells]:
        code = f"Indicator/{SHARE}"
        for x in self.nodes("Region"):
            shares: defaultdict[str, list[str]] = defaultdict(list)
            for f in self.figures(x, code):
                if self.get(f, "measure") == "share":
                    shares[self.get(f, "period", "unsaid")].append(f)
            out = {p for p, _ in self.into(code, "NOT_COUNTED_IN") if x in self.regions(p)}
            outside = {p for o in out for p in self.cited(o, "NOT_COUNTED_IN", code)}
            for period, found in shares.items():
                goals = [t for t, _ in self.figures_of(x, "HAS_TARGET")
                         if self.indicator(t) == code and self._holds(t, found[0])]  # fmt: skip
                made = [f for f, _ in self.figures_of(x, "HAS_FIGURE") if self.amount(f)
                        and self.get(f, "period", "unsaid") == period and self.indicator(f) in
                        ("Indicator/newly_signed_manufacturing_investment",
                         "Indicator/newly_signed_manufacturing_projects")]  # fmt: skip
                said = outside | {p for f in found + goals + made
                                  for p in self.get(f, "passages", [])}  # fmt: skip
                yield (self.get(x, "name"), period, self.one(found), self.one(goals),
                       listed(map(self._counted, made), "unsaid"), self.names(out),
                       listed(said))  # fmt: skip

    def _holds(self, target: str, figure: str) -> bool:
        a, b = (self.get(target, "from"), self.get(target, "until")), self.get(figure, "from")
        return bool(a[0] and b and a[0] <= b and a[1] >= self.get(figure, "until"))

    def _counted(self, figure: str) -> str:
        masked = self.get(figure, "state") == "masked"
        return f"{self.words(figure)} {'masked' if masked else self.get(figure, 'name')}"


def two(number: float) -> float:
    """To two decimals, halves upward."""
    return floor(number * 100 + 0.5) / 100


@pytest.fixture(scope="module")
def account_graphs() -> list[Graph]:
    return [accounts(seed) for seed in range(40)]


GIVEN: dict[str, dict[str, object]] = {"indicator-series": {"indicator": "外贸进出口总额"}}
NAMES = ["indicator-series", "conflicting-figures", "targets-behind", "manufacturing-share"]


@pytest.mark.parametrize("name", NAMES)
def test_the_query_answers_as_plain_python_does(name: str, account_graphs: list[Graph]) -> None:
    seen = 0
    for number, graph in enumerate(account_graphs):
        found = rows(rdf.oxigraph(graph), name, **GIVEN.get(name, {}), limit=10_000)
        meant = list(getattr(Indicators(graph), name.replace("-", "_"))())
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 20


ALL = [*NAMES, "figures-that-do-not-add-up"]


def test_rdflib_answers_as_pyoxigraph(account_graphs: list[Graph]) -> None:
    for number, graph in enumerate(account_graphs[:4]):
        fast, slow = rdf.oxigraph(graph), rdf.rdflib_graph(graph)
        for name in ALL:
            given = GIVEN.get(name, {})
            assert equal(rows(fast, name, **given), rows(slow, name, **given)), (number, name)


@pytest.mark.neo4j
def test_neo4j_answers_as_pyoxigraph(account_graphs: list[Graph], neo4j_store: Neo4jStore) -> None:
    for number, graph in enumerate(account_graphs[:12]):
        neo4j_store.push(graph)
        fast = rdf.oxigraph(graph)
        for name in ALL:
            given = GIVEN.get(name, {})
            assert equal(rows(fast, name, **given), rows(neo4j_store, name, **given)), (
                number, name)  # fmt: skip
