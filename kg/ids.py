"""Identifiers that are hashes of content: said again, in any order, a thing gets the same id."""

import hashlib

SEPARATOR = "\x1f"  # unit separator: ("ab", "c") and ("a", "bc") must not collide


def content_hash(*parts: object) -> str:
    """Sixteen hex digits over the parts, kept apart; `None` and the empty string differ."""
    try:
        text = SEPARATOR.join(parts)  # type: ignore[arg-type]  # mostly all are text: the fast way
    except TypeError:
        text = SEPARATOR.join(["\x00" if part is None else str(part) for part in parts])
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def make_id(label: str, *parts: object) -> str:
    """An id such as `Project/3f2a…`: the label, and the hash of what makes the thing itself."""
    return f"{label}/{content_hash(*parts)}"


def document_id(stem: str) -> str:
    """The id of a document's node: its name in every fact, as readers know it."""
    return f"Document/{stem}"
