"""Commands that make something: `build`, `extract`, `demo`."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from kg import interchange
from kg.api import Graph
from kg.building import LISTS, Summary, build_folder
from kg.cli.options import format_option
from kg.cli.sink import Sink
from kg.errors import InputError
from kg.model import Document, Reading
from kg.rooms import room


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE|FOLDER...")
@click.option("-o", "--output", default="graph", show_default=True, metavar="DIR",
              help="图文件夹 / the graph folder")  # fmt: skip
def build(paths: tuple[str, ...], output: str) -> int:
    """读报告、名单和台账，建图：txt、docx、csv、xlsx 与 .jsonl；重复执行不会重复。

    Read reports (txt, docx), lists and ledgers (csv, xlsx) and interchange lines (.jsonl) into a
    graph folder. Building the same files again doubles nothing.
    """
    graph = _build_with_bar(paths, output)
    _print_summary(graph)
    return 0 if graph.summary and graph.summary.ok else 1


def _build_with_bar(paths: tuple[str, ...], output: str) -> Graph:
    console = Console(stderr=True)
    columns = (TextColumn("读取 reading"), BarColumn(), MofNCompleteColumn())
    name = TextColumn("{task.description}")
    with Progress(*columns, name, console=console, transient=True) as bar:
        task = bar.add_task("", total=None)
        summary = build_folder(
            paths,
            Path(output),
            lambda done, total, name: bar.update(
                task, completed=done, total=total, description=name
            ),
        )
    return Graph(output, summary)


def _print_summary(graph: Graph) -> None:
    summary = graph.summary or Summary()
    built = graph.networkx()
    for line in (*summary.left_out, *built.graph.get("left_out", ())):
        click.echo(f"未纳入 left out: {line}", err=True)
    for line in summary.mappings:
        click.echo(f"名单 list: {line}", err=True)
    again = f"（其中 {summary.replaced} 份为更新 replaced）" if summary.replaced else ""
    click.echo(f"读入 read       {len(summary.read)} 份文档 documents{again}")
    click.echo(f"找到 found      {summary.entities} 个实体 entities，{summary.facts} 条事实 facts")
    nodes, edges = built.number_of_nodes(), built.number_of_edges()
    click.echo(f"图   graph      {nodes} 个节点 nodes，{edges} 条边 edges → {graph.folder}")
    click.echo(f"未纳入 left out {len(summary.left_out)}")
    if summary.silent:
        click.echo(f"没有读出事实 without facts: {'、'.join(summary.silent)}")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@format_option("jsonl", "table")
def extract(paths: tuple[str, ...], form: str) -> int:
    """打印一份报告说了什么；`-` 读标准输入。

    Print what each document says, as the interchange's JSON Lines or as a table; `-` reads
    standard input.
    """
    failed = False
    for path in paths:
        try:
            reading, problems = _reading(path)
        except InputError as error:
            click.echo(f"kg: {error}", err=True)
            failed = True
            continue
        for line in problems:
            click.echo(f"kg: {line}", err=True)
        failed = failed or bool(problems)
        if form == "jsonl":
            click.echo(interchange.dump(reading), nl=False)
        else:
            from kg.cli.printing import print_reading

            print_reading(reading)
    return 1 if failed else 0


def _reading(path: str) -> tuple[Reading, Sequence[str]]:
    """What one document says, and the rows of its tables that could not be read."""
    from kg.extract import extract as run
    from kg.lists import read_list, with_tables
    from kg.read import read

    if Path(path).suffix.lower() in LISTS:
        found = read_list(Path(path))
        return found.reading, found.problems
    document = _standard_input() if path == "-" else read(Path(path))
    return with_tables(document, run(document))


def _standard_input() -> Document:
    """The text on standard input, in whatever Chinese encoding it is."""
    from kg.read import from_bytes

    return from_bytes(sys.stdin.buffer.read(), "stdin")


_DEMO_QUESTIONS = ("signed-never-started", "chains-without-anchor", "event-yield")


@click.command()
@click.option("-o", "--output", default="demo", show_default=True, metavar="DIR",
              help="放结果的文件夹 / where to put the results")  # fmt: skip
def demo(output: str) -> int:
    """用五份示例报告走完全程：建图、提问、出图。

    The whole way on the five sample reports: build, three questions with their sentences, a page
    and a picture.
    """
    from kg.cli.asking import put_answer
    from kg.cli.showing import write_demo_pictures

    folder = Path(output)
    seeds = tuple(str(path) for path in sorted(room("seeds").glob("*.txt")))
    graph = _build_with_bar(seeds, str(folder / "graph"))
    _print_summary(graph)
    for question in _DEMO_QUESTIONS:
        click.echo()
        put_answer(graph.ask(question, limit=5), Sink("table"), evidence=True)
    click.echo()
    write_demo_pictures(graph, folder)
    click.echo(f"接着试 next: kg ask -g {graph.folder}   ·   kg why -g {graph.folder} 名称")
    return 0 if graph.summary and graph.summary.ok else 1


COMMANDS = (build, extract, demo)
