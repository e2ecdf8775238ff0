"""What Neo4j Browser takes by drag and drop: the questions in folders, and the style of the graph.

Of a zip, Browser reads the `.cypher` files and nothing else: each becomes a saved query in the
folder it lies in, titled by its first comment line. The style is a `.grass` file (GRaph Style
Sheet) and must be dropped on its own, so the zip's reader is told to take it out first.
"""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError, OntologyError
from kg.rooms import room
from kg.vocabulary import EdgeForm, edge_forms, load, node_forms

STYLE = "kg.grass"
README = "先读我 README.txt"

_INK = "#1f2933"
_HEADER = "// ---\n"  # stands before and after the header of a question
_LEFT_OUT = ("support",)  # look-ups of the runner, not questions
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same questions give the same bytes
_README = f"""\
把县域知识图谱装进 Neo4j Browser
================================

1. 问题：把这个 zip 文件整个拖到 Browser 的编辑器上。左栏星标（Favorites）里即出现按主题分好的问题，
   点一下放进编辑器，再按运行。每个问题里标着“← 改这里”的那一行可以改条件，如地区。
   再拖一次会重复出现，请先删去旧的。
2. 样式：从 zip 中取出 {STYLE}，单独拖到编辑器上，颜色、大小和关系的中文名立即生效；
   恢复默认用 :style reset。
3. 关系上带着原句：点一条线，右侧的 quote 是原句，source 是出处。
   橙色的线是计划、目标和预计，红色的线是未能实现，灰色的线是已经发生。

English: drop the whole zip on the editor: the questions appear among the favorites (star, left),
in folders by subject; the line marked “← 改这里” holds the parameters. Dropping it again doubles
them: delete the old ones first. Take {STYLE} out of the zip and drop it on its own: colours, sizes
and captions change at once (:style reset undoes it). Click an edge and read its sentence in
`quote`, its place in `source`. Orange edges are plans, goals and forecasts, red ones failed,
grey ones hold.
"""


def write(path: Path) -> None:
    """Write the kit as a zip; `InputError` where the file cannot be written."""
    try:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files():
                entry = zipfile.ZipInfo(name, _LONG_AGO)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, text.encode("utf-8"))
    except OSError as error:
        raise InputError(f"{path}: 不能写入 / cannot be written: {error.strerror}") from error


def files() -> Iterator[tuple[str, str]]:
    """What the zip holds: names inside it, and texts."""
    yield README, _README
    yield STYLE, style()
    folders = load("style.yaml")["folders"]
    for query in sorted(room("queries").glob("*/*.cypher")):
        group = query.parent.name
        if group not in _LEFT_OUT:
            yield f"{folders.get(group, group)}/{query.name}", _question(query)


def _question(path: Path) -> str:
    """A query with its header moved to its end, so that the line to edit stands in sight."""
    text = path.read_text("utf-8")
    if not text.startswith("// "):
        raise OntologyError(f"{path}:1: 首行应为“// 标题” / the first line must be: // title")
    title, *rest = text.split(_HEADER, 2)
    if len(rest) < 2:
        return text
    header, query = rest
    return f"{title}{query.rstrip()}\n\n{header}"


def style() -> str:
    """The look of the graph as a GraSS: a rule for each label and each type of edge."""
    rules = [
        _rule("node", {"diameter": "50px", "font-size": "10px", "text-color-internal": _INK}),
        _rule("relationship", {
            "color": _tense("reached"), "shaft-width": "2px", "font-size": "9px",
            "padding": "3px", "text-color-external": _INK, "text-color-internal": "#ffffff",
        }),
    ]  # fmt: skip
    rules += [_node_rule(label) for label in node_forms()]
    rules += [_edge_rule(form) for form in edge_forms().values()]
    return "".join(rules)


def _node_rule(label: str) -> str:
    look = load("style.yaml")["labels"].get(label)
    if look is None:
        raise OntologyError(f"ontology/style.yaml: 没有标签 {label} 的颜色 / no colour for {label}")
    return _rule(f"node.{label}", {
        "color": look["colour"], "border-color": _darker(look["colour"]),
        "text-color-internal": _INK, "diameter": f"{look.get('diameter', 50)}px",
        "caption": '"{name}"',
    })  # fmt: skip


def _edge_rule(form: EdgeForm) -> str:
    when = " {date}" if "date" in form.properties else ""
    return _rule(f"relationship.{form.type}", {
        "color": _tense(_status(form)), "caption": f'"{form.zh}{when}"',
    })  # fmt: skip


def _status(form: EdgeForm) -> str:
    return form.status or ("planned" if form.kind in ("target", "forecast") else "reached")


def _tense(status: str) -> str:
    return str(load("style.yaml")["tenses"][status]["colour"])


def _rule(selector: str, properties: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f"{selector} {{\n{lines}}}\n"


def _darker(colour: str) -> str:
    """The same hue at seven tenths of its light: the rim of a circle."""
    parts = (int(colour[at : at + 2], 16) * 7 // 10 for at in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
