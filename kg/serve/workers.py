"""Processes that answer queries, so that one that takes too long can really be ended.

The store lies in a folder that all of them open read-only: to end a worker costs nothing but the
start of another.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue

import pyoxigraph as ox

from kg.serve.evaluate import Reply, evaluate, refusal

_FRESH = get_context("spawn")  # a forked process would inherit the server's threads and sockets


class Worker:
    """One process with the store open, and the line to it."""

    def __init__(self, folder: str) -> None:
        self.line, theirs = _FRESH.Pipe()
        self.process = _FRESH.Process(target=_work, args=(folder, theirs), daemon=True)
        self.process.start()
        theirs.close()
        self._ready = False

    def ask(self, query: str, accept: str, timeout: float) -> Reply | None:
        """Its reply; None where it has none in time. What its own start takes does not count."""
        if not self._ready:
            self.line.recv()
            self._ready = True
        self.line.send((query, accept))
        if not self.line.poll(timeout):
            return None
        reply: Reply = self.line.recv()
        return reply

    def end(self) -> None:
        """Stop it at once."""
        self.process.kill()
        self.process.join()
        self.line.close()


class Workers:
    """A few workers, each with one query at a time; a context manager that ends them."""

    def __init__(self, folder: str, *, number: int, timeout: float) -> None:
        self.folder = folder
        self.timeout = timeout
        self._free: SimpleQueue[Worker] = SimpleQueue()
        for _ in range(number):
            self._free.put(Worker(folder))
        self._number = number

    def answer(self, query: str, accept: str) -> Reply:
        """The reply to a query; 503 where it takes too long or all workers stay busy so long."""
        try:
            worker = self._free.get(timeout=self.timeout)  # else: all busy for so long
        except Empty:
            return refusal(503, "服务繁忙，请稍后再试 / busy with other queries: try again later")
        reply = None
        try:
            reply = worker.ask(query, accept, self.timeout)
        except (EOFError, OSError):
            return refusal(503, "查询耗尽了内存 / the query ran out of memory: narrow it")
        finally:
            if reply is None:
                worker.end()
            self._free.put(Worker(self.folder) if reply is None else worker)
        return reply or refusal(
            503,
            f"查询超过 {self.timeout:g} 秒，已中止：请缩小范围 / the query took longer than "
            f"{self.timeout:g} s and was stopped: narrow it",
        )

    def end(self) -> None:
        """Stop all of them."""
        for _ in range(self._number):
            self._free.get(timeout=self.timeout + 10).end()


@contextmanager
def workers(folder: str, *, number: int, timeout: float) -> Iterator[Workers]:
    """Workers on the store in that folder, ended with the block."""
    crew = Workers(folder, number=number, timeout=timeout)
    try:
        yield crew
    finally:
        crew.end()


def _work(folder: str, line: Connection) -> None:
    """The life of a worker: answer until the server hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the server's to hear
    store = ox.Store.read_only(folder)
    line.send("ready")
    while True:
        try:
            query, accept = line.recv()
            line.send(evaluate(store, query, accept))
        except (EOFError, OSError):
            return
