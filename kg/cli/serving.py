"""Commands that speak to Neo4j: `push`, `neo4j up|down|status`."""

import click

from kg.cli.options import graph_option, open_graph


def ask_password() -> str:
    """The password, typed unseen."""
    return str(click.prompt("Neo4j 口令 password", hide_input=True, err=True))


@click.command()
@click.argument("uri", required=False, metavar="[bolt://...]")
@graph_option
@click.option("--beside-others", is_flag=True,
              help="库中另有他人节点时也写入 / also where others' nodes are")  # fmt: skip
def push(uri: str | None, folder: str, beside_others: bool) -> None:
    """把图同步进 Neo4j：新的加入，没有的删去，再推一次不变。

    Bring a Neo4j to the state of the graph: what is new goes in, what is gone goes; again, nothing
    changes. The password comes from NEO4J_PASSWORD, else it is asked for.
    """
    from kg.servers import connect

    graph = open_graph(folder).networkx()
    with connect(uri, ask_password) as server:
        result = server.push(graph, beside_others=beside_others)
    click.echo(str(result))


@click.group()
def neo4j() -> None:
    """本机试用的 Neo4j（含 Browser）/ a local Neo4j with Browser for trying out."""


@neo4j.command()
@click.option("--version", default="5.26.30", show_default=True, help="Neo4j 版本 / version")
def up(version: str) -> None:
    """启动；没有 Java 或 Maven 时写出 compose.yaml / start it, else write compose.yaml."""
    from kg.store import neo4j_local

    click.echo(str(neo4j_local.up(version)))


@neo4j.command()
def down() -> None:
    """停止 / stop it."""
    from kg.store import neo4j_local

    stopped = neo4j_local.down()
    click.echo("已停止 stopped" if stopped else "没有在运行 was not running")


@neo4j.command()
def status() -> int:
    """地址与状态 / where it is, and whether it runs."""
    from kg.store import neo4j_local

    found = neo4j_local.status()
    click.echo(str(found) if found else "没有在运行 not running")
    return 0 if found else 1


COMMANDS = (push, neo4j)
