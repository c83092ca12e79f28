"""Who is who after a change: only those near the names that came or went are compared, and it is as if all were."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any

import pytest

from kzhu.index import build, census, schema
from kzhu.index.rows import encode
from kzhu.index.spool import Spool, packed
from kzhu.names import fold
from kzhu.records import Person, Published, Record, Source, Span

GIVEN = ("Péter", "Peter", "P.", "Viktor", "V.", "Li", "Madina", "Petr")
MIDDLE = ("", "", "", "János", "J.")
FAMILY = ("Szijjártó", "Siyarto", "Orbán", "Orban", "Bo", "Kerim-Ali", "Kerimali", "Szijjarto Nagy")
KNOWN = {"orban-viktor": census.Known("Viktor Orbán", "HU", ("V. Orban",))}


def record(number: int, chance: random.Random) -> Record:
    names = {
        " ".join(filter(None, (chance.choice(GIVEN), chance.choice(MIDDLE), chance.choice(FAMILY))))
        for _ in range(chance.randrange(4))
    }
    people = tuple(
        Person(
            "orban-viktor" if fold(name) == "viktor orban" else fold(name).replace(" ", "-"),
            name,
            chance.choice((None, None, "HU", "KZ")),
            None,
            (Span(0, 1),),
        )
        for name in sorted(names)
    )
    published = Published("2023-07-13", "stated")
    return Record(f"a{number}", None, "0" * 64, "en", "h", None, published, Source(), people, (), (), ())


def spooled(spool: Spool, records: Iterable[Record]) -> Spool:
    for made in records:
        spool.take(packed(encode(made, "X.", None), "X."))
    return spool


def who(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    """Everything that is known of people, without numbers."""
    person = "JOIN person p ON p.number"
    return {
        what: sorted(connection.execute(query), key=repr)
        for what, query in {
            "named": f"SELECT n.id, n.name, n.country, p.id, p.name FROM named n {person} = n.person",
            "person": "SELECT id, name, country, role, known, articles, mentions FROM person",
            "spelling": f"SELECT text, p.id FROM spelling {person} = person",
            "key": f"SELECT key, p.id FROM name_key {person} = person",
            "appearance": f"SELECT article, p.id FROM appearance x {person} = x.person",
        }.items()
    }


@pytest.mark.parametrize("seed", range(25))
def test_a_change_ends_where_a_rebuild_does(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(census, "_FEW", 0)
    chance = random.Random(seed)
    contents = build.Contents({}, [], [], [], [], KNOWN)
    there = {f"a{number}": record(number, chance) for number in range(chance.choice((5, 40)))}
    with closing(schema.connect(":memory:")) as changed, closing(Spool()) as spool:
        build.fill(changed, spooled(spool, there.values()), contents)
        for _ in range(6):
            gone = chance.sample(sorted(there), min(len(there), chance.randrange(4)))
            coming = [record(number, chance) for number in chance.sample(range(60), 3)]
            gone += [made.id for made in coming if made.id in there and made.id not in gone]
            there = {key: made for key, made in there.items() if key not in gone} | {made.id: made for made in coming}
            changed.execute("BEGIN")
            with closing(Spool()) as news:
                build.change(changed, gone, spooled(news, coming), contents)
            changed.execute("COMMIT")
            with closing(schema.connect(":memory:")) as anew, closing(Spool()) as all_anew:
                build.fill(anew, spooled(all_anew, [there[key] for key in sorted(there)]), contents)
                after, expected = who(changed), who(anew)
                numbers = {
                    each: dict(one.execute("SELECT number, id FROM article"))
                    for each, one in (("after", changed), ("expected", anew))
                }
                after["appearance"] = sorted((numbers["after"][article], one) for article, one in after["appearance"])
                expected["appearance"] = sorted(
                    (numbers["expected"][article], one) for article, one in expected["appearance"]
                )
                assert after == expected
