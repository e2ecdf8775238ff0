"""The entities of all documents as nodes: caption, said name, aliases, who names them and when."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.graph.corpus import Part
from kg.graph.fact import Properties
from kg.graph.periods import Days, days
from kg.link.keys import edition, is_deictic, is_hidden
from kg.link.normal import simplified
from kg.link.places import place
from kg.model import HOME, Entity, Source


@dataclass(slots=True)
class Member:
    """One entity of the graph as its documents name it."""

    id: str
    type: str
    lines: list[tuple[str, Entity]] = field(default_factory=list)  # (document, its line)

    @property
    def documents(self) -> list[str]:
        """The documents that name it, sorted."""
        return sorted({document for document, _ in self.lines})

    @property
    def masked(self) -> bool:
        """Whether all its names are redacted."""
        return all(is_hidden(entity) for _, entity in self.lines)

    @property
    def name(self) -> str:
        """The open one that most documents have, the longest, the one in simplified script."""
        votes = Counter(e.name for _, e in self.lines if not is_hidden(e))
        votes = votes or Counter(e.name for _, e in self.lines)
        return max(votes, key=lambda n: (votes[n], len(n), n == simplified(n), n))

    def aliases(self, name: str) -> list[str]:
        """All ways in which its documents say it but this name."""
        said = {said for _, e in self.lines for said in (e.name, *e.aliases)}
        return sorted(n for n in said - {name, HOME, ""} if not is_deictic(n))


def gather(parts: Iterable[Part]) -> dict[str, Member]:
    """The entities by node, from what every document names."""
    members: dict[str, Member] = {}
    for part in parts:
        for entity, node in zip(part.register.entities, part.nodes, strict=True):
            member = members.setdefault(node, Member(node, entity.type))
            member.lines.append((part.id, entity))
    return members


def properties(
    member: Member, former: Iterable[str], reports: Mapping[str, Days | None]
) -> Properties:
    """The properties of an entity's node, but for what is derived from its facts.

    `former` are its former names, `reports` the days that each document speaks of.
    """
    name, documents, masked = member.name, member.documents, member.masked
    found: Properties = {
        "name": caption(name, documents if masked else ()),
        "said_name": name,
        "aliases": member.aliases(name),
        "former_names": sorted(former),
        "masked": masked,
        "documents": documents,
    }
    ends = sorted(when[1] for doc in documents if (when := reports[doc]))
    if ends:
        found |= {"first_said": ends[0], "last_said": ends[-1]}
    if member.type == "Region":
        found |= _region(member)
    if member.type == "Event":
        found |= _event(member)
    return found


def caption(name: str, documents: Iterable[str] = ()) -> str:
    """The name to show; a masked name stands with its documents, else five nodes read `*县`.

    No caption holds ` | `, which joins the members of a list in printed rows.
    """
    where = "、".join(documents)
    return f"{name}〔{where}〕".replace(" | ", "｜") if where else name.replace(" | ", "｜")


def report_days(source: Source) -> Days | None:
    """The days a document speaks of: its period, else its date."""
    return days(source.period or "") or days(source.date or "")


def _region(member: Member) -> Properties:
    found = place(member.name)
    known = {"level": found.level, "adcode": found.adcode}
    return {name: value for name, value in known.items() if value}


_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")


def _event(member: Member) -> Properties:
    found: Properties = {}
    if number := edition(member.name):
        found["edition"] = number.number
    if (year := _YEAR.search(member.name)) and (bounds := days(year[1])):
        found |= {"from": bounds[0], "until": bounds[1]}
    return found
