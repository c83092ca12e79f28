"""Names of bodies that issue news, read forwards from "citing" or backwards from "said".

A body is a press service, a ministry, an agency, a library, an academy, a federation: its name is known, or built about
a noun that such bodies bear ("the beekeepers' association", "Hungarian Space Office"). People are none: a minister, a
spokeswoman, the police, prosecutors, officials. Nor are companies, save where a report says that it relays them.
"""

from __future__ import annotations

from functools import lru_cache, partial

from kzhu.extract.by_word import ByWord
from kzhu.extract.document import Document
from kzhu.extract.times.words import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer

#: Heads that name a body only with words before or behind them that say which.
_NEEDS_NAME = frozenset(
    "service office department committee commission centre center institute council board fund foundation union chamber"
    " association court operator hospital authority assembly directorate society library museum university academy"
    " federation confederation league alliance archive theatre theater opera orchestra church diocese airport exchange"
    " laboratory clinic organisation organization mission delegation registry command zoo guild institution".split()
)
#: Nouns that head the name of a body which issues news.
_HEADS = _NEEDS_NAME | frozenset(
    "ministry mfa agency bureau administration secretariat embassy consulate government parliament senate akimat"
    " akimdom headquarters inspectorate statistics presidency chancellery observatory brigade watchdog regulator"
    " tribunal municipality prefecture treasury pentagon kremlin akorda ombudsman army navy palace planetarium".split()
)
#: People of a body; only a name in capitals makes them one ("Federal Police").
_FOLK = frozenset("police prosecutor guard".split())
_BANKS = frozenset({"bank"})
#: Who or what of a body is named, which is then no body: "ministry officials".
_PEOPLE = frozenset(
    "officials official officer officers source sources spokesman spokeswoman spokesperson spokesmen spokespeople"
    " representative representatives employee employees staff chief chiefs head heads chairman chairwoman director"
    " member members expert experts insider insiders minister ministers leader leaders".split()
)
#: Words that may stand inside the name of a body although they are written small.
_INSIDE = frozenset(
    "of the for and to on in at under 's ’s & press information news national regional state presidential central local"
    " foreign interior emergency emergencies disaster official federal municipal provincial city district statistics"
    " statistical defence defense finance health transport energy border customs tax weather rescue fire security"
    " public relations media government antitrust election electoral space nuclear aviation railway anti-corruption"
    " migration general united european ' ’".split()
)
_LEADING = frozenset("as the a an its their his her our this that same and but , of".split())
_DETERMINERS = frozenset("the a an its their his her our this that".split())
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWNING = frozenset((sign,) for sign in _POSSESSIVE)
_OPEN = frozenset("of for on in at under to".split())
#: Behind these no head of a name stands.
_BEHIND_HEAD = _OPEN - {"to"}
_TRAILING = _OPEN | _POSSESSIVE | frozenset("the and & ,".split())
_PREPOSITIONS = frozenset("in on at by for from with under after before during".split())
#: No name of a body has these in it.
_CLAUSE = frozenset(
    "is are was were be been being has have had will would can could may might must should not that which who whom"
    " whose than when where while because if it he she they we i you there what how said says by with from"
    " about against between into over through via".split()
)
_DAYS = frozenset({*WEEKDAYS, *SHORT_WEEKDAYS})
_DATES = _DAYS | frozenset({*MONTHS, *SHORT_MONTHS})
_NO_NOUNS = _CLAUSE | _DAYS
#: Between a body and its verb: "the ministry on Tuesday also said".
_ADVERBS = frozenset("has have had also earlier later previously today yesterday officially meanwhile".split())
#: Documents of a body: "a statement of the ministry", "the ministry's report".
_PAPERS = frozenset(
    "statement report release message communiqué communique bulletin announcement website site page post note readout"
    " account summary briefing notice memo circular survey".split()
)
_PLATFORMS = frozenset("facebook telegram twitter instagram linkedin official".split())
#: Bodies whose names list what they are for: "Ministry of Culture, Sport and Tourism".
_LISTING = frozenset("ministry department committee agency directorate commission".split())
_ADJECTIVES = frozenset(
    "foreign internal public national regional state central local social economic human digital natural".split()
)
_DATA = _PAPERS | frozenset("data figures statistics information materials channel account letter publication".split())
#: A company's legal form.
_COMPANY = frozenset("jsc cjsc ojsc llp llc ltd plc inc corp group company airlines railways holding ag gmbh".split())
#: Kinds of organisations.yaml that issue news as public bodies.
_PUBLIC = frozenset("international ministry agency government central-bank body authority court".split())
#: What no subject goes beyond.
_STOPS = frozenset(',;:."“”«»()[]—–-!?_') | frozenset("while as because after that but where which".split())
#: Nor is one that follows what it is: "the customs agency Sunat".
_NAMED = 3
#: A body's name is not longer, in tokens.
_LONGEST = 16

#: Tokens [first, last) of a name, determiners left out.
Tokens = tuple[int, int]


@lru_cache(maxsize=8)
def _agencies(knowledge: Knowledge) -> Gazetteer[str]:
    """Outlets by each of their names; the value is the kind."""
    return Gazetteer(
        (name, outlet.kind) for outlet in knowledge.outlets.values() for name in (outlet.name, *outlet.names)
    )


@lru_cache(maxsize=8)
def _bodies(knowledge: Knowledge) -> Gazetteer[str]:
    """Public bodies of the knowledge files by name."""
    return _organisations(knowledge, public=True)


@lru_cache(maxsize=8)
def _companies(knowledge: Knowledge) -> Gazetteer[str]:
    return _organisations(knowledge, public=False)


def _organisations(knowledge: Knowledge, *, public: bool) -> Gazetteer[str]:
    return Gazetteer(
        (name, body.kind)
        for body in knowledge.organisations.values()
        if (body.kind in _PUBLIC) is public
        for name in body.all_names()
    )


def company_at(document: Document, first: int, stop: int, knowledge: Knowledge) -> Tokens | None:
    """The company's name that begins at a token: a known one, or one with its legal form."""
    words, lowers = document.words, document.lowers
    while first < stop and lowers[first] in _LEADING:
        first += 1
    if first >= stop:
        return None
    known = _companies(knowledge).at(words, first)
    last = first
    while last < min(stop, first + _LONGEST) and words[last][0].isupper():
        last += 1
    if _COMPANY.intersection(lowers[first:last]):
        return first, last
    return (known.first, known.last) if known else None


def body_from(document: Document, first: int, stop: int, own: frozenset[str], knowledge: Knowledge) -> Tokens | None:
    """The body's name that begins at a token, "the latest data of" passed over.

    Args:
        document: the text.
        first: the token.
        stop: the token behind the sentence.
        own: names in capitals that are no origin: those of the outlet itself.
        knowledge: outlets and organisations.
    """
    words, lowers = document.words, document.lowers
    first = _without_data(document, first, stop)
    while first < stop and lowers[first] in _LEADING:
        first += 1
    last = first
    stop = min(stop, first + _LONGEST)
    while last < stop and (
        _is_inside(words[last], lowers[last])
        or (words[last] == "," and _lists_on(document, first, last, stop))
        or lowers[last + 1 : last + 2] in _OWNING
        or (words[last].isalpha() and _is_bound(document, first, last))
    ):
        if lowers[last - 1] in _PREPOSITIONS and lowers[last] in _DATES:
            break
        last += 1
    if last < stop and lowers[last] in _PEOPLE:
        return None
    return _body(document, first, last, own, knowledge) if last > first else None


def _is_bound(document: Document, first: int, i: int) -> bool:
    """Whether a noun must stand at i, behind "the", "'s", "of" or "of the Uzbek"."""
    lowers = document.lowers
    if lowers[i] in _NO_NOUNS:
        return False
    before = i - 1
    if before > first and document.words[before][0].isupper():
        before -= 1
        return lowers[before] in _DETERMINERS and lowers[before - 1] in {"of", "for"}
    if lowers[before] in _ADJECTIVES or (lowers[before] == "and" and document.words[before - 1].islower()):
        # "the ministry for foreign affairs and trade"
        return before > first and not {"of", "for"}.isdisjoint(lowers[first:before]) and not lowers[i].endswith("ed")
    return lowers[before] in _DETERMINERS or lowers[before] in {"of", "for", "'s", "’s"}


def _lists_on(document: Document, first: int, comma: int, stop: int) -> bool:
    """Whether a name goes on behind a comma: "Ministry of Culture, Sport and Tourism"."""
    words, lowers = document.words, document.lowers
    i = comma + 1
    while i < stop and (words[i][0].isupper() or words[i] == ","):
        i += 1
    if i == comma + 1 or i + 1 >= stop or lowers[i] != "and" or not words[i + 1][0].isupper():
        return False
    ahead = comma
    while ahead > first and (words[ahead - 1][0].isupper() or lowers[ahead - 1] in {"of", "for", "on", ","}):
        ahead -= 1
    return not _LISTING.isdisjoint(lowers[ahead:comma])


def _without_data(document: Document, first: int, stop: int) -> int:
    """Behind "(the latest) data of", "a statement by": the body itself."""
    lowers = document.lowers
    for i in range(first, min(first + 5, stop - 1)):
        if lowers[i] in _DATA and lowers[i + 1] in {"of", "from", "by", "released", "published", "provided"}:
            return i + 3 if lowers[i + 1] not in {"of", "from", "by"} and i + 2 < stop else i + 2
    return first


def _tells(word: str, knowledge: Knowledge) -> bool:
    """Whether a word may be of a body's name: its noun, or the first word of a name that is known."""
    lower = word.lower()
    tells = _noun(lower) in _HEADS or lower in _FOLK or lower in _BANKS
    return tells or any(names.may_name((word,)) for names in (_agencies(knowledge), _bodies(knowledge)))


@lru_cache(maxsize=8)
def _telling(knowledge: Knowledge) -> ByWord[bool]:
    return ByWord(partial(_tells, knowledge=knowledge))


def body_before(document: Document, start: int, stop: int, own: frozenset[str], knowledge: Knowledge) -> Tokens | None:
    """The body's name that ends before the verb at token `stop`, its subject, in a sentence that starts at `start`."""
    words, lowers = document.words, document.lowers
    stop = _subject_end(lowers, start, stop)
    lowest = max(start, stop - _LONGEST)
    first = stop
    while first > lowest and (
        lowers[first - 1] not in _STOPS or (words[first - 1] == "," and _lists_on(document, lowest, first - 1, stop))
    ):
        first -= 1
    if first == stop or (first == lowest > start):
        return None
    if True not in map(_telling(knowledge).__getitem__, words[first:stop]):
        return None  # as most subjects are no bodies
    first = _without_data(document, _phrase_start(lowers, first, stop), stop)
    while first < stop and lowers[first] in _LEADING:
        first += 1
    return _body(document, first, stop, own, knowledge) if _is_phrase(document, first, stop) else None


def _subject_end(lowers: tuple[str, ...], start: int, stop: int) -> int:
    """The end of the subject before a verb: "(KSH)", "on Tuesday" and "also" between them left out."""
    while stop - 1 > start and lowers[stop - 1] in _ADVERBS:
        stop -= 1
    if stop - 2 > start and lowers[stop - 2] == "on" and lowers[stop - 1] in _DAYS:
        stop -= 2
    if stop - 3 > start and lowers[stop - 1] == ")" and lowers[stop - 3] == "(":
        stop -= 3
    # "the ministry's report", "an embassy press release"
    paper = stop
    while paper - 1 > start and lowers[paper - 1] in _PAPERS and lowers[paper - 2] not in _DETERMINERS | _OPEN:
        paper -= 1 + (lowers[paper - 1] == "release" and lowers[paper - 2] == "press")
        while paper - 1 > start and lowers[paper - 1] in _PLATFORMS:
            paper -= 1
    return paper


def _phrase_start(lowers: tuple[str, ...], first: int, stop: int) -> int:
    """Where the subject begins in a clause: behind "Earlier", "In Budapest", "On Monday"."""
    if lowers[first] in _DETERMINERS:
        return first
    for i in range(first + 1, stop):
        if lowers[i] in _DETERMINERS and (lowers[i - 1] not in _OPEN or (i == first + 1 and i + 2 < stop)):
            return i
    return first


def _is_phrase(document: Document, first: int, stop: int) -> bool:
    """Whether tokens [first, stop) are a noun and what belongs to it: no verbs, no other persons or things."""
    words, lowers = document.words, document.lowers
    if first >= stop or lowers[first] in _PREPOSITIONS or not _CLAUSE.isdisjoint(lowers[first:stop]):
        return False
    determined = first > 0 and lowers[first - 1] in _DETERMINERS
    unknown = 0
    for i in range(first, stop):
        if _is_inside(words[i], lowers[i]) or words[i] == "," or lowers[i + 1 : i + 2] in _OWNING:
            continue
        if _is_bound(document, first, i):
            continue
        if not words[i][0].isalpha() or lowers[i].endswith(("ed", "ly")):
            return False
        unknown += 1
    return unknown == 0 or (
        unknown <= 2 and (determined or words[first][0].isupper()) and "and" not in lowers[first:stop]
    )


def _is_inside(word: str, lower: str) -> bool:
    return word[0].isupper() or lower in _INSIDE or _noun(lower) in _HEADS or lower in _BANKS


def _noun(lower: str) -> str:
    """A head in the singular: "services", "authorities"."""
    if lower in _HEADS:
        return lower
    return lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")


def _body(document: Document, first: int, last: int, own: frozenset[str], knowledge: Knowledge) -> Tokens | None:
    """The part of tokens [first, last) that names a body; None where they name none."""
    words, lowers = document.words, document.lowers
    while last > first and lowers[last - 1] in _TRAILING:
        last -= 1
    if last <= first:
        return None
    for hit in _agencies(knowledge).find(words, first, last):
        if hit.values[0] == "press-service":
            break
        if " ".join(words[hit.first : hit.last]).upper() in own:
            return None
        described = lowers[first : hit.first]
        if hit.last == last and (not described or "agency" in described or "news" in described):
            return hit.first, hit.last
    for i in range(first, last - 2):
        # "Hungarian news agency MTI": the agency's name says it all.
        if lowers[i] == "news" and lowers[i + 1] == "agency" and words[i + 2][0].isupper():
            return i + 2, last
    if lowers[last - 1] in _FOLK and words[last - 1][0].isupper() and last - first > 1:
        return first, last
    head = _head(document, first, last)
    noun = _noun(lowers[head])
    if noun in _HEADS:
        alone = last - first == 1
        return None if alone and noun in _NEEDS_NAME else (first, last)
    if noun in _BANKS and any(word in {"national", "central"} for word in lowers[first:last]):
        return first, last
    named = last
    while named > first and words[named - 1][0].isupper():
        named -= 1
    if (
        first < named < last
        and last - named <= _NAMED
        and words[first].islower()
        and _noun(lowers[named - 1]) in _HEADS
    ):
        # "the customs agency Sunat": its name says it all
        return named, last
    found = _bodies(knowledge).at(words, first)
    return (first, last) if found and found.last == last else None


def _head(document: Document, first: int, last: int) -> int:
    """The token that the name is about: the last before "of", "for" or "in"."""
    for i in range(first + 1, last):
        if document.lowers[i] in _BEHIND_HEAD:
            return i - 1
    return last - 1
