"""What a frame of events.yaml may ask of a clause about sport."""

from __future__ import annotations

from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.whereabouts import place_of
from kzhu.extract.events.words import OFFICE_HOLDERS, SPORT, TEAMS, word_set

_SCORE_SIGNS = frozenset({"-", "–", ":"})
#: Goals or points of one side; more are years or tonnes.
_MOST = 200
#: Behind a score none of these stands, and no money before it.
_UNITS = word_set(
    """
    million billion trillion thousand percent per km kilometres metres tonnes tons mw gw years year months days weeks
    hectares euros dollars people bn mln m % °
    """
)
_CURRENCIES = frozenset({"$", "€", "£", "¥", "US$", "EUR", "USD"})


def match(clause: Clause) -> bool:
    """A contest: a score, or sides in an article about sport that adds to the match already told."""
    scene, words = clause.scene, clause.scene.document.words
    last = min(clause.last, len(words) - 1)
    if any(is_score(words, j) for j in range(clause.at + 1, last)):
        return True
    countries = scene.countries_in(clause.first, clause.last)
    if not scene.sport:
        return len(countries) > 1 and clause.has(SPORT, clause.sentence.first, clause.sentence.last)
    if scene.played and len(countries) < 2 and not scene.times_in(clause.first, clause.last):
        return False
    return bool(countries) or bool(scene.people_in(clause.first, clause.last)) or clause.has(TEAMS)


def race(clause: Clause) -> bool:
    """A race by its name, in an article about sport: "won Milan-San Remo"."""
    words = clause.scene.document.words
    return clause.at + 1 < clause.last and words[clause.at + 1][0].isupper() and bool(clause.people)


def score(clause: Clause) -> bool:
    """A result right behind the verb: "won 3-1"."""
    words = clause.scene.document.words
    return any(is_score(words, j) for j in range(clause.at + 1, min(clause.last, len(words) - 1, clause.at + 6)))


def sides(clause: Clause) -> bool:
    """Teams that meet, with when or where: "the two teams had also met in January"."""
    scene = clause.scene
    countries = scene.countries_in(clause.first, clause.last)
    if not scene.sport and (len(countries) < 2 or not clause.has(SPORT, clause.sentence.first, clause.sentence.last)):
        return False
    if any(person.role for person in clause.people or [] if _office(person.role)):
        return False
    named = clause.has(TEAMS, clause.first, clause.at) or len(countries) > 1
    return named and clause.date is not None


def _office(role: str | None) -> bool:
    """Whether a role is one of state, not of sport."""
    return not OFFICE_HOLDERS.isdisjoint((role or "").lower().split()) and "coach" not in (role or "").lower()


def raced(clause: Clause) -> bool:
    """Somebody in a contest on a day at a place, in an article about sport: "won in London on 23 April"."""
    if clause.date is None or clause.group.passive:
        return False
    scene = clause.scene
    where = place_of(scene, clause.sentence, clause.at, clause.last)
    return where is not None and (bool(clause.people) or bool(scene.countries_in(clause.first, clause.at)))


def is_score(words: tuple[str, ...], i: int) -> bool:
    """Whether the sign at token i stands between the two numbers of a score: "3-1", not "300-400 million"."""
    a, b = words[i - 1], words[i + 1]
    if not (words[i] in _SCORE_SIGNS and a.isdigit() and b.isdigit() and len(a) < 4 and len(b) < 4):
        return False
    behind = words[i + 2].lower() if i + 2 < len(words) else "."
    return behind not in _UNITS and words[i - 2] not in _CURRENCIES and int(a) <= _MOST and int(b) <= _MOST


def fixture(clause: Clause) -> bool:
    """A side that another one plays at home or away, in an article about sport."""
    if clause.date is None or any(person.role for person in clause.people or []):
        return False
    if clause.lowers[clause.at].startswith(("tak", "took")) and clause.after != "on":
        return False
    sides = clause.scene.countries_in(clause.at, min(clause.last, clause.at + 6))
    return bool(sides) or clause.has(TEAMS, clause.at)
