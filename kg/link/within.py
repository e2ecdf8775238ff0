"""Linking inside one document: which mentions name one thing, and what that thing is called.

Mentions of one type with one normal form are one entity; a short name goes to the one longer name
of its type that contains it; an alias the text introduces (以下简称, 原, 即) is taken over. The
longest complete name is the name, the others are aliases.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.extract.frame import Frame, Mention
from kg.extract.measured.topics import own_park
from kg.extract.names.regions import short_form
from kg.link.aliases import PHASE, contains, introduced
from kg.link.group import Group
from kg.link.home import find_home, unnamed_home
from kg.link.normal import is_masked, normal, plain
from kg.model import HOME, Entity, Ref

_HOME_WORDS = ("我县", "全县")


def link(frame: Frame) -> None:
    """Fill `frame.entities`, `frame.refs` and `frame.home` from the mentions."""
    groups = _by_normal_form([*frame.mentions, *frame.inner])
    _fold_regions(groups)
    _fold_introduced(frame, groups)
    _fold_contained(groups)
    home = find_home(frame, groups)
    origin = frame.document.origin
    printed = _printed(frame, groups)
    frame.entities = [_entity(g, home is g, origin, printed.get(id(g), ())) for g in groups]
    for group in groups:
        ref = Ref(group.type, group.names()[0])
        frame.refs.update({(m.start, m.end, m.type): ref for m in group.mentions})
    frame.home = Ref("Region", home.names()[0]) if home else _home_unmentioned(frame)


def _home_unmentioned(frame: Frame) -> Ref | None:
    """The home region of a report that no mention names (我县 all through), as an entity.

    A park's own report that names no region around it speaks for the park.
    """
    name = unnamed_home(frame)
    park = own_park(frame) if frame.document.source.region is None else None
    if park:
        return park
    if name is None:
        return None
    frame.entities.append(Entity("Region", name, (*_HOME_WORDS, HOME), is_masked(name)))
    return Ref("Region", name)


def _printed(frame: Frame, groups: list[Group]) -> dict[int, list[str]]:
    """What stands in the text where a project's name was composed (二期), if it says one only."""
    forms: dict[str, set[int]] = defaultdict(set)
    for group in groups:
        for m in group.mentions if group.type == "Project" else ():
            forms[frame.text[m.start : m.end].strip(_QUOTES)].add(id(group))
    said: dict[int, list[str]] = defaultdict(list)
    for form, of in forms.items():
        if len(of) == 1:
            said[next(iter(of))].append(form)
    return said


_QUOTES = "“”\"‘’'「」『』"


def _entity(group: Group, home: bool, origin: Sequence[int], printed: Sequence[str]) -> Entity:
    names = group.names()
    aliases = [*names[1:], *(p for p in printed if p not in names)]
    aliases += (*_HOME_WORDS, HOME) if home else ()
    return Entity(
        group.type,
        names[0],
        tuple(dict.fromkeys(aliases)),
        is_masked(names[0]),
        tuple(sorted({(origin[m.start], origin[m.end - 1] + 1) for m in group.mentions})),
    )


def _by_normal_form(mentions: list[Mention]) -> list[Group]:
    groups: dict[tuple[str, str], Group] = {}
    for mention in mentions:
        key = (mention.type, _key(mention))
        groups.setdefault(key, Group(*key)).mentions.append(mention)
    return list(groups.values())


_CHAIN_TAIL = re.compile(r"(?:全产业链|产业链|产业集群|产业生态链|产业|生态链|集群|行业|板块)$")
_PROJECT_TAIL = re.compile(r"(?:建设项目|项目建设|项目|建设)$")


def _key(mention: Mention) -> str:
    name = normal(mention.name, mention.type)
    if mention.type == "Chain":
        return _CHAIN_TAIL.sub("", name) or name
    if mention.type == "Project":
        return _PROJECT_TAIL.sub("", name) or name
    return name


def _fold_regions(groups: list[Group]) -> None:
    """深圳 and 深圳市 are one; 哈市 joins the one city that it can abbreviate."""
    by_short: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if group.type == "Region":
            by_short[short_form(group.key) or group.key].append(group)
    for short, same in by_short.items():
        bare = next((g for g in same if g.key == short), None)
        if len(same) == 2 and bare:
            _absorb(groups, next(g for g in same if g is not bare), bare)
    for group in [g for g in groups if g.type == "Region" and re.fullmatch(".市", g.key)]:
        full = [g for g in groups if g.type == "Region" and g is not group and _cities(g, group)]
        if len(full) == 1:
            _absorb(groups, full[0], group)


def _cities(full: Group, short: Group) -> bool:
    return full.key.startswith(short.key[0]) and len(short_form(full.key) or full.key) == 3


def _absorb(groups: list[Group], into: Group, other: Group) -> None:
    into.mentions += other.mentions
    groups.remove(other)


def _fold_introduced(frame: Frame, groups: list[Group]) -> None:
    """甲（原乙）: where the text says that two names are one thing's."""
    of = {(m.start, m.end, m.type): g for g in groups for m in g.mentions}
    for first, second in introduced(frame):
        one, other = (of.get((m.start, m.end, m.type)) for m in (first, second))
        if one and other and one is not other and other in groups and one in groups:
            _absorb(groups, one, other)


_FOLDED = ("Company", "Park", "Event", "Organization", "Project", "Policy")


def _fold_contained(groups: list[Group]) -> None:
    """A short name joins the one longer name of its type that contains it, if there is just one."""
    firms = {g.key for g in groups if g.type == "Company"}
    for group in sorted(groups, key=lambda g: len(g.key)):
        if group.type not in _FOLDED or len(plain(group.key)) < 2:
            continue
        longer = [g for g in groups if g.type == group.type and contains(g.key, group.key, g.type)]
        if not longer and group.type == "Project" and group.key in firms:
            longer = [g for g in groups if g.type == "Project" and _of_firm(g, group)]
        longest = max(longer, key=lambda g: len(g.key), default=group)
        if group.type == "Project" and longer and _nested(longest, longer):
            longer = [longest]
        named = [g for g in longer if g.key == f"{group.key}集团"]
        if group.type == "Company" and len(longer) > 1 and not named:
            longer = _own_name(group, longer)
        if named or len(longer) == 1:
            _absorb(groups, (named or longer)[0], group)


def _own_name(short: Group, longer: list[Group]) -> list[Group]:
    """Of several longer names the one that only adds to the short: no subsidiary with a place."""
    opened = [g for g in longer if g.key.startswith(short.key)]
    return opened if len(opened) == 1 else longer


def _nested(longest: Group, others: list[Group]) -> bool:
    """Whether a project's longer names are all ways to say the longest of them."""
    return all(g is longest or contains(longest.key, g.key, g.type) for g in others)


def _of_firm(longer: Group, named: Group) -> bool:
    """Whether a project named as its firm (甲乙科技项目) is the firm's one with a full name."""
    rest = longer.key[len(named.key) :]
    return longer is not named and longer.key.startswith(named.key) and not PHASE.match(rest)
