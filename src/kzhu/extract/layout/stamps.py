"""Lines at the head of a page that say when it was published, or who wrote it.

Time stamps: "14:05, 12 March 2022", "Mon, 9 Oct 2023 16:40", "Posted: 12 November 2022, 07:50", "11.02.2026, 14:05
506" (a view counter behind), "24.05.2022", "May 21, 2024". Bylines: "By Marc Delattre",
"By Dana Omarova on 3 November 2023".
"""

from __future__ import annotations

import re

from kzhu.extract.layout.printed import MONTHS, WEEKDAYS, find_days

#: No stamp or byline is longer, in characters.
_LONGEST = 120
#: As in every whole date: "2024", "24.05.22".
_YEAR = re.compile(r"\d\d(?:\d\d|\.\d\d\.\d\d)")
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:Z|[+-]\d\d:?\d\d)?(?:\s*[ap]\.?m\.?)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_NAME = re.compile(r"(?:[^\W\d_]\.[ \xa0]?)*[^\W\d_][\w'’.-]*(?:[ \xa0]+[^\W\d_][\w'’.-]*){1,3}")
#: Words that stand beside a date without making prose of it.
_BESIDE = (
    frozenset(
        "posted published publish updated update last modified date dated added created release released at on in the"
        " of time a.m p.m am pm gmt utc cet cest est edt pst pdt bst msk ast hrs hours local h t z views view read"
        " reads comments comment shares min minutes minute by first issue no created edited press news"
        " admin administrator editor staff webmaster publication posting".split()
    )
    | frozenset(WEEKDAYS)
    | frozenset(MONTHS)
)
_PARTICLES = frozenset("de da di do dos del van von der den la le el al bin ibn af".split())
_BY = re.compile(r"(?:By|BY|by|Written by|Text by|Story by|Author|Authors|Text)(?::|\s)\s*(?=[^\W\d_])")


def is_stamp(text: str, start: int, end: int, *, titled: bool) -> bool:
    """Whether the line gives a whole date and nothing that is told.

    Args:
        text: the article's text.
        start: where the line begins.
        end: where it ends, blanks left out.
        titled: whether a headline stands above it: then a name or section may stand beside the date.
    """
    if end - start > _LONGEST or "\n" in text[start:end]:
        return False
    if _YEAR.search(text, start, end) is None:
        return False
    days = [day for day in find_days(text, start, end) if day.year is not None]
    if not days:
        return False
    rest = text[start:end]
    for day in reversed(days):
        rest = rest[: day.span.start - start] + " | " + rest[day.span.end - start :]
    rest, clocks = _CLOCK.subn(" ", rest)
    if _BY.match(rest):
        return is_writer(rest.replace("|", " "), 0, len(rest)) or len(_WORD.findall(rest)) <= 8
    words = [word for word in _WORD.findall(rest) if word.lower().rstrip(".") not in _BESIDE]
    if not words:
        return True
    labelled = rest.lower().startswith(("posted", "published", "updated", "date:", "created", "last updated"))
    few = len(words) <= 5 and all(word[0].isupper() for word in words)
    beside = len(words) <= 2 and rest.lstrip().startswith("|")
    return few and (labelled or titled or beside or (clocks > 0 and len(words) <= 3)) and text[end - 1] not in ".!?:"


def is_writer(text: str, start: int, end: int) -> bool:
    """Whether the line names the writer: "By Dana Omarova in Astana"."""
    if end - start > _LONGEST:
        return False
    lead = _BY.match(text, start, end)
    if lead is None:
        return False
    line = text[lead.end() : end].rstrip(":")
    words = [word for word in line.replace(",", " ").replace("|", " ").split() if word not in {"-", "–", "—", "/"}]
    if words and words[0].lower() == "our" and len(words) <= 4 and line[-1].isalpha():
        return True
    named = sum(word[0].isupper() for word in words)
    if not words or len(words) > 8 or not words[0][0].isupper() or line[-1] in "!?;":
        return False
    return named >= len(words) / 2 and not (line[-1] == "." and len(words) > 4)


def is_name(text: str, start: int, end: int) -> bool:
    """Whether the line is nothing but two to four capitalised words, as a writer's name is."""
    if end - start > 40:
        return False
    found = _NAME.fullmatch(text, start, end)
    return found is not None and all(word[0].isupper() or word in _PARTICLES for word in found[0].split())
