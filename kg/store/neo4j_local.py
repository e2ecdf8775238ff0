"""A local Neo4j with Browser for trying out: `kg neo4j up|down|status`.

Its home lasts from one `up` to the next and lies beside its jars in the user's data folder, one for
each version; the password is made once and kept in a file that only the user can read.
"""

import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_urlsafe

import psutil
from filelock import FileLock

from kg.errors import MissingComponentError, ServerError
from kg.store import neo4j_server as server
from kg.store.neo4j_server import USER, VERSION, Home, throwaway

__all__ = ["VERSION", "Status", "down", "status", "throwaway", "up"]

_COMPOSE = """\
# 试用的 Neo4j：NEO4J_PASSWORD=至少八位的口令 docker compose up -d
# A Neo4j for trying out: NEO4J_PASSWORD=(eight characters or more) docker compose up -d
services:
  neo4j:
    image: neo4j:5.26-community
    ports:
      - "127.0.0.1:7687:7687"
      - "127.0.0.1:7474:7474"
    environment:
      NEO4J_AUTH: "neo4j/${NEO4J_PASSWORD:?set NEO4J_PASSWORD}"
      NEO4J_dbms_usage__report_enabled: "false"
    volumes:
      - neo4j-data:/data
volumes:
  neo4j-data:
"""


@dataclass(frozen=True, slots=True)
class Status:
    """A local server that runs: where it is, how to log in, and whether this call started it."""

    uri: str
    browser: str
    version: str
    user: str
    password: str
    password_file: Path
    pid: int
    started: bool = False

    def __str__(self) -> str:
        said = "已启动 started" if self.started else "正在运行 running"
        return (
            f"Neo4j {self.version} {said}（pid {self.pid}）\n"
            f"Bolt     {self.uri}\n"
            f"Browser  {self.browser}\n"
            f"用户 user {self.user}  口令 password {self.password}  ({self.password_file})"
        )


def up(version: str = VERSION) -> Status:
    """Start the local server, or say where it already runs, whatever its version.

    `MissingComponentError` where Java or Maven is missing: then a `compose.yaml` lies in the
    current folder, and the message says so.
    """
    server.root().mkdir(parents=True, exist_ok=True)
    with FileLock(server.root() / "up.lock"):
        running = status()
        if running is not None:
            return running
        try:
            installation = server.install(version)
        except MissingComponentError as error:
            raise MissingComponentError(f"{error}\n{_write_compose(Path.cwd())}") from error
        return _start(installation)


def down() -> bool:
    """Stop the local server; False where none runs. `ServerError` where it does not end."""
    running = status()
    if running is None:
        return False
    process = psutil.Process(running.pid)
    process.terminate()
    try:
        process.wait(40)
    except psutil.TimeoutExpired as error:
        raise ServerError(
            f"进程 {running.pid} 未能在 40 秒内停止 / process {running.pid} did not end within 40 s"
        ) from error
    _state_file().unlink(missing_ok=True)
    return True


def status() -> Status | None:
    """Where the local server runs; None where it does not."""
    try:
        state = json.loads(_state_file().read_text("utf-8"))
        version, pid = str(state["version"]), int(state["pid"])
        home = Home(_home(version), int(state["bolt"]), int(state["http"]))
        password = _password_file(version).read_text("utf-8").strip()
    except (FileNotFoundError, ValueError, KeyError):
        return None
    if not _is_ours(pid, home):
        return None
    return Status(home.uri, home.browser, version, USER, password, _password_file(version), pid)


def _start(installation: server.Installation) -> Status:
    version = installation.version
    home = Home(_home(version), _port(7687), _port(7474), heap="1g")
    server.configure(installation, home)
    if not _password_file(version).exists():
        password = token_urlsafe(12)
        server.set_password(installation, home, password)
        _write_secret(_password_file(version), password)
    password = _password_file(version).read_text("utf-8").strip()
    process = server.start(installation, home, password, lasting=True)
    state = {"version": version, "pid": process.pid, "bolt": home.bolt, "http": home.http}
    _state_file().write_text(json.dumps(state), "utf-8")
    running = status()
    if running is None:
        raise ServerError(f"Neo4j 启动后随即停止 / ended right after its start: {home.log}")
    return replace(running, started=True)


def _is_ours(pid: int, home: Home) -> bool:
    """Whether that process is the server of this home, and no later one with the same number."""
    try:
        return f"--home-dir={home.path}" in psutil.Process(pid).cmdline()
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return False


def _port(usual: int) -> int:
    return usual if server.is_free(usual) else server.free_port()


def _home(version: str) -> Path:
    return server.root() / version / "home"


def _password_file(version: str) -> Path:
    return server.root() / version / "password"


def _state_file() -> Path:
    return server.root() / "running.json"


def _write_secret(path: Path, secret: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(secret + "\n")


def _write_compose(folder: Path) -> str:
    path = folder / "compose.yaml"
    if path.exists() and path.read_text("utf-8") != _COMPOSE:
        return (
            f"{path} 已存在，未改动；换一个文件夹再试即可得到容器配置 / is there already and was "
            "left alone; run this in another folder to get a container's settings"
        )
    path.write_text(_COMPOSE, "utf-8")
    return (
        f"已写出 {path}：设好 NEO4J_PASSWORD 后运行 docker compose up -d / wrote {path}: set "
        "NEO4J_PASSWORD, then run: docker compose up -d"
    )
