"""The statements at rest: what every document says, and what analysts decided, in one SQLite file.

This is the source of truth; the graph is made anew from it. Replacing a document is one
transaction, so a reader sees the old reading or the new one, never a mixture. A statement's id is
the hash of all of it (document, subject, predicate, object, value, qualifiers, spans), so that the
same lines stored twice stand once.
"""

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from kg.errors import InputError
from kg.model import Judgement, Reading, Ref, Source
from kg.store import statement_rows as rows

VERSION = 1  # of the tables below; a store that says more was made by a newer program

_TABLES = """
CREATE TABLE documents (
    id TEXT PRIMARY KEY, title TEXT, region TEXT, period TEXT, date TEXT, issuer TEXT,
    path TEXT, sha256 TEXT, text TEXT
);
CREATE TABLE entities (
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, position INTEGER NOT NULL,
    type TEXT NOT NULL, name TEXT NOT NULL, aliases TEXT NOT NULL, masked INTEGER NOT NULL,
    mentions TEXT NOT NULL, optional INTEGER NOT NULL,
    PRIMARY KEY (document, position)
);
CREATE TABLE statements (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents ON DELETE CASCADE, position INTEGER NOT NULL,
    subject_type TEXT NOT NULL, subject TEXT NOT NULL, predicate TEXT NOT NULL,
    object_type TEXT, object TEXT, value TEXT NOT NULL, qualifiers TEXT NOT NULL,
    evidence TEXT NOT NULL, confidence REAL NOT NULL, rule TEXT, optional INTEGER NOT NULL
);
CREATE INDEX statements_of_document ON statements (document, position);
CREATE TABLE judgements (
    left TEXT NOT NULL, right TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL,
    made_at TEXT NOT NULL DEFAULT (datetime('now')), PRIMARY KEY (left, right)
);
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, document TEXT NOT NULL, at TEXT NOT NULL DEFAULT (datetime('now')),
    what TEXT NOT NULL, entities INTEGER NOT NULL, statements INTEGER NOT NULL
);
"""

_ENTITIES = """
SELECT document, type, name, aliases, masked, mentions, optional FROM entities
ORDER BY document, position
"""
_STATEMENTS = """
SELECT document, subject_type, subject, predicate, object_type, object, value, qualifiers, evidence,
       confidence, rule, optional
FROM statements ORDER BY document, position
"""


class StatementStore:
    """A store of readings and judgements; a context manager that closes its file.

    `InputError` where the file is no such store, or was made by a newer version.
    """

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        try:
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self._open()
        except sqlite3.DatabaseError as error:
            raise InputError(
                f"{self.path}: 陈述库打不开（{error}），请检查或换一个文件夹 / the store "
                f"of statements cannot be opened ({error}); check it or use another folder"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was stored is safe before that."""
        self._db.close()

    def replace(self, reading: Reading) -> None:
        """Store all that a document says, in the place of what it said before."""
        with self._transaction():
            self._delete(reading.source.id)
            self._insert(reading)
            self._note(reading.source.id, "replace", reading)

    def remove(self, doc_id: str) -> None:
        """Forget a document and all it says; nothing happens where it is not known."""
        with self._transaction():
            if self._delete(doc_id):
                self._note(doc_id, "remove", Reading(Source(doc_id)))

    def readings(self) -> list[Reading]:
        """What every document says, by document id."""
        entities, statements = self._by_document(_ENTITIES), self._by_document(_STATEMENTS)
        return [
            Reading(
                Source(doc, title, Ref("Region", region) if region else None, *rest),
                tuple(map(rows.entity, entities.get(doc, ()))),
                tuple(map(rows.statement, statements.get(doc, ()))),
                text,
            )
            for doc, title, region, *rest, text in self._db.execute(
                "SELECT * FROM documents ORDER BY id"
            )
        ]

    def judge(self, judgement: Judgement) -> None:
        """Keep an analyst's decision; a later one on the same fact or entities replaces it."""
        left, right = _ends(judgement)
        self._db.execute(
            "INSERT INTO judgements (left, right, verdict, reason) VALUES (?, ?, ?, ?) ON CONFLICT "
            "DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason, "
            "made_at = excluded.made_at",
            (left, right, judgement.verdict, judgement.reason),
        )

    def forget(self, judgement: Judgement) -> bool:
        """Take a decision back; False where there was none on this fact or these entities."""
        found = self._db.execute(
            "DELETE FROM judgements WHERE left = ? AND right = ?", _ends(judgement)
        )
        return found.rowcount > 0

    def judgements(self) -> list[Judgement]:
        """All decisions, by the ids that they are about."""
        rows = self._db.execute(
            "SELECT left, right, verdict, reason FROM judgements ORDER BY left, right"
        )
        return [Judgement(*row) for row in rows]

    def _open(self) -> None:
        (version,) = self._db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            self._db.close()
            raise InputError(
                f"{self.path}: 由新版本写成（格式 {version}，本程序 {VERSION}），请升级 / "
                f"was written by a newer version (format {version}, ours is {VERSION}); "
                "upgrade county-kg"
            )
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA foreign_keys = ON")
        if version == 0:
            self._create()

    def _create(self) -> None:
        if self._db.execute("SELECT count(*) FROM sqlite_schema").fetchone() != (0,):
            raise sqlite3.DatabaseError("foreign tables")
        self._db.executescript(f"BEGIN; {_TABLES} PRAGMA user_version = {VERSION}; COMMIT;")

    def _transaction(self) -> "_Transaction":
        return _Transaction(self._db)

    def _delete(self, doc_id: str) -> bool:
        return self._db.execute("DELETE FROM documents WHERE id = ?", (doc_id,)).rowcount > 0

    def _insert(self, reading: Reading) -> None:
        source = reading.source
        self._db.execute(
            "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source.id, source.title, source.region.name if source.region else None,
                source.period, source.date, source.issuer, source.path, source.sha256, reading.text,
            ),
        )  # fmt: skip
        self._db.executemany(
            "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            rows.entity_rows(source.id, reading.entities),
        )
        self._db.executemany(
            "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT "
            "DO UPDATE SET confidence = max(confidence, excluded.confidence)",
            rows.statement_rows(source.id, reading.statements),
        )

    def _note(self, doc_id: str, what: str, reading: Reading) -> None:
        self._db.execute(
            "INSERT INTO runs (document, what, entities, statements) VALUES (?, ?, ?, ?)",
            (doc_id, what, len(reading.entities), len(reading.statements)),
        )

    def _by_document(self, query: str) -> dict[str, list[list[Any]]]:
        found: dict[str, list[list[Any]]] = {}
        for doc, *row in self._db.execute(query):
            found.setdefault(doc, []).append(row)
        return found


def _ends(judgement: Judgement) -> tuple[str, str]:
    if judgement.of_fact:
        return judgement.left, ""
    left, right = sorted((judgement.left, judgement.right))
    return left, right


class _Transaction:
    """All of it or nothing: commits at the end, rolls back on an error."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        try:
            self._db.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise InputError(
                f"陈述库正被别的程序写入（{error}），请稍后再试 / another program is writing "
                f"to the store of statements ({error}); try again later"
            ) from error

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> Literal[False]:
        self._db.execute("COMMIT" if error is None else "ROLLBACK")
        return False
