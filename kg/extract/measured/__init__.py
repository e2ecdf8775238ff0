"""Figures of a report as `measured` facts, and the investment sums of projects."""

from kg.extract.measured.say import find_measured

__all__ = ["find_measured"]
