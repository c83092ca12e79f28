"""Bytes into text: UTF-8 where they are, else the legacy code page that fits them best, and what was done is told."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kzhu.errors import KzhuError

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
#: How files begin that are often taken for articles and are none.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3\0", "an SQLite database"),
)
#: A text may hold this many control characters, or this share of them; with more it is none.
_FEW_CONTROLS, _MOST_CONTROLS = 10, 0.05
#: Characters looked at to choose a code page.
_SAMPLE = 20_000

# Letters that are usual in the languages of a code page weigh 1, its other letters little, as given behind them.
# Only the letters in which the pages differ decide between them, so those of rare languages weigh less.
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_PAGES: tuple[tuple[str, str, dict[str, float]], ...] = (
    ("cp1252", "áéíóöúüäàèçñãêôâßåæëîï", {"õ": 0.6, "û": 0.6, "ø": 0.7, "ì": 0.4, "ù": 0.4, "ò": 0.5, "ý": 0.5}),
    ("cp1250", "áéíóöőúüűäčěřšžýłąęśżźćńňťďůßôâîç", {"ă": 0.6, "ş": 0.6, "ţ": 0.6, "đ": 0.6, "ľ": 0.5}),
    ("cp1254", "áéíóöúüäâîçşğıßñêôàè", {"û": 0.6}),
    ("cp1251", _CYRILLIC + "ёіїєў", {}),
    ("kz1048", _CYRILLIC + "ёіәғқңөұүһ", {}),
    ("koi8-r", _CYRILLIC + "ё", {}),
)
_OTHER_LETTER = 0.2
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class UnreadableError(KzhuError):
    """Bytes that hold no text; the message says what they are."""


class Decoded(NamedTuple):
    """A text as it is stored, and what the user should know of how it was read."""

    text: str
    #: None where the bytes were plain UTF-8.
    remark: str | None


def decode(raw: bytes) -> Decoded:
    """The text of a file: no BOM, plain line ends, each control character but line end and tab made a blank.

    Everything else stays: non-breaking spaces, runs of blanks and of empty lines. Offsets count in what is given here.

    Raises:
        UnreadableError: the bytes are empty or no text.
    """
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableError(f"is {what}, no plain text")
    text, remark = _characters(raw)
    text = clean(text)
    if not text.strip():
        raise UnreadableError("is empty" if not raw else "holds nothing but blanks")
    return Decoded(text, remark)


def clean(text: str) -> str:
    r"""A text with plain line ends and a blank for each other control character, one for one.

    >>> clean("one\r\ntwo\x07")
    'one\ntwo '
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROLS.sub(" ", text)
    # Half a surrogate pair, which JSON can smuggle in, is no character and cannot be stored.
    return text.encode("utf-8", "replace").decode("utf-8") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _characters(raw: bytes) -> tuple[str, str | None]:
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            try:
                return raw[len(bom) :].decode(encoding), None if encoding == "utf-8" else f"was read as {encoding}"
            except UnicodeDecodeError as error:
                if encoding == "utf-8":
                    return _mended(raw[len(bom) :])
                raise UnreadableError(f"begins as {encoding} does, but is none: {error.reason}") from error
    if b"\0" in raw:
        raise UnreadableError("is binary, no text")
    try:
        text, remark = raw.decode("utf-8"), None
    except UnicodeDecodeError:
        text, remark = _mended(raw)
    sample = text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(_FEW_CONTROLS, _MOST_CONTROLS * len(sample)):
        raise UnreadableError("is binary, no text")
    return text, remark


def _mended(raw: bytes) -> tuple[str, str]:
    """Text of bytes that are not wholly UTF-8."""
    lenient = raw.decode("utf-8", "replace")
    wrong = lenient.count("�")
    right = sum(1 for character in lenient if character > "\x7f") - wrong
    if right > 2 * wrong:
        return lenient, f"is UTF-8 but for {wrong} byte{'s' * (wrong > 1)}, shown as �"
    page, text = _best_page(raw)
    return text, f"is no UTF-8; it was read as {page}, the code page that fits best"


def _best_page(raw: bytes) -> tuple[str, str]:
    """The code page whose reading looks most like words, and that reading; in doubt the first of the list."""
    best: tuple[float, str, str] | None = None
    for page, usual, weights in _PAGES:
        text = raw.decode(page, "replace")
        score = _likeness(text, _weights(usual, tuple(weights.items())))
        if best is None or score > best[0]:
            best = score, page, text
    assert best is not None  # noqa: S101 -- there are code pages
    return best[1], best[2]


@lru_cache(maxsize=8)
def _weights(usual: str, others: tuple[tuple[str, float], ...]) -> dict[str, float]:
    return {**dict(others), **dict.fromkeys(usual, 1.0)}


def _likeness(text: str, weights: dict[str, float]) -> float:
    """How much the characters beyond ASCII look like letters of words."""
    score = 0.0
    looked_at = 0
    for i, character in enumerate(text):
        if character <= "\x7f":
            continue
        looked_at += 1
        if looked_at > _SAMPLE:
            break
        before = text[i - 1] if i else " "
        if not character.isalpha():
            # A sign between letters, as a wrong page yields; quotes and dashes are the same in all pages.
            if before.isalpha() and text[i + 1 : i + 2].isalpha() and character not in "’‘'-–\xad":
                score -= 1
            score -= character == "�"
            continue
        score += weights.get(character.lower(), _OTHER_LETTER)
        if before.isalpha():
            mixed = ("Ѐ" <= character <= "ԯ") != ("Ѐ" <= before <= "ԯ")
            score -= mixed or (character.isupper() and before.islower())
    return score
