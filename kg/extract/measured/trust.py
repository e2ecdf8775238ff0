"""How far a figure's reading is to be trusted: the share of such readings that were right.

The weights are read off labelled reports: the precision of readings with a feature.
"""

from kg.extract.measured.figure import Figure, Measure
from kg.extract.measured.topics import Topics
from kg.extract.tense import FigureKind

_TOLD = 0.6
LONG, VERY_LONG = 12, 18  # characters of an indicator that took up half a sentence
_OF_MEASURE: dict[Measure, float] = {"yoy": 0.02, "completion": 0.03, "share": -0.04}


def confidence(
    figure: Figure,
    indicator: str,
    measure: Measure,
    kind: FigureKind,
    topics: Topics,
    *,
    dated: bool,
) -> float:
    """The probability that the text says this figure of this subject.

    `dated`: the paper says for which period it reports.
    """
    report = topics.report
    trust = 0.9 if dated else (_TOLD if topics.told else 0.82) if report else 0.45
    trust += _OF_MEASURE.get(measure, 0.0)
    if len(indicator) >= LONG:
        trust -= 0.14 if len(indicator) >= VERY_LONG else 0.08
    if figure.leaning:
        trust -= 0.06
    if not report:
        trust += 0.12 if figure.said else 0.0
        trust -= 0.1 if kind != "actual" else 0.0
    return round(min(max(trust, 0.05), 0.95), 2)
