"""Commands that serve or speak to a server: `push`, `neo4j up|down|status`, `serve`."""

import click

from kg.cli.options import graph_option, open_graph
from kg.errors import MissingComponentError


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


@click.command()
@graph_option
@click.option("--sparql", is_flag=True, required=True,
              help="SPARQL 1.1 查询服务（只读）/ a SPARQL 1.1 endpoint, read only")  # fmt: skip
@click.option("--port", type=click.IntRange(0, 65535), default=8890, show_default=True,
              help="端口，0 为任一空闲的 / port, 0 for any that is free")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0,
              show_default=True, metavar="SECONDS",
              help="每个查询最多几秒 / most seconds a query")  # fmt: skip
def serve(folder: str, sparql: bool, port: int, timeout: float) -> None:  # noqa: ARG001 – its only way
    """在本机提供查询服务（只读，仅 127.0.0.1），Ctrl+C 停止。

    Answer SPARQL clients on this machine, read only, until Ctrl+C.
    """
    graph = open_graph(folder)
    try:
        from kg.serve import app
    except ModuleNotFoundError as error:
        raise MissingComponentError(
            f"缺少 {error.name}，请安装 / is missing, install: county-kg[serve]"
        ) from error
    with app.listen(port) as listening:
        built = graph.networkx()
        click.echo(f"SPARQL  http://{app.HOST}:{listening.getsockname()[1]}{app.PATH}")
        app.serve(built, listening, timeout)


COMMANDS = (push, neo4j, serve)
