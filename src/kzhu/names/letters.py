"""Letters of other alphabets, and letters with marks, as small plain Latin ones.

Apart from `kzhu.names.folding`, since most names have none of them, and the tables cost more than an answer's words.
"""

from __future__ import annotations

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


def romanised(lowered: str) -> str:
    """A name in small letters, as plain Latin ones; the signs between words stay."""
    # Before taking letters apart: й and ё are letters of their own.
    latin = unicodedata.normalize("NFC", lowered).translate(_CYRILLIC).translate(_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(sign))
