"""Where the content rooms lie: `ontology`, `loaders`, `queries` and `seeds`.

In an installed wheel they are data files inside the package; in a checkout they stand at the top of
the tree, so that an analyst can open and change them.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

ROOMS = ("ontology", "loaders", "queries", "seeds")


@cache
def room(name: str) -> Path:
    """The folder of one content room; `KeyError` for a name that is no room."""
    if name not in ROOMS:
        raise KeyError(name)
    package = Path(str(files("kg")))
    shared = package / "share"
    return (shared if shared.exists() else package.parent) / name
