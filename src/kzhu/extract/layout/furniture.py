"""Page furniture, told from prose: menus, rates, "Read more", photo credits, sharing buttons, notices, tags.

When in doubt it is prose: a line counts as furniture only for what it begins with, consists of, or unmistakably says.
The phrases stand in data/furniture.yaml.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kzhu.knowledge import Knowledge

#: Longer paragraphs are prose whatever they begin with; notices may be this long, other furniture `_LINE`.
_NOTICE = 700
_LINE = 300
_SEPARATORS = re.compile(r"\s*(?:[|•·›»>]|\s/\s|\s[–—-]\s)\s*")
_SEPARATOR = re.compile(r"[|•·›»>/–—-]")
_SMALL = frozenset("and of the in on".split())
#: What may stand before the words that a line of furniture begins with.
_BULLETS = "*>»›→-–—_•·[(▶► "
#: No words that a line of furniture begins with are longer, in characters.
_OPENING = 100
#: Characters by which those words are looked up.
_HEAD = 4
#: Small words inside the name of a body.
_JOINING = frozenset("of the and for in on to at & de la".split())
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_RATE = re.compile(r"(?:\b[A-Z]{3}(?:/[A-Z]{3})?|[$€£₽₸¥])\s*[:=–-]?\s*[+▲▼↑↓-]?\s*\d+[.,]\d+")
_DEGREES = re.compile(r"[+−–-]?\d+\s*°")
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+")
_COUNTER = re.compile(r"(?:[\W_]*\d[\d\s.,]*)?[\W_]*")
_NUMBERED = re.compile(r"\s*(?:No\.?|Nr\.?|№)\s*[\w/.-]+$")
_CREDIT = re.compile(
    r"(?:^|[.!?…)\"”»\s/|(\[])(Photos?|Image|Picture|Credit|Photo credits?|Foto)(?::| by | credit| courtesy)"
)
#: The words of those, without one of which there is no caption.
_CREDITED = frozenset("photo photos image picture credit foto".split())


class Notices(NamedTuple):
    """What a text says that may make furniture of its paragraphs, told once for all of them."""

    #: Phrases of notices.
    phrases: tuple[str, ...]
    #: Whether it has a word of photo credits.
    credited: bool


@dataclass(frozen=True, slots=True)
class _Phrases:
    labels: frozenset[str]
    sections: frozenset[str]
    whole: frozenset[str]
    #: What a line of furniture begins with, by the first four characters: few paragraphs begin so.
    openers: dict[str, tuple[str, ...]]
    #: Those that have no four, and the characters that they, or what may stand before others, begin with.
    signs: tuple[str, ...]
    marked: frozenset[str]
    #: What betrays a notice, each phrase with words that it cannot do without; and of each the longest word.
    inside: tuple[tuple[str, frozenset[str]], ...]
    telling: frozenset[str]
    headings: frozenset[str]
    signatures: tuple[str, ...]
    signers: frozenset[str]


@lru_cache(maxsize=8)
def _phrases(knowledge: Knowledge) -> _Phrases:
    def words(key: str) -> tuple[str, ...]:
        return knowledge.furniture[key].words if key in knowledge.furniture else ()

    openers = words("openers") + words("captions")
    signs = tuple(opener for opener in openers if len(opener) < _HEAD)
    longest = {phrase: max(_WORD.findall(phrase), key=len) for phrase in words("inside")}
    # The last word of a phrase may go on in a text: "our telegram channels".
    inside = tuple((phrase, frozenset([*_WORD.findall(phrase)[:-1], word])) for phrase, word in longest.items())
    return _Phrases(
        labels=frozenset(words("labels")),
        sections=frozenset(words("sections")),
        whole=frozenset(words("whole")),
        openers={opener[:_HEAD]: tuple(one for one in openers if one[:_HEAD] == opener[:_HEAD]) for opener in openers},
        signs=signs,
        marked=frozenset(f"{_BULLETS}#").union(*[(sign[0], sign[0].upper()) for sign in signs]),
        inside=inside,
        telling=frozenset(longest.values()),
        headings=frozenset(words("headings")),
        signatures=words("signatures"),
        signers=frozenset(words("signers")),
    )


def is_label(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line is a label that stands over a text: "PRESS RELEASE"."""
    if end - start >= 40:
        return False
    bare = _NUMBERED.sub("", text[start:end]).strip("[]():.*- ").lower()
    return not bare or bare in _phrases(knowledge).labels


def is_letterhead(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line, above a headline, is the name of the body whose release this is, in capitals."""
    return end - start <= 160 and text[start:end].isupper() and is_body(text, start, end, knowledge)


def is_body(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line is nothing but the name of a body: "Press Department of the Ministry of Water"."""
    words = text[start:end].split()
    if len(words) < 2 or not text[start].isupper() or not text[end - 1].isalpha():
        return False
    signers = _phrases(knowledge).signers
    return all(word[0].isupper() or word in _JOINING for word in words) and any(
        word.lower() in signers for word in words
    )


def is_masthead(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line is an outlet's name and nothing else."""
    return end - start < 40 and text[start:end].upper() in _outlets(knowledge)


def is_heading(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line stands over a list of other stories: "Read also:", "Most read"."""
    return end - start < 40 and text[start:end].rstrip(":.… ").lower() in _phrases(knowledge).headings


def is_credit(text: str, start: int, end: int) -> bool:
    """Whether the line says where the text is from: "Source: MTI"."""
    return end - start < 60 and text.startswith(("Source:", "SOURCE:", "Source :", "(Source:"), start)


def is_signature(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line, the last of a text, says who issued it."""
    if end - start > 160 or text.count("\n", start, end) > 1:
        return False
    lower = " ".join(text[start:end].split()).lower().lstrip("-–—_ (/")
    if lower.startswith(_phrases(knowledge).signatures):
        return text[end - 1] not in "!?:"
    if text[start] in "-–—_" and end - start < 60 and text[end - 1] not in ".!?":
        return text[start:end].lstrip("-–—_ ")[:1].isupper()
    bare = text[start:end].strip("()[]/-–—. ").upper()
    return bare in _outlets(knowledge) or is_body(text, start, end, knowledge)


@lru_cache(maxsize=8)
def _outlets(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(name.upper() for outlet in knowledge.outlets.values() for name in (outlet.name, *outlet.names))


def is_furniture(text: str, start: int, end: int, notices: Notices, knowledge: Knowledge) -> bool:
    """Whether the paragraph belongs to the page, not to the story.

    Args:
        text: the article's text.
        start: where the paragraph begins.
        end: where it ends.
        notices: what `find_notices` found in the whole text.
        knowledge: the phrases of furniture.
    """
    length = end - start
    if length <= _LINE:
        phrases = _phrases(knowledge)
        if text[start : start + _HEAD].lower() in phrases.openers or text[start] in phrases.marked:
            told = _is_opened(text, start, end, phrases)
            if told is not None:
                return told
        if length <= 60 and _is_sign(text, start, end, phrases):
            return True
        if text[end - 1] not in ".!?":
            # Menus have no numbers, rates nothing but.
            tells = _is_rates if _DIGIT.search(text, start, end) else _is_menu
            if tells(text[start:end], phrases) or (length <= 120 and _has_address(text[start:end].lower())):
                return True
        if notices.credited and _is_caption(text, start, end):
            return True
    if not notices.phrases or length > _NOTICE:
        return False
    lower = text[start:end].lower()
    return any(phrase in lower for phrase in notices.phrases)


def find_notices(text: str, vocabulary: frozenset[str], knowledge: Knowledge) -> Notices:
    """The phrases of notices that stand in a text with these words: of most texts none; and whether it has credits."""
    phrases = _phrases(knowledge)
    credited = not _CREDITED.isdisjoint(vocabulary)
    if phrases.telling.isdisjoint(vocabulary):
        return Notices((), credited)
    likely = [phrase for phrase, needed in phrases.inside if needed <= vocabulary]
    if not likely:
        return Notices((), credited)
    lower = text.lower()
    return Notices(tuple([phrase for phrase in likely if phrase in lower]), credited)


def _is_opened(text: str, start: int, end: int, phrases: _Phrases) -> bool | None:
    """Whether what the line begins with makes it furniture; None where that tells nothing."""
    line = text[start:end].lstrip(_BULLETS)
    bare = line[:_OPENING].lower()
    openers = phrases.openers.get(bare[:_HEAD], ()) + phrases.signs
    if openers and bare.startswith(openers) and not _goes_on(line.lower(), openers):
        return True
    if text.startswith(("(c) ", "(C) "), start) and text[end - 1] != ";" and text[start + 4].isupper():
        return "(b)" not in text  # a notice of copyright, and no list
    return True if text[start] == "#" and _HASHTAGS.fullmatch(text, start, end) else None


def _is_sign(text: str, start: int, end: int, phrases: _Phrases) -> bool:
    """Rules, bullets, counters, with no letters at all; or a button: "Share", "Print"."""
    if _COUNTER.fullmatch(text, start, end):
        return True
    bare = text[start:end].lower().rstrip("0123456789 .:()…→»>").strip("[]<>«»←→|•·-–— ")
    return end - start <= 40 and bare in phrases.whole


def _has_address(lower: str) -> bool:
    return "http" in lower or "www." in lower


def _goes_on(bare: str, openers: tuple[str, ...]) -> bool:
    """Whether a line that begins as furniture goes on as a sentence: "Read more books, the minister told them"."""
    opener = max((opener for opener in openers if bare.startswith(opener)), key=len)
    if opener[-1] in ":(-–©/" or len(bare) < 40 or bare[-1] != ".":
        return False
    behind = bare[len(opener) : len(opener) + 2]
    return behind[:1].isalpha() or (behind[:1] == " " and behind[1:].isalpha())


def _is_menu(line: str, phrases: _Phrases) -> bool:
    """Home | Politics | Economy; Home Politics Economy; a section's name alone."""
    opening = _WORD.search(line)
    if opening is None:
        return False
    first = opening[0].lower()
    if (first in phrases.sections or first in _SMALL) and all(
        word in phrases.sections or word in _SMALL for word in _WORD.findall(line.lower())
    ):
        return True
    if line.lower() in phrases.sections:
        return True
    if _SEPARATOR.search(line) is None:
        return False
    parts = _SEPARATORS.split(line.strip("|•·›»> "))
    known = sum(part.lower() in phrases.sections for part in parts)
    return len(parts) >= 3 and known >= 2 and all(len(part.split()) <= 4 for part in parts)


def _is_rates(line: str, _phrases: _Phrases) -> bool:
    """USD 447.31 EUR 483.2; Astana -12 °C."""
    if len(_RATE.findall(line)) >= 2:
        return sum(not word.isupper() for word in _WORD.findall(line)) <= 3
    return "°" in line and _DEGREES.search(line) is not None and len(_WORD.findall(line)) <= 5


def _is_caption(text: str, start: int, end: int) -> bool:
    """A short paragraph that ends with a photo credit: "The talks in Astana. Photo: Akorda"."""
    lower = text[start:end].lower()
    if not ("hoto" in lower or "redit" in lower or "mage" in lower or "icture" in lower):
        return False
    if lower.rstrip(".)] ").endswith(("file photo", "archive photo", "illustrative photo")):
        return True
    credits_ = list(_CREDIT.finditer(text, start, end))
    return bool(credits_) and end - credits_[-1].start() <= 60 and text.find(". ", credits_[-1].end(), end) < 0
