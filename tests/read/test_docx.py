"""Word files: what Word shows is what is read, and cells and boxes keep their place."""

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from kg.read import read
from kg.read.docx import read_docx

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)


def docx(body: str, **parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr(
            "word/document.xml",
            f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        )
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", f"<w:{name} {NAMESPACES}>{text}</w:{name}>")
    return data.getvalue()


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def words(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts), "a.docx").text


BOX = "<w:txbxContent>" + paragraph("框中字") + "</w:txbxContent>"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph("甲") + paragraph("乙"), "甲\n乙"),
        (f"<w:p>{run('投资')}{run('2亿元')}</w:p>", "投资2亿元"),
        ("<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p>",
         "甲\n乙\t丙"),
        (paragraph("&lt;甲&gt; *"), "<甲> *"),
        # tracked changes: what was put in counts, what was taken out does not
        (f"<w:p>{run('新')}<w:ins>{run('签约')}</w:ins><w:del><w:r><w:delText>开工</w:delText></w:r>"
         "</w:del></w:p>", "新签约"),
        (f"<w:p><w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo></w:p>",
         "新处"),
        (paragraph("前", "<w:rPr><w:del/></w:rPr>") + paragraph("后"), "前后"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>" + run("显") + "</w:p>", "显"),
        # a text box stands once, after the paragraph that it is anchored in
        (f"<w:p>{run('前')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{BOX}</wps:txbx>"
         f"</mc:Choice><mc:Fallback><v:textbox>{BOX}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>"
         f"{run('后')}</w:p>", "前后\n框中字"),
        (f"<w:p><w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r></w:p>", "\n框中字"),
        # content controls are looked into, a table of contents is not
        (f"<w:sdt><w:sdtContent>{paragraph('控件')}</w:sdtContent></w:sdt>", "控件"),
        ("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
         f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('目录')}</w:sdtContent></w:sdt>"
         f"{paragraph('正文')}", "正文"),
    ],
)  # fmt: skip
def test_what_word_shows(body: str, text: str) -> None:
    assert words(body) == text


def cell(*texts: str, span: int = 1) -> str:
    width = f'<w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>'
    return f"<w:tc>{width}{''.join(map(paragraph, texts))}</w:tc>"


def test_cells_know_their_place() -> None:
    table = (
        f"<w:tbl><w:tr>{cell('项目')}{cell('投资')}{cell('进展')}</w:tr>"
        f"<w:tr>{cell('青禾食品', '米粉项目', span=2)}{cell('开工')}</w:tr></w:tbl>"
    )
    raw = read_docx(docx(paragraph("附表") + table + paragraph("完")), "a.docx")
    assert raw.text == "附表\n项目\t投资\t进展\n青禾食品 米粉项目\t开工\n完"
    assert {label: raw.text[start:end] for start, end, label in raw.places} == {
        "表1 行1 列1": "项目",
        "表1 行1 列2": "投资",
        "表1 行1 列3": "进展",
        "表1 行2 列1": "青禾食品 米粉项目",
        "表1 行2 列3": "开工",
    }


LIST = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
)
HEADING = '<w:style w:styleId="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'


def test_automatic_chinese_numbers_are_words_too() -> None:
    def item(text: str, level: int) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return paragraph(text, place)

    body = [
        paragraph("成效", '<w:pStyle w:val="2"/>'), item("签约", 1), item("开工", 1),
        item("某厂", 2), paragraph("问题", '<w:pStyle w:val="2"/>'), item("用地", 1),
    ]  # fmt: skip
    text = words("".join(body), numbering=LIST, styles=HEADING)
    assert text == "一、成效\n（一）签约\n（二）开工\n1.某厂\n二、问题\n（一）用地"


def test_a_docx_is_known_by_its_content_and_footnotes_come_last(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    note = f"<w:footnote>{paragraph('注：含续建')}</w:footnote>"
    path.write_bytes(docx(paragraph("正文"), footnotes=note))
    assert read(path).text == "正文\n注：含续建"


FODT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number
 text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/></text:list-style>
</office:automatic-styles>
<office:body><office:text><text:tracked-changes>
<text:changed-region xml:id="i" text:id="i"><text:insertion><office:change-info><dc:creator>甲
</dc:creator><dc:date>2023-07-01T08:00:00</dc:date></office:change-info></text:insertion>
</text:changed-region>
<text:changed-region xml:id="d" text:id="d"><text:deletion><office:change-info><dc:creator>甲
</dc:creator><dc:date>2023-07-01T08:00:00</dc:date></office:change-info><text:p>旧稿</text:p>
</text:deletion></text:changed-region></text:tracked-changes>
<text:p>远山县2023年上半年招商引资工作总结</text:p>
<text:list text:style-name="L"><text:list-item><text:p>工作成效</text:p></text:list-item>
</text:list><text:p>引进<text:change-start text:change-id="i"/>青禾食品<text:change-end
 text:change-id="i"/><text:change text:change-id="d"/>项目。<draw:frame
 text:anchor-type="paragraph" svg:width="4cm" svg:height="2cm"><draw:text-box
><text:p>框中：已开工。</text:p></draw:text-box></draw:frame></text:p>
<table:table><table:table-column table:number-columns-repeated="2"/>
<table:table-row><table:table-cell><text:p>项目</text:p></table:table-cell>
<table:table-cell><text:p>投资</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document>
"""


@pytest.mark.office
def test_a_file_that_libreoffice_wrote(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None and not os.environ.get("KG_REQUIRE_ALL"):
        pytest.skip("LibreOffice (soffice) is not installed")
    assert soffice, "KG_REQUIRE_ALL: LibreOffice (soffice) is not installed"
    (tmp_path / "report.fodt").write_text(FODT, "utf-8")
    subprocess.run(
        [soffice, f"-env:UserInstallation={(tmp_path / 'home').as_uri()}", "--headless",
         "--convert-to", "docx", "--outdir", str(tmp_path), str(tmp_path / "report.fodt")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    document = read(tmp_path / "report.docx")
    lines = [line for line in document.text.splitlines() if line]
    assert lines == [
        "远山县2023年上半年招商引资工作总结", "一、工作成效", "引进青禾食品项目。",
        "框中：已开工。", "项目\t投资",
    ]  # fmt: skip
    assert document.place(document.text.index("已开工")) == "文本框1"
    assert document.place(document.text.index("投资")) == "表1 行1 列2"
    assert document.source.period == "2023-H1"
