"""Outlet, origin and dateline, in the forms agencies use."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhu.extract.layout import read_document
from kzhu.extract.source import read_source
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article, Source

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([DATA])


def source_of(text: str, knowledge: Knowledge, outlet: str | None = None) -> Source:
    article = Article("a", None, "", text, outlet=outlet)
    return read_source(article, read_document(text, knowledge), knowledge)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("ASTANA. KAZINFORM - It rained in the north.", "Kazinform"),
        ("SZEGED. SPORTS.KZ - The home side won.", "Sports.kz"),
        ("OSH. 24.KG - A bridge was opened.", "24.kg"),
        ("BUDAPEST, 3 May (MTI) - It rained.", "MTI"),
        ("WASHINGTON (AP) _ It rained.", "AP"),
        ("MOSCOW, October 5. /TASS/. It rained.", "TASS"),
        ("Kazinform - It rained.", "Kazinform"),
        ("It rained, Trend reports.", "Trend"),
        ("It rained, Kazinform has learned.", "Kazinform"),
        ("Today Vlast.kz publishes a talk with the mayor.", "Vlast.kz"),
        ("“It rained,” the farmer told The Astana Times.", "The Astana Times"),
        ("It rained.\n\n- The Astana Times", "The Astana Times"),
        ("It rained.\n\n(MTI)", "MTI"),
        ("It rained.\n\n© 2024 The Astana Times", "The Astana Times"),
        ("The Astana Times\nNews\nRain again\n\nIt rained.", "The Astana Times"),
        ("Rain\n\nIt rained.\n\nPress Service of the Ministry of Water", "Press Service of the Ministry of Water"),
        ("KABAR. The mayor came home.", "Kabar"),
        ("TASS: The mayor came home.", "TASS"),
        ("(Reuters) - It rained.", "Reuters"),
        ("/KazTAG/ It rained.", "KazTAG"),
        ("BUDAPEST /MTI/ - It rained.", "MTI"),
        ("Vlast.kz spoke with a hydrologist.", "Vlast.kz"),
        ("It rained, the Kazinform correspondent in Oslo reports.", "Kazinform"),
        ("Liter.kz has interviewed a hydrologist.", "Liter.kz"),
        ("A hydrologist, in conversation with The Astana Times, was glad.", "The Astana Times"),
        ("Rain again\n\nBy Ann Lee for The Astana Times\n\nIt rained.", "The Astana Times"),
        ("The weekly Harbour Courier prints passages from a talk with the pilot.", "Harbour Courier"),
        ("On the holiday, Zarya.media carries excerpts from its conversation with the consul.", "Zarya.media"),
        ("The Harbour Courier runs an interview with the pilot.", "The Harbour Courier"),
        ("Rain\n\nIt rained.\n\n(c) Harbour Monitor. Reprinting with a link only", "Harbour Monitor"),
        ("Rain\n\nIt rained.\n\n© 2024 Harbour Monitor. All rights reserved.", "Harbour Monitor"),
        (
            "Rain again\n\nIt rained.\n\nPress Directorate of the Council of Ports",
            "Press Directorate of the Council of Ports",
        ),
        ("MINISTRY OF WATER OF NORWAY\nPress release No. 7\n\nRain again\n\nIt rained.", "Ministry of Water of Norway"),
        ("MINISTRY OF WATER OPENS CANAL\n\nIt rained. It rained.", None),
        ("It rained, Hungarian news agency MTI reports.", None),
        ("It rained, said the mayor.", None),
    ],
)
def test_outlet(text: str, outlet: str | None, knowledge: Knowledge) -> None:
    assert source_of(text, knowledge).outlet == outlet


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("It rained, reported the Akorda press service.", "Akorda press service"),
        ("It rained, the presidential press office said on Tuesday.", "presidential press office"),
        ("It rained, Kazinform refers to the press service of the Polish MFA.", "press service of the Polish MFA"),
        ("It rained, Trend reports with reference to the Italian Ministry of Energy.", "Italian Ministry of Energy"),
        ("It rained, Hungarian news agency MTI reported.", "MTI"),
        ("It rained, the Bureau of National Statistics reports.", "Bureau of National Statistics"),
        ("It rained, the Central Statistical Office (KSH) said.", "Central Statistical Office"),
        ("It rained, the disaster agency said.", "disaster agency"),
        ("The Ministry of Transport said in a statement that it rained.", "Ministry of Transport"),
        ("It rained, according to the Statistics Agency under the President.", "Statistics Agency under the President"),
        ("It rained, Reuters reported citing a ministry official.", "Reuters"),
        ("The bridge fell, police said.", "police"),
        ("The bridge fell, the traffic police said.", "traffic police"),
        ("The mayor said that the police said so.", None),
        ("It rained, according to a readout by the Peruvian Foreign Ministry.", "Peruvian Foreign Ministry"),
        ("Catches fell by a tenth, the fisheries agency Marisca reports.", "Marisca"),
        ("It rained, prosecutors said on Monday.", None),
        ("It rained, ministry officials said.", None),
        ("It rained, a source in the ministry said.", None),
        ("It rained, Trend reports citing officials of the ministry.", None),
        ("It rained, the head of the agency said.", None),
        ("It rained, a driver of the bus company told reporters.", None),
        ("The rain stopped by the ministry said nothing.", None),
        ("It rained, the Federal Police said.", "Federal Police"),
        ("It rained, the beekeepers' association reports.", "beekeepers' association"),
        ("It rained, the Union of Hungarian Bakers informs.", "Union of Hungarian Bakers"),
        ("It rained, the Geographical Society announced.", "Geographical Society"),
        ("It rained, the press service of the Kyrgyz leader reports.", "press service of the Kyrgyz leader"),
        (
            "It rained, reported the press office of the Serbian head of state.",
            "press office of the Serbian head of state",
        ),
        ("It rained, Trend reports citing the mountain rescuers' federation.", "mountain rescuers' federation"),
        ("It rained, the ministry on Tuesday also said. It snowed.", "ministry"),
        ("It rained, the Embassy of Latvia has announced.", "Embassy of Latvia"),
        ("A statement of the Ministry of Water says that it rained.", "Ministry of Water"),
        ("It rained, a statement on the website of the Ministry of Water reads.", "Ministry of Water"),
        ("It rained, the Water Ministry's report says.", "Water Ministry"),
        ("It rained, an embassy press release said.", "embassy"),
        ("Earlier the Ministry of Water said that it had rained.", "Ministry of Water"),
        ("In Oslo the Seismological Institute said that it had rained.", "Seismological Institute"),
        ("It rained, according to the Ministry of Water on Monday.", "Ministry of Water"),
        ("As reported by the press office of the airport, it rained.", "press office of the airport"),
        ("As reported in the Akimat of Almaty, it rained.", "Akimat of Almaty"),
        ("It rained, the Ministry of Water, Forests and Hunting reported.", "Ministry of Water, Forests and Hunting"),
        (
            "It rained, Trend reports citing the Ministry of Water, Forests and Hunting.",
            "Ministry of Water, Forests and Hunting",
        ),
        (
            "It rained, the Latvian ministry for social affairs and housing said.",
            "Latvian ministry for social affairs and housing",
        ),
        ("It rained, the embassy's Facebook post reads.", "embassy"),
        ("It rained. The judge, Ann Lee, said that the prison service had failed.", None),
        ("It rained. Its head, Ann Lee, said the ministry was late.", None),
        ("It rained, Trend was told at the State Customs Committee.", "State Customs Committee"),
        ("It rained, Kazinform quotes the press service of the Senate.", "press service of the Senate"),
        ("It rained, Interfax quoted the Ministry of Water as saying.", "Ministry of Water"),
        ("It rained, the mayor was quoted as saying by TASS.", "TASS"),
        ("It rained, emergency services said.", "emergency services"),
        ("It rained, Trend reports citing the Azerbaijan Railways CJSC.", "Azerbaijan Railways CJSC"),
        ("It rained, the airline's press service said.", "airline's press service"),
        ("As the Ministry of Water informed, it rained.", "Ministry of Water"),
        ("Rain fell, data from the Bureau of National Statistics showed.", "Bureau of National Statistics"),
        ("The Ministry of Water was full.\n\nIt rained, the ministry said.", "Ministry of Water"),
        ("It rained.\n\nSource: MTI", "MTI"),
        ("It rained, Foreign Minister Peter Szijjarto said.", None),
        ("It rained, the ambassador told reporters.", None),
        ("It rained, the ministry's spokeswoman said.", None),
        ("It rained, KLM says.", None),
        ("It rained, Goldman Sachs said.", None),
        ("It rained, traders say.", None),
        ("It rained, he told this newspaper.", None),
        ("It rained, according to the minister.", None),
    ],
)
def test_origin(text: str, origin: str | None, knowledge: Knowledge) -> None:
    assert source_of(text, knowledge).origin == origin


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("NUR-SULTAN. It rained.", "Nur-Sultan"),
        ("THE HAGUE – It rained.", "The Hague"),
        ("PALIC, June 20 – It rained.", "Palic"),
        ("RIO DE JANEIRO (AP) - It rained.", "Rio de Janeiro"),
        ("Kazinform - It rained.", None),
        ("KABAR. It rained.", None),
        ("POLAND. The Sejm met.", None),
        ("CULTURE. A play was given.", None),
        ("SINGAPORE. It rained.", "Singapore"),
        ("UKRAINE (Reuters) - It rained.", "Ukraine"),
        ("It rained in ASTANA – again.", None),
    ],
)
def test_dateline(text: str, city: str | None, knowledge: Knowledge) -> None:
    assert source_of(text, knowledge).dateline == city


def test_spans_are_the_words_of_the_text(knowledge: Knowledge) -> None:
    text = "ASTANA. KAZINFORM - It rained, Kazinform refers to the press service of the Polish MFA."
    source = source_of(text, knowledge)
    spans = (source.outlet_span, source.origin_span, source.dateline_span)
    assert [span and span.cut(text) for span in spans] == ["KAZINFORM", "press service of the Polish MFA", "ASTANA"]


def test_metadata_names_the_outlet(knowledge: Knowledge) -> None:
    source = source_of("ASTANA – It rained, reported the Akorda press service.", knowledge, outlet="Daily News")
    assert (source.outlet, source.outlet_span, source.origin) == ("Daily News", None, "Akorda press service")
