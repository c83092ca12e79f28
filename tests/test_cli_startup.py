"""Starting up: nothing is imported that the answer does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import kzhu
from kzhu.cli.group import SUMMARIES

SOURCE = str(Path(kzhu.__file__).parents[1])
#: What no answer on a pipe may load, unless it is JSON, YAML or a table.
HEAVY = {
    "rich", "yaml", "dateutil", "json", "logging", "importlib.metadata", "dataclasses", "decimal", "email", "hashlib",
    "pathlib", "csv", "tempfile", "subprocess", "multiprocessing", "concurrent", "difflib", "urllib",
}  # fmt: skip
#: Rooms of kzhu that read articles, not the index.
READING = (
    "kzhu.extract",
    "kzhu.knowledge",
    "kzhu.readers",
    "kzhu.records",
    "kzhu.encode",
    "kzhu.update",
    "kzhu.intake",
)
CODE = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
from kzhu.cli.group import cli  # `main` would leave without a last word
cli(prog_name="kzhu")
"""


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache folder in which the index of the archive that ships is up to date."""
    folder = str(tmp_path_factory.mktemp("cache"))
    loaded(folder, "list")
    return folder


def loaded(cache: str, *args: str) -> set[str]:
    """Modules that a command line loads."""
    env = {name: value for name, value in os.environ.items() if name != "KZHU_ARCHIVE"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, *args],
        env={**env, "PYTHONPATH": SOURCE, "XDG_CACHE_HOME": cache},
        cwd=cache,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    "args",
    [
        ["list"],
        ["list", "--since", "2023", "--country", "HU", "--person", "orban", "--event", "meeting"],
        ["people"],
        ["person", "szijjarto"],
        ["search", "trade"],
        ["search", '"joint commission" OR person:orban'],
        ["timeline"],
        ["figures"],
        ["events"],
        ["summary"],
        ["export"],
        ["--help"],
        ["--version"],
        [],
    ],
    ids=" ".join,
)
def test_an_answer_loads_only_what_it_needs(cache: str, args: list[str]) -> None:
    modules = loaded(cache, *args)
    assert not HEAVY & modules
    assert not [module for module in modules if module.startswith(READING)]


def test_the_help_loads_no_command_and_no_index(cache: str) -> None:
    modules = loaded(cache, "--help")
    assert not [module for module in modules if module.startswith(("kzhu.cli.commands", "kzhu.archive", "kzhu.index"))]


@pytest.mark.parametrize("name", SUMMARIES)
def test_a_command_loads_no_other(cache: str, name: str) -> None:
    commands = {module for module in loaded(cache, name, "--help") if module.startswith("kzhu.cli.commands.")}
    assert commands == {f"kzhu.cli.commands.{name}"}


def test_json_loads_no_rich(cache: str) -> None:
    modules = loaded(cache, "list", "--format", "json")
    assert "json" in modules
    assert not {"rich", "yaml", "dateutil"} & modules
