"""Building an index and keeping it up to date: articles a second, memory, size, seconds after a change."""

from __future__ import annotations

import os
import random
import re
import statistics
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import corpus
from measure import KZHU, Table, in_turns, megabytes, run, shown
from peers import PlainIndex

#: kzhu, telling how many seconds the index takes of a build, which is all but finding, reading and extracting: of a few
#: new indexes besides, each by a process of its own that remembers no more than the one before it did; and how many
#: seconds they took of the build.
TIMED = """
import os, sys, time
from kzhu.index import build, schema
fill = build.fill
def again(path, *given, **named):
    connection = schema.connect(path)
    started = time.perf_counter()
    fill(connection, *given, **named)
    print("index only:", time.perf_counter() - started, file=sys.stderr, flush=True)
    connection.close()
    os.remove(path)
def timed(connection, spool, contents, **named):
    # These come one by one; here they are asked for several times.
    contents = contents._replace(files=[*contents.files], words=[*contents.words])
    path = connection.execute("PRAGMA database_list").fetchone()[2] + ".again"
    started = time.perf_counter()
    for _ in range(TIMES):
        child = os.fork()
        if not child:
            again(path, spool, contents, **named)
            os._exit(0)
        os.waitpid(child, 0)
    print("besides:", time.perf_counter() - started, file=sys.stderr)
    fill(connection, spool, contents, **named)
build.fill = timed
from kzhu.cli import main
main()
"""
#: How often the index is filled besides, and the plain table.
FILLED = 3
#: Articles that one process and several are compared with; all of them would take too long.
COMPARED = 10_000


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive that holds the first articles of a corpus."""

    path: Path
    count: int
    environment: Mapping[str, str]

    @property
    def index(self) -> Path:
        """Its index file."""
        return self.path / ".kzhu" / "index.sqlite"

    def command(self, *arguments: str, code: str | None = None) -> list[str]:
        """A command line of kzhu, or of code that calls it."""
        start = KZHU if code is None else (sys.executable, "-c", code)
        return [*start, "--archive", str(self.path), *arguments]

    def texts(self) -> Iterator[tuple[str, str]]:
        """(day, text) of its articles, read from their files."""
        for number in range(self.count):
            text = (self.path / "articles" / corpus.path_of(number)).read_text("utf-8")
            yield corpus.day_of(number).isoformat(), text


def jobs(archive: Archive) -> int:
    """How many processes `kzhu index --jobs` can use here; 0 where it has no such option."""
    known = run([*KZHU, "index", "--help"], archive.environment)
    return (os.cpu_count() or 1) if "--jobs" in known.out else 0


def building(whole: Archive, part: Archive, plain: PlainIndex) -> list[Table]:
    """Builds of the whole archive, of a part of it by one process and by several, and of the plain table."""
    several = jobs(whole)
    built = run(whole.command("index", "--rebuild", code=TIMED.replace("TIMES", str(FILLED))), whole.environment)
    index_only = [float(seconds) for seconds in re.findall(r"index only: ([\d.]+)", built.told)]
    (besides,) = re.findall(r"besides: ([\d.]+)", built.told)
    full_plain, plain_only = [], []
    for _ in range(FILLED):
        texts = Clocked(whole.texts())
        taken = _filled(plain, texts)
        full_plain.append(taken)
        plain_only.append(taken - texts.seconds)
    rates = [
        whole.count / statistics.median(each)
        for each in ([built.seconds - float(besides)], full_plain, index_only, plain_only)
    ]
    rows = [
        [f"{whole.count:,} articles, all extraction, as it comes", *_rates(*rates[:2]), "1,000 articles/s"],
        [f"{whole.count:,} articles, index only; peer without reading its files", *_rates(*rates[2:]), "1.4"],
        *_compared(part, several),
    ]
    return [
        Table(
            "Build",
            "Articles a second, whole process; the peer is plain FTS5 with its defaults, from the same files. The index"
            f" and the plain table are filled {FILLED} times: medians.",
            ["build", "kzhu", "peer", "kzhu / peer", "goal"],
            rows,
        ),
        _sizes(whole, plain, built.peak),
    ]


class Clocked:
    """What an iterable gives, and the seconds that it took to give it."""

    def __init__(self, given: Iterator[tuple[str, str]]) -> None:
        self._given = given
        self.seconds = 0.0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        while True:
            started = time.perf_counter()
            one = next(self._given, None)
            self.seconds += time.perf_counter() - started
            if one is None:
                return
            yield one


def _compared(part: Archive, several: int) -> list[list[str]]:
    """One process beside several."""
    single = ["--jobs", "1"] if several else []
    rate = part.count / run(part.command("index", "--rebuild", *single), part.environment).seconds
    if several:
        both = part.count / run(part.command("index", "--rebuild", "--jobs", str(several)), part.environment).seconds
        return [[f"{part.count:,} articles, {several} processes; peer: 1 process", *_rates(both, rate), "1.4"]]
    return [[f"{part.count:,} articles, 1 process (this kzhu has no --jobs)", f"{rate:,.0f}", "", "", ""]]


def _rates(ours: float, theirs: float) -> list[str]:
    return [f"{ours:,.0f}", f"{theirs:,.0f}", f"{ours / theirs:.2f}"]


def _filled(plain: PlainIndex, texts: Iterable[tuple[str, str]]) -> float:
    started = time.perf_counter()
    plain.fill(texts)
    return time.perf_counter() - started


def _sizes(whole: Archive, plain: PlainIndex, peak: int) -> Table:
    text = sum(len(text.encode()) for _, text in whole.texts())
    ours, theirs = whole.index.stat().st_size, plain.path.stat().st_size
    return Table(
        "Size and memory",
        f"MB; the articles' text is {megabytes(text)} MB. Memory is that of the largest process of the build.",
        ["what", "kzhu", "plain FTS5", "kzhu / text", "goal"],
        [
            ["index, text included", megabytes(ours), megabytes(theirs), f"{ours / text:.2f}", "2"],
            ["memory of the build", megabytes(peak), "", "", "600"],
        ],
    )


def updating(whole: Archive, times: int = 3) -> Table:
    """`kzhu index` after some files changed, beside a walk over all of them."""
    chance = random.Random(1)
    taken: dict[int, list[float]] = {0: [], 1: [], 100: []}
    touched: set[int] = set()
    walks = []
    run(whole.command("index"), whole.environment)
    for turn in range(times):
        walks.append(in_turns({"walk": lambda: _walk(whole.path)}, 1)["walk"])
        for changed, each in taken.items():
            numbers = chance.sample(range(whole.count), min(changed, whole.count))
            touched.update(numbers)
            for number in numbers:
                path = whole.path / "articles" / corpus.path_of(number)
                path.write_text(f"{corpus.article(number).text}\nCorrected {turn + 1} times.\n", "utf-8")
            each.append(run(whole.command("index"), whole.environment).seconds * 1000)
    for number in touched:
        (whole.path / "articles" / corpus.path_of(number)).write_text(corpus.article(number).text, "utf-8")
    run(whole.command("index"), whole.environment)
    walk = statistics.median(walks)
    goals = {0: "", 1: "1,500", 100: "2,000"}
    return Table(
        "Update",
        f"Milliseconds of `kzhu index`, whole process; walking all {whole.count:,} files takes {shown(walk)}.",
        ["files changed", "ms", "of which walk", "goal"],
        [
            [str(changed), shown(statistics.median(each)), f"{walk / statistics.median(each):.0%}", goals[changed]]
            for changed, each in taken.items()
        ],
    )


def _walk(folder: Path) -> int:
    """Asks for size and time of every file under a folder."""
    size = 0
    for inside, _, names in os.walk(folder / "articles"):
        for name in names:
            size += os.stat(f"{inside}/{name}").st_size  # noqa: PTH116 -- as fast as Python can
    return size
