"""Text files: any Chinese encoding → words with line feeds as line ends."""

import re

from kg.read.encoding import decode
from kg.read.raw import Raw, unreadable

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_text(data: bytes, name: str) -> Raw:
    """The words of a text file; `InputError` for binary data and unknown encodings."""
    text = decode(data)
    if text is None:
        if _looks_binary(data):
            raise _binary(name)
        line, byte = _fault(data)
        raise unreadable(
            name,
            f"第 {line} 行（第 {byte} 个字节）起编码不明，请用记事本另存为 UTF-8",
            f"line {line} (byte {byte}): no encoding fits (UTF-8, GB18030, Big5, UTF-16); "
            "save the file as UTF-8",
        )
    if len(_CONTROLS.findall(text)) > len(text) / 100:
        raise _binary(name)
    return Raw(with_line_ends(text))


def with_line_ends(text: str) -> str:
    """The text without byte order mark, its line ends line feeds: what offsets count in."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _binary(name: str) -> Exception:
    return unreadable(
        name,
        "是二进制文件，不是文本，请另存为 docx 或 txt",
        "is a binary file, not text; save it as docx or txt",
    )


def _looks_binary(data: bytes) -> bool:
    sample = data[:4096]
    return sum(byte < 9 or 13 < byte < 32 for byte in sample) > len(sample) / 50


def _fault(data: bytes) -> tuple[int, int]:
    """The line and the byte, counted from one, where the data stops being UTF-8."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1, error.start + 1
    return 1, 1
