"""Patterns behind a look-ahead find what they find without it."""

import re

import pytest

from kg.extract.patterns import fast

TEXT = "新签约项目12个，总投资3.5亿元；（一）红枫木业项目已开工，力争2024年底投产。AB"


@pytest.mark.parametrize(
    "pattern",
    [
        "签约|开工|投产",
        "(?P<a>已?开工)|(?P<b>力?争)",
        r"(?<!总)投资|[（(][一二]|\d+个",
        "(?:新|重点)?签约(?:项目)?",
        "[^，。]+个",  # may begin anywhere: left as it is
        "(?:总|计划)*",  # may be empty: left as it is
        r"^新|\s|\w{2}$",
        "[一-三]|[A-Z](?=B)",
    ],
)
def test_what_is_found_stays(pattern):
    plain = re.compile(pattern)
    assert [m.span() for m in fast(pattern).finditer(TEXT)] == [
        m.span() for m in plain.finditer(TEXT)
    ]
    assert fast(pattern).groupindex == plain.groupindex


def test_only_few_starts_are_tried():
    assert fast("签约|开工").pattern.startswith("(?=[")
    assert fast("[^，]+个").pattern == "[^，]+个"
