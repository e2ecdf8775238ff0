"""The XLSX workbook: one sheet a question, every row linked to its sentences."""

import pytest
from openpyxl import load_workbook

from kg.ask.catalogue import questions
from kg.ask.run import ask
from kg.show.exchange import export
from kg.show.exchange.workbook import CONTENTS, SENTENCES


@pytest.fixture(scope="module")
def book(gold, tmp_path_factory):
    path = tmp_path_factory.mktemp("book") / "x.xlsx"
    export(gold, path)
    return load_workbook(path)


def test_the_contents_have_every_question(book):
    assert book[CONTENTS].max_row == len(questions()) + 1
    linked = [cell for (cell,) in book[CONTENTS].iter_rows(min_row=2, max_col=1) if cell.hyperlink]
    assert [cell.value for cell in linked] == [
        n for n in book.sheetnames if n not in (CONTENTS, SENTENCES)
    ]


def test_a_sheet_has_the_rows_of_its_question(book, gold):
    answer = ask(gold, "signed-never-started")
    page = book["签约未开工"]
    assert page.max_row == len(answer.rows) + 1
    assert [page.cell(i, 1).value for i in range(2, page.max_row + 1)] == [
        r[0] for r in answer.rows
    ]
    assert page.auto_filter.ref == page.dimensions


def test_a_row_leads_to_its_first_sentence(book, gold):
    answer = ask(gold, "signed-never-started")
    page = book["签约未开工"]
    for number, row in enumerate(answer.rows, 2):
        place = page.cell(number, page.max_column).hyperlink.location
        line = [cell.value for cell in book[SENTENCES][int(place.partition("!A")[2])]]
        assert line[:3] == ["签约未开工", number - 1, row[0]]
        assert line[-1] == answer.evidence(row)[0].text
