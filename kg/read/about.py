"""What a document is about, as far as its words say: title, issuer, region, period and date."""

import re
from dataclasses import replace

from kg.model import Ref, Source
from kg.read.dates import printed_date
from kg.read.edit import HAN
from kg.read.home import home
from kg.read.pages import site_head
from kg.read.period import covered

LONGEST_TITLE = 60
TITLE_LINES = 4  # lines at the start among which a title stands
_GENRE = re.compile(
    r"(?:总结|汇报|汇报材料|报告|材料|计划|打算|安排|要点|情况|方案|意见|办法|措施|通知|简报|公报|纲要|规划|讲话|清单|台账"
    r"|通报|说明|概况|简介|信息|致辞|进展|思路)(?:[（(].{1,12}[)）])?$"
)
_NO_TITLE = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[、)）.]|[—―–]|[（(]|各位|尊敬的)|[:：]$"
)
_REPORT = re.compile(r"总结|汇报|工作|报告|计划|情况|简报|公报|通报|要点")
_PLACE = re.compile(
    rf"((?!全|我|本|各|该)[{HAN}]{{2,4}}?(?:自治县|县|区|市|旗))(?=(?:19|20)\d\d年|[上下]半年|招商|政府|人民政府"
    r"|委|关于|投资|经济|商务|工作|园区|第?[一二三四]季度)"
)
_OPENS = re.compile(r"[全我本各]|^[在关对向于赴到]")  # 在全县…会上的讲话 names no county
_CARRIER = re.compile(r"[新发园业税范聚验作景片社城牧库地]区$")
_SIGNED_PAPER = re.compile(r"总结|汇报|报告|计划|打算|简报|通报|要点|情况")
_BODY = (
    rf"[{HAN}*×XＸ]{{2,25}}?(?:局|委|办|办公室|委员会|中心|政府|指挥部|专班|领导小组|商会|协会|公司"
    r"|集团|调查队|管委会)"
)
_SIGNED = re.compile(rf"^{_BODY}(?:[\s、]+{_BODY})*$")
_TITLED = re.compile(
    rf"^((?:[{HAN}]{{2,8}}|[*×XＸ]{{1,3}})(?:省|市|县|区|旗|州|镇|乡){_BODY})(?:关于|(?:19|20)\d\d)"
)
_SENTENCE = re.compile(r"[^。！？\n]*[。！？\n]?")


def about(source: Source, text: str, clean: str, file_name: str | None) -> Source:
    """The source with all that its text, and for the title its file name, says of it.

    Only what is printed counts: what is not said, or said with a mask, stays None.
    """
    lines = [line.strip() for line in clean.splitlines() if line.strip()]
    said = site_head(text)[1] or _title(lines) or _file_title(file_name)
    head = "\n".join([said or "", *_subtitle(lines, said)])
    opening = _opening(lines, said)
    region = home(head, clean) or _titled_place(said)
    date = printed_date(text)
    signed = date if _SIGNED_PAPER.search(head) else None  # a page's byline dates no report
    return replace(
        source,
        title=said,
        issuer=_issuer(lines, said),
        region=Ref("Region", region) if region else None,
        period=covered(head, opening, clean, signed) if _is_report(head, opening) else None,
        date=date,
    )


def _titled_place(said: str | None) -> str | None:
    """The county that a title opens with, though no gazetteer has it (renamed or misprinted)."""
    found = _PLACE.match(said or "")
    place = found[1] if found and _REPORT.search(said or "") else None
    return None if place and (_CARRIER.search(place) or _OPENS.search(place)) else place


def _title(lines: list[str]) -> str | None:
    """The first title-like line, one that names a kind of document before any other."""
    short = [line for line in lines[:TITLE_LINES] if _may_be_title(line)]
    named = next((line for line in short if _GENRE.search(line)), None)
    if named or not short or not _may_be_title(lines[0]):
        return _whole(named, lines) if named else None
    return lines[0]


def _whole(last: str, lines: list[str]) -> str:
    """A title that its page broke in two: the line before ends where no title can."""
    at = lines.index(last)
    before = lines[at - 1] if at else ""
    return (
        before + last
        if before.endswith(("的", "和", "及", "暨", "关于", "年", "县", "市"))
        else last
    )


def _may_be_title(line: str) -> bool:
    return (
        3 <= len(line) <= LONGEST_TITLE
        and not re.search(r"[。；，,;]$|。.", line)
        and not _NO_TITLE.search(line)
        and line.count("，") <= 1
        and re.search(f"[{HAN}]{{2}}", line) is not None
    )


def _file_title(file_name: str | None) -> str | None:
    stem = (file_name or "").rpartition(".")[0].strip()
    return stem if _may_be_title(stem) and _GENRE.search(stem) else None


def _subtitle(lines: list[str], said: str | None) -> list[str]:
    """Short lines in brackets or after a dash that follow a title: （2023年1—7月）."""
    start = lines.index(said) + 1 if said in lines else 0
    return [
        line
        for line in lines[start : start + 2]
        if said and len(line) <= LONGEST_TITLE and line[0] in "（(—―–"
    ]


def _opening(lines: list[str], said: str | None) -> str:
    """The first sentences of the body."""
    body = [line for line in lines[:8] if line != said and len(line) > LONGEST_TITLE]
    return "".join(_SENTENCE.findall(body[0])[:3]) if body else ""


def _is_report(head: str, opening: str) -> bool:
    """Whether the text reports on a span of time; news of one day does not."""
    return bool(
        _REPORT.search(head) or re.search(r"汇报如下|情况如下|总结如下|报告如下", opening)
    ) or (not head.strip() and bool(re.search(r"工作|全[县市区]", opening)))


def _issuer(lines: list[str], said: str | None) -> str | None:
    """Who signs: a body alone on a line under the title or at the end, or named by the title."""
    titled = _TITLED.match(said or "")
    if titled:
        return titled[1]
    signed = [line for line in [*lines[1:4], *lines[-3:]] if _SIGNED.match(line)]
    return re.sub(r"\s+", " ", signed[0]) if signed and len(lines) > 4 else None
