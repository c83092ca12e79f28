"""Time and memory of processes and calls, the sides of a comparison in turns; tables in Markdown."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

#: What every start of kzhu is compared with.
BASE = (sys.executable, "-c", "import click, sqlite3")
#: kzhu, of the Python that runs the benchmark.
KZHU = (sys.executable, "-c", "from kzhu.cli import main; main()")


class Spent(NamedTuple):
    """What a process took."""

    seconds: float
    #: Bytes of memory of the largest process: itself or one that it started.
    peak: int
    #: What it wrote to standard output.
    out: str
    #: What it wrote to standard error.
    told: str


class Table(NamedTuple):
    """A table of results."""

    title: str
    #: What is measured, and how to read the ratio.
    remark: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def lines(self) -> list[str]:
        """The table in Markdown; the first column is text, the others are numbers."""
        marks = ["---", *["---:"] * (len(self.columns) - 1)]
        shown = [[cell.replace("|", "\\|") for cell in row] for row in self.rows]
        body = [f"| {' | '.join(row)} |" for row in [list(self.columns), marks, *shown]]
        return [f"## {self.title}", "", self.remark, "", *body, ""]


def run(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    """Runs a process to its end, its output piped.

    Raises:
        SystemExit: it failed. An exit of 1 without a word is none: so a search tells that it found nothing.
    """
    with tempfile.TemporaryFile() as errors:
        started = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env=dict(environment)) as process:
            out = process.stdout.read() if process.stdout else b""
            # Unlike `wait`, this tells the memory of this one process.
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            seconds = time.perf_counter() - started
        errors.seek(0)
        told = errors.read().decode(errors="replace")
    if process.returncode > 1 or process.returncode < 0 or (process.returncode == 1 and told):
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}\n{told}")
    # Linux counts kilobytes, macOS bytes.
    return Spent(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), out.decode(), told)


def in_turns(sides: Mapping[str, Callable[[], object]], times: int, *, warm: bool = True) -> dict[str, float]:
    """Median milliseconds of each side. They take turns, so that a busy moment of the machine meets all of them."""
    if warm:
        for call in sides.values():
            call()
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(times):
        for name, call in sides.items():
            started = time.perf_counter()
            call()
            taken[name].append((time.perf_counter() - started) * 1000)
    return {name: statistics.median(each) for name, each in taken.items()}


def processes(commands: Mapping[str, Sequence[str]], environment: Mapping[str, str], times: int) -> dict[str, float]:
    """Median milliseconds of whole processes, in turns."""

    def starter(command: Sequence[str]) -> Callable[[], object]:
        return lambda: run(command, environment)

    return in_turns({name: starter(command) for name, command in commands.items()}, times)


def shown(milliseconds: float) -> str:
    """Milliseconds for a table, with as many digits as they deserve."""
    return f"{milliseconds:,.0f}" if milliseconds >= 100 else f"{milliseconds:.3g}"


def megabytes(size: float) -> str:
    """Bytes for a table, in millions."""
    return f"{size / 1e6:,.1f}"
