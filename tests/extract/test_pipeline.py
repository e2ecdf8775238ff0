"""The pipeline as spaCy's users meet it: named steps, spans on the Doc, steps switched off."""

from kg.extract import extract
from kg.extract.pipeline import make_doc, pipeline
from kg.model import Document, Source

TEXT = "青禾县2023年上半年工作总结\n一、工作成效\n1-5月，全县签约项目16个，总投资85.21亿元。\r\n 尾"


def document(text: str = TEXT) -> Document:
    return Document(Source("t", period="2023-H1"), text, text, range(len(text)))


def test_a_token_is_a_character():
    doc = pipeline().make_doc(TEXT)
    assert doc.text == TEXT
    assert len(doc) == len(TEXT)


def test_spans_and_statements():
    nlp = pipeline()
    doc = nlp(make_doc(nlp, document()))
    assert [span.text for span in doc.spans["quantities"]] == ["16个", "85.21亿元"]
    assert "1-5月" in [span.text for span in doc.spans["times"]]
    assert any(s.predicate == "measured" and s.value == 16 for s in doc._.statements)


def test_bare_text_works():
    doc = pipeline()("签约3个项目。")
    assert [span.text for span in doc.spans["quantities"]] == ["3个"]


def test_a_step_can_be_switched_off():
    nlp = pipeline()
    with nlp.select_pipes(disable=["kg_measured"]):
        doc = nlp(make_doc(nlp, document()))
    assert not [s for s in doc._.statements if s.predicate == "measured"]


def test_extract_twice_is_the_same():
    assert extract(document()) == extract(document())


def test_empty_text():
    assert extract(document("")).statements == ()
