"""A function over many values in worker processes: results in order, memory flat however many values there are.

The workers are forked, so that they have what the function needs without loading it again; where a system cannot fork,
or one worker was asked for, everything runs in this process, with the same results.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar, cast

from kzhu.errors import KzhuError

Value = TypeVar("Value")
Result = TypeVar("Result")

#: With fewer values than this, workers cost more than they save.
LEAST = 64
#: Values done here before the workers are forked, so that what the function builds once is built once for all.
_WARMING = 16
#: Values sent to a worker at once: long enough to keep it busy while this process sees to the others.
_BATCH = 40
#: Batches that may be done before their turn, for each worker.
_AHEAD = 4


class WorkerLostError(KzhuError):
    """A worker process that ended before its work did."""

    def __init__(self) -> None:
        super().__init__(
            "a process that read articles was ended by the system, perhaps for want of memory;"
            " the index is as it was before (--jobs 1 needs least)"
        )


def cores() -> int:
    """How many processes can run at once here."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(function: Callable[[Value], Result], values: Iterable[Value], jobs: int) -> Generator[Result, None, None]:
    """The function's results over values, in their order.

    Args:
        function: what to do; it must not raise.
        values: what to do it to; read as results are taken, never far ahead.
        jobs: how many worker processes; none are made for less than `LEAST` values.

    Raises:
        WorkerLostError: a worker was ended from outside.
    """
    coming = iter(values)
    first = list(islice(coming, LEAST)) if jobs > 1 and "fork" in multiprocessing.get_all_start_methods() else []
    if len(first) < LEAST:
        yield from map(function, chain(first, coming))
        return
    yield from map(function, first[:_WARMING])
    crew = _Crew(function, jobs)
    try:
        yield from crew.run(chain(first[_WARMING:], coming))
    finally:
        crew.dismiss()


class _Crew(Generic[Value, Result]):
    """Worker processes, each with one batch in hand."""

    def __init__(self, function: Callable[[Value], Result], jobs: int) -> None:
        forked = multiprocessing.get_context("fork")
        self._processes: list[Any] = []
        self._ends: list[Connection] = []
        # What is there now stays: neither this process nor a worker need look through it for garbage again.
        gc.collect()
        gc.freeze()
        # Until a worker lets Ctrl-C pass it by, it must not be met by one.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        for _ in range(jobs):
            ours, theirs = forked.Pipe()
            # A worker must not hold the other workers' ends open, or they would outlive this process.
            process = forked.Process(target=_work, args=(function, theirs, [*self._ends, ours]), daemon=True)
            process.start()
            theirs.close()
            self._ends.append(ours)
            self._processes.append(process)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def run(self, values: Iterator[Value]) -> Iterator[Result]:
        """Results in the order of the values."""
        batches = enumerate(iter(lambda: list(islice(values, _BATCH)), []))
        in_hand: dict[Connection, int] = {}
        done: dict[int, list[Result]] = {}
        turn = 0
        idle = list(self._ends)
        more = True
        while more or in_hand or done:
            while idle and more and len(done) < _AHEAD * len(self._ends):
                batch = next(batches, None)
                if batch is None:
                    more = False
                else:
                    in_hand[idle[-1]] = batch[0]
                    self._send(idle.pop(), batch[1])
            while turn in done:
                yield from done.pop(turn)
                turn += 1
            for end in wait(list(in_hand)) if in_hand else ():
                ours = cast("Connection", end)
                done[in_hand.pop(ours)] = self._receive(ours)
                idle.append(ours)

    def _send(self, end: Connection, batch: list[Value]) -> None:
        try:
            end.send(batch)
        except OSError as error:
            raise WorkerLostError from error

    def _receive(self, end: Connection) -> list[Result]:
        try:
            results: list[Result] = end.recv()
        except (EOFError, OSError) as error:
            raise WorkerLostError from error
        return results

    def dismiss(self) -> None:
        """Ends the workers, whatever they are at."""
        gc.unfreeze()
        for end in self._ends:
            end.close()
        for process in self._processes:
            process.terminate()
            process.join()
            process.close()


def _work(function: Callable[[Any], Any], end: Connection, others: list[Connection]) -> None:
    """What a worker does until its process's parent hangs up."""
    # Ctrl-C goes to every process of the terminal; the one who forked this one sees to it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            end.send([function(value) for value in end.recv()])
