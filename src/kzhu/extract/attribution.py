"""Whom a text relays: the body that a report goes back to.

Forms: "with reference to the Azerbaijani Ministry of Energy", "learned from the press service of ...", "reported the
Akorda press service", "Hungarian news agency MTI reported", ", the disaster agency said", "the Ministry of Transport
said in a statement", "according to the Bureau of National Statistics". Only a body counts: a press service, a
ministry, an agency, an administration. A minister who "said" is no origin, nor is a company.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzhu.extract.document import Document, Sentence
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.records import Span

#: Nouns that head the name of a body which issues news.
_HEADS = frozenset(
    "service ministry mfa agency bureau office administration department committee commission secretariat embassy"
    " consulate police government authority prosecutor prosecutors parliament assembly senate mayor's akimat akimdom"
    " directorate centre center institute council headquarters inspectorate statistics presidency chancellery"
    " foundation fund court union chamber association board observatory guard brigade hospital operator watchdog"
    " regulator tribunal municipality prefecture treasury pentagon kremlin akorda".split()
)
#: Heads that name a body only with words before or behind them that say which.
_NEEDS_NAME = frozenset(
    "service office department committee commission centre center institute council board fund foundation union chamber"
    " association court operator hospital authority assembly directorate".split()
)
#: Kinds of organisations.yaml that issue news as public bodies.
_PUBLIC = frozenset("international ministry agency government central-bank body authority court".split())
_BANKS = frozenset("bank".split())
_SAY = frozenset(
    "said says reported reports report announced announces informed informs stated states confirmed confirms wrote told"
    " writes noted notes specified clarified explained".split()
)
#: Words that may stand inside the name of a body although they are written small.
_INSIDE = frozenset(
    "of the for and to on in at under 's ’s & press information news national regional state presidential central local"
    " foreign interior emergency emergencies disaster official federal municipal provincial city district statistics"
    " statistical defence defense finance health transport energy border customs tax weather rescue fire security"
    " public relations media government antitrust election electoral space nuclear aviation railway anti-corruption"
    " migration general city's country's region's republic's president's mayor's governor's foreign-ministry"
    " united european".split()
)
_LEADING = frozenset("as the a an its their his her our this that same and but , of".split())
_POSSESSIVE = frozenset({"'s", "’s"})
#: A company is a source only where a report says that it relays it.
_COMPANY = frozenset("jsc cjsc ojsc llp llc ltd plc inc corp group company airlines railways holding ag gmbh".split())
_TRAILING = frozenset("of the for and to on in at 's ’s & ,".split())
_CITES: dict[str, tuple[tuple[str, ...], ...]] = {
    "with": (("reference", "to"), ("a", "reference", "to")),
    "citing": ((),),
    "cites": ((),),
    "quoting": ((),),
    "refers": (("to",),),
    "referring": (("to",),),
    "reference": (("to",),),
    "learned": (("from",), ("at",), ("in",)),
    "learnt": (("from",),),
    "reported": (("by",),),
    "published": (("by",),),
    "released": (("by",),),
    "issued": (("by",),),
    "informed": (("by",),),
    "announced": (("by",),),
    "confirmed": (("by",),),
    "data": (("from",), ("of",), ("by",)),
    "figures": (("from",), ("of",), ("by",)),
    "according": (("to",),),
}
_TRIGGERS = _SAY | frozenset(_CITES)
#: Strong relays: the sentence exists to name its source.
_STRONG = frozenset("with citing cites refers referring reference learned learnt".split())
_DATA = frozenset("data figures statistics information report reports statement website site post materials".split())
_BOUNDARIES = frozenset(',;:."“”«»()[]—–-!?_')
_CONJUNCTIONS = frozenset("while as because after that but where which".split())
#: A body's name is not longer, in tokens.
_LONGEST = 16
#: Paragraphs of the body in which a plain "said" can name the origin.
_LEAD = 5
#: Paragraphs in which it can do so as the subject of the main clause ("The ministry said it would ...").
_SUBJECT = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """A body that a sentence names as its source."""

    #: Tokens [first, last), determiners left out.
    first: int
    last: int
    #: Higher is likelier to be the origin of the whole text.
    weight: int


@lru_cache(maxsize=8)
def _agencies(knowledge: Knowledge) -> Gazetteer[str]:
    """Outlets by each of their names; the value is the kind."""
    return Gazetteer(
        (name, outlet.kind) for outlet in knowledge.outlets.values() for name in (outlet.name, *outlet.names)
    )


@lru_cache(maxsize=8)
def _bodies(knowledge: Knowledge) -> Gazetteer[str]:
    """Public bodies of the knowledge files by name."""
    return Gazetteer(
        (name, body.kind)
        for body in knowledge.organisations.values()
        if body.kind in _PUBLIC
        for name in (body.name, *body.names, *(dated.name for dated in body.dated))
    )


def find_attributions(document: Document, own: frozenset[str], knowledge: Knowledge) -> list[Attribution]:
    """Every body that the text names as a source, in its order.

    Args:
        document: the text.
        own: names of the outlet itself in capitals, which is no origin of its own report.
        knowledge: outlets and organisations.
    """
    found: list[Attribution] = []
    lowers = document.lowers
    for sentence in document.sentences:
        if sentence.zone != "body":
            continue
        if _TRIGGERS.isdisjoint(lowers[sentence.first : sentence.last]):
            continue
        place = sentence.paragraph - document.sentences[0].paragraph
        for i in range(sentence.first, sentence.last):
            word = lowers[i]
            if word in _CITES and (place <= _LEAD or word in _STRONG):
                found += _cited(document, sentence, i, own, knowledge)
            if word in _SAY and place <= _LEAD:
                found += _told(document, sentence, i, own, knowledge)
    return found


def _cited(
    document: Document, sentence: Sentence, i: int, own: frozenset[str], knowledge: Knowledge
) -> Iterator[Attribution]:
    """What stands behind "citing", "with reference to", "according to"."""
    lowers = document.lowers
    for rest in _CITES[lowers[i]]:
        behind = i + 1 + len(rest)
        if lowers[i + 1 : behind] != rest:
            continue
        strong = lowers[i] in _STRONG
        body = _forward(document, behind, sentence.last, own, knowledge)
        if body is None and strong:
            body = _company(document, behind, sentence.last, knowledge)
        if body:
            yield Attribution(*body, weight=6 if strong else 3)
        return


def _told(
    document: Document, sentence: Sentence, i: int, own: frozenset[str], knowledge: Knowledge
) -> Iterator[Attribution]:
    """The subject of "said", before it or behind it."""
    lowers = document.lowers
    lead = 1 if sentence.first <= document.sentences[0].first + 1 else 0
    before = _backward(document, sentence.first, i, own, knowledge)
    if before:
        first, last = before
        tag = first > sentence.first and lowers[_before(document, first)] in {",", "”", '"', "»", "“"}
        statement = lowers[i + 1 : i + 4] in {("in", "a", "statement"), ("on", "its", "website")}
        weight = 4 if tag or statement else 2
        if weight == 2 and sentence.paragraph - document.sentences[0].paragraph > _SUBJECT:
            return
        yield Attribution(first, last, weight + lead + _press(document, first, last))
        return
    if i > sentence.first and lowers[i - 1] in {",", "”", '"', "»"}:
        behind = _forward(document, i + 1, sentence.last, own, knowledge)
        if behind:
            yield Attribution(*behind, weight=4 + lead + _press(document, *behind))


def _before(document: Document, i: int) -> int:
    """The token before i, determiners passed over."""
    i -= 1
    while i > 0 and document.lowers[i] in {"the", "a", "an", "its"}:
        i -= 1
    return i


def _press(document: Document, first: int, last: int) -> int:
    """A press service speaks for nothing but the news."""
    return 1 if any(word in {"press", "press-service", "agency"} for word in document.lowers[first:last]) else 0


def _forward(
    document: Document, first: int, stop: int, own: frozenset[str], knowledge: Knowledge
) -> tuple[int, int] | None:
    """The body's name that begins at a token."""
    words, lowers = document.words, document.lowers
    first = _without_data(document, first, stop)
    while first < stop and lowers[first] in _LEADING:
        first += 1
    last = first
    while last < min(stop, first + _LONGEST) and _is_inside(words[last], lowers[last]):
        last += 1
    return _body(document, first, last, own, knowledge) if last > first else None


@lru_cache(maxsize=8)
def _companies(knowledge: Knowledge) -> Gazetteer[str]:
    return Gazetteer(
        (name, body.key)
        for body in knowledge.organisations.values()
        if body.kind not in _PUBLIC
        for name in (body.name, *body.names, *(dated.name for dated in body.dated))
    )


def _company(document: Document, first: int, stop: int, knowledge: Knowledge) -> tuple[int, int] | None:
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


def _without_data(document: Document, first: int, stop: int) -> int:
    """Behind "(the latest) data of", "a statement by": the body itself."""
    lowers = document.lowers
    for i in range(first, min(first + 4, stop - 1)):
        if lowers[i] in _DATA and lowers[i + 1] in {"of", "from", "by", "released", "published", "provided"}:
            return i + 3 if lowers[i + 1] not in {"of", "from", "by"} and i + 2 < stop else i + 2
    return first


def _backward(
    document: Document, start: int, stop: int, own: frozenset[str], knowledge: Knowledge
) -> tuple[int, int] | None:
    """The body's name that ends before the verb at token `stop`."""
    words, lowers = document.words, document.lowers
    if lowers[stop - 1] == ")" and stop - 3 > start and lowers[stop - 3] == "(":
        # "the Central Statistical Office (KSH) said"
        stop -= 3
    first = stop
    while (
        first > start
        and stop - first < _LONGEST
        and (_is_inside(words[first - 1], lowers[first - 1]) or lowers[first] in _POSSESSIVE)
    ):
        first -= 1
    # Behind other words it is no subject of its own, unless a conjunction parts them.
    if first > start and words[first - 1] not in _BOUNDARIES and lowers[first - 1] not in _CONJUNCTIONS:
        return None
    while first < stop and lowers[first] in _LEADING:
        first += 1
    return _body(document, first, stop, own, knowledge) if first < stop else None


def _is_inside(word: str, lower: str) -> bool:
    return word[0].isupper() or lower in _INSIDE or _noun(lower) in _HEADS or lower in _BANKS


def _noun(lower: str) -> str:
    """A head in the singular: "services", "authorities"."""
    if lower in _HEADS:
        return lower
    return lower[:-3] + "y" if lower.endswith("ies") else lower.removesuffix("s")


def _body(
    document: Document, first: int, last: int, own: frozenset[str], knowledge: Knowledge
) -> tuple[int, int] | None:
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
    head = _head(document, first, last)
    noun = _noun(lowers[head])
    if noun in _HEADS:
        alone = last - first == 1
        return None if alone and noun in _NEEDS_NAME else (first, last)
    if noun in _BANKS and any(word in {"national", "central"} for word in lowers[first:last]):
        return first, last
    found = _bodies(knowledge).at(words, first)
    return (first, last) if found and found.last == last else None


def _head(document: Document, first: int, last: int) -> int:
    """The token that the name is about: the last before "of", "for" or "in"."""
    for i in range(first + 1, last):
        if document.lowers[i] in {"of", "for", "in", "on", "at", "under"}:
            return i - 1
    return last - 1


def choose(document: Document, found: list[Attribution]) -> Span | None:
    """The origin of the whole text: the weightiest attribution, the first of equals; named in full where it can be."""
    if not found:
        return None
    best = max(found, key=lambda one: (one.weight, -one.first))
    if best.last - best.first == 1 and document.words[best.first].islower():
        best = _named(document, best)
    return Span(document.starts[best.first], document.ends[best.last - 1])


def _named(document: Document, bare: Attribution) -> Attribution:
    """Where "the ministry" was named before: "Ministry of Energy"; else as it stands."""
    words, lowers = document.words, document.lowers
    wanted = lowers[bare.first]
    for i in range(bare.first - 1, -1, -1):
        if lowers[i] != wanted or not words[i][0].isupper():
            continue
        first, last = i, i + 1
        while first > 0 and words[first - 1][0].isupper() and words[first - 1].lower() not in _LEADING:
            first -= 1
        while last < bare.first and (words[last][0].isupper() or lowers[last] in {"of", "and", "for"}):
            last += 1
        while lowers[last - 1] in _TRAILING:
            last -= 1
        if last - first > 1:
            return Attribution(first, last, bare.weight)
    return bare
