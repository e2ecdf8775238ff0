"""JSON Lines → readings, and one problem line for every line that is no interchange."""

import json
from dataclasses import dataclass, field, replace

from kg.interchange import lines
from kg.interchange.fields import Json, LineError, fault, string
from kg.model import Entity, Reading, Source, Statement


def parse(text: str, name: str) -> tuple[list[Reading], list[str]]:
    """The readings of JSON Lines, in order, and one line for each line that is no interchange.

    `name` is the file's, for the problems: each says file, line number and remedy. A line with a
    problem is left out; the rest counts.
    """
    drafts: dict[str, _Draft] = {}
    problems: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if not line.strip():
            continue
        try:
            said = _object(line)
            doc = string(said, "doc")
            _take(said, drafts.get(doc) or _Draft(doc), drafts)
        except LineError as error:
            problems.append(f"{name}:{number}: {error.zh} / {error.en}")
    return [draft.reading() for draft in drafts.values()], problems


@dataclass(slots=True)
class _Draft:
    """The lines of one document so far."""

    doc: str
    source: Source | None = None
    entities: list[Entity] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def reading(self) -> Reading:
        source = self.source or Source(self.doc)
        home = next((entity.ref for entity in self.entities if entity.home), None)
        if source.region is None and home is not None:
            source = replace(source, region=home)
        return Reading(source, tuple(self.entities), tuple(self.statements))


def _take(said: Json, draft: _Draft, drafts: dict[str, _Draft]) -> None:
    match said.get("kind"):
        case "document":
            source = lines.source(said, draft.doc)
            if draft.source not in (None, source):
                fault("第二个不同的 document 行，请只留一个", "a second document line; keep one")
            draft.source = source
        case "entity":
            draft.entities.append(lines.entity(said))
        case "fact":
            draft.statements.append(lines.statement(said))
        case other:
            fault(
                f"kind 应为 document、entity 或 fact，不是 {other!r}",
                f"kind must be document, entity or fact, not {other!r}",
            )
    drafts[draft.doc] = draft


def _object(line: str) -> Json:
    try:
        said = json.loads(line, parse_constant=lambda word: fault(*_no_number(word)))
    except json.JSONDecodeError as error:
        fault(
            f"不是 JSON（第 {error.colno} 列），请改正",
            f"is no JSON (column {error.colno}); mend it",
        )
    except (RecursionError, ValueError) as error:
        fault(f"不是可读的 JSON（{error}），请改正", f"is no readable JSON ({error}); mend it")
    if not isinstance(said, dict):
        fault("应为一个 JSON 对象 {…}", "must be one JSON object {…}")
    return said


def _no_number(word: str) -> tuple[str, str]:
    return f"{word} 不是数字", f"{word} is no number"
