"""Whom a text relays: the body that a report goes back to.

Forms: "with reference to the Azerbaijani Ministry of Energy", "learned from the press service of ...", "reported the
Akorda press service", "Hungarian news agency MTI reported", ", the disaster agency said", "the Ministry of Transport
said in a statement", "according to the Bureau of National Statistics". Only a body counts: a press service, a
ministry, an agency, an administration. A minister who "said" is no origin, nor is a company.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from kzhu.extract.document import Document, Sentence
from kzhu.extract.issuers import body_before, body_from, company_at
from kzhu.knowledge import Knowledge
from kzhu.records import Span

_LEADING = frozenset("as the a an its their his her our this that same and but , of".split())
_TRAILING = frozenset("of the for and to on in at 's ’s & ,".split())
_SAY = frozenset(
    "said says reported reports report announced announces informed informs stated states confirmed confirms wrote told"
    " writes noted notes specified clarified explained reads warned warns emphasized emphasised declared".split()
)
#: What may stand behind a word before the body that it cites ("with" needs no entry beside "reference").
_CITES: dict[str, tuple[tuple[str, ...], ...]] = {
    "citing": ((),),
    "cites": ((),),
    "quoting": ((),),
    "quotes": ((),),
    "quoted": (("by",), ("as", "saying", "by"), ("from",), ()),
    "cited": (("by",), ()),
    "refers": (("to",),),
    "referring": (("to",),),
    "reference": (("to",),),
    "learned": (("from",), ("at",), ("in",)),
    "learnt": (("from",), ("at",), ("in",)),
    "told": (("by",), ("at",)),
    "received": (("from",),),
    "reported": (("by",), ("in",), ("at",)),
    "published": (("by",),),
    "released": (("by",),),
    "issued": (("by",),),
    "informed": (("by",), ("at",), ("in",)),
    "announced": (("by",),),
    "confirmed": (("by",),),
    "data": (("from",), ("of",), ("by",)),
    "figures": (("from",), ("of",), ("by",)),
    "according": (("to",),),
}
TRIGGERS: frozenset[str] = _SAY | frozenset(_CITES)
#: Strong relays: the sentence exists to name its source.
_STRONG = frozenset("citing cites cited quoting quotes quoted refers referring reference learned learnt".split())
_AUXILIARIES = frozenset("is are was were has have had will would can could may might must should did does do".split())
#: Paragraphs of the body in which a plain "said" can name the origin.
_LEAD = 5
#: Paragraphs in which it can do so as the subject of the main clause ("The ministry said it would ...").
_SUBJECT = 2


class Attribution(NamedTuple):
    """A body that a sentence names as its source."""

    #: Tokens [first, last), determiners left out.
    first: int
    last: int
    #: Higher is likelier to be the origin of the whole text.
    weight: int


def find_attributions(document: Document, own: frozenset[str], knowledge: Knowledge) -> list[Attribution]:
    """Every body that the text names as a source, in its order.

    Args:
        document: the text.
        own: names of the outlet itself in capitals, which is no origin of its own report.
        knowledge: outlets and organisations.
    """
    found: list[Attribution] = []
    sentences, lowers, marks = document.sentences, document.lowers, document.marks
    if not sentences:
        return found
    behind = bisect_right(sentences, sentences[0].paragraph + _LEAD, key=attrgetter("paragraph"))
    stop = sentences[behind].first if behind < len(sentences) else sentences[-1].last
    lead = bisect_left(marks, stop)
    waited = [i for i in marks[:lead] if lowers[i] in TRIGGERS]
    if not _STRONG.isdisjoint(document.vocabulary):
        waited += [i for i in marks[lead:] if lowers[i] in _STRONG]
    for i in waited:
        sentence = document.sentence_at(document.starts[i])
        if sentence is None or sentence.zone != "body":
            continue
        word = lowers[i]
        if word in _CITES:
            found += _cited(document, sentence, i, own, knowledge)
        if word in _SAY and i < stop:
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
        body = body_from(document, behind, sentence.last, own, knowledge)
        if body is None and strong:
            body = company_at(document, behind, sentence.last, knowledge)
        if body:
            yield Attribution(*body, weight=6 if strong else 3)
        return


def _told(
    document: Document, sentence: Sentence, i: int, own: frozenset[str], knowledge: Knowledge
) -> Iterator[Attribution]:
    """The subject of "said", before it or behind it."""
    lowers = document.lowers
    lead = 1 if sentence.first <= document.sentences[0].first + 1 else 0
    before = body_before(document, sentence.first, i, own, knowledge)
    if before:
        first, last = before
        tag = first > sentence.first and lowers[_before(document, first)] in {",", "”", '"', "»", "“"}
        statement = lowers[i + 1 : i + 4] in {("in", "a", "statement"), ("on", "its", "website")}
        weight = 4 if tag or statement else 2
        if weight == 2 and sentence.paragraph - document.sentences[0].paragraph > _SUBJECT:
            return
        yield Attribution(first, last, weight + lead + _press(document, first, last))
        return
    opening = sentence.paragraph - document.sentences[0].paragraph <= (document.headline is not None)
    if opening and (folk := _police_before(document, sentence, i)) is not None:
        yield Attribution(folk, i, weight=2)
        return
    if i > sentence.first and lowers[i - 1] in {",", "”", '"', "»"} and lowers[i + 1 : i + 2] != ("that",):
        behind = body_from(document, i + 1, sentence.last, own, knowledge)
        # "Lee, said the ministry was late": it does not speak itself.
        if behind and (behind[1] >= sentence.last or lowers[behind[1]] not in _AUXILIARIES):
            yield Attribution(*behind, weight=4 + lead + _press(document, *behind))


def _police_before(document: Document, sentence: Sentence, i: int) -> int | None:
    """Where the police begin who tell the news in its first sentence: "..., local police said"."""
    lowers = document.lowers
    if lowers[i - 1] not in {"police", "coastguard"} and lowers[i - 2 : i] != ("coast", "guard"):
        return None
    first = i - 1
    while first - 1 > sentence.first and lowers[first - 1] not in {",", "”", '"', "the"} and i - first < _CONSTABLES:
        first -= 1
    return first if lowers[first - 1 - (lowers[first - 1] == "the")] in {",", "”", '"'} else None


#: "The local traffic police" is as long as it gets, in tokens.
_CONSTABLES = 3


def _before(document: Document, i: int) -> int:
    """The token before i, determiners passed over."""
    i -= 1
    while i > 0 and document.lowers[i] in {"the", "a", "an", "its"}:
        i -= 1
    return i


def _press(document: Document, first: int, last: int) -> int:
    """A press service speaks for nothing but the news."""
    return 1 if any(word in {"press", "press-service", "agency"} for word in document.lowers[first:last]) else 0


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
