"""Word boundaries by pkuseg (the extra `[pkuseg]`), an optional step before the names.

Names end with words that type them; where they begin is the harder question. A verb or function
word that pkuseg reads as a part of a longer word ends nothing there. The model is the one inside
the package: nothing is fetched. Luo et al. 2019, *PKUSEG: A Toolkit for Multi-Domain Chinese Word
Segmentation*.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Protocol

from kg.errors import MissingComponentError
from kg.extract.frame import Frame


class _Segmenter(Protocol):
    def cut(self, text: str) -> list[str]: ...


def segmenter_step() -> Callable[[Frame], None]:
    """The step, its model loaded; `MissingComponentError` where the extra is not installed."""
    segmenter = _load()

    def find_words(frame: Frame) -> None:
        frame.breaks = tuple(sorted({*_breaks(frame.plain, segmenter.cut(frame.plain))}))

    return find_words


@cache
def _load() -> _Segmenter:
    try:
        import pkuseg
    except ModuleNotFoundError as error:
        raise MissingComponentError(
            "the step kg_words needs pkuseg: pip install 'county-kg[pkuseg]'"
        ) from error
    segmenter: _Segmenter = pkuseg.pkuseg()
    return segmenter


def _breaks(text: str, cut: Iterable[str]) -> Iterator[int]:
    """Where words begin and end in the text, of which the words leave out the white space."""
    end = 0
    for word in cut:
        start = text.index(word, end)
        yield start
        end = start + len(word)
        yield end
