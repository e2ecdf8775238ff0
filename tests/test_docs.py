"""What the README and the docstrings show is run as it stands."""

import doctest
import re
from pathlib import Path
from typing import Any

import pytest

import kg.api

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README.read_text("utf-8"), re.S)


def test_docstrings():
    assert doctest.testmod(kg.api).failed == 0
    assert doctest.testmod(kg).failed == 0


@pytest.mark.parametrize("block", blocks("python"))
def test_python_of_the_readme(block, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    lines = [line for line in block.splitlines() if "g.cypher" not in line]
    names: dict[str, Any] = {}
    exec("\n".join(lines), names)  # noqa: S102 – the README's own words
    assert names["said"].entities
    assert len(names["said"].to_pandas()) == len(names["said"].facts) > 0
    assert names["g"].why("壮欢节")


@pytest.mark.neo4j
@pytest.mark.usefixtures("neo4j_store")
def test_cypher_of_the_readme(neo4j_server, tmp_path, monkeypatch):
    monkeypatch.setenv("NEO4J_URI", neo4j_server.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", neo4j_server.auth[1])
    graph = kg.api.build(ROOT / "seeds" / "seed-002.txt", tmp_path / "graph")
    graph.push()
    line = next(line for line in blocks("python")[0].splitlines() if "g.cypher" in line)
    rows = eval(line.split("#")[0], {"g": graph})  # noqa: S307
    assert len(rows) > 3


def test_both_languages_show_the_same_commands():
    chinese, english = README.read_text("utf-8").split('<a id="english"></a>')
    commands = [
        [line.split("#")[0].strip() for line in half.splitlines() if re.match(r"(kg|make) ", line)]
        for half in (chinese, english)
    ]
    placeholder = re.compile(
        r"报告文件夹|REPORTS|另一份|another|园区|parks|进度板|board|壮欢节\.svg|fair\.svg"
        r"|图谱\.png|chain\.png|报告|report"
    )
    assert [placeholder.sub("_", c) for c in commands[0] if "lock" not in c] == [
        placeholder.sub("_", c) for c in commands[1]
    ]
