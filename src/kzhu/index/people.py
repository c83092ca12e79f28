"""Who is who in an archive: one person for all identities that articles give to somebody.

Extraction knows one article and the knowledge files. Somebody whom these do not have may be spelled in as many ways as
there are articles; here those spellings meet. It depends on nothing but the set of identities, so that an update ends
where a rebuild does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kzhu.names import fold, keys, same_name

#: Shorter words are initials, particles or numbers, which one spelling has and another has not.
_MAY_BE_LEFT_OUT = 3


class Identity(NamedTuple):
    """What a record calls somebody; "" for no country."""

    id: str
    name: str
    country: str


class Merged(NamedTuple):
    """A person of the archive."""

    id: str
    name: str


class _Cluster(NamedTuple):
    head: Merged
    countries: set[str]


def merge(identities: Iterable[Identity], known: Mapping[str, str]) -> dict[str, Merged]:
    """The person that each identity's id stands for.

    Ids of the knowledge files stand for themselves. Of the others, one whose name can be exactly one other person's,
    and whose country does not speak against it, is that person; a single word is never enough.

    Args:
        identities: all of the archive, in any order.
        known: names of the people of the knowledge files by id.
    """
    found: dict[str, Merged] = {}
    strangers: dict[str, list[Identity]] = {}
    for identity in identities:
        if identity.id in known:
            found[identity.id] = Merged(identity.id, known[identity.id])
        else:
            strangers.setdefault(identity.id, []).append(identity)
    clusters: list[_Cluster] = []
    #: Numbers of clusters by the keys of their names, and by their countries; "" for whoever was told of without one.
    by_key: defaultdict[str, set[int]] = defaultdict(set)
    by_country: defaultdict[str, set[int]] = defaultdict(set)
    for stranger in sorted((head(same) for same in strangers.values()), key=fullness):
        countries = {identity.country for identity in strangers[stranger.id]} - {""}
        words = folded(stranger.name)
        near = [
            number
            for number in _candidates(words, by_key, countries, by_country)
            if _agree(countries, clusters[number].countries) and same_name(stranger.name, clusters[number].head.name)
        ]
        if len(near) == 1:
            number = near[0]
            clusters[number].countries.update(countries)
        else:
            number = len(clusters)
            clusters.append(_Cluster(stranger, countries))
            for key in keys_of(stranger.name) if len(words) > 1 else ():
                by_key[key].add(number)
        for country in countries or ("",):
            by_country[country].add(number)
        found[stranger.id] = clusters[number].head
    return found


def _candidates(
    words: Sequence[str],
    by_key: Mapping[str, set[int]],
    countries: Collection[str],
    by_country: Mapping[str, set[int]],
) -> Collection[int]:
    """Clusters that share a key with each word which must be in both names: so few are compared in full.

    Of those whose country speaks against it, most are left out.
    """
    if len(words) < 2:
        return ()
    sharing = [
        [by_key[key] for key in keys_of(word) if key in by_key] for word in words if len(word) > _MAY_BE_LEFT_OUT
    ]
    if not sharing:
        return ()
    if countries:
        sharing.append([by_country[country] for country in ("", *countries) if country in by_country])
    # The rarest first: the others are only looked up for those that have it.
    sharing.sort(key=lambda sets: sum(map(len, sets)))
    rarest, *others = sharing
    found = set().union(*rarest)
    for sets in others:
        found = set().union(*[found & having for having in sets])
    return found


def shares_words(name: str, fuller: str) -> bool:
    """Whether a name has a key with the fuller one for each word that must be in both: else they are not compared."""
    if len(words := folded(name)) < 2 or len(folded(fuller)) < 2:
        return False
    keys, long = set(keys_of(fuller)), [word for word in words if len(word) > _MAY_BE_LEFT_OUT]
    return bool(long) and all(not keys.isdisjoint(keys_of(word)) for word in long)


@lru_cache(maxsize=1 << 16)
def keys_of(name: str) -> tuple[str, ...]:
    """The keys of a name, which many articles ask for."""
    return keys(name)


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name, folded."""
    return tuple(fold(name).split())


def head(same: Collection[Identity]) -> Merged:
    """One id, one name: the one with most letters beyond ASCII, since diacritics are lost more often than found."""
    best = min(same, key=lambda one: (len(one.name.encode("ascii", "ignore")) - len(one.name), one.name))
    return Merged(best.id, best.name)


def fullness(person: Merged) -> tuple[int, int, str]:
    """Fullest names first, so that shorter spellings find them."""
    words = folded(person.name)
    return -sum(len(word) > 1 for word in words), -len(words), person.id


def _agree(some: Collection[str], others: Collection[str]) -> bool:
    return not some or not others or not set(some).isdisjoint(others)
