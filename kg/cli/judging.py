"""The command that keeps a decision: `judge`."""

import click

from kg.cli.options import graph_option, open_graph


@click.command()
@click.argument("one")
@click.argument("other")
@click.option("--same/--different", "same", default=None, required=True,
              help="是同一个 / 不是同一个")  # fmt: skip
@click.option("--reason", default="", help="理由 / why")
@graph_option
def judge(one: str, other: str, same: bool, reason: str, folder: str) -> None:
    """判定两个名称是否同一：接受或否决一条建议，判定会一直保留。

    Decide whether two things are one: accept or reject a suggestion of `kg ask masked-entities`.
    The decision is kept when the graph is built again.
    """
    open_graph(folder).judge(one, other, same=same, reason=reason)
    click.echo(f"{one} {'=' if same else '≠'} {other}  已记下 kept")


COMMANDS = (judge,)
