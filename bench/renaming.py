"""Renaming test: whether extraction knows these names, or how names are written.

    python -m bench.renaming [FOLDER] [--only PATTERN ...] [--rounds 3]

What is proper to the name of every firm, park, project and place of the labelled documents (its
brand, its stem: 甲乙 in 甲乙木业有限公司, 丙丁 in 丙丁县) is replaced, in text and labels alike, by
other letters of the same number; the form (legal form, trade, kind, level) stays. A county of the
public list of divisions becomes another of that list, a township an invented one. An extractor that
has learned the language scores the same, within two points.
"""

import argparse
import dataclasses
import random
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

from bench.labelled import ROOT, documents, gold, table
from kg.extract.names.regions import divisions
from kg.extract.names.words import common_words
from kg.link.places import place
from kg.model import Reading, Ref, Span, Statement

_HAN = re.compile(r"[一-龥]{2}")
_DIVISION = re.compile(r"(?P<stem>[一-龥]{2,3})(?P<level>县|市|区|旗|镇|乡|村|街道)")
_BRANDS = "鑫宏泰瑞恒盛隆昌达博航嘉禾润泽腾飞凯旋鼎丰茂源雅颂翔羽铭睿晟诺捷维佳景康祥佑泓旭晖灿琪"
_STEMS = "云岭清河桥柳溪白鹤沙坪竹湾槐荫枫林松陂蒲塘"
_UNLISTED = "unlisted"  # a place that the list of divisions does not have
_LINES = ("entity.ALL", "entity.Company", "entity.Project", "entity.Park", "entity.Region",
          "fact.ALL", "fact.MACRO", "record.Project")  # fmt: skip


def stems(reading: Reading) -> Iterator[tuple[str, str]]:
    """What is proper to the document's names, and of a place the last word of its name."""
    for entity in reading.entities:
        if entity.masked:
            continue
        if entity.type == "Region":
            if found := _DIVISION.fullmatch(entity.name):
                yield found["stem"], found["level"] if entity.name in divisions() else _UNLISTED
        elif entity.type in ("Company", "Park", "Project"):
            head = entity.name[:2]
            if _HAN.fullmatch(head) and not _ordinary(head):
                yield head, ""


def _ordinary(head: str) -> bool:
    """Whether two letters are a word or a known place rather than somebody's own name."""
    return head in common_words() or place(head).level is not None


@cache
def _listed(level: str, length: int) -> tuple[str, ...]:
    """The stems of this length of the listed divisions whose name has this last word."""
    names = {name.removesuffix(level) for name in divisions() if name.endswith(level)}
    return tuple(sorted(n for n in names if len(n) == length and n not in common_words()))


def _another(stem: str, level: str, rng: random.Random) -> str:
    if level and level != _UNLISTED:
        return rng.choice(_listed(level, len(stem)))
    return "".join(rng.sample(_STEMS if level else _BRANDS, len(stem)))


def substitution(names: Iterable[tuple[str, str]], rng: random.Random) -> dict[str, str]:
    """New letters for each stem, as many as before, none given twice."""
    new: dict[str, str] = {}
    for stem, level in sorted(set(names)):
        while (other := _another(stem, level, rng)) in (*new, *new.values()):
            pass
        new.setdefault(stem, other)
    return new


class Change:
    """The renaming of one document, as a function of a text."""

    def __init__(self, reading: Reading, rng: random.Random) -> None:
        self.new = substitution(stems(reading), rng)
        longest_first = sorted(map(re.escape, self.new), key=len, reverse=True)
        self._old = re.compile("|".join(longest_first) or "(?!)")

    def __call__(self, text: str) -> str:
        """The text with every stem replaced."""
        return self._old.sub(lambda found: self.new[found[0]], text)


def renamed(reading: Reading, change: Callable[[str], str]) -> Reading:
    """The labels with all names and quotes changed; offsets stay, since lengths do."""

    def statement(s: Statement) -> Statement:
        return dataclasses.replace(
            s,
            subject=Ref(s.subject.type, change(s.subject.name)),
            object=s.object and Ref(s.object.type, change(s.object.name)),
            value=change(s.value) if isinstance(s.value, str) else s.value,
            qualifiers={k: change(v) if isinstance(v, str) else v for k, v in s.qualifiers.items()},
            evidence=tuple(Span(e.start, e.end, change(e.quote)) for e in s.evidence),
        )

    entities = tuple(
        dataclasses.replace(e, name=change(e.name), aliases=tuple(map(change, e.aliases)))
        for e in reading.entities
    )
    return dataclasses.replace(
        reading, entities=entities, statements=tuple(map(statement, reading.statements))
    )


def main() -> None:
    """Print the lines before, after (mean of the rounds), and their difference in points."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    cli.add_argument("--only", nargs="*", default=["*"])
    cli.add_argument("--rounds", type=int, default=3)
    args = cli.parse_args()
    labels = gold(args.folder, args.only)
    texts = {name: d.text for name, d in documents(args.folder, labels).items()}
    before = table(labels, texts).rows()
    after: dict[str, list[float]] = {line: [] for line in _LINES if line in before}
    count = 0
    for seed in range(args.rounds):
        rng = random.Random(seed)  # noqa: S311 - a repeatable test, no secret
        changes = {n: Change(reading, rng) for n, reading in labels.items()}
        count += sum(len(change.new) for change in changes.values())
        want = {n: renamed(reading, changes[n]) for n, reading in labels.items()}
        rows = table(want, {n: changes[n](text) for n, text in texts.items()}).rows()
        for line, values in after.items():
            values.append(rows[line].f1)
    print(f"{len(labels)} documents, {count // args.rounds} names changed, {args.rounds} rounds")
    print(f"{'F1':18}{'before':>8}{'renamed':>9}{'points':>8}")
    for line, values in after.items():
        mean = sum(values) / len(values)
        print(f"{line:18}{before[line].f1:8.3f}{mean:9.3f}{100 * (mean - before[line].f1):+8.1f}")


if __name__ == "__main__":
    main()
