"""The scorer's table: extraction of FOLDER's texts against FOLDER/gold.

python bench/quality.py [FOLDER] [--only PATTERN ...] [--misses] [--json]
"""

import argparse
import json
from fnmatch import fnmatch
from pathlib import Path

from kg import interchange
from kg.extract import extract
from kg.model import Reading
from kg.read import read
from kg.score import score

ROOT = Path(__file__).resolve().parent.parent


def labelled(folder: Path, patterns: list[str]) -> dict[str, Reading]:
    """The gold readings by document, those that match a pattern."""
    readings: dict[str, Reading] = {}
    for file in sorted((folder / "gold").glob("*.jsonl")):
        parsed, problems = interchange.parse(file.read_text("utf-8"), str(file))
        if problems:
            raise SystemExit("\n".join(problems))
        readings |= {reading.source.id: reading for reading in parsed}
    return {name: r for name, r in readings.items() if any(fnmatch(name, p) for p in patterns)}


def main() -> None:
    """Print the table; with --misses, what was missed (-) and wrongly found (+)."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    cli.add_argument("--only", nargs="*", default=["*"])
    cli.add_argument("--misses", action="store_true")
    cli.add_argument("--json", action="store_true")
    args = cli.parse_args()
    gold = labelled(args.folder, args.only)
    docs = args.folder / "docs" if (args.folder / "docs").is_dir() else args.folder
    documents = {name: read(docs / f"{name}.txt") for name in gold}
    found = {name: extract(document) for name, document in documents.items()}
    table = score(gold, found, {name: d.text for name, d in documents.items()})
    if args.misses:
        print("\n".join(f"- {line}" for line in table.missed))
        print("\n".join(f"+ {line}" for line in table.wrong))
    if args.json:
        print(json.dumps(table.to_json(), ensure_ascii=False, indent=1))
    else:
        print(f"{len(gold)} documents\n{table}")


if __name__ == "__main__":
    main()
