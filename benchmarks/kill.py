"""Kills the indexing of an archive at random moments: the index must always open, and answer as before or as after.

    python benchmarks/kill.py [--times 50] [--articles 60] [--seed 1]

Each round changes, adds and removes some articles, starts an update in a process of its own, and kills it (SIGKILL)
after a random part of the time that an update takes. Exits with 1 at the first answer that is neither.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import kzhu
from kzhu import archive, folders, update

UPDATE = "import sys, kzhu; kzhu.open(sys.argv[1]).close()"
REBUILD = "import sys, kzhu; kzhu.open(sys.argv[1], update=False).update(rebuild=True)"


def article(chance: random.Random, number: int) -> str:
    """A made-up report."""
    day = f"20{chance.randrange(10, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    value = chance.randrange(10, 900)
    told = "\n\n".join(
        f"Trade between Kazakhstan and Hungary reached {value + i} million dollars, report {number} said on Tuesday."
        for i in range(chance.randrange(1, 30))
    )
    return f" date {day} \nKazakhstan, Hungary trade more ({number})\n\nASTANA. KAZINFORM - {told}\n"


def change(folder: Path, chance: random.Random, count: int) -> None:
    """Changes, adds and removes some articles."""
    for _ in range(max(1, count // 8)):
        number = chance.randrange(count)
        path = folder / f"{number:03}.txt"
        if chance.random() < 0.25 and path.exists():
            path.unlink()
        else:
            path.write_text(article(chance, number), "utf-8")


def standing(folder: Path) -> list[str]:
    """What the index answers as it stands, without an update."""
    with kzhu.open(folder, update=False) as opened:
        return list(opened.export())


def wanted(folder: Path) -> list[str]:
    """What an index of the files as they are would answer."""
    opened = archive.Archive(folders.find(folder), update=False)
    opened._open, _ = update.in_memory(folders.find(folder))  # noqa: SLF001 -- an index that touches no file
    with opened:
        return list(opened.export())


def run(folder: Path, code: str, seconds: float | None) -> None:
    """Runs an update, and kills it after so many seconds."""
    environment = {**os.environ, "PYTHONPATH": str(Path(kzhu.__file__).parents[1])}
    process = subprocess.Popen([sys.executable, "-c", code, str(folder)], env=environment)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def rounds(times: int, count: int, seed: int) -> tuple[int, int]:
    """How many killed updates left the index as before, and how many as after.

    Raises:
        AssertionError: one left it otherwise.
    """
    chance = random.Random(seed)
    before_seen = after_seen = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(archive.create(Path(name) / "archive"))
        for number in range(count):
            (folder / "articles" / f"{number:03}.txt").write_text(article(chance, number), "utf-8")
        run(folder, UPDATE, None)
        started = time.perf_counter()
        run(folder, REBUILD, None)
        whole = time.perf_counter() - started
        before = standing(folder)
        for number in range(times):
            change(folder / "articles", chance, count)
            after = wanted(folder)
            # An update that changes an index and a rebuild that replaces it die in different ways.
            run(folder, UPDATE if number % 2 else REBUILD, chance.uniform(0, whole))
            now = standing(folder)
            if now not in (before, after):
                raise AssertionError(f"round {number}: the index answers neither as before nor as after")
            before_seen += now == before
            after_seen += now == after != before
            # The next one need not find what this one left.
            with contextlib.closing(kzhu.open(folder)) as opened:
                before = list(opened.export())
            if before != after:
                raise AssertionError(f"round {number}: the update after it does not equal a rebuild")
    return before_seen, after_seen


def main() -> None:
    """Runs the rounds and prints what came of them."""
    parser = argparse.ArgumentParser(description="Kill the indexing at random moments.")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    before, after = rounds(options.times, options.articles, options.seed)
    print(f"{options.times} updates killed: the index answered as before {before} times, as after {after} times")


if __name__ == "__main__":
    main()
