"""Numbers that measure nothing: dates, clock times, ordinals, scores, and the numbers of names."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.quantities.quantity import Quantity

_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul"
    " aug sep sept oct nov dec".split()
)
#: Words that give the number behind them as a name: "page 5", "Game 2".
_LABELS = frozenset(
    "page article paragraph chapter number no nos № section row season category level version phase flight channel"
    " room part act item game day week round stage lot type class point clause vol volume issue gate platform line"
    " bus route highway unit apartment building house box zip code top route model step grade group block vision"
    " agenda covid cop formula resolution decree law order protocol annex appendix table figure season lap lane bay"
    " exit mark title division zone terminal reactor pier school lyceum gymnasium hospital".split()
)
_YEAR_BEFORE = frozenset(
    "in since by until till during from of for and or to before after around the a mid early late year summer"
    " winter spring autumn fall between through than year's this last next circa vs season edition ( - – — / ,".split()
)
_SUFFIXES = frozenset({"st", "nd", "rd", "th", "s", "g", "d", "a.m", "am", "pm"})
_DASHES = frozenset("-–—‐‑")


def is_decoy(document: Document, quantity: Quantity) -> bool:
    """Whether a number measures nothing, given what it was read as: bare, or the count of something."""
    i, behind = quantity.number
    words, lowers = document.words, document.lowers
    if not ("0" <= words[i] < ":"):
        return _is_idle_word(document, quantity, i)
    before = lowers[i - 1] if i else ""
    after = lowers[behind] if behind < len(lowers) else ""
    touches = behind < len(words) and document.starts[behind] == document.ends[behind - 1]
    plain = words[i].isdigit() and behind == i + 1
    if (touches and (after in _SUFFIXES or after in {":", "/", "@"})) or (
        before == ":" and document.starts[i] == document.ends[i - 1]
    ):
        return True
    if _is_clock(lowers, behind, after) or _is_in_date(
        lowers, i, behind, plain=plain, counted=quantity.kind == "count"
    ):
        return True
    if i and before in "/:#№_@" and document.starts[i] == document.ends[i - 1]:
        return True
    if i > 1 and before in _DASHES and words[i - 2][-1].isdigit() and document.starts[i] == document.ends[i - 2] + 1:
        return True  # the tail of a date or score: 2023-02-14
    if touches and after == "." and document.text[document.ends[behind] : document.ends[behind] + 1].isalpha():
        return True  # 24.kg
    if plain and len(words[i]) == 4 and 1800 <= int(words[i]) <= 2100:
        years = quantity.bound == "=" and (before in _YEAR_BEFORE or i == 0 or words[i - 1] == ".")
        return quantity.kind == "bare" or years or (quantity.bound == "=" and "1900" <= words[i] <= "2040")
    if before == "." and i > 1 and document.starts[i] == document.ends[i - 2] + 1 and words[i - 2].isalpha():
        return True  # the number of a model: "X.3"
    if quantity.kind == "bare":
        if plain and quantity.bound == "=" and after[:1].isalpha() and words[behind][0].isupper():
            return True  # the number of a model, of a house: "14 Abay Avenue"
        return _is_label(document, quantity, i, plain=plain) or _is_score(document, i, behind) or _is_age(document, i)
    if quantity.value < 0:
        return True  # the number of a name, set off by a hyphen
    named = i > 0 and plain and words[i - 1][0].isupper()
    return named and (before in _LABELS or (len(before) == 1 and before != "a" and words[i - 1] != "A"))


def _is_age(document: Document, i: int) -> bool:
    """Whether a number between commas behind a name is an age: "the skipper, Anna Nagy, 25, said"."""
    words = document.words
    return (
        2 <= i < len(words) - 1
        and words[i - 1] == words[i + 1] == ","
        and words[i - 2][0].isupper()
        and words[i].isdigit()
        and len(words[i]) <= 3
    )


def _is_idle_word(document: Document, quantity: Quantity, i: int) -> bool:
    """Number words that count nothing: "no one", "one another", "that one", "two" of nothing."""
    lowers = document.lowers
    before = lowers[i - 1] if i else ""
    if lowers[i] == "one" and quantity.last == i + 1 and quantity.kind == "bare":
        return True
    if lowers[i] == "one" and quantity.kind == "count":
        return before in {"no", "any", "every", "each", "some", "this", "that", "the", "another"} and (
            lowers[i + 1] != "of" or before != "the"
        )
    return lowers[i] == "zero" and quantity.kind == "bare"


def _is_clock(lowers: tuple[str, ...], behind: int, after: str) -> bool:
    if after in {"am", "pm", "o'clock", "o’clock", "gmt", "a.m", "p.m"}:
        return True
    return after in {"a", "p"} and lowers[behind + 1 : behind + 3] == (".", "m")


def _is_in_date(lowers: tuple[str, ...], i: int, behind: int, *, plain: bool, counted: bool) -> bool:
    """Whether a number is a day of a month: "13 July", "July 13", "15-16 September"."""
    if not plain or not lowers[i].isdigit() or len(lowers[i]) > 2 or int(lowers[i]) > 31:
        return len(lowers[i]) == 4 and plain and i > 1 and lowers[i - 1] == "," and lowers[i - 2].isdigit()
    before = lowers[i - 1] if i else ""
    if before == "." and i > 1:
        before = lowers[i - 2]
    if before in _MONTHS and (not counted or lowers[i - 1] == "." or (i > 1 and lowers[i - 2] not in {"in", "since"})):
        return True
    j = behind
    if j + 1 < len(lowers) and lowers[j] in _DASHES and lowers[j + 1].isdigit():
        j += 2
    if j < len(lowers) and lowers[j] == "of":
        j += 1
    return j < len(lowers) and lowers[j] in _MONTHS


def _is_label(document: Document, quantity: Quantity, i: int, *, plain: bool) -> bool:
    """The number of a name: "Section 12", "Stoxx 600", "aged 34"."""
    if not i or quantity.bound != "=":
        return False
    word, before = document.words[i - 1], document.lowers[i - 1]
    if before == "." and i > 1 and document.lowers[i - 2] in {"no", "art", "vol", "p", "fig"}:
        return True
    if before in {"number", "numbers"} and not plain:
        return False  # "Ghanaians in Norway number 3,100"
    if before in _LABELS or before in {"aged", "ages"}:
        return True
    if not plain or word.islower() or not word[0].isalpha():
        return False
    sentence = document.sentence_at(document.starts[i - 1])
    return sentence is None or sentence.first != i - 1


def _is_score(document: Document, i: int, behind: int) -> bool:
    """Whether it is half of a score: "2-1", "89-89"."""
    words, starts, ends = document.words, document.starts, document.ends
    for dash, other in ((behind, behind + 1), (i - 1, i - 2)):
        if not (0 <= other < len(words) and 0 <= dash < len(words)) or words[dash] not in _DASHES:
            continue
        low, high = (dash, other) if other > dash else (other, dash)
        if words[other][0].isdigit() and starts[high] == ends[low]:
            return True
    return False
