"""Shared by all tests."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kzhu import folders
from kzhu.knowledge import cached_knowledge

#: Counts the lines of code that a call runs.
Steps = Callable[[Callable[[], object]], int]


@pytest.fixture
def steps() -> Steps:
    """Lines of Python that a call runs: the same count at every run, on every machine, where a clock is not.

    What grows with the square of a text's length runs a hundred times the lines for ten times the text.
    """

    def count(call: Callable[[], object]) -> int:
        lines = 0

        def trace(_frame: FrameType, event: str, _argument: Any) -> Any:
            nonlocal lines
            lines += event == "line"
            return trace

        call()  # lexicons are compiled once
        before = sys.gettrace()
        sys.settrace(trace)
        try:
            call()
        finally:
            sys.settrace(before)
        return lines

    return count


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder in which the knowledge that ships with kzhu is ready, as after anybody's first command."""
    cache = tmp_path_factory.mktemp("ready")
    cached_knowledge([Path(folder) for folder in folders.shipped().knowledge], cache / "kzhu")
    return cache


@pytest.fixture
def own_cache(ready: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of one test, which sees no archive of the one who runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("KZHU_ARCHIVE", raising=False)
    return Path(shutil.copytree(ready, tmp_path / "cache"))
