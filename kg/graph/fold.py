"""The statements of one fact → the fact: keys, and what folds into what (GRAPH.md, Keys).

A pure function of one group of claims, whose order does not matter: claims that agree in `group`
are all that can meet in one fact.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date as Date  # noqa: N812 (a claim has a date of its own)
from math import prod

from kg.graph.fact import Claim, Fact, Properties
from kg.graph.mentions import passage_id
from kg.graph.periods import Days, within
from kg.ids import make_id
from kg.link.normal import normal
from kg.model import Scalar
from kg.vocabulary import edge_forms

FIGURES = frozenset(f.type for f in edge_forms().values() if f.predicate == "measured")
DATED_KEYS = frozenset(
    f.type for f in edge_forms().values() if f.predicate in ("at_stage", "has_designation")
)


def group(claim: Claim) -> Hashable:
    """What claims must agree in to be of one fact, or to fold into one another."""
    if claim.type in FIGURES:
        return claim.type, claim.subject, claim.target, claim.measure, claim.days, claim.unit
    if claim.type == "FORMERLY_NAMED":
        return claim.type, claim.subject, normal(str(claim.value), "Company")
    return claim.type, claim.subject, claim.target


def fold_all(claims: Iterable[Claim]) -> list[Fact]:
    """All facts of these claims, in order of their keys."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in claims:
        groups[group(claim)].append(claim)
    facts = [fact for members in groups.values() for fact in fold(members)]
    return sorted(facts, key=lambda fact: fact.id)


def fold(claims: Sequence[Claim]) -> list[Fact]:
    """The facts of one group: vague dates join the sharper, masked figures the open ones."""
    first = claims[0]
    if first.type in FIGURES:
        return _join(claims, lambda claim: claim.value, _opens)
    if first.type in DATED_KEYS:
        return _join(claims, lambda claim: claim.days, _sharpens)
    return [Fact(fact_id(first), _ordered(claims))]


def fact_id(claim: Claim) -> str:
    """The key of the fact that a claim says: `Figure/…` for figures, else `Fact/…`."""
    parts: tuple[object, ...] = (claim.subject, claim.type, claim.target)
    if claim.type in FIGURES:
        days = claim.days or (None, None)
        return make_id("Figure", *parts, claim.measure, *days, claim.unit, claim.value)
    if claim.type == "FORMERLY_NAMED":
        return make_id("Fact", *parts, normal(str(claim.value), "Company"))
    if claim.type in DATED_KEYS:
        return make_id("Fact", *parts, *(claim.days or (None, None)))
    return make_id("Fact", *parts)


def best(fact: Fact) -> Claim:
    """The claim to show: exact before vaguer, quoted before unquoted, then the most certain."""
    return min(fact.exact, key=lambda c: (not _quoted(c), -c.statement.confidence, _order(c)))


def when(fact: Fact) -> Claim:
    """The claim whose date to print: the sharpest, then the earliest date that is said."""
    return min(fact.exact, key=lambda c: (c.days is None, _length(c.days), c.days or (), _order(c)))


def confidence(fact: Fact) -> float:
    """The probability that at least one document was read rightly; inside one, its best reading.

    Vaguer claims do not count: they say less than the fact.
    """
    by_document: dict[str, float] = defaultdict(float)
    for claim in fact.exact:
        by_document[claim.document] = max(by_document[claim.document], claim.statement.confidence)
    return round(1 - prod(1 - by_document[name] for name in sorted(by_document)), 6)


def evidence(fact: Fact) -> Properties:
    """The evidence properties of a fact: quote, source, passages, confidence, rule, documents."""
    claim = fact.head if len(fact.exact) == 1 else best(fact)
    found: Properties = {
        "passages": _passages(fact),
        "confidence": confidence(fact),
        "documents": sorted({c.document for c in fact.claims}),
        "source": claim.document,
        "reviewed": False,
    }
    if claim.statement.rule:
        found["rule"] = claim.statement.rule
    if _quoted(claim):
        span = next(span for span in claim.statement.evidence if span.quote)
        found["quote"] = span.quote
        found["source"] = f"{claim.document} {span.place}" if span.place else claim.document
    return found


def _passages(fact: Fact) -> list[str]:
    spans = [(c.document, s.start, s.end) for c in fact.claims for s in c.statement.evidence]
    return [passage_id(*span) for span in sorted(set(spans))]


_Said = Days | Scalar | None


def _join(
    claims: Sequence[Claim],
    say: Callable[[Claim], _Said],
    sharpens: Callable[[_Said, _Said], bool],
) -> list[Fact]:
    """One fact for every sharpest saying; every other claim joins all of those it agrees with."""
    said = {say(claim): None for claim in claims}
    sharp = [a for a in said if not any(sharpens(b, a) for b in said)]
    facts = []
    for key in sharp:
        exact = _ordered(claim for claim in claims if say(claim) == key)
        vaguer = _ordered(claim for claim in claims if sharpens(key, say(claim)))
        facts.append(Fact(fact_id(exact[0]), exact, vaguer))
    return facts


def _ordered(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    found = tuple(claims)
    return found if len(found) == 1 else tuple(sorted(found, key=_order))


def _opens(value: _Said, other: _Said) -> bool:
    return other is None and value is not None


def _sharpens(days: _Said, other: _Said) -> bool:
    return isinstance(days, tuple) and within(days, other if isinstance(other, tuple) else None)


def _length(days: Days | None) -> int:
    if days is None:
        return 0
    first, last = (Date.fromisoformat(day) for day in days)
    return (last - first).days


def _quoted(claim: Claim) -> bool:
    return any(span.quote for span in claim.statement.evidence)


def _order(claim: Claim) -> tuple[str, tuple[tuple[int, int], ...], str, str, str]:
    spans = tuple((span.start, span.end) for span in claim.statement.evidence)
    return (
        claim.document, spans, claim.date or "", str(claim.value), claim.statement.rule or ""
    )  # fmt: skip
