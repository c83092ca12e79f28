"""The data files: those that ship are whole and agree with each other, and a mistake in any is told with its line."""

from __future__ import annotations

import os
import pickle
import re
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, KnowledgeError, cached_knowledge, load_knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.periods import bounds

DATA = [Path(folder) for folder in shipped().knowledge]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge(DATA)


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.yaml"
    path.write_text(text, "utf-8")
    return path


def mistakes(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as told:
        load_knowledge([folder])
    return [mistake.removeprefix(f"{folder}{os.sep}") for mistake in told.value.mistakes]


# What ships


def test_every_country_of_iso_3166_is_there(knowledge: Knowledge) -> None:
    countries = knowledge.countries
    assert len(countries) == 249 + 1  # and XK
    assert len({country.alpha3 for country in countries.values()}) == len(countries)
    assert countries["NO"].name == "Norway"
    assert "Czechia" in countries["CZ"].names
    assert "Emirati" in countries["AE"].demonyms
    assert countries["US"].article
    assert not countries["KZ"].article


def test_no_two_countries_share_a_name(knowledge: Knowledge) -> None:
    owner: dict[str, str] = {}
    for country in knowledge.countries.values():
        for name in (country.name, *country.names, *country.demonyms, *country.people):
            assert owner.setdefault(name, country.code) == country.code, name


@pytest.mark.parametrize("kind", ["places", "people", "outlets", "organisations"])
def test_the_shipped_files_hold_enough_to_be_useful(knowledge: Knowledge, kind: str) -> None:
    assert len(getattr(knowledge, kind)) > 900


@pytest.mark.parametrize("path", sorted(DATA[0].glob("*.yaml")), ids=lambda path: path.stem)
def test_a_data_file_begins_by_explaining_its_fields(path: Path) -> None:
    assert path.read_text("utf-8").startswith("#")


def test_names_are_written_with_composed_letters(knowledge: Knowledge) -> None:
    for table in (knowledge.countries, knowledge.places, knowledge.people, knowledge.organisations, knowledge.outlets):
        for entry in table.values():
            assert unicodedata.is_normalized("NFC", entry.name), entry.name


def test_nobody_holds_an_office_for_longer_than_a_life(knowledge: Knowledge) -> None:
    for person in knowledge.people.values():
        for office in person.offices:
            first, last = bounds(office.term)
            assert last.year == 9999 or last.year - first.year <= 75, person.name


@pytest.mark.parametrize("role", ["President of Kazakhstan", "President of Hungary", "Prime Minister of Kazakhstan"])
def test_one_office_has_one_holder_at_a_time(knowledge: Knowledge, role: str) -> None:
    terms = sorted(
        bounds(office.term)
        for person in knowledge.people.values()
        for office in person.offices
        if office.role == role and bounds(office.term)[1].year >= 2010
    )
    assert len(terms) >= 2
    for (_, last), (first, _) in pairwise(terms):
        assert last <= first


def test_leaders_and_names_in_force_have_their_dates(knowledge: Knowledge) -> None:
    terms = {office.role: office.term for office in knowledge.people["kassym-jomart-tokayev"].offices}
    assert terms["President of Kazakhstan"] == "2019-03-20/.."
    dated = {name.name: name.periods for name in knowledge.places["astana"].dated}
    assert dated["Nur-Sultan"] == ("2019-03-23/2022-09-16",)
    assert len(dated["Astana"]) == 2
    body = knowledge.organisations["organization-of-turkic-states"]
    assert {name.name: name.periods for name in body.dated}["Turkic Council"] == ("2009-10-03/2021-11-11",)


def test_no_description_repeats_an_office(knowledge: Knowledge) -> None:
    for person in knowledge.people.values():
        assert not (person.description and person.offices), person.name


# Mistakes, each with its file and line


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("places", "a: {name: A}\nb: {name: B\n", r"places\.yaml:\d+: is no YAML"),
        ("places", "- a\n- b\n", r"places\.yaml:1: must be a mapping"),
        ("places", "a: {name: A}\na: {name: B}\n", r"places\.yaml:2: 'a' stands twice"),
        ("places", "a:\n  name: A\n  size: 3\n", r"places\.yaml:3: unknown key 'size'; known here: name, country"),
        ("places", "a:\n  name: A\n  name: B\n", r"places\.yaml:3: key 'name' stands twice"),
        ("places", "a: {kind: city}\n", r"places\.yaml:1: lacks 'name'"),
        ("places", "a: {name: [A, B]}\n", r"places\.yaml:1: must be a text"),
        ("places", "a: {name: A, names: [B, B]}\n", r"places\.yaml:1: 'B' stands twice"),
        ("places", "a: {name: A, country: Kazakhstan}\n", r"places\.yaml:1: must be a country code such as KZ"),
        ("places", "a: {name: A, dated: {B: 2019-13}}\n", r"places\.yaml:1: not a period: '2019-13'"),
        ("places", "a: {name: A, dated: {B: 2022/2019}}\n", r"places\.yaml:1: .* ends before it begins"),
        ("places", "a: {name: A, careful: [B]}\n", r"places\.yaml:1: 'B' is none of its names"),
        ("places", "New York: {name: New York}\n", r"places\.yaml:1: must be a lower-case identifier"),
        ("countries", "Kz: {name: Kazakhstan}\n", r"countries\.yaml:1: must be an ISO 3166-1 alpha-2 code"),
        ("countries", "KZ: {name: Kazakhstan, alpha3: KZ}\n", r"countries\.yaml:1: must be an ISO 3166-1 alpha-3"),
        ("countries", "KZ: {name: Kazakhstan, article: yes}\n", r"countries\.yaml:1: must be true or false"),
        ("people", "a: {name: A, offices: [{role: King}]}\n", r"people\.yaml:1: lacks 'term'"),
        ("people", "a: {name: ' A'}\n", r"people\.yaml:1: must be a text without blanks at its ends"),
        ("outlets", "a: {name: A, dated: {}}\n", r"outlets\.yaml:1: unknown key 'dated'"),
        ("organisations", "a: null\n", r"organisations\.yaml:1: must be a mapping"),
        ("cities", "a: {name: A}\n", r"cities\.yaml: unknown data file; known are countries\.yaml"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    write(tmp_path, name, text)
    [mistake] = mistakes(tmp_path)
    assert re.match(told, mistake), mistake


def test_a_country_that_no_file_lists_is_told_where_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, "countries", "KZ: {name: Kazakhstan}\n")
    write(tmp_path, "places", "a: {name: A, country: KZ}\n\nb:\n  name: B\n  country: ZZ\n")
    assert mistakes(tmp_path) == ["places.yaml:5: no country 'ZZ' in countries.yaml"]


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, "outlets", "a: {title: A}\nb: {name: B, kind: []}\n")
    write(tmp_path, "places", "a: {name: A}\nb: {}\n")
    lines = [mistake.split(": ", 1)[0] for mistake in mistakes(tmp_path)]
    assert lines == ["outlets.yaml:1", "outlets.yaml:2", "places.yaml:2"]


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").write_bytes(b"a: {name: \xff\xfe}\n")
    assert mistakes(tmp_path)[0].startswith("places.yaml: is no UTF-8")
    (tmp_path / "places.yaml").write_bytes(b"a: {name: \x00}\n")
    assert mistakes(tmp_path)[0].startswith("places.yaml")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "places.yaml").mkdir()
    assert mistakes(tmp_path) == ["places.yaml: cannot be read: Is a directory"]


# Folders laid over each other


def test_a_later_folder_replaces_an_entry_whole_and_adds_its_own(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    write(ours, "places", "x: {name: X, names: [Old X]}\ny: {name: Y}\n")
    write(theirs, "places", "x: {name: New X}\nz: {name: Z}\n")
    places = load_knowledge([ours, theirs]).places
    assert [(key, place.name, place.names) for key, place in places.items()] == [
        ("x", "New X", ()),
        ("y", "Y", ()),
        ("z", "Z", ()),
    ]


def test_empty_and_missing_folders_count_as_nothing(tmp_path: Path) -> None:
    write(tmp_path, "places", "# nothing yet\n")
    assert not load_knowledge([tmp_path, tmp_path / "missing"]).places


def test_the_digest_follows_names_and_bytes(tmp_path: Path) -> None:
    write(tmp_path, "places", "x: {name: X}\n")
    before = load_knowledge([tmp_path]).digest
    assert load_knowledge([tmp_path]).digest == before
    write(tmp_path, "places", "x: {name: X} # said differently\n")
    assert load_knowledge([tmp_path]).digest != before


# The cache


@pytest.fixture
def settled(tmp_path: Path) -> Path:
    """A folder of data files that have not changed for a while."""
    path = write(tmp_path / "data", "places", "x: {name: X}\n")
    os.utime(path, ns=(10**18, 10**18))
    return path.parent


def kept(cache: Path) -> Path:
    [path] = cache.iterdir()
    return path


def test_the_cache_gives_what_the_files_give(settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setattr("kzhu.knowledge.cache._SETTLED_NS", 0)
    first = cached_knowledge([settled], cache)
    monkeypatch.setattr("kzhu.knowledge.cache.load_knowledge", lambda _: pytest.fail("read the files again"))
    again = cached_knowledge([settled], cache)
    assert (again.digest, again.places) == (first.digest, first.places)


def test_a_changed_file_is_read_again(settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    monkeypatch.setattr("kzhu.knowledge.cache._SETTLED_NS", 0)
    cached_knowledge([settled], cache)
    write(settled, "places", "y: {name: Y}\n")
    assert list(cached_knowledge([settled], cache).places) == ["y"]
    write(settled, "outlets", "o: {name: O}\n")
    assert list(cached_knowledge([settled], cache).outlets) == ["o"]
    assert kept(cache).name.startswith("knowledge-")


def test_a_folder_without_data_files_changes_nothing(
    settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache, own = tmp_path / "cache", tmp_path / "own"
    own.mkdir()
    monkeypatch.setattr("kzhu.knowledge.cache._SETTLED_NS", 0)
    first = cached_knowledge([settled], cache)
    with monkeypatch.context() as patch:
        patch.setattr("kzhu.knowledge.cache.load_knowledge", lambda _: pytest.fail("read the files again"))
        assert cached_knowledge([settled, own], cache).digest == first.digest
    write(own, "outlets", "o: {name: O}\n")
    assert list(cached_knowledge([settled, own], cache).outlets) == ["o"]
    assert not cached_knowledge([settled], cache).outlets


def test_files_that_may_still_change_are_not_kept(tmp_path: Path) -> None:
    write(tmp_path / "data", "places", "x: {name: X}\n")
    cached_knowledge([tmp_path / "data"], tmp_path / "cache")
    assert not (tmp_path / "cache").exists()


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "foreign", "hostile"])
def test_a_damaged_cache_is_passed_over(
    settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    from kzhu.knowledge import cache as room

    cache = tmp_path / "cache"
    monkeypatch.setattr(room, "_SETTLED_NS", 0)
    cached_knowledge([settled], cache)
    path = kept(cache)
    held = path.read_bytes()
    if damage == "hostile":
        stamp, *_ = room._stamp([settled])
        monkeypatch.setattr(pickle, "dumps", lambda *_, **__: b"cos\nsystem\n(S'false'\ntR.")
        room._write(path, stamp, load_knowledge([settled]))
        assert room._read(path, stamp) is None
        monkeypatch.undo()
    else:
        flipped = held[:-9] + bytes([held[-9] ^ 1]) + held[-8:]
        path.write_bytes({"empty": b"", "cut": held[:-5], "flipped": flipped, "foreign": pickle.dumps([1])}[damage])
    assert list(cached_knowledge([settled], cache).places) == ["x"]


def test_a_cache_that_cannot_be_written_is_done_without(
    settled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kzhu.knowledge.cache._SETTLED_NS", 0)
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert list(cached_knowledge([settled], tmp_path / "cache").places) == ["x"]


def test_mistakes_are_told_each_time(tmp_path: Path) -> None:
    write(tmp_path / "data", "places", "x: {}\n")
    for _ in range(2):
        with pytest.raises(KnowledgeError):
            cached_knowledge([tmp_path / "data"], tmp_path / "cache")


# Names in tokens


def test_the_longest_name_wins_and_none_overlap() -> None:
    names = Gazetteer([("Republic", 1), ("Republic of Kazakhstan", 2), ("Kazakhstan", 3), ("York", 4), ("York", 5)])
    words = tuple("the Republic of Kazakhstan and the Republic of York Kazakhstan".split())
    assert [(hit.first, hit.last, hit.values) for hit in names.find(words)] == [
        (1, 4, (2,)),
        (6, 7, (1,)),
        (8, 9, (4, 5)),
        (9, 10, (3,)),
    ]
    assert [hit.values for hit in names.find(words, 2, 4)] == [(3,)]
    assert names.at(words, 0) is None
