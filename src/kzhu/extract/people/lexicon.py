"""The words around names, compiled once from the data files: titles, given names, known people, bodies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kzhu.knowledge import Knowledge
from kzhu.knowledge.entries import KnownPerson
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.names import fold, keys, same_name
from kzhu.tokens import words_of

HeadKind = Literal["offices", "posts", "occupations", "honorifics", "kin", "things"]
_HEAD_KINDS: tuple[HeadKind, ...] = ("offices", "posts", "occupations", "honorifics", "kin", "things")


# Words that begin sentences; a name does not begin with them.
FUNCTION = frozenset(
    """the a an in on at by for from with without within of to into onto over under after before during since until
    till while when where which who whom whose what why how if unless although though because as but and or
    nor so yet also both each every some any many most more few all none no not only even just still then now
    here there this that these those it its he she they we you i his her their our your my me us them him
    himself herself however meanwhile moreover furthermore besides according about among between against
    through throughout despite unlike like once twice one two three four five six seven eight nine ten eleven
    twelve dozens hundreds thousands another other others such same much several earlier later today yesterday
    tomorrow recently currently previously finally first second third last next officials police authorities
    sources analysts experts let yes maybe perhaps is are was were be been has have had do does did will would
    can could may might must should shall per via than too very well thus hence instead indeed thanks thank
    following speaking asked dear mr-and-mrs monday tuesday wednesday thursday friday saturday sunday""".split()
)


#: The titles that end in one word: what kind of title the word alone is, None for none; and the longer ones by the word
#: before the last, the longest first, with all their words.
Titles = tuple[HeadKind | None, dict[str, list[tuple[tuple[str, ...], HeadKind]]]]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Sets and tables for one Knowledge; words are in lower case, names folded. Compared by identity: a cache's key."""

    #: Last word of a title -> the titles.
    heads: dict[str, Titles]
    #: All words of titles and the modifiers before them.
    title_words: frozenset[str]
    modifiers: frozenset[str]
    #: Words that, standing alone, are no name: titles, common words and facilities that are no family name.
    plain: frozenset[str]
    #: The same, and the words that begin sentences.
    never: frozenset[str]
    facilities: frozenset[str]
    #: Words in small letters that can end a title before a name.
    leading: frozenset[str]
    places_before: frozenset[str]
    common: frozenset[str]
    surnames: frozenset[str]
    speaking: frozenset[str]
    said: frozenset[str]
    team: frozenset[str]
    works: frozenset[str]
    relics: frozenset[str]
    #: What ministers are in charge of: "Energy and Mines".
    portfolios: frozenset[str]
    #: What bears people's names: "the ferry Queen Margrethe".
    bearers: frozenset[str]
    #: Folded given name -> whether it is a name and nothing else.
    given: dict[str, bool]
    family_first: frozenset[str]
    #: Bodies, firms and outlets: country, or None.
    bodies: Gazetteer[str | None]
    #: First words by which they are looked for: capitals, and in small letters but few (easyJet, 4iG).
    body_firsts: frozenset[str]
    #: Names of parliaments, ministries, agencies and central banks: a text that speaks of one is of its country.
    institutions: frozenset[str]
    known: dict[str, KnownPerson]
    #: Folded spelling -> id of the only known person of that whole name.
    spellings: dict[str, str]
    #: Key of a name's words -> ids (see kzhu.names.keys).
    by_key: dict[str, list[str]]
    #: Folded family name -> ids.
    by_surname: dict[str, list[str]]
    #: Code -> name as it stands behind "of": "Slovenia", "the Netherlands".
    country_names: dict[str, str]


#: Kinds of bodies (organisations.yaml) that a state has one of.
_INSTITUTIONS = frozenset(("government", "ministry", "agency", "central-bank"))


def _without_marks(name: str) -> str:
    """As in "Ferencvaros"."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


@lru_cache(maxsize=8)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of one Knowledge."""

    def listed(key: str) -> tuple[str, ...]:
        return knowledge.titles[key].words if key in knowledge.titles else ()

    heads: dict[str, list[tuple[tuple[str, ...], HeadKind]]] = {}
    seen: set[tuple[str, ...]] = set()
    for kind in _HEAD_KINDS:
        for phrase in listed(kind):
            words = words_of(phrase)
            # "Presidents X and Y": the plural stands before several names.
            plural = (*words[:-1], f"{words[-1]}s")
            for form in (words, plural) if kind in {"offices", "posts", "occupations"} else (words,):
                if form not in seen:
                    seen.add(form)
                    heads.setdefault(form[-1], []).append((form, kind))
    ambiguous = {
        fold(name)
        for name in (knowledge.given_names["ambiguous"].names if "ambiguous" in knowledge.given_names else ())
    }
    given: dict[str, bool] = {}
    family_first: set[str] = set()
    for key, entry in knowledge.given_names.items():
        if key == "ambiguous":
            continue
        for name in entry.names:
            folded = fold(name)
            if key.startswith("family-first"):
                family_first.add(folded)
            else:
                given[folded] = folded not in ambiguous
    plain = {
        word for kind in (*_HEAD_KINDS, "modifiers", "common") for phrase in listed(kind) for word in words_of(phrase)
    }
    # A word alone is taken for what is plain.
    bodies = [(name, country) for name, country in _bodies(knowledge) if " " in name or name.lower() not in plain]
    bodies += [(name, None) for name in listed("eponyms") if name.lower() not in plain]
    bodies += [
        (bare, country) for name, country in bodies if not name.isascii() and (bare := _without_marks(name)) != name
    ]
    spellings, by_key, by_surname = _people_index(knowledge)
    title_words = frozenset(
        word
        for kind in ("offices", "posts", "occupations", "modifiers")
        for phrase in listed(kind)
        for word in words_of(phrase)
    )
    not_plain = {*listed("surnames"), *given}
    alone = frozenset(
        word
        for word in (*title_words, *listed("honorifics"), *listed("common"), *listed("facilities"))
        if word not in not_plain
    )
    known_bodies = Gazetteer(bodies)
    small_bodies = frozenset(
        first
        for name, _ in bodies
        if not name[0].isupper() and "." not in name and len(first := words_of(name)[0]) > 2 and first not in alone
    )
    return Lexicon(
        heads={word: _titles(rows) for word, rows in heads.items()},
        title_words=title_words,
        plain=alone,
        never=alone | FUNCTION,
        modifiers=frozenset(listed("modifiers")),
        facilities=frozenset(listed("facilities")),
        leading=title_words.union(heads, listed("facilities"), listed("common")),
        places_before=frozenset(listed("places_before")),
        common=frozenset(listed("common")),
        surnames=frozenset(listed("surnames")),
        speaking=frozenset(listed("speaking")),
        said=frozenset(listed("said")),
        team=frozenset(listed("team")),
        works=frozenset(listed("works")),
        relics=frozenset(listed("relics")),
        portfolios=frozenset(listed("portfolios")),
        bearers=frozenset(listed("bearers")),
        given=given,
        family_first=frozenset(family_first),
        bodies=known_bodies,
        body_firsts=small_bodies.union(first for first in known_bodies.firsts if first[0].isupper()),
        institutions=frozenset(
            name
            for body in knowledge.organisations.values()
            if body.kind in _INSTITUTIONS and body.country is not None
            for name in (body.name, *body.names)
        ),
        known=dict(knowledge.people),
        spellings=spellings,
        by_key=by_key,
        by_surname=by_surname,
        country_names={
            code: f"the {country.name}" if country.article else country.name
            for code, country in knowledge.countries.items()
        },
    )


def _bodies(knowledge: Knowledge) -> Iterator[tuple[str, str | None]]:
    """Every name of bodies, firms and outlets, and their country."""
    for body in knowledge.organisations.values():
        for name in body.all_names():
            yield name, body.country
    for outlet in knowledge.outlets.values():
        for name in (outlet.name, *outlet.names):
            yield name, outlet.country


def _titles(rows: list[tuple[tuple[str, ...], HeadKind]]) -> Titles:
    """Titles that end in one word, each with its words and kind, made ready."""
    alone: HeadKind | None = None
    longer: dict[str, list[tuple[tuple[str, ...], HeadKind]]] = {}
    for words, kind in sorted(rows, key=lambda row: -len(row[0])):
        if len(words) > 1:
            longer.setdefault(words[-2], []).append((words, kind))
        else:
            alone = kind
    return alone, longer


def _people_index(
    knowledge: Knowledge,
) -> tuple[dict[str, str], dict[str, list[str]], dict[str, list[str]]]:
    spellings: dict[str, str] = {}
    by_key: dict[str, list[str]] = {}
    by_surname: dict[str, list[str]] = {}
    for id_, person in knowledge.people.items():
        for folded in person.folded:
            if " " in folded:
                spellings.setdefault(folded, id_)
            surname = folded.rpartition(" ")[2]
            ids = by_surname.get(surname)
            if ids is None:
                by_surname[surname] = [id_]
            elif id_ not in ids:
                ids.append(id_)
        for key in person.keys:
            if key in by_key:
                by_key[key].append(id_)
            else:
                by_key[key] = [id_]
    return spellings, by_key, by_surname


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """A single word folded (see kzhu.names.fold); texts say the same words again and again."""
    return fold(word)


@lru_cache(maxsize=1 << 15)
def find_known(name: str, lex: Lexicon) -> KnownPerson | None:
    """The one known person that a name of two or more words can spell; None where there is none, or several."""
    folded = fold(name)
    if " " not in folded:
        return None
    if folded in lex.spellings:
        return lex.known[lex.spellings[folded]]
    words = folded.split()
    candidates: frozenset[str] | None = None
    for word in (words[-1], words[0]):
        if len(word) < 3:
            continue
        ids = frozenset().union(*(lex.by_key.get(key, ()) for key in keys(word)))
        candidates = ids if candidates is None else candidates & ids
        if not candidates:
            return None
    found = [
        lex.known[id_]
        for id_ in sorted(candidates or ())
        if any(
            " " in spelling and same_name(name, spelling)
            for spelling in (lex.known[id_].name, *lex.known[id_].spellings)
        )
    ]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=1 << 16)
def given_strength(word: str, lex: Lexicon) -> float:
    """1.0 for a given name, 0.5 for one that is as often another word, 0.0 for none; parts of a compound count."""
    folded = word.lower() if word.isascii() and "-" not in word else fold_word(word)
    sure = lex.given.get(folded)
    if sure is None and "-" in word:
        head = folded.split(" ")[0]
        sure = lex.given.get(head)
    return 0.0 if sure is None else 1.0 if sure else 0.5


def is_artist(person: KnownPerson) -> bool:
    """Whether a known person is known for works: a composer, a poet, a painter."""
    return not person.offices and person.description in _ARTS


_ARTS = frozenset(
    """poet writer composer painter sculptor playwright artist singer pianist violinist architect conductor novelist
    musician philosopher director cellist film""".split()
) | {"film director", "painter and composer", None}
