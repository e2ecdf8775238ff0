"""Finding the names: every entity that a report names, with its place in the text.

Two passes. The first takes names by their form (legal forms, last words, quotation marks, cues)
and by lists, in which one certain member types the others; the second takes the names so found as
the document's own lexicon. What overlaps is settled by length and score.
"""

from kg.extract.frame import Frame, Mention
from kg.extract.names import (
    builders,
    chains,
    companies,
    edges,
    events,
    firms_said,
    firms_told,
    headings,
    ledger,
    lexicon,
    localities,
    masked_firms,
    members,
    openings,
    organizations,
    parks,
    phases,
    policies,
    projects,
    regions,
    utilities,
    works_told,
)
from kg.extract.names.choose import choose
from kg.extract.names.ground import Ground, place_cuts, prepare

_FAMILIES = (
    companies,
    firms_said,
    firms_told,
    masked_firms,
    parks,
    organizations,
    projects,
    works_told,
    events,
    policies,
    chains,
    headings,
    openings,
    ledger,
)


def find(frame: Frame) -> None:
    """Fill `frame.mentions` and `frame.inner`: what the text names, where, by which rule."""
    ground = ready(frame)
    found: list[Mention] = [m for family in _FAMILIES for m in family.find(ground)]
    found += ground.regions
    found += builders.find(ground, found)
    listed = list(members.spread(ground, found))
    found += [*listed, *builders.heads(ground, listed)]
    first, _ = choose(found)
    found += [*lexicon.again(ground, first), *openings.again(ground, first)]
    found += utilities.find(ground, first)
    frame.mentions, frame.inner = choose(found)
    phased = list(phases.find(ground, frame.mentions))
    if phased:
        frame.mentions, frame.inner = choose([*found, *phased])


def ready(frame: Frame) -> Ground:
    """The ground of a document with its regions and cuts."""
    ground = prepare(frame)
    ground.regions = regions.find(ground)
    place_cuts(ground, ground.regions)
    edges.keep_words(ground)
    local = [m for m in localities.find(ground) if not _inside(m, ground.regions)]
    ground.regions = sorted([*ground.regions, *local], key=lambda m: m.start)
    return ground


def _inside(mention: Mention, regions: list[Mention]) -> bool:
    return any(r.start < mention.end and mention.start < r.end for r in regions)
