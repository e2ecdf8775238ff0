"""Redaction test: what is masked stays as readable as what is printed.

    python -m bench.redaction [FOLDER] [--only PATTERN ...]

In each style of published reports, first the figures (what stands before a unit) and then the names
of firms (half of a brand) of the labelled documents are masked, in text and labels alike. A masked
figure must still be found, as unknown; a masked name must still be found as that name.
"""

import argparse
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path

from bench.labelled import ROOT, documents, gold, table
from kg.model import Reading, Ref, Statement

_STYLES = ("*", "**", "×", "××", "X", "XX", "某", "□", "○○")
_FIGURE = re.compile(
    r"\d+(?:\.\d+)?(?=\s?[余多]?[万亿千百]*(?:元|美元|个|家|项|[%％]|次|人|支|亩|户|吨|名|批|平方米|公里))"
)
_FIGURES = ("measured", "has_investment")
_BRAND = re.compile(r"[一-龥]{3,}")


def named(reading: Reading, text: str) -> list[tuple[int, int]]:
    """Where the document's names stand."""
    names = {n for e in reading.entities for n in (e.name, *e.aliases)}
    found = (re.finditer(re.escape(n), text) for n in names if n)
    return [m.span() for matches in found for m in matches]


def figures_masked(reading: Reading, text: str, style: str) -> tuple[Reading, str]:
    """Text and labels with every figure outside names masked."""
    names = named(reading, text)

    def mask(found: re.Match[str]) -> str:
        inside = any(start <= found.start() < end for start, end in names)
        return found[0] if inside else style

    def unknown(fact: Statement) -> Statement:
        if fact.predicate not in _FIGURES:
            return dataclasses.replace(fact, evidence=())
        masked = {**fact.qualifiers, "masked": True}
        return dataclasses.replace(fact, value=None, qualifiers=masked, evidence=())

    facts = tuple(map(unknown, reading.statements))
    return dataclasses.replace(reading, statements=facts), _FIGURE.sub(mask, text)


def brands(reading: Reading) -> Iterator[str]:
    """The first two letters of the names of firms and of the projects named after them."""
    for entity in reading.entities:
        if entity.type == "Company" and not entity.masked and _BRAND.match(entity.name):
            yield entity.name[:2]


def names_masked(reading: Reading, text: str, style: str) -> tuple[Reading, str]:
    """Text and labels with the second letter of every firm's brand masked."""
    new = {brand: brand[0] + style for brand in brands(reading)}
    old = re.compile("|".join(map(re.escape, new)) or "(?!)")

    def change(said: str) -> str:
        return old.sub(lambda found: new[found[0]], said)

    def fact(s: Statement) -> Statement:
        other = s.object and Ref(s.object.type, change(s.object.name))
        subject = Ref(s.subject.type, change(s.subject.name))
        return dataclasses.replace(s, subject=subject, object=other, evidence=())

    entities = tuple(
        dataclasses.replace(e, name=change(e.name), aliases=tuple(map(change, e.aliases)))
        for e in reading.entities
    )
    facts = tuple(map(fact, reading.statements))
    return dataclasses.replace(reading, entities=entities, statements=facts), change(text)


def figures_f1(want: dict[str, Reading], texts: dict[str, str]) -> float:
    """F1 of all figures and sums, masked or not."""
    cells = [row for line, row in table(want, texts).rows().items() if _is_figure(line)]
    hit, found, due = (sum(getattr(c, n) for c in cells) for n in ("hit", "found", "gold"))
    return 2 * hit / (found + due) if found + due else 0.0


def _is_figure(line: str) -> bool:
    return line.startswith(tuple(f"fact.{p}" for p in _FIGURES))


def firms_f1(want: dict[str, Reading], texts: dict[str, str]) -> float:
    """F1 of the names of firms."""
    return table(want, texts).rows()["entity.Company"].f1


def main() -> None:
    """Print F1 as printed and in each style of mask."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    cli.add_argument("--only", nargs="*", default=["*"])
    args = cli.parse_args()
    labels = gold(args.folder, args.only)
    texts = {name: d.text for name, d in documents(args.folder, labels).items()}
    print(f"{len(labels)} documents\n{'F1':10}{'figures':>9}{'firms':>8}")
    print(f"{'printed':10}{figures_f1(labels, texts):9.3f}{firms_f1(labels, texts):8.3f}")
    for style in _STYLES:
        scores = []
        for masked, f1 in ((figures_masked, figures_f1), (names_masked, firms_f1)):
            both = {n: masked(reading, texts[n], style) for n, reading in labels.items()}
            scores.append(
                f1({n: b[0] for n, b in both.items()}, {n: b[1] for n, b in both.items()})
            )
        print(f"{style:10}{scores[0]:9.3f}{scores[1]:8.3f}")


if __name__ == "__main__":
    main()
