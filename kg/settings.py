"""What the environment may set, read in one place.

| variable         | meaning                            | default                    |
| ---------------- | ---------------------------------- | -------------------------- |
| `NEO4J_URI`      | the server of `push` and `cypher`  | the one of `kg neo4j up`   |
| `NEO4J_USER`     | its user                           | `neo4j`                    |
| `NEO4J_PASSWORD` | its password                       | asked for                  |
| `NEO4J_DATABASE` | its database                       | the server's default       |
| `KG_HOME`        | where the local Neo4j rests        | the user's data folder     |
| `KG_LANG`        | language of tables, `zh` or `en`   | `zh`                       |
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force; None where neither the environment nor a default gives one."""

    neo4j_uri: str | None
    neo4j_user: str
    neo4j_password: str | None
    neo4j_database: str | None
    home: Path
    lang: str


def settings() -> Settings:
    """Read the environment now, so that a changed variable counts at the next call."""
    env = os.environ
    return Settings(
        env.get("NEO4J_URI") or None,
        env.get("NEO4J_USER") or "neo4j",
        env.get("NEO4J_PASSWORD") or None,
        env.get("NEO4J_DATABASE") or None,
        Path(env["KG_HOME"]) if env.get("KG_HOME") else _data_folder() / "county-kg",
        "en" if env.get("KG_LANG", "").startswith("en") else "zh",
    )


def _data_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
