"""Every gold article read as a user would have it read, and each score held to a floor that only rises."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import kzhu

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"


def _scorer() -> ModuleType:
    """The script that anyone can run, as a module."""
    path = ROOT / "benchmarks" / "accuracy" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        found = [json.loads(line) for line in kzhu.open(GOLD).export()]
    return {record["id"]: record for record in found}


#: Measured scores, rounded down: F1 for lists, accuracy for the rest. Raise them when the reading gets better.
SEEDS = {"date": 1.0}
ALL = {"date": 0.5}


@pytest.mark.parametrize(("prefix", "floors"), [("seed", SEEDS), ("", ALL)], ids=["seeds", "all"])
def test_no_score_falls_below_its_floor(prefix: str, floors: dict[str, float], records: dict[str, Any]) -> None:
    scorer = _scorer()
    table = scorer.score(scorer.read_gold(GOLD, prefix), records).table()
    measured = {name: row.get("F1", row.get("acc")) for name, row in table.items()}
    fallen = {name: (measured[name], floor) for name, floor in floors.items() if measured[name] < floor}
    assert not fallen


def test_spans_quote_the_text(records: dict[str, Any]) -> None:
    for name, record in records.items():
        text = (GOLD / f"{name}.txt").read_bytes().decode("utf-8")
        for fact in [*record["figures"], *record["events"]]:
            assert text[fact["start"] : fact["end"]] == fact["quote"]
        for person in record["people"]:
            surfaces = [" ".join(text[at["start"] : at["end"]].split()) for at in person["mentions"]]
            assert list(dict.fromkeys(surfaces)) == person["surfaces"]
        for key, at in record["source"]["spans"].items():
            printed = " ".join(text[at["start"] : at["end"]].split())
            assert printed.casefold() == record["source"][key].casefold()


def test_every_record_parses_back_to_what_was_printed(records: dict[str, Any]) -> None:
    from kzhu.encode import from_json, to_json

    for name, record in records.items():
        text = (GOLD / f"{name}.txt").read_bytes().decode("utf-8")
        assert to_json(from_json(record), text) == record


def test_the_manual_names_every_key_of_a_record(records: dict[str, Any]) -> None:
    manual = (ROOT / "docs" / "record.md").read_text("utf-8")
    keys = set()
    for record in records.values():
        keys |= set(record) | set(record["published"]) | set(record["source"])
        for fact in (*record["people"], *record["figures"], *record["events"], *record["dates"]):
            keys |= set(fact)
    assert {key for key in keys if f"`{key}`" not in manual} == set()
