"""Statements from names, outline and tense: a file for each family, each with `say(frame)`."""

from collections.abc import Callable

from kg.extract.facts import (
    blockers,
    cooperation,
    designations,
    industries,
    introduced,
    investors,
    noted_lacks,
    page_parts,
    participation,
    places,
    policies,
    signing,
    stages,
    uncounted,
)
from kg.extract.frame import Frame

FAMILIES: tuple[Callable[[Frame], None], ...] = (
    stages.say,
    signing.say,
    investors.say,
    introduced.say,
    industries.say,
    designations.say,
    blockers.say,
    noted_lacks.say,
    places.say,
    page_parts.say,
    participation.say,
    cooperation.say,
    policies.say,
    uncounted.say,
)
