"""The commands of `kg`, and the one place where errors become a line and an exit code."""

import sys
from collections.abc import Sequence

import click

import kg
from kg.cli import asking, checking, judging, making, reviewing, scoring, serving, showing
from kg.errors import KgError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(kg.__version__, prog_name="kg")
def kg_command() -> None:
    """从县级工作报告中读出项目、企业、地区的知识图谱。

    A knowledge graph of projects, firms and regions, read out of Chinese county work reports.
    Start with:  kg demo
    """


for module in (making, asking, judging, checking, showing, reviewing, serving, scoring):
    for command in module.COMMANDS:
        kg_command.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. The run boundary: what goes wrong is said here."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not be UTF-8
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = kg_command.main(arguments, prog_name="kg", standalone_mode=False)
    except KgError as error:
        click.echo(f"kg: {error}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        click.echo("kg: 已中断 / interrupted", err=True)
        return 130
    except BrokenPipeError:  # `kg ask | head`: the reader has seen enough
        sys.stderr.close()
        return 0
    return int(code or 0)
