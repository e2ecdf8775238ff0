"""The optional step `kg_words`: pkuseg's word boundaries, and what the names make of them."""

import builtins
import os
from itertools import pairwise

import pytest

from kg.errors import MissingComponentError
from kg.extract import words_pkuseg
from kg.extract.frame import Frame
from kg.extract.names import edges, ready
from kg.extract.pipeline import make_doc, pipeline
from kg.extract.words_pkuseg import segmenter_step
from kg.model import Document, Source

TEXT = "规上工业增加值增长8%，引进 深圳市天澜电子有限公司，\n由此新增产值2亿元。"


def document(text: str = TEXT) -> Document:
    return Document(Source("t"), text, text, range(len(text)))


def frame_of(text: str, *breaks: int) -> Frame:
    frame = Frame(document(text))
    frame.breaks = breaks
    return frame


@pytest.fixture(scope="module")
def installed() -> None:
    try:
        segmenter_step()
    except MissingComponentError as error:
        if os.environ.get("KG_REQUIRE_ALL") == "1":
            pytest.fail(str(error))
        pytest.skip(str(error))


@pytest.mark.pkuseg
@pytest.mark.usefixtures("installed")
def test_words_are_found_past_white_space_and_line_ends():
    nlp = pipeline(words="pkuseg")
    breaks = nlp(make_doc(nlp, document()))._.frame.breaks
    words = [TEXT[a:b] for a, b in pairwise(breaks) if TEXT[a:b].strip()]
    assert "".join(words) == "".join(TEXT.split())
    assert {"增加值", "引进", "有限公司"} <= set(words)


@pytest.mark.pkuseg
@pytest.mark.usefixtures("installed")
def test_the_step_stands_before_the_names_and_only_where_asked_for():
    names = pipeline(words="pkuseg").pipe_names
    assert names.index("kg_words") == names.index("kg_names") - 1
    assert "kg_words" not in pipeline().pipe_names


@pytest.mark.pkuseg
@pytest.mark.usefixtures("installed")
def test_names_begin_at_words():
    nlp = pipeline(words="pkuseg")
    frame = nlp(make_doc(nlp, document()))._.frame
    assert ("Company", "深圳市天澜电子有限公司") in {(m.type, m.name) for m in frame.mentions}


def test_a_cut_inside_a_noun_is_none_and_inside_a_verb_ends_with_it():
    text = "工业增加值和对于企业"
    plain, worded = ready(frame_of(text)), ready(frame_of(text, 0, 2, 5, 6, 8, 10))
    assert (2, 4) in plain.cuts
    assert (2, 4) not in worded.cuts
    assert (6, 8) in worded.cuts


def test_without_a_segmenter_the_cuts_stay():
    ground = ready(frame_of("工业增加值和对于企业"))
    before = list(ground.cuts)
    edges.keep_words(ground)
    assert ground.cuts == before


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch):
    found = builtins.__import__

    def refuse(name: str, *rest: object, **named: object) -> object:
        if name == "pkuseg":
            raise ModuleNotFoundError(name)
        return found(name, *rest, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", refuse)
    words_pkuseg._load.cache_clear()
    with pytest.raises(MissingComponentError, match=r"county-kg\[pkuseg\]"):
        pipeline(words="pkuseg")
    words_pkuseg._load.cache_clear()
