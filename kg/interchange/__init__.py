"""The interchange: what documents say, as JSON Lines that any extractor can write and read.

One object a line, of kind `document`, `entity` or `fact`; `doc` ties the lines of one document
together. Only `kind`, `doc` and what makes the thing itself must be there; other keys may be
absent, and keys that are not known are passed over. A document without a `document` line gets one
from its `doc` and from the entity with the alias `home`.
"""

from kg.interchange.reading import parse
from kg.interchange.writing import dump

__all__ = ["dump", "parse"]
