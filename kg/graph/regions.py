"""Which region a project, park, firm, event, chain or policy belongs to, and how that is known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.graph.entities import Member
from kg.graph.fact import Fact
from kg.link.places import narrowness, place
from kg.vocabulary import edge_forms

PLACED = ("Project", "Park", "Event", "Chain", "Policy", "Company")
_SAYS_OF_A_FIRM = frozenset(
    form.type
    for form in edge_forms().values()
    if form.predicate in ("at_stage", "has_designation", "blocked_by", "in_chain", "measured")
)
_BELOW_COUNTY = ("township", "village")


@dataclass(frozen=True, slots=True)
class Placing:
    """A derived edge: a thing and its region, or (`basis` None) a place inside a county."""

    node: str
    region: str
    basis: str | None = None


def derive_regions(
    members: Mapping[str, Member], facts: Iterable[Fact], homes: Mapping[str, str]
) -> list[Placing]:
    """IN_REGION of everything that has a region, and PART_OF of the places inside a county.

    `homes` gives the region that each document reports on.
    """
    return _Atlas(members, facts, homes).placings()


class _Atlas:
    """The facts that place things, by node."""

    def __init__(
        self, members: Mapping[str, Member], facts: Iterable[Fact], homes: Mapping[str, str]
    ) -> None:
        self._members = members
        self._homes = homes
        self._where: defaultdict[str, set[str]] = defaultdict(set)  # thing → regions and parks
        self._built: defaultdict[str, set[str]] = defaultdict(set)  # firm → its projects and parks
        self._firm_reports: defaultdict[str, set[str]] = defaultdict(set)
        self._inside: set[str] = set()  # regions said to be part of another
        for fact in facts:
            self._take(fact)

    def placings(self) -> list[Placing]:
        """All derived edges, in order of the nodes."""
        things = [m for _, m in sorted(self._members.items()) if m.type in PLACED]
        placed: dict[str, list[Placing]] = {}
        for member in things:
            if member.type != "Company":
                placed[member.id] = self._said(member.id) or self._reported(member)
        for member in things:
            if member.type == "Company":
                placed[member.id] = (
                    self._said(member.id)
                    or self._through(member.id, placed)
                    or self._reported(member)
                )
        found = [placing for _, placings in sorted(placed.items()) for placing in placings]
        return found + self._counties(found)

    def _take(self, fact: Fact) -> None:
        claim = fact.head
        if claim.type == "LOCATED_IN" or (claim.type == "PART_OF" and _is(claim.subject, "Park")):
            self._where[claim.subject].add(claim.target)
        elif claim.type == "INVESTED_BY":
            self._built[claim.target].add(claim.subject)
        elif claim.type == "ISSUED" and _is(claim.subject, "Region"):
            self._where[claim.target].add(claim.subject)
        elif claim.type == "PART_OF" and _is(claim.subject, "Region"):
            self._inside.add(claim.subject)
        elif claim.type in _SAYS_OF_A_FIRM and _is(claim.subject, "Company"):
            self._firm_reports[claim.subject] |= {said.document for said in fact.claims}

    def _said(self, node: str) -> list[Placing]:
        """The narrowest region that is said of a thing, or of the parks that it lies in."""
        regions: set[str] = set()
        seen, todo = {node}, [node]
        while todo:
            for place_ in self._where[todo.pop()] - seen:
                seen.add(place_)
                (regions.add if _is(place_, "Region") else todo.append)(place_)
        if not regions:
            return []
        narrowest = min(regions, key=lambda region: (-self._narrowness(region), region))
        return [Placing(node, narrowest, "said")]

    def _through(self, firm: str, placed: Mapping[str, list[Placing]]) -> list[Placing]:
        parks = {place_ for place_ in self._where[firm] if _is(place_, "Park")}
        things = self._built[firm] | parks
        regions = {p.region for thing in things for p in placed.get(thing, ())}
        return [Placing(firm, region, "through") for region in sorted(regions)]

    def _reported(self, member: Member) -> list[Placing]:
        firm = member.type == "Company"
        documents = self._firm_reports[member.id] if firm else member.documents
        regions = {self._homes[name] for name in documents if name in self._homes}
        return [Placing(member.id, region, "report") for region in sorted(regions)]

    def _counties(self, placings: Iterable[Placing]) -> list[Placing]:
        """The places below a county that are named in its report, and not said to lie elsewhere."""
        used = {p.region for p in placings if p.basis == "said" and not _is(p.node, "Company")}
        homes = set(self._homes.values())
        found: set[tuple[str, str]] = set()
        for node, member in self._members.items():
            if member.type != "Region" or node in self._inside or node in homes:
                continue
            level = place(member.name).level
            if level in _BELOW_COUNTY or (level is None and node in used):
                found |= {(node, self._homes[d]) for d in member.documents if d in self._homes}
        return [Placing(node, home) for node, home in sorted(found)]

    def _narrowness(self, region: str) -> int:
        return narrowness(place(self._members[region].name).level)


def _is(node: str, label: str) -> bool:
    return node.startswith(f"{label}/")
