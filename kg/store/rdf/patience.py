"""Waiting no longer than allowed for what cannot be interrupted."""

from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

from kg.errors import QueryError

Result = TypeVar("Result")


def within(seconds: float | None, work: Callable[[], Result]) -> Result:
    """What `work` gives, if it takes no longer than `seconds` (None: however long).

    No SPARQL library can be stopped in the middle of a query, so it runs in a thread that is left
    behind when its time is over: it ends with the query or with the process. `QueryError` then.
    """
    if seconds is None:
        return work()
    results: list[Result] = []
    faults: list[QueryError] = []
    done = Event()

    def run() -> None:
        try:
            results.append(work())
        except QueryError as error:
            faults.append(error)
        finally:
            done.set()

    Thread(target=run, daemon=True, name="kg-query").start()
    if not done.wait(seconds):
        raise QueryError(
            f"查询超过 {seconds:g} 秒，已放弃：请缩小范围或延长时限 / "
            f"the query took longer than {seconds:g} s and was given up: narrow it, or allow more"
        )
    if faults:
        raise faults[0]
    return results[0]
