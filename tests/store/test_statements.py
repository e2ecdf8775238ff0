"""The store of statements: replace is rebuild, twice is once, and nothing is half stored."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.interchange import parse
from kg.model import Entity, Judgement, Reading, Ref, Source, Span, Statement
from kg.rooms import room
from kg.store.statements import VERSION, StatementStore

STARTED = Statement(
    Ref("Project", "青禾食品项目"), "at_stage", Ref("Stage", "started"), None,
    {"status": "reached", "date": "2023-03"}, (Span(3, 5, "开工", "第一节"),), 0.9, "stage.verb",
)  # fmt: skip
INVESTED = Statement(
    STARTED.subject, "has_investment", None, 200000000, {"unit": "CNY"}, (Span(9, 12, "2亿元"),)
)
READING = Reading(
    Source("报告", "总结", Ref("Region", "*县"), "2023-H1", "2023-07-05", "商务局", "a.txt", "ff"),
    (
        Entity("Region", "*县", ("我县", "home"), masked=True, mentions=((0, 2),)),
        Entity("Project", "青禾食品项目", optional=True),
    ),
    (STARTED, INVESTED),
    "*县项目开工。",
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[StatementStore]:
    with StatementStore(tmp_path / "statements.sqlite") as opened:
        yield opened


def gold() -> list[Reading]:
    readings = []
    for path in sorted((room("seeds") / "gold").glob("*.jsonl")):
        readings += parse(path.read_text("utf-8"), path.name)[0]
    return readings


def test_what_is_stored_comes_back_the_same_after_closing(tmp_path: Path) -> None:
    with StatementStore(tmp_path / "s.sqlite") as store:
        store.replace(READING)
    with StatementStore(tmp_path / "s.sqlite") as store:
        assert store.readings() == [READING]


def test_the_labelled_seeds_come_back_by_document_id_twice_is_once(store: StatementStore) -> None:
    for reading in reversed(gold()):
        store.replace(reading)
        store.replace(reading)
    assert store.readings() == gold()


def test_replacing_a_reading_is_as_good_as_a_new_store(store: StatementStore) -> None:
    store.replace(READING)
    later = replace(READING, statements=(INVESTED,), entities=(), text="二稿")
    store.replace(later)
    assert store.readings() == [later]


def test_numbers_keep_their_kind(store: StatementStore) -> None:
    values = [1, 1.0, 0.5, None, "旧名"]
    said = tuple(replace(INVESTED, value=value, qualifiers={"n": 1, "m": 1.5}) for value in values)
    store.replace(replace(READING, statements=said))
    again = [statement.value for statement in store.readings()[0].statements]
    assert [(value, type(value)) for value in again] == [(value, type(value)) for value in values]


def test_one_saying_stands_once_with_its_best_confidence(store: StatementStore) -> None:
    store.replace(replace(READING, statements=(replace(INVESTED, confidence=0.5), INVESTED)))
    (stored,) = store.readings()[0].statements
    assert stored == INVESTED
    elsewhere = replace(INVESTED, evidence=(Span(20, 23, "2亿元"),))
    store.replace(replace(READING, statements=(INVESTED, elsewhere)))
    assert len(store.readings()[0].statements) == 2


def test_remove_forgets_a_document_and_all_it_says(store: StatementStore) -> None:
    store.replace(READING)
    store.remove("报告")
    store.remove("没有过的")
    assert store.readings() == []


def test_a_failed_replacement_leaves_the_old_reading(store: StatementStore) -> None:
    store.replace(READING)
    broken = replace(READING, statements=(STARTED, replace(STARTED, rule="\ud800")))
    with pytest.raises(UnicodeEncodeError):
        store.replace(broken)
    assert store.readings() == [READING]


def test_judgements_outlive_the_documents_and_the_last_word_counts(store: StatementStore) -> None:
    store.replace(READING)
    store.judge(Judgement("Park/2", "Park/1", "accepted", "同一园区"))
    store.judge(Judgement("Park/1", "Park/2", "rejected", "两处"))
    store.remove("报告")
    assert store.judgements() == [Judgement("Park/1", "Park/2", "rejected", "两处")]


def test_a_reader_is_not_kept_out_by_a_writer(tmp_path: Path) -> None:
    with StatementStore(tmp_path / "s.sqlite") as writer, StatementStore(writer.path) as reader:
        writer.replace(READING)
        assert reader.readings() == [READING]


@pytest.mark.parametrize("what", ["newer", "not a database", "another program's", "a folder"])
def test_a_file_that_is_not_ours_is_refused(tmp_path: Path, what: str) -> None:
    path = tmp_path / "s.sqlite"
    if what == "newer":
        StatementStore(path).close()
        with closing(sqlite3.connect(path)) as db:
            db.execute(f"PRAGMA user_version = {VERSION + 1}")
    elif what == "not a database":
        path.write_text("只是文字" * 100, "utf-8")
    elif what == "another program's":
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE notes (text)")
    else:
        path.mkdir()
    with pytest.raises(InputError) as raised:
        StatementStore(path)
    assert str(raised.value).startswith(f"{path}: ")
    assert ("新版本" if what == "newer" else "打不开") in str(raised.value)
