"""Who published a text, whom it relays, and the city at its head.

The outlet is known only where the text shows it: the agency in a dateline ("ASTANA. KAZINFORM -"), a signature ("- The
Astana Times", a press release's own press service), "Trend reports", "Kazinform learned from", a copyright line.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kzhu.extract.attribution import choose, find_attributions
from kzhu.extract.document import Document
from kzhu.extract.layout.dateline import Dateline, places
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.records import Article, Source, Span

_SIGNS = "-–—_―()[]/ \xa0"
_SITE = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.[a-z]{2,4}", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)[\s©]*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.]*(?:by\s+)?")
_BY_SOURCE = re.compile(r"\(?(?:Source|Sources|SOURCE)\s*[:–-]\s*")
_PERSONAL = re.compile(r"\(?(?:author|authors|text|by|written by|prepared by|compiled by|photo)\b", re.IGNORECASE)
#: What an outlet does in its own report: "Kazinform learned from", "Trend reports", "Liter.kz publishes".
_OWN_ACTS = frozenset(
    "reports learned learnt learns publishes refers informs cites presents offers quotes asked asks interviewed"
    " interviews".split()
)
#: What it does with those whom it interviews: "Kapital.kz talked to", "Vlast.kz sat down with".
_TALKS = frozenset("talked talks spoke speaks spoken met meets sat chatted discussed".split())
_WITH = frozenset("to with down about".split())
#: What is said of another outlet: "Hungarian news agency MTI reports".
_DESCRIBED = frozenset("agency newspaper portal channel broadcaster daily weekly by".split())
#: Words without which no outlet speaks of itself.
_ACTING = _OWN_ACTS | _TALKS | frozenset("told interview correspondent exclusively conversation comment".split())
_INTERVIEW = frozenset("interview conversation comment comments exclusively".split())
#: What a paper does with what it prints of a talk: "Kursiv.media prints excerpts from its conversation with ...".
_PRINTS = frozenset(
    "carries prints publishes runs presents brings offers reproduces features published printed".split()
)
_TALK = frozenset("excerpts extracts passages fragments highlights parts conversation interview talk answers".split())
#: Words to look at, wherever a text has them.
TRIGGERS: frozenset[str] = _ACTING | _PRINTS
_PERIODICALS = frozenset("weekly daily monthly newspaper magazine portal website site journal paper".split())
_SMALL = frozenset("of the and de la del der am an upon le les in for on at to".split())
#: Agencies' names of this many letters are abbreviations and stay in capitals.
_ABBREVIATION = 5


def read_source(article: Article, document: Document, knowledge: Knowledge) -> Source:
    """Outlet, origin and dateline, each with its words."""
    text = document.text
    head = document.head
    city = _usual_city(head.city.cut(text), knowledge) if head and head.city else None
    outlet_span = None if article.outlet else _outlet(document, head, knowledge)
    outlet = _usual_outlet(_plain(outlet_span.cut(text)), knowledge) if outlet_span else article.outlet
    own = _own_names(outlet, knowledge)
    origin_span = choose(document, find_attributions(document, own, knowledge)) or _credited(document)
    if origin_span and outlet_span and origin_span.overlaps(outlet_span):
        origin_span = None
    origin = _plain(origin_span.cut(text)) if origin_span else None
    return Source(
        outlet=outlet or None,
        origin=origin or None,
        dateline=city,
        outlet_span=outlet_span,
        origin_span=origin_span,
        dateline_span=head.city if head else None,
    )


def _own_names(outlet: str | None, knowledge: Knowledge) -> frozenset[str]:
    if not outlet:
        return frozenset()
    return _same_outlet(knowledge).get(outlet.upper(), frozenset()) | {outlet.upper()}


def _plain(words: str) -> str:
    return " ".join(words.split())


def _usual_city(printed: str, knowledge: Knowledge) -> str:
    """A city in usual case: "NUR-SULTAN" is "Nur-Sultan", "THE HAGUE" "The Hague"."""
    city = _plain(printed)
    if not city.isupper():
        return city
    usual = places(knowledge).get(city, city)
    return usual if not usual.isupper() else _title(city)


def _title(capitals: str) -> str:
    words = re.split(r"([ \-/‑])", capitals)
    return "".join(
        word.lower() if i and words[i - 1] == " " and word.lower() in _SMALL else word[:1] + word[1:].lower()
        for i, word in enumerate(words)
    )


@lru_cache(maxsize=8)
def _outlet_names(knowledge: Knowledge) -> dict[str, str]:
    """Names of outlets in usual case, by their capitals: the one given first in the data file wins."""
    names: dict[str, str] = {}
    for outlet in knowledge.outlets.values():
        for name in (outlet.name, *outlet.names):
            names.setdefault(name.upper(), name)
    return names


@lru_cache(maxsize=8)
def _same_outlet(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """All names of an outlet in capitals, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for entry in knowledge.outlets.values():
        names = frozenset(name.upper() for name in (entry.name, *entry.names))
        for name in names:
            found.setdefault(name, names)
    return found


def _usual_outlet(printed: str, knowledge: Knowledge) -> str:
    """An outlet in usual case: "KAZINFORM" is "Kazinform", "24.KG" "24.kg"; abbreviations stay."""
    if not printed.isupper():
        return printed
    known = _outlet_names(knowledge).get(printed)
    if known:
        return known
    if _SITE.fullmatch(printed):
        return printed.capitalize()
    return printed if len(printed) <= _ABBREVIATION else _title(printed)


@lru_cache(maxsize=8)
def _publishers(knowledge: Knowledge) -> Gazetteer[str]:
    """Outlets that publish, press services left out; the value is the kind."""
    names: list[tuple[str, str]] = []
    for outlet in knowledge.outlets.values():
        if outlet.kind != "press-service":
            names += [(name, outlet.kind) for name in (outlet.name, *outlet.names)]
            names += [(name.upper(), outlet.kind) for name in (outlet.name, *outlet.names) if len(name) > 3]
    return Gazetteer(names)


def _outlet(document: Document, head: Dateline | None, knowledge: Knowledge) -> Span | None:
    if head and head.agency:
        return head.agency
    signed = _signed(document)
    if signed:
        return signed
    return _acting(document, knowledge) or _printing(document) or _in_furniture(document, knowledge)


def _signed(document: Document) -> Span | None:
    """The body or outlet that signs the text."""
    if document.signature is None:
        return None
    text, (start, end) = document.text, (document.signature.start, document.signature.end)
    if _BY_SOURCE.match(text, start, end) or _PERSONAL.match(text, start, end):
        return None
    while start < end and text[start] in _SIGNS:
        start += 1
    while end > start and text[end - 1] in _SIGNS + ".,":
        end -= 1
    line = text[start:end]
    if not line or (_DIGIT.search(line) and not _SITE.search(line)):
        return None
    return Span(start, end)


def _acting(document: Document, knowledge: Knowledge) -> Span | None:
    """The outlet that speaks of itself: "Kazinform learned from", "Liter.kz publishes", "told The Astana Times"."""
    lowers = document.lowers
    told: Span | None = None
    if _ACTING.isdisjoint(document.vocabulary):
        return None
    said = [i for i in document.marks if lowers[i] in _ACTING]
    for sentence in dict.fromkeys([document.sentence_at(document.starts[i]) for i in said]):
        if sentence is None or sentence.zone != "body":
            continue
        for first, last, kind in _named(document, sentence.first, sentence.last, knowledge):
            span = Span(document.starts[first], document.ends[last - 1])
            before = lowers[max(0, first - 4) : first]
            article = before[-1:] == ("the",)
            # "The Reuters report" is another's; "the Kazinform correspondent" is its own.
            article = article and lowers[last : last + 1] != ("correspondent",)
            if not article and not _DESCRIBED.intersection(before[-3:]) and _speaks_of_itself(lowers, last):
                return span
            if told is None and (
                (before[-1:] in {("with",), ("to",), ("for",)} and _INTERVIEW.intersection(before))
                or (before[-1:] == ("told",) and kind != "agency")
            ):
                told = span
    return told


def _printing(document: Document) -> Span | None:
    """The paper, known or not, that prints a talk: "the weekly Harbour Courier carries passages from a talk with X"."""
    words, lowers = document.words, document.lowers
    if not document.sentences or _PRINTS.isdisjoint(document.vocabulary):
        return None
    stop = document.sentences[:_FIRST][-1].last
    for i in [i for i in document.marks if i < stop and lowers[i] in _PRINTS]:
        sentence = document.sentence_at(document.starts[i])
        if sentence is None or _TALK.isdisjoint(lowers[i + 1 : min(i + 5, sentence.last)]):
            continue
        first = i
        while first > sentence.first and (words[first - 1][0].isupper() or _in_site(document, first - 1, i)):
            first -= 1
        if first < i and lowers[first] in {"the", "today"} and lowers[first - 1] not in _PERIODICALS:
            first += lowers[first] == "today" or i - first < 3
        if first < i:
            return Span(document.starts[first], document.ends[i - 1])
    return None


def _in_site(document: Document, i: int, last: int) -> bool:
    """Whether a token is the point or the end of a site's name: "Kursiv.media"."""
    starts, ends = document.starts, document.ends
    if document.words[i] == ".":
        return i + 1 < last and ends[i] == starts[i + 1] and ends[i - 1] == starts[i]
    return i + 1 == last and i > 1 and document.words[i - 1] == "." and ends[i - 1] == starts[i]


def _speaks_of_itself(lowers: tuple[str, ...], i: int) -> bool:
    """Whether what stands behind an outlet's name is what outlets do: "reports", "correspondent", "has learned"."""
    if lowers[i : i + 2] in {("news", "agency"), ("news", "portal")}:
        i += 2
    elif lowers[i : i + 1] in {("has",), ("agency",)}:
        i += 1
    if i + 1 < len(lowers) and lowers[i] in _TALKS:
        return lowers[i + 1] in _WITH
    return i < len(lowers) and (lowers[i] in _OWN_ACTS or lowers[i] == "correspondent")


def _named(document: Document, first: int, last: int, knowledge: Knowledge) -> list[tuple[int, int, str]]:
    """Outlets named among tokens, with their kind: known ones, and sites by their form ("Liter.kz")."""
    words, starts, ends, text = document.words, document.starts, document.ends, document.text
    publishers, spoken = _publishers(knowledge), words[first:last]
    found: list[tuple[int, int, str]] = []
    if publishers.may_name(spoken):
        found = [(hit.first, hit.last, hit.values[0]) for hit in publishers.find(words, first, last)]
    if "." not in spoken[1:-1]:
        return found
    taken = {i for a, b, _ in found for i in range(a, b)}
    for i in range(first, last - 2):
        if words[i + 1] == "." and i not in taken and ends[i] == starts[i + 1] and ends[i + 1] == starts[i + 2]:
            site = _SITE.fullmatch(text, starts[i], ends[i + 2])
            if site and words[i + 2].islower() and len(words[i + 2]) <= 4:
                found.append((i, i + 3, "site"))
    return sorted(found)


def _in_furniture(document: Document, knowledge: Knowledge) -> Span | None:
    """The outlet in a copyright line, at the head of the page, or beside the writer's name."""
    text = document.text
    lines = (*document.furniture, *((document.byline,) if document.byline else ()))
    for line in lines:
        mark = _COPYRIGHT.search(text, line.start, min(line.end, line.start + 200))
        masthead = line.end - line.start < 40 and line.cut(text).upper() in _outlet_names(knowledge)
        if mark is None and not masthead and document.byline != line:
            continue
        start = mark.end() if mark else line.start
        first, last = document.token_at(start), document.token_at(line.end)
        for hit in _publishers(knowledge).find(document.words, first, last):
            return Span(document.starts[hit.first], document.ends[hit.last - 1])
        name = _OWNER.match(text, start, line.end) if mark else None
        if name is not None and len(name[0].split()) <= _LONGEST:
            return Span(*name.span())
    return None


#: Whose the rights are: capitals up to a stop, a year or a rule.
_OWNER = re.compile(
    r"(?!All [Rr]ights|Photo)[^\W\d_a-z][\w’'&-]*(?:\.[a-z]{2,5}\b)?(?: (?:of |the |and )*[^\W\d_a-z][\w’'&-]*)*"
)
#: An outlet's name is not longer, in words; and what it prints is told in the first sentences.
_LONGEST = 6
_FIRST = 6


def _credited(document: Document) -> Span | None:
    """The body behind "Source:" under the text."""
    if document.signature is None:
        return None
    text, line = document.text, document.signature
    mark = _BY_SOURCE.match(text, line.start, line.end)
    if mark is None:
        return None
    end = line.end
    while end > mark.end() and text[end - 1] in _SIGNS + ".,":
        end -= 1
    return Span(mark.end(), end) if end > mark.end() else None
