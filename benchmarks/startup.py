"""Start-up: whole processes of kzhu, piped, beside `python -c "import click, sqlite3"` in the same run.

    python benchmarks/startup.py [--times 20] [--archive DIR]

The two sides take turns, so that a busy moment of the machine meets both; medians are compared. The archive's index is
built beforehand. Run it with the Python that kzhu is installed for.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

BASE = [sys.executable, "-c", "import click, sqlite3"]
KZHU = [sys.executable, "-c", "from kzhu.cli import main; main()"]
COMMANDS = {
    "kzhu --help": ["--help"],
    "kzhu list": ["list"],
    "kzhu person szijjarto": ["person", "szijjarto"],
    "kzhu timeline": ["timeline"],
    "kzhu search trade": ["search", "trade"],
}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a whole process takes, its output piped."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
    return time.perf_counter() - started


def measure(times: int, environment: dict[str, str]) -> dict[str, float]:
    """Median milliseconds of each command, the base under ""."""
    commands = {"": BASE, **{name: KZHU + rest for name, rest in COMMANDS.items()}}
    for command in commands.values():
        seconds(command, environment)
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            taken[name].append(seconds(command, environment) * 1000)
    return {name: statistics.median(each) for name, each in taken.items()}


def main() -> None:
    """Prints a Markdown table."""
    parser = argparse.ArgumentParser(description="Measure the start-up of kzhu.")
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--archive", help="the archive to ask; else the one that kzhu finds")
    options = parser.parse_args()
    # An installed kzhu is compiled; a checkout is at its first run, unless that is forbidden.
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    if options.archive:
        environment["KZHU_ARCHIVE"] = str(Path(options.archive).absolute())
    found = measure(options.times, environment)
    base = found.pop("")
    print("| whole process, piped | ms | ratio |\n| --- | ---: | ---: |")
    print(f'| python -c "import click, sqlite3" | {base:.1f} | 1.00 |')
    for name, taken in found.items():
        print(f"| {name} | {taken:.1f} | {taken / base:.2f} |")


if __name__ == "__main__":
    main()
