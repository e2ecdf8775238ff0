"""What the extracted facts answer, beside what the labelled facts answer, question by question.

    python -m bench.answers [FOLDER] [--rows]

FOLDER as for quality.py. A row counts as right where the labelled facts (optional ones included)
give a row of the same subject, region and category; `missing` are rows of the required facts alone.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from bench.labelled import ROOT, documents, gold
from kg.ask.run import ask
from kg.extract import extract
from kg.graph.build import build
from kg.graph.required import required
from kg.link.normal import normal
from kg.model import Reading

QUESTIONS = {
    "signed-never-started": ("project", "region"),
    "chains-without-anchor": ("chain", "region"),
    "event-yield": ("event", "region"),
    "blocked-projects": ("project", "category"),
    "park-load": ("park", "region"),
}
AS_OF = "2023-06-30"
Keys = set[tuple[str, ...]]


def keys(readings: Iterable[Reading], question: str) -> Keys:
    """The subjects of a question's rows on the graph of these readings."""
    answer = ask(build(readings), question, limit=10_000)
    places = [answer.columns.index(name) for name in QUESTIONS[question]]
    kind = "Chain" if QUESTIONS[question][0] == "chain" else ""
    return {tuple(normal(str(row[place]), kind) for place in places) for row in answer.rows}


def main() -> None:
    """Print one line a question; with --rows, what is missing (-) and wrong (+)."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    cli.add_argument("--rows", action="store_true")
    args = cli.parse_args()
    labels = gold(args.folder, ["*"])
    found = [extract(document) for document in documents(args.folder, labels).values()]
    print(f"{'':24}{'due':>6}{'right':>7}{'missing':>9}{'wrong':>7}")
    for question in QUESTIONS:
        due = keys([required(reading) for reading in labels.values()], question)
        may = keys(labels.values(), question) | due
        got = keys(found, question)
        print(f"{question:24}{len(due):6}{len(got & may):7}{len(due - got):9}{len(got - may):7}")
        if args.rows:
            print("\n".join(f"  - {' · '.join(row)}" for row in sorted(due - got)))
            print("\n".join(f"  + {' · '.join(row)}" for row in sorted(got - may)))


if __name__ == "__main__":
    main()
