"""A killed update leaves the index as before or as after (benchmarks/kill.py does it 50 times and more)."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "benchmarks" / "kill.py"


@pytest.mark.usefixtures("own_cache")
def test_the_index_outlives_its_killers() -> None:
    spec = importlib.util.spec_from_file_location("kill", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    kill = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(kill)
    before, after = kill.rounds(times=4, count=12, seed=7)
    assert before + after >= 4
