"""The report as a Word file in the style of an official document (GB/T 9704: fonts, headings)."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.run import Run

from kg.ask.spreadsheet import CONTROL
from kg.report.content import Report, Section

_TITLE, _HEADING, _BODY = "方正小标宋简体", "黑体", "仿宋_GB2312"
_LATIN = "Times New Roman"
_NUMERALS = "一二三四五六七八九十"


def write(report: Report, path: Path) -> None:
    """Write the .docx."""
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin, page.bottom_margin = Cm(3.7), Cm(3.5)
    page.left_margin, page.right_margin = Cm(2.8), Cm(2.6)
    _paragraph(document, report.title, _TITLE, 22, centred=True)
    for line in report.basis.splitlines():
        _paragraph(document, line, _BODY, 14, indent=True)
    for number, section in enumerate(report.sections):
        _section(document, number, section)
    _paragraph(document, "附：原文语句", _HEADING, 16, indent=True)
    for number, (source, words) in enumerate(report.sentences, 1):
        _paragraph(document, f"[{number}] {source}：{words}", _BODY, 10.5)
    document.save(str(path))


def _section(document: WordDocument, number: int, section: Section) -> None:
    _paragraph(document, f"{_NUMERALS[number]}、{section.heading}", _HEADING, 16, indent=True)
    _paragraph(document, section.summary, _BODY, 16, indent=True)
    if section.picture is not None:
        image = io.BytesIO(section.picture.png())
        document.add_picture(image, width=Cm(15.6))
    if section.rows:
        _table(document, section)


def _table(document: WordDocument, section: Section) -> None:
    table = document.add_table(rows=1, cols=len(section.columns), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for cell, words in zip(table.rows[0].cells, section.columns, strict=True):
        _font(cell.paragraphs[0].add_run(words), _HEADING, 9)
    for row in section.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            _font(cell.paragraphs[0].add_run(CONTROL.sub("�", words)), _BODY, 9)
    heading = table.rows[0]._tr.get_or_add_trPr()
    heading.append(heading.makeelement(qn("w:tblHeader"), {}))  # again on every page


def _paragraph(
    document: WordDocument, words: str, font: str, size: float, *,
    centred: bool = False, indent: bool = False,
) -> None:  # fmt: skip
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(28 if size >= 14 else 16)
    paragraph.paragraph_format.space_after = Pt(0)
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    _font(paragraph.add_run(CONTROL.sub("�", words)), font, size)


def _font(run: Run, name: str, size: float) -> None:
    run.font.size = Pt(size)
    run.font.name = _LATIN
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)
