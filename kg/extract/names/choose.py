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
    taken: dict[int, Mention] = {}
    chosen: list[Mention] = []
    inner: list[Mention] = []
    for mention in ranked:
        owners = {id(taken[i]): taken[i] for i in range(mention.start, mention.end) if i in taken}
        if not owners:
            chosen.append(mention)
            taken.update(dict.fromkeys(range(mention.start, mention.end), mention))
        elif len(owners) == 1 and _lives_in(mention, next(iter(owners.values()))):
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
