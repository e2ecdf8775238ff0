"""`docs/neo4j.md`: its views and pictures are there, its commands and its Cypher run."""

import re
import shlex
from pathlib import Path

import click
import pytest

from kg.cli.main import kg_command
from kg.graph.build import build
from kg.rooms import room
from kg.store.neo4j import Neo4jStore

PAGE = Path(__file__).resolve().parent.parent / "docs" / "neo4j.md"
TEXT = PAGE.read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TEXT, re.S)


def test_every_view_is_told_of() -> None:
    told = set(re.findall(r"^\| `([a-z-]+)` \|", TEXT, re.M))
    assert told == {path.stem for path in (room("queries") / "views").glob("*.cypher")}


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r"!\[.*?\]\((.*?)\)", TEXT)
    assert len(pictures) == 4
    assert all((PAGE.parent / picture).is_file() for picture in pictures)


def test_its_commands_are_commands() -> None:
    lines = [line for block in blocks("bash") for line in block.splitlines()]
    for line in lines:
        words = shlex.split(line, comments=True)
        words = words[words.index("kg") + 1 :]
        command: click.Command = kg_command
        while isinstance(command, click.Group):
            command = command.commands[words.pop(0)]
        command.make_context(line, words)


@pytest.mark.neo4j
@pytest.mark.parametrize("query", blocks("cypher"))
def test_its_cypher_runs(query: str, neo4j_store: Neo4jStore) -> None:
    neo4j_store.push(build([]))  # its indexes
    neo4j_store.select(query)
