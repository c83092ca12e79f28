"""Who a text names, in which role, for which country. The people of these sentences and what they do are made up."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from conftest import Steps

from kzhu.extract.article import prepare
from kzhu.extract.people import read_people
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article, Person, Source

DATA = Path(__file__).parents[1] / "data"


@lru_cache
def knowledge() -> Knowledge:
    return load_knowledge([DATA])


def people(text: str) -> tuple[Person, ...]:
    ready = prepare(Article("x", None, "", text), knowledge())
    return read_people(ready.document, ready.places, ready.published, Source(), knowledge())


def named(text: str) -> list[str]:
    return [person.name for person in people(text)]


def one(text: str) -> tuple[str, str | None, str | None]:
    [person] = people(text)
    return person.name, person.role, person.country


@pytest.mark.parametrize(
    "text, expected",
    [
        # Title before the name.
        ("Estonian President Toomas Tammsoo arrived.", ("Toomas Tammsoo", "President of Estonia", "EE")),
        ("Prime Minister of Estonia Toomas Tammsoo arrived.", ("Toomas Tammsoo", "Prime Minister of Estonia", "EE")),
        ("Estonia's Foreign Minister Mart Kuusik spoke.", ("Mart Kuusik", "Foreign Minister of Estonia", "EE")),
        (
            "It was opened by Minister of Culture and Sports of Kazakhstan Daulet Orazgaliyev.",
            ("Daulet Orazgaliyev", "Minister of Culture and Sports of Kazakhstan", "KZ"),
        ),
        (
            "Deputy Prime Minister - Minister of Finance of Kazakhstan Daulet Orazgaliyev spoke.",
            ("Daulet Orazgaliyev", "Deputy Prime Minister - Minister of Finance of Kazakhstan", "KZ"),
        ),
        ("Former Polish President Jan Kowalczuk wrote.", ("Jan Kowalczuk", "Former President of Poland", "PL")),
        ("Hungarian poet Ottó Mezei read.", ("Ottó Mezei", "Hungarian poet", "HU")),
        ("The sculptor Ottó Mezei came.", ("Ottó Mezei", "sculptor", None)),
        # Title behind it.
        ("Ottó Mezei, the Hungarian consul general, came.", ("Ottó Mezei", "consul general of Hungary", "HU")),
        (
            "Ottó Mezei, head of the Hungarian Association of Beekeepers, came.",
            ("Ottó Mezei", "head of the Hungarian Association of Beekeepers", "HU"),
        ),
        ("The King of Norway, Sverre II, came.", ("Sverre II", "King of Norway", "NO")),
        ("Ottó Mezei, 41, a baker, was hurt.", ("Ottó Mezei", "baker", None)),
        # A country, no role.
        ("France's Luc Moreau won the stage.", ("Luc Moreau", None, "FR")),
        ("Luc Moreau of France won the stage.", ("Luc Moreau", None, "FR")),
    ],
)
def test_a_role_and_its_country(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert one(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "Eszter Nagy-Halmos",
        "Nagy-Halmos Eszter",
        "Yerlan Askarovich Dosymbekov",
        "Ursula von der Heide",
        "Pieter van den Berg",
        "Khalid bin Rashid Al Mansour",
        "María del Carmen Ruiz",
        "Wang Xiaoming",
        "P. Molnár",
        "Jean-Luc d'Aubigny",
    ],
)
def test_shapes_of_names(name: str) -> None:
    assert named(f"The talks were led by Minister {name}.") == [name]


def test_a_family_name_joins_its_person() -> None:
    text = "Prime Minister of Estonia Toomas Tammsoo arrived. Tammsoo said little. T. Tammsoo left."
    [person] = people(text)
    assert [span.cut(text) for span in person.mentions] == ["Toomas Tammsoo", "Tammsoo", "T. Tammsoo"]


def test_two_of_one_family_name_stay_apart() -> None:
    text = "Anna Kovácsik met Béla Kovácsik. Kovácsik thanked her."
    assert named(text) == ["Anna Kovácsik", "Béla Kovácsik"]


def test_a_chinese_family_name_leads() -> None:
    text = "Transport Minister Wang Xiaoming spoke. Wang said so."
    [person] = people(text)
    assert [span.cut(text) for span in person.mentions] == ["Wang Xiaoming", "Wang"]


def test_known_people_have_one_spelling_and_key() -> None:
    for spelling in ("Peter Siyarto", "Szijjártó Péter", "P. Szijjarto"):
        found = people(f"Hungarian Foreign Minister {spelling} spoke on Monday.")
        assert [(person.id, person.name) for person in found] == [("peter-szijjarto", "Péter Szijjártó")]


def test_a_counterpart_has_the_same_office() -> None:
    text = "Energy Minister of Estonia Toomas Tammsoo met with his Latvian counterpart Juris Liepa."
    assert [(p.role, p.country) for p in people(text)] == [
        ("Energy Minister of Estonia", "EE"),
        ("Energy Minister of Latvia", "LV"),
    ]


def test_presidents_share_their_title() -> None:
    text = "The Presidents Toomas Tammsoo and Juris Liepa met."
    assert [(p.name, p.role) for p in people(text)] == [("Toomas Tammsoo", "President"), ("Juris Liepa", "President")]


def test_each_of_a_list_has_his_own_title() -> None:
    text = "Minister of Transport Juris Liepa, Minister of Energy Toomas Tammsoo and Ambassador Luc Moreau came."
    assert [p.role for p in people(text)] == ["Minister of Transport", "Minister of Energy", "Ambassador"]


def test_kinship_is_no_role() -> None:
    text = "The President of Estonia, Toomas Tammsoo, came with his wife, Leena Tammsoo."
    assert [(p.name, p.role, p.country) for p in people(text)] == [
        ("Toomas Tammsoo", "President of Estonia", "EE"),
        ("Leena Tammsoo", None, "EE"),
    ]


def test_an_office_told_elsewhere_says_what_head_of_state() -> None:
    text = "Head of State Toomas Tammsoo spoke. The President of Estonia thanked the guests."
    assert one(text) == ("Toomas Tammsoo", "President of Estonia", "EE")


def test_nation_words_tell_a_country() -> None:
    text = "Luc Moreau and Jonas Karlsen gave the race a miss. The Belgian and the Dane went home."
    assert [p.country for p in people(text)] == ["BE", "DK"]


@pytest.mark.parametrize(
    "text",
    [
        "They met on Ottó Mezei Street.",
        "The Ottó Mezei Foundation paid for it.",
        "He studied at the Ottó Mezei University of Arts.",
        "She won the Franz Liszt Prize.",
        "The shares of Gedeon Richter rose.",
        "Analysts at Morgan Stanley disagree.",
        "The Order of Imam Mansur was handed over.",
        "The President and the Prime Minister met in Astana.",
        "The World Cup in South Korea begins on Monday.",
        "He left on 23 May and came back in March.",
        "Ministry of Foreign Affairs and Trade officials came.",
    ],
)
def test_no_people(text: str) -> None:
    assert named(text) == []


def test_a_pool_named_after_someone_names_someone() -> None:
    assert one("They met at the Ottó Mezei Pool, named after the Olympic champion.") == (
        "Ottó Mezei",
        "Olympic champion",
        None,
    )


def test_mentions_are_cut_from_the_text() -> None:
    text = "Ambassador\u00a0Ursula  von der\u00a0Heide spoke. “It is late,” von der Heide said."
    [person] = people(text)
    assert person.name == "Ursula von der Heide"
    assert [span.cut(text) for span in person.mentions] == ["Ursula  von der\u00a0Heide", "von der Heide"]


@pytest.mark.parametrize(
    "piece", ["A", "Anna ", "Anna, ", "President ", "of the ", "A. ", "Anna Nagy, the head of ", "the Swede "]
)
def test_steps_grow_with_length_only(piece: str, steps: Steps) -> None:
    def taken(count: int) -> int:
        ready = prepare(Article("x", None, "", piece * count), knowledge())
        return steps(lambda: read_people(ready.document, ready.places, ready.published, Source(), knowledge()))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(2_000) < 14 * taken(200) + 2000


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(person.name, person.role, person.country) for person in people(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        # A cabinet reshuffle: appointments, public posts, who is replaced by whom.
        (
            (
                "TALLINN, 4 March (BNS) – Prime Minister Mart Kuusik has appointed Liis Tammaru minister of culture."
                " She succeeds Jaan Põder, who resigned last week."
            ),
            [
                ("Mart Kuusik", "Prime Minister", "EE"),
                ("Liis Tammaru", "minister of culture", "EE"),
                ("Jaan Põder", None, "EE"),
            ],
        ),
        (
            (
                "TALLINN – The head of the opposition, Toomas Rand, laughed. Judge Anneli Saar did not."
                ' "Latvia did it better," lawmaker Peeter Oja said.'
            ),
            [
                ("Toomas Rand", "head of the opposition", "EE"),
                ("Anneli Saar", "Judge", "EE"),
                ("Peeter Oja", "lawmaker", "EE"),
            ],
        ),
        # A strike: the firm told by its country, its chairman after it.
        (
            (
                "The Chilean shipping firm Naviera Alerce had threatened to leave; its chairman, Hernán Pino, welcomed"
                " the deal."
            ),
            [("Hernán Pino", "chairman of Naviera Alerce", "CL")],
        ),
        (
            "VALPARAÍSO – Union leader Rodrigo Fuenzalida spoke. Economy Minister Nicolás Araya thanked him.",
            [("Rodrigo Fuenzalida", "Union leader", "CL"), ("Nicolás Araya", "Economy Minister", "CL")],
        ),
        # A library, a museum: "the library's director" after the National Library.
        (
            "The book was shown in the Museum of Folk Art in Riga. The museum's director, Ilze Liepa, wept.",
            [("Ilze Liepa", "director of the Museum of Folk Art", None)],
        ),
        # Chess and cycling: a country beside each name, the first of a nation.
        (
            "The lead was shared by Aryan Sandvik of Norway and Qwill Hartmoor of Germany.",
            [("Aryan Sandvik", None, "NO"), ("Qwill Hartmoor", None, "DE")],
        ),
        (
            "Magnus Fossum, the first Norwegian in the final, stayed at home.",
            [("Magnus Fossum", "first Norwegian in the final", "NO")],
        ),
        ("Cyclist Jonas Karlsen of Denmark fell.", [("Jonas Karlsen", "Cyclist", "DK")]),
        # A concert: composers by their family name, a pupil who is no role, a saint's day.
        (
            "On St. Stephen's Day she played Chopin's nocturnes and a sonata by Beethoven.",
            [("Fryderyk Chopin", None, None), ("Ludwig van Beethoven", None, None)],
        ),
        ("András Mezei's pupil Zsófi Halmos plays Bach.", [("András Mezei", None, None), ("Zsófi Halmos", None, None)]),
        # An obituary.
        (
            "Conductor Anton Molnár has died. Born in Graz, Molnár led the orchestra for 22 years.",
            [("Anton Molnár", "Conductor", "AT")],
        ),
        # A decree: on whose orders something is done is not who it is done to.
        (
            "BAKU – By order of the President, Leyla Qasimli was appointed chairwoman of the Water Agency.",
            [("Leyla Qasimli", "chairwoman of the Water Agency", "AZ")],
        ),
        # Markets: whose firm the sentence begins with.
        (
            "Saudi Aramco raised its prices, chief executive Fahad Al-Mutlaq said.",
            [("Fahad Al-Mutlaq", "chief executive", "SA")],
        ),
        # Elections.
        ("Incumbent Toomas Tammsoo has won.", [("Toomas Tammsoo", None, None)]),
        # The founder and not the firm that bears his name.
        ("A portrait of Gedeon Richter hangs in the hall.", [("Gedeon Richter", None, None)]),
        # Judo: her trainer is of her country.
        (
            "TASHKENT – Hungary's Reka Hollosi came fifth; her trainer Pal Szekeres complained.",
            [("Reka Hollosi", None, "HU"), ("Pal Szekeres", "trainer", "HU")],
        ),
        # Learning and business.
        (
            "Historian László Mezei, of the Slovak Academy of Sciences, was there.",
            [("László Mezei", "Historian", "SK")],
        ),
        ("MOL, Chairman-CEO Zsolt Halmos said, is patient.", [("Zsolt Halmos", "Chairman-CEO", "HU")]),
        ("Saint Ladislaus watched over him on St. Martin's Day.", []),
        # Flights, boxing, honey: the firm told before, who is meant by a nation word, a country behind the name.
        (
            'EgyptAir was pleased. "We shall have 200 guests," said Ahmed Wahdan, the airline\'s commercial director.',
            [("Ahmed Wahdan", "commercial director of EgyptAir", "EG")],
        ),
        (
            "Promoter Bob Hartley told of Britain's Daniel Moore; the Briton is the favourite.",
            [("Bob Hartley", "Promoter", None), ("Daniel Moore", None, "GB")],
        ),
        (
            "Etienne Moreau of Belgium, vice-chair of the honey society, came.",
            [("Etienne Moreau", "vice-chair of the honey society", "BE")],
        ),
        (
            "Judit Halmos, the Hungarian-born French painter, died.",
            [("Judit Halmos", "Hungarian-born French painter", "FR")],
        ),
        # Nobody is taken for somebody known who is spelled nearly so.
        ("Minister Chingiz Arinov said so.", [("Chingiz Arinov", "Minister", "KZ")]),
    ],
)
def test_who_is_who_in_other_genres(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        # Whose side somebody is on.
        (
            "The Finn Mika Lahti won in Oslo. Second was the Swede Nils Ek, third the Norwegian, Jonas Berg.",
            [("Mika Lahti", None, "FI"), ("Nils Ek", None, "SE"), ("Jonas Berg", None, "NO")],
        ),
        (
            "OSLO. Norway beat Peru on Saturday. Jonas Berg scored for the visitors and Pedro Rojas for the hosts.",
            [("Jonas Berg", None, "PE"), ("Pedro Rojas", None, "NO")],
        ),
        ("For Kenya, Faith Wanjiru scored twice.", [("Faith Wanjiru", None, "KE")]),
        ("Nils Ek, a Swede, won in Oslo.", [("Nils Ek", None, "SE")]),
        ("Nils Ek won in Oslo. It was the Swede's third victory.", [("Nils Ek", None, "SE")]),
        ("Nils Ek, who plays for Sweden, won.", [("Nils Ek", None, "SE")]),
        (
            "Anna Lan, a fellow at the Institute of Trade in Hanoi, laughed.",
            [("Anna Lan", "fellow at the Institute of Trade in Hanoi", "VN")],
        ),
        ("“It is late,” said Jonas Berg of the University of Bergen.", [("Jonas Berg", None, "NO")]),
        # Bodies without a name are those of the place.
        (
            "Rana Haddad, who chairs the chamber of commerce in Amman, was glad.",
            [("Rana Haddad", "chair of the chamber of commerce in Amman", "JO")],
        ),
        ("MANILA – It sank, said hospital director Ramon Cruz.", [("Ramon Cruz", "hospital director", "PH")]),
        (
            "LIMA – “It sank,” said Rosa Cruz, spokesman for the coast guard.",
            [("Rosa Cruz", "spokesman for the coast guard", "PE")],
        ),
        # Where somebody lives is no side.
        ("The bust was made by the Brno sculptor Petr Novotny.", [("Petr Novotny", "Brno sculptor", None)]),
        ("Anna Kovacs, a welder from Szeged, laughed.", [("Anna Kovacs", "welder from Szeged", None)]),
        # Long portfolios, and countries before a name.
        (
            "Serbia's deputy minister of trade, tourism and telecommunications, Marko Ilic, came.",
            [("Marko Ilic", "deputy minister of trade, tourism and telecommunications of Serbia", "RS")],
        ),
        ("In Georgia Zurab Kvitashvili has sold wine for years.", [("Zurab Kvitashvili", None, None)]),
        (
            "Norway's Foreign Minister Kari Lund and her counterpart from Peru, Luis Paredes, met.",
            [("Kari Lund", "Foreign Minister of Norway", "NO"), ("Luis Paredes", "Foreign Minister of Peru", "PE")],
        ),
        ("“Sugar is dear,” said Lena Brandt, a broker with Acme.", [("Lena Brandt", "broker with Acme", None)]),
    ],
)
def test_sides_seats_and_portfolios(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(person.name, person.role, person.country) for person in people(text)] == expected


def test_an_international_body_is_no_country() -> None:
    text = "BRUSSELS – Commission President Ursula von der Leyen met NATO Secretary General Mark Rutte."
    assert [p.country for p in people(text)] == [None, None]


@pytest.mark.parametrize(
    "text, expected",
    [
        # What bears a person's name is none: ships, roses, novels, firms, bridges.
        ("The schooner Anna Karenina left Gdansk on Monday with the skipper Jan Kowal.", ["Jan Kowal"]),
        ("They planted Queen Elizabeth roses beside the Lady Astor, an old boat.", []),
        ("She is called Mary Stuart, she leaks, and nobody paints her.", []),
        ("The novel Doctor Zhivago and the opera Eugene Onegin were on the list.", []),
        ("He ran across Charles Bridge and rested below Nelson Terrace.", []),
        ("Austria's Holzmeister, one of the largest brick makers in Europe, will build a works near Linz.", []),
        ("Siaya, Kenya's second-biggest producer of sugar, hired 200 people.", []),
        ("A letter came from the Union of Georgian Wine Exporters.", []),
        # A word between commas and a speaker is no name.
        ("Business, the minister said, was good. Trade, she added, was better.", []),
        # Names that no list has, shown by what is told of them.
        ("The race was won by Ngozana Adeyiri of Nigeria.", ["Ngozana Adeyiri"]),
        ("Minister of Agriculture and Forestry Xolisa Dubezi spoke first.", ["Xolisa Dubezi"]),
        ("“It rains,” Okonkwezi told the council. Okonkwezi has lived there for years.", ["Okonkwezi"]),
        ("My eldest, Ieva, plays the flute. Ieva, my eldest, is seven.", ["Ieva"]),
        ("The fish-seller Amara Diop and the great-granddaughter Ana Diop came.", ["Amara Diop", "Ana Diop"]),
        # A given name that is a country's stays a country behind an office.
        ("He met the Minister of Culture of Georgia Nino Kapanadze.", ["Nino Kapanadze"]),
    ],
)
def test_who_is_a_person_and_what_only_bears_a_name(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Foreign Ministers Jan Kral of the Czech Republic, Ivan Hora of Slovakia and Ana Breg of Slovenia met.",
            [
                ("Jan Kral", "Foreign Minister of the Czech Republic", "CZ"),
                ("Ivan Hora", "Foreign Minister of Slovakia", "SK"),
                ("Ana Breg", "Foreign Minister of Slovenia", "SI"),
            ],
        ),
        (
            "Anna Kovacs, who chairs the parish council in Eger, and Ben Holt, who heads the food agency, came.",
            [
                ("Anna Kovacs", "chair of the parish council in Eger", "HU"),
                ("Ben Holt", "head of the food agency", None),
            ],
        ),
        (
            "For Poland, goalkeeper Marek Nowak saved two shots. For Latvia, striker Janis Ozols scored.",
            [("Marek Nowak", "goalkeeper", "PL"), ("Janis Ozols", "striker", "LV")],
        ),
        (
            "Daehwa Foil, a South Korean supplier, will build here, said Baek Seo-yun, Daehwa's vice-president.",
            [("Baek Seo-yun", "Daehwa's vice-president", "KR")],
        ),
        (
            "Pianist Rita Lopes, winner of the Lisbon Competition, played last.",
            [("Rita Lopes", "Pianist", None)],
        ),
        (
            "Lithuania's Vice-Minister of Culture Austra Grinkute and his Malaysian opposite number Amin Alam spoke.",
            [
                ("Austra Grinkute", "Vice-Minister of Culture of Lithuania", "LT"),
                ("Amin Alam", "Vice-Minister of Culture of Malaysia", "MY"),
            ],
        ),
    ],
)
def test_roles_shared_leant_on_and_told_by_verbs(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [(person.name, person.role, person.country) for person in people(text)] == expected
