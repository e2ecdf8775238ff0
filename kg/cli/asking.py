"""Commands that answer: `ask`, `why`, `cypher`, `sparql`."""

from functools import partial

import click

from kg.ask.adhoc import Rows
from kg.ask.table import Answer
from kg.cli.options import bound_options, graph_option, open_graph, result_options
from kg.cli.sink import Sink
from kg.errors import InputError, QueryError
from kg.settings import settings


@click.command()
@click.argument("question", required=False)
@graph_option
@result_options
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
    sink: Sink,
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
    put_answer(answer, sink, evidence=evidence, lang=lang)


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise QueryError(f"--param {text}: 应写作 名称=值 / write it as NAME=VALUE")
    return name, value


def put_answer(answer: Answer, sink: Sink, *, evidence: bool = False, lang: str = "zh") -> None:
    """One answer; the basis of a CSV, which has no place for it, beside it."""
    sink.put(
        partial(answer.render, evidence=evidence, lang=lang),
        partial(answer.xlsx, evidence=evidence, lang=lang),
    )
    if sink.form == "csv":
        sink.remark(answer.basis.text(lang))


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
@result_options
@bound_options
def sparql(query: str, folder: str, sink: Sink, limit: int, timeout: float) -> int:
    """在内嵌库上运行 SPARQL 查询（只读）；QUERY 为查询文本、文件名，或 `-`（标准输入）。

    Run a SPARQL query on the embedded store, read only: a text, a file, or `-` for standard input.
    """
    from kg.ask import adhoc

    store = open_graph(folder).oxigraph()
    return _put_rows(adhoc.sparql(store, _text(query), limit=limit, timeout=timeout), sink)


@click.command()
@click.argument("query")
@click.option(
    "--uri", envvar="NEO4J_URI", help="bolt://…；默认为 kg neo4j up 的本地库 / the server"
)
@result_options
@bound_options
def cypher(query: str, uri: str | None, sink: Sink, limit: int, timeout: float) -> int:
    """在 Neo4j 上运行 Cypher 查询（只读）；QUERY 为查询文本、文件名，或 `-`（标准输入）。

    Run a Cypher query on a Neo4j, read only: a text, a file, or `-` for standard input. The
    password comes from NEO4J_PASSWORD, else it is asked for.
    """
    from kg.ask import adhoc
    from kg.cli.serving import ask_password
    from kg.servers import connect

    with connect(uri, ask_password) as server:
        rows = adhoc.cypher(server, _text(query), limit=limit, timeout=timeout)
    return _put_rows(rows, sink)


def _put_rows(rows: Rows, sink: Sink) -> int:
    sink.put(rows.render, rows.xlsx)
    sink.remark(rows.remark)
    return 1 if rows.cut else 0


def _text(query: str) -> str:
    """A query as given, or from the file (or standard input) that is named instead."""
    if query != "-" and not query.endswith((".rq", ".sparql", ".cypher", ".cql")):
        return query
    try:
        with click.open_file(query, encoding="utf-8-sig") as file:
            return str(file.read())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{query}: 无法读取 / cannot be read: {error}") from error


COMMANDS = (ask, why, cypher, sparql)
