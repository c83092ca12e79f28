"""Questions to a corpus of `corpus.py`, fifty of each kind, always the same for a size and seed.

    python benchmarks/queries.py N [--each 50] [--seed 1]

Words are chosen by how many of a sample of its articles have them. Prints a line a question: its kind, the words, the
filters as JSON.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus import FIRST_DAY, article, people
from phrases import COUNTRIES

#: Articles looked at to tell rare words from common ones.
SAMPLE = 1000
EVENTS = "meeting visit agreement consultation appointment call".split()
#: Fields of a question that are no filters.
_WORDS = ("kind", "words", "match")
_WORD = re.compile(r"[^\W\d_]+")


class Query(NamedTuple):
    """A question, in the words of kzhu and in those of its peers."""

    kind: str
    #: The question for an FTS5 table that knows words and days only.
    match: str
    #: For `kzhu search`; None where filters say it all.
    words: str | None = None
    #: What `kzhu.open().articles` is asked for.
    person: str | None = None
    country: str | None = None
    event: str | None = None
    since: str | None = None
    until: str | None = None


class Sample(NamedTuple):
    """Some articles of a corpus, as their words in small letters."""

    articles: Sequence[Sequence[str]]
    #: How many of them have a word.
    found: Mapping[str, int]

    def words(self, least: float, most: float) -> list[str]:
        """Words that a part of the articles has, neither less nor more."""
        size = len(self.articles)
        fit = (word for word, count in self.found.items() if least * size <= count <= most * size)
        return sorted(word for word in fit if len(word) > 2 and word.isascii())


def sample(count: int, seed: int) -> Sample:
    """Some articles of a corpus of `count`."""
    chance = random.Random(seed)
    numbers = sorted(chance.sample(range(count), min(count, SAMPLE)))
    read = [_WORD.findall(article(number, seed).text.lower()) for number in numbers]
    found = Counter(word for words in read for word in set(words))
    return Sample(read, found)


def queries(count: int, each: int = 50, seed: int = 1) -> dict[str, list[Query]]:
    """Questions to a corpus of `count` articles, `each` of every kind."""
    chance = random.Random(seed)
    seen = sample(count, seed)
    makers: dict[str, Callable[[], Query]] = {
        "rare word": _of_words("rare word", chance, _rare(seen)),
        "common word": _of_words("common word", chance, seen.words(0.1, 1)),
        "two words": _two(chance, seen),
        "phrase": _phrase(chance, seen),
        "prefix": _prefix(chance, seen),
        "person": _person(chance),
        "country": _country(chance),
        "event and dates": _event(chance),
    }
    return {kind: [make() for _ in range(each)] for kind, make in makers.items()}


def _rare(seen: Sample) -> list[str]:
    """Words that one article in a thousand has, at most, or only one or two of the sample."""
    return [word for word in seen.words(0, max(0.001, 2 / len(seen.articles))) if len(word) > 6]


def _of_words(kind: str, chance: random.Random, words: list[str]) -> Callable[[], Query]:
    def make() -> Query:
        word = chance.choice(words)
        return Query(kind, word, word)

    return make


def _two(chance: random.Random, seen: Sample) -> Callable[[], Query]:
    fit = set(seen.words(0.01, 0.3))

    def make() -> Query:
        words: list[str] = []
        while len(words) < 2:
            words = sorted(fit.intersection(chance.choice(seen.articles)))
        one, other = chance.sample(words, 2)
        return Query("two words", f"{one} {other}", f"{one} {other}")

    return make


def _phrase(chance: random.Random, seen: Sample) -> Callable[[], Query]:
    fit = set(seen.words(0.02, 0.9))

    def make() -> Query:
        pairs: list[tuple[str, str]] = []
        while not pairs:
            pairs = [pair for pair in pairwise(chance.choice(seen.articles)) if fit.issuperset(pair)]
        phrase = '"{} {}"'.format(*chance.choice(pairs))
        return Query("phrase", phrase, phrase)

    return make


def _prefix(chance: random.Random, seen: Sample) -> Callable[[], Query]:
    begins = sorted({word[:4] for word in seen.words(0.005, 0.5) if len(word) > 5})

    def make() -> Query:
        begin = chance.choice(begins)
        return Query("prefix", f"{begin}*", f"{begin}*")

    return make


def _person(chance: random.Random) -> Callable[[], Query]:
    stock = people()

    def make() -> Query:
        # As people are named: the first of the stock often, others now and then.
        person = stock[int(len(stock) ** chance.random()) - 1]
        return Query("person", f'"{person.name}"', person=person.name)

    return make


def _country(chance: random.Random) -> Callable[[], Query]:
    def make() -> Query:
        country = chance.choice(COUNTRIES)
        return Query("country", country.name, country=country.name)

    return make


def _event(chance: random.Random) -> Callable[[], Query]:
    def make() -> Query:
        event, year, month = chance.choice(EVENTS), FIRST_DAY.year + chance.randrange(17), chance.randrange(1, 10)
        since, until = f"{year}-{month:02}", f"{year}-{month + 3:02}"
        return Query("event and dates", event, event=event, since=since, until=until)

    return make


def main() -> None:
    """Prints the questions."""
    parser = argparse.ArgumentParser(description="Print questions to a corpus of made-up press articles.")
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--each", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    for kind, asked in queries(options.count, options.each, options.seed).items():
        for query in asked:
            filters = {name: value for name, value in query._asdict().items() if value and name not in _WORDS}
            print(kind, query.words or "", json.dumps(filters, ensure_ascii=False), sep="\t")


if __name__ == "__main__":
    main()
