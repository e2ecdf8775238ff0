"""Text files in every encoding that Chinese offices use come out as the same words."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import read
from kg.read.encoding import decode

REPORT = (
    "一、工作成效\n今年上半年，远山县引进项目12个，总投资8.5亿元，其中青禾食品米粉项目已开工。\n"
)
TRADITIONAL = (
    "一、工作成效\n今年上半年，遠山縣引進項目12個，總投資8.5億元，其中青禾食品項目已開工。\n"
)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (REPORT.encode(), REPORT),
        (codecs.BOM_UTF8 + REPORT.encode(), REPORT),
        (REPORT.encode("gb2312"), REPORT),
        (REPORT.encode("gbk"), REPORT),
        ((REPORT + "镕㼎𠮷").encode("gb18030"), REPORT + "镕㼎𠮷"),
        (TRADITIONAL.encode("big5"), TRADITIONAL),
        (REPORT.encode("utf-16"), REPORT),  # with a byte order mark
        (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), REPORT),
        (REPORT.encode("utf-16-le"), REPORT),  # without one
        (REPORT.encode("utf-16-be"), REPORT),
        (codecs.BOM_UTF32_LE + REPORT.encode("utf-32-le"), REPORT),
        (REPORT.replace("\n", "\r\n").encode("gbk"), REPORT),
        (REPORT.replace("\n", "\r").encode(), REPORT),
        (b"plain ASCII\n", "plain ASCII\n"),
    ],
)
def test_the_words_are_the_same_in_every_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    assert read(path).text == text


SENTENCES = (
    REPORT.split("\n")[1]
    + "全县新签约项目和在建项目的投资、用地、用工等问题得到解决，园区企业发展较快。"
)


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, len(SENTENCES) - 16),
    st.integers(16, 60),
    st.sampled_from(["gb18030", "utf-8", "utf-16-le", "utf-16-be"]),
)
def test_a_piece_of_a_sentence_is_enough(start: int, length: int, encoding: str) -> None:
    piece = SENTENCES[start : start + length]
    assert decode(piece.encode(encoding)) == piece


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_none(data: bytes) -> None:
    assert decode(data) is None or isinstance(decode(data), str)
