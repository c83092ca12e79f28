"""A corpus of press articles of any size, always the same: diplomacy and trade, about 3 KB each, every fact made up.

    python benchmarks/corpus.py N DIR [--jsonl FILE[.gz]] [--seed 1] [--no-files]

An article depends on its number and the seed alone, so that a small corpus is the beginning of every larger one. Files
stand in folders of a thousand; a line of the JSON Lines file has `id`, `text`, `language`, and, where the text states
them, `date` and `headline`.

People come from a stock of 4,000 and are named by their rank as Zipf's law has it, as are the words of the prose; a
tail of invented terms makes the vocabulary grow with the corpus as that of real prose does.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import json
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TextIO

from phrases import (
    ADJECTIVES,
    AGENCIES,
    BODIES,
    CLOSINGS,
    COUNTRIES,
    FACTS,
    FAMILY,
    GIVEN,
    GOODS,
    HEADLINES,
    LEADS,
    MONTHS,
    NOUNS,
    OFFICES,
    ORDINALS,
    PATTERNS,
    QUOTES,
    SECTORS,
    SHORT_MONTHS,
    SYLLABLES,
    VERBS,
    WEEKDAYS,
    Country,
)

PEOPLE = 4000
#: Rare terms that recur, and those that hardly ever do.
TERMS, HAPAXES = 60_000, 9_000_000
FIRST_DAY = date(2008, 1, 1)
DAYS = (date(2025, 12, 31) - FIRST_DAY).days
#: How much flatter than Zipf's law the first ranks lie.
FLAT = 5
#: Letters that an article is filled up to, on the average and by how much it varies.
LENGTH, SPREAD = 2500, 700
#: Cuts a pattern of `PATTERNS` at what stands for a word.
_PLACE = re.compile(r"\b([NAVT])\b")


class Article(NamedTuple):
    """A made-up article."""

    number: int
    #: When it appeared.
    day: date
    #: Whether its text says when it appeared.
    dated: bool
    #: None where the text has none.
    headline: str | None
    text: str

    @property
    def id(self) -> str:
        """The name of its file without the ending."""
        return f"{self.number:07}"


class Person(NamedTuple):
    """Somebody made up."""

    given: str
    family: str
    office: str
    country: Country

    @property
    def name(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"


@lru_cache(maxsize=1)
def people() -> tuple[Person, ...]:
    """The stock of people, the most named first."""
    chance = random.Random("people")
    found: dict[str, Person] = {}
    while len(found) < PEOPLE:
        country = COUNTRIES[_rank(chance.random(), len(COUNTRIES))]
        starts, ends = FAMILY[country.tongue]
        family = chance.choice(starts) + chance.choice(ends)
        given = chance.choice(GIVEN[country.tongue])
        if chance.random() < 0.3:
            second = chance.choice(GIVEN[country.tongue])
            given = f"{given}{second.lower()}" if country.tongue == "yangtze" else f"{given} {second}"
        office = chance.choice(OFFICES).format(n=country.name, a=country.adjective)
        found.setdefault(f"{given} {family}", Person(given, family, office, country))
    return tuple(found.values())


def articles(count: int, seed: int = 1, first: int = 0) -> Iterator[Article]:
    """The articles numbered from `first`."""
    for number in range(first, first + count):
        yield article(number, seed)


def article(number: int, seed: int = 1) -> Article:
    """The article of this number."""
    chance = _chance(number, seed)
    day = _day(chance)
    told = _told(chance, day)
    headline = _headline(chance, told)
    paragraphs = [chance.choice(LEADS).format_map(told)]
    facts = chance.sample(FACTS, 5 + int(chance.random() * 5))
    wanted = chance.gauss(LENGTH, SPREAD)
    length = 0.0
    while length < wanted:
        told["Z"] = prose(chance)
        paragraph = [facts.pop().format_map(told)] if facts else []
        paragraph += [prose(chance) for _ in range(1 + int(chance.random() * 4))]
        if chance.random() < 0.25:
            paragraph = [chance.choice(QUOTES).format_map(told)]
        paragraphs.append(" ".join(paragraph))
        length += len(paragraphs[-1])
    if chance.random() < 0.5:
        paragraphs.append(chance.choice(CLOSINGS).format_map(told))
    head, dated = _head(chance, day, headline, told)
    return Article(number, day, dated, headline, head + "\n\n".join(paragraphs) + "\n")


def day_of(number: int, seed: int = 1) -> date:
    """When the article of this number appeared, without making it."""
    return _day(_chance(number, seed))


def _chance(number: int, seed: int) -> random.Random:
    return random.Random((seed << 32) + number)


def _day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=int(chance.random() * DAYS))


def prose(chance: random.Random) -> str:
    """A sentence that tells nothing."""
    draw = chance.random
    pieces = _patterns()[int(draw() * len(PATTERNS))]
    told = "".join([piece if isinstance(piece, str) else piece(draw()) for piece in pieces])
    return told[0].upper() + told[1:]


@lru_cache(maxsize=1)
def _patterns() -> list[list[str | Callable[[float], str]]]:
    """The patterns of prose, each place with what fills it."""
    makers: dict[str, Callable[[float], str]] = {
        "N": lambda at: NOUNS[_rank(at, len(NOUNS))],
        "A": lambda at: ADJECTIVES[_rank(at, len(ADJECTIVES))],
        "V": lambda at: VERBS[_rank(at, len(VERBS))],
        "T": _term,
    }
    return [[makers.get(piece, piece) for piece in _PLACE.split(pattern) if piece] for pattern in PATTERNS]


def _rank(at: float, count: int) -> int:
    """A rank from 0, drawn by the law of Zipf and Mandelbrot: `at` lies evenly in [0, 1)."""
    return int(FLAT * ((count + FLAT) / FLAT) ** at - FLAT)


def _term(at: float) -> str:
    """A rare term: most from a stock, by Zipf's law; one in twelve that hardly ever comes again."""
    if at < 1 / 12:
        return _spelled(TERMS + int(at * 12 * HAPAXES))
    return _spelled(_rank((at * 12 - 1) / 11, TERMS))


def _spelled(rank: int) -> str:
    """The rare term of a rank: other ranks, other terms."""
    base = len(SYLLABLES)
    # Neighbours in rank should not look alike; the factor has no divisor in common with a power of the base.
    size = base**3 if rank < TERMS else base**4
    mixed = (rank + 1) * 1_000_003 % size
    word = ""
    while size > 1:
        mixed, digit = divmod(mixed, base)
        word += SYLLABLES[digit]
        size //= base
    return word


class _Told(dict[str, str]):
    """What an article tells; amounts and passers-by are drawn anew each time they are asked for."""

    def __init__(self, chance: random.Random, known: dict[str, str]) -> None:
        super().__init__(known)
        self._draw = chance.random

    def __missing__(self, key: str) -> str:
        return _DRAWN[key](self._draw())


@lru_cache(maxsize=16384)
def trade(one: str, other: str, year: int) -> float:
    """Millions of dollars of trade between two countries in a year."""
    chance = random.Random("/".join(sorted((one, other))))
    level = 40 + chance.random() ** 3 * 4000
    for _ in range(2000, year):
        level *= 0.9 + chance.random() * 0.3
    return level


def _passer(at: float) -> str:
    person = people()[_rank(at, PEOPLE)]
    return f"{person.name}, {person.office}"


#: Marks of `phrases.py` that are drawn: given what lies evenly in [0, 1), what is printed.
_DRAWN: dict[str, Callable[[float], str]] = {
    "m1": lambda at: f"{60 + at * 900:.1f}",
    "m2": lambda at: f"{20 + at * 400:.1f}",
    "m3": lambda at: str(10 + int(at * 300)),
    "b": lambda at: f"{1 + at * 20:.1f}",
    "pc": lambda at: f"{2 + at * 60:.1f}",
    "pc2": lambda at: f"{1 + at * 20:.1f}",
    "pc3": lambda at: f"{2 + at * 14:.2f}",
    "x": lambda at: f"{1.2 + at * 4:.1f}",
    "n": lambda at: str(20 + int(at * 400)),
    "n2": lambda at: str(3 + int(at * 17)),
    "n3": lambda at: str(430 + int(at * 560)),
    "d": lambda at: str(1 + int(at * 28)),
    "month": lambda at: MONTHS[int(at * 12)],
    "nth": lambda at: ORDINALS[int(at * 12)],
    "nth2": lambda at: ORDINALS[int(at * 4)],
    "g": lambda at: GOODS[int(at * len(GOODS))],
    "o": lambda at: BODIES[int(at * len(BODIES))],
    "R": _passer,
}


def _told(chance: random.Random, day: date) -> _Told:
    """Whom and what an article is about."""
    draw = chance.random
    host, guest = (people()[_rank(draw(), PEOPLE)] for _ in range(2))
    ours, theirs = host.country, guest.country
    if ours == theirs:
        theirs = COUNTRIES[(COUNTRIES.index(ours) + 1 + int(draw() * (len(COUNTRIES) - 1))) % len(COUNTRIES)]
        guest = guest._replace(office=chance.choice(OFFICES).format(n=theirs.name, a=theirs.adjective), country=theirs)
    met = day - timedelta(days=int(draw() * 5))
    sector, other = chance.sample(SECTORS, 2)
    before, level = (trade(ours.name, theirs.name, day.year - back) for back in (2, 1))
    if draw() < 0.1:
        # Some report otherwise than the others.
        level *= 0.9 + draw() * 0.2
    months = 2 + int(draw() * 10)
    known = {
        "level": f"{level:.1f}",
        "growth": f"{'up' if level > before else 'down'} {abs(level / before - 1):.1%} from",
        "k": str(months),
        "part": f"{trade(ours.name, theirs.name, day.year) * months / 12:.1f}",
        "A": ours.name,
        "Aa": ours.adjective,
        "Ac": ours.capital,
        "B": theirs.name,
        "Ba": theirs.adjective,
        "Bc": theirs.capital,
        "P": f"{host.office} {_spelling(host, draw())}",
        "Ps": host.family,
        "Q": f"{guest.office} {_spelling(guest, draw())}",
        "Qs": guest.family,
        "cap": (ours if draw() < 0.6 else theirs).capital,
        "s": sector,
        "t": other,
        "agency": chance.choice(AGENCIES),
        "day": WEEKDAYS[met.weekday()] if draw() < 0.5 else f"{SHORT_MONTHS[met.month - 1]} {met.day}",
        "y": str(day.year),
        "y0": str(day.year - 1),
        "y1": str(day.year - 2),
        "y5": str(day.year + 5),
        "y6": str(day.year + 1),
    }
    return _Told(chance, known)


def _spelling(person: Person, at: float) -> str:
    """The name as a wire may print it: whole, without diacritics, with an initial, as if by way of another script."""
    if at < 0.55:
        return person.name
    plain = "".join(sign for sign in unicodedata.normalize("NFD", person.name) if not unicodedata.combining(sign))
    plain = plain.translate(str.maketrans("łŁđĐıİ", "lLdDiI"))
    if at < 0.8:
        return plain
    if at < 0.9:
        return f"{plain[0]}. {plain.rpartition(' ')[2]}"
    for said, written in (("aev", "ayev"), ("cz", "ch"), ("cs", "ch"), ("sz", "s"), ("ö", "o"), ("yi", "i")):
        plain = plain.replace(said, written)
    return plain


def _headline(chance: random.Random, told: _Told) -> str | None:
    return chance.choice(HEADLINES).format_map(told) if chance.random() < 0.75 else None


def _head(chance: random.Random, day: date, headline: str | None, told: _Told) -> tuple[str, bool]:
    """What stands above the first paragraph, and whether it says when the article appeared."""
    above, place = "", told["cap"].upper()
    kind = chance.random()
    title = f"{headline}\n\n" if headline else ""
    month = MONTHS[day.month - 1]
    if kind < 0.55:
        above = f" date {day.isoformat()} {title}"
    elif kind < 0.7:
        above = f"{title}{day.day} {month} {day.year}, {8 + day.day % 12}:{10 + day.month}\n\n"
    elif kind < 0.8:
        author = chance.choice(people())
        above = f"{title}By {author.name} on {day.day} {month} {day.year}\n\n"
    else:
        above = title
    if kind >= 0.9:
        return f"{above}{place}, {SHORT_MONTHS[day.month - 1]} {day.day} ({told['agency']}) – ", False
    if chance.random() < 0.6:
        above += f"{place} – " if chance.random() < 0.6 else f"{place}. {told['agency'].upper()} - "
    return above, kind < 0.8


def path_of(number: int) -> str:
    """Where an article's file stands in the corpus's folder."""
    return f"{number // 1000:04}/{number:07}.txt"


def line_of(made: Article) -> str:
    """An article's line of a JSON Lines file."""
    known = {"id": made.id, "date": made.day.isoformat() if made.dated else None, "headline": made.headline}
    entry = {key: value for key, value in known.items() if value} | {"language": "en", "text": made.text}
    return json.dumps(entry, ensure_ascii=False) + "\n"


def write(count: int, folder: Path | None, lines: Path | None = None, seed: int = 1) -> int:
    """Writes a corpus as files, as JSON Lines, or both; gives the bytes of all texts."""
    size = 0
    with contextlib.ExitStack() as stack:
        store = stack.enter_context(_opened(lines)) if lines else None
        for made in articles(count, seed):
            raw = made.text.encode()
            size += len(raw)
            if folder is not None:
                path = folder / path_of(made.number)
                if made.number % 1000 == 0:
                    path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(raw)
            if store is not None:
                store.write(line_of(made))
    return size


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[TextIO]:
    """A file to write lines to; the bytes of a gzipped one tell neither name nor time."""
    with path.open("wb") as raw:
        if path.suffix == ".gz":
            with gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed, io.TextIOWrapper(packed, "utf-8") as store:
                yield store
        else:
            with io.TextIOWrapper(raw, "utf-8") as store:
                yield store


def main() -> None:
    """Writes a corpus."""
    parser = argparse.ArgumentParser(description="Write a corpus of made-up press articles, always the same.")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--jsonl", type=Path, metavar="FILE", help="write them as JSON Lines too; gzipped as FILE.gz")
    parser.add_argument("--no-files", action="store_true", help="write no files, only the JSON Lines")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    size = write(options.count, None if options.no_files else options.folder, options.jsonl, options.seed)
    print(f"{options.count:,} articles, {size / 1e6:,.1f} MB of text")


if __name__ == "__main__":
    main()
