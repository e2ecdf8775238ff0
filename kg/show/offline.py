"""Offline pages: a template, its style, its script and its data in one file; nothing is fetched."""

import json
from importlib.resources import files
from typing import Any

import jinja2


def render(name: str, data: object, *, libraries: tuple[str, ...] = (), **words: Any) -> str:  # noqa: ANN401 – what the template says
    """The page `assets/<name>.html` with `<name>.css`, `<name>.js` and the libraries inlined.

    `data` stands as JSON in the element `#data`; the words are escaped by the template. What is not
    ours (`x.min.js`) comes with its licence (`x.LICENSE`).
    """
    assets = files("kg.show") / "assets"
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string((assets / f"{name}.html").read_text("utf-8")).render(
        style=(assets / "common.css").read_text("utf-8")
        + (assets / f"{name}.css").read_text("utf-8"),
        libraries=[(assets / library).read_text("utf-8") for library in libraries],
        licences=[
            (assets / f"{library.removesuffix('.min.js')}.LICENSE").read_text("utf-8")
            for library in libraries
            if library.endswith(".min.js")
        ],
        script=(assets / f"{name}.js").read_text("utf-8"),
        data=script_json(data),
        **words,
    )


def script_json(data: object) -> str:
    """JSON that may stand inside a script element: no `</script>`, no line separators."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text
