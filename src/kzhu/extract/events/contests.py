"""What a frame of events.yaml may ask of a clause about sport."""

from __future__ import annotations

from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.words import OFFICE_HOLDERS, SPORT, TEAMS

_SCORE_SIGNS = frozenset({"-", "–", ":"})


def match(clause: Clause) -> bool:
    """A contest: a score, or sides in an article about sport that adds to the match already told."""
    scene, words = clause.scene, clause.scene.document.words
    last = min(clause.last, len(words) - 1)
    if any(
        words[j] in _SCORE_SIGNS and words[j - 1].isdigit() and words[j + 1].isdigit()
        for j in range(clause.at + 1, last)
    ):
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
    return (
        clause.scene.sport and clause.at + 1 < clause.last and words[clause.at + 1][0].isupper() and bool(clause.people)
    )


def score(clause: Clause) -> bool:
    """A result right behind the verb: "won 3-1"."""
    words = clause.scene.document.words
    return any(
        words[j] in _SCORE_SIGNS and words[j - 1].isdigit() and words[j + 1].isdigit()
        for j in range(clause.at + 1, min(clause.last, len(words) - 1, clause.at + 6))
    )


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


def fixture(clause: Clause) -> bool:
    """A side that another one plays at home or away, in an article about sport."""
    if not clause.scene.sport or clause.date is None or any(person.role for person in clause.people or []):
        return False
    if clause.lowers[clause.at].startswith(("tak", "took")) and clause.after != "on":
        return False
    sides = clause.scene.countries_in(clause.at, min(clause.last, clause.at + 6))
    return bool(sides) or clause.has(TEAMS, clause.at)
