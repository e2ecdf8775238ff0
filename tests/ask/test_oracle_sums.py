"""What adds up and what does not, again in plain Python, and by examples."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.ask.run import rows
from kg.graph.build import build
from kg.graph.form import Graph
from kg.model import Entity, Reading, Source, Span, Statement
from kg.store import rdf

from .accounts import accounts
from .test_oracle import Cells, rounded
from .test_oracle_indicators import Indicators, two

NAME = "figures-that-do-not-add-up"


class Sums(Indicators):
    """Every figure that others of its subject should give."""

    def rows(self) -> Iterator[Cells]:
        for x in self.subjects():
            for figure, kind in self.figures_of(x, "HAS_FIGURE", "HAS_FORECAST"):
                if self.get(figure, "value") is not None and self.get(figure, "period"):
                    yield from self._row(x, figure, kind)

    def _row(self, x: str, figure: str, kind: str) -> Iterator[Cells]:
        said, head = self.get(figure, "value"), self.get(x, "name")
        name = self.words(figure, "yoy", "share", "completion")
        ways = list(self._ways(x, figure, kind))
        values = {two(value) for value, *_ in ways}
        parts = self._parts(x, figure, kind)
        total = sum(float(self.get(f, "value")) for f in parts)
        if ways and all(abs(v - said) > 0.5 + abs(v) / 100 for v, *_ in ways):
            computed: Any = values.pop() if len(values) == 1 else "disputed"
            shown = " | ".join(sorted({text for _, text, *_ in ways}))
            used = [figure, *(f for _, _, *both in ways for f in both)]
            yield (head, name, self.get(figure, "period"), said, computed, shown, self.said(used))
        elif parts and abs(total - said) > 0.005 * abs(said):
            shown = " + ".join(sorted(self._long(f) for f in parts))
            yield (head, name, self.get(figure, "period"), said, total, shown,
                   self.said([figure, *parts]))  # fmt: skip

    def _ways(self, x: str, figure: str, kind: str) -> Iterator[tuple[Any, ...]]:
        measure, unit = self.get(figure, "measure"), self.get(figure, "unit")
        node, period = self.indicator(figure), self.get(figure, "period")
        if measure == "share" and self.get(node, "divisor"):
            above, below = (f"Indicator/{self.get(node, end)}" for end in ("dividend", "divisor"))
            for a in self._amounts(x, above, kind, period):
                for b in self._amounts(x, below, kind, period):
                    yield from self._quotient(a, b, 0, f"{self._long(a)} / {self._long(b)}")
        elif measure in ("yoy", "completion") and unit == "%":
            base = "HAS_FIGURE" if measure == "yoy" else "HAS_TARGET"
            fits = self._year_before if measure == "yoy" else self._aimed
            for a in self._amounts(x, node, kind, period):
                for b in self._amounts(x, node, base):
                    if fits(figure, b):
                        yield from self._quotient(a, b, *self._written(measure, a, b))

    def _quotient(self, a: str, b: str, less: int, text: str) -> Iterator[tuple[Any, ...]]:
        if self.get(b, "value") > 0 and self.get(a, "unit") == self.get(b, "unit"):
            yield 100 * self.get(a, "value") / self.get(b, "value") - less, text, a, b

    def _written(self, measure: str, a: str, b: str) -> tuple[int, str]:
        here, there = self.get(a, "name"), f"{self.get(b, 'name')} ({self.get(b, 'period')})"
        if measure == "completion":
            return 0, f"{here} / {there}"
        return 100, f"{here} ({self.get(a, 'period')}) / {there} - 1"

    def _amounts(self, x: str, node: str, kind: str, period: str | None = None) -> list[str]:
        return [f for f, _ in self.figures_of(x, kind)
                if self.indicator(f) == node and self.amount(f)
                and self.get(f, "value") is not None and self.get(f, "period")
                and period in (None, self.get(f, "period"))]  # fmt: skip

    def _year_before(self, figure: str, base: str) -> bool:
        def moved(end: str) -> tuple[int, str]:
            day = self.get(base, end)
            return int(day[:4]) + 1, day[5:7]

        ends = [(int(self.get(figure, end)[:4]), self.get(figure, end)[5:7]) for end in
                ("from", "until")]  # fmt: skip
        return ends == [moved("from"), moved("until")]

    def _aimed(self, figure: str, target: str) -> bool:
        begins = self.get(target, "from") == self.get(figure, "from")
        return begins and bool(self.get(target, "until") >= self.get(figure, "until"))

    def _parts(self, x: str, figure: str, kind: str) -> list[str]:
        codes = self.get(self.indicator(figure), "summands", [])
        found = [[f for f in self._amounts(x, f"Indicator/{c}", kind, self.get(figure, "period"))
                  if self.get(f, "unit") == self.get(figure, "unit")] for c in codes]  # fmt: skip
        whole = self.amount(figure) and all(len(one) == 1 for one in found)
        return [f for one in found for f in one] if whole else []

    def _long(self, figure: str) -> str:
        return f"{self.get(self.indicator(figure), 'name')} {self.get(figure, 'name')}"


def test_the_query_answers_as_plain_python_does() -> None:
    seen = 0
    for seed in range(40):
        graph = accounts(seed)
        found = rows(rdf.oxigraph(graph), NAME, limit=10_000)
        assert rounded(found) == rounded(Sums(graph).rows()), seed
        seen += len(found)
    assert seen > 20


TEXT = "某县的数字。"
HOME = Entity("Region", "青川县", ("home",))


def county(*figures: tuple[str, str, float, str, str, str]) -> Graph:
    """A report that says these: indicator, measure, value, unit, period, kind."""
    names = ("indicator", "measure", "unit", "period", "kind")
    said = tuple(
        Statement(HOME.ref, "measured", None, value,
                  dict(zip(names, (words, measure, unit, period, kind), strict=True)),
                  (Span(0, 6, TEXT),))
        for words, measure, value, unit, period, kind in figures
    )  # fmt: skip
    return build([Reading(Source("report-7", region=HOME.ref), (HOME,), said, TEXT)])


TRADE, OUT, IN = "外贸进出口总额", "出口总额", "进口总额"


@pytest.mark.parametrize(
    ("figures", "answer"),
    [
        (  # a sum of its parts
            [(TRADE, "level", 5e8, "CNY", "2023", "actual"),
             (OUT, "level", 2e8, "CNY", "2023", "actual"),
             (IN, "level", 1e8, "CNY", "2023", "actual")],
            [("外贸进出口总额", 5e8, 3e8, "出口总额 2亿元 + 进口总额 1亿元")],
        ),
        (  # a part is not said: nothing can be reckoned
            [(TRADE, "level", 5e8, "CNY", "2023", "actual"),
             (OUT, "level", 2e8, "CNY", "2023", "actual")],
            [],
        ),
        (  # growth, by a figure of the year before
            [(TRADE, "level", 3e8, "CNY", "2023-H1", "actual"),
             (TRADE, "yoy", 20, "%", "2023-H1", "actual"),
             (TRADE, "level", 2e8, "CNY", "2022-H1", "actual")],
            [("外贸进出口总额 (yoy)", 20, 50, "3亿元 (2023-H1) / 2亿元 (2022-H1) - 1")],
        ),
        (  # a share, by its formula
            [("新签约项目制造业占比", "share", 37.17, "%", "2023-H1", "actual"),
             ("新签约制造业项目投资总额", "level", 5e9, "CNY", "2023-H1", "actual"),
             ("新签约项目投资总额", "level", 8e9, "CNY", "2023-H1", "actual")],
            [("新签约项目制造业占比 (share)", 37.17, 62.5,
              "新签约制造业项目投资总额 50亿元 / 新签约项目投资总额 80亿元")],
        ),
        (  # completion of the year's target: agrees
            [(TRADE, "level", 3e8, "CNY", "2023-H1", "actual"),
             (TRADE, "completion", 60, "%", "2023-H1", "actual"),
             (TRADE, "level", 5e8, "CNY", "2023", "target")],
            [],
        ),
        (  # two years before do not agree with one another
            [(TRADE, "level", 3e8, "CNY", "2023", "actual"),
             (TRADE, "yoy", 0, "%", "2023", "actual"),
             (TRADE, "level", 2e8, "CNY", "2022", "actual"),
             (TRADE, "level", 1e8, "CNY", "2022", "actual")],
            [("外贸进出口总额 (yoy)", 0, "disputed",
              "3亿元 (2023) / 1亿元 (2022) - 1 | 3亿元 (2023) / 2亿元 (2022) - 1")],
        ),
    ],
)  # fmt: skip
def test_the_arithmetic_is_shown(figures: list[Any], answer: list[Any]) -> None:
    found = rows(rdf.oxigraph(county(*figures)), NAME)
    assert [(row[1], *row[3:6]) for row in found] == answer
