"""`kg score`: how well extracted lines agree with labelled ones."""

import json
from pathlib import Path

import click

from kg import interchange
from kg.errors import InputError
from kg.model import Reading


@click.command()
@click.argument("gold", type=Path, metavar="GOLD")
@click.argument("predicted", type=Path, metavar="PREDICTED")
@click.option("--texts", type=Path, metavar="DIR",
              help="原文文件夹，用来核对引文 / the texts, to re-read the quotes")  # fmt: skip
@click.option("--misses", is_flag=True, help="列出漏的（-）与错的（+）/ list missed and wrong")
@click.option("--json", "as_json", is_flag=True, help="以 JSON 输出 / as JSON")
def score(gold: Path, predicted: Path, texts: Path | None, misses: bool, as_json: bool) -> None:
    """给抽取结果打分：GOLD、PREDICTED 各为一个 .jsonl 文件或文件夹。

    Score extracted interchange lines against labelled ones; each a .jsonl file or a folder of them.
    """
    from kg.score import score as measure

    words = {p.stem: p.read_text("utf-8-sig") for p in sorted(texts.glob("*.txt"))} if texts else {}
    table = measure(_readings(gold), _readings(predicted), words)
    if misses:
        for sign, lines in (("-", table.missed), ("+", table.wrong)):
            for line in lines:
                click.echo(f"{sign} {line}")
    click.echo(json.dumps(table.to_json(), ensure_ascii=False, indent=1) if as_json else str(table))


def _readings(path: Path) -> dict[str, Reading]:
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    readings: dict[str, Reading] = {}
    for file in files:
        try:
            parsed, problems = interchange.parse(file.read_text("utf-8-sig"), str(file))
        except OSError as error:
            raise InputError(f"{file}: 无法读取 / cannot be read: {error.strerror}") from error
        if problems:
            raise InputError(problems[0])
        readings |= {reading.source.id: reading for reading in parsed}
    if not readings:
        raise InputError(f"{path}: 没有交换格式的行 / holds no lines of the interchange")
    return readings


COMMANDS = (score,)
