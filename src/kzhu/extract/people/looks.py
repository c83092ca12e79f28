"""What the words of a name alone say for a person."""

from __future__ import annotations

from functools import lru_cache

from kzhu.extract.people.lexicon import Lexicon, fold_word, given_strength
from kzhu.extract.people.stretches import NUMERALS, PARTICLES

_SURNAME_ENDS = (
    "ov", "ova", "ev", "eva", "yev", "yeva", "iev", "ieva", "skiy", "sky", "ski", "skaya", "ska", "enko", "chuk",
    "uk", "yuk",
    "ich", "vic", "vich", "ic", "yan", "ian", "shvili", "dze", "adze", "uly", "kyzy", "kizi", "oglu", "bayev", "bekov",
    "sson", "ssen", "son", "sen", "escu", "oiu", "poulos", "idis", "akis", "nen", "lainen", "zadeh", "pour",
    "stein", "mann",
    "berg", "baum", "nyi", "ffy", "yi", "szky", "ez", "ini", "elli", "etti", "ucci", "ello", "aitis", "auskas", "ius",
    "wala", "singh", "kumar", "rao", "nejad", "opoulos", "czyk", "czak", "ak", "nik", "ovics", "ovits", "ley", "ton",
)  # fmt: skip


@lru_cache(maxsize=1 << 14)
def of_name(words: tuple[str, ...], lex: Lexicon) -> float:
    """What the words of a run alone say for a person; texts name the same people again and again."""
    lowers = tuple([word.lower() for word in words])
    names = [i for i, word in enumerate(words) if word not in PARTICLES and word != "."]
    if not names:
        return -9.0
    total = 0.0
    first = given_strength(words[names[0]], lex)
    if len(names) == 1:
        total += 1.0 if first == 1.0 else 0.0
        if lowers[names[0]] in lex.common or lowers[names[0]] in lex.title_words:
            total -= 3.0
        return total
    total += 0.5
    if len(words[names[0]]) == 1:
        total += 2.5
    elif first:
        total += 3.0 if first == 1.0 else 2.0
    others = [given_strength(words[i], lex) for i in names[1:] if words[i] not in NUMERALS]
    if 1.0 in others:
        total += 2.0 if not first else 0.5
    elif 0.5 in others and first:
        total += 0.5
    if (
        fold_word(words[0]).split(" ")[0] in lex.family_first
        and len(names) <= 3
        and all(len(words[i]) <= 10 for i in names)
    ):
        total += 2.0 if not first else 0.5
    if lowers[names[-1]].endswith(_SURNAME_ENDS) and len(words[names[-1]]) > 4:
        total += 1.5
    for i in names:
        if lowers[i] in lex.common and not (lowers[i] in lex.surnames and i == names[-1] and first):
            total -= 2.5 if i != names[0] or first < 1.0 else 0.0
        elif lowers[i] in lex.title_words and i != names[-1] and not given_strength(words[i], lex):
            total -= 2.0
    if len(names) > 5:
        total -= 2.0
    last = lowers[names[-1]]
    if (
        first < 1.0
        and last[-1] == "s"
        and last[:-1] in lex.plain
        and last not in lex.surnames
        and last[:-1] not in lex.surnames
    ):
        total -= 3.0  # "Fruit Exporters"
    return total
