"""The scorer's table: extraction of FOLDER's texts against FOLDER/gold.

python -m bench.quality [FOLDER] [--only PATTERN ...] [--misses | --reliability | --json]
"""

import argparse
import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from bench.labelled import ROOT, documents, gold
from kg.extract import extract
from kg.model import Reading
from kg.score import score
from kg.score.match import Side, pair, same_fact, unique_facts


def reliability(want: Mapping[str, Reading], found: Mapping[str, Reading]) -> str:
    """Of the facts said at each confidence, how many the labels (optional ones too) confirm."""
    bins: dict[float, list[int]] = {}
    for name, labelled in want.items():
        facts = unique_facts(found[name].statements)
        want_side, have_side = Side(labelled, labelled=True), Side(found[name], labelled=False)
        hits = pair(
            unique_facts(labelled.statements),
            facts,
            partial(same_fact, want=want_side, have=have_side),
        )
        for index, fact in enumerate(facts):
            cell = bins.setdefault(round(fact.confidence, 1), [0, 0])
            cell[0] += index in hits
            cell[1] += 1
    lines = [f"{'confidence':12}{'right':>7}{'said':>6}{'share':>7}"]
    for confidence, (right, said) in sorted(bins.items(), reverse=True):
        lines.append(f"{confidence:<12}{right:7}{said:6}{right / said:7.2f}")
    return "\n".join(lines)


def main() -> None:
    """Print the table; with --misses, what was missed (-) and wrongly found (+)."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    cli.add_argument("--only", nargs="*", default=["*"])
    cli.add_argument("--misses", action="store_true")
    cli.add_argument("--reliability", action="store_true")
    cli.add_argument("--json", action="store_true")
    args = cli.parse_args()
    labels = gold(args.folder, args.only)
    texts = documents(args.folder, labels)
    found = {name: extract(document) for name, document in texts.items()}
    rows = score(labels, found, {name: d.text for name, d in texts.items()})
    if args.reliability:
        print(reliability(labels, found))
        return
    if args.misses:
        print("\n".join(f"- {line}" for line in rows.missed))
        print("\n".join(f"+ {line}" for line in rows.wrong))
    if args.json:
        print(json.dumps(rows.to_json(), ensure_ascii=False, indent=1))
    else:
        print(f"{len(labels)} documents\n{rows}")


if __name__ == "__main__":
    main()
