"""What an answer rests on: how many reports, of which regions and periods, and how firmly."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.ask.catalogue import Question
from kg.ask.near import Missing
from kg.ask.rows import MASKED_FIGURE, Row, members


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that an id of evidence stands for, and where they stand.

    `unknown` says which project investments are masked or disputed by what it says.
    """

    document: str
    place: str
    start: int
    text: str
    unknown: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Document and place: `report-7 第三节`."""
        return self.document if self.place == "unsaid" else f"{self.document} {self.place}"


def sentences(names: Iterable[str], quotes: Mapping[str, Quote]) -> tuple[Quote, ...]:
    """The quotes of these ids, without those that are a part of another one of them."""
    found = [quotes[name] for name in names if name in quotes]
    return tuple(one for one in found if not any(one != o and _within(one, o) for o in found))


def _within(one: Quote, other: Quote) -> bool:
    return (
        one.document == other.document
        and other.start <= one.start
        and one.start + len(one.text) <= other.start + len(other.text)
    )


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on.

    `reports` is how many reports the store holds, `cited` how many of them the rows quote;
    `regions` are those that the reports are about, `since` and `until` the ends of their periods
    (None where no report says one). `masked`, `disputed` and `single` count rows with a masked or
    disputed value, or resting on one sentence alone; `partial` those whose sum leaves out masked or
    disputed members. `full` says that the limit was reached: there may be more rows. `idle` names
    the parameters that were given and play no part in this question, `missing` the names asked for
    that the graph does not have.
    """

    reports: int
    cited: int
    regions: tuple[str, ...]
    since: str | None
    until: str | None
    rows: int
    masked: int
    disputed: int
    partial: int
    single: int
    full: bool
    idle: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()

    def text(self, lang: str = "zh") -> str:
        """A few short lines, as they are printed below every answer."""
        lines = (_zh if lang == "zh" else _en)(self)
        return "\n".join(lines + [name.text(lang) for name in self.missing])


def basis(
    question: Question,
    rows: Sequence[Row],
    quotes: Mapping[str, Quote],
    reports: Sequence[Row],
    limit: int,
    idle: tuple[str, ...] = (),
) -> Basis:
    """The basis of these rows; `reports` are the rows of `queries/support/reports`."""
    regions = {name for row in reports for name in members(row[2])}
    return Basis(
        reports=len(reports),
        cited=len({quote.document for quote in quotes.values()}),
        regions=tuple(sorted(regions)),
        since=min((str(row[3]) for row in reports if row[3] != "unsaid"), default=None),
        until=max((str(row[4]) for row in reports if row[4] != "unsaid"), default=None),
        rows=len(rows),
        masked=sum(_masked(question, row) for row in rows),
        disputed=sum("disputed" in row for row in rows),
        partial=sum(_partial(question, row, quotes) for row in rows),
        single=sum(len(sentences(members(row[-1]), quotes)) == 1 for row in rows),
        full=len(rows) >= limit,
        idle=idle,
    )


def _masked(question: Question, row: Row) -> bool:
    return "masked" in row or any(
        column.type == "figures" and MASKED_FIGURE.search(str(cell))
        for column, cell in zip(question.columns, row, strict=True)
    )


def _partial(question: Question, row: Row, quotes: Mapping[str, Quote]) -> bool:
    """Whether a known sum stands beside members whose sum is masked or disputed."""
    known = any(
        column.sum and not isinstance(cell, str)
        for column, cell in zip(question.columns, row, strict=True)
    )
    return known and any(quotes[name].unknown for name in members(row[-1]) if name in quotes)


def _zh(b: Basis) -> list[str]:
    firm = [f"{b.masked} 行有被遮蔽的数值", f"{b.single} 行只有一句原文"]
    firm += [f"{b.disputed} 行有说法不一的数值"] if b.disputed else []
    firm += [f"{b.partial} 行的合计未含被遮蔽或说法不一的成员"] if b.partial else []
    lines = [
        f"依据：{b.reports} 份报告，引用其中 {b.cited} 份；"
        f"时期 {b.since or '未说明'} 至 {b.until or '未说明'}",
        f"地区：{_some(b.regions, '、 ') or '未说明'}",
        f"共 {b.rows} 行：{'；'.join(firm)}",
    ]
    lines += ["已达最多行数，可能还有更多"] if b.full else []
    return lines + [f"{name} 与本问题无关" for name in b.idle]


def _en(b: Basis) -> list[str]:
    firm = [f"{b.masked} with a masked value", f"{b.single} resting on one sentence alone"]
    firm += [f"{b.disputed} with a disputed value"] if b.disputed else []
    firm += [f"{b.partial} with a sum beside masked or disputed members"] if b.partial else []
    lines = [
        f"Basis: {b.reports} reports, {b.cited} of them cited; "
        f"period {b.since or 'unsaid'} to {b.until or 'unsaid'}",
        f"Regions: {_some(b.regions, ', ') or 'unsaid'}",
        f"{b.rows} rows: {', '.join(firm)}",
    ]
    lines += ["The limit is reached; there may be more"] if b.full else []
    return lines + [f"{name} plays no part in this question" for name in b.idle]


_MOST_NAMED = 6


def _some(names: Sequence[str], join: str) -> str:
    shown = join.join(names[:_MOST_NAMED])
    return f"{shown} … ({len(names)})" if len(names) > _MOST_NAMED else shown
