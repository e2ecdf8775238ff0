"""CSV and XLSX: what a spreadsheet program would run, lose or refuse goes in as harmless text."""

import csv
import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.ask import spreadsheet
from kg.ask.spreadsheet import Sheet, csv_text, workbook
from kg.errors import QueryError

FORMULAS = ["=1+2", "+7", "-7", "@x", "=cmd|' /C calc'!A0", "\t=1", "＝1"]


def cells(rows: list[list[object]]) -> list[list[Any]]:
    """The rows below the heading, as openpyxl reads them back."""
    book = openpyxl.load_workbook(io.BytesIO(workbook({"表": Sheet(["甲", "=乙"], rows)})))
    return [list(row) for row in book["表"].iter_rows(min_row=2)]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_is_a_formula(text: str) -> None:
    assert csv_text(["a"], [[text]]).splitlines()[1].lstrip('"').startswith("'")
    ((cell, _),) = cells([[text, 1]])
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_heading_is_no_formula_either() -> None:
    assert csv_text(["=x"], []) == "\ufeff'=x\n"
    book = openpyxl.load_workbook(io.BytesIO(workbook({"表": Sheet(["=x"], [])})))
    assert book["表"]["A1"].data_type == "s"


def test_numbers_are_numbers_and_nothing_is_nothing() -> None:
    ((whole, part), (none, true)) = cells([[-5, 0.5], [None, True]])
    assert (whole.value, part.value, none.value, true.value) == (-5, 0.5, None, "true")
    assert csv_text(["a", "b"], [[-5, None]]) == "\ufeffa,b\n-5,\n"


def test_a_number_that_a_spreadsheet_would_round_stays_text() -> None:
    ((long, odd),) = cells([[2**60 + 1, float("nan")]])
    assert (long.value, odd.value) == (str(2**60 + 1), "nan")


def test_lists_and_objects_are_text() -> None:
    ((listed, told),) = cells([[["甲", "乙"], {"a": [1]}]])
    assert (listed.value, told.value) == ("甲 | 乙", '{"a": [1]}')


def test_what_no_cell_holds_is_cut_and_says_so() -> None:
    ((cell, _),) = cells([["长" * 40_000, ""]])
    assert len(cell.value) == 32_767
    assert cell.value.endswith("…")


@given(st.text(max_size=20))
@settings(deadline=None, max_examples=40)
def test_any_text_can_be_written(text: str) -> None:
    ((cell, _),) = cells([[text, 1]])
    assert cell.data_type in ("s", "inlineStr", "n")
    assert not str(cell.value).startswith("=") or cell.quotePrefix
    rows = list(csv.reader(io.StringIO(csv_text(["a"], [[text]]), newline="")))
    assert rows[1] in ([text], [f"'{text}"], [])


def test_more_rows_than_a_sheet_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet, "_MOST", 2)
    with pytest.raises(QueryError, match="csv"):
        workbook({"表": Sheet(["a"], [[1]] * 3)})
