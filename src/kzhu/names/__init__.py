"""One name in many spellings: folding, romanisation, matching.

A name reaches the press by many ways: without its diacritics (Orban), in Hungarian order (Szijjártó Péter), in an older
romanisation (Zhomart, Jomart), by way of Russian (Siyarto), as an initial (K. Tokayev). `same_name` says whether two
spellings can be one person's name; `keys` gives what an index finds the candidates by.

Imports are few and late: this room stands on the way to every answer, and most only fold a word.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzhu.names.folding import fold, slug
    from kzhu.names.matching import keys, same_name, same_word

__all__ = ["fold", "keys", "same_name", "same_word", "slug"]

#: The module of this package that has each.
_HOMES = {"fold": "folding", "slug": "folding", "keys": "matching", "same_name": "matching", "same_word": "matching"}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
