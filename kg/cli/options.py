"""Options that several commands share, and how they open what they name."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from kg.api import Graph

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


def open_graph(folder: str) -> Graph:
    """The graph of `-g`; `InputError` where there is none."""
    return Graph(folder)
