"""What a client of the SPARQL 1.1 Protocol may send, and what is refused.

<https://www.w3.org/TR/sparql11-protocol/>: a query comes as `GET ?query=`, as a form or as the body
itself. The dataset is fixed, and there is no update.
"""

from urllib.parse import parse_qs

from kg.serve.evaluate import Reply, refusal

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
LARGEST = 1_000_000  # bytes of a query
_DATASET = ("default-graph-uri", "named-graph-uri")


def asked(method: str, url_query: str, kind: str, body: bytes) -> str | Reply | None:
    """The query of a request; None where it asks for the description, a reply that refuses."""
    if len(body) > LARGEST:
        return refusal(413, f"查询过长 / the query is longer than {LARGEST} bytes")
    kind = kind.partition(";")[0].strip().lower()
    try:
        said = _said(url_query)
        text = body.decode()
        if method == "POST" and kind == FORM:
            said |= _said(text)
    except UnicodeDecodeError:
        return refusal(400, "应为 UTF-8 / must be UTF-8")
    if kind == UPDATE or "update" in said:
        return refusal(403, "图只读，不接受更新 / the graph is read-only: no updates")
    if any(name in said for name in _DATASET):
        return refusal(400, "数据集固定，不能另选 / the dataset is fixed: no default-graph-uri")
    if method == "POST" and kind not in (FORM, QUERY):
        return refusal(415, f"{kind or '?'}: 应为 / must be {QUERY} or {FORM}")
    if method == "POST" and kind == QUERY:
        return text
    return _one(said.get("query", []), method)


def _said(text: str) -> dict[str, list[str]]:
    return parse_qs(text, keep_blank_values=True, errors="strict")


def _one(queries: list[str], method: str) -> str | Reply | None:
    if len(queries) > 1:
        return refusal(400, "只能有一个 query / there must be one query")
    if not queries and method == "POST":
        return refusal(400, "缺少 query / the query is missing")
    return queries[0] if queries else None
