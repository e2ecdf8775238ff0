"""The text of a SPARQL query: what it may not hold, and where its bindings go.

Neither library can be told to stay at home (`SERVICE` calls out in both, `FROM` loads from the
network in rdflib), and neither binds variables as SPARQL's own `VALUES` does, so both are settled
on the text, before any library sees it.
"""

import re
from collections.abc import Mapping

from kg.errors import QueryError

# What may hide a keyword or a bracket comes first. An IRI is as wide as any reader takes it.
_TOKEN = re.compile(
    r"""
    (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
              | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
  | (?P<iri><[^<>"{}|^`\x00-\x20]*>)
  | (?P<comment>\#[^\n\r]*)
  | (?P<variable>[?$]\w+)
  | (?P<prefixed>[\w.\-]*:(?:[\w.\-:%]|\\[_~.\-!$&'()*+,;=/?\#@%])*)
  | (?P<number>[+-]?[\d.]+(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<mark>[{}()])
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_PARAMETERS = re.compile(r"VALUES\s*\((?P<names>(?:\s*[?$]\w+)+\s*)\)\s*\{", re.IGNORECASE)
_FORMS = ("SELECT", "ASK", "CONSTRUCT")
_UPDATES = (
    "INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH",
)  # fmt: skip


def form(query: str) -> str:
    """`SELECT`, `ASK` or `CONSTRUCT`; `QueryError` for what writes, calls out or is no query."""
    words = _words(query)
    if _visible(query, "service") or _visible(_unescaped(query), "service"):
        raise QueryError("SERVICE 会访问网络，不予执行 / SERVICE calls out; it is refused")
    if "FROM" in words or "FROM" in _words(_unescaped(query)):
        raise QueryError("FROM 会读取别处的数据，不予执行 / FROM reads elsewhere; it is refused")
    first = next((word for word in words if word not in ("PREFIX", "BASE")), "")
    if first in _UPDATES:
        raise QueryError(f"{first} 会改写数据，图只读 / {first} writes; the graph is read-only")
    if first not in _FORMS:
        raise QueryError(
            f"{first or '空'}: 只执行 SELECT、ASK、CONSTRUCT / only SELECT, ASK and CONSTRUCT run"
        )
    return first


def bound(query: str, terms: Mapping[str, str]) -> str:
    """The query with its variables bound, by SPARQL's own means: one row of `VALUES`.

    `terms` maps variables to terms as the library writes them. The query's parameter line,
    `VALUES (?a ?b) { (UNDEF UNDEF) }`, gets them in its row and keeps its defaults for the rest;
    for variables without a place there, a row is put at the head of the WHERE clause.
    """
    left = dict(terms)
    opening = _where(query)
    head, body = query[:opening], query[opening:]
    line = _parameter_line(body)
    if line and left.keys() & {name for name, _ in line[1]}:
        (start, end), row = line
        cells = [(name, left.pop(name, default)) for name, default in row]
        body = body[:start] + _values(dict(cells)) + body[end:]
    if left:
        body = f" {_values(left)} {body}"
    return head + body


def _values(terms: Mapping[str, str]) -> str:
    names = " ".join(f"?{name}" for name in terms)
    return f"VALUES ({names}) {{ ({' '.join(terms.values())}) }}"


def _parameter_line(body: str) -> tuple[tuple[int, int], list[tuple[str, str]]] | None:
    """Where the first pattern of the WHERE clause is a one-row VALUES: its place, its cells."""
    tokens = [token for token in _TOKEN.finditer(body) if token.lastgroup != "comment"]
    match = _PARAMETERS.match(body, tokens[0].start()) if tokens else None
    if not match:
        return None
    names = [name.strip("?$") for name in match["names"].split()]
    row = [token for token in tokens if token.start() >= match.end()]
    cells = [token.group() for token in row[1 : len(names) + 1]]
    marks = [token.group() for token in (row[0], *row[len(names) + 1 : len(names) + 3])]
    if marks != ["(", ")", "}"]:
        return None
    return (match.start(), row[len(names) + 2].end()), list(zip(names, cells, strict=True))


def _where(query: str) -> int:
    """The offset just inside the WHERE clause's bracket."""
    depth, word = 0, ""
    for token in _TOKEN.finditer(query):
        if token.lastgroup == "mark":
            if token.group() == "{" and depth == 0 and word != "CONSTRUCT":
                return token.end()
            depth += 1 if token.group() in "({" else -1
        if token.lastgroup != "comment":
            word = token.group().upper()
    raise QueryError("查询没有 WHERE 部分 / the query has no WHERE clause")


def _words(query: str) -> list[str]:
    return [t.group().upper() for t in _TOKEN.finditer(query) if t.lastgroup == "word"]


def _visible(query: str, word: str) -> bool:
    """Whether the word stands outside strings, comments and names of variables.

    Anywhere there: `SERVICE:x{}` is enough for a parser that needs no space.
    """
    hidden = ("string", "comment", "variable")
    shown = _TOKEN.sub(lambda t: " " if t.lastgroup in hidden else t.group(), query)
    return word in shown.lower()


def _unescaped(query: str) -> str:
    return _ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16) % 0x110000), query)
