"""`kg export ontology.html`: the ontology for people, one offline page in Chinese and English."""

from pathlib import Path

from kg.errors import InputError
from kg.show.offline import render
from kg.show.ontology_tables import sections


def ontology_page() -> str:
    """The page; the same `ontology/` gives the same text."""
    return render("ontology", {}, sections=list(sections()))


def write(path: Path) -> None:
    """Write the page; `InputError` where it cannot be written."""
    try:
        path.write_text(ontology_page(), "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{path}: 不能写入 / cannot be written: {error.strerror}") from error
