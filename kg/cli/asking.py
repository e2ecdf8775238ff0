"""Commands that answer: `ask`, `why`, `cypher`, `sparql`."""

import click

from kg.ask.table import Answer
from kg.cli.options import format_option, graph_option, open_graph
from kg.errors import QueryError
from kg.settings import settings


@click.command()
@click.argument("question", required=False)
@graph_option
@format_option("table", "csv", "json")
@click.option("--region", help="地区，含下级 / region, sub-regions count in")
@click.option("--as-of", metavar="DATE", help="截至哪一天 / the day asked on")
@click.option("--since", metavar="DATE", help="从何时起 / from when on")
@click.option("--chain", help="产业链 / industry chain")
@click.option("--min-investment", metavar="CNY", help="最低总投资（元）/ least investment")
@click.option("--param", "-p", "parameters", multiple=True, metavar="NAME=VALUE",
              help="其他参数，可多次 / another parameter, repeatable")  # fmt: skip
@click.option("--limit", type=int, help="最多行数 / most rows")
@click.option("--evidence", is_flag=True, help="附原句 / with the sentences")
@click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default=lambda: settings().lang,
    help="表格语言，默认取 KG_LANG / language of tables",
)
def ask(
    question: str | None,
    folder: str,
    form: str,
    parameters: tuple[str, ...],
    evidence: bool,
    lang: str,
    **common: str | int | None,
) -> None:
    """回答一个预置问题；不写名称则列出目录。

    Answer a canned question; without a name: the catalogue.
    """
    if question is None:
        from kg.ask.catalogue import print_catalogue

        print_catalogue(lang)
        return
    said = {name: value for name, value in common.items() if value is not None}
    said |= dict(_pair(text) for text in parameters)
    answer = open_graph(folder).ask(question, **said)
    print_answer(answer, form=form, evidence=evidence, lang=lang)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"--param {text}: 应写作 名称=值 / write it as NAME=VALUE")
    return name, value


def print_answer(
    answer: Answer, *, form: str = "table", evidence: bool = False, lang: str = "zh"
) -> None:
    """One answer on standard output; the basis of a CSV, which has no place for it, beside it."""
    click.echo(answer.render(form, evidence=evidence, lang=lang), nl=False)
    if form == "csv":
        click.echo(answer.basis.text(lang), err=True)


@click.command()
@click.argument("name")
@graph_option
def why(name: str, folder: str) -> None:
    """一个实体的全部事实，各附文档、位置和原句。

    An entity: its facts, each with document, place and sentence.
    """
    from kg.cli.printing import print_story

    for story in open_graph(folder).why(name):
        print_story(story)


@click.command()
@click.argument("query")
@graph_option
@format_option("table", "csv", "json")
def sparql(query: str, folder: str, form: str) -> None:
    """在内嵌库上运行 SPARQL 查询（只读）。

    Run a SPARQL query on the embedded store, read only.
    """
    from kg.cli.printing import print_frame

    print_frame(open_graph(folder).sparql(query), form)


@click.command()
@click.argument("query")
@click.option(
    "--uri", envvar="NEO4J_URI", help="bolt://…；默认为 kg neo4j up 的本地库 / the server"
)
@format_option("table", "csv", "json")
def cypher(query: str, uri: str | None, form: str) -> None:
    """在 Neo4j 上运行 Cypher 查询（只读）；口令取自 NEO4J_PASSWORD，否则询问。

    Run a Cypher query on a Neo4j, read only. The password comes from NEO4J_PASSWORD, else it is
    asked for.
    """
    import pandas as pd

    from kg.cli.printing import print_frame
    from kg.servers import connect

    with connect(uri) as server:
        columns, rows = server.select(query)
    print_frame(pd.DataFrame(rows, columns=list(columns)), form)


COMMANDS = (ask, why, cypher, sparql)
