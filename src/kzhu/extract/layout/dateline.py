"""The head of a news text up to its dash or stop: city, country, day, agency.

Forms: "ASTANA –", "ASTANA. KAZINFORM -", "LONDON.", "PALIC, June 20 –", "BAKU, Azerbaijan, October 5.",
"TASHKENT (UzA).", "BUDAPEST, 3 May (MTI) -", "WASHINGTON (AP) _", "MOSCOW, October 5. /TASS/.", and "PRAGUE 1996-12-06"
or "Baku, October 5, AZERTAC" on a line of its own. The day may come first ("April 8. PETROPAVL."), and a known agency
or a site may stand alone ("Kazinform -", "AKIPRESS.COM -", "TASS.", "/KazTAG/", "(Reuters) -"). A country or a section
with a stop behind it ("HUNGARY. The president ...") heads a part of a digest: that is no dateline.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kzhu.extract.layout.printed import PrintedDay, find_days
from kzhu.knowledge import Knowledge
from kzhu.records import Span

#: No dateline is longer, in characters.
_LONGEST = 120
_NAME = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_][\w'’‑-]*\.?(?:[ \xa0](?:[^\W\d_][\w'’‑-]*)){0,3}")
_CITY = re.compile(r"(?:ST\. |St\. )?[^\W\d_][\w'’‑-]*(?:[ \xa0][^\W\d_][\w'’‑-]*){0,3}(?:/[^\W\d_][\w'’‑-]*)?")
#: What a place's first word ends at.
_BREAK = re.compile(r"[ \xa0/.]")
_DAY_FIRST = re.compile(r"\d{1,2}[ .]|[A-Z][a-z]{2,8}\.? \d")
_FIRST_WORD = re.compile(r"[^\W\d_][\w'’‑-]*")
_DAY = re.compile(r"[,.]?[ \xa0]+(?=\d{1,2}(?:st|nd|rd|th)?[ \xa0]|\d{1,2}\.\d|\d{4}-|[A-Z][a-zA-Z]{2,8}\.?[ \xa0]\d)")
_BRACKETS = re.compile(r"[,.]?[ \xa0]*(?:\(([^()\n]{2,40})\)|/([^/\n]{2,40})/)")
_AGENCY = re.compile(
    r"[.,][ \xa0]+((?:\d+\.)?[^\W\d_][\w.&-]*(?:[ \xa0][^\W_][\w.&-]*){0,3}?)(?=[ \xa0]*[-–—_]+[ \xa0])"
)
_BARE_AGENCY = re.compile(r"[.,][ \xa0]+([^\W\d_a-z]{3,})(?=[ \xa0]+[A-Z\d\"“«/])")
_AGENCY_AT_END = re.compile(r"[.,][ \xa0]+([^\W\d_][\w.&-]*(?:[ \xa0][^\W_][\w.&-]*){0,2})[ \xa0]*(?=\n|$)")
_DASH = re.compile(r"\.?[ \xa0]*[-–—_―]{1,3}(?=\s|$)\s*|[ \xa0]*—(?=\w)")
_SPACED_DASH = re.compile(r"[ \xa0]+[-–—_―]{1,2}[ \xa0]+")
#: Known agencies in brackets, or in capitals before a stop.
_BRACKETED = re.compile(r"[(/\[]([^()/\[\]\n]{2,40})[)/\]](?:\.?[ \xa0]*[-–—_―]{1,2}[ \xa0]+|[.:]?[ \xa0]+)")
_STOPPED = re.compile(r"([^\W_a-z][^\s:]*(?:[ \xa0][^\W_a-z][^\s:]*){0,3})[.:][ \xa0]+(?=[^\Wa-z_]|[\"“«])")
_SITE = re.compile(r"[A-Z\d]+(?:\.[A-Z\d]+)+")
_AFTER_DAY = re.compile(r"[.,][ \xa0]+")
_STOP = re.compile(r"[.:](?=\s|$)\s*")
_LINE_END = re.compile(r"[ \xa0]*(?=\n|$)")
_DASHED = frozenset({" -", " –", " —"})
_SMALL = frozenset("de la del of the and upon am an der le les".split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says."""

    #: All of it, its dash or stop included.
    span: Span
    #: None where only the agency is named.
    city: Span | None
    #: The agency that it names: "KAZINFORM", "AP".
    agency: Span | None
    day: PrintedDay | None
    #: Whether a data file has the city.
    known: bool


@lru_cache(maxsize=8)
def places(knowledge: Knowledge) -> dict[str, str]:
    """Names of cities and regions by their capitals, in usual case where there is one."""
    names: dict[str, str] = {}
    for country in knowledge.countries.values():
        if country.capital:
            names.setdefault(country.capital.upper(), country.capital)
    for place in knowledge.places.values():
        for name in place.all_names():
            upper = name.upper()
            if names.get(upper, upper) == upper:
                names[upper] = name
    return names


@lru_cache(maxsize=8)
def _first_words(knowledge: Knowledge) -> frozenset[str]:
    """First words of those names."""
    return frozenset([_BREAK.split(name, 1)[0] for name in places(knowledge)]) | {"ST"}


@lru_cache(maxsize=8)
def _countries(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(
        name.upper() for country in knowledge.countries.values() for name in (country.name, *country.names)
    )


@lru_cache(maxsize=8)
def _outlets(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name.upper() for outlet in knowledge.outlets.values() for name in (outlet.name, *outlet.names))


@lru_cache(maxsize=8)
def _no_places(knowledge: Knowledge) -> frozenset[str]:
    """Labels, sections of a page, and outlets, in capitals: they too stand before a dash or stop."""
    phrases = [knowledge.furniture[key].words for key in ("labels", "sections") if key in knowledge.furniture]
    return (frozenset(word.upper() for words in phrases for word in words) | _outlets(knowledge)) - places(
        knowledge
    ).keys()


@lru_cache(maxsize=8)
def _no_cities(knowledge: Knowledge) -> frozenset[str]:
    """Countries in capitals, those left out that are cities, or whose capital bears their name."""
    return frozenset(
        name.upper()
        for country in knowledge.countries.values()
        for name in (country.name, *country.names)
        if country.capital and not country.capital.startswith(country.name)
    )


@lru_cache(maxsize=4)
def read_dateline(text: str, start: int, end: int, knowledge: Knowledge) -> Dateline | None:
    """The dateline that opens the paragraph text[start:end]; None where there is none."""
    if start >= end or not (text[start].isupper() or text[start].isdigit() or text[start] in "(/["):
        return None
    end = min(end, start + _LONGEST)
    if text[start] in "(/[":
        return _bracketed(text, start, end, knowledge)
    day = next(find_days(text, start, min(end, start + 24)), None) if _DAY_FIRST.match(text, start, end) else None
    city_start = start
    if day is not None and day.span.start == start:
        # "April 8. PETROPAVL."
        gap = _AFTER_DAY.match(text, day.span.end, end)
        if gap is None:
            return None
        city_start = gap.end()
    else:
        day = None
    city = _city(text, city_start, end, knowledge)
    if city is None:
        return _agency_alone(text, start, end, knowledge)
    name = city.cut(text)
    known = name.upper() in places(knowledge)
    position, agency = city.end, None
    for _ in range(6):
        if text[position : position + 2] in _DASHED:
            break  # nothing but the dash follows
        if day is None and (gap := _DAY.match(text, position, end)):
            day = next(find_days(text, gap.end(), min(end, gap.end() + 24)), None)
            if day is None or day.span.start != gap.end():
                day = None
            else:
                position = day.span.end
                continue
        if brackets := _BRACKETS.match(text, position, end):
            inside = brackets.span(1 if brackets[1] else 2)
            days = list(find_days(text, *inside))
            if days and day is None:
                day = days[0]
            elif agency is None:
                agency = _trimmed(text, *inside)
            position = brackets.end()
            continue
        if agency is None and (named := _AGENCY.match(text, position, end)):
            if _is_agency(text, *named.span(1), knowledge):
                agency = Span(*named.span(1))
            position = named.end()
            continue
        if agency is None and (bare := _known_agency(text, position, end, knowledge)):
            agency, position = bare, bare.end
            continue
        region = _region(text, position, end, knowledge)
        if region is None:
            break
        position = region
    closed = _closed(text, start, end, position, Dateline(Span(start, position), city, agency, day, known), knowledge)
    return closed or _agency_alone(text, start, end, knowledge)


def _bracketed(text: str, start: int, end: int, knowledge: Knowledge) -> Dateline | None:
    """A known outlet in brackets: "/KazTAG/", "(Reuters) -"."""
    found = _BRACKETED.match(text, start, end)
    if found is None or found[1].strip().upper() not in _outlets(knowledge):
        return None
    return Dateline(Span(start, found.end()), None, _trimmed(text, *found.span(1)), None, known=False)


def _agency_alone(text: str, start: int, end: int, knowledge: Knowledge) -> Dateline | None:
    """A known outlet or site before a dash ("Kazinform -", "AKIPRESS.COM -"), or in capitals before a stop ("TASS")."""
    end = min(end, start + 50)
    stop = _STOPPED.match(text, start, end)
    if stop and stop[1].isupper() and stop[1] in _outlets(knowledge):
        return Dateline(Span(start, stop.end()), None, Span(*stop.span(1)), None, known=False)
    dash = _SPACED_DASH.search(text, start, end)
    if dash is None:
        return None
    name = text[start : dash.start()]
    if name.upper() not in _outlets(knowledge) and not (name.isupper() and _SITE.fullmatch(name)):
        return None
    return Dateline(Span(start, dash.end()), None, Span(start, dash.start()), None, known=False)


def _city(text: str, start: int, end: int, knowledge: Knowledge) -> Span | None:
    first = _FIRST_WORD.match(text, start, end)
    if first is None or not (first[0].isupper() or first[0].upper() in _first_words(knowledge)):
        return None
    found = _CITY.match(text, start, end)
    if found is None:
        return None
    words = found[0].split()
    known = places(knowledge)
    for count in range(len(words), 0, -1):
        name = text[start : found.end()] if count == len(words) else None
        if name is None:
            stop = start
            for word in words[:count]:
                stop = text.index(word, stop) + len(word)
            name = text[start:stop]
        if name.isupper():
            if len(name) < 3 or name in _no_places(knowledge):
                return None
            return Span(start, start + len(name))
        if name.upper() in known and name[0].isupper():
            return Span(start, start + len(name))
    return None


def _is_agency(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the name before a dash is an agency, not the city's country or province."""
    name = text[start:end]
    if name.upper() in _countries(knowledge) or name.upper() in places(knowledge):
        return False
    return name.isupper() or "." in name or name.upper() in _outlets(knowledge) or text[start - 2] == "."


def _known_agency(text: str, position: int, end: int, knowledge: Knowledge) -> Span | None:
    """A known agency in capitals with no dash behind it: "NUR-SULTAN. KAZINFORM The President"."""
    found = _BARE_AGENCY.match(text, position, end)
    return Span(*found.span(1)) if found and found[1] in _outlets(knowledge) else None


def _region(text: str, position: int, end: int, knowledge: Knowledge) -> int | None:
    """The end of a country or state behind the city: ", Azerbaijan", ", D.C."."""
    if text[position : position + 2] not in {", ", ",\xa0"}:
        return None
    found = _NAME.match(text, position + 2, end)
    if found is None:
        return None
    words = found[0].rstrip(".").split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(".")
        if name.upper() in _countries(knowledge) or name.upper() in places(knowledge):
            return position + 2 + len(name)
    if not all(word[0].isupper() or word in _SMALL for word in words):
        return None
    # A state or province that no data file knows counts where a dash, a bracket or a day follows it.
    behind = position + 2 + len(found[0])
    if re.match(r"[ \xa0]*(?:[-–—_(,]|\d)", text[behind : behind + 3]) and len(words) <= 3:
        return behind
    return None


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _closed(text: str, start: int, end: int, position: int, found: Dateline, knowledge: Knowledge) -> Dateline | None:
    """The dateline with its dash or stop; None where nothing closes it as a dateline is closed."""
    city = found.city.cut(text) if found.city else ""
    capitals, known = city.isupper(), found.known
    told = found.agency is not None or found.day is not None
    if capitals and not told and city in _no_cities(knowledge):
        return None
    dash = _DASH.match(text, position, end)
    if dash and not known and not told and _in_capitals(text, dash.end(), end):
        # "SOCCER - LATE GOAL SAVES HONVED": a headline in capitals, with its section before it.
        return None
    if dash and (capitals or known):
        return _until(found, start, dash.end()) if found.day else _with_day(text, end, _until(found, start, dash.end()))
    stop = _STOP.match(text, position, end)
    if stop:
        if text[position] == ":":
            closes = capitals and known
        else:
            closes = (told and (capitals or known)) or (capitals and (known or len(city) > 3))
        return _until(found, start, stop.end()) if closes else None
    if found.agency and found.agency.end == position and capitals and text[position : position + 1] in {" ", "\xa0"}:
        return _until(found, start, position + 1)
    ended = _AGENCY_AT_END.match(text, position, end)
    if ended and (known or capitals) and (ended[1].upper() in _outlets(knowledge) or ended[1].isupper()):
        return Dateline(Span(start, ended.end()), found.city, Span(*ended.span(1)), found.day, known)
    if (told or (known and capitals)) and _LINE_END.match(text, position, end) and (known or capitals):
        return _until(found, start, position)
    return None


def _with_day(text: str, end: int, found: Dateline) -> Dateline:
    """The dateline with the day between two dashes: "ASTANA – October 5, 2023 – "."""
    day = next(find_days(text, found.span.end, min(end, found.span.end + 24)), None)
    if day is None or day.span.start != found.span.end:
        return found
    dash = _DASH.match(text, day.span.end, end)
    return Dateline(Span(found.span.start, dash.end()), found.city, found.agency, day, found.known) if dash else found


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the next words are all in capitals."""
    words = text[start:end].split()[:3]
    return len(words) == 3 and all(word.isupper() for word in words)


def _until(found: Dateline, start: int, end: int) -> Dateline:
    return Dateline(Span(start, end), found.city, found.agency, found.day, found.known)
