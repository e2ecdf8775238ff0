"""What cannot be read is refused in one line: file, place, remedy, Chinese first."""

import io
import zipfile
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import find, from_text, read


def package(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return data.getvalue()


MOJIBAKE = "今年以来，远山县完成签约。".encode() + b"\xff\xfe\xff\n"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = f'<!DOCTYPE a [<!ENTITY b "b">]><w:document {W}><w:body>&b;</w:body></w:document>'


@pytest.mark.parametrize(
    ("name", "data", "zh", "en"),
    [
        ("a.txt", b"", "空文件", "empty"),
        ("a.txt", b" \r\n\n", "空文件", "empty"),
        ("a.txt", "\u3000\n".encode(), "没有文字", "no words"),
        ("a.txt", bytes(range(256)) * 8, "二进制", "binary"),
        ("a.txt", MOJIBAKE, "第 1 行（第 40 个字节）", "line 1 (byte 40)"),
        ("a.txt", b"\xd0\xcf\x11\xe0" + bytes(600), "旧版或加密", "save it as docx"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "另存为 docx", "save it as docx"),
        ("a.pdf", b"%PDF-1.7\n", "PDF", "save it as docx"),
        ("a.txt", b"%PDF-1.7\n", "PDF", "save it as docx"),
        ("a.rtf", b"{\\rtf1 x}", "RTF", "save it as docx"),
        ("a.txt", b"<!DOCTYPE html><p>x", "网页", "web page"),
        ("a.csv", "甲,乙".encode(), "不支持 .csv", ".csv is not supported"),
        ("report", "甲".encode(), "不支持 无后缀", "without suffix"),
        ("a.docx", b"PK\x03\x04 and no more", "已损坏", "damaged"),
        ("a.docx", "只是文字".encode(), "已损坏", "damaged"),
        ("a.docx", package(other="<a/>"), "已损坏", "damaged"),
        ("a.docx", package(word__document="<a"), "已损坏", "damaged"),
        ("a.docx", package(word__document=BOMB), "已损坏", "damaged"),
        ("a.docx", package(xl__workbook="<a/>"), "表格", "spreadsheet"),
        ("a.docx", package(word__document=f"<w:document {W}/>"), "没有文字", "no words"),
    ],
)
def test_one_line_says_file_place_and_remedy(
    tmp_path: Path, name: str, data: bytes, zh: str, en: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as raised:
        read(path)
    message = str(raised.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    chinese, _, english = message.partition(" / ")
    assert zh in chinese
    assert en in english


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件"):
        read(tmp_path / "none.txt")
    with pytest.raises(InputError, match="是文件夹"):
        read(tmp_path)
    with pytest.raises(InputError, match="没有文字"):
        from_text(" \n")


def test_find_expands_folders_and_passes_over_what_is_no_report(tmp_path: Path) -> None:
    for name in (
        "乙.docx", "甲.txt", "甲.yaml", "丙/丁.jsonl", "丙/旧.doc", "丙/表.png",
        "~$乙.docx", ".~lock.乙.docx#", ".hidden/戊.txt",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [path.relative_to(tmp_path).as_posix() for path in find([tmp_path, tmp_path])]
    # an old .doc is listed, so that a build says that it was left out
    assert found == ["丙/丁.jsonl", "丙/旧.doc", "乙.docx", "甲.txt"]
    assert find([tmp_path / "丙/表.png"]) == [tmp_path / "丙/表.png"]


def test_find_refuses_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="没有这个文件或文件夹"):
        find([tmp_path / "none"])
    with pytest.raises(InputError, match="没有报告"):
        find([tmp_path])
