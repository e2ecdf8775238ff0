"""Where a command puts its rows: on standard output, or in a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from kg.ask import results


@dataclass(frozen=True, slots=True)
class Sink:
    """A format, and the file that it goes to (None: standard output)."""

    form: str
    path: Path | None = None

    def put(self, text: Callable[[str], str], xlsx: Callable[[], bytes]) -> None:
        """Print a result, or write it and print the name of its file."""
        if self.path is None:
            click.echo(text(self.form), nl=False)
        else:
            results.save(self.path, self.form, text, xlsx)
            click.echo(self.path)

    def remark(self, line: str | None) -> None:
        """What a reader must know beside the rows, on standard error."""
        if line:
            click.echo(line, err=True)


def sink_of(form: str | None, output: str | None) -> Sink:
    """The sink that `--format` and `-o` name."""
    path = None if output is None or output == "-" else Path(output)
    if path is None and form == "xlsx":
        raise click.UsageError("xlsx 须写入文件 / a workbook needs a file: -o x.xlsx")
    return Sink(form or (results.form_of(path) if path else "table"), path)
