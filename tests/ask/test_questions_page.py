"""docs/questions.md is what the headers and the seeds make of it."""

import runpy
from pathlib import Path

from kg.ask.catalogue import questions

DOCS = Path(__file__).parents[2] / "docs"


def test_the_committed_page_is_the_generated_one() -> None:
    made = runpy.run_path(str(DOCS / "make_questions.py"))["page"]()
    assert (DOCS / "questions.md").read_text("utf-8") == made, "run: make questions"


def test_every_question_stands_on_it() -> None:
    page = (DOCS / "questions.md").read_text("utf-8")
    for question in questions():
        assert f"### {question}\n" in page
