"""`Document` → what it says: a spaCy pipeline whose every step has one job (`kg.pipeline()`).

The room can be called as the verb it is named for: `kg.extract(text)`.
"""

import sys
from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from kg.model import Document, Reading

if TYPE_CHECKING:
    from spacy.language import Language

    from kg.api import Extraction


def extract(document: Document, nlp: "Language | None" = None) -> Reading:
    """All that one report says: source, entities, statements; `nlp` is a pipeline of one's own."""
    from kg.extract.pipeline import make_doc

    nlp = nlp or _shared()
    frame = nlp(make_doc(nlp, document))._.frame
    home = frame.home if frame.home and frame.home.type == "Region" else None  # a park is none
    region = document.source.region or home
    source = replace(document.source, region=region)
    return Reading(source, tuple(frame.entities), tuple(frame.statements), document.text)


@cache
def _shared() -> "Language":
    from kg.extract.pipeline import pipeline  # spaCy takes a second to load: only when used

    return pipeline()


class _Room(ModuleType):
    def __call__(self, source: str | Document) -> "Extraction":
        from kg import api

        return api.extract(source)


sys.modules[__name__].__class__ = _Room
