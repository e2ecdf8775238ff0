"""The local Neo4j for trying out: `kg neo4j up|down|status`."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import MissingComponentError, ServerError
from kg.settings import settings
from kg.store import neo4j_local, neo4j_server
from kg.store.neo4j import Neo4jStore
from kg.store.neo4j_server import VERSION, Running


@pytest.fixture
def empty_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user who has never started one, in a folder with a space and Chinese in its name."""
    home = tmp_path / "家 home"
    monkeypatch.setenv("KG_HOME", str(home))
    monkeypatch.chdir(tmp_path)
    return home


@pytest.fixture
def home_with_jars(
    neo4j_server: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A home of one's own that borrows the jars which the tests' server runs on."""
    jars = settings().home.absolute() / "neo4j" / neo4j_server.version / "lib"
    home = tmp_path / "家 home"
    (home / "neo4j" / VERSION).mkdir(parents=True)
    (home / "neo4j" / VERSION / "lib").symlink_to(jars, target_is_directory=True)
    monkeypatch.setenv("KG_HOME", str(home))
    yield home
    neo4j_local.down()


@pytest.mark.neo4j
def test_up_status_up_again_down_and_up_with_the_same_data(home_with_jars: Path) -> None:
    assert neo4j_local.status() is None
    first = neo4j_local.up()
    assert first.started
    assert str(first).startswith(f"Neo4j {VERSION} 已启动")
    assert first.uri in str(first)
    assert first.browser in str(first)
    assert first.password in str(first)
    with Neo4jStore(first.uri, (first.user, first.password)) as store:
        store.driver.execute_query("CREATE (:Kept)")

    again = neo4j_local.up()
    assert not again.started
    assert again == neo4j_local.status()
    assert "正在运行" in str(again)
    assert again.pid == first.pid

    assert neo4j_local.down()
    assert neo4j_local.status() is None
    assert not neo4j_local.down()

    second = neo4j_local.up()
    assert second.password == first.password
    with Neo4jStore(second.uri, (second.user, second.password)) as store:
        assert store.select("MATCH (n:Kept) RETURN count(n)")[1] == [(1,)]
    assert home_with_jars in second.password_file.parents
    if sys.platform != "win32":
        assert second.password_file.stat().st_mode & 0o777 == 0o600


@pytest.mark.neo4j
def test_what_hinders_the_start_is_told_with_the_servers_words(
    home_with_jars: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neo4j_server, "_FOLDERS", ("conf", "logs"))
    data = home_with_jars / "neo4j" / VERSION / "home" / "data"
    data.parent.mkdir()
    data.write_text("a file where a folder must be", "utf-8")
    with pytest.raises(ServerError, match=r"口令|没有启动"):
        neo4j_local.up()
    assert neo4j_local.status() is None


def test_a_stale_pid_file_is_no_server(empty_home: Path) -> None:
    folder = empty_home / "neo4j"
    (folder / VERSION).mkdir(parents=True)
    (folder / VERSION / "password").write_text("x", "utf-8")
    pid = Path("/proc/self").resolve().name if Path("/proc/self").exists() else "1"
    state = f'{{"version": "{VERSION}", "pid": {pid}, "bolt": 7687, "http": 7474}}'
    (folder / "running.json").write_text(state, "utf-8")
    assert neo4j_local.status() is None
    assert not neo4j_local.down()


@pytest.mark.parametrize("found", ["", "java"])
def test_without_java_or_maven_a_compose_file_is_written_and_said(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch, found: str
) -> None:
    monkeypatch.setattr(neo4j_server, "_java", lambda needed: _java_or_raise(found, needed))
    monkeypatch.setattr("shutil.which", lambda *_args, **_kwargs: None)
    with pytest.raises(MissingComponentError, match=r"compose\.yaml.*docker compose up"):
        neo4j_local.up()
    text = (empty_home.parent / "compose.yaml").read_text("utf-8")
    assert "neo4j:5.26-community" in text
    assert "127.0.0.1:7687:7687" in text
    assert "NEO4J_PASSWORD" in text


def _java_or_raise(found: str, needed: int) -> str:
    if found:
        return found
    raise MissingComponentError(f"Java {needed}")


def test_somebody_elses_compose_file_is_left_alone(
    empty_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (empty_home.parent / "compose.yaml").write_text("services: {}\n", "utf-8")
    monkeypatch.setattr("shutil.which", lambda *_args, **_kwargs: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MissingComponentError, match="未改动"):
        neo4j_local.up()
    assert (empty_home.parent / "compose.yaml").read_text("utf-8") == "services: {}\n"


def fake_java(folder: Path, version: str) -> str:
    """A program that says that it is a Java of this version."""
    folder.mkdir(parents=True)
    java = folder / "java"
    java.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\" 2019-01-15' >&2\n", "utf-8")
    java.chmod(0o755)
    return str(java)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for java")
def test_an_old_java_is_told(
    empty_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = fake_java(tmp_path / "jdk" / "bin", "11.0.2")
    monkeypatch.setattr(neo4j_server, "_javas", lambda: iter([old]))
    with pytest.raises(MissingComponentError, match=r"\(11\) / Java 17"):
        neo4j_server.install()
    assert not empty_home.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for java")
def test_the_first_java_that_is_new_enough_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = fake_java(tmp_path / "home" / "bin", "17.0.1")
    newer = fake_java(tmp_path / "usr", "21.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", f"{tmp_path / 'usr'}:/usr/bin:/bin")
    assert neo4j_server._java(17) == home
    assert neo4j_server._java(21) == newer


@pytest.mark.parametrize("version", ["5.26", "latest", "../../x", "5.26.30/.."])
def test_a_version_is_three_numbers(empty_home: Path, version: str) -> None:
    with pytest.raises(MissingComponentError, match="版本号"):
        neo4j_server.install(version)
    assert not empty_home.exists()


def test_the_usual_port_is_left_where_somebody_listens() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert not neo4j_server.is_free(port)
    assert neo4j_server.is_free(port)
