"""The README's commands, run as they stand; what it shows is what they print.

`python tests/test_readme.py` writes the output of every command into README.md, to be reviewed like any change.
"""

from __future__ import annotations

import doctest
import os
import pty
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

README = Path(__file__).parents[1] / "README.md"
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
#: The width that the README is written for.
COLUMNS = 110


def examples() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each console block with its commands and what they are said to print; a block's commands share a folder."""
    return [(block, _COMMAND.findall(block)) for block in _BLOCK.findall(README.read_text("utf-8"))]


def run(command: str, folder: Path, cache: Path) -> str:
    """What a person sees who types the command into a terminal without colours."""
    bin_folder = Path(sys.executable).parent
    env = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}",
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(cache),
        "COLUMNS": str(COLUMNS),
        "LINES": "60",
        "NO_COLOR": "1",
        "TERM": "xterm",
        "LANG": "C.UTF-8",
    }
    master, slave = pty.openpty()
    with subprocess.Popen(
        ["bash", "-c", command], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave
    ) as process:
        os.close(slave)
        printed = b"".join(_chunks(master))
        os.close(master)
    assert process.returncode in {0, 1}, f"{command!r} ended with {process.returncode}"
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", printed.decode().replace("\r\n", "\n"))
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())


def shown(command: str, folder: Path, cache: Path) -> str:
    """What a command of the README prints; of a line that installs first, the last command is what shows something."""
    if command.startswith("python3 -m venv"):
        command = command.rpartition(" && ")[2].replace(".venv/bin/", "")
    return run(command, folder, cache).replace(f"{folder}/", "")


def _chunks(master: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # a pseudo-terminal whose last writer is gone ends so
            return
        if not chunk:
            return
        yield chunk


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.mark.parametrize(("block", "commands"), examples(), ids=lambda value: str(value)[:60].split("\n")[0])
def test_the_readme_shows_what_its_commands_print(
    block: str, commands: list[tuple[str, str]], tmp_path: Path, cache: Path
) -> None:
    assert commands, block
    for command, expected in commands:
        assert shown(command, tmp_path, cache) == expected, command


def test_the_python_of_the_readme_answers_as_shown(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    failed, attempted = doctest.testfile(str(README), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert attempted
    assert not failed


def test_every_command_is_in_the_readme() -> None:
    from kzhu.cli.group import SUMMARIES

    text = README.read_text("utf-8")
    assert [name for name in SUMMARIES if f"kzhu {name}" not in text] == []


def write() -> None:
    """Put the output of every command into the README."""
    text = README.read_text("utf-8")
    with tempfile.TemporaryDirectory() as cache:
        for block, commands in examples():
            with tempfile.TemporaryDirectory() as folder:
                printed = "".join(
                    f"$ {command}\n{shown(command, Path(folder), Path(cache))}" for command, _ in commands
                )
            text = text.replace(f"```console\n{block}```", f"```console\n{printed}```")
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    write()
