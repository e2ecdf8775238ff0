"""The Python door: read and extract, build a graph folder, open one and ask it."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import interchange
from kg.building import STATEMENTS, Summary, build_folder
from kg.errors import InputError, QueryError
from kg.model import Document, Entity, Reading, Scalar, Statement
from kg.store.statements import StatementStore

if TYPE_CHECKING:
    import pandas as pd
    import pyoxigraph
    import rdflib

    from kg.ask.adhoc import Rows
    from kg.ask.table import Answer
    from kg.graph.form import Graph as KnowledgeGraph
    from kg.show.draw import Picture
    from kg.store.neo4j import PushResult
    from kg.store.shacl_report import Finding
    from kg.why import Story


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one text says: entities, facts with their quotes, and the text they count in.

    >>> import kg
    >>> said = kg.extract("X县引进投资2亿元的青禾食品年产5万吨米粉项目，已开工建设。")
    >>> [entity.name for entity in said.entities if entity.type == "Project"]
    ['青禾食品年产5万吨米粉项目']
    """

    reading: Reading

    @property
    def entities(self) -> tuple[Entity, ...]:
        """The things that the text names."""
        return self.reading.entities

    @property
    def facts(self) -> tuple[Statement, ...]:
        """What the text says of them; every fact carries the spans that say it."""
        return self.reading.statements

    def to_pandas(self) -> pd.DataFrame:
        """One row a fact, with its qualifiers, its best quote and the rule that read it."""
        import pandas as pd

        return pd.DataFrame([_row(fact) for fact in self.facts], columns=_COLUMNS)

    def to_jsonl(self) -> str:
        """The interchange's JSON Lines, as `kg extract --format jsonl` prints them."""
        return interchange.dump(self.reading)


_COLUMNS = [
    "subject", "subject_type", "predicate", "object", "object_type", "value",
    "status", "date", "indicator", "measure", "kind", "period", "unit", "masked",
    "quote", "start", "end", "confidence", "rule",
]  # fmt: skip


def _row(fact: Statement) -> list[Any]:
    span = fact.evidence[0] if fact.evidence else None
    target = fact.object
    said = fact.qualifiers
    return [
        fact.subject.name, fact.subject.type, fact.predicate,
        target.name if target else None, target.type if target else None, fact.value,
        *(said.get(key) for key in _COLUMNS[6:14]),
        *((span.quote, span.start, span.end) if span else (None, None, None)),
        fact.confidence, fact.rule,
    ]  # fmt: skip


def extract(source: str | Document) -> Extraction:
    """Read what a text says. A `str` is the text itself; for a file use `kg.read.read(path)`."""
    from kg.extract import extract as run
    from kg.read import from_text

    return Extraction(run(from_text(source) if isinstance(source, str) else source))


class Graph:
    """A graph folder: the statements in SQLite, and the graph made anew from them.

    Everything but the statements is derived: `networkx()`, `rdflib()` and the embedded SPARQL store
    are made once, on first use.
    """

    def __init__(self, folder: str | Path, summary: Summary | None = None) -> None:
        self.folder = Path(folder)
        self.summary = summary
        if not (self.folder / STATEMENTS).is_file():
            raise InputError(
                f"{self.folder}: 不是图文件夹，请先 kg build 报告 -o {self.folder} / "
                f"is no graph folder; make one with: kg build REPORTS -o {self.folder}"
            )

    @cached_property
    def _graph(self) -> KnowledgeGraph:
        from kg.graph.build import build as build_graph

        with StatementStore(self.folder / STATEMENTS) as store:
            return build_graph(store.readings(), store.judgements())

    @cached_property
    def _triples(self) -> pyoxigraph.Store:
        from kg.store import rdf

        return rdf.oxigraph(self._graph)

    def networkx(self) -> KnowledgeGraph:
        """The graph as it is printed everywhere: see `kg.graph` for its form."""
        return self._graph

    def rdflib(self) -> rdflib.Graph:
        """The same graph as RDF 1.1 in rdflib."""
        from kg.store import rdf

        return rdf.rdflib_graph(self._graph)

    def ask(self, question: str, **parameters: Scalar | None) -> Answer:
        """Answer a canned question; `QueryError` for an unknown question, parameter or region."""
        from kg.ask.run import ask

        region = parameters.get("region")
        if region is not None:
            self._require_region(str(region))
        return ask(self._triples, question, **parameters)

    def _require_region(self, name: str) -> None:
        """An answer without rows must mean that nothing is known, not that a name was mistyped."""
        regions = [d for _, d in self._graph.nodes(data=True) if d["label"] == "Region"]
        if not any(name in (d["name"], d["said_name"]) for d in regions):
            reported = sorted(
                self._graph.nodes[region]["name"]
                for _, region, edge in self._graph.edges(data=True)
                if edge["type"] == "REPORTS_ON"
            )
            raise QueryError(
                f"region={name}: 图中没有这个地区 / the graph names no such region; "
                f"报告的地区 reported: {'、'.join(dict.fromkeys(reported))}"
            )

    def judge(self, one: str, other: str, *, same: bool, reason: str = "") -> None:
        """Keep the decision that two things, each named by caption or id, are one or are not.

        The graph is made anew on next use. A later decision on the same two replaces it.
        """
        from kg.judging import judgement

        decision = judgement(self._graph, one, other, same=same, reason=reason)
        with StatementStore(self.folder / STATEMENTS) as store:
            store.judge(decision)
        for made in ("_graph", "_triples"):
            self.__dict__.pop(made, None)

    def why(self, name: str) -> list[Story]:
        """All facts of the entities of that name, each with document, place and sentence."""
        from kg.why import why

        return why(self._graph, name)

    def draw(self, view: str, name: str | None = None, *, region: str | None = None) -> Picture:
        """A picture, shown in a notebook and saved by `.save("x.svg")`: see `kg.show.draw.VIEWS`.

        `entity` and `chain` need a name. `InputError` for an unknown view, name or region.
        """
        from kg.show.asked import Asked
        from kg.show.draw import draw

        if region is not None:
            self._require_region(region)
        return draw(Asked(self._graph, self._triples), view, name, region)

    def report(self, region: str, path: str | Path, *, pictures: bool = True) -> None:
        """Write the report on a region as .docx, .html or .pdf, every line with its source.

        `QueryError` for an unknown region; `MissingComponentError` where pictures need a font, or a
        PDF LibreOffice.
        """
        from kg.report.content import report
        from kg.report.write import write
        from kg.show.asked import Asked

        self._require_region(region)
        found = report(
            Asked(self._graph, self._triples),
            region,
            (lambda view: self.draw(view, region=region)) if pictures else None,
        )
        write(found, Path(path))

    def sparql(
        self,
        query: str,
        *,
        limit: int | None = None,
        timeout: float | None = 60.0,
        **bindings: Scalar,
    ) -> pd.DataFrame:
        """The rows of a SPARQL SELECT on the embedded store; updates and SERVICE are refused.

        At most `limit` rows (a warning says where there are more), within `timeout` seconds.
        """
        from kg.ask.adhoc import sparql

        return _frame(sparql(self._triples, query, bindings, limit=limit, timeout=timeout))

    def oxigraph(self) -> pyoxigraph.Store:
        """The same graph in the embedded SPARQL store."""
        return self._triples

    def cypher(
        self,
        query: str,
        uri: str | None = None,
        *,
        limit: int | None = None,
        timeout: float = 60.0,
        **parameters: Scalar | None,
    ) -> pd.DataFrame:
        """The rows of a read-only Cypher query on the Neo4j that the graph was pushed to.

        `uri` defaults to `NEO4J_URI`, else to the local one of `kg neo4j up`. `ServerError` where
        there is none. At most `limit` rows (a warning says where there are more), within `timeout`
        seconds.
        """
        from kg.ask.adhoc import cypher
        from kg.servers import connect

        with connect(uri) as server:
            return _frame(cypher(server, query, parameters, limit=limit, timeout=timeout))

    def check(self) -> list[Finding]:
        """Where the graph differs from its SHACL shapes, each with document and sentence."""
        from kg.store.shacl_report import findings

        return findings(self._graph)

    def push(self, uri: str | None = None, *, beside_others: bool = False) -> PushResult:
        """Bring a Neo4j to the state of this graph: what is new goes in, what is gone goes."""
        from kg.servers import connect

        with connect(uri) as server:
            return server.push(self._graph, beside_others=beside_others)


def _frame(rows: Rows) -> pd.DataFrame:
    if rows.remark:
        warnings.warn(rows.remark, stacklevel=3)
    return rows.to_pandas()


def build(paths: str | Path | Iterable[str | Path], folder: str | Path = "graph") -> Graph:
    """Read reports, folders of them and interchange lines into a graph folder, and open it.

    What could not be read is in `graph.summary.left_out`, and a warning each; the rest is built.
    Building the same files again doubles nothing: a document is replaced.
    """
    summary = build_folder(paths, Path(folder))
    for line in summary.left_out:
        warnings.warn(line, stacklevel=2)
    return Graph(folder, summary)


def open(folder: str | Path = "graph") -> Graph:  # noqa: A001 – kg.open reads like the builtin
    """Open a graph folder; `InputError` where there is none."""
    return Graph(folder)
