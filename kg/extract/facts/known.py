"""An industry that the document knows, where its bare name opens a clause or heads a class.

`纺织产业` is named once; later `纺织方面，…`, `1.纺织。` or `纺织项目6个` speak of it again. These
are no names by themselves (the bare word is common), but rules on industries hang on them.
"""

import re
from bisect import bisect_left

from kg.extract.frame import Frame, Mention
from kg.model import Ref

_SUFFIX = re.compile("(?:产业集群|产业链|产业|行业|集群|链)$")
_OPENS = r"(?:^|(?<=[\n。；;，,：:、是.．)）\s]))"
_TAIL = "(?:产业集群|产业链|产业|行业)?"
_HEADS = (
    r"(?=方面|领域|板块|类(?:项目|企业|别)?|(?:产业)?(?:项目|企业)(?:[\d*×X有：:]|方面|分别|共)"
    r"|[：:。\n])"
)
_SHORTEST = 2


def add_industries(frame: Frame) -> None:
    """Add the mentions that the names' rules leave out; `frame.mentions` stays sorted."""
    stems = _stems(frame)
    if not stems:
        return
    words = "|".join(map(re.escape, sorted(stems, key=len, reverse=True)))
    pattern = re.compile(f"{_OPENS}(?P<stem>{words}){_TAIL}{_HEADS}", re.MULTILINE)
    for match in pattern.finditer(frame.plain):
        start, end = match.start("stem"), match.end()
        at = bisect_left(frame.mentions, start, key=lambda m: m.start)
        free = at == len(frame.mentions) or frame.mentions[at].start >= end
        if free and (at == 0 or frame.mentions[at - 1].end <= start):
            mention = Mention(start, end, "Chain", frame.plain[start:end], "known.industry")
            frame.mentions.insert(at, mention)
            frame.refs[(start, end, "Chain")] = stems[match["stem"]]


def _stems(frame: Frame) -> dict[str, Ref]:
    """The industries by their names without 产业 and the like."""
    found: dict[str, Ref] = {}
    for entity in frame.entities:
        if entity.type == "Chain":
            for name in (entity.name, *entity.aliases):
                stem = _SUFFIX.sub("", name)
                if len(stem) >= _SHORTEST:
                    found.setdefault(stem, entity.ref)
    return found
