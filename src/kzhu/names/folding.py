"""Names in small plain letters."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and a mark.
_LETTERS = str.maketrans({
    "ı": "i", "İ": "i", "ł": "l", "ø": "o", "đ": "dj", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a",
    "ŋ": "ng", "ħ": "h", "ĸ": "k", "ŧ": "t", "ʻ": "", "ʼ": "", "’": "", "'": "", "‘": "", "`": "", "ʹ": "", "ʺ": "",
})  # fmt: skip
# Russian as newspapers romanise it; Kazakh, Kyrgyz, Ukrainian, Belarusian and Serbian letters beside it.
_CYRILLIC = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
    "ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
    "ї": "yi", "є": "ye", "ґ": "g", "ў": "u", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ch", "џ": "dzh",
})  # fmt: skip
WORD = re.compile(r"[^\W_]+")


def fold(name: str) -> str:
    """A name in small plain letters, its words apart by single blanks; Cyrillic is romanised.

    >>> fold("Péter Szijjártó"), fold("Nagy-Kovács Eszter"), fold("Токаев")
    ('peter szijjarto', 'nagy kovacs eszter', 'tokaev')
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(WORD.findall(plain(name)))


def slug(name: str) -> str:
    """A name as an identifier: ASCII letters and digits with single hyphens between.

    >>> slug("Péter Szijjártó")
    'peter-szijjarto'
    """
    words = re.findall(r"[a-z0-9]+", plain(name))
    return "-".join(words) or "-".join(f"u{ord(sign):x}" for sign in name if not sign.isspace()) or "unnamed"


def plain(name: str) -> str:
    """Letters small, plain and of the Latin alphabet; the signs between words stay."""
    lowered = name.lower()
    if lowered.isascii():
        return lowered.replace("'", "").replace("`", "")
    # Before taking letters apart: й and ё are letters of their own.
    lowered = unicodedata.normalize("NFC", lowered).translate(_CYRILLIC).translate(_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(sign))
