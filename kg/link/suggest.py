"""Which masked names of two reports may be one thing: suggestions with a score and their reasons.

Two counties are suggested to be one where the name of at least one is redacted and their reports
share names that no third county has (a park, a project), or names alike but for the mask
(`X云水谷项目`, `*云水谷`). What the two name alike is then suggested too. Nothing is merged here.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod

from kg.link.keys import is_hidden
from kg.link.normal import MASK, normal
from kg.model import Entity

# How much it says that two counties name the same thing of this type: a firm may work in both.
_WEIGHTS = {"Park": 0.9, "Project": 0.9, "Company": 0.5, "Organization": 0.3, "Event": 0.3}
_REST = 0.5  # how much the same rest beside a mask says
_FOLLOWS = 0.95  # how sure such a pair is once the counties are one
_LEAST = 0.7  # of a suggestion of two counties
_FULL = 8  # distinctive characters that make a name certain
_SHORTEST = 3
_GENERIC = re.compile(
    "高新技术|经济技术|经济|产业园区?|工业园区?|工业集中区|开发区|园区|示范区?|基地|建设|项目|工程|"
    "生产线|招商引资|招商|工作|指挥部|领导小组|办公室|有限公司|年产"
)
_IF = "，若两地为一 / if the regions are one"
_ALIKE = "遮蔽之外都是“{}” / alike but for the mask"


@dataclass(frozen=True, slots=True)
class Report:
    """One report with a home region: who is named in it, by node."""

    document: str
    home: str
    hidden: bool
    entities: Sequence[tuple[str, Entity]]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two nodes that may be one thing; `left` is the smaller id, the reasons strongest first."""

    left: str
    right: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    node: str
    document: str
    hidden: bool


_Pair = tuple[str, str]
_Named = dict[tuple[str, str], dict[str, set[_Name]]]  # (type, form) → home region → who


def suggest(reports: Iterable[Report]) -> list[Suggestion]:
    """All suggestions, by their ids: of home regions, and of what follows if those are one."""
    known = list(reports)
    hidden = {report.home for report in known if report.hidden}
    rests = _by_home(known, _rest)
    counties = [
        Suggestion(*pair, score, tuple(sorted(said, key=lambda reason: (-said[reason], reason))))
        for pair, said in _reasons(_by_home(known, _open), rests, hidden).items()
        if (score := round(1 - prod(1 - weight for weight in sorted(said.values())), 2)) >= _LEAST
    ]
    alike = {(county.left, county.right): county.score for county in counties}
    alike |= {(home, home): 1.0 for home in hidden}  # two reports judged to be of one county
    return sorted([*counties, *_following(rests, alike)], key=lambda s: (s.left, s.right))


def _by_home(reports: Iterable[Report], form: Callable[[Entity], str]) -> _Named:
    found: _Named = defaultdict(lambda: defaultdict(set))
    for report in reports:
        for node, entity in report.entities:
            if entity.type in _WEIGHTS and (name := form(entity)):
                who = _Name(node, report.document, is_hidden(entity))
                found[entity.type, name][report.home].add(who)
    return found


def _open(entity: Entity) -> str:
    """The form of a name without masks; nothing for another."""
    return "" if is_hidden(entity) else normal(entity.name, entity.type)


def _rest(entity: Entity) -> str:
    """What is left of a name beside at most one mask, where that is distinctive."""
    text = normal(entity.name, entity.type)
    rest = re.sub("项目$", "", text.replace(MASK, ""))
    return rest if text.count(MASK) <= 1 and _distinctive(rest) >= _SHORTEST else ""


def _distinctive(name: str) -> int:
    """How many characters of a name are not what many things are called."""
    return len(_GENERIC.sub("", name))


def _reasons(names: _Named, rests: _Named, hidden: set[str]) -> dict[_Pair, dict[str, float]]:
    """Every pair of counties that something speaks for, with how much it says."""
    found: dict[_Pair, dict[str, float]] = defaultdict(dict)
    for (kind, name), homes in names.items():
        weight = round(_WEIGHTS[kind] * min(1.0, _distinctive(name) / _FULL), 2)
        if (pair := _pair(homes, hidden)) and weight:
            found[pair][_plain(f"都提到“{name}” / both name it")] = weight
    for (_, rest), homes in rests.items():
        pair = _pair(homes, hidden)
        if pair and any(who.hidden for names_ in homes.values() for who in names_):
            found[pair][_plain(_ALIKE.format(rest))] = _REST
    return found


def _pair(homes: Mapping[str, set[_Name]], hidden: set[str]) -> _Pair | None:
    """The two counties that share a name; None where a third has it: it distinguishes nothing."""
    if len(homes) != 2:
        return None
    left, right = sorted(homes)
    return (left, right) if {left, right} & hidden else None


def _following(rests: _Named, alike: Mapping[_Pair, float]) -> list[Suggestion]:
    """What reports of two counties name alike but for a mask, if the two are one."""
    found: dict[_Pair, Suggestion] = {}
    for (_, rest), homes in rests.items():
        for one, other, county in _across(homes, alike):
            pair = min(one.node, other.node), max(one.node, other.node)
            reason = _plain(
                _ALIKE.format(rest) + (", if the regions are one" if county < 1 else "")
            )
            found[pair] = Suggestion(*pair, round(county * _FOLLOWS, 2), (reason,))
    return list(found.values())


def _across(
    homes: Mapping[str, set[_Name]], alike: Mapping[_Pair, float]
) -> Iterator[tuple[_Name, _Name, float]]:
    """Two names of two reports, one of them masked, and how sure their counties are one."""
    everyone = sorted(
        ((home, who) for home, names in homes.items() for who in names),
        key=lambda pair: (pair[0], pair[1].node, pair[1].document),
    )
    for (here, one), (there, other) in combinations(everyone, 2):
        apart = one.node != other.node and one.document != other.document
        if apart and (one.hidden or other.hidden) and (here, there) in alike:
            yield one, other, alike[here, there]


def _plain(reason: str) -> str:
    """No reason holds what joins the members of a list in printed rows."""
    return reason.replace(" | ", "｜")
