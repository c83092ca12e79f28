"""Places as a text names them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Steps

from kzhu.extract.layout import read_document
from kzhu.extract.places import PlaceMention, find_places
from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([Path(folder) for folder in shipped().knowledge])


def mentions(text: str, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    return find_places(read_document(text, knowledge), knowledge)


def told(text: str, knowledge: Knowledge) -> list[tuple[str, str, str | None]]:
    """(words, countries joined, kind of mention or of place)."""
    return [
        (mention.span.cut(text), "+".join(mention.countries), mention.place or mention.kind)
        for mention in mentions(text, knowledge)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hungarians in Hungary eat Hungarian food.", ["Hungarians:HU", "Hungary:HU", "Hungarian:HU"]),
        ("He flew from Türkiye to Cote d’Ivoire.", ["Türkiye:TR", "Cote d’Ivoire:CI"]),
        ("BUDAPEST, May 3 - The minister spoke.", ["BUDAPEST:HU"]),
        ("Talks in New York and in York.", ["New York:US", "York:GB"]),
        ("The Republic of Kazakhstan's envoy left.", ["Republic of Kazakhstan:KZ"]),
        ("A plant in Székesfehérvár, one in Szekesfehervar.", ["Székesfehérvár:HU", "Szekesfehervar:HU"]),
        ("It joined Central Asian states and Latin American ones.", []),
        ("The Astana Times and the Shanghai Cooperation Organization agree.", []),
        ("The forum was held in Nur-Sultan.", ["Nur-Sultan:KZ"]),
    ],
)
def test_known_names(text: str, expected: list[str], knowledge: Knowledge) -> None:
    assert [f"{words}:{countries}" for words, countries, _ in told(text, knowledge)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kazakh-Hungarian council met.", ("Kazakh-Hungarian", "KZ+HU", "demonym")),
        ("The Hungary-Uzbekistan forum opened.", ("Hungary-Uzbekistan", "HU+UZ", "demonym")),
        ("A Sino-Kazakh venture grew.", ("Sino-Kazakh", "CN+KZ", "demonym")),
        ("The EU-Kazakhstan agreement holds.", ("EU-Kazakhstan", "KZ", "demonym")),
        ("A Hungarian-owned bakery opened.", ("Hungarian-owned", "HU", "demonym")),
    ],
)
def test_a_hyphen_joins_countries(text: str, expected: tuple[str, str, str], knowledge: Knowledge) -> None:
    assert told(text, knowledge) == [expected]


def test_a_given_name_with_a_surname_is_no_place(knowledge: Knowledge) -> None:
    assert told("Milan Kovacs and Darkhan Akhmetov met in Milan.", knowledge) == [("Milan", "IT", "city")]


def test_a_capital_is_one_under_each_of_its_names(knowledge: Knowledge) -> None:
    found = told("From Kyiv or Kiev to Astana, once Nur-Sultan, and to Almaty.", knowledge)
    assert [kind for _, _, kind in found] == ["capital"] * 4 + ["city"]


def test_a_name_may_be_broken_across_lines(knowledge: Knowledge) -> None:
    [mention] = mentions("They met in New\nYork.", knowledge)
    assert mention.countries == ("US",)


def test_a_double_name_is_no_country(knowledge: Knowledge) -> None:
    assert told("Anna Kovács-Norway and Eva Finn-Nagy sang.", knowledge) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Floods in the Korday district.", ("Korday district", "KZ", "region")),
        ("Floods in the Almaty region.", ("Almaty region", "KZ", "region")),
        ("Floods in Almaty Oblast.", ("Almaty Oblast", "KZ", "region")),
        ("Floods in Antalya Province.", ("Antalya Province", "TR", "region")),
        ("Floods in Bermel District.", ("Bermel District", "", "region")),
        ("Fish die in Lake Karasor.", ("Lake Karasor", "", "lake")),
        ("Ice broke on the Bodrog river.", ("Bodrog river", "", "river")),
        ("The village of Aksuat was cut off.", ("Aksuat", "", "village")),
        ("The town of San Lucas del Valle was cut off.", ("San Lucas del Valle", "", "city")),
    ],
)
def test_places_that_a_noun_makes(text: str, expected: tuple[str, str, str], knowledge: Knowledge) -> None:
    assert told(text, knowledge) == [expected]


@pytest.mark.parametrize(
    "text", ["The Turkic region grows.", "The region grew in March.", "Each district of the city voted."]
)
def test_nouns_that_make_no_place(text: str, knowledge: Knowledge) -> None:
    assert told(text, knowledge) == []


def test_an_unknown_town_is_told_by_its_country(knowledge: Knowledge) -> None:
    assert told("He was born in Gorgonzola, Italy, in 1970.", knowledge) == [
        ("Gorgonzola", "IT", "city"),
        ("Italy", "IT", "country"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Nice.", ["Nice"]),
        ("Nice weather greeted them.", []),
        ("Sofia Nagy won.", []),
        ("In Sofia Nagy's view it was late.", []),
        ("They flew to Sofia on Friday.", ["Sofia"]),
        ("SOFIA, May 3 - Ministers met.", ["SOFIA"]),
        ("The mayor of Nice spoke.", ["Nice"]),
        ("Flights to Bucharest and Sofia resumed.", ["Bucharest", "Sofia"]),
        ("Male students were fewer.", []),
    ],
)
def test_names_that_are_also_words_or_persons_need_a_witness(
    text: str, expected: list[str], knowledge: Knowledge
) -> None:
    assert [words for words, _, _ in told(text, knowledge)] == expected


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("A plant in Atlanta, Georgia, closed.", ["US", "US"]),
        ("A flight from Tbilisi, Georgia, landed.", ["GE", "GE"]),
        ("A lab in Cambridge, Massachusetts, closed.", ["US", "US"]),
        ("Talks in Vienna, Hungary said, went on.", ["AT", "HU"]),
    ],
)
def test_a_neighbour_tells_namesakes_apart(text: str, countries: list[str], knowledge: Knowledge) -> None:
    assert ["+".join(mention.countries) for mention in mentions(text, knowledge)] == countries


def test_foreign_money_names_no_country(knowledge: Knowledge) -> None:
    assert told("It cost 3 million US dollars, or 4 million New Zealand dollars.", knowledge) == []


def test_mentions_are_in_order_and_do_not_overlap(knowledge: Knowledge) -> None:
    for path in sorted((Path(__file__).parent / "gold").glob("*.txt")):
        text = path.read_text("utf-8").replace("\r\n", "\n")
        found = mentions(text, knowledge)
        for this, following in pairwise(found):
            assert this.last <= following.first
        document = read_document(text, knowledge)
        for mention in found:
            assert mention.span.start == document.starts[mention.first]
            assert mention.span.end == document.ends[mention.last - 1]


@pytest.mark.parametrize(
    "piece", ["Kazakhstan ", "region ", "Aa ", "village of ", "Kazakh-Hungarian-", "in Xx, Italy ", "A-", "Lake "]
)
def test_steps_grow_with_length_only(piece: str, knowledge: Knowledge, steps: Steps) -> None:
    def taken(count: int) -> int:
        document = read_document(piece * count, knowledge)
        return steps(lambda: find_places(document, knowledge))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(4_000) < 14 * taken(400) + 2000
