"""Clues of anniversaries whose beginning the text itself tells.

"175 years since the death of the composer in 1849", "founded in 1924, the club keeps its hundredth anniversary": the
number and the year of the beginning stand in one sentence, and their sum is the year of the anniversary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kzhu.extract.clues.clue import Clue
from kzhu.extract.document import Document
from kzhu.extract.times import Time

ANNIVERSARY = frozenset("anniversary jubilee birthday centenary bicentenary".split())
#: Words of one who gets ready for a jubilee.
AHEAD = frozenset("will next upcoming forthcoming ahead preparations plan plans planned prepare eve".split())

_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)$")
_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "centenary": 100}
#: What turns a number of years into a distance from the beginning to now.
_SINCE = frozenset({("years", "ago"), ("years", "since")})
#: Fewer years than these are counted for other reasons ("5 years ago" of a plan, "the third anniversary").
_LEAST = 10
#: Years of publication that archives of the press hold.
_FIRST_YEAR, _LAST_YEAR = 1980, 2100


def find_anniversary_clues(document: Document, times: Sequence[Time]) -> Iterator[Clue]:
    """Clues of a number of years and the year they count from, told in one sentence."""
    if not counts_years(document):
        return
    for time in times:
        year = time.meaning.year
        if year is None or time.form != "absolute" or time.parts or time.meaning.about:
            continue
        sentence = document.sentence_at(time.span.start)
        if sentence is None or (
            "years" not in (words := document.lowers[sentence.first : sentence.last])
            and (ANNIVERSARY.isdisjoint(words))
        ):
            continue
        counted = [
            found for i in range(sentence.first, sentence.last) if (found := count_of_years(document, i)) is not None
        ]
        if len(counted) != 1:
            continue
        count, first, last = counted[0]
        if count < _LEAST or not _FIRST_YEAR <= year + count <= _LAST_YEAR:
            continue
        span = (document.starts[min(first, time.first)], document.ends[max(last, time.last) - 1])
        yield anniversary_clue(
            f'"{" ".join(document.text[span[0] : span[1]].split())}": {count} years after {year}',
            year + count,
            words,
            span,
        )


def anniversary_clue(reason: str, year: int, words: Sequence[str], span: tuple[int, int]) -> Clue:
    """The clue of an anniversary that falls in a year, told in a sentence of these words."""
    this_year = "this" in words and any(words[i : i + 2] == ("this", "year") for i in range(len(words)))
    if this_year or AHEAD.isdisjoint(words):
        return Clue(reason, ((f"{year:04}-01-01", f"{year:04}-12-31"),), weight=4 if this_year else 2, span=span)
    # A jubilee is got ready for in the year before.
    return Clue(reason, ((f"{year - 1:04}-01-01", f"{year:04}-12-31"),), span=span)


def counts_years(document: Document) -> bool:
    """Whether a text has any of the words without which `count_of_years` finds nothing."""
    vocabulary, lowers = document.vocabulary, document.lowers
    return (
        "years" in vocabulary
        or not ANNIVERSARY.isdisjoint(vocabulary)
        or any(lowers[i].endswith("-anniversary") for i in document.marks)
    )


def count_of_years(document: Document, i: int) -> tuple[int, int, int] | None:
    """The number of "28th anniversary", "200 years ago" or "175 years since" at token i, and its tokens."""
    lowers = document.lowers
    word = lowers[i]
    # Between these two sorts what begins with a digit.
    if not "/" < word < ":" and word.removesuffix("-anniversary") not in _ORDINAL_WORDS:
        return None
    near = lowers[i : i + 3]
    number = ordinal(document, i)
    if number is not None and (ANNIVERSARY.intersection(near) or lowers[i].endswith("-anniversary")):
        return number, i, i + 2
    if lowers[i].isdigit() and near[1:] in _SINCE:
        return int(lowers[i]), i, i + 3
    return None


def ordinal(document: Document, i: int) -> int | None:
    """The number of "28th" (two tokens, or one), "tenth"."""
    word = document.lowers[i].removesuffix("-anniversary")
    found = _ORDINAL.match(word)
    if found:
        return int(found[1])
    joined = word.isdigit() and i + 1 < len(document.lowers) and document.starts[i + 1] == document.ends[i]
    if joined and document.lowers[i + 1].split("-")[0] in {"st", "nd", "rd", "th"}:
        return int(word)
    return _ORDINAL_WORDS.get(word)
