"""Word files (docx): the words as Word shows them, and the cells and boxes they stand in.

Read straight from the file's XML, because the libraries tried lose what county reports are full of:
docx2python 3.7 prints every text box twice and `--` for a Chinese automatic number (一、, （一）);
python-docx leaves text boxes and tracked insertions out. Terms: ISO/IEC 29500-1.

Names are compared without their namespace, so that the transitional and the strict form are one.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError
from xml.etree.ElementTree import fromstring as parse_xml

from kg.read.numbering import Numbering
from kg.read.raw import Raw, unreadable

LARGEST = 300_000_000  # bytes of XML in one part; a report has a few hundred thousand

# Taken out by a tracked change, hidden, or said a second time for old programs.
_UNSEEN = frozenset({"del", "moveFrom", "Fallback", "instrText", "rPr", "pPr"})
_DAMAGE = (zipfile.BadZipFile, ParseError, NotImplementedError, EOFError, RuntimeError)
_PRINTED = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-", "ptab": "\t"}


def read_docx(data: bytes, name: str) -> Raw:
    """Paragraphs, tables, text boxes and footnotes of a Word file, in reading order.

    A row of a table is one line, its cells set apart by tabs; a text box follows the paragraph it
    is anchored in. `InputError` where the file is damaged, encrypted or no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            wanted = _wanted(package, name)
            parts = {kind: _part(package, part, name) for kind, part in wanted.items()}
    except (*_DAMAGE, zlib.error) as error:
        raise _broken(name, str(error)) from error
    writer = _Writer(Numbering(parts.get("numbering"), parts.get("styles")))
    for part in ("document", "footnotes", "endnotes"):
        if part in parts:
            writer.blocks(parts[part])
    return Raw("".join(writer.pieces).rstrip("\n"), tuple(writer.places))


def tag(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def _wanted(package: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The parts to read: what each is, and its name in the package."""
    inside = set(package.namelist())
    main = _main(package) if "_rels/.rels" in inside else "word/document.xml"
    if main not in inside or not main.startswith("word/"):
        if any(part.startswith(("xl/", "ppt/")) for part in inside):
            raise unreadable(
                name,
                "是表格或演示文稿，不是 Word 文档，请另存为 docx 或 txt",
                "is a spreadsheet or slides, not a Word document; save it as docx or txt",
            )
        raise _broken(name, "word/document.xml")
    others = ("numbering", "styles", "footnotes", "endnotes")
    parts = {kind: f"word/{kind}.xml" for kind in others if f"word/{kind}.xml" in inside}
    return {"document": main, **parts}


def _main(package: zipfile.ZipFile) -> str:
    for link in parse_xml(package.read("_rels/.rels")):  # noqa: S314 – a list of names
        if link.get("Type", "").endswith("/officeDocument"):
            return link.get("Target", "").lstrip("/")
    return ""


def _part(package: zipfile.ZipFile, part: str, name: str) -> Element:
    if package.getinfo(part).file_size > LARGEST:
        raise _broken(name, f"{part} > {LARGEST} bytes")
    data = package.read(part)
    if b"<!DOCTYPE" in data:  # Word writes none; entities are how such files attack a parser
        raise _broken(name, f"{part}: DOCTYPE")
    return parse_xml(data)  # noqa: S314 – no document type, so no entities


def _broken(name: str, why: str) -> Exception:
    return unreadable(
        name,
        f"docx 文件已损坏或加密（{why}），请用 Word 打开后重新另存",
        f"the docx is damaged or encrypted ({why}); open it in Word and save it again",
    )


class _Writer:
    """Collects the words; `length` is the offset at which the next piece will stand."""

    def __init__(self, numbering: Numbering) -> None:
        self.numbering = numbering
        self.pieces: list[str] = []
        self.places: list[tuple[int, int, str]] = []
        self.length = 0
        self.tables = 0
        self.boxes = 0

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def blocks(self, parent: Element) -> None:
        """The paragraphs and tables under an element, through content controls and the like."""
        for child in parent:
            kind = tag(child)
            if kind == "p":
                self.paragraph(child)
            elif kind == "tbl":
                self.table(child)
            elif kind not in _UNSEEN and not _is_contents(child):
                self.blocks(child)

    def paragraph(self, paragraph: Element) -> None:
        joined = paragraph.find("{*}pPr/{*}rPr/{*}del") is not None  # its end mark was deleted
        self.write(self.numbering.number(paragraph) + _words(paragraph) + ("" if joined else "\n"))
        for box in _boxes(paragraph):
            self.box(box)

    def box(self, box: Element) -> None:
        self.boxes += 1
        label, start = f"文本框{self.boxes}", self.length
        self.blocks(box)
        self.places.append((start, self.length, label))

    def table(self, table: Element) -> None:
        self.tables += 1
        number = self.tables
        for row, line in enumerate(_rows(table), 1):
            column = 1
            for index, cell in enumerate(_cells(line)):
                if index:
                    self.write("\t")
                start = self.length
                self.write(self._cell(cell))
                if self.length > start:
                    label = f"表{number} 行{row} 列{column}"
                    self.places.append((start, self.length, label))
                column += _span(cell)
            self.write("\n")

    def _cell(self, cell: Element) -> str:
        """A cell on one line: its paragraphs, those of tables and boxes inside it included."""
        lines = [
            self.numbering.number(paragraph) + _words(paragraph) for paragraph in _paragraphs(cell)
        ]
        return " ".join(" ".join(line.split()) for line in lines if line.strip())


def _words(element: Element) -> str:
    """What a paragraph prints, without the text boxes that are anchored in it."""
    said: list[str] = []
    for child in element:
        kind = tag(child)
        if kind == "t":
            said.append(child.text or "")
        elif kind in _PRINTED:
            said.append(_PRINTED[kind])
        elif kind not in _UNSEEN and kind != "txbxContent" and not _is_hidden(child):
            said.append(_words(child))
    return "".join(said)


def _below(element: Element, wanted: str, stop: frozenset[str]) -> Iterator[Element]:
    """The nearest elements of a name below this one, not looking inside `stop` or the unseen."""
    for child in element:
        kind = tag(child)
        if kind == wanted:
            yield child
        elif kind not in _UNSEEN and kind not in stop:
            yield from _below(child, wanted, stop)


def _boxes(paragraph: Element) -> Iterator[Element]:
    return _below(paragraph, "txbxContent", frozenset())


def _rows(table: Element) -> Iterator[Element]:
    for row in _below(table, "tr", frozenset({"tbl"})):
        if row.find("{*}trPr/{*}del") is None:
            yield row


def _cells(row: Element) -> Iterator[Element]:
    return _below(row, "tc", frozenset({"tbl"}))


def _paragraphs(cell: Element) -> Iterator[Element]:
    for paragraph in _below(cell, "p", frozenset()):
        yield paragraph
        for box in _boxes(paragraph):
            yield from _paragraphs(box)


def _span(cell: Element) -> int:
    span = cell.find("{*}tcPr/{*}gridSpan")
    value = "1" if span is None else next(iter(span.attrib.values()), "1")
    return int(value) if value.isdecimal() else 1


def _is_hidden(run: Element) -> bool:
    return tag(run) == "r" and run.find("{*}rPr/{*}vanish") is not None


def _is_contents(block: Element) -> bool:
    """A table of contents: it only repeats the headings."""
    gallery = block.find("{*}sdtPr/{*}docPartObj/{*}docPartGallery")
    return gallery is not None and "Table of Contents" in gallery.attrib.values()
