"""Bytes → `Document`: sniffing, encodings, a file per format, repair, and what a text is about.

read(path)        a file
from_text(text)   words that are at hand already
from_bytes(data)  what came by a pipe
find(paths)       the files that files and folders stand for
"""

from kg.read.document import from_bytes, from_text, read
from kg.read.files import find

__all__ = ["find", "from_bytes", "from_text", "read"]
