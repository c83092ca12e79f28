"""Whether two spellings can be one person's name, word by word."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kzhu.names.folding import WORD, plain
from kzhu.names.sounds import once, skeletons, sounds_alike
from kzhu.names.variants import variants_of

_PARTICLES = frozenset(
    "von fon van der den de del della di da do dos das du la le el al ul bin ibn ben bint abu y e und zu zur "
    "ter ten af av "
    "as ash ad an at az ez ud uz of the".split()
)
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
_SUFFIXES = frozenset(("jr", "sr", "junior", "senior"))
#: Initials that one letter of another alphabet, or one sound, needs two letters for: "Zh. Tokayev", "Gy. Matolcsy".
_INITIALS = frozenset("zh sh ch kh ts ye yu ya yo sz zs cs gy ny ty th".split())

#: Letters that one name can begin with in several spellings.
_ALIKE = {
    letter: frozenset("".join(row for row in rows if letter in row))
    for rows in [("kqc", "jzy", "yei", "hg", "vw")]
    for letter in "".join(rows)
}


def same_name(a: str, b: str) -> bool:
    """Whether two spellings can be one person's name.

    Every word of the shorter name must be a word of the longer, in the same order or with the family name first; an
    initial stands for any word it begins. A single word is taken for the family name (or a name borne alone).

    >>> same_name("Péter Szijjártó", "Siyarto Peter"), same_name("Kassym-Jomart Tokayev", "K. Tokaev")
    (True, True)
    >>> same_name("Ilham Aliyev", "Mehriban Aliyeva"), same_name("Viktor Orbán", "Viktor Orlan")
    (False, False)
    """
    first, first_number = _parts(a)
    second, second_number = _parts(b)
    if not first or not second or (first_number and second_number and first_number != second_number):
        return False
    if first == second:
        return True
    if ("-" in a and _lacks_half(second, a)) or ("-" in b and _lacks_half(first, b)):
        return False
    if _aligned(first, second):
        return True
    if len(first) > len(second):
        return any(_aligned(joined, second) for joined in _joined(first))
    return len(first) < len(second) and any(_aligned(first, joined) for joined in _joined(second))


def same_word(a: str, b: str) -> bool:
    """Whether two single words, folded, can spell one name: "szijjarto", "siyarto"."""
    if a == b:
        return True
    # Words that share no key, as nearly all, are told apart at once.
    return not _keys_of(a).isdisjoint(_keys_of(b)) and (
        sounds_alike(once(a), once(b)) or not variants_of(a).isdisjoint(variants_of(b))
    )


def keys(name: str) -> tuple[str, ...]:
    """Keys to find a name by: of any two same names at least one key is shared. The last word's come first.

    A key is what all spellings of a word have in common: its consonants, by class. Where a letter can be of two
    classes, the word has a key for each.

    >>> set(keys("Szijjártó Péter")) & set(keys("Siyarto")) != set()
    True
    """
    words, _ = _parts(name)
    found: list[str] = []
    for word in (*reversed(words), *map("".join, pairwise(words))):
        if len(word) > 1 or len(words) == 1:
            found += _keys_of(word)
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 16)
def _keys_of(word: str) -> frozenset[str]:
    """The keys of a single word; any two words that can spell one name share one."""
    return skeletons(once(word)) | {f"={group}" for group in variants_of(word)}


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The words of a name that tell people apart, and its number ("ii") or ""."""
    letters = plain(name)
    words = WORD.findall(letters)
    number = ""
    if len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    # "Abdullah II" has a number, "Wang I" has a word.
    if len(words) > 1 and words[-1] in _NUMERALS and name.rstrip(" .").endswith(words[-1].upper()):
        follows = letters[[*WORD.finditer(letters)][len(words) - 1].end() :]
        if not follows.startswith(".") and not (words[-1] == "i" and len(words[-2]) < 4):
            number = words.pop()
    if _PARTICLES.isdisjoint(words):
        return tuple(words), number
    kept = [
        word
        for i, word in enumerate(words)
        if word not in _PARTICLES or (i == 0 and len(words) == 2 and len(words[1]) < 4) or (len(words) == 1)
    ]
    return tuple(kept or words), number


def _lacks_half(words: tuple[str, ...], hyphened: str) -> bool:
    """Whether a name ends in but one half of a family name with a hyphen: Vladimir Putin, Vladimir Putin-Ivanov."""
    halves = [plain(half) for half in hyphened.rsplit(maxsplit=1)[-1].split("-")]
    # "Kul-Mukhammed", "Kulmukhammed": written as one, nothing is left out.
    if len(words) < 2 or len(halves) != 2 or any(len(half) < 3 for half in halves):
        return False
    return (same_word(words[-1], halves[0]) or same_word(words[-1], halves[1])) and not any(
        same_word(words[-2], half) for half in halves
    )


@lru_cache(maxsize=1 << 14)
def _joined(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words with two neighbours written as one, as where the other name has fewer."""
    return tuple(
        [
            (*words[:i], words[i] + words[i + 1], *words[i + 2 :])
            for i in range(len(words) - 1)
            if len(words[i]) > 1 and len(words[i + 1]) > 1
        ]
    )


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    size = len(short)
    if size == 1:
        return len(short[0]) > 1 and (same_word(short[0], long[-1]) or same_word(short[0], long[0]))
    # Only a first or a last word moves, to the other end. The given name that comes first must be told in both: Rustam
    # Emomali Rahmon is not Emomali Rahmon.
    for turn in (0, 1) if size == 2 else (0, 1, size - 1):
        if _stands_for(short[turn], long[0]) and _inside(short[turn:] + short[:turn], long):
            return True
    return False


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of `short`, whose first is that of `long`, stand in `long` in this order."""
    full = len(short[0]) > 1 and len(long[0]) > 1
    at = 1
    for word in short[1:]:
        while at < len(long) and not _stands_for(word, long[at]):
            at += 1
        if at == len(long):
            return False
        full = full or (len(word) > 1 and len(long[at]) > 1)
        at += 1
    # A middle initial or name told in both must agree: George W., George H. W.
    return full and (len(short) < 3 or len(short) == len(long) or _stands_for(short[1], long[1]))


@lru_cache(maxsize=1 << 16)
def _stands_for(a: str, b: str) -> bool:
    """Whether two words are one, or one is the initial of the other."""
    if len(a) > 2 and len(b) > 2:
        return same_word(a, b)
    short, full = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return full[0] in _ALIKE.get(short, short)
    return (short in _INITIALS and len(full) > 2 and full[0] in _ALIKE.get(short[0], short[0])) or same_word(a, b)
