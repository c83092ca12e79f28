"""Whether a run of capitalised words names a person: the evidence in the name and around it, added up."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.people.behind import is_of_a_thing
from kzhu.extract.people.lexicon import Lexicon, is_artist
from kzhu.extract.people.roles import Phrase
from kzhu.extract.people.runs import Marks, Run

#: What a run of several words, and one of a single word, must reach.
ENOUGH = 2.5
ENOUGH_ALONE = 3.0
#: The same for the family name of a known person.
ENOUGH_KNOWN = 1.5
#: What the words of a name themselves must give for it to be taken for one at first sight.
NAMELIKE = 2.0

_BEFORE_PLACE = frozenset(("in", "at", "near", "inside", "outside", "around", "across", "via", "towards", "toward"))


def with_phrases(look: float, before: Phrase | None, after: Phrase | None) -> float:
    """How much speaks for a person: what the name's own words say, with the titles beside it.

    With what `with_right` and `of_left` add, compare with `ENOUGH` or `ENOUGH_ALONE`.
    """
    total = look
    if before is not None and (not before.comma or before.kind != "kin" or before.owner or before.possessor):
        adjacent = before.head_last == before.last
        total += (3.0 if adjacent or before.kind in {"offices", "honorifics"} else 2.0) - (0.5 if before.comma else 0.0)
    if after is not None:
        total += 3.0 if after.kind != "things" else -3.0
    return total


def with_right(total: float, document: Document, run: Run, after: Phrase | None, lex: Lexicon, marks: Marks) -> float:
    """The total with what stands behind a name, as one of `telling_behind` does."""
    words, lowers = document.words, document.lowers
    last, stop = run.last, run.stop
    follows = lowers[last]
    if after is None and follows == "," and is_of_a_thing(document, run, lex):
        total -= 4.0
    if follows in {"'s", "’s"}:
        named = last + 1 < stop and words[last + 1][0].isupper() and lowers[last + 1] in lex.facilities
        kin = last + 1 < stop and lowers[last + 1] in lex.heads and len(run.words) > 1
        total += -4.0 if named and len(run.words) == 1 else 1.5 if kin else 0.3
        if len(run.words) == 1 and last + 1 < stop and lowers[last + 1] in _OF_FIRMS:
            total -= 4.0
        if len(run.words) == 1 and _is_artist(run.words[0], lex):
            ahead = lowers[last + 1 : min(stop, last + 5)]
            total += 0.0 if lex.works.isdisjoint(ahead) and lex.relics.isdisjoint(ahead) else 2.0
    elif follows in lex.speaking or (
        follows in _BEFORE_SPEAKING and last + 1 < stop and lowers[last + 1] in lex.speaking
    ):
        total += 2.0 if follows not in {"said", "says", "told", "was", "had"} else 1.5
        if len(run.words) == 1 and (follows in lex.said or follows in _TOLD) and _is_behind_quote(document, run):
            total += 1.5
    elif follows == ",":
        if last + 2 < stop and words[last + 1].isdigit() and words[last + 2] in {",", "."}:
            total += 3.0
        elif last + 1 < stop and lowers[last + 1] in {"who", "whose", "whom", "one"}:
            total += 2.5
    elif follows == "(" and last + 2 < stop and (last + 1 in marks.place_at or words[last + 1].isdigit()):
        total += 1.5
    elif follows in {"of", "from"} and last + 1 < stop and last + 1 in marks.place_at:
        land = marks.place_at[last + 1].kind == "country" and len(run.words) > 1 and run.look >= _PLAIN
        total += 1.5 if land else 0.5 if follows == "of" else 0.0
    return total


#: What may stand between a name and a verb of speaking.
_BEFORE_SPEAKING = frozenset("also then himself herself later has had is".split())
#: What firms have: "Acme's shares", "Acme's head for North Africa".
_OF_FIRMS = frozenset(
    """shares share stock revenue revenues profit profits sales turnover earnings dividend chief ceo head director
    board shareholders plant plants factory factories works products subsidiary competitors customers""".split()
)
_TOLD = frozenset(("told", "tells"))
#: What the words of a name give that have nothing against them.
_PLAIN = 0.5


def _is_behind_quote(document: Document, run: Run) -> bool:
    """Whether a name follows words that somebody speaks."""
    words, i = document.words, run.first - 1
    if words[run.last + 1 : run.last + 4] == ("in", "a", "statement"):
        return False  # a firm's
    return i - 1 > run.floor and words[i] in {"”", '"', "»", "’", "'"} and words[i - 1] in {",", "!", "?"}


#: What people do to each other.
_MEETING = frozenset(
    """met beat defeated thanked received greeted congratulated welcomed hosted joined succeeded replaced outpaced
    outran edged overtook passed interviewed telephoned phoned appointed elected""".split()
)
_NAMING = frozenset(("called", "named", "christened", "baptised", "baptized"))
_BE = frozenset(("is", "was", "been"))
_THING = frozenset(("she", "it", "which"))
#: Titles that ships and roses have after "the", and no man: "the Lady Hamilton".
_GRAND = frozenset("lady king queen prince princess captain admiral duke duchess earl count countess".split())


def _is_artist(surname: str, lex: Lexicon) -> bool:
    """Whether a family name is that of a known person without an office: a composer, poet, painter."""
    ids = lex.by_surname.get(surname)
    return ids is not None and any(is_artist(lex.known[id_]) for id_ in ids)


def telling_before(lex: Lexicon) -> frozenset[str]:
    """The words before a name that tell anything."""
    small = frozenset(("to", "the", "a", "an", "of", "'s", "’s", "by", "with", "&", "/"))
    return small.union(lex.said, lex.bearers, _NAMING, _BEFORE_PLACE, _MEETING)


def telling_behind(lex: Lexicon) -> frozenset[str]:
    """The words behind a name that tell anything."""
    return lex.speaking.union(_BEFORE_SPEAKING, ("'s", "’s", ",", "(", "of", "from"))


def of_left(document: Document, run: Run, before: Phrase | None, lex: Lexicon, marks: Marks) -> float:
    """What stands before a name: one of `telling_before`, a number, a place or a title."""
    words, lowers = document.words, document.lowers
    i = run.first - 1
    if i < run.floor:
        return 0.0
    lower = lowers[i]
    if lower in lex.said:
        return 2.0
    if lower == "to" and i > run.floor and lowers[i - 1] == "according":
        return 1.5
    if run.begin < run.first and run.begin > run.floor and lowers[run.begin - 1] in lex.bearers:
        return -9.0  # "the ferry Queen Margrethe"
    if before is not None and not before.comma and lowers[before.first - 1] == "the":
        grand = before.first == before.head_last - 1 and lowers[before.first] in _GRAND
        if grand and before.head_last == run.first:
            return -9.0  # "the Lady Hamilton": a ship
    if before is not None and not before.comma:
        i = before.first - 1
        borne = (
            i > run.floor
            and lowers[i] == "of"
            and words[i - 1] in {"Order", "Medal", "Prize", "Award", "Badge", "Tomb"}
        )
        return -4.0 if borne else 0.0
    if lower == "the":
        return -4.5 if run.title is None else -3.0
    if lower in lex.bearers:
        return -9.0
    if lower in _NAMING and i - 2 >= run.floor - 1 and lowers[i - 1] in _BE and lowers[i - 2] in _THING:
        return -4.5  # "She is called Grace Darling": a boat
    if lower in {"a", "an"}:
        return -2.5
    if lower == "of" and i > run.floor and words[i - 1][0].isupper() and lowers[i - 1] in lex.facilities:
        return -3.0
    if lower in _BEFORE_PLACE:
        return -1.5
    if lower in {"'s", "’s"} and i - 1 in marks.place_at:
        return 1.0
    if lower in {"'s", "’s"} and i - 1 in marks.body_at:
        return 2.0
    if i in marks.place_at and marks.place_at[i].kind == "demonym":
        return 0.7
    if lower in {"by", "of"} and len(run.words) == 1 and _is_artist(run.words[0], lex):
        behind = lowers[max(run.floor, i - 3) : i]
        return 0.0 if lex.works.isdisjoint(behind) else 2.0
    if lower in {"by", "with"}:
        return 0.5
    if lower in _MEETING and len(run.words) > 1:
        return 1.0
    if words[i].isdigit() or lower in {"&", "/"}:
        return -0.5
    return 0.0
