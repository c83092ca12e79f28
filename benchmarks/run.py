"""Runs every benchmark of speed on a corpus of its own and writes the results as Markdown tables.

    python benchmarks/run.py [--articles 100000] [--out FILE] [--work DIR] [--each 50]

Under a quarter of an hour at 100,000 articles, about a minute at 2,000. Both sides of every ratio are measured in
this one run, in turns where they are short enough. ripgrep and grep are measured where they are installed. The corpus
stays in the folder named by --work, for the next run of the same size.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import corpus
import startup
from asking import asking, searching, starting
from building import COMPARED, Archive, building, updating
from measure import BASE, Table, shown
from peers import PlainIndex
from queries import queries

from kzhu import __version__, archive


def made(folder: Path, count: int, environment: Mapping[str, str]) -> Archive:
    """An archive of the first articles of the corpus; one that stands there already is used as it is."""
    done = folder / "made"
    if not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        archive.create(folder)
        corpus.write(count, folder / "articles")
        done.touch()
    return Archive(folder, count, environment)


def five(times: int, environment: dict[str, str]) -> Table:
    """Start-up on the five articles that ship with kzhu."""
    found = startup.measure(times, environment)
    base = found.pop("")
    return Table(
        "Start-up, 5 articles",
        f'Median milliseconds of whole processes, piped; base: `python -c "{BASE[2]}"`, {shown(base)} ms.',
        ["command", "ms", "ratio to base", "goal"],
        [[name, shown(taken), f"{taken / base:.2f}", "1.15"] for name, taken in found.items()],
    )


def tables(work: Path, count: int, each: int) -> Iterator[Table]:
    """All results, as they come."""
    environment = {key: value for key, value in os.environ.items() if key not in _LEFT_OUT}
    environment["XDG_CACHE_HOME"] = str(work / "cache")
    times = 20 if count <= 100_000 else 10
    yield five(times, environment)
    whole = made(work / f"archive-{count}", count, environment)
    part = made(work / f"archive-{COMPARED}", COMPARED, environment) if count > COMPARED else whole
    plain = PlainIndex(work / "plain.sqlite")
    yield from building(whole, part, plain)
    asked = queries(count, each)
    yield from asking(whole, plain, asked, 3 if count <= 100_000 else 1)
    yield starting(whole, asked, times)
    yield searching(whole, asked, 5)
    yield updating(whole)
    plain.close()


#: Variables that would change what is measured: a checkout compiles its files once, as an installed kzhu has, and a
#: process writes its lines at once.
_LEFT_OUT = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "KZHU_ARCHIVE", "KZHU_JOBS")


def heading(count: int) -> list[str]:
    """What was measured, with what and on what."""
    system = f"{platform.system()} {platform.release()}, {platform.machine()}, {os.cpu_count()} cores"
    versions = f"kzhu {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    return [f"# kzhu, measured on {count:,} articles", "", f"{versions}; {system}.", ""]


def main() -> None:
    """Runs everything; the tables go to standard output, and to a file if one is named."""
    parser = argparse.ArgumentParser(description="Measure kzhu beside its peers, and write Markdown tables.")
    parser.add_argument("--articles", type=int, default=100_000, metavar="N")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the tables there too")
    parser.add_argument("--work", type=Path, metavar="DIR", help="where the corpus stands, and stays")
    parser.add_argument("--each", type=int, default=50, metavar="N", help="questions of every kind")
    options = parser.parse_args()
    started = time.perf_counter()
    lines = heading(options.articles)
    print("\n".join(lines))
    with tempfile.TemporaryDirectory() as passing:
        work = (options.work or Path(passing)).absolute()
        work.mkdir(parents=True, exist_ok=True)
        for table in tables(work, options.articles, options.each):
            lines += table.lines()
            print("\n".join(table.lines()), flush=True)
            print(f"{table.title}: {time.perf_counter() - started:.0f} s so far", file=sys.stderr)
    if options.out:
        options.out.write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
