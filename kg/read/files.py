"""Which files a list of files and folders stands for."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.read.raw import unreadable

READABLE = frozenset({
    ".txt", ".text", ".md", ".markdown", ".docx", ".jsonl", ".csv", ".tsv", ".xlsx",
})  # fmt: skip
# Reports often lie in these; they are listed too, so that a build says that it left them out.
KNOWN_BUT_UNREAD = frozenset({".xls", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".html", ".htm"})


def find(paths: Iterable[str | Path]) -> list[Path]:
    """Expand folders to the reports and interchange lines in them, sorted; each file once.

    A file that is named stays, whatever it is: reading it says what is wrong with it. In folders,
    hidden files, lock files of Word and LibreOffice (`~$…`, `.~lock…`) and sidecars are passed
    over. `InputError` for a path that does not exist and for a folder without a report.
    """
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update(dict.fromkeys(_reports(path)))
        elif path.exists():
            found[path] = None
        else:
            raise unreadable(
                path,
                "没有这个文件或文件夹，请检查路径",
                "no such file or folder; check the path",
            )
    return list(found)


def _reports(folder: Path) -> list[Path]:
    reports = sorted(path for path in _walk(folder) if path.is_file())
    if not reports:
        raise unreadable(
            folder,
            "文件夹里没有报告（txt、docx）或 jsonl，请指定别的文件夹",
            "the folder holds no report (txt, docx) and no jsonl; name another one",
        )
    return reports


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith((".", "~$")) for part in inside)
        if not hidden and path.suffix.lower() in READABLE | KNOWN_BUT_UNREAD:
            yield path
