"""One name in many spellings: folding, romanisation, matching.

A name reaches the press by many ways: without its diacritics (Orban), in Hungarian order (Szijjártó Péter), in an older
romanisation (Zhomart, Jomart), by way of Russian (Siyarto), as an initial (K. Tokayev). `same_name` says whether two
spellings can be one person's name; `keys` gives what an index finds the candidates by.

Imports are few: this room stands on the way to every answer.
"""

from __future__ import annotations

from kzhu.names.folding import fold, slug
from kzhu.names.matching import keys, same_name, same_word

__all__ = ["fold", "keys", "same_name", "same_word", "slug"]
