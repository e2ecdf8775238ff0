"""Extraction in KB/s on one core and peak memory, beside jieba's segmentation in the same run.

    python -m bench.speed [FOLDER] [--rounds 3]

Each round reads and extracts every text of FOLDER once; the best round counts. KB are UTF-8 bytes.
"""

import argparse
import logging
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from kg.extract import extract
from kg.model import Document
from kg.read import read

ROOT = Path(__file__).resolve().parent.parent


def texts(folder: Path) -> list[Path]:
    """The texts of a folder, or of its `docs`."""
    inner = folder / "docs"
    return sorted((inner if inner.is_dir() else folder).glob("*.txt"))


def timed(
    call: Callable[[Document], object], documents: list[Document], rounds: int
) -> list[float]:
    """Seconds of each round over all documents."""
    seconds = []
    for _ in range(rounds):
        start = time.perf_counter()
        for document in documents:
            call(document)
        seconds.append(time.perf_counter() - start)
    return seconds


def peak_memory() -> float:
    """Peak resident memory of this process in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    """Print one table."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("folder", type=Path, nargs="?", default=ROOT / "seeds")
    cli.add_argument("--rounds", type=int, default=3)
    args = cli.parse_args()
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    documents = [read(path) for path in texts(args.folder)]
    size = sum(len(d.text.encode()) for d in documents) / 1e3
    extract(documents[0])  # loads the pipeline
    rows = {
        "kg.extract": timed(extract, documents, args.rounds),
        "jieba.lcut": timed(lambda d: jieba.lcut(d.text), documents, args.rounds),
    }
    print(f"{len(documents)} texts, {size:.0f} KB, one core, {args.rounds} rounds")
    print(f"{'':12}{'KB/s best':>12}{'KB/s median':>13}")
    for name, seconds in rows.items():
        print(f"{name:12}{size / min(seconds):12.0f}{size / statistics.median(seconds):13.0f}")
    print(f"ratio to jieba {min(rows['jieba.lcut']) / min(rows['kg.extract']):.2f}")
    print(f"peak memory {peak_memory():.0f} MB")


if __name__ == "__main__":
    main()
