"""All documents together: who is who in them, and what they claim of whom."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.graph.claims import UnfitError, claim, edge_form, object_of
from kg.graph.fact import Claim
from kg.ids import document_id
from kg.link.across import identify
from kg.link.register import Register, register
from kg.model import CLOSED_TYPES, Judgement, Reading, Ref, Statement
from kg.vocabulary import EdgeForm


@dataclass(frozen=True, slots=True)
class Part:
    """One document in the graph: what it says, whom it names, and the node of each of those."""

    reading: Reading
    register: Register
    nodes: list[str]
    claims: list[Claim]

    @property
    def id(self) -> str:
        """The document's name: its file's stem."""
        return self.reading.source.id

    @property
    def node(self) -> str:
        """The document's node."""
        return document_id(self.id)

    @property
    def home(self) -> str | None:
        """The node of the region that the document reports on."""
        return None if self.register.home is None else self.nodes[self.register.home]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The documents in order of their names, and the statements that have no place in the graph."""

    parts: list[Part]
    left_out: list[str]


@dataclass(frozen=True, slots=True)
class _Draft:
    """One document before it is settled who is who: its statements with their edge types."""

    reading: Reading
    register: Register
    said: list[tuple[Statement, EdgeForm]]


def corpus(readings: Iterable[Reading], judgements: Iterable[Judgement]) -> Corpus:
    """Settle who is who in all documents, and what each of their statements claims."""
    left_out: list[str] = []
    ordered = sorted(readings, key=lambda reading: reading.source.id)
    drafts = [_draft(reading, left_out) for reading in ordered]
    usable = [judgement for judgement in judgements if _usable(judgement, left_out)]
    ids = identify([draft.register for draft in drafts], usable)
    parts = [
        Part(draft.reading, draft.register, nodes, _claims(draft, nodes, left_out))
        for draft, nodes in zip(drafts, ids, strict=True)
    ]
    return Corpus(parts, left_out)


def _usable(judgement: Judgement, left_out: list[str]) -> bool:
    """Only things of one type can be judged to be one."""
    kinds = {judgement.left.partition("/")[0], judgement.right.partition("/")[0]}
    if len(kinds) == 1 or judgement.verdict == "rejected":
        return True
    left_out.append(f"{judgement.left} = {judgement.right}: left out, they are of two types")
    return False


def _draft(reading: Reading, left_out: list[str]) -> _Draft:
    names = register(reading)
    said = []
    for statement in reading.statements:
        try:
            form = edge_form(statement)
        except UnfitError as reason:
            left_out.append(_left_out(reading, statement, reason))
            continue
        names.find(statement.subject)
        ref = object_of(statement, form)
        if ref is not None and ref.type not in CLOSED_TYPES:
            names.find(ref)
        said.append((statement, form))
    return _Draft(reading, names, said)


def _claims(draft: _Draft, nodes: list[str], left_out: list[str]) -> list[Claim]:
    def node(ref: Ref) -> str:
        return nodes[draft.register.find(ref)]

    claims = []
    for statement, form in draft.said:
        try:
            claims.append(claim(statement, form, draft.reading.source.id, node))
        except UnfitError as reason:
            left_out.append(_left_out(draft.reading, statement, reason))
    return claims


def _left_out(reading: Reading, statement: Statement, reason: UnfitError) -> str:
    said = statement.object.name if statement.object else statement.value
    return (
        f"{reading.source.id}: {statement.subject.name} – {statement.predicate} – {said}: "
        f"left out, {reason}"
    )
