"""How a text is cut up: zones, paragraphs, sentences."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import Steps

from kzhu.extract.document import Document
from kzhu.extract.layout import read_document
from kzhu.extract.layout.cutting import cut_text
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.tokens import cut_words

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([DATA])


def cut(document: Document) -> list[str]:
    """The body's sentences, blanks folded."""
    return [
        " ".join(sentence.span.cut(document.text).split()) for sentence in document.sentences if sentence.zone == "body"
    ]


def zones(document: Document) -> dict[str, str]:
    names = ("headline", "date_line", "byline", "dateline", "signature")
    found = {name: getattr(document, name) for name in names}
    return {name: span.cut(document.text).strip() for name, span in found.items() if span}


PAGE = """\
Home | News | Politics | Economy | Sport
USD 447.31 EUR 483.20 RUB 4.98
Politics
Kazakhstan, Serbia agree on visa-free travel

Kazakhstan, Serbia agree on visa-free travel
11.02.2026, 14:05 506

Photo: Akorda
BELGRADE. KAZINFORM – Kazakhstan and Serbia have agreed to drop visas. "We have waited for this," a minister said.

Read also: Exports to Serbia double
Share:
Facebook Twitter Telegram
Tags: Serbia, visa
"""


def test_a_page_is_told_from_its_story(knowledge: Knowledge) -> None:
    document = read_document(PAGE, knowledge)
    assert zones(document) == {
        "headline": "Kazakhstan, Serbia agree on visa-free travel",
        "byline": "11.02.2026, 14:05 506",
        "dateline": "BELGRADE. KAZINFORM –",
    }
    assert cut(document) == [
        "Kazakhstan and Serbia have agreed to drop visas.",
        '"We have waited for this," a minister said.',
    ]
    furniture = [span.cut(PAGE) for span in document.furniture]
    assert furniture[3:5] == ["Kazakhstan, Serbia agree on visa-free travel", "Photo: Akorda"]
    assert furniture[-1] == "Tags: Serbia, visa"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2023-07-13 Ministers meet\n\nThey met.", {"date_line": "2023-07-13", "headline": "Ministers meet"}),
        (" date 2023-07-13 Ministers met in Oslo.\n\nThey talked.", {"date_line": "2023-07-13"}),
        ("Ministers met in Oslo.\n\nThey talked.", {}),
        ("One line without a stop", {}),
        ("24.05.2022\nPRESS RELEASE\n\nMinisters speak\n\nThey spoke.\n\nPress Service of the Ministry",
         {"byline": "24.05.2022", "headline": "Ministers speak", "signature": "Press Service of the Ministry"}),
        ("Ministers speak\nBy Ann Lee on 3 May 2024\n\nThey spoke.",
         {"headline": "Ministers speak", "byline": "By Ann Lee on 3 May 2024"}),
        ("Ministers speak\n\nPosted: 12 November 2022, 07:50\n\nThey spoke.\n\n- MTI",
         {"headline": "Ministers speak", "byline": "Posted: 12 November 2022, 07:50", "signature": "- MTI"}),
        ("Mon, 9 Oct 2023 16:40\nMinisters speak\n\nThey spoke.",
         {"byline": "Mon, 9 Oct 2023 16:40", "headline": "Ministers speak"}),
        ("Ministers speak in Rome.\nAnna Kuhn\nROME 2001-03-04\nThey spoke.",
         {"headline": "Ministers speak in Rome.", "byline": "Anna Kuhn", "dateline": "ROME 2001-03-04"}),
        ("Ministers speak\nAnna Kuhn, Rome\n4.3.2001 8:00\n\nThey spoke.",
         {"headline": "Ministers speak", "byline": "4.3.2001 8:00"}),
        ("Ministers speak\nAnna Kuhn\n\nThey spoke for two hours about bridges, trains and the price of gas in winter.",
         {"headline": "Ministers speak", "byline": "Anna Kuhn"}),
        ("MINISTERS SPEAK\nROME. They spoke.", {"headline": "MINISTERS SPEAK", "dateline": "ROME."}),
        ("Ministers\xa0speak\n\n24\xa0May\xa02022\n\nROME\xa0–\xa0They\xa0spoke.",
         {"headline": "Ministers\xa0speak", "byline": "24\xa0May\xa02022", "dateline": "ROME\xa0–"}),
        ("<h1>Ministers speak</h1><p>24 May 2022</p><p>ROME –&nbsp;They spoke.</p>",
         {"headline": "Ministers speak", "byline": "24 May 2022", "dateline": "ROME –&nbsp;"}),
        ("Ministers speak\n\nThey spoke.\n\nPress Service of the Ministry of Water and\nForests",
         {"headline": "Ministers speak", "signature": "Press Service of the Ministry of Water and\nForests"}),
        ("Statement of the minister\n\nWe speak.\n\nAstana, 7 October 2023",
         {"headline": "Statement of the minister", "byline": "Astana, 7 October 2023"}),
    ],
)  # fmt: skip
def test_zones(text: str, expected: dict[str, str], knowledge: Knowledge) -> None:
    assert zones(read_document(text, knowledge)) == expected


@pytest.mark.parametrize(
    "dateline",
    [
        "ASTANA –",
        "ASTANA. KAZINFORM -",
        "LONDON.",
        "PALIC, June 20 –",
        "BAKU, Azerbaijan, October 5.",
        "TASHKENT (UzA).",
        "BUDAPEST, 3 May (MTI) -",
        "WASHINGTON (AP) _",
        "AMHERST, N.Y. (AP) --",
        "MOSCOW, October 5. /TASS/.",
        "TARAZ. 24.KG -",
        "New York —",
        "THE HAGUE –",
        "Kazinform -",
        "AKIPRESS.COM -",
        "April 8. PETROPAVL.",
        "Baku, Azerbaijan, Oct. 5\n\n",
        "PRAGUE 1996-12-06\n",
    ],
)
def test_datelines(dateline: str, knowledge: Knowledge) -> None:
    document = read_document(f"{dateline} The minister came home. He slept.", knowledge)
    assert document.dateline is not None
    assert document.dateline.cut(document.text).strip() == dateline.strip()
    assert cut(document) == ["The minister came home.", "He slept."]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakh President Tokayev – who came late – spoke.",
        "ON TRADE. Last year it grew.",
        "US – China trade grew.",
        "The ASTANA – Almaty train is late.",
        "SOCCER - LATE GOAL SAVES HOME SIDE",
    ],
)
def test_no_datelines(text: str, knowledge: Knowledge) -> None:
    document = read_document(f"A headline over it\n\nThe first paragraph.\n\n{text}", knowledge)
    assert document.dateline is None


@pytest.mark.parametrize(
    "sentences",
    [
        ["He met Mr. P. Sijjarto on Nov. 5 in St. Petersburg.", "The U.S. side was away."],
        ["Trade came to 172.2 million dollars.", "About 70 firms work there."],
        ["“We met.”", "He left at 5 p.m.", "The next day he flew to Washington D.C. from Almaty."],
        ['"Come home!" Orban said.', "Nobody came."],
        ["«We are glad», he said.", "«So are we.»", "They left."],
        ["Is it true?", "(It is.)", "Good..."],
        ["Elco Inc. said it lost $5 million.", "Its rival, Beta Corp., won.", "In all, No. 5 is down."],
        ["They met on Dec. 1.", "The talks of Sept. 18 went on."],
    ],
)
def test_sentences(sentences: list[str], knowledge: Knowledge) -> None:
    assert cut(read_document(" ".join(sentences), knowledge)) == sentences


def test_a_digest_has_no_dateline(knowledge: Knowledge) -> None:
    document = read_document("The week\n\nLATVIA. The Saeima met.\n\nNORWAY. The Storting met.", knowledge)
    assert document.dateline is None
    assert cut(document) == ["LATVIA.", "The Saeima met.", "NORWAY.", "The Storting met."]


def test_wrapped_lines_run_on_behind_a_date_line(knowledge: Knowledge) -> None:
    text = (
        " date 2023-02-01 The ministers of water of Latvia and of Norway met on Monday for\n"
        "talks about the rivers of both countries; the price of fish was told by\n"
        "Latvian Minister Jana Berzina.\n"
        "They had last met in Oslo in the summer, when a bridge was opened by the\n"
        "King of Norway. Their next meeting will be held in the Latvian town of\n"
        "Liepaja.\n"
    )
    assert [sentence[-12:] for sentence in cut(read_document(text, knowledge))] == [
        "ana Berzina.", "g of Norway.", " of Liepaja.",
    ]  # fmt: skip


def test_headlines_below_furniture_are_teasers(knowledge: Knowledge) -> None:
    text = "A flood\n\nIt rained.\n\nPhoto: MTI\n\nTwo held in Győr\n\nBudget approved by parliament"
    assert cut(read_document(text, knowledge)) == ["It rained."]


def test_a_wrapped_line_runs_on(knowledge: Knowledge) -> None:
    text = (
        "Kazakhstan and Hungary confirm their course\n"
        "Deputy Minister of Foreign Affairs of Kazakhstan Roman Vassilenko and\n"
        "Deputy State Secretary of the Ministry of Foreign Affairs and Trade Ádám\n"
        "Stifter met in Astana on Thursday to go over the agenda of the year and\n"
        "its visits.\n"
        "They will meet again.\n"
    )
    document = read_document(text, knowledge)
    assert zones(document) == {"headline": "Kazakhstan and Hungary confirm their course"}
    assert [sentence.endswith(("visits.", "again.")) for sentence in cut(document)] == [True, True]


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell on Monday as traders sold banks.",
        "Photo and video shooting is forbidden in the park, the guards say.",
        "Read more books, the minister told the children.",
        "By 2030 the plant will be open.",
        "Trade between the two was 4.2 in 2021, 5.1 in 2022 and 6.0 in 2023.",
        "Source of the Danube or not, the spring is dry.",
    ],
)
def test_prose_is_never_furniture(line: str, knowledge: Knowledge) -> None:
    document = read_document(
        f"Headline of the day\n\nFirst paragraph here.\n\n{line}\n\nLast paragraph here.", knowledge
    )
    assert line in cut(document)


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Ministers meet again",
        "Photo: MFA of Hungary",
        "The station above the lake. File photo.",
        "The post Rain again appeared first on Hungary Today.",
        "The two leaders in Astana. Photo: Akorda",
        "Follow us on Telegram",
        "© 2024 The Astana Times. All rights reserved.",
        "We use cookies to improve your experience on this site.",
        "#Kazakhstan #Hungary",
        "Comments (3)",
        "---",
        "Astana -12 °C",
    ],
)
def test_furniture(line: str, knowledge: Knowledge) -> None:
    document = read_document(f"Headline of the day\n\nFirst paragraph.\n\n{line}\n\nLast paragraph.", knowledge)
    assert [span.cut(document.text) for span in document.furniture] == [line]
    assert cut(document) == ["First paragraph.", "Last paragraph."]


def test_teasers_stand_below_their_heading(knowledge: Knowledge) -> None:
    text = "A flood\n\nIt rained.\n\nRelated news\n\nFlood in Pécs\n\nTwo held in Győr\n\nThe rain went on for a week."
    assert cut(read_document(text, knowledge)) == ["It rained.", "The rain went on for a week."]


@pytest.mark.parametrize("seed", range(60))
def test_every_span_fits_the_text(seed: int, knowledge: Knowledge) -> None:
    pieces = [
        "ASTANA –",
        "date 2023-01-01",
        "Mr. ",
        "\n",
        "\n\n",
        "\xa0",
        " ",
        "word",
        "Word",
        ".",
        "!",
        "”",
        "“",
        "3",
        "–",
    ]
    chance = random.Random(seed)
    text = "".join(chance.choice(pieces) for _ in range(chance.randrange(200)))
    document = read_document(text, knowledge)
    behind = 0
    for sentence in document.sentences:
        assert behind <= sentence.start < sentence.end <= len(text)
        assert all(sentence.start <= document.starts[i] < sentence.end for i in range(sentence.first, sentence.last))
        assert not text[sentence.start].isspace()
        assert not text[sentence.end - 1].isspace()
        behind = sentence.end


@pytest.mark.parametrize("piece", ["A", "1", ".", '"', "(", "A. ", "\n", "Aa\n", "(A ", "- ", "Photo: ", "12.05.2023 "])
def test_long_runs_take_steps_in_proportion(piece: str, knowledge: Knowledge, steps: Steps) -> None:
    def taken(count: int) -> int:
        return steps(lambda: read_document(piece * count, knowledge))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(4_000) < 14 * taken(400) + 2000


@pytest.mark.parametrize("seed", range(200))
def test_a_text_cut_at_its_blanks_has_the_same_tokens(seed: int, knowledge: Knowledge) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices("abcXY'’‑-ʼsS.,;: 0129 \n\t\v\xa0_$%“é²\u2009\x85", k=chance.randint(0, 60)))
    cut = cut_text(text, knowledge)
    words, starts, ends = cut_words(text)
    assert (list(cut.words), list(cut.starts), list(cut.ends)) == (words, starts, ends)
    assert list(cut.lowers) == [word.lower() for word in words]
    assert list(cut.capitals) == [i for i, word in enumerate(words) if word[0].isupper()]
