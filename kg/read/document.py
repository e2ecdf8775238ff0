"""A file, or words at hand, → `Document`."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kg.model import Document, Source
from kg.read.about import about
from kg.read.docx import read_docx
from kg.read.raw import Raw, unreadable
from kg.read.repair import repair
from kg.read.sidecar import beside
from kg.read.text import read_text, with_line_ends

Reader = Callable[[bytes, str], Raw]

# A further format is one more file with a reader, and its line here.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".docx": read_docx,
}
# What a file begins with says more than its name does.
FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "旧版或加密的 Office 文件", "an old or encrypted Office file"),
    (b"%PDF", "PDF 文件", "a PDF"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
    (b"\x89PNG", "图片", "a picture"),
    (b"\xff\xd8\xff", "图片", "a picture"),
    (b"GIF8", "图片", "a picture"),
    (b"II*\x00", "图片", "a picture"),
    (b"Rar!", "压缩包", "an archive"),
    (b"7z\xbc\xaf", "压缩包", "an archive"),
    (b"\x1f\x8b", "压缩包", "an archive"),
)


def read(path: str | Path) -> Document:
    """Read one report: its words, their repair, and what is known of it.

    `InputError` where the file is missing, empty, damaged, of an unknown encoding or of a type that
    is not read: one line with the file, the place and what to do. What a sidecar beside the file
    says of title, region, period, date and issuer goes before what the text says.
    """
    path = Path(path)
    data = _bytes(path)
    raw = _reader(path, data)(data, str(path))
    if not raw.text.strip():
        raise unreadable(path, "没有文字，请检查文件", "holds no words; check the file")
    document = _document(raw, path.stem, path.name)
    known = beside(path)
    source = replace(
        document.source,
        **known,
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return replace(document, source=source)


def from_bytes(data: bytes, id: str) -> Document:  # noqa: A002 – the field's own name
    """What came without a file, by a pipe: text in any Chinese encoding, or a docx.

    `InputError` as for a file, with `id` in its place.
    """
    raw = _reader(Path(f"{id}.txt"), data)(data, id)
    if not raw.text.strip():
        raise unreadable(id, "没有文字", "holds no words")
    return _document(raw, id)


def from_text(text: str, id: str = "text") -> Document:  # noqa: A002 – the field's own name
    """Words that are at hand already. Line ends become line feeds; offsets count after that.

    `InputError` where there are none.
    """
    raw = Raw(with_line_ends(text))
    if not raw.text.strip():
        raise unreadable(id, "没有文字", "holds no words")
    return _document(raw, id)


def _document(raw: Raw, name: str, file_name: str | None = None) -> Document:
    mended = repair(raw.text)
    source = about(Source(name), raw.text, mended.text, file_name)
    return Document(source, raw.text, mended.text, mended.origin, raw.places)


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise unreadable(path, "没有这个文件，请检查路径", "no such file; check the path")
    if path.is_dir():
        raise unreadable(path, "是文件夹，请指定其中的文件", "is a folder; name a file in it")
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or "?"
        raise unreadable(
            path,
            f"无法打开（{why}），请检查权限",
            f"cannot be opened ({why}); check its permissions",
        ) from error
    if not data.strip():
        raise unreadable(path, "是空文件，请检查文件", "is empty; check the file")
    return data


def _reader(path: Path, data: bytes) -> Reader:
    for start, zh, en in FOREIGN:
        if data.startswith(start):
            raise unreadable(
                path, f"是{zh}，请另存为 docx 或 txt", f"is {en}; save it as docx or txt"
            )
    if data.startswith(b"PK\x03\x04"):
        return read_docx
    if data.lstrip()[:9].lower().startswith((b"<!doctype", b"<html")):
        raise unreadable(
            path, "是网页，请另存为 txt 或 docx", "is a web page; save it as txt or docx"
        )
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise unreadable(
            path,
            f"不支持 {path.suffix or '无后缀'} 文件，请另存为 docx 或 txt",
            f"{path.suffix or 'a name without suffix'} is not supported; save it as docx or txt",
        )
    return reader
