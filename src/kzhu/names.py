"""One name in many spellings: folding, romanisation, matching.

A name reaches the press by many ways: without its diacritics (Orban), in Hungarian order (Szijjártó Péter), in an older
romanisation (Zhomart, Jomart), by way of Russian (Siyarto), as an initial (K. Tokayev). `same_name` says whether two
spellings can be one person's name; `keys` gives what an index finds the candidates by. The rules are those of writing
systems, one line each in `_SOUNDS`; names are compared sound by sound, and every rule that is used has a price.

Imports are few: this module stands on the way to every answer.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

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
_WORD = re.compile(r"[^\W_]+")
_TWICE = re.compile(r"(.)\1+")

_PARTICLES = frozenset(
    "von fon van der den de del della di da do dos das du la le el al ul bin ibn ben bint abu y e und zu zur "
    "ter ten af av "
    "as ash ad an at az ez ud uz of the".split()
)
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split())
_SUFFIXES = frozenset(("jr", "sr", "junior", "senior"))
#: Initials that one letter of another alphabet, or one sound, needs two letters for: "Zh. Tokayev", "Gy. Matolcsy".
_INITIALS = frozenset("zh sh ch kh ts ye yu ya yo sz zs cs gy ny ty th".split())

# Given names that one person bears side by side, in another language of theirs or for short; "Volodymyr" is
"Vladimir"
# in Russian. What the sounds alone tell ("Viktor", "Victor") needs no line.
_VARIANTS = """
vladimir volodymyr uladzimir; aleksandr alexander oleksandr aliaksandr alyaksandr sasha; aleksey oleksiy
aliaksei alexei alexey;
nikolai nikolay mykola mikalai nicolae; mikhail mykhailo mikhailo mikhas michail; dmitry dmytro dzmitry dmitriy
dmitri;
sergey sergei serhiy serhii siarhei; yevgeny evgeny yevhen yauhen evgeniy; pavel pavlo paval; pyotr petro piotr petr;
andrey andrei andriy andrii; vasily vasyl vasil; grigory hryhoriy hryhorii ryhor; igor ihor ihar; oleg oleh aleh;
yekaterina ekaterina kateryna katsiaryna; yelena elena olena alena; anna hanna; olga olha volha; svetlana svitlana
sviatlana; natalia natalya nataliya natallia; konstantin kostiantyn kanstantsin; anatoly anatoliy anatolii anatol;
vladislav vladyslav uladzislau; vyacheslav viacheslav viachaslau; yuri yuriy yurii iurii; yulia yuliya iuliia julia;
daniil danylo danila; ilya illia illya; stepan stsiapan; yaroslav iaroslav; georgy heorhiy georgi; maksim maxim
maksym;
charles sharl charlz; john dzhon jon; george dzhordzh; james dzheyms jim jimmy; joseph joe dzho dzhozef; jean zhan;
jacques zhak; francois fransua; pierre pyer; emmanuel emmanyuel; michael maykl mike; william bill uilyam vilyam;
robert bob bobby; richard dick rick; thomas tom tommy; anthony tony antony entoni; edward ed eddie ted; david
dave devid;
stephen steven steve; daniel dan danny; samuel sam; benjamin ben; timothy tim; christopher chris kristofer;
nicholas nick;
kenneth ken; ronald ron; donald don; jeffrey jeff; gregory greg; andrew andy endryu; matthew matt; patrick pat;
katherine catherine kate kathy; elizabeth liz; margaret maggie; jorg joerg; yitzhak yitzchak itzhak;
yusuf yousef yosef; mohammed mukhamed magomed muhammad mehmed mohamad muhammed; ibrahim ebrahim ibragim;
hussein husseyn hossein husayn huseyin gusein khusein; yahya yakhya; abdullah abdallah abdulla; ahmed ahmad
akhmed akhmad;
kassym kasym qasym kasim; zhomart jomart dzhomart; nursultan nurseltan; yoshihide esikhide; shinzo sindzo;
fumio fumyo;
abdel abdul abdol abd; omar umar; osman usman othman; claude klod; nicolas nikolya nikola;
isaac yitzhak itzhak; nikita mikita; justin dzhastin
"""

# Spellings of one sound, and what taking one for the other costs. "^" and "$" are the ends of a word.
_SOUNDS = """
0.10: k q, k c, k ck, k kh, k ch, q gh, h kh, g gh, kh ch, kh x, ks x, kv qu, kv q, q g, f ph, f v, v w, t th
0.10: r rh, k$ que$
0.10: j y, j i, j zh, j dzh, j dj, zh dzh, dzh dj, zh z, zs zh, z zs, ch c, cs ch, cz ch, ^tch ^ch, tchy chy
0.10: tchi chi, tsch ch, gs ks, gs kis, cs c, ch cs
0.10: s sh, s sz, sz sh, sch sh, sh s, sh ch, sch s, sch sk, z s, s c, ts c, ts z, tz ts, tz c, tz z, cz c
0.10: cz ts, tsz j, tsz z
0.15: tszy j, tzi ji, chzh zh, ts q, x s, x sh, x h, tsz dz, dz z, c dzh, c j, c dz, cz tsch, shch sch
0.15: shch sc, shch s
0.15: gy dy, gy d, gy dj, dj d, ly y, ly i, ly l, ly j, li ly, ll y, lj l, lj ly, gli l, nj n, nj ny, ny n
0.15: gn n, gn ny, n nn
0.15: ng$ n$, ngk nk, rz zh, rz z, rz sh, w u, v u, uv v, ou ov, au av, oui ui, hn$ n$, hn n, hl l, hr r, hm m, ahi ai
0.15: g dzh, gi dzh, g j, gi j, gg dzh, ge zhe, ge dzhe, gi zhi, ^h ^, h g, kh g, ^ye ^e, ^je ^e, ^jo ^yo
0.15: ^ju ^yu, ^ja ^ya, ^ia ^ya
0.15: ti tsi, ty tsi, di dzi, dm dzm, tia tsia, ko$ ka$, enko$ enka$, ov$ ow$, ou$ ov$, au$ av$, ff$ v$, w$ v$
0.15: sk cz, ck tsk
0.15: de$ d$, re$ r$, lle$ l$, tte$ t$, ski$ skiy$, sky$ skiy$, skyi$ skiy$, skyj$ sky$, es$ s$, ai$ aj$, e$ ej$
0.15: tsky$ cki$, eh$ e$, ah$ a$
0.20: st sht, sp shp, ^s ^z, b bh, d dh, p ph, t tt, nk nq, mp np, r zh, oi ua, oi ya, z ts, ^ts ^t, ump amp, ey$ i$
0.20: ny$ ni$, h y
"""

_VOWELS = "aeiouy"
# Vowels of one place in the word; what is not told here is another name.
_VOWEL_PRICES = {
    "a e": 0.3, "a o": 0.3, "e i": 0.25, "o u": 0.25, "e o": 0.35, "i u": 0.3, "a u": 0.65, "ei i": 0.2, "ai i": 0.35,
    "ai ei": 0.15, "ei e": 0.25, "ai e": 0.35, "ai a": 0.4, "a ei": 0.4, "ou u": 0.1, "ou o": 0.15, "ae a": 0.15,
    "ae e": 0.15, "ae ai": 0.15, "ae aei": 0.15, "aei ai": 0.15, "oe o": 0.1, "oe e": 0.15, "oe io": 0.15,
    "ue u": 0.1,
    "ue iu": 0.1, "iu u": 0.15, "ia a": 0.45, "ia e": 0.4, "ie e": 0.2, "ie i": 0.2, "io o": 0.3,
    "io e": 0.15, "au o": 0.25,
    "eau o": 0.2, "au ou": 0.2, "eu o": 0.3, "eu oi": 0.2, "aeu oi": 0.15, "ea i": 0.25, "ea e": 0.2,
    "ea a": 0.3, "ue ui": 0.2,
    "oi ua": 0.2, "ia io": 0.3, "ua oua": 0.1, "ie ia": 0.3, "ui iui": 0.1, "oui ui": 0.1, "ao o": 0.3, "ui i": 0.25,
    "eia ea": 0.1, "aa a": 0.05, "uo o": 0.2, "ae eia": 0.2,
}  # fmt: skip
#: A vowel that one spelling has inside the word and the other leaves out: Tleuberdi, Tileuberdi.
_VOWEL_LEFT_OUT = 0.45
#: What two words may cost, per letter of the shorter.
_LIMIT = 0.11
_FAR = 9.0


def fold(name: str) -> str:
    """A name in small plain letters, its words apart by single blanks; Cyrillic is romanised.

    >>> fold("Péter Szijjártó"), fold("Nagy-Kovács Eszter"), fold("Токаев")
    ('peter szijjarto', 'nagy kovacs eszter', 'tokaev')
    """
    return " ".join(_WORD.findall(_plain(name)))


def slug(name: str) -> str:
    """A name as an identifier: ASCII letters and digits with single hyphens between.

    >>> slug("Péter Szijjártó")
    'peter-szijjarto'
    """
    words = re.findall(r"[a-z0-9]+", _plain(name))
    return "-".join(words) or "-".join(f"u{ord(sign):x}" for sign in name if not sign.isspace()) or "unnamed"


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
    return any(_aligned(x, y) for x in _joinings(first, second) for y in _joinings(second, first))


@lru_cache(maxsize=1 << 16)
def same_word(a: str, b: str) -> bool:
    """Whether two single words, folded, can spell one name: "szijjarto", "siyarto"."""
    return (
        a == b or _sounds_alike(_TWICE.sub(r"\1", a), _TWICE.sub(r"\1", b)) or bool(_variants_of(a) & _variants_of(b))
    )


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
            found.update(dict.fromkeys(_skeletons(_TWICE.sub(r"\1", word))))
            found.update((f"={group}", None) for group in sorted(_variants_of(word)))
    return tuple(found)


def _plain(name: str) -> str:
    lowered = name.lower()
    if lowered.isascii():
        return lowered.replace("'", "").replace("`", "")
    # Before taking letters apart: й and ё are letters of their own.
    lowered = unicodedata.normalize("NFC", lowered).translate(_CYRILLIC).translate(_LETTERS)
    return "".join(sign for sign in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(sign))


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[tuple[str, ...], str]:
    """The words of a name that tell people apart, and its number ("ii") or ""."""
    plain = _plain(name)
    found = list(_WORD.finditer(plain))
    words = [hit.group() for hit in found]
    number = ""
    if len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    # "Abdullah II" has a number, "Wang I" has a word.
    if len(words) > 1 and words[-1] in _NUMERALS and name.rstrip(" .").endswith(words[-1].upper()):
        follows = plain[found[len(words) - 1].end() :]
        if not follows.startswith(".") and not (words[-1] == "i" and len(words[-2]) < 4):
            number = words.pop()
    kept = [
        word
        for i, word in enumerate(words)
        if word not in _PARTICLES or (i == 0 and len(words) == 2 and len(words[1]) < 4) or (len(words) == 1)
    ]
    return tuple(kept or words), number


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


@lru_cache(maxsize=1)
def _variant_table() -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_VARIANTS.split(";")):
        for word in line.split():
            table[word] = table.get(word, frozenset()) | {number}
    return table


def _variants_of(word: str) -> frozenset[int]:
    return _variant_table().get(word, frozenset())


@lru_cache(maxsize=1)
def _sound_table() -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for line in _SOUNDS.strip().splitlines():
        price, _, pairs = line.partition(":")
        for pair in pairs.split(","):
            one, other = pair.split()
            for left, right in ((one, other), (other, one)):
                row = table.setdefault(left, {})
                row[right] = min(row.get(right, _FAR), float(price))
    return table


@lru_cache(maxsize=1)
def _vowel_table() -> dict[tuple[str, str], float]:
    table = {}
    for pair, price in _VOWEL_PRICES.items():
        one, other = pair.split()
        table[one, other] = table[other, one] = price
    return table


@lru_cache(maxsize=4096)
def _vowel_price(a: str, b: str) -> float:
    """What it costs to take one run of vowels for another."""
    a, b = (_TWICE.sub(r"\1", run.replace("y", "i")) for run in (a, b))
    if a == b:
        return 0.05
    # A glide between vowels: Baev, Bayev.
    thin_a, thin_b = (
        _TWICE.sub(r"\1", run[0] + run[1:-1].replace("i", "") + run[-1]) if len(run) > 2 else run for run in (a, b)
    )
    if thin_a == thin_b:
        return 0.1
    return min(_vowel_table().get((a, b), _FAR), 0.1 + _vowel_table().get((thin_a, thin_b), _FAR))


@lru_cache(maxsize=65536)
def _sounds_alike(a: str, b: str) -> bool:
    """Whether two words (no letter twice running) are one, sound by sound, within the limit."""
    if a == b:
        return True
    if min(len(a), len(b)) < 2 or abs(len(a) - len(b)) > 5 or max(len(a), len(b)) > 40:
        return False
    if not _skeletons(a) & _skeletons(b):
        return False
    limit = _LIMIT * min(len(a), len(b)) + 1e-9
    return _price(f"^{a}$", f"^{b}$", limit) <= limit


def _price(a: str, b: str, limit: float) -> float:
    """The cheapest way to read `a` as `b`; `_FAR` or more where there is none within the limit."""
    table = _sound_table()
    best = [[_FAR] * (len(b) + 1) for _ in range(len(a) + 1)]
    best[0][0] = 0.0
    for i in range(len(a) + 1):
        for j in range(len(b) + 1):
            here = best[i][j]
            if here > limit:
                continue
            if i < len(a) and j < len(b) and a[i] == b[j]:
                best[i + 1][j + 1] = min(best[i + 1][j + 1], here)
            for length in range(1, min(5, len(a) - i) + 1):
                for other, price in table.get(a[i : i + length], {}).items():
                    if b.startswith(other, j):
                        # "^h" for "^" eats the beginning of both.
                        row = best[i + length]
                        row[j + len(other)] = min(row[j + len(other)], here + price)
            _read_vowels(a, b, i, j, best)
    return best[-1][-1]


def _read_vowels(a: str, b: str, i: int, j: int, best: list[list[float]]) -> None:
    here = best[i][j]
    run_a, run_b = _run(a, i), _run(b, j)
    for x in range(1, run_a + 1):
        for y in range(1, run_b + 1):
            price = _vowel_price(a[i : i + x], b[j : j + y])
            if a[i + x] == "$" and b[j + y] == "$" and {a[i + x - 1], b[j + y - 1]} == {"a", "o"}:
                continue  # Mario is not Maria.
            if (a[i - 1] == "^" or b[j - 1] == "^") and (
                (price >= 0.3 and "y" not in (a[i], b[j])) or {a[i], b[j]} == {"o", "u"}
            ):
                price *= 2.4  # Askar is not Oskar, Orbán not Urbán.
            best[i + x][j + y] = min(best[i + x][j + y], here + price)
    if run_a == 1 and run_b == 0 and i > 1 and a[i + 1] != "$":
        best[i + 1][j] = min(best[i + 1][j], here + _VOWEL_LEFT_OUT)
    if run_b == 1 and run_a == 0 and j > 1 and b[j + 1] != "$":
        best[i][j + 1] = min(best[i][j + 1], here + _VOWEL_LEFT_OUT)


def _run(word: str, i: int) -> int:
    """How many vowels follow at a place, three at most."""
    length = 0
    while length < 3 and i + length < len(word) and word[i + length] in _VOWELS:
        length += 1
    return length


# Classes of consonants, the longer spellings first; several where a letter can be of several. "" is no consonant.
_CLASSES = {
    "chzh": "S", "shch": "S", "tszy": "S", "tsch": "S", "tsz": "S", "sch": "S SK", "tch": "S", "dzh": "S DS",
    "dzs": "S DS",
    "tzh": "S TS", "zsh": "S", "zh": "S", "sh": "S", "ch": "S K", "kh": "K ", "gh": "K ", "ck": "K SK",
    "cs": "S", "cz": "S", "sz": "S",
    "zs": "S", "ts": "S T", "tz": "S", "tt": "T", "dz": "S D", "dj": "S D", "th": "T", "ph": "F P", "rz": "S RS",
    "gy": "D K", "ly": "L ", "ll": "L ", "li": "L", "lj": "L", "nj": "N", "ng": "N NK", "gn": "N KN", "gg": "K S",
    "qu": "K KF", "rh": "R", "bh": "B", "dh": "D", "gli": "L KL",
    "b": "B", "c": "K S", "d": "D", "f": "F", "g": "K S", "h": " K", "j": "S ", "k": "K", "l": "L", "m": "M",
    "n": "N",
    "p": "P", "q": "K S", "r": "R S", "s": "S", "t": "T", "v": "F ", "w": "F ", "x": "S K KS", "z": "S",
}  # fmt: skip
_KEY_LENGTH = 5


@lru_cache(maxsize=65536)
def _skeletons(word: str) -> frozenset[str]:
    """The consonants of a word by class, all readings, none twice running, five at most; "A" for none."""
    readings = {""}
    i = 0
    while i < len(word):
        for length in (4, 3, 2, 1):
            classes = _CLASSES.get(word[i : i + length])
            if classes is not None:
                break
        if classes is None:
            if word[i] not in _VOWELS:
                readings = {reading + word[i] for reading in readings}
            i += 1
            continue
        readings = {_joined(reading, sound) for reading in readings for sound in classes.split(" ")}
        i += length
    return frozenset(reading[:_KEY_LENGTH] or "A" for reading in readings)


def _joined(reading: str, sound: str) -> str:
    if len(reading) > _KEY_LENGTH:
        return reading
    if sound and reading.endswith(sound[0]):
        sound = sound[1:]
    return reading + sound
