"""Figures as the index keeps them: records come back to the letter, also through SQLite's own eyes."""

from __future__ import annotations

import json
import random
from contextlib import closing
from decimal import Decimal

import pytest

from kzhu.encode import to_json
from kzhu.index import build, figures, schema
from kzhu.index.pack import unpack_record
from kzhu.index.rows import encode
from kzhu.index.spool import Spool, packed
from kzhu.records import Change, Figure, Published, Record, Source, Span

TEXT = 'Of "grain"\\ they\tbought\n2.5 – 3 million tonnes\x01, up 19.5%.'
NAMES = ['other:"pipe" \\ line', "exports", "other:café", "other:\\n"]


def figure(chance: random.Random) -> Figure:
    def some(value: Decimal) -> Decimal | None:
        return value if chance.random() < 0.5 else None

    start = chance.randrange(len(TEXT) - 1)
    change = Change(
        some(Decimal(chance.randrange(-999, 999)) / 10), some(Decimal("1.5")), chance.choice([None, "2021"])
    )
    return Figure(
        chance.choice(NAMES), "level", chance.choice([(), ("HU", "KZ")]),
        chance.choice([Decimal(10**18 + 1), Decimal("0.1"), Decimal(-3), Decimal("2.50")]),
        chance.choice(["USD", 'the "ton"']), Span(start, chance.randrange(start, len(TEXT))),
        value_high=some(Decimal(7)), bound=chance.choice(["=", ">="]), period=chance.choice([None, "2023"]),
        change=chance.choice([None, change]), from_country=chance.choice([None, "HU"]), to_country=None,
    )  # fmt: skip


def record(number: int) -> Record:
    chance = random.Random(number)
    told = tuple(figure(chance) for _ in range(chance.randrange(4)))
    published = Published("2023-07-13", "stated", "2023-07-13", "2023-07-13")
    return Record(f"a{number}", None, "0" * 64, "en", "h", None, published, Source(), (), told, (), ())


@pytest.mark.parametrize("number", range(60))
def test_a_record_comes_back_with_its_figures(number: int) -> None:
    made = record(number)
    rows = encode(made, TEXT, None)
    line = figures.with_figures(unpack_record(rows.body.record, TEXT), rows.told, TEXT)
    assert line == json.dumps(to_json(made, TEXT), ensure_ascii=False)


def test_the_view_takes_them_apart() -> None:
    made = [record(number) for number in range(60)]
    with closing(schema.connect(":memory:")) as connection, closing(Spool()) as spool:
        for each in made:
            spool.take(packed(encode(each, TEXT, None), TEXT))
        build.fill(connection, spool, build.Contents({}, [], [], [], [], {}))
        seen = connection.execute("SELECT article, metric, value, unit, period, start FROM figures").fetchall()
        counted = dict(connection.execute("SELECT metric, sum(figures) FROM series GROUP BY metric"))
    told = [(each, one) for each in made for one in each.figures]
    expected = [(each.id, one.metric, float(one.value), one.unit, one.period, one.span.start) for each, one in told]
    assert sorted(map(str, seen)) == sorted(map(str, expected))
    assert counted == {name: sum(one.metric == name for _, one in told) for name in NAMES}
