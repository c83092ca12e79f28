"""Words that begin alike, for a query's `word*`.

FTS5 gathers every article of every such word before it gives the first; asked for the words themselves it gives the
newest articles at once. Its table of terms tells which words there are.
"""

from __future__ import annotations

import re
import sqlite3

#: Of more words than this that begin alike, FTS5 goes through all: each costs a search of its own.
_MOST_FORMS = 200
#: A word of FTS5's tokenizer, for texts in ASCII.
_WORD = re.compile(r"[a-z0-9]+")
#: Each step looks for the first term behind all that the one before begins.
_FORMS = """
WITH RECURSIVE form(term) AS (
    SELECT (SELECT term FROM temp.terms WHERE term >= :first LIMIT 1)
    UNION ALL
    SELECT (SELECT term FROM temp.terms WHERE term >= form.term || char(1) LIMIT 1) FROM form WHERE term < :end
) SELECT term FROM form WHERE term < :end LIMIT :most
"""


def spelled_out(connection: sqlite3.Connection, words: str) -> tuple[str, ...] | None:
    """What words stand for whose last one may go on: the same with each word of the archive that begins so.

    None where there are too many such words or none, or where letters are not of the Latin alphabet.
    """
    plain = _plain(words)
    found = [*_WORD.finditer(plain)]
    if not found or not plain.isascii():
        return None
    last = found[-1]
    connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab('main', 'words', 'instance')")
    limits = {"first": last[0], "end": f"{last[0]}\U0010ffff", "most": _MOST_FORMS + 1}
    forms = connection.execute(_FORMS, limits).fetchall()
    if not 0 < len(forms) <= _MOST_FORMS:
        return None
    return tuple(plain[: last.start()] + form for (form,) in forms)


def _plain(words: str) -> str:
    """Words in small letters without accents, as FTS5's tokenizer has them, which takes both away."""
    if words.isascii():
        return words.lower()
    from unicodedata import combining, normalize

    return "".join(sign for sign in normalize("NFD", words.lower()) if not combining(sign))
