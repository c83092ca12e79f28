"""From the runs of a text to its people: evidence weighed, names joined, roles and countries told."""

from __future__ import annotations

from functools import lru_cache, partial

from kzhu.extract.document import Document
from kzhu.extract.people.behind import noun_phrase, phrase_after
from kzhu.extract.people.beside import ANY, APPOINTS, EVIDENCE, TITLE, ahead, behind
from kzhu.extract.people.counterparts import is_counterpart, word_counterpart, word_of_body_told, word_owned
from kzhu.extract.people.countries import country_in_context, country_of_patron, give_countries_told_by_people_nouns
from kzhu.extract.people.ground import Ground
from kzhu.extract.people.identity import Figure, Gathering, is_restored, run_text
from kzhu.extract.people.judge import ENOUGH, ENOUGH_ALONE, ENOUGH_KNOWN, NAMELIKE, of_left, with_phrases, with_right
from kzhu.extract.people.lexicon import Lexicon, find_known, given_strength, lexicon
from kzhu.extract.people.offices import OfficesAlone, fullest, upgraded
from kzhu.extract.people.roles import Phrase, phrase_before
from kzhu.extract.people.runs import Marks, Run, find_runs
from kzhu.extract.people.wording import Role, going_on, is_plural, word_role
from kzhu.extract.places import PlaceMention
from kzhu.knowledge import Knowledge
from kzhu.names import slug
from kzhu.records import Person, Published, Source, Span


def read_people(
    document: Document,
    places: tuple[PlaceMention, ...],
    published: Published,
    _source: Source,
    knowledge: Knowledge,
) -> tuple[Person, ...]:
    """Every individual human named, once each, in order of first mention."""
    lex = lexicon(knowledge)
    marks = Marks(document, places, lex)
    runs = find_runs(document, marks, lex)
    honoured = [run for run in runs if run.facility]
    if honoured:
        runs = [run for run in runs if not run.facility]
    gathering = _gather(document, runs, lex, marks)
    _add_honoured(document, honoured, gathering, lex)
    roles: dict[int, list[Role]] = {}
    leaning: list[_Leaning] = []
    for figure in gathering.figures:
        roles[id(figure)] = _roles_of(document, figure, leaning, lex, marks)
    _tell_relative_roles(document, gathering, leaning, roles, lex, marks)
    ground = Ground(document, places, gathering.figures, roles, marks, lex)
    alone = OfficesAlone(document, ground, lex, marks)
    told = give_countries_told_by_people_nouns(document, gathering, marks)
    fullest_roles: list[Role | None] = []
    countries: dict[int, str | None] = {}
    for figure in gathering.figures:
        key = id(figure)
        role = upgraded(fullest(roles[key]), figure, alone, published)
        fullest_roles.append(role)
        countries[key] = country_in_context(document, figure, role, told.get(key), ground, marks, lex)
    people = []
    for figure, role in zip(gathering.figures, fullest_roles, strict=True):
        country = countries[id(figure)]
        if country is None:
            country = country_of_patron(document, figure, role, gathering, countries)
        people.append(_person(document, figure, role, country))
    people.sort(key=lambda person: person.mentions[0])
    return tuple(_distinct(people))


def _gather(document: Document, runs: list[Run], lex: Lexicon, marks: Marks) -> Gathering:
    taken = _likely(runs)
    gathering = Gathering(document, lex, marks)
    singles: list[tuple[Run, Phrase | None, Phrase | None, float]] = []
    doubtful: list[tuple[Run, Phrase | None, Phrase | None, float]] = []
    speakers: set[str] = set()
    shared: dict[int, Phrase] = {}
    words, lowers, place_at = document.words, document.lowers, marks.place_at
    leads, follows = ahead(lex), behind(lex)
    for run in runs:
        k, last, stop = run.first - 1, run.last, run.stop
        told = 0 if k < run.floor else ANY if k in place_at else leads[words[k]]
        goes_on = follows.get(lowers[last], 0) if last < stop else 0
        before = phrase_before(document, run, lex, marks, taken) if told & TITLE else None
        plural = before is not None and is_plural(document, before, lex)
        if plural and not _is_one_of_several(document, run):
            before = None  # "it stars X"
        if before is None and shared:
            before = _shared_title(document, run, shared)
            plural = True
        if before is not None and plural:
            shared[last] = before
            if last + 1 < stop and lowers[last] == "of":
                # "Foreign Ministers X of Hungary and Y of Slovenia"
                land = place_at.get(last + 1 + (lowers[last + 1] == "the"))
                if land is not None:
                    shared[land.last] = before
        after = phrase_after(document, run, lex, marks, taken) if goes_on & TITLE or told & APPOINTS else None
        total = run.look if before is None and after is None else with_phrases(run.look, before, after)
        if goes_on & EVIDENCE:
            total = with_right(total, document, run, after, lex, marks)
        if told & EVIDENCE or before is not None or run.begin < run.first:
            total += of_left(document, run, before, lex, marks)
        if len(run.words) == 1:
            singles.append((run, before, after, total))
            if total >= 1.5:
                speakers.add(run.words[0])
        elif (part := gathering.of_longer(run)) is not None:
            gathering.add_part(part, run)
            _note(part, run, before, after)
        elif total >= ENOUGH or (total > 0 and find_known(run_text(document, run), lex) is not None):
            figure = gathering.add_full(run)
            if before or after:
                _note(figure, run, before, after)
        else:
            doubtful.append((run, before, after, total))
    for run, before, after, total in doubtful:
        other = gathering.of_part(run)
        if other is not None:
            gathering.add_part(other, run)
            _note(other, run, before, after)
        elif total > 0 and (run.words[-1] in speakers or _stands_in_row(document, run, marks)):
            _note(gathering.add_full(run), run, before, after)
    for run, before, after, total in singles:
        named = gathering.of_part(run) if _may_stand_alone(document, run, lex) else None
        if named is not None:
            gathering.add_part(named, run)
        elif total >= ENOUGH_ALONE or (
            total >= ENOUGH_KNOWN and gathering.known_by_surname(run.words[0], before) is not None
        ):
            named = gathering.add_single(run, before)
        if named is not None and (before or after):
            _note(named, run, before, after)
    return gathering


def _stands_in_row(document: Document, run: Run, marks: Marks) -> bool:
    """Whether a name with its country stands beside another with its own: "with X of Norway and Y of Chile"."""
    lowers = document.lowers
    i, stop = run.last, run.stop
    if i + 2 >= stop or lowers[i] != "of":
        return False
    own = marks.place_at.get(i + 1 + (lowers[i + 1] == "the"))
    k = run.first - 1
    while k > run.floor and lowers[k] in {"and", ","}:
        k -= 1
    other = marks.place_at.get(k)
    if own is None or own.kind != "country" or other is None or other.kind != "country" or k == run.first - 1:
        return False
    k = other.first - 1
    return k > run.floor and lowers[k - (lowers[k] == "the")] == "of"


def _is_one_of_several(document: Document, run: Run) -> bool:
    """Whether another name may follow in a row, as behind a plural: "Presidents X of Y and Z"."""
    i, stop = run.last, run.stop
    if i + 1 >= stop:
        return False
    follows = document.lowers[i]
    if follows == ",":
        return document.words[i + 1][0].isupper() or document.lowers[i + 1] == "and"
    return follows in {"and", "&", "of", "(", "from"}


def _shared_title(document: Document, run: Run, shared: dict[int, Phrase]) -> Phrase | None:
    """The plural title of a name before: "Presidents X and Y"."""
    i = run.first - 1
    if i > run.floor and document.lowers[i] == "and" and document.words[i - 1] == ",":
        i -= 1
    if i <= run.floor or document.lowers[i] not in {"and", ","}:
        return None
    title = shared.get(i)
    if title is not None:
        shared[run.last] = title
    return title


def _likely(runs: list[Run]) -> dict[int, Run]:
    """Tokens of the runs that are names by their own look: titles beside other names do not reach across them."""
    taken: dict[int, Run] = {}
    words: set[str] = set()
    singles: list[Run] = []
    likely: list[Run] = []
    for run in runs:
        if len(run.words) == 1:
            singles.append(run)
        elif run.look >= NAMELIKE:
            words.update(run.words)
            likely.append(run)
    likely += [run for run in singles if run.words[0] in words]
    for run in likely:
        # Of so few tokens a range costs more.
        i, last = run.first, run.last
        while i < last:
            taken[i] = run
            i += 1
    return taken


def _may_stand_alone(document: Document, run: Run, lex: Lexicon) -> bool:
    """Whether a single capitalised word can be a family name here, and not the word it also is."""
    lower = document.lowers[run.first]
    if lower not in lex.common and lower not in lex.facilities:
        return True
    given = given_strength(document.words[run.first], lex)
    return run.first > run.floor and (lower in lex.surnames or bool(given))


def _note(figure: Figure, run: Run, before: Phrase | None, after: Phrase | None) -> None:
    if before is not None:
        figure.phrases.append((run, before))
    if after is not None:
        figure.phrases.append((run, after))


def _add_honoured(document: Document, runs: list[Run], gathering: Gathering, lex: Lexicon) -> None:
    """People whom a street or pool is said to be named after: "the X Pool, named after the Olympic champion"."""
    words, lowers = document.words, document.lowers
    for run in runs:
        i = run.last
        if i + 3 >= run.stop or words[i] != "," or lowers[i + 1] != "named" or lowers[i + 2] not in {"after", "for"}:
            continue
        name_last = run.last
        while name_last > run.first and (
            lowers[name_last - 1] in lex.facilities or lowers[name_last - 1] in lex.common
        ):
            name_last -= 1
        if name_last - run.first < 2:
            continue
        person = Run(run.first, name_last, run.floor, run.stop, None, run.first, run.words[: name_last - run.first])
        figure = gathering.add_full(person)
        phrase = noun_phrase(document, i + 3, run.stop, {}, lex)
        if phrase is not None:
            figure.phrases.append((person, phrase))


#: A phrase that leans on somebody or something named elsewhere, whose it is, and whether of a counterpart.
_Leaning = tuple[Figure, Run, Phrase, bool]


def _roles_of(document: Document, figure: Figure, leaning: list[_Leaning], lex: Lexicon, marks: Marks) -> list[Role]:
    """The roles that a figure's phrases state by themselves; those that lean on another's join `leaning`."""
    found = []
    for run, phrase in figure.phrases:
        counterpart = is_counterpart(document, phrase, marks)
        if counterpart or phrase.owner is not None:
            leaning.append((figure, run, phrase, counterpart))
            continue
        if phrase.possessor is not None:
            leaning.append((figure, run, phrase, False))
        role = word_role(document, phrase, lex, marks)
        if role is not None:
            found.append(going_on(document, run, phrase, role, lex, marks))
    return found


def _tell_relative_roles(
    document: Document,
    gathering: Gathering,
    leaning: list[_Leaning],
    roles: dict[int, list[Role]],
    lex: Lexicon,
    marks: Marks,
) -> None:
    """Roles that lean on another's: "his Slovenian counterpart", "its deputy chairman"."""
    for figure, run, phrase, counterpart in leaning:
        if counterpart:
            role = word_counterpart(document, run, phrase, figure, gathering, roles, lex, marks)
        elif phrase.owner is not None:
            role = word_owned(document, run, phrase, gathering, lex, marks)
        else:
            role = word_of_body_told(document, run, phrase, gathering, lex, marks)
        if role is not None:
            roles[id(figure)].append(role)


#: Makes a span of a pair, without a call in Python.
_as_span = partial(tuple.__new__, Span)


def _person(document: Document, figure: Figure, role: Role | None, country: str | None) -> Person:
    known = figure.known
    name = known.name if known is not None and is_restored(figure, known) else figure.name
    starts, ends = document.starts, document.ends
    # They are in order of the text.
    spans = [_as_span((starts[run.first], ends[run.last - 1])) for run in figure.runs]
    return Person(
        id=known.id if known is not None else _slug(name),
        name=name,
        country=country,
        role=role.text if role is not None else None,
        mentions=tuple(spans),
    )


@lru_cache(maxsize=1 << 14)
def _slug(name: str) -> str:
    return slug(name)


def _distinct(people: list[Person]) -> list[Person]:
    """One entry an id: spellings that knowledge or the slug bring together are one person."""
    found: dict[str, Person] = {}
    for person in people:
        other = found.get(person.id)
        if other is None:
            found[person.id] = person
        else:
            found[person.id] = Person(
                other.id,
                other.name,
                other.country or person.country,
                other.role or person.role,
                tuple(sorted({*other.mentions, *person.mentions})),
            )
    return list(found.values())
