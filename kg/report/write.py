"""The report as a file; the suffix decides: .docx, .html or .pdf."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from kg.errors import InputError, MissingComponentError
from kg.report import page, word
from kg.report.content import Report

SUFFIXES = (".docx", ".html", ".pdf")


def checked(path: Path) -> str:
    """The suffix; `InputError` for one that is none of ours."""
    if path.suffix.lower() not in SUFFIXES:
        raise InputError(f"{path}: 后缀应为 / the suffix must be one of: {' '.join(SUFFIXES)}")
    return path.suffix.lower()


def write(report: Report, path: Path) -> None:
    """Write the report; a PDF is made of the Word file by LibreOffice.

    `MissingComponentError` where LibreOffice is needed and missing.
    """
    kind = checked(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == ".docx":
        word.write(report, path)
    elif kind == ".html":
        page.write(report, path)
    else:
        _pdf(report, path)


def _pdf(report: Report, path: Path) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise MissingComponentError(
            "写 .pdf 需要 LibreOffice（Debian: apt-get install libreoffice-writer）；"
            "或先写 .docx、.html / a .pdf needs LibreOffice (package libreoffice-writer); "
            "or write .docx or .html"
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "report.docx"
        word.write(report, source)
        done = subprocess.run(  # noqa: S603
            [office, "--headless", f"-env:UserInstallation={Path(folder).as_uri()}/profile",
             "--convert-to", "pdf", "--outdir", folder, str(source)],
            capture_output=True, text=True, errors="replace", check=False, timeout=180,
        )  # fmt: skip
        made = source.with_suffix(".pdf")
        if not made.exists():
            raise MissingComponentError(
                f"{path}: LibreOffice 未能转换 / could not convert it: {done.stderr[-300:]}"
            )
        shutil.move(made, path)
