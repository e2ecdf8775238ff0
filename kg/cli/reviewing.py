"""`kg review`: a workbook for the analyst, and the verdicts taken in from it."""

from pathlib import Path

import click

from kg.building import STATEMENTS
from kg.cli.options import graph_option, open_graph
from kg.errors import InputError
from kg.graph.form import Graph as KnowledgeGraph
from kg.store.statements import StatementStore


@click.command()
@click.argument("file", required=False, metavar="[review.xlsx]", type=Path)
@graph_option
@click.option("-o", "--output", metavar="review.xlsx", type=Path,
              help="写出待复核的工作簿 / write the workbook to fill in")  # fmt: skip
@click.option("--below", type=click.FloatRange(0, 1), default=0.7, show_default=True,
              help="置信度低于此数的事实 / facts of a confidence below this")  # fmt: skip
@click.option("--undo", is_flag=True, help="收回文件中的判定 / take the file's verdicts back")
def review(file: Path | None, folder: str, output: Path | None, below: float, undo: bool) -> int:
    """人工复核：写出工作簿（-o），填好判定后再读入；--undo 收回。

    Review by hand: -o writes a workbook of uncertain facts and of suggestions; with verdicts filled
    in, it is taken in, and --undo takes it back. Verdicts last through rebuilds.
    """
    if (file is None) == (output is None):
        raise InputError(
            "写出请用 -o 文件，读入请给出文件 / write with -o FILE, or name a file to take in"
        )
    graph = open_graph(folder)
    if output is not None:
        return _write(graph.networkx(), output, below)
    return _take_in(Path(folder), Path(str(file)), undo)


def _write(graph: KnowledgeGraph, output: Path, below: float) -> int:
    from kg.review.sheets import workbook

    content, facts, pairs = workbook(graph, below)
    output.write_bytes(content)
    click.echo(f"{output}: {facts} 条事实 facts，{pairs} 条疑似同一 suggestions")
    return 0


def _take_in(folder: Path, file: Path, undo: bool) -> int:
    from kg.review.verdicts import read_verdicts

    found = read_verdicts(file)
    with StatementStore(folder / STATEMENTS) as store:
        done = 0
        for judgement in found.judgements:
            if undo:
                done += store.forget(judgement)
            else:
                store.judge(judgement)
                done += 1
    said = "收回 taken back" if undo else "已记入 taken in"
    click.echo(f"{file}: {said} {done} 条判定 verdicts")
    for problem in found.problems:
        click.echo(problem, err=True)
    return 1 if found.problems else 0


COMMANDS = (review,)
