"""An update after any change equals a rebuild, in whatever the archive is asked."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import kzhu
from kzhu import archive, folders, joint, update
from kzhu.answers import TimelineRow
from kzhu.index import leading

#: One stranger in several spellings, which one archive takes for one person; another who shares the family name; and
#: people of the knowledge files.
NAMES = ("Askar Bekov", "A. Bekov", "Askhar Bekov", "Daniyar Bekov", "Peter Siyarto", "Péter Szijjártó", "Viktor Orban")
ROLES = ("Minister of Energy of Kazakhstan", "Kazakh Minister of Transport", "Hungarian Deputy Minister", "poet", "")
BODIES = ("Shanghai Cooperation Organisation", "Organization of Turkic States")
MONTHS = ("May", "June", "July")
OUTLETS = ("ASTANA. KAZINFORM - ", "BUDAPEST, June 3 (MTI) – ", "ASTANA – ", "")


def article(chance: random.Random) -> str:
    """A made-up report: dated or not, one that announces a summit or that tells of it, with someone or other in it."""
    year = chance.randrange(2017, 2024)
    stated = f" date {year}-0{chance.randrange(1, 10)}-1{chance.randrange(10)} \n" if chance.random() < 0.4 else ""
    name, role, body = chance.choice(NAMES), chance.choice(ROLES), chance.choice(BODIES)
    spoke = f"{role} {name} spoke with journalists."
    announced = (
        f" date {year}-03-1{chance.randrange(10)} BISHKEK – The ministers will meet at the 10th-anniversary summit of"
        f" the {body} in {chance.choice(MONTHS)} in Bishkek. {spoke}\n"
    )
    told = (
        f"BISHKEK – The presidents met during a June {chance.randrange(1, 29)} dinner, the palace said.\n\n"
        f"“Thank you for coming to the anniversary summit of the {body},” the host said.\n\n{spoke}\n"
    )
    trade = (
        f"{stated}{chance.choice(OUTLETS)}Trade between Kazakhstan and Hungary reached {chance.randrange(100, 200)}"
        f" million dollars in {year - 1}, up {chance.randrange(1, 30)}% on the year. {spoke}\n"
    )
    return chance.choice((announced, told, trade, f"{stated}{chance.choice(OUTLETS)}{spoke} Nothing else was told.\n"))


def change(folder: Path, chance: random.Random) -> None:
    """Adds, changes, renames or removes an article or a correction."""
    path = folder / chance.choice(("", "older")) / f"{chance.choice('abcdefghij')}.txt"
    path.parent.mkdir(exist_ok=True)
    what = chance.random()
    if path.exists() and what < 0.3:
        path.unlink()
    elif path.exists() and what < 0.4:
        path.rename(path.with_name(f"{chance.choice('klm')}.txt"))
    elif path.exists() and what < 0.5:
        path.with_suffix(".yaml").write_text(f"published: 20{chance.randrange(17, 24)}-06-1{chance.randrange(10)}\n")
    elif what < 0.55:
        path.with_suffix(".yaml").unlink(missing_ok=True)
    elif what < 0.6:
        path.write_bytes(chance.choice((b"", b"\0\1\2", "Győr és Fertőd".encode("cp1250"))))
    elif what < 0.65:
        path.with_suffix(".TXT").write_text(article(chance), "utf-8")
    else:
        path.write_text(article(chance), "utf-8")


def answers(opened: archive.Archive) -> dict[str, list[object]]:
    """All that an archive answers."""
    return {
        "export": list(opened.export()),
        "articles": list(opened.articles()),
        "people": list(opened.people()),
        "person": [*opened.person("bekov"), *opened.person("Szijjártó")],
        "appearances": list(opened.appearances()),
        "figures": list(opened.figures()),
        "events": list(opened.events()),
        "timeline": list(opened.timeline()),
        "laid before": laid_before(opened),
        "summary": list(opened.summary()),
        "check": list(opened.check()),
        "search": list(opened.search("summit OR journalists OR person:bekov")),
        "completion": [*opened.names(), *opened.sources(), *opened.metrics(), *opened.event_types()],
        "countries": list(opened.countries()),
    }


def laid_before(opened: archive.Archive) -> list[object]:
    """The first rows of leading series, as they are kept."""
    columns = ", ".join(f"r.{column}" for column in ("n", *TimelineRow._fields[4:]))
    query = f"SELECT s.metric, s.parties, {columns} FROM leading_row r JOIN series s ON s.number = r.series"
    return sorted(opened._connection.execute(query), key=repr)


def anew(folder: Path) -> archive.Archive:
    """The archive with an index built from nothing, which leaves the one that stands as it is."""
    opened = archive.Archive(folders.find(folder), update=False)
    opened._open, _ = update.in_memory(folders.find(folder))
    return opened


@pytest.mark.usefixtures("own_cache")
@pytest.mark.parametrize("beginning", [3, 1000])
def test_an_update_equals_a_rebuild(tmp_path: Path, beginning: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # As if these few figures were many, and all of their rows, or the first of them, were laid beforehand.
    monkeypatch.setattr(joint, "_LAID_AT_ONCE", 0)
    monkeypatch.setattr(leading, "LONG", 2)
    monkeypatch.setattr(leading, "BEGINNING", beginning)
    redated = merged = stood = 0
    for seed in range(5):
        chance = random.Random(seed)
        folder = Path(archive.create(tmp_path / f"made-{seed}"))
        for step in range(10):
            with kzhu.open(folder) as opened:
                before = laid_before(opened)
            for _ in range(chance.randrange(1, 7)):
                change(folder / "articles", chance)
            with kzhu.open(folder) as opened, anew(folder) as other:
                updated = answers(opened)
                for question, told in answers(other).items():
                    assert updated[question] == told, (seed, step, question)
                stood += before == updated["laid before"] != []
                redated += opened.report.redated if opened.report else 0
                merged += sum(len(person.spellings) > 1 for person in opened.person("bekov"))
    # Else this would not have seen what is hardest.
    assert redated
    assert merged
    assert stood
