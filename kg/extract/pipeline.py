"""The pipeline of extraction: a spaCy `Language` over characters, one named step per job.

A step reads and extends `doc._.frame`. Users switch steps off (`nlp.select_pipes`), replace them or
put their own between (`nlp.add_pipe`), as with any spaCy pipeline.
"""

from collections.abc import Callable
from functools import cache
from typing import Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan
from spacy.util import registry
from spacy.vocab import Vocab

from kg.extract import names
from kg.extract.facts import FAMILIES
from kg.extract.figures import find_quantities
from kg.extract.finish import finish
from kg.extract.frame import Frame
from kg.extract.measured import find_measured
from kg.extract.outline import find_outline
from kg.extract.times import find_times
from kg.extract.words_pkuseg import segmenter_step
from kg.link.within import link
from kg.model import Document, Source

Step = Callable[[Frame], None]

STEPS: dict[str, Step] = {
    "kg_outline": find_outline,
    "kg_quantities": find_quantities,
    "kg_times": find_times,
    "kg_names": names.find,
    "kg_link": link,
    "kg_measured": find_measured,
    **{f"kg_{say.__module__.rpartition('.')[2]}": say for say in FAMILIES},
    "kg_finish": finish,
}


SPANS = "kg_spans"  # shows what was found in `doc.spans`: entities, quantities, times


WORDS = "kg_words"  # the optional step that finds word boundaries


class Characters:
    """A tokenizer whose tokens are the characters, white space included: offsets are indices."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """Cut a text; `doc.text` is the text again."""
        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))

    def to_bytes(self, **_: object) -> bytes:
        """Give nothing: the tokenizer has no state."""
        return b""

    def from_bytes(self, _: bytes, **__: object) -> "Characters":
        """Read nothing: the tokenizer has no state."""
        return self

    def to_disk(self, _: object, **__: object) -> None:
        """Write nothing: the tokenizer has no state."""

    def from_disk(self, _: object, **__: object) -> "Characters":
        """Read nothing: the tokenizer has no state."""
        return self


def frame_of(doc: Doc) -> Frame:
    """The frame of a Doc; one made from bare text gets a frame of its own, without a period."""
    if doc._.frame is None:
        text = doc.text
        doc._.frame = Frame(Document(Source("text"), text, text, range(len(text))))
    frame: Frame = doc._.frame
    return frame


def make_doc(nlp: Language, document: Document) -> Doc:
    """A Doc over a document's repaired text that carries the document's frame."""
    doc = nlp.make_doc(document.clean)
    doc._.frame = Frame(document)
    return doc


def pipeline(words: Literal["pkuseg"] | None = None) -> Language:
    """A new pipeline with all steps, in order; with `words`, word boundaries for the names."""
    _register()
    config = {"nlp": {"tokenizer": {"@tokenizers": "kg.Characters.v1"}}}
    nlp = spacy.blank("zh", config=config)
    nlp.max_length = 1_000_000_000
    for name in (*STEPS, SPANS):
        nlp.add_pipe(name)
    if words:
        nlp.add_pipe(WORDS, before="kg_names")
    return nlp


def _component(step: Step) -> Callable[[Doc], Doc]:
    def component(doc: Doc) -> Doc:
        step(frame_of(doc))
        return doc

    return component


def _words(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 – as spaCy calls it
    return _component(segmenter_step())


def _show(doc: Doc) -> Doc:
    """Put what was found where spaCy's users look for it."""
    frame = frame_of(doc)
    doc.spans["entities"] = [DocSpan(doc, m.start, m.end, m.type) for m in frame.mentions]
    doc.spans["quantities"] = [DocSpan(doc, q.start, q.end, q.kind) for q in frame.quantities]
    doc.spans["times"] = [DocSpan(doc, t.start, t.end, t.kind) for t in frame.times]
    return doc


def _statements(doc: Doc) -> object:
    return tuple(frame_of(doc).statements)


@cache
def _register() -> None:
    Doc.set_extension("frame", default=None, force=True)
    Doc.set_extension("statements", getter=_statements, force=True)
    registry.tokenizers.register("kg.Characters.v1", func=lambda: lambda nlp: Characters(nlp.vocab))
    for name, step in STEPS.items():
        Language.component(name, func=_component(step))
    Language.factory(WORDS, func=_words)
    Language.component(SPANS, func=_show)
