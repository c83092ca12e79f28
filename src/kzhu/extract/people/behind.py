"""Roles behind names: "Brown, the baker", "Brown, head of the Bakers' Union", "Brown was elected mayor of Y"."""

from __future__ import annotations

from functools import lru_cache, partial

from kzhu.extract.by_word import ByWord
from kzhu.extract.document import Document
from kzhu.extract.layout.printed import MONTHS, WEEKDAYS
from kzhu.extract.people.heads import endings, head_at
from kzhu.extract.people.lexicon import HeadKind, Lexicon
from kzhu.extract.people.roles import ARTICLES, BEFORE_HEAD_ENDS, ENDS, LONGEST, PRONOUNS, Phrase
from kzhu.extract.people.runs import Marks, Run


def phrase_after(document: Document, run: Run, lex: Lexicon, marks: Marks, taken: dict[int, Run]) -> Phrase | None:
    """What is told behind a name: "X, the Saudi energy minister", "X (head of Y)", "X was elected mayor of Y".

    Nothing is unless one of `GOING_ON` stands behind the name, or one of `APPOINTED` before it.
    """
    words, lowers = document.words, document.lowers
    i, stop = run.last, run.stop
    if i >= stop or lowers[i] not in _GOES_ON:
        return _appointment(document, run, lex, taken)
    # "X (Party), the defence minister"
    if i + 2 < stop and words[i] == "(":
        for k in range(i + 1, min(stop, i + 7)):
            if words[k] == ")":
                i = k + 1 if k + 1 < stop and words[k + 1] == "," else i
                break
    # "X of Norway, the champion"
    if i + 2 < stop and document.lowers[i] in {"of", "from"}:
        place = marks.place_at.get(i + 1 + (document.lowers[i + 1] == "the"))
        if place is not None and place.last < stop and words[place.last] == ",":
            i = place.last
    if i >= stop or words[i] not in {",", "(", "–", "—"}:
        return _appointment(document, run, lex, taken)
    i += 1
    # "X, 41, a teacher"
    if i + 1 < stop and words[i].isdigit() and words[i + 1] == ",":
        i += 2
    if i + 2 < stop and document.lowers[i] == "who" and document.lowers[i + 1] in _LEADING:
        last = end_of_role(document, i + 2, min(stop, i + LONGEST), taken, lex)
        if not lex.facilities.isdisjoint(document.lowers[i + 2 : last]):
            return Phrase(i + 2, last, i + 1, i + 2, "posts", None, None, "after")
    found = _first_of_nation(document, i, stop, marks, taken, lex) or noun_phrase(document, i, stop, taken, lex)
    return None if found is not None and _is_aside(document, i, found.last, stop) else found


_AUXILIARIES = frozenset("has have had been be being was were is are will would newly unanimously formally".split())
#: What may stand between a name and a role behind it.
_GOES_ON = frozenset((",", "(", "–", "—", "of", "from"))
#: The same, and what may stand between a name and a verb of appointing.
GOING_ON = _GOES_ON | _AUXILIARIES
#: "X, who heads the agency": what the verbs make of X.
_LEADING = frozenset(("chairs", "heads"))
_TELLS = frozenset(
    """said says told observed noted added recalled remarked explained admitted joked promised stressed argued
    complained announced wrote insisted warned replied declared thinks believes hopes knows""".split()
)


def _is_aside(document: Document, first: int, last: int, stop: int) -> bool:
    """Whether somebody else speaks between commas: "Business, the ambassador observed, was catching up"."""
    if last + 1 >= stop or document.words[last + 1] not in {",", "–", "—"}:
        return False
    return document.lowers[last] in _TELLS and document.lowers[first] in {"the", "his", "her", "its", "their"}


_BE = frozenset("been being was were is are be".split())
APPOINTED = frozenset("appointed named elected re-elected reelected nominated confirmed sworn installed".split())


def _is_appointed(document: Document, run: Run) -> bool:
    """Whether a verb of appointing stands right before a name."""
    return run.first > run.floor and document.lowers[run.first - 1] in APPOINTED


def _appointment(document: Document, run: Run, lex: Lexicon, taken: dict[int, Run]) -> Phrase | None:
    """As in "X has been appointed Ambassador to Y", "The king named X (as) prime minister"."""
    lowers = document.lowers
    i, stop = run.last, run.stop
    if not _is_appointed(document, run):
        while i < stop and lowers[i] in _AUXILIARIES:
            i += 1
        if i == run.last or i >= stop or lowers[i] not in APPOINTED:
            return None
        if _BE.isdisjoint(lowers[run.last : i]):
            return None  # "X has appointed Y"
        i += 1
        if i < stop and lowers[i] == "in":  # "sworn in as"
            i += 1
        if i < stop and lowers[i] == "by":  # "appointed by the King as Prime Minister"
            i = next((k for k in range(i, min(stop, i + 9)) if lowers[k] in {"as", "to"}), stop)
    for lead in (("as",), ("to", "be"), ("to", "serve", "as"), ("to", "the", "post", "of")):
        if lowers[i : i + len(lead)] == lead:
            i += len(lead)
    found = noun_phrase(document, i, stop, taken, lex)
    return found if found is not None and found.kind in {"offices", "posts"} else None


_ORDINALS = frozenset("first second third fourth fifth last only youngest oldest".split())


def _first_of_nation(
    document: Document, i: int, stop: int, marks: Marks, taken: dict[int, Run], lex: Lexicon
) -> Phrase | None:
    """As in "X, the first Hungarian in space", "X, the only Swiss woman on the team"."""
    lowers = document.lowers
    if i + 3 >= stop or lowers[i] not in ARTICLES or lowers[i + 1] not in _ORDINALS:
        return None
    place = marks.place_at.get(i + 2)
    if place is None or place.kind not in {"demonym", "people"}:
        return None
    k = place.last + (place.last < stop and lowers[place.last] in {"woman", "man", "citizen", "person"})
    if k >= stop or lowers[k] not in {"in", "on"}:
        return None
    last = end_of_role(document, k + 1, min(stop, k + LONGEST), taken, lex)
    return Phrase(i + 1, last, place.first, k, "occupations", None, None, "after")


def noun_phrase(document: Document, i: int, stop: int, taken: dict[int, Run], lex: Lexicon) -> Phrase | None:
    """A role that begins at a token: "the Saudi energy minister", "its manager for Asia"."""
    words, lowers = document.words, document.lowers
    owner = None
    possessor = None
    if i < stop and lowers[i] in ARTICLES:
        i += 1
    elif i < stop and lowers[i] in PRONOUNS and lowers[i] != "whose":
        owner = lowers[i]
        i += 1
    first = i
    if owner in {"my", "his", "her", "our"} and i < stop and lowers[i] in _BY_AGE:
        return Phrase(i, i + 1, i, i + 1, "kin", owner, None, "after")
    head: tuple[int, int, HeadKind] | None = None
    heads = endings(lex)
    while i < min(stop, first + 9):
        lower = lowers[i]
        if i in taken or words[i] in {",", ".", ";", ":", "(", ")", '"', "“", "”", "«", "»"}:
            break
        if lower in {"'s", "’s"}:
            possessor = (first, i)
        elif (lower in ARTICLES and possessor is None and i > first) or (
            lower in BEFORE_HEAD_ENDS and lower not in lex.heads
        ):
            break
        found = head_at(lowers, i + 1, first, lex) if heads[lower] is not None else None
        if found is not None and i + 1 < stop and lowers[i + 1] in {"'s", "’s"}:
            found = None  # "the airline's director", "the minister's wife"
        if found is not None:
            head = (found[0], i + 1, found[1])
            if not (i + 1 < stop and (lowers[i + 1] in lex.heads and lowers[i + 1] not in BEFORE_HEAD_ENDS)):
                break
        elif head is not None:
            break
        i += 1
    if head is None:
        return None
    head_first, head_last, kind = head
    if lowers[head_last - 1] in _FIRMS and not _RANKED.isdisjoint(lowers[first:head_first]):
        # "Turkey's second-biggest maker of refrigerators" is no man.
        kind = "things"
    # "X, President Y": the title belongs to the name behind it.
    if head_last < stop and head_last in taken and taken[head_last].first == head_last:
        return None
    if kind == "things" and lowers[first - 1] not in ARTICLES and owner is None and possessor is None:
        return None
    if kind == "honorifics" or is_plural_head(lowers[head_last - 1], lex):
        return None
    last = end_of_role(document, head_last, min(stop, head_last + LONGEST), taken, lex)
    if _is_title_of_next(document, head_last, last, taken, lex):
        return None
    if possessor is not None:
        return Phrase(possessor[1] + 1, last, head_first, head_last, kind, owner, possessor, "after")
    return Phrase(first, last, head_first, head_last, kind, owner, None, "after")


#: Children by their age: "Aino, my youngest".
_BY_AGE = frozenset("youngest eldest oldest firstborn first-born elder younger".split())
#: What firms are as well as people, and words that rank them.
_FIRMS = frozenset(
    """maker producer manufacturer supplier retailer exporter importer grower seller trader dealer operator builder
    developer lender insurer employer investor brewer publisher distributor processor carrier shipper
    creditor""".split()
)
_RANKED = frozenset(
    """largest biggest leading oldest main major top second-largest second-biggest third-largest third-biggest
    fourth-largest fourth-biggest fifth-largest number-one no.1 smallest second third sole only""".split()
)


def is_plural_head(lower: str, lex: Lexicon) -> bool:
    """Whether a head is said of several: "presidents"."""
    return lower.endswith("s") and lower[:-1] in lex.heads


def _is_title_of_next(document: Document, first: int, last: int, taken: dict[int, Run], lex: Lexicon) -> bool:
    """Whether the words are the title of a name among or behind them: "X, Minister of Transport Y"."""
    lowers = document.lowers
    if last + 1 in taken and document.words[last] == ".":
        # "X, the Prime Minister of Hungary H.E. Mr. Y"
        address = head_at(lowers, last, first, lex)
        if address is not None and address[1] == "honorifics":
            return True
    at = next((k for k in range(first, min(last + 1, len(lowers))) if k in taken), None)
    if at is None or (at == last and document.words[last - 1] in {",", "."}):
        return False
    k = at
    while k > first and lowers[k - 1] in lex.heads:
        k -= 1
    return lowers[k - 1] not in {
        "of",
        "for",
        "to",
        "by",
        "under",
        "with",
        "the",
        "from",
        "and",
        "'s",
        "’s",
        "at",
        "in",
        "near",
        "on",
    }


def _ends(word: str, lex: Lexicon) -> bool:
    """Whether a role behind a name may end before a word; most it goes over."""
    lower = word.lower()
    return word in _SIGNS or lower in ENDS or lower in {"and", "in"} or _is_verb(word, lower, lex)


_SIGNS = frozenset(',.;:()"“”«»!?–—…')


@lru_cache(maxsize=8)
def _ending(lex: Lexicon) -> ByWord[bool]:
    return ByWord(partial(_ends, lex=lex))


def _is_verb(word: str, lower: str, lex: Lexicon) -> bool:
    return word == lower and (lower in lex.speaking or (lower.endswith("ed") and "-" not in lower))


def end_of_role(document: Document, start: int, stop: int, taken: dict[int, Run], lex: Lexicon) -> int:
    """Where a role behind a name ends: at the next sign, relative clause, verb or name."""
    words, lowers = document.words, document.lowers
    past, ending = start, _ending(lex)
    for i in range(start, stop):
        if not ending[words[i]] or i < past:
            continue
        word, lower = words[i], lowers[i]
        if word in _SIGNS:
            # "St. Petersburg", "U.S."
            if word == "." and i > start and len(words[i - 1]) == 1:
                continue
            # "Deputy Prime Minister – Minister of Foreign Affairs"
            if word in {"–", "—"} and i + 1 < stop and words[i + 1][0].isupper() and lowers[i + 1] in lex.title_words:
                continue
            return i
        if lower == "from" and _tells_home(document, i, stop):
            past = i + 2
            continue
        if lower == "with" and i == start and i + 1 < stop and words[i + 1][0].isupper() and lowers[i - 1] in _HIRED:
            past = i + 2  # "a broker with Acme"
            continue
        if lower in ENDS or _is_verb(word, lower, lex):
            return i
        if lower == "and" and i + 1 < stop and (i + 1 in taken or _title_of_next(document, i + 1, stop, taken, lex)):
            return i
        if (
            lower == "in"
            and i + 2 < stop
            and lowers[i + 1] in {"an", "a", "the", "his", "her"}
            and lowers[i + 2] in {"interview", "statement", "speech", "letter", "address"}
        ):
            return i
    return stop


#: Who works "with" a firm.
_HIRED = frozenset(
    """broker analyst trader dealer economist strategist lawyer engineer consultant researcher scientist geologist
    specialist expert adviser advisor partner manager pilot correspondent reporter editor volunteer doctor
    nurse""".split()
)
_OUTSKIRTS = frozenset("outskirts town village city region north south east west district suburbs island port".split())


def _tells_home(document: Document, i: int, stop: int) -> bool:
    """Whether "from" at token i tells where somebody lives: "a welder from Namangan", "from the outskirts of X"."""
    words, lowers = document.words, document.lowers
    if i + 1 >= stop:
        return False
    if lowers[i + 1] == "the":
        return i + 4 < stop and lowers[i + 2] in _OUTSKIRTS and lowers[i + 3] == "of" and words[i + 4][0].isupper()
    return words[i + 1][0].isupper() and lowers[i + 1] not in MONTHS and lowers[i + 1] not in WEEKDAYS


def _title_of_next(document: Document, i: int, stop: int, taken: dict[int, Run], lex: Lexicon) -> bool:
    """Whether "and" is followed by a title that belongs to another name."""
    for k in range(i, min(stop, i + 6)):
        if k in taken:
            return any(document.lowers[j] in lex.heads for j in range(i, k))
        if document.words[k] == ",":
            return False
    return False


_COMPANIES = frozenset("firms companies banks groups airlines retailers chains brands carriers makers".split())


def is_of_a_thing(document: Document, run: Run, lex: Lexicon) -> bool:
    """Whether an apposition says that this is a firm, team, place ...: "Masdar, the energy company"."""
    words, lowers = document.words, document.lowers
    i, stop = run.last, run.stop
    if i + 4 < stop and words[i] == "," and lowers[i + 1] == "one" and lowers[i + 2] == "of":
        # "X, one of the largest brick makers in the world"
        described = lowers[i + 3 : min(stop, i + 11)]
        return not _RANKED.isdisjoint(described) and any(
            word[-1] == "s" and (word[:-1] in _FIRMS or word in lex.facilities or word in _COMPANIES)
            for word in described
        )
    if i + 2 >= stop or words[i] != "," or (lowers[i + 1] not in ARTICLES and lowers[i + 1] not in PRONOUNS):
        return False
    for k in range(i + 2, min(stop, i + 7)):
        if words[k] in {",", ".", ";"} or lowers[k] in BEFORE_HEAD_ENDS:
            return False
        head = head_at(lowers, k + 1, i + 2, lex)
        if head is not None:
            return head[1] == "things" and not (k + 1 < stop and lowers[k + 1] in lex.heads)
    return False
