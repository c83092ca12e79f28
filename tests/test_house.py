"""The house: data flows one way, rooms stay small, nothing speaks of a machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kzhu"
#: From the ground up: a room may import from the floors below its own, and from its own.
FLOORS = (
    ("errors", "tokens", "answers", "amounts", "__init__"),
    ("periods", "folders"),
    ("records", "names"),
    ("encode", "knowledge"),
    ("readers", "extract"),
    ("corrections", "analysis"),
    ("index",),
    ("workers",),
    ("add", "intake", "reading", "stores"),
    ("update",),
    ("joint", "opening"),
    ("archive",),
    ("render",),
    ("cli", "__main__"),
)
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return parts[0]


def imported(path: Path) -> set[str]:
    """Rooms of kzhu that a module imports, at its top or later."""
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "kzhu" else [f"kzhu.{alias.name}" for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("kzhu.")}
    return rooms & set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_nothing_imports_from_a_floor_above(path: Path) -> None:
    room = room_of(path)
    if room == "__init__":  # `kzhu.open` reaches up to the archive, late
        return
    above = {other for other in imported(path) if FLOOR[other] > FLOOR[room]}
    assert not above, f"{path.relative_to(SOURCE)} imports {sorted(above)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_file_holds_one_subject(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 450


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_code_knows_the_two_countries(path: Path) -> None:
    """What is peculiar to a beat stands in data/: code names the first archive's countries in docstrings only."""
    tree = ast.parse(path.read_text("utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    texts = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]
    named = [
        text for text in texts if re.search(r"\b(kazakh|hungar|astana|budapest|tokayev|orb[aá]n)", text, re.IGNORECASE)
    ]
    # Help texts show examples, as docstrings do.
    assert not named or room_of(path) == "cli", named
