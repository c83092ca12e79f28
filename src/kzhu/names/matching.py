"""Whether two spellings can be one person's name, word by word."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kzhu.names.folding import WORD, plain
from kzhu.names.sounds import TWICE, skeletons, sounds_alike
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
    return any(_aligned(x, y) for x in _joinings(first, second) for y in _joinings(second, first))


@lru_cache(maxsize=1 << 16)
def same_word(a: str, b: str) -> bool:
    """Whether two single words, folded, can spell one name: "szijjarto", "siyarto"."""
    return a == b or sounds_alike(TWICE.sub(r"\1", a), TWICE.sub(r"\1", b)) or bool(variants_of(a) & variants_of(b))


def keys(name: str) -> tuple[str, ...]:
    """Keys to find a name by: of any two same names at least one key is shared. The last word's come first.

    A key is what all spellings of a word have in common: its consonants, by class. Where a letter can be of two
    classes, the word has a key for each.

    >>> set(keys("Szijjártó Péter")) & set(keys("Siyarto")) != set()
    True
    """
    words, _ = _parts(name)
    found: dict[str, None] = {}
    for word in (*reversed(words), *("".join(pair) for pair in pairwise(words))):
        if len(word) > 1 or len(words) == 1:
            found.update(dict.fromkeys(skeletons(TWICE.sub(r"\1", word))))
            found.update((f"={group}", None) for group in sorted(variants_of(word)))
    return tuple(found)


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The words of a name that tell people apart, and its number ("ii") or ""."""
    letters = plain(name)
    found = list(WORD.finditer(letters))
    words = [hit.group() for hit in found]
    number = ""
    if len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    # "Abdullah II" has a number, "Wang I" has a word.
    if len(words) > 1 and words[-1] in _NUMERALS and name.rstrip(" .").endswith(words[-1].upper()):
        follows = letters[found[len(words) - 1].end() :]
        if not follows.startswith(".") and not (words[-1] == "i" and len(words[-2]) < 4):
            number = words.pop()
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


def _joinings(words: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words as they are, and with two neighbours written as one where the other name has fewer words."""
    found = [words]
    if len(words) > len(other):
        found += [
            (*words[:i], words[i] + words[i + 1], *words[i + 2 :])
            for i in range(len(words) - 1)
            if len(words[i]) > 1 and len(words[i + 1]) > 1
        ]
    return found


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) == 1:
        return len(short[0]) > 1 and (same_word(short[0], long[-1]) or same_word(short[0], long[0]))
    return any(_inside(short[turn:] + short[:turn], long, len(short) - turn) for turn in range(len(short)))


def _inside(short: tuple[str, ...], long: tuple[str, ...], turned: int) -> bool:
    """Whether the words of `short` stand in `long` in this order, its first word among them.

    `turned` tells where the name was cut to bring its other end to the front; only a first or a last word moves.
    """
    if turned not in {len(short), 1, len(short) - 1}:
        return False
    at = full = 0
    for i, word in enumerate(short):
        while at < len(long) and not _stands_for(word, long[at]):
            # The given name that comes first must be told in both: Rustam Emomali Rahmon is not Emomali Rahmon.
            if i == 0 or at == 0:
                return False
            at += 1
        if at == len(long):
            return False
        full += len(word) > 1 and len(long[at]) > 1
        at += 1
    # A middle initial or name told in both must agree: George W., George H. W.
    return full > 0 and (len(short) < 3 or len(short) == len(long) or _middle_agrees(short, long))


def _middle_agrees(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return _stands_for(short[1], long[1])


def _stands_for(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1 or a in _INITIALS or b in _INITIALS:
        short, full = (a, b) if len(a) <= len(b) else (b, a)
        if short == full or (full.startswith(short) and len(short) > 1):
            return True
        if len(short) == 1 or short in _INITIALS:
            alike = short[0] == full[0] or any(
                short[0] in row and full[0] in row for row in ("kqc", "jzy", "ei", "yei", "hg", "vw")
            )
            if alike and (len(short) == 1 or len(full) > 2):
                return True
    return same_word(a, b)
