"""From candidates to mentions: which of the names that overlap is meant."""

from collections.abc import Iterable

from kg.extract.frame import Mention

# of two candidates of one length: the type that a longer reading would have
_RANK = ("Policy", "Company", "Event", "Project", "Organization", "Park", "Region", "Chain")
LEAST = 0.65  # a candidate below this is only a hint for lists


def choose(candidates: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions (sorted, apart), and the firms read inside or beside a project's name."""
    sure = (m for m in candidates if m.score >= LEAST)
    ranked = sorted(sure, key=lambda m: (-weight(m), m.start, _RANK.index(m.type)))
    taken = bytearray(max((m.end for m in ranked), default=0))
    chosen: list[Mention] = []
    inner: list[Mention] = []
    for mention in ranked:
        if taken.find(1, mention.start, mention.end) < 0:
            chosen.append(mention)
            taken[mention.start : mention.end] = b"\x01" * (mention.end - mention.start)
        elif mention.type == "Company":
            owners = [m for m in chosen if m.start < mention.end and mention.start < m.end]
            if len(owners) == 1 and _lives_in(mention, owners[0]):
                inner.append(mention)
    return sorted(chosen, key=lambda m: m.start), sorted(_apart(inner), key=lambda m: m.start)


def weight(mention: Mention) -> float:
    """How much a candidate counts against one that overlaps it: length, and how sure it is."""
    return (mention.end - mention.start) * (0.5 + mention.score)


def _lives_in(mention: Mention, owner: Mention) -> bool:
    """Whether a firm is named inside a project's name or where a list calls it a project."""
    return (
        mention.type == "Company"
        and owner.type == "Project"
        and owner.start <= mention.start
        and mention.end <= owner.end
        and mention.score >= 0.7
    )


def _apart(mentions: list[Mention]) -> list[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: -(m.end - m.start)):
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    return kept
