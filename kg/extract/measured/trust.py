"""How far a figure's reading is to be trusted: the share of such readings that were right.

The weights are read off labelled reports: the precision of readings with a feature.
"""

from kg.extract.measured.figure import Figure, Measure
from kg.extract.tense import FigureKind

LONG, VERY_LONG = 12, 18  # characters of an indicator that took up half a sentence
_OF_MEASURE: dict[Measure, float] = {"yoy": 0.06, "completion": 0.08, "share": -0.06}


def confidence(
    figure: Figure,
    indicator: str,
    measure: Measure,
    kind: FigureKind,
    *,
    report: bool,
    dated: bool,
) -> float:
    """The probability that the text says this figure of this subject.

    `report`: the paper reports on its own region; `dated`: and says for which period.
    """
    trust = 0.84 if dated else (0.72 if report else 0.55)
    trust += _OF_MEASURE.get(measure, 0.0)
    if len(indicator) >= LONG:
        trust -= 0.2 if len(indicator) >= VERY_LONG else 0.12
    if figure.leaning:
        trust -= 0.06
    if not report:
        trust += 0.12 if figure.said else -0.1
        trust -= 0.1 if kind != "actual" else 0.0
    return round(min(max(trust, 0.05), 0.95), 2)
