"""The links of a chain, those on record and those without, again in plain Python."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from kg.ask.run import rows
from kg.graph.form import Graph
from kg.store import rdf

from .test_oracle import Cells, Oracle, listed, rounded


class Links(Oracle):
    """What `chain-map` and `missing-links` mean, said once more."""

    def groups(self) -> dict[str, set[str]]:
        """The said chains by what they are a kind of; one of no kind stands for itself."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for chain in self.nodes("Chain"):
            if self.get(chain, "code") is None:
                (kind,) = self.targets(chain, "KIND_OF") or {chain}
                found[kind].add(chain)
        return found

    def links(self, kind: str) -> list[tuple[str, str]]:
        """The links of a chain of the taxonomy, in order, each with its position."""
        found = [(s, d["position"]) for s, d in self.into(kind, "PART_OF") if "position" in d]
        return sorted(found, key=lambda link: int(self.get(link[0], "order")))

    def placed(self, link: str, region: str | None) -> set[str]:
        return {x for x, _ in self.into(link, "IN_SEGMENT") if self.lies(x, region)}

    def lies(self, node: str, region: str | None) -> bool:
        inside = {n for r in self.regions(node) for n in self.called(r)}
        return region is None or region in inside

    def called(self, node: str) -> set[str]:
        return {self.get(node, "name"), self.get(node, "said_name")}

    def asked(self, chain: str | None, region: str | None) -> Iterator[tuple[str, set[str]]]:
        for kind, chains in self.groups().items():
            names = {c: self.called(c) | {self.get(kind, "name")} for c in chains}
            right = {c for c in chains if chain is None or chain in names[c]}
            if right := {c for c in right if self.lies(c, region)}:
                yield kind, right

    def chain_map(self, chain: str, region: str | None = None) -> Iterator[Cells]:
        for kind, chains in self.asked(chain, region):
            named = {q for c in chains for q, _ in self.into(c, "MENTIONS")}
            named = {q for q in named if region is None or region in self.about(q)}
            everywhere: set[str] = set()
            for link, position in self.links(kind):
                things = self.placed(link, region)
                everywhere |= self.placed(link, None)
                said = {p for x in things for p in self.cited(x, "IN_SEGMENT", link)}
                yield (self.get(link, "name"), position, *self.sorts(things), listed(said or named))
            rest = self.members(chains) - everywhere
            if rest := {x for x in rest if self.lies(x, region)}:
                yield ("[]", "unsaid", *self.sorts(rest), listed(self.why(rest, chains) or named))

    def members(self, chains: set[str]) -> set[str]:
        direct = {m for c in chains for m, _ in self.into(c, "IN_CHAIN")}
        return direct | {f for m in direct for f in self.of_type(m, "Company", "INVESTED_BY")}

    def why(self, things: set[str], chains: set[str]) -> set[str]:
        said = {p for x in things for p in self.cited(x, "IN_CHAIN", *chains)}
        direct = {m for c in chains for m, _ in self.into(c, "IN_CHAIN")}
        return said | {p for m in direct for x in things for p in self.cited(m, "INVESTED_BY", x)}

    def about(self, passage: str) -> set[str]:
        return {name for region in self.reported(passage) for name in self.called(region)}

    def sorts(self, things: set[str]) -> tuple[str, str, str]:
        company, project, park = (
            self.names(x for x in things if x.startswith(f"{label}/"))
            for label in ("Company", "Project", "Park")
        )
        return company, project, park

    def missing_links(self, chain: str | None = None, region: str | None = None) -> Iterator[Cells]:
        for kind, _ in self.asked(chain, region):
            links = self.links(kind)
            full = [n for n, (link, _) in enumerate(links) if self.placed(link, region)]
            said = {p for n in full for x in self.placed(links[n][0], region)
                    for p in self.cited(x, "IN_SEGMENT", links[n][0])}  # fmt: skip
            for number, (link, position) in enumerate(links):
                if full and number not in full:
                    yield (
                        self.get(kind, "name"), self.get(link, "name"), position,
                        self.names(links[n][0] for n in full if n < number),
                        self.names(links[n][0] for n in full if n > number), listed(said),
                    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("chain-map", {"chain": "纺织"}),
        ("chain-map", {"chain": "木材加工", "region": "青川县"}),
        ("chain-map", {"chain": "$p"}),
        ("missing-links", {}),
        ("missing-links", {"chain": "木材加工", "region": "青川县"}),
    ],
)
def test_the_query_answers_as_plain_python_does(
    name: str, given: dict[str, str], random_graphs: list[Graph]
) -> None:
    seen = 0
    for number, graph in enumerate(random_graphs):
        found = rows(rdf.oxigraph(graph), name, **given, limit=10_000)
        meant = list(getattr(Links(graph), name.replace("-", "_"))(**given))
        assert rounded(found) == rounded(meant), number
        seen += len(found)
    assert seen > 2
