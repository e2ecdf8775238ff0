"""What the questions answer on the five seeds, and what an expert expects of them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.ask.catalogue import questions
from kg.ask.run import ask
from kg.graph.form import Graph
from kg.rooms import room

EXPECTED = Path(__file__).parent / "expected"
AS_OF = {"slipped-commitments": "2024-01-01"}  # else the end of the last report
LAST = "2023-06-30"
JUDGED = sorted(path.stem for path in EXPECTED.glob("*.yaml"))


def expected(name: str) -> list[dict[str, Any]]:
    """The rows an expert expects: `due`, `cells`, and where they may differ `may` or `holds`."""
    return list(yaml.safe_load((EXPECTED / f"{name}.yaml").read_text("utf-8")))


def answers(graph: Graph, name: str) -> Iterator[dict[str, Any]]:
    answer = ask(graph, name, as_of=AS_OF.get(name, LAST))
    return (dict(zip(answer.columns, row, strict=True)) for row in answer.rows)


def allowed(want: dict[str, Any], row: dict[str, Any], optional: bool) -> bool:
    """Whether a row is this expected one; with optional lines a cell may have another value."""
    return want.get("holds", "") in row.get("quote", "") and all(
        row[column] == value or (optional and row[column] in want.get("may", {}).get(column, ()))
        for column, value in want["cells"].items()
    )


@pytest.mark.parametrize("optional", [False, True], ids=["required", "all"])
@pytest.mark.parametrize("name", JUDGED)
def test_every_due_row_is_there_and_no_other_but_what_may_be(
    name: str, optional: bool, labelled: Callable[[bool], Graph]
) -> None:
    wanted = expected(name)
    found = list(answers(labelled(optional), name))
    missing = [w for w in wanted if w["due"] and not any(allowed(w, r, optional) for r in found)]
    wrong = [r for r in found if not any(allowed(w, r, optional) for w in wanted)]
    assert not missing
    assert not wrong
    assert len(found) >= sum(row["due"] for row in wanted)


@pytest.mark.parametrize("name", sorted(questions()))
def test_the_committed_answers_are_those_of_the_required_facts(
    name: str, labelled: Callable[[bool], Graph]
) -> None:
    made = ask(labelled(False), name, as_of=AS_OF.get(name, LAST)).render("csv")
    path = room("seeds") / "answers" / f"{name}.csv"
    if os.environ.get("KG_MAKE_ANSWERS"):
        path.write_text(made, "utf-8")
    assert path.read_text("utf-8") == made, f"{path} is out of date: set KG_MAKE_ANSWERS=1"


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_row_has_its_sentences(name: str, labelled: Callable[[bool], Graph]) -> None:
    answer = ask(labelled(False), name)
    for row in answer.rows:
        quotes = answer.evidence(row)
        assert quotes
        for quote in quotes:
            text = (room("seeds") / f"{quote.document}.txt").read_text("utf-8")
            assert text[quote.start :].startswith(quote.text)
