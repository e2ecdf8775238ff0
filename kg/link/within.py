"""Linking inside one document: which mentions name one thing, and what that thing is called.

Mentions of one type with one normal form are one entity; a short name goes to the one longer name
of its type that contains it; an alias the text introduces (以下简称, 原, 即) is taken over. The longest
complete name is the name, the others are aliases.
"""

import re
from collections import defaultdict

from kg.extract.frame import Frame, Mention
from kg.extract.names.regions import short_form
from kg.link.group import Group
from kg.link.home import find_home
from kg.link.normal import is_masked, normal, plain
from kg.model import HOME, Entity, Ref

_HOME_WORDS = ("我县", "全县")


def link(frame: Frame) -> None:
    """Fill `frame.entities`, `frame.refs` and `frame.home` from the mentions."""
    groups = _by_normal_form([*frame.mentions, *frame.inner])
    for fold in (_fold_regions, _fold_contained):
        groups = fold(groups)
    home = find_home(frame, groups)
    frame.entities = [_entity(group, home is group) for group in groups]
    if home is not None:
        frame.home = Ref("Region", home.names()[0])
    for group in groups:
        ref = Ref(group.type, group.names()[0])
        frame.refs.update({(m.start, m.end, m.type): ref for m in group.mentions})


def _entity(group: Group, home: bool) -> Entity:
    names = group.names()
    aliases = [*names[1:], *((*_HOME_WORDS, HOME) if home else ())]
    return Entity(
        group.type,
        names[0],
        tuple(dict.fromkeys(aliases)),
        is_masked(names[0]),
        tuple(sorted({(m.start, m.end) for m in group.mentions})),
    )


def _by_normal_form(mentions: list[Mention]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for mention in mentions:
        key = (mention.type, _key(mention))
        groups.setdefault(key, Group(*key)).mentions.append(mention)
    return list(groups.values())


def _key(mention: Mention) -> str:
    name = normal(mention.name, mention.type)
    if mention.type == "Chain":
        return (
            re.sub(r"(?:全产业链|产业链|产业集群|产业生态链|产业|生态链|集群|行业|板块)$", "", name)
            or name
        )
    if mention.type == "Project":
        return re.sub(r"(?:建设项目|项目建设|项目|建设)$", "", name) or name
    return name


def _fold_regions(groups: list[Group]) -> list[Group]:
    """深圳 and 深圳市 are one; so are 沂山 and 沂山县 where the text has just one such."""
    by_short: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.type == "Region":
            by_short[short_form(group.key) or group.key].append(group)
    for same in by_short.values():
        full = [g for g in same if g.key != short_form(g.key)]
        if (
            len(same) == 2
            and len(full) >= 1
            and any(short_form(g.key) is None or g.key in by_short for g in same)
        ):
            _absorb(groups, same[0], same[1])
    return groups


def _absorb(groups: list[Group], into: Group, other: Group) -> None:
    into.mentions += other.mentions
    groups.remove(other)


_FOLDED = ("Company", "Park", "Event", "Organization", "Project", "Policy")


def _fold_contained(groups: list[Group]) -> list[Group]:
    """A short name joins the one longer name of its type that contains it, if there is just one."""
    for group in sorted(groups, key=lambda g: len(g.key)):
        if group.type not in _FOLDED or len(plain(group.key)) < 2:
            continue
        longer = [
            g
            for g in groups
            if g is not group and g.type == group.type and _contains(g.key, group.key, g.type)
        ]
        group_name = [g for g in longer if g.key == f"{group.key}集团"]
        if len(longer) == 1 or group_name:
            _absorb(groups, (group_name or longer)[0], group)
    return groups


def _contains(longer: str, short: str, kind: str) -> bool:
    if len(short) >= len(longer):
        return False
    if kind == "Company":
        rest = longer.partition(short)[2]
        return short in longer and (rest == "集团" or "集团" not in rest)
    if kind == "Project":
        return longer.endswith(short) and len(short) >= 4
    return longer.endswith(short)
