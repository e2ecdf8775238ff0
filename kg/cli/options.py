"""Options that several commands share, and how they open what they name."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import click

from kg.api import Graph
from kg.ask.adhoc import ROWS
from kg.ask.results import FORMATS
from kg.cli.sink import sink_of

Command = TypeVar("Command", bound=Callable[..., Any])


def graph_option(command: Command) -> Command:
    """`-g DIR`: the graph folder to read."""
    return click.option(
        "-g", "--graph", "folder", default="graph", show_default=True, metavar="DIR",
        help="图文件夹 / the graph folder",
    )(command)  # fmt: skip


def format_option(*formats: str) -> Callable[[Command], Command]:
    """`--format`: how rows are printed; the first is the default."""
    return click.option(
        "--format", "form", type=click.Choice(formats), default=formats[0], show_default=True,
        help="输出格式 / output format",
    )  # fmt: skip


def result_options(command: Command) -> Command:
    """`--format` and `-o`: how rows are printed, or which file they go to; the command gets a sink.

    A sink writes to its file, else prints.
    """

    @wraps(command)
    def with_sink(*arguments: Any, form: str | None, output: str | None, **others: Any) -> Any:  # noqa: ANN401
        return command(*arguments, sink=sink_of(form, output), **others)

    wrapped = click.option(
        "-o", "--output", metavar="FILE",
        help="写入文件，后缀定格式：.csv .json .xlsx .txt / into a file; its suffix is the format",
    )(with_sink)  # fmt: skip
    return cast(Command, click.option(
        "--format", "form", type=click.Choice(FORMATS),
        help="输出格式，默认 table；xlsx 须配 -o / output format, table unless -o says otherwise",
    )(wrapped))  # fmt: skip


def bound_options(command: Command) -> Command:
    """`--limit` and `--timeout`: how much of an ad-hoc query is read, and how long it may take."""
    command = click.option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), default=60.0, show_default=True,
        metavar="SECONDS", help="最多几秒 / most seconds",
    )(command)  # fmt: skip
    return click.option(
        "--limit", type=click.IntRange(min=1), default=ROWS, show_default=True,
        help="最多行数 / most rows",
    )(command)  # fmt: skip


def open_graph(folder: str) -> Graph:
    """The graph of `-g`; `InputError` where there is none."""
    return Graph(folder)
