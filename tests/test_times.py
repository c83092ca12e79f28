"""Time expressions: which words are one, and what they mean given the day of publication."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from conftest import Steps

from kzhu.extract.document import Document, Sentence
from kzhu.extract.times import Time, find_times, resolve_times
from kzhu.extract.times.find import may_tell
from kzhu.extract.triggers import is_mark
from kzhu.periods import is_period
from kzhu.records import Published, Span
from kzhu.tokens import tokenize

#: A Thursday.
PUBLISHED = Published("2023-07-13", "stated")


def document(text: str) -> Document:
    """The text as one sentence to each line."""
    starts, ends = tokenize(text)
    words = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    whole = Document(text, words, tuple(word.lower() for word in words), tuple(starts), tuple(ends), (), None, None,
                     None, None, None, ())  # fmt: skip
    sentences, at = [], 0
    for number, line in enumerate(text.split("\n")):
        first, last = whole.token_at(at), whole.token_at(at + len(line))
        sentences.append(Sentence(at, at + len(line), first, last, number, "body"))
        at += len(line) + 1
    marks = tuple(i for i, word in enumerate(whole.lowers) if is_mark(word))
    moments = tuple(i for i, word in enumerate(whole.lowers) if may_tell(word))
    return replace(whole, sentences=tuple(sentences), marks=marks, moments=moments)


def read(text: str, published: Published = PUBLISHED) -> list[tuple[str, str | None]]:
    """What is read, with its value: EDTF of a date, else the kind."""
    made = document(text)
    times = resolve_times(made, find_times(made), published)
    return [(time.span.cut(text), time.edtf if time.kind == "date" else time.kind) for time in times]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It was signed on 13 July 2023.", "13 July 2023", "2023-07-13"),
        ("It was signed on July 13, 2023.", "July 13, 2023", "2023-07-13"),
        ("It was signed on the 2nd of May 2019.", "2nd of May 2019", "2019-05-02"),
        ("It was signed on 5 Sept. 2022.", "5 Sept. 2022", "2022-09-05"),
        ("Posted 13.07.2023 at noon.", "13.07.2023", "2023-07-13"),
        ("Posted 2023-07-13.", "2023-07-13", "2023-07-13"),
        ("Posted 13-Jul-2023.", "13-Jul-2023", "2023-07-13"),
        ("Posted 2023-07-13T10:35:00Z.", "2023-07-13", "2023-07-13"),
        ("Posted 2023/07/02.", "2023/07/02", "2023-07-02"),
        ("Posted 13/07/2023.", "13/07/2023", "2023-07-13"),
        ("Posted 07/13/2023.", "07/13/2023", "2023-07-13"),
        ("It opened in April 2019.", "April 2019", "2019-04"),
        ("It opened in 2019.", "2019", "2019"),
        ("It opened back in the 1990s.", "1990s", "199X"),
        ("It grew through the nineties.", "nineties", "199X"),
        ("It fell in the early '90s.", "90s", "199X"),
        ("A house of the 19th century burned.", "the 19th century", "18XX"),
        ("A 20th-century house burned.", "20th-century", "19XX"),
        ("It ran from 2005 to the 1st quarter of 2023.", "from 2005 to the 1st quarter of 2023", "2005/2023-03"),
        ("It ran between 2005 and 2010.", "between 2005 and 2010", "2005/2010"),
        ("The 2021-2023 programme ended.", "2021-2023", "2021/2023"),
        ("The 2021-22 season ended.", "2021-22", "2021/2022"),
        ("The 2022/23 season ended.", "2022/23", "2022/2023"),
        ("He lived in Vienna (1823-1849).", "1823-1849", "1823/1849"),
        ("It rose in Q1 2023.", "Q1 2023", "2023-01/2023-03"),
        ("It rose in H1 2023.", "H1 2023", "2023-01/2023-06"),
        ("It rose in Q1–Q3 2022.", "Q1–Q3 2022", "2022-01/2022-09"),
        ("It rose in the first half of 2023.", "the first half of 2023", "2023-01/2023-06"),
        ("It rose in the fourth quarter of 2026.", "the fourth quarter of 2026", "2026-10/2026-12"),
        ("In the first 5 months of 2023 it rose.", "the first 5 months of 2023", "2023-01/2023-05"),
        ("In the last three months of 2022 it rose.", "the last three months of 2022", "2022-10/2022-12"),
        ("It rose in January-March 2021.", "January-March 2021", "2021-01/2021-03"),
        ("It rose between January and June 2023.", "between January and June 2023", "2023-01/2023-06"),
        ("It rose from November to February 2023.", "from November to February 2023", "2022-11/2023-02"),
        ("It is planned for spring 2025.", "spring 2025", "2025-03/2025-05"),
        ("It froze in the winter of 2022-23.", "the winter of 2022-23", "2022-12/2023-02"),
        ("In the nine months to September 2022 it rose.", "the nine months to September 2022", "2022-01/2022-09"),
        ("For the year ended 30 June 2023 it rose.", "the year ended 30 June 2023", "2022-07/2023-06"),
        ("Over 11 months of 2023 it rose.", "11 months of 2023", "2023-01/2023-11"),
        ("It made a profit in 9M 2023.", "9M 2023", "2023-01/2023-09"),
        ("It made a profit in 1Q 2023.", "1Q 2023", "2023-01/2023-03"),
        ("It grew from 2019 to date.", "2019", "2019/.."),
        ("They met in June and July 2022.", "June", "2022-06"),
        ("It closed in the spring and summer of 2022.", "the spring", "2022-03/2022-05"),
        ("It stood at 5% at year-end 2022.", "year-end 2022", "2022"),
        ("In I quarter 2022 it rose.", "I quarter 2022", "2022-01/2022-03"),
        ("They met on 30 September–2 October 2022.", "30 September–2 October 2022", "2022-09-30/2022-10-02"),
        ("It opened in mid-2024.", "mid-2024", "2024"),
        ("Our aim is a billion by 2030.", "2030", "2030"),
        ("The forecast is for early 2024.", "early 2024", "2024"),
    ],
)
def test_a_whole_date_needs_no_publication_date(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in read(text, Published())


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("They met on Nov. 2.", "Nov. 2", "2022-11-02"),
        ("They will meet on 2 November.", "2 November", "2023-11-02"),
        ("The summit is to be held on September 15-16.", "September 15-16", "2023-09-15/2023-09-16"),
        ("They met on June 12 and 13.", "June 12 and 13", "2023-06-12/2023-06-13"),
        ("The fair ran from 3 to 5 May.", "from 3 to 5 May", "2023-05-03/2023-05-05"),
        ("They last met in May.", "May", "2023-05"),
        ("Oil will be dearer by December.", "December", "2023-12"),
        ("It was held on March 31 this year.", "March 31 this year", "2023-03-31"),
        ("I came in October of last year.", "October of last year", "2022-10"),
        ("I came last October.", "last October", "2022-10"),
        ("In January-May of this year it rose.", "January-May of this year", "2023-01/2023-05"),
        ("It rose in the first quarter of this year.", "the first quarter of this year", "2023-01/2023-03"),
        ("It rose in the second quarter.", "the second quarter", "2023-04/2023-06"),
        ("In the first eight months of last year it rose.", "the first eight months of last year", "2022-01/2022-08"),
        ("They will open an office this autumn.", "this autumn", "2023-09/2023-11"),
        ("They will store gas next winter.", "next winter", "2023-12/2024-02"),
        ("They stored gas last winter.", "last winter", "2022-12/2023-02"),
        ("He said so on Tuesday.", "Tuesday", "2023-07-11"),
        ("He said so on Thursday.", "Thursday", "2023-07-13"),
        ("He was there last Thursday.", "last Thursday", "2023-07-06"),
        ("On Friday he will leave.", "Friday", "2023-07-14"),
        ("Ministers meet on Monday.", "Monday", "2023-07-17"),
        ("They agreed to meet on Monday.", "Monday", "2023-07-17"),
        ("The next round is on Saturday.", "Saturday", "2023-07-15"),
        ("They will look for some way to get around Tuesday's ruling.", "Tuesday", "2023-07-11"),
        ("He will go home, he said on Tuesday.", "Tuesday", "2023-07-11"),
        ("It grew in the January-November period.", "January-November", "2022-01/2022-11"),
        ("Since September it has grown.", "September", "2022-09/2023-07"),
        ("He will leave next Saturday.", "next Saturday", "2023-07-15"),
        ("The race starts next Saturday.", "next Saturday", "2023-07-15"),
        ("They closed last Saturday, 8 July, at noon.", "last Saturday, 8 July", "2023-07-08"),
        ("He came yesterday.", "yesterday", "2023-07-12"),
        ("He leaves tomorrow morning.", "tomorrow morning", "2023-07-14"),
        ("Six were missing on Friday night.", "Friday night", "2023-07-07"),
        ("Stocks fell last week.", "last week", "2023-07-03/2023-07-09"),
        ("They meet next month.", "next month", "2023-08"),
        ("They meet the week after next.", "the week after next", "2023-07-24/2023-07-30"),
        ("They met the year before last.", "the year before last", "2021"),
        ("It grew in the last academic year.", "the last academic year", "2022"),
        ("It rose last year.", "last year", "2022"),
        ("It will be open until the end of the month.", "the end of the month", "2023-07"),
        ("The deadline is the end of the year.", "the end of the year", "2023"),
        ("He came five years ago.", "five years ago", "2018"),
        ("It opened almost 30 years ago.", "almost 30 years ago", "1994~"),
        ("It opened about 30 years ago.", "about 30 years ago", "1993~"),
        ("He left two months ago.", "two months ago", "2023-05"),
        ("He left ten days ago.", "ten days ago", "2023-07-03"),
        ("It doubled over the past decade.", "the past decade", "2013/2023"),
        ("It doubled over the past 20 years.", "the past 20 years", "2003/2023"),
        ("Since 2005 it has doubled.", "2005", "2005/2023"),
        ("Since March it has doubled.", "March", "2023-03/2023-07"),
        ("A sale was agreed and signed on Tuesday.", "Tuesday", "2023-07-11"),
        ("The bank raised its rate, to 4 percent, on Monday.", "Monday", "2023-07-10"),
        ("The vote is scheduled for March.", "March", "2024-03"),
        ("The fair is planned for autumn.", "autumn", "2023-09/2023-11"),
        ("In winter the road will be closed.", "winter", "2023-12/2024-02"),
        ("The coming autumn will bring a change.", "coming autumn", "2023-09/2023-11"),
        ("It earned more in the last quarter of 2022.", "the last quarter of 2022", "2022-10/2022-12"),
        ("Between January and May sales fell.", "Between January and May", "2023-01/2023-05"),
        ("From October to December it sold less.", "From October to December", "2022-10/2022-12"),
        ("The January-May tally runs 9 percent ahead.", "January-May", "2023-01/2023-05"),
    ],
)
def test_other_dates_count_from_the_day_of_publication(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in read(text)


def test_nothing_counts_from_an_unknown_day() -> None:
    text = "He came yesterday, on Nov. 2, last year, this autumn, five years ago and over the past decade."
    assert {value for _, value in read(text, Published())} == {None}
    assert read("Since 2005 it has doubled.", Published()) == [("2005", "2005/..")]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("It rose in the first half of 2023 against the same period of 2022.", "the same period of 2022",
         "2022-01/2022-06"),
        ("In January-May of this year it fell, less than in the same period last year.", "the same period last year",
         "2022-01/2022-05"),
        ("In the first 9 months of 2022 it rose on the same period a year earlier.",
         "the same period a year earlier", "2021-01/2021-09"),
        ("It rose to $64 million in 2023 from $58 million a year earlier.", "a year earlier", "2022"),
        ("In Q1 2023 it rose 5% year-on-year.", "year-on-year", "2022-01/2022-03"),
        ("In 2021 it rose by 5% year on year.", "year on year", "2020"),
        ("In January-May of this year it rose. Exports came to $5 million over the five months.", "the five months",
         "2023-01/2023-05"),
        ("He arrived on Tuesday. On the same day they held talks.", "the same day", "2023-07-11"),
        ("He arrived on Tuesday and left the following day.", "the following day", "2023-07-12"),
        ("They met on Monday. In the evening they saw a play.", "the evening", "2023-07-10"),
        ("In March 2019 he resigned, and in June they elected another.", "June", "2019-06"),
    ],
)  # fmt: skip
def test_some_count_from_what_was_told_before(text: str, words: str, edtf: str) -> None:
    assert (words, edtf) in read(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It took three months.", "duration"),
        ("More than 30 years of partnership.", "duration"),
        ("He came on a two-day visit.", "duration"),
        ("A 30-day truce held.", "duration"),
        ("There are four flights a week.", "set"),
        ("It grants 250 places every year.", "set"),
        ("It grows by some 9% a year.", "set"),
        ("Admission is free on Wednesdays.", "set"),
        ("They are paid annually.", "set"),
        ("It began at 14:05.", "clock"),
        ("It began at 5 p.m.", "clock"),
        ("Nobody comes before ten o'clock.", "clock"),
    ],
)
def test_lengths_rates_and_times_of_day_have_no_date(text: str, kind: str) -> None:
    assert [value for _, value in read(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May met them.",
        "They may march on Kyiv.",
        "August Wilson wrote plays, April Jones acted.",
        "He lives on Spring Street.",
        "The Prague Spring was crushed.",
        "EXPO-2017 drew crowds.",
        "About 2020 students came.",
        "It weighed 1998 tonnes and cost $2022.",
        "They obeyed Resolution 1973, walked route 2000 and called 8-800-2000-600.",
        "A 2000-strong crowd came.",
        "It is of the 9th century BC.",
        "Now, that is another matter.",
        "He is 44 years old, a 44-year-old man.",
        "Three quarters of exports are oil.",
        "A quarter of exports is oil.",
        "The Women's March was loud.",
        "Prices fall when demand falls.",
        "They were second in the first half of the match.",
        "He said so at the same time.",
    ],
)
def test_words_that_only_look_like_time_stay_out(text: str) -> None:
    assert read(text) == []


def test_the_order_of_day_and_month_is_told_by_another_date() -> None:
    assert read("Signed 03/04/2023.", Published()) == [("03/04/2023", "2023")]
    assert read("Sent 13/03/2023, signed 03/04/2023.", Published())[1] == ("03/04/2023", "2023-04-03")
    assert read("Sent 03/13/2023, signed 03/04/2023.", Published())[1] == ("03/04/2023", "2023-03-04")


def test_only_what_the_anchor_carries_is_resolved() -> None:
    text = "Last year it rose, and on Tuesday they met."
    half_a_year = Published("2022", "inferred", "2022-06-01", "2022-12-31")
    assert read(text, half_a_year) == [("Last year", "2021"), ("Tuesday", None)]
    two_days = Published("2023-11-02", "inferred", "2023-11-02", "2023-11-03")
    assert read(text, two_days)[1] == ("Tuesday", "2023-10-31")
    turn_of_year = Published("2023", "inferred", "2022-12-01", "2023-02-01")
    assert read(text, turn_of_year) == [("Last year", None), ("Tuesday", None)]


def test_a_coming_day_is_the_next_one_after_an_inferred_day() -> None:
    half_a_year = Published("2022", "inferred", "2022-04-01", "2022-12-31")
    assert read("He is expected on 4 June.", half_a_year) == [("4 June", "2022-06-04")]
    assert read("In January-March sales fell.", half_a_year) == [("January-March", "2022-01/2022-03")]


def test_a_weekday_tells_the_year_of_its_date() -> None:
    assert read("They closed last Saturday, 14 October.", Published("2025-01-10", "stated")) == [
        ("last Saturday, 14 October", "2023-10-14")
    ]


def test_the_words_keep_their_structure_for_dating() -> None:
    [partial] = find_times(document("They met on Nov. 2."))
    assert (partial.form, partial.meaning.month, partial.meaning.day, partial.meaning.year) == ("partial", 11, 2, None)
    assert partial.meaning.tense == "past"
    [relative] = find_times(document("It rose last year."))
    assert (relative.form, relative.meaning.unit, relative.meaning.offset) == ("relative", "year", -1)
    [weekday] = find_times(document("He will speak on Tuesday."))
    assert (weekday.meaning.weekday, weekday.meaning.step, weekday.meaning.tense) == (1, None, "future")


def test_furniture_tells_no_time() -> None:
    made = document("Updated 13 July 2023\nHe left on 5 May 2022.")
    bare = replace(made, sentences=made.sentences[1:], furniture=(Span(0, 20),))
    assert [time.span.cut(made.text) for time in find_times(bare)] == ["5 May 2022"]


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


@pytest.mark.parametrize("seed", range(100))
def test_a_written_date_reads_back(seed: int) -> None:
    draw = random.Random(seed)
    day = date(1950, 1, 1) + timedelta(days=draw.randrange(36_000))
    month = MONTHS[day.month - 1]
    shown = draw.choice([f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{day:%d.%m.%Y}", f"{day}",
                         f"{day.day} {month[:3]} {day.year}"])  # fmt: skip
    assert read(f"It was signed on {shown} in Astana.", Published()) == [(shown, day.isoformat())]


WORDS = (
    "since from to between and the first last next this past same of in on by five 3 15 2023 2019 May March Sept. "
    "Friday year years months quarter half decade century ago earlier a every week day 's - – , . ( ) Q1 mid-2024 "
    "January-May spring winter today evening 1990 s 13.07.2023 14 : 05 percent will said"
).split()


@pytest.mark.parametrize("seed", range(200))
def test_any_words_give_times_in_order_with_valid_values(seed: int) -> None:
    draw = random.Random(seed)
    text = " ".join(draw.choice(WORDS) for _ in range(40))
    made = document(text)
    times: tuple[Time, ...] = resolve_times(made, find_times(made), PUBLISHED)
    assert all(time.edtf is None or is_period(time.edtf) for time in times)
    assert all(a.last <= b.first and a.span.end <= b.span.start for a, b in pairwise(times))
    for time in times:
        assert (made.starts[time.first], made.ends[time.last - 1]) == (time.span.start, time.span.end)


@pytest.mark.parametrize(
    "unit",
    ["2023 ", "5 May, ", "hundred ", "since 2005 to ", "the same period of 2022, ", "1/2/2020 ", "a year earlier "],
)
def test_the_steps_taken_grow_with_the_length_alone(unit: str, steps: Steps) -> None:
    def taken(count: int) -> int:
        made = document(unit * count + "years")
        return steps(lambda: resolve_times(made, find_times(made), PUBLISHED))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(2_000) < 14 * taken(200) + 2000
