"""`python -m kg.ontology`: write the generated files into `ontology/`."""

import sys

from kg.ontology import generate
from kg.rooms import room


def main() -> None:
    """Write the files and say which."""
    for name, text in generate().items():
        path = room("ontology") / name
        path.write_text(text, "utf-8", newline="\n")
        sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main()
