from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.periods import days, period, within

DAYS = st.dates(date(1990, 1, 1), date(2050, 12, 31))


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-02", ("2023-02-01", "2023-02-28")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-03-28", ("2023-03-28", "2023-03-28")),
        ("2023-H1", ("2023-01-01", "2023-06-30")),
        ("2023-H2", ("2023-07-01", "2023-12-31")),
        ("2023-Q3", ("2023-07-01", "2023-09-30")),
        ("2023-01/2023-05", ("2023-01-01", "2023-05-31")),
        ("2011/2015", ("2011-01-01", "2015-12-31")),
        ("2014-01/2018-10", ("2014-01-01", "2018-10-31")),
    ],
)
def test_days_of_a_period(said: str, bounds: tuple[str, str]) -> None:
    assert days(said) == bounds
    assert period(bounds) == said


@pytest.mark.parametrize(
    "said", ["", "今年", "2023-13", "2023-02-30", "2023-H3", "2023-Q0", "2023/", "2023/2022", "23"]
)
def test_what_is_no_normal_form(said: str) -> None:
    assert days(said) is None


def test_one_period_has_one_normal_form() -> None:
    for said in ("2023-H1", "2023-01/2023-06", "2023-Q1/2023-Q2"):
        bounds = days(said)
        assert bounds
        assert period(bounds) == "2023-H1"


def test_a_sharper_date_lies_within_a_vaguer_one() -> None:
    march, year = days("2023-03"), days("2023")
    assert march
    assert year
    assert within(march, year)
    assert within(march, None)
    assert not within(year, march)
    assert not within(march, march)


@given(DAYS, st.integers(0, 900))
def test_a_normal_form_says_exactly_its_days(first: date, length: int) -> None:
    bounds = first.isoformat(), (first + timedelta(days=length)).isoformat()
    assert days(period(bounds)) == bounds
