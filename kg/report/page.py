"""The report as one offline page; every row links to its sentences at the end."""

import base64
import re
from pathlib import Path

from kg.report.content import Report
from kg.show.offline import render

_NUMERALS = "一二三四五六七八九十"


def write(report: Report, path: Path) -> None:
    """Write the .html, pictures inside."""
    sections = [
        {
            "number": _NUMERALS[number],
            "heading": section.heading,
            "summary": section.summary,
            "columns": section.columns,
            "rows": [(*row[:-1], re.findall(r"\d+", row[-1])) for row in section.rows],
            "image": section.picture and base64.b64encode(section.picture.png()).decode(),
        }
        for number, section in enumerate(report.sections)
    ]
    path.write_text(render("report", {}, report=report, sections=sections), "utf-8")
