"""Commands that show: `draw`, `export`, `explain`."""

from pathlib import Path

import click

from kg.api import Graph
from kg.cli.options import graph_option, open_graph
from kg.errors import MissingComponentError
from kg.show.draw import VIEWS


@click.command()
@click.argument("view", type=click.Choice(VIEWS))
@click.argument("name", required=False)
@graph_option
@click.option("--region", help="只画一个地区（含下级）/ one region only, sub-regions count in")
@click.option("-o", "--output", required=True, metavar="x.svg|png|pdf",
              help="图片文件 / the picture")  # fmt: skip
def draw(view: str, name: str | None, folder: str, region: str | None, output: str) -> None:
    """画一张图：进度板、产业链图谱、节会成效、地区×产业链、堵点排行、一个实体的邻域，或图的形状。

    Draw a picture: the pipeline board, a chain's map, what came of events, regions × chains, the
    ranking of difficulties, one entity's neighbourhood, or the schema.
    """
    from kg.show.draw import checked

    checked(Path(output))
    if view == "schema":
        from kg.show.draw import schema_picture

        picture = schema_picture()
    else:
        picture = open_graph(folder).draw(view, name, region=region)
    picture.save(output)
    if picture.remark:
        click.echo(picture.remark, err=True)
    click.echo(output)


@click.command()
@click.argument("output", metavar="x.html|gexf|graphml|cypher|...")
@graph_option
@click.option("--as", "form", type=click.Choice(["csv", "neo4j-admin"]),
              help="文件夹的格式 / the form of a folder")  # fmt: skip
def export(output: str, folder: str, form: str | None) -> None:
    """导出 .html .gexf .graphml .cypher .jsonl .ttl .nt .jsonld .trig、CSV 文件夹、Browser 套件。

    Write the graph as a file; the suffix decides. A name without suffix is a folder of CSV with a
    script that loads it (--as neo4j-admin: for the bulk importer). browser-kit.zip holds the
    questions and the style for Neo4j Browser, ontology.html says what every class, edge and word
    means, charts.html shows the answers as charts: funnel, flows, matrix, ranking.
    """
    from kg.show.exchange import export as write

    path = Path(output)
    if path.suffix == ".zip":
        from kg.show import browser_kit

        browser_kit.write(path)
    elif path.name == "ontology.html":
        from kg.show import ontology_page

        ontology_page.write(path)
    else:
        write(open_graph(folder).networkx(), path, form)
    click.echo(output)


@click.command()
@click.argument("file", metavar="FILE")
@click.option("--html", metavar="x.html", help="写成离线网页 / write an offline page")
@click.option("--gold", metavar="FILE.jsonl", help="标注，显示误与漏 / labels; shows wrong, missed")
def explain(file: str, html: str | None, gold: str | None) -> None:
    """看一份报告被读成了什么：名称和事实标在原文上。

    Show what was read in a report: names and facts in place, with rule and confidence; with --gold
    also what is wrong and what was missed.
    """
    from kg.extract import extract
    from kg.read import read
    from kg.show.explain import explain as lay_out
    from kg.show.labels import labels_of

    document = read(Path(file))
    reading = extract(document)
    told = lay_out(reading, document.text, labels_of(Path(gold), document.id) if gold else None)
    if html is None:
        from kg.show.explain_text import print_explanation

        print_explanation(told)
        return
    from kg.show.explain_page import explain_page

    Path(html).write_text(explain_page(told), "utf-8")
    click.echo(html)


@click.command()
@click.argument("region")
@graph_option
@click.option("-o", "--output", required=True, metavar="x.docx|html|pdf", type=Path,
              help="报告文件 / the report")  # fmt: skip
@click.option("--no-pictures", is_flag=True, help="不要插图 / without pictures")
def report(region: str, folder: str, output: Path, no_pictures: bool) -> None:
    """写一份地区情况报告：指标、链条、活动、园区、未开工、堵点、逾期、勾稽，每行有出处。

    Write the report on a region: figures with targets, chains and gaps, events, parks, projects
    never started, difficulties, promises due, figures that do not add up; every line with source.
    """
    from kg.report.write import checked

    checked(output)
    open_graph(folder).report(region, output, pictures=not no_pictures)
    click.echo(str(output))


def write_demo_pictures(graph: Graph, folder: Path) -> None:
    """The demo's page and picture; where no Chinese font is found, the line that names one."""
    from kg.show.exchange import export as write

    page = folder / "graph.html"
    write(graph.networkx(), page)
    click.echo(f"网页 page      {page}")
    picture = folder / "pipeline.png"
    try:
        graph.draw("pipeline").save(picture)
        click.echo(f"图片 picture   {picture}")
    except MissingComponentError as error:
        click.echo(f"图片 picture   {error}")


COMMANDS = (draw, export, report, explain)
