"""`kg check`: whether a graph has the form that it should, and where it has not."""

from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape

from kg.ask.adhoc import Rows
from kg.cli.options import graph_option, open_graph, result_options
from kg.cli.sink import Sink
from kg.store.shacl_report import COLUMNS, Finding

_WORDS = {"Violation": "不符 broken", "Warning": "待复核 for review"}


@click.command()
@click.argument("file", required=False, metavar="[x.ttl|nt|trig|jsonld]", type=Path)
@graph_option
@result_options
def check(file: Path | None, folder: str, sink: Sink) -> int:
    """按 SHACL 检查图（或一个 RDF 文件）：哪条事实、哪份文档、哪句话不合形状。

    Check the graph, or a file of RDF, against its SHACL shapes: each problem with its fact,
    document and sentence. Exits with 1 where the form is broken; what is only for review does not
    count.
    """
    from kg.store.shacl_report import findings, findings_of_file

    found = findings_of_file(file) if file else findings(open_graph(folder).networkx())
    if sink.form == "table" and sink.path is None:
        _print(found)
    else:
        rows = tuple(tuple(getattr(one, column) for column in COLUMNS) for one in found)
        table = Rows(COLUMNS, rows)
        sink.put(table.render, table.xlsx)
    broken = sum(one.broken for one in found)
    sink.remark(f"{broken} 处不符 broken，{len(found) - broken} 处待复核 for review")
    return 1 if broken else 0


def _print(found: list[Finding]) -> None:
    console = Console(highlight=False)
    for one in found:
        value = f" = {one.value}" if one.value else ""
        word = _WORDS.get(one.severity, one.severity)
        console.print(f"[bold]{word}[/bold]  {escape(one.thing)}  [dim]{escape(one.node)}[/dim]")
        console.print(f"    {escape(one.path + value)}：{escape(one.zh)} / {escape(one.en)}")
        if one.sentence:
            console.print(f"    “{escape(one.sentence)}”", style="italic")
        if one.source:
            console.print(f"    —— {escape(one.source)}")


COMMANDS = (check,)
