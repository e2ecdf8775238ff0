"""The text of a SPARQL query: what it may not hold, and where its bindings go.

Neither library can be told to stay at home (`SERVICE` calls out in both, `FROM` loads from the
network in rdflib), and neither binds variables as SPARQL's own `VALUES` does, so both are settled
on the text, before any library sees it.
"""

import re
from collections.abc import Iterator, Mapping

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
_ESCAPED = re.compile(r"\\(?:\\(?P<letter>[uU])|u(?P<code>[0-9A-Fa-f]{4})|.)", re.DOTALL)
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

    `terms` maps variables to terms as `portable` writes them. The query's parameter line,
    `VALUES (?a ?b) { (UNDEF UNDEF) }`, gets them in its row and keeps its defaults for the rest;
    for variables without a place there, a row is put at the head of the WHERE clause.
    """
    left = dict(terms)
    for start, end, row in _one_rows(query):
        if left.keys() & row.keys():
            cells = {name: left.pop(name, default) for name, default in row.items()}
            query = query[:start] + _values(cells) + query[end:]
            break
    if left:
        opening = _where(query)
        query = f"{query[:opening]} {_values(left)} {query[opening:]}"
    return query


def portable(literal: str) -> str:
    """A literal of N-Triples as every reader of SPARQL takes it.

    A reader may resolve code points before it reads the text, so a backslash and a u of the text
    itself are kept apart; and rdflib takes up to eight digits for one, so eight are written.
    """
    return _ESCAPED.sub(_eight_digits, literal)


def _eight_digits(match: re.Match[str]) -> str:
    if match["code"]:
        return f"\\U0000{match['code']}"
    return f"\\\\\\U{ord(match['letter']):08X}" if match["letter"] else match[0]


def _values(terms: Mapping[str, str]) -> str:
    names = " ".join(f"?{name}" for name in terms)
    return f"VALUES ({names}) {{ ({' '.join(terms.values())}) }}"


def _one_rows(query: str) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Every VALUES of a single row: where it starts and ends, and its cells by variable."""
    tokens = [token for token in _TOKEN.finditer(query) if token.lastgroup != "comment"]
    for token in tokens:
        match = _PARAMETERS.match(query, token.start())
        if token.lastgroup != "word" or not match:
            continue
        names = [name.strip("?$") for name in match["names"].split()]
        row = [later for later in tokens if later.start() >= match.end()][: len(names) + 3]
        if [mark.group() for mark in (*row[:1], *row[len(names) + 1 :])] == ["(", ")", "}"]:
            cells = (cell.group() for cell in row[1:])
            yield token.start(), row[-1].end(), dict(zip(names, cells, strict=False))


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
