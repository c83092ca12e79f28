"""Shared by all tests."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

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
