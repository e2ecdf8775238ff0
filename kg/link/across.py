"""Which entities of several documents are one: equal keys, and an analyst's judgements."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from kg.ids import make_id
from kg.link.keys import form, key, scope
from kg.link.register import Register
from kg.model import Judgement


class Union:
    """Sets of ids that are one thing; each set is called by its smallest id.

    Ids that a judgement rejects as one are never joined by a rule, only by accepted judgements.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._parent: dict[str, str] = {}
        self._members: dict[str, set[str]] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        judged = list(judgements)
        for judgement in judged:
            if judgement.verdict == "rejected":
                self._apart[judgement.left].add(judgement.right)
                self._apart[judgement.right].add(judgement.left)
        for judgement in judged:
            if judgement.verdict == "accepted":
                self.join(judgement.left, judgement.right)

    def find(self, name: str) -> str:
        """The id by which the set of this id is called."""
        while (above := self._parent.get(name, name)) != name:
            name = above
        return name

    def join(self, one: str, other: str) -> None:
        """Make two sets one."""
        low, high = sorted((self.find(one), self.find(other)))
        if low == high:
            return
        self._parent[high] = low
        self._members[low] = self.members(low) | self._members.pop(high, {high})

    def join_unless_rejected(self, one: str, other: str) -> None:
        """Make two sets one, where no member of one was judged different from one of the other."""
        rejected = {bad for member in self.members(one) for bad in self._apart.get(member, ())}
        if not rejected & self.members(other):
            self.join(one, other)

    def members(self, name: str) -> set[str]:
        """All ids of the set of this id."""
        root = self.find(name)
        return self._members.get(root, {root})


def identify(registers: Sequence[Register], judgements: Iterable[Judgement]) -> list[list[str]]:
    """The node id of every entity of every document, in the order of the registers.

    Where home regions were judged one, names that are unique inside a home region meet too.
    """
    union = Union(judgements)
    meeting: defaultdict[str, set[str]] = defaultdict(set)
    ids: list[list[str]] = []
    for register in registers:
        home = _home(register)
        ids.append([
            key(entity, register.document, None if number == register.home else home)
            for number, entity in enumerate(register.entities)
        ])  # fmt: skip
        if home is not None and len(union.members(home)) > 1:
            for entity, own in zip(register.entities, ids[-1], strict=True):
                if scope(entity, register.document, home) == home and own != home:
                    meeting[make_id(entity.type, union.find(home), form(entity))].add(own)
    for group in meeting.values():
        for one, other in combinations(sorted(group), 2):
            union.join_unless_rejected(one, other)
    return [[union.find(own) for own in owns] for owns in ids]


def _home(register: Register) -> str | None:
    if register.home is None:
        return None
    return key(register.entities[register.home], register.document, None)
