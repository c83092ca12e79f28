"""Where sentences end, within one paragraph.

A stop ends a sentence when a blank and something that can begin a sentence follow, unless it belongs to an
abbreviation ("Nov. 2", "Mr. Vasa"), an initial ("P. Sijjarto") or a list number ("1. Trade").
"""

from __future__ import annotations

import re

from kzhu.extract.by_word import ByWord

#: Signs that may end a sentence.
STOPS = frozenset(".!?…")
_CLOSERS = frozenset("\"”»’')]")
_OPENERS = "\"“«„‘'`([—–- "
#: Never the end of a sentence: what they shorten follows.
_OPEN = frozenset(
    "mr mrs ms messrs dr prof gen sen rep gov hon rev st ste lt col sgt capt cpl maj adm cmdr amb pres supt fr sr. mt"
    " ft vs v no nos art fig para vol pp approx ca cf al viz i.e e.g dept univ".split()
)
#: The end of a sentence only where the next word is one that begins sentences.
_EITHER = frozenset(
    "inc corp co cos ltd llc plc bros etc jr sr a.m p.m am pm u.s u.n u.k u.s.a e.u d.c ph.d m.d b.c a.d s.a a.g n.v"
    " jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun"
    " ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn"
    " tex va vt wash wis wyo est sq ave blvd rd".split()
)
_MAGNITUDES = frozenset({"mln", "bln", "bn", "tn"})
#: Followed by a number only: "No. 5", "Nov. 2", "p. 12".
_BEFORE_NUMBER = frozenset(
    "no nos art p pp fig vol ch sec para jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
#: Any of these: no word in full.
_SHORTENED = _OPEN | _EITHER | _MAGNITUDES
_STARTERS = frozenset(
    "a an the this that these those he she it we they i you his her its our their my there here in on at by for from"
    " with to of as after before during since until while when where if although but and or yet so however meanwhile"
    " also both each some many most all another other several one two three according under over last next today"
    " what who why how not no only even still then now earlier later among".split()
)
_SPEECH = frozenset("said says asked added noted told replied wrote recalled stressed exclaimed joked laughed".split())
_WORD = re.compile(r"[\w’']+")
#: No word that is shortened is longer, in characters.
_LONG = 16
#: Few words that are shortened have so many letters.
_LETTERS = 5
_LONGER = frozenset(word[-_LETTERS:] for word in _SHORTENED if len(word) >= _LETTERS and word.isalpha())
# A stop, what may close behind it (the group), and a blank: linear on runs of anything.
_END = re.compile(r"[.!?…]([\"”»’')\]]{0,4})\s+")
_SHORT = re.compile(r"(?:[^\W_]|[.&-])+\Z")


def _closes(word: str) -> bool:
    """Whether a full stop behind a word, a blank and a capital behind the stop, end a sentence for sure.

    They do where the word is long enough to be none that is shortened; `ending` would say the same, slower.
    """
    tail = word[-_LETTERS:]
    plain = len(tail) == _LETTERS and tail.isascii() and tail.isalpha() and tail.islower()
    return plain and tail not in _LONGER


CLOSING = ByWord(_closes)


def cut(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Sentences of the paragraph text[start:end], as (start, end) without the blanks between them."""
    found: list[tuple[int, int]] = []
    begin = start
    for mark in _END.finditer(text, start, end):
        closed = ending(text, begin, mark.start(), end)
        if closed is not None:
            last, behind = closed
            found.append((begin, last))
            begin = behind
    found.append((begin, end))
    return found


def ending(text: str, begin: int, stop: int, end: int) -> tuple[int, int] | None:
    """Where the sentence from `begin` ends that the sign at `stop` closes, and the next begins; None if it closes none.

    Args:
        text: the whole text.
        begin: where the sentence begins.
        stop: a character that may be a stop.
        end: where the paragraph ends.
    """
    mark = _END.match(text, stop, end)
    if mark is None:
        return None
    last, behind = mark.end(1), mark.end()
    if behind >= end:
        return None
    plain = last == stop + 1 and text[stop] == "." and text[behind].isupper()
    if (plain and _is_full(text, begin, stop)) or _ends(text, begin, stop, last - 1, behind, end):
        return last, behind
    return None


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], without blanks at its ends, closes with the end of a sentence."""
    stop = _stop(text, start, end - 1)
    return stop >= 0 and not (text[stop] == "." and _word_before(text, start, stop).lower() in _OPEN)


def _stop(text: str, start: int, last: int) -> int:
    """Where the stop stands that ends at `last`, closing quotes and brackets behind it passed over; -1 for none."""
    lowest = max(start, last - 4)
    while last >= lowest:
        if text[last] in STOPS:
            return last
        if text[last] not in _CLOSERS:
            return -1
        last -= 1
    return -1


def _word_before(text: str, start: int, stop: int) -> str:
    """The word that the stop at `stop` follows, inner stops included ("U.S", "a.m")."""
    found = _SHORT.search(text, max(start, stop - _LONG), stop)
    return found[0].lstrip(".-") if found is not None else ""


def _is_full(text: str, begin: int, stop: int) -> bool:
    """Whether the stop at `stop` is behind a word in full."""
    blank = text.rfind(" ", max(begin, stop - _LONG), stop)
    word = text[blank + 1 : stop]
    return blank >= 0 and len(word) > 1 and word.isalpha() and word.lower() not in _SHORTENED


def _ends(text: str, begin: int, stop: int, last: int, behind: int, end: int) -> bool:
    """Whether the stop at `stop`, with its closing signs up to `last` and a blank up to `behind`, ends a sentence."""
    opening = behind
    while opening < end and text[opening] in _OPENERS:
        opening += 1
    if opening >= end:
        return True
    following = text[opening]
    if following.islower():
        return False
    if text[stop] != "." or stop != last:
        return text[stop] == "." or not _speech_follows(text, opening, end)
    if stop > begin and text[stop - 1] == ".":
        return True
    blank = text.rfind(" ", max(begin, stop - _LONG), stop)
    word = text[blank + 1 : stop]
    if blank < 0 or not word.isalpha():
        word = _word_before(text, begin, stop)
    lower = word.lower()
    if following.isdigit():
        return lower not in _BEFORE_NUMBER and lower not in _OPEN
    if lower in _OPEN:
        return False
    if len(word) == 1:
        # "P. Sijjarto", "1. Trade" at the head of a paragraph; but "the talks of Dec. 1. The next".
        return not word.isupper() if word.isalpha() else stop - 1 > begin
    if lower in _MAGNITUDES:
        return not text.startswith(("US", "U.S", "EUR"), opening)  # "40 mln. US dollars"
    if lower in _EITHER or (len(word) > 2 and "." in word and len(word) < 6):
        next_word = _WORD.match(text, opening, end)
        return next_word is not None and next_word[0].lower() in _STARTERS
    return True


def _speech_follows(text: str, opening: int, end: int) -> bool:
    """Whether a sentence goes on behind a question or cry it quotes: "Come home!" Orban said."""
    if text[opening - 1] in '"“«„‘':
        return False
    heads = [found[0].lower() for found in _WORD.finditer(text, opening, min(end, opening + 60))]
    return any(word in _SPEECH for word in heads[:5])
