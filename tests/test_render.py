"""Answers as lines: exact for programs, fitted and coloured for people, and never a control character."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from decimal import Decimal
from typing import Any

import pytest
import yaml
from rich.cells import cell_len

from kzhu import amounts
from kzhu.analysis.summary import Line as SummaryLine
from kzhu.analysis.summary import Section
from kzhu.analysis.timeline import build
from kzhu.answers import (
    AppearanceRow,
    ArticleRow,
    CompanionRow,
    EventRow,
    FigureRow,
    Hit,
    PersonAnswer,
    PersonRow,
    ProblemRow,
    RoleRow,
    SpellingRow,
)
from kzhu.render import (
    articles,
    documents,
    events,
    figures,
    marked,
    people,
    person,
    problems,
    record,
    rows,
    screen,
    summary,
    tables,
    timeline,
    values,
)
from kzhu.render.clean import clean, clean_lines, squeeze
from kzhu.render.columns import Column
from kzhu.render.page import Grid, Line, Page, Part

ARTICLE = ArticleRow(
    id="b7_1234567890abcdef", date="2031", basis="inferred", earliest="2031-02-01", latest="2031-12-31",
    outlet="Morning Post", origin=None, dateline="Oslo", headline="Norway and Chile widen their trade",
    people=2, figures=1, events=3,
)  # fmt: skip
FIGURE = FigureRow(
    article="b7", date="2031", basis="inferred", source="Morning Post", metric="exports", kind="level",
    parties=("CL", "NO"), value=172_200_000.0, value_high=None, unit="USD", bound=">", period="2030", percent=19.5,
    times=None, base="2029", from_country=None, to_country=None, start=10, end=30, quote="over 172.2 million\ndollars",
)  # fmt: skip
EVENT = EventRow(
    article="b7", published="2031", basis="inferred", source="Morning Post", type="meeting", plover="CONSULT",
    date="2031-02-03", status="past", place="Oslo", people=("Ann Berg", "José Díaz"), countries=("CL", "NO"),
    start=0, end=9, quote="met in Oslo",
)  # fmt: skip
PERSON = PersonRow("jose-diaz", "José Díaz", "CL", "Minister of Trade of Chile", 2, 5, "2030-01-02", "2031")


def shown(page: Page, width: int | None = None, *, color: bool = False) -> str:
    file = io.StringIO()
    screen.show(page, file, color=color, width=width)
    return file.getvalue()


def short(article: str) -> str:
    return article[:2]


class TestClean:
    @pytest.mark.parametrize(
        ("text", "safe"),
        [
            ("plain – “text” Ű", "plain – “text” Ű"),
            ("tab\there", "tab here"),
            ("two\r\nlines", "two  lines"),
            ("\x1b]0;title\x07", " ]0;title "),
            ("c1\x9b31m", "c1 31m"),
            ("line\u2028separator", "line separator"),
            ("turned \u202eback", "turned back"),
            ("half \ud800", "half \N{REPLACEMENT CHARACTER}"),
            ("no\N{NO-BREAK SPACE}break", "no\N{NO-BREAK SPACE}break"),
        ],
    )
    def test_a_value_stays_on_its_line_without_control_characters(self, text: str, safe: str) -> None:
        assert clean(text) == safe

    def test_lines_keep_their_ends(self) -> None:
        assert clean_lines("one\ntwo\x1b[2J") == "one\ntwo [2J"

    def test_blanks_are_squeezed_for_people(self) -> None:
        assert squeeze(" a \n\n b\N{NO-BREAK SPACE}c ") == "a b c"


class TestPrograms:
    def test_tsv_has_a_line_a_row_and_no_heading(self) -> None:
        lines = list(rows.tsv([FIGURE], figures.columns(short)))
        assert lines == [
            "exports\tCL; NO\t2030\t>\t172200000\t\tUSD\t+19.5%\t2029\tlevel\tb7\t~2031\tover 172.2 million dollars"
        ]

    def test_tsv_is_never_shortened_and_has_whole_ids(self) -> None:
        long = ARTICLE._replace(headline="word " * 500)
        [line] = rows.tsv([long], articles.columns(short))
        assert line.split("\t")[0] == ARTICLE.id
        assert "word " * 500 in line

    @pytest.mark.parametrize("row", [ARTICLE, FIGURE, EVENT, PERSON])
    def test_json_has_every_field_lists_as_lists_and_whole_numbers_whole(self, row: Any) -> None:
        told = json.loads("".join(rows.json([rows.fields(row)])))
        assert list(told[0]) == list(row._fields)
        assert told[0] == json.loads(json.dumps(row._asdict()))
        assert '"value": 172200000,' in "".join(rows.jsonl([rows.fields(FIGURE)]))

    @pytest.mark.parametrize("count", [0, 1, 3])
    def test_json_is_one_array_however_many_rows(self, count: int) -> None:
        lines = list(rows.json(rows.fields(PERSON) for _ in range(count)))
        assert len(json.loads("\n".join(lines))) == count
        assert len(list(rows.jsonl(rows.fields(PERSON) for _ in range(count)))) == count

    def test_json_escapes_what_a_terminal_would_obey(self) -> None:
        nasty = ARTICLE._replace(headline="\x1b[2J \x9b31m \u202e \ud800 ő")
        [line] = rows.jsonl([rows.fields(nasty)])
        assert line.isprintable()
        assert line.encode()
        assert "ő" in line
        assert json.loads(line)["headline"] == nasty.headline

    def test_csv_has_a_heading_with_the_fields_even_over_no_rows(self) -> None:
        [heading] = rows.csv([], PersonRow._fields)
        assert heading == "id,name,country,role,articles,mentions,first,last"
        lines = list(rows.csv([rows.fields(FIGURE)], FigureRow._fields))
        [read] = csv.DictReader(lines)
        assert read["parties"] == "CL; NO"
        assert read["value"] == "172200000"
        assert read["value_high"] == ""
        assert read["quote"] == "over 172.2 million dollars"

    def test_csv_quotes_what_must_be(self) -> None:
        odd = PERSON._replace(name='Ann "the, Axe"')
        assert next(csv.DictReader(rows.csv([rows.fields(odd)])))["name"] == odd.name

    def test_a_hit_says_where_the_found_words_stand(self) -> None:
        hit = Hit(ARTICLE, "their \x02trade\x03 and \x02trade\x03 again", 1.5)
        told = articles.hit_json(hit)
        assert [told["snippet"][start:end] for start, end in told["hits"]] == ["trade", "trade"]
        assert set(told) == set(articles.HIT_FIELDS)
        [line] = rows.tsv([hit], articles.hit_columns(short))
        assert line.endswith("\ttheir trade and trade again")


class TestValues:
    def test_ids_that_are_called_articles_are_shortened(self) -> None:
        assert (
            values.mentioned("article b7_xyz dates it, the article too", short) == "article b7 dates it, the article to"
        )

    @pytest.mark.parametrize(
        ("value", "unit", "bound", "high", "text"),
        [
            (172_200_000.0, "USD", "=", None, "172.2 million USD"),
            (1e9, "KZT", "~", None, "~1 billion KZT"),
            (2.5e12, "HUF", ">", None, ">2.5 trillion HUF"),
            (12_500, "t", "<=", None, "≤12,500 t"),
            (1, "company", "=", None, "1 company"),
            (70, "company", "~", None, "~70 companies"),
            (3000, "person", "=", None, "3,000 people"),
            (19.5, "percent", "=", None, "19.5%"),
            (2, "times", "=", None, "×2"),
            (10e6, "EUR", "=", 12e6, "10–12 million EUR"),
            (900e6, "EUR", "=", 1e9, "900 million – 1 billion EUR"),
            (3.5, "percentage point", "=", None, "3.5 percentage points"),
            (0, "USD", "=", None, "0 USD"),
            (-4.2e6, "USD", "=", None, "-4.2 million USD"),
        ],
    )
    def test_amounts_for_people(self, value: float, unit: str, bound: str, high: float | None, text: str) -> None:
        assert amounts.amount(value, unit, bound=bound, high=high) == text

    def test_exact_numbers_for_programs(self) -> None:
        told = [amounts.exact(value) for value in (1.722e8, 0.1, 19.5, 250, None, Decimal("1E+9"), Decimal("2.50"))]
        assert told == ["172200000", "0.1", "19.5", "250", "", "1000000000", "2.5"]

    def test_growth(self) -> None:
        told = [
            amounts.change(19.5, None),
            amounts.change(-4.0, None),
            amounts.change(None, 1.9),
            amounts.change(0, None),
        ]
        assert told == ["+19.5%", "-4%", "×1.9", "0%"]

    def test_ids_in_a_text_are_shortened_whole(self) -> None:
        ids = {"000_a", "000_ab"}
        assert values.shortened("7% (000_ab), 8% [000_a], 000_abc", ids, lambda i: i[-1]) == "7% (b), 8% [a], 000_abc"


COLUMNS = (
    Column("id", lambda row: row[0]),
    Column("name", lambda row: row[1], share=2, least=8),
    Column("count", lambda row: row[2], right=True, spare=1),
    Column("words", lambda row: row[3], share=3, least=10, spare=2),
)


class TestScreen:
    def test_numbers_stand_right_and_lines_end_with_their_last_word(self) -> None:
        table = shown([Grid([("a", "Ann", "7", "x"), ("b", "Bo", "1,204", "")], COLUMNS)], 60)
        assert table.splitlines() == [
            "id  name  count  words",
            "a   Ann       7  x",
            "b   Bo    1,204",
        ]

    def test_a_pipe_gets_whole_values(self) -> None:
        assert "word " * 300 + "end" in shown([Grid([("a", "n", "1", "word " * 300 + "end")], COLUMNS)])

    def test_columns_without_a_value_are_left_out(self) -> None:
        assert "count" not in shown([Grid([("a", "Ann", "", "x")], COLUMNS)], 60)

    def test_narrow_terminals_lose_spare_columns_first_and_ids_never(self) -> None:
        row = ("an-id-that-must-stay", "a rather long name", "12", "and many words")
        assert "words" not in shown([Grid([row], COLUMNS)], 42)
        narrow = shown([Grid([row], COLUMNS)], 30)
        assert "count" not in narrow
        assert "an-id-that-must-stay  a rathe…" in narrow

    @pytest.mark.parametrize("seed", range(60))
    def test_no_line_is_wider_than_the_terminal(self, seed: int) -> None:
        random_ = random.Random(seed)
        words = ["ab", "Ő", "日本", "longer-word", "e\u0301", " ", "x" * 70, "\t", "Ұ"]

        def text() -> str:
            return "".join(random_.choice(words) for _ in range(random_.randrange(12)))

        width = random_.randrange(40, 140)
        grid = [(f"id{i}", text(), str(random_.randrange(10**6)), text()) for i in range(6)]
        page: list[Line | Grid] = [
            Grid(grid, COLUMNS, indent=2, note=lambda row: row[3]),
            Line((Part(text(), "bold"), Part(text())), "label", indent=2, margin=10),
            Line((Part(text()),), "label", fit=True),
        ]
        told = shown(page, width)
        assert max(map(cell_len, told.splitlines())) <= width
        assert not any(line != line.rstrip() for line in told.splitlines())
        assert "\t" not in told

    def test_words_wrap_under_themselves(self) -> None:
        told = shown([Line((Part("one two three four five"),), "label", margin=8)], 22)
        assert told.splitlines() == ["label   one two three", "        four five"]
        told = shown([Line((Part("one two three four five"),), indent=2, hang=2)], 20)
        assert told.splitlines() == ["  one two three", "    four five"]

    def test_colours_only_where_asked(self) -> None:
        page: list[Line | Grid] = [Line((Part("red", "red"),)), Grid([ARTICLE], articles.columns(short))]
        assert "\x1b" not in shown(page, 80)
        assert "\x1b[" in shown(page, 80, color=True)

    def test_markup_in_a_value_is_only_text(self) -> None:
        assert "[bold]x[/bold] :smile:" in shown([Line((Part("[bold]x[/bold] :smile:"),))], 80)

    @pytest.mark.parametrize(("value", "cells"), [(0, ""), (1, "█" * 8), (0.5, "█" * 4), (0.0001, "▏"), (-3, "")])
    def test_bars_are_exact_to_an_eighth(self, value: float, cells: str) -> None:
        assert screen.bar(value, 1, 8) == cells


class TestPages:
    def test_articles(self) -> None:
        told = shown([Grid([ARTICLE], articles.columns(short))], 80).splitlines()
        assert told[0].split() == ["id", "date", "source", "headline", "ppl", "fig", "evt"]
        assert told[1].split()[:2] == ["b7", "~2031"]

    def test_hits_show_the_found_words_without_their_marks(self) -> None:
        hits = [Hit(ARTICLE, "widen \x02trade\x03", 1), Hit(ARTICLE, "", 0)]
        told = shown(articles.hit_page(hits, short), 80)
        assert "    widen trade\n" in told
        assert "\x02" not in told
        assert "\x1b[1;32mtrade" in shown(articles.hit_page(hits, short), 80, color=True)

    def test_figures(self) -> None:
        odd = FIGURE._replace(kind="change", unit="percent", value=20, percent=20.0)
        target = FIGURE._replace(kind="target", value_high=2e8, percent=None)
        told = shown([Grid([FIGURE, odd, target], figures.columns(short))])
        assert ">172.2 million USD" in told
        assert ">+20%" in told
        assert "172.2–200 million USD" in told
        assert "target" in told

    def test_events(self) -> None:
        told = shown([Grid([EVENT, EVENT._replace(people=(), date=None)], events.columns(short))])
        assert "Ann Berg, José Díaz" in told
        [line] = rows.tsv([EVENT], events.columns(short))
        assert line == "2031-02-03\tmeeting\tOslo\tAnn Berg; José Díaz\tCL; NO\tpast\tb7\tmet in Oslo"

    def test_a_person(self) -> None:
        answer = PersonAnswer(
            PERSON,
            (SpellingRow("Jose Diaz", 4, 2), SpellingRow("Diaz", 1, 1)),
            (RoleRow("Minister of Trade of Chile", "CL", "2030-01-02", "2031", 2),),
            (AppearanceRow("jose-diaz", "José Díaz", "CL", None, "b7", "2031", "inferred", "", "Trade", ("Diaz",), 1),),
            (EVENT,),
            (CompanionRow("ann-berg", "Ann Berg", "NO", 1, 1),),
        )
        told = shown(person.page(answer, short), 80)
        assert told.startswith("José Díaz  CL, 2 articles, 2030-01-02 – 2031\n")
        assert "Jose Diaz (4)" in told
        assert "with Ann Berg" in told
        kinds = [line.split("\t")[0] for line in people.tsv(answer)]
        assert kinds == ["person", "spelling", "spelling", "role", "article", "event", "with"]

    def test_a_timeline_shows_its_arithmetic_and_both_sides_of_a_conflict(self) -> None:
        told = build(
            [
                FIGURE._replace(article="a1", bound="="),
                FIGURE._replace(article="b2", bound="=", value=190e6, percent=None),
                FIGURE._replace(article="c3", kind="target", period=None, value=5e9, percent=None),
            ]
        )
        page = shown(timeline.page(told, str.upper, 100), 100)
        assert "172.2 million USD (2030) / 1.195 = 144.1 million USD" in page
        assert page.count("conflict") == 2
        assert re.search(r">5 billion USD +target +C3 +█+ →", page)
        assert max(map(cell_len, page.splitlines())) <= 100
        lines = list(rows.tsv(told, timeline.columns()))
        assert len({line.count("\t") for line in lines}) == 1

    def test_a_brief_cites_on_every_line(self) -> None:
        sections = [Section("Who", (SummaryLine("Ann [Berg] (b7_x)", ("b7_x", "c9_y")),)), Section("What", ())]
        assert list(summary.text(sections, short)) == ["Who", "  Ann [Berg] (b7) [b7, c9]", "", "What"]
        assert list(summary.markdown(sections, short))[2] == r"- Ann \[Berg\] (b7) [b7, c9]"
        assert "Ann [Berg] (b7) [b7, c9]" in shown(summary.page(sections, short), 80)
        assert summary.as_json(sections[0])["lines"] == [{"text": "Ann [Berg] (b7_x)", "articles": ["b7_x", "c9_y"]}]

    def test_a_line_with_many_articles_counts_the_rest(self) -> None:
        line = SummaryLine("Everything", tuple(f"{i:02}" for i in range(30)))
        [_, told] = summary.text([Section("Coverage", (line,))], short)
        assert told.endswith("10, 11, and 18 more]")
        assert len(summary.as_json(Section("Coverage", (line,)))["lines"][0]["articles"]) == 30

    def test_findings_stand_under_their_kind(self) -> None:
        found = [
            ProblemRow("unread", "a b.txt", "is empty"),
            ProblemRow("conflict", "b7_x c9_y", "5 (b7_x) against 6 (c9_y)"),
            ProblemRow("unknown-person", "ann-berg", "Ann Berg"),
            ProblemRow("something-new", "b7", "odd"),
        ]
        told = shown(problems.page(found, short), 80)
        assert "Not read  1\n  a b.txt  is empty\n" in told
        assert "b7 c9  5 (b7) against 6 (c9)" in told
        assert "something-new" in told


TEXT = "Ann Berg met José Díaz in Oslo on 3 February. Trade grew to $5 million.\n\nBerg spoke."
RECORD: dict[str, Any] = {
    "id": "b7", "path": "b7.txt", "sha256": "00", "language": "en", "headline": None, "headline_span": None,
    "published": {
        "date": "2031", "basis": "inferred", "earliest": "2031-02-03", "latest": None,
        "evidence": [{"reason": "it tells of a day", "earliest": "2031-02-03", "latest": None, "start": 34, "end": 44}],
    },
    "source": {"outlet": "Post", "origin": None, "dateline": "Oslo", "spans": {"dateline": {"start": 26, "end": 30}}},
    "people": [
        {"id": "ann-berg", "name": "Ann Berg", "country": "NO", "role": None, "surfaces": ["Ann Berg", "Berg"],
         "mentions": [{"start": 0, "end": 8}, {"start": 73, "end": 77}]},
        {"id": "jose-diaz", "name": "José Díaz", "country": "CL", "role": "Minister", "surfaces": ["José Díaz"],
         "mentions": [{"start": 13, "end": 22}]},
    ],
    "figures": [
        {"metric": "trade-turnover", "kind": "level", "parties": ["CL", "NO"], "value": 5000000, "unit": "USD",
         "bound": "=", "period": "2030", "change": {"percent": 3, "base": "2029"}, "quote": "$5 million",
         "start": 60, "end": 70},
    ],
    "events": [
        {"type": "meeting", "plover": "CONSULT", "date": "2031-02-03", "status": "past", "place": "Oslo",
         "people": ["Ann Berg", "José Díaz"], "countries": ["CL", "NO"], "quote": "met José Díaz", "start": 9,
         "end": 22},
    ],
    "dates": [{"edtf": "2031-02-03", "start": 34, "end": 44}],
}  # fmt: skip


class TestRecord:
    def test_every_fact_stands_with_its_words(self) -> None:
        told = shown(record.page(RECORD, TEXT), 80)
        for words in (
            "~2031  inferred, between 2031-02-03 and ?",
            "· it tells of a day “3 February”",
            "outlet     Post\n",
            "“met José Díaz”",
            "5 million USD  2030  +3% on 2029",
            "“$5 million”",
        ):
            assert words in told

    def test_lines_for_programs_say_what_they_tell(self) -> None:
        lines = [line.split("\t") for line in record.tsv(RECORD, TEXT)]
        assert [line[0] for line in lines] == [
            "id", "headline", "published", "evidence", "outlet", "origin", "dateline", "file", "person", "person",
            "figure", "event", "date",
        ]  # fmt: skip
        figure = next(line for line in lines if line[0] == "figure")
        assert TEXT[int(figure[12]) : int(figure[13])] == figure[14] == "$5 million"

    def test_an_empty_record_is_still_a_page(self) -> None:
        empty = {
            **RECORD,
            "published": {"date": None, "basis": "unknown", "earliest": None, "latest": None, "evidence": []},
            "source": {"outlet": None, "origin": None, "dateline": None, "spans": {}},
            "people": [], "figures": [], "events": [], "dates": [], "path": None,
        }  # fmt: skip
        assert shown(record.page(empty, ""), 80).splitlines() == ["id         b7", "published  unknown"]

    @pytest.mark.parametrize("table", tables.TABLES)
    def test_each_table_has_its_columns(self, table: str) -> None:
        found = list(tables.rows([RECORD, RECORD], table))
        assert len(found) == 2 * (len(RECORD[table]) if table != "articles" else 1)
        assert all(tuple(row) == tables.TABLES[table] for row in found)

    def test_yaml_reads_back(self) -> None:
        odd = {**RECORD, "headline": "a: \x1b[0m – ő"}
        told = "\n".join(documents.yaml([odd, odd]))
        assert list(yaml.safe_load_all(told)) == [odd, odd]
        assert "\x1b" not in told


class TestMarked:
    def test_facts_stand_in_brackets_that_say_what_was_read(self) -> None:
        told = "\n".join(marked.bracketed(TEXT, marked.marks(RECORD)))
        assert told == (
            "[person: Ann Berg] [event meeting: met [person: José Díaz]] in [source: Oslo] on "
            "[date 2031-02-03: 3 February]. Trade grew to [figure trade-turnover: $5 million].\n\n"
            "[person Ann Berg: Berg] spoke."
        )

    @pytest.mark.parametrize("seed", range(100))
    def test_whatever_the_spans_the_text_is_whole_and_brackets_nest(self, seed: int) -> None:
        random_ = random.Random(seed)
        text = "".join(random_.choice("abc \n") for _ in range(40))
        found = []
        for _ in range(random_.randrange(8)):
            start, end = sorted(random_.sample(range(41), 2))
            found.append(marked.Mark(start, end, random_.choice([*marked.STYLES]), random_.choice(["", "R"])))
        found.sort(key=lambda mark: (mark.start, -mark.end, mark.kind))
        told = "\n".join(marked.bracketed(text, found))
        assert re.sub(r"\[\w+(?: R)?: |\]", "", told) == text
        assert told.count("[") == told.count("]") == len(found)
        coloured = list(marked.page(text, found))[2:]
        lines = ["".join(part.text for part in line.body) for line in coloured if isinstance(line, Line)]
        assert "\n".join(lines) == text
