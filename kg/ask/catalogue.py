"""The catalogue of canned questions, read from the headers of `queries/` and from nowhere else.

A question is a pair of files, `queries/<group>/<name>.cypher` and `.rq`. Its header is the comment
at the head of both: the title in Chinese, the title in English, and between two lines `---` a YAML
mapping with `about`, `parameters` and `columns`. A new question is a new pair of files.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import click
import yaml

from kg.errors import OntologyError, QueryError
from kg.rooms import room
from kg.vocabulary import Concept, scheme

COMMENT = {".cypher": "//", ".rq": "#"}
SUPPORT = "support"  # what every answer needs: passages by id, and the reports in the store
VIEWS = "views"  # Cypher that returns paths, to be looked at in Neo4j Browser
LISTS = ("list", "figures", "passages")  # types of columns whose cells are lists
_RULE = "---"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told: `type` is text, date, number, integer or ids.

    `values` are all that a text may be; empty where it may be anything.
    """

    name: str
    type: str
    default: str | int | float | None
    zh: str
    en: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an answer, with its title and meaning in both languages.

    `type` is text, date, number, integer, code, list, figures (a list of them) or passages. `codes`
    are the words of its codes. `sum`: its numbers may be sums beside unknown members.
    """

    name: str
    type: str
    title: Mapping[str, str]
    about: Mapping[str, str]
    codes: Mapping[str, Mapping[str, str]]
    unit: str | None
    sum: bool

    @property
    def is_list(self) -> bool:
        """Whether a cell is a list, as text joined by ` | `."""
        return self.type in LISTS


@dataclass(frozen=True, slots=True)
class Question:
    """One canned question: what it asks, takes and answers, and where its files lie.

    `reads` are the columns that its files give where the answer is computed from them
    (`kg.ask.network`): what a query language cannot say. Elsewhere the files give the `columns`.
    """

    group: str
    name: str
    title: Mapping[str, str]
    about: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    columns: tuple[Column, ...]
    folder: Path
    reads: tuple[Column, ...] = ()

    def text(self, suffix: str) -> str:
        """The file as it stands: `.cypher` or `.rq`."""
        return (self.folder / f"{self.name}{suffix}").read_text("utf-8")


def find(name: str) -> Question:
    """The question of that name; `QueryError` with the names there are."""
    known = questions()
    if name not in known:
        raise QueryError(
            f"没有问题“{name}”，有：{'、'.join(known)} / there is no question {name!r}; see: kg ask"
        )
    return known[name]


def questions() -> dict[str, Question]:
    """All questions by name, in order of group and name."""
    return {q.name: q for q in _read_all(room("queries")).values() if q.group != SUPPORT}


def support(name: str) -> Question:
    """One of the look-ups in `queries/support` that every answer needs."""
    return _read_all(room("queries"))[name]


@cache
def _read_all(folder: Path) -> dict[str, Question]:
    found: dict[str, Question] = {}
    for path in sorted(folder.glob("*/*.rq")):
        question = read(path)
        if question.name in found:
            raise OntologyError(f"{path}: 另有同名问题 / another question has this name")
        found[question.name] = question
    return found


def read(path: Path) -> Question:
    """A question from one of its two files; `OntologyError` where its header is not in order."""
    titles, rest = header(path)
    try:
        return Question(
            path.parent.name,
            path.stem,
            dict(zip(("zh", "en"), titles, strict=True)),
            rest["about"],
            {name: _parameter(name, row) for name, row in rest["parameters"].items()},
            tuple(_column(name, row) for name, row in rest["columns"].items()),
            path.parent,
            tuple(
                Column(name, kind, {}, {}, {}, None, False)
                for name, kind in rest.get("computed", {}).get("reads", {}).items()
            ),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise OntologyError(f"{path}: 文件头缺少或写错 / its header lacks {error}") from error


def header(path: Path) -> tuple[list[str], dict[str, Any]]:
    """The lines above the first `---` of a file's leading comment, and the YAML below it."""
    mark = COMMENT[path.suffix]
    lines: list[str] = []
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith(mark):
            break
        lines.append(line.removeprefix(mark).removeprefix(" "))
    parts = "\n".join(lines).split(f"\n{_RULE}")
    if len(parts) < 3:
        raise OntologyError(f"{path}: 文件头没有两行 --- / its header has no two lines ---")
    try:
        return parts[0].splitlines(), dict(yaml.safe_load(parts[1]))
    except (yaml.YAMLError, ValueError, TypeError) as error:
        raise OntologyError(f"{path}: 文件头不是 YAML / its header is no YAML: {error}") from error


def _parameter(name: str, row: Mapping[str, Any]) -> Parameter:
    values = tuple(row.get("values", ()))
    return Parameter(name, row["type"], row.get("default"), row["zh"], row["en"], values)


def _column(name: str, row: Mapping[str, Any]) -> Column:
    codes = row.get("codes", {})
    return Column(
        name,
        row["type"],
        {"zh": row["zh"], "en": row["en"]},
        row["about"],
        codes
        if isinstance(codes, dict)
        else _schemes([codes] if isinstance(codes, str) else codes),
        row.get("unit"),
        bool(row.get("sum")),
    )


def _schemes(names: Sequence[str]) -> dict[str, Mapping[str, str]]:
    """The words of the codes of one or several vocabularies; the first one named wins."""
    concepts = [concept for name in reversed(names) for concept in scheme(name).values()]
    return {concept.code: _words(concept) for concept in concepts}


def _words(concept: Concept) -> dict[str, str]:
    return {"zh": concept.zh, "en": concept.en}


def print_catalogue(lang: str = "zh") -> None:
    """The questions by group, each with its title and the parameters it takes, said in words."""
    group = ""
    for question in questions().values():
        if question.group != group:
            group = question.group
            click.echo(f"\n{group}")
        click.echo(f"  {question.name}")
        click.echo(f"      {question.title[lang]}")
        for parameter in question.parameters.values():
            about = parameter.zh if lang == "zh" else parameter.en
            default = "" if parameter.default is None else f" [{parameter.default}]"
            click.echo(f"        {parameter.name:<15} {about}{default}")
