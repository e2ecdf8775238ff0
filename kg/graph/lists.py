"""Documents that are lists of firms: what an absence in them says."""

from kg.graph.corpus import Part

_RULE = "list."  # of the statements that a row of a list makes


def list_of(part: Part) -> list[str]:
    """The designations of the firms that a document lists together with their chains.

    Empty for any other document: a report that names one leading firm is no list of them, and a
    list that gives no chains does not say which chains have none.
    """
    rows = [c.statement for c in part.claims if (c.statement.rule or "").startswith(_RULE)]
    if not any(said.predicate == "in_chain" for said in rows):
        return []
    titles = (s.object.name for s in rows if s.object and s.predicate == "has_designation")
    return sorted(set(titles))
