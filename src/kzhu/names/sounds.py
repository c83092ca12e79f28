"""Words compared sound by sound: the rules of writing systems, one line each in `_SOUNDS`, every one with its price."""

from __future__ import annotations

import re
from functools import lru_cache

_TWICE = re.compile(r"(.)\1+")
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
0.15: gy dy, gy d, gy dj, dj d, ly y, ly i, ly j, li ly, ll y, lj l, lj ly, gli l, nj n, nj ny, ny n
0.15: gn n, gn ny, n nn
0.15: ng$ n$, ngk nk, rz zh, rz z, rz sh, w u, v u, uv v, ou ov, au av, oui ui, hn$ n$, hn n, hl l, hr r, hm m, ahi ai
0.15: g dzh, gi dzh, g j, gi j, gg dzh, ge zhe, ge dzhe, gi zhi, ^h ^, h g, kh g, ^ye ^e, ^je ^e, ^jo ^yo
0.15: ^ju ^yu, ^ja ^ya, ^ia ^ya
0.15: ti tsi, ty tsi, di dzi, dm dzm, tia tsia, ko$ ka$, enko$ enka$, ov$ ow$, ou$ ov$, au$ av$, ff$ v$, w$ v$
0.15: sk cz, ck tsk
0.15: de$ d$, re$ r$, lle$ l$, tte$ t$, ski$ skiy$, sky$ skiy$, skyi$ skiy$, skyj$ sky$, es$ s$, ai$ aj$, e$ ej$
0.15: tsky$ cki$, eh$ e$, ah$ a$
0.25: ly l
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


@lru_cache(maxsize=1)
def _sound_table() -> dict[str, list[tuple[str, str, float]]]:
    """Spellings that can be taken for each other, and the price, by the first letters of both."""
    prices: dict[tuple[str, str], float] = {}
    for line in _SOUNDS.strip().splitlines():
        told, _, pairs = line.partition(":")
        for pair in pairs.split(","):
            one, other = pair.split()
            for both in ((one, other), (other, one)):
                prices[both] = min(prices.get(both, _FAR), float(told))
    table: dict[str, list[tuple[str, str, float]]] = {}
    for (one, other), price in prices.items():
        table.setdefault(one[0] + other[0], []).append((one, other, price))
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


def once(word: str) -> str:
    """A word with no letter twice running."""
    return _TWICE.sub(r"\1", word)


def sounds_alike(a: str, b: str) -> bool:
    """Whether two words (no letter twice running) are one, sound by sound, within the limit."""
    if a == b:
        return True
    if min(len(a), len(b)) < 2 or abs(len(a) - len(b)) > 5 or max(len(a), len(b)) > 40:
        return False
    limit = _LIMIT * min(len(a), len(b)) + 1e-9
    return _price(f"^{a}$", f"^{b}$", limit) <= limit


@lru_cache(maxsize=1 << 16)
def _price(a: str, b: str, limit: float) -> float:
    """The cheapest way to read `a` as `b`; `_FAR` or more where there is none within the limit."""
    table = _sound_table()
    #: For each place in `a`, the places in `b` that it can be read to, and the price.
    best: list[dict[int, float]] = [{} for _ in range(len(a) + 1)]
    best[0][0] = 0.0
    for i in range(len(a)):
        row = best[i]
        for j in range(len(b)) if row else ():
            here = row.get(j, _FAR)
            if here > limit:
                continue
            if a[i] == b[j]:
                _reach(best[i + 1], j + 1, here)
            for one, other, price in table.get(a[i] + b[j], ()):
                if a.startswith(one, i) and b.startswith(other, j):
                    # "^h" for "^" eats the beginning of both.
                    _reach(best[i + len(one)], j + len(other), here + price)
            if a[i] in _VOWELS or b[j] in _VOWELS:
                _read_vowels(a, b, i, j, best)
    return best[-1].get(len(b), _FAR)


def _reach(row: dict[int, float], j: int, price: float) -> None:
    if price < row.get(j, _FAR):
        row[j] = price


def _read_vowels(a: str, b: str, i: int, j: int, best: list[dict[int, float]]) -> None:
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
            _reach(best[i + x], j + y, here + price)
    if run_a == 1 and run_b == 0 and i > 1 and a[i + 1] != "$":
        _reach(best[i + 1], j, here + _VOWEL_LEFT_OUT)
    if run_b == 1 and run_a == 0 and j > 1 and b[j + 1] != "$":
        _reach(best[i], j + 1, here + _VOWEL_LEFT_OUT)


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
_READINGS = {spelling: tuple(sounds.split(" ")) for spelling, sounds in _CLASSES.items()}
_KEY_LENGTH = 5


@lru_cache(maxsize=1)
def _consonants() -> re.Pattern[str]:
    """One consonant after the other, the longest spelling first; vowels are passed over."""
    return re.compile(f"{'|'.join(sorted(_READINGS, key=len, reverse=True))}|[^{_VOWELS}]")


def skeletons(word: str) -> frozenset[str]:
    """The consonants of a word by class, all readings, none twice running, five at most; "A" for none."""
    readings = frozenset(("",))
    for spelling in _consonants().findall(word):
        readings = _and_then(readings, spelling)
    return readings if "" not in readings else readings - {""} | {"A"}


@lru_cache(maxsize=1 << 16)
def _and_then(readings: frozenset[str], spelling: str) -> frozenset[str]:
    """Readings with one more consonant. Words begin alike: this is asked again and again."""
    sounds = _READINGS.get(spelling, (spelling,))
    return frozenset(
        [
            (reading + sound if reading[-1:] != sound[:1] else reading + sound[1:])[:_KEY_LENGTH]
            for reading in readings
            for sound in sounds
        ]
    )
