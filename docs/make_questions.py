"""docs/questions.md: every canned question from its header, with its answer on the five seeds.

Run by `make questions`; a test makes it anew and compares. The answers are those of the seeds'
required labelled facts, so that a wrong answer is the question's fault.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kg.ask.catalogue import Column, Question, questions
from kg.ask.run import ask
from kg.ask.table import Answer
from kg.ask.wording import EVIDENCE, say
from kg.graph.build import build
from kg.interchange import parse
from kg.model import Reading, Scalar
from kg.rooms import room
from kg.store import rdf

PAGE = Path(__file__).parent / "questions.md"
LAST = "2023-06-30"  # the end of the seeds' last report
AS_OF = {"slipped-commitments": "2024-01-01"}  # asked later, else nothing is overdue
ROWS = 10
GROUPS = {
    "pipeline": "项目进度", "chains": "产业链", "companies": "企业", "parks": "园区",
    "events": "节会活动", "indicators": "指标", "blockers": "堵点", "policies": "政策",
    "evidence": "原文与复核", "network": "网络",
}  # fmt: skip
HEAD = """# 预置问题 · The canned questions

由 `queries/` 各文件的文件头生成（`make questions`），答案是五份示例报告的标注事实所给出的。
Generated from the headers in `queries/` by `make questions`; the answers are those of the labelled
facts of the five sample reports.

    kg ask signed-never-started --region 昆山市 --evidence
    kg ask conversion-rates -p by=event --format csv

同一问题的 `.cypher` 可原样贴进 Neo4j Browser，`.rq` 可原样在任何 SPARQL 1.1 库上运行。
未知的都说明是哪一种 · An unknown is said as what it is:
遮蔽 masked（原文遮蔽 redacted），未说明 unsaid，未到期 not yet due，说法不一 disputed。
"""


def page() -> str:
    """The whole page."""
    store = rdf.oxigraph(build(_required()))
    parts = [HEAD, _contents()]
    group = ""
    for question in questions().values():
        if question.group != group:
            group = question.group
            parts.append(f"## {GROUPS.get(group, group)} · {group}\n")
        as_of = AS_OF.get(question.name, LAST)
        parts.append("\n".join(_question(question, ask(store, question.name, as_of=as_of), as_of)))
    return "\n".join(parts)


def _required() -> Iterator[Reading]:
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        for reading in parse(path.read_text("utf-8"), path.name)[0]:
            yield replace(
                reading,
                text=(room("seeds") / f"{reading.source.id}.txt").read_text("utf-8"),
                entities=tuple(e for e in reading.entities if not e.optional),
                statements=tuple(s for s in reading.statements if not s.optional),
            )


def _contents() -> str:
    lines = ["| 问题 question | 回答什么 | what it answers |", "| --- | --- | --- |"]
    lines += [
        f"| [`{q.name}`](#{q.name}) | {_cell(q.title['zh'])} | {_cell(q.title['en'])} |"
        for q in questions().values()
    ]
    return "\n".join([*lines, ""])


def _question(question: Question, answer: Answer, as_of: str) -> Iterator[str]:
    yield f'<a id="{question.name}"></a>\n\n### {question.name}\n'
    yield f"**{_cell(question.title['zh'])}**<br>{_cell(question.title['en'])}\n"
    yield f"{_cell(question.about['zh'])}<br>{_cell(question.about['en'])}\n"
    for parameter in question.parameters.values():
        default = "" if parameter.default is None else f" = `{parameter.default}`"
        yield f"- `{parameter.name}`{default}: {_cell(parameter.zh)} · {_cell(parameter.en)}"
    yield "\n| 列 column | 含义 | meaning |\n| --- | --- | --- |"
    for column in question.columns:
        yield f"| `{column.name}` | {_cell(column.about['zh'])} | {_cell(column.about['en'])} |"
    asked = f"，截至 as of {as_of}" if "as_of" in question.parameters else ""
    yield f"\n示例报告的答案 · the answer on the seeds{asked}:\n"
    yield from _answer(answer)


def _answer(answer: Answer) -> Iterator[str]:
    columns = [c for c in answer.question.columns if c.name != EVIDENCE]
    if answer.rows:
        yield f"| {' | '.join(_cell(column.title['zh']) for column in columns)} |"
        yield f"|{' --- |' * len(columns)}"
    for row in answer.rows[:ROWS]:
        cells = zip(columns, row, strict=False)
        yield f"| {' | '.join(_said(column, cell) for column, cell in cells)} |"
    more = len(answer.rows) - ROWS
    if more > 0:
        yield f"\n… 另有 {more} 行 · and {more} more rows"
    yield ""
    yield from (f"> {_cell(line)}<br>" for line in answer.basis.text().splitlines())
    yield ""


def _said(column: Column, cell: Scalar) -> str:
    return _cell(say(column, cell, "zh"))


def _cell(text: str) -> str:
    """Text that Markdown takes for no mark of its own."""
    for mark in "\\|*_<>`[]":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
