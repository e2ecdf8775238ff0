"""The second pass: a document's own lexicon. Names that are certain settle the other mentions."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.extract.frame import Mention
from kg.extract.names.brands import brand, firm_like
from kg.extract.names.generic import is_plain
from kg.extract.names.ground import Ground
from kg.extract.names.regions import gazetteer
from kg.extract.names.words import MASK, words

SURE = 0.75  # the score from which a name enters the lexicon
_TYPES = ("Company", "Park", "Project", "Event", "Organization")


def again(ground: Ground, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Further mentions of the names found, as they stand and in the short form of firms."""
    forms: dict[str, tuple[str, float]] = {}
    for mention in mentions:
        if mention.type in _TYPES and mention.score >= SURE:
            for form in _forms(ground, mention):
                forms.setdefault(form, (mention.type, mention.score))
    if not forms:
        return
    firms = {form for form, (kind, _) in forms.items() if kind == "Company"}
    yield from _heads(ground, mentions, firms)
    names = list(forms)
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    for index, start, end in automaton.find_matches_as_indexes(ground.plain):
        kind, score = forms[names[index]]
        yield ground.mention((start, end), kind, "lexicon", min(score, 0.8))


def _heads(ground: Ground, mentions: Iterable[Mention], firms: set[str]) -> Iterator[Mention]:
    """The firms that the document knows, at the head of the names of projects: 甲乙|镁板项目."""
    for mention in mentions:
        if mention.type == "Project":
            ends = range(min(mention.start + 8, mention.end - 3), mention.start + 2, -1)
            end = next((e for e in ends if ground.plain[mention.start : e] in firms), 0)
            if end and ground.plain[end] not in _GOES_ON:
                yield ground.mention((mention.start, end), "Company", "lexicon.head", 0.75)


_GOES_ON = "县市区镇乡村园城路站"  # what would make another name of it


def _forms(ground: Ground, mention: Mention) -> Iterator[str]:
    said = ground.plain[mention.start : mention.end]
    if mention.rule == "project.list":
        return
    if len(said) >= 3:
        yield said
    if mention.type == "Project" and said.endswith("项目") and not is_plain(said[:-2]):
        yield from (said[:-2],) if len(said) > 6 and not firm_like(said[:-2]) else ()
    if mention.type == "Company":
        yield from short_forms(said)


@cache
def _by_length(kind: str) -> tuple[frozenset[str], tuple[int, ...]]:
    """The words of a list, and the lengths they have, the longest first."""
    listed = frozenset(words("companies")[kind])
    return listed, tuple(sorted({len(word) for word in listed}, reverse=True))


def _ending(name: str, kind: str) -> str:
    """The longest word of a list that a name ends with; empty where there is none."""
    listed, lengths = _by_length(kind)
    return next((name[-size:] for size in lengths if name[-size:] in listed), "")


def short_forms(firm: str) -> Iterator[str]:
    """深圳市甲乙科技有限公司 → 甲乙科技, 甲乙: how a text goes on to call the firm."""
    bare = firm.removesuffix(_ending(firm, "legal"))
    if bare == firm:
        return
    bare = bare.strip(MASK)
    for cut in range(min(6, len(bare) - 2), 1, -1):
        if bare[:cut] in gazetteer():
            bare = bare[cut:]
            break
    bare = bare.removeprefix("（").removesuffix("）")
    trade = _ending(bare, "trades")
    if 4 <= len(bare) <= 8 and brand(bare.removesuffix(trade)):
        yield bare
    short = bare.removesuffix(trade)
    if trade and 3 <= len(short) <= 4 and brand(short):
        yield short
