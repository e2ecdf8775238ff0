"""A question's file with its parameters in place: nothing else of it is replaced.

The parameter line (`WITH {…} AS p`, `VALUES (?a ?b) { (UNDEF UNDEF) }`) takes the values, as bound
parameters in Cypher and as written terms in SPARQL; the last line takes the checked limit, and so
does a line inside that cuts the rows before their evidence is gathered.
"""

import re
from collections.abc import Mapping

from kg.ask.catalogue import Question
from kg.ask.parameters import LIMIT, Value, limit
from kg.errors import OntologyError
from kg.model import Scalar
from kg.store.rdf import term

CYPHER_LINE = re.compile(r"^WITH \{(?P<body>.*)\} AS p(?: +//.*)?$", re.MULTILINE)
SPARQL_LINE = re.compile(
    r"^ *VALUES \((?P<names>[?\w ]*)\) \{ \((?P<row>.*)\) \}(?: +# ←.*)$", re.MULTILINE
)
LIMIT_LINE = re.compile(
    r"^(?P<before> *)LIMIT (?P<rows>\d+)(?P<note> +(?:#|//) ← 与末行相同)?$", re.MULTILINE
)
_BOUND = "p"


def cypher(question: Question, values: Mapping[str, Value]) -> tuple[str, dict[str, object]]:
    """The question in Cypher, and the parameters to send beside it."""
    text = _replace(question, ".cypher", CYPHER_LINE, f"WITH ${_BOUND} AS p")
    named = {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if name != LIMIT
    }
    return _limited(question, text, values), {_BOUND: named}


def sparql(question: Question, values: Mapping[str, Value]) -> str:
    """The question in SPARQL, with its parameters as one row of `VALUES` (a list: one row each)."""
    names = [name for name in values if name != LIMIT]
    rows: list[dict[str, Scalar | None]] = [{}]
    for name in names:
        value = values[name]
        members = value if isinstance(value, tuple) else (value,)
        rows = [{**row, name: member} for row in rows for member in members]
    written = " ".join(f"({' '.join(term(row[name]) for name in names)})" for row in rows)
    line = f"VALUES ({' '.join(f'?{name}' for name in names)}) {{ {written} }}"
    return _limited(question, _replace(question, ".rq", SPARQL_LINE, line), values)


def _limited(question: Question, text: str, values: Mapping[str, Value]) -> str:
    rows = limit(question, values)
    return LIMIT_LINE.sub(lambda line: f"{line['before']}LIMIT {rows}{line['note'] or ''}", text)


def _replace(question: Question, suffix: str, line: re.Pattern[str], by: str) -> str:
    text, count = line.subn(lambda _: by, question.text(suffix))
    if count != 1:
        raise OntologyError(
            f"{question.folder / question.name}{suffix}: 应有且只有一行参数 / "
            f"should have exactly one parameter line, has {count}"
        )
    return text
