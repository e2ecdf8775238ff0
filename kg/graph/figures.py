"""Figures and indicators: what is measured, and how a number is written."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from kg.graph.fact import Fact, Properties
from kg.graph.fold import evidence
from kg.graph.periods import period
from kg.ids import make_id
from kg.link.indicators import code as indicator_code
from kg.link.normal import plain
from kg.vocabulary import Concept, indicators

_CURRENCIES = {"CNY": "元", "USD": "美元", "HKD": "港元", "EUR": "欧元", "JPY": "日元"}
_SCALES = ((100_000_000, "亿"), (10_000, "万"))
_SCALE = re.compile(r"[*＊×XＸ某□○]\s*余?多?(亿|千万|百万|万|)(?:美|港|欧|日)?元")


@lru_cache(maxsize=1 << 14)
def indicator_id(
    words: str, code: object = None, measure: str = "", unit: str = "", subject: str = ""
) -> str:
    """The node of an indicator: its code where it has one, else the hash of its own words."""
    known = code if code in indicators() else indicator_code(words, measure, unit, subject)
    return f"Indicator/{known}" if known else make_id("Indicator", plain(words))


def indicator_named(words: str) -> str:
    """The node of an indicator that is named and not measured: a share, or whatever it is."""
    share = indicator_id(words, words, "share")
    return share if share.removeprefix("Indicator/") in indicators() else indicator_id(words, words)


def indicator(node: str, words: Iterable[str]) -> Properties:
    """The properties of an indicator that is said in these words."""
    concept = indicators().get(node.removeprefix("Indicator/"))
    if concept is None:
        said = min(words)
        return {"name": said, "code": said}
    return {
        "name": concept.zh,
        "code": concept.code,
        "better": str(concept.extra["better"]),
        "base_unit": str(concept.extra["unit"]),
        **_formula(concept),
    }


def _formula(concept: Concept) -> Properties:
    """What an indicator is reckoned from: a quotient in percent, or a sum; else nothing.

    A quotient in another unit (万元/亩) depends on the units of both and is left out.
    """
    said = str(concept.extra.get("formula", ""))
    if " + " in said:
        return {"summands": said.split(" + ")}
    if " / " in said and concept.extra["unit"] == "%":
        dividend, divisor = said.split(" / ")
        return {"dividend": dividend, "divisor": divisor}
    return {}


def figure(fact: Fact) -> Properties:
    """The properties of a figure: its number, what it measures, when, and who says so."""
    claim = fact.head
    shown = evidence(fact)
    found: Properties = {
        "name": figure_name(claim.value, claim.unit, str(shown.get("quote", ""))),
        "state": "masked" if claim.value is None else "known",
        "measure": str(claim.measure),
        **shown,
    }
    if claim.unit is not None:
        found["unit"] = claim.unit
    if claim.days:
        found |= {"period": period(claim.days), "from": claim.days[0], "until": claim.days[1]}
    if isinstance(claim.value, int | float):
        found["value"] = claim.value
        found |= _in_base_unit(claim.target, claim.measure, claim.unit, claim.value)
    return found


def figure_name(value: object, unit: str | None, quote: str = "") -> str:
    """How a figure is written: `85.21亿元`, `37.17%`, `12个`; masked as in its quote: `*亿元`."""
    currency = _CURRENCIES.get(unit or "")
    if not isinstance(value, int | float):
        scales = {match[1] for match in _SCALE.finditer(quote)} if currency else set()
        return f"*{scales.pop() if len(scales) == 1 else ''}{currency or unit or ''}"
    number = Decimal(str(value))
    if currency is None:
        return f"{_digits(number)}{unit or ''}"
    size, scale = next((s for s in _SCALES if abs(number) >= s[0]), (1, ""))
    return f"{_digits(number / size)}{scale}{currency}"


def _digits(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _in_base_unit(
    node: str, measure: str | None, unit: str | None, value: int | float
) -> Mapping[str, str | int | float]:
    concept = indicators().get(node.removeprefix("Indicator/"))
    if concept is None:
        return {}
    base = str(concept.extra["unit"])
    if not (measure == "count" or (measure == "level" and unit == base)):
        return {}
    return {"base_value": value, "base_unit": base}
