"""The brief and the list of what deserves a human eye."""

from __future__ import annotations

import random
from typing import Any

from kzhu.analysis import check, duplicates, summary, tellings
from kzhu.analysis.duplicates import near_duplicates
from kzhu.answers import AppearanceRow, ArticleRow, EventRow, FigureRow, ProblemRow

RELEASE = (
    "The two ministers discussed grain, wool and the new ferry line, and agreed that the commission should meet once "
    "more before the harvest. They also spoke of students, of whom there are more every year, and of the price of hay."
)


def article(name: str, date: str | None = "2023-07-13", basis: str = "stated", **more: Any) -> ArticleRow:
    day = date if date and len(date) == 10 else None
    return ArticleRow(name, date, basis, day, day, "Kazinform", None, None, "Headline", 1, 1, 1)._replace(**more)


def event(name: str, date: str | None, **more: Any) -> EventRow:
    return EventRow(
        name, "2023-07-13", "stated", "", "summit", None, date, "past", "Astana", (), ("HU", "KZ"), 0, 9, "quote"
    )._replace(**more)


def figure(name: str, value: float, period: str) -> FigureRow:
    return FigureRow(
        name, None, "stated", "", "trade-turnover", "level", ("HU", "KZ"), value, None, "USD", "=", period, None, None,
        None, None, None, 0, 0, "",
    )  # fmt: skip


def appearance(person: str, name: str, role: str | None = None) -> AppearanceRow:
    return AppearanceRow(person, person.title(), "HU", role, name, None, "stated", "", "", (person,), 2)


def test_an_event_announced_by_one_article_and_told_by_another_is_one_and_has_happened() -> None:
    announced = event("a", "2023-11", status="planned", people=("Viktor Orbán",))
    told = event("b", "2023-11-03", people=("Viktor Orbán",))
    [merged] = tellings.merge([announced, told])
    assert (merged.event.date, merged.event.status, merged.articles) == ("2023-11-03", "past", ("a", "b"))


def test_events_of_other_people_or_of_one_article_stay_apart() -> None:
    ours = event("a", "2023-11-03", people=("Viktor Orbán",))
    assert len(tellings.merge([ours, event("b", "2023-11-03", people=("Alar Karis",))])) == 2
    assert len(tellings.merge([ours, event("a", "2023-11-03", start=50)])) == 2
    assert len(tellings.merge([event("a", None), event("b", None)])) == 2


def test_every_line_of_a_brief_cites_its_articles() -> None:
    sections = summary.build(
        [article("a"), article("b", "2024", "inferred", earliest="2024-09-01", latest="2024-12-31")],
        [appearance("orban", "a", "Prime Minister"), appearance("orban", "b"), appearance("karis", "b")],
        [figure("a", 172.2e6, "2022"), figure("b", 190.4e6, "2022")],
        [event("a", "2023-07-13"), event("b", "2025", status="planned")],
    )
    assert [section.title for section in sections] == [
        "Coverage", "Who", "What happened", "Conflicts", "Planned and targeted",
    ]  # fmt: skip
    assert all(line.articles for section in sections for line in section.lines)
    assert sections[0].lines[0] == summary.Line("2 articles, 2023-07-13 to ~2024, 1 dated by inference (~)", ("a", "b"))
    assert sections[1].lines[0] == summary.Line("Orban (HU), Prime Minister", ("a", "b"))


def test_both_sides_of_a_conflict_stand_on_one_line_which_cites_both() -> None:
    sections = summary.build([article("a")], [], [figure("a", 172.2e6, "2022"), figure("b", 190.4e6, "2022")], [])
    assert sections[-1].lines == (
        summary.Line("trade-turnover HU-KZ 2022: 172.2 million USD (a) against 190.4 million USD (b)", ("a", "b")),
    )


def test_what_a_brief_has_no_room_for_is_counted_and_cited() -> None:
    people = [appearance(name, article) for article, name in zip("abc", ("karis", "novak", "raisi"), strict=True)]
    events = [event("a", "2023-11-03"), event("b", None), event("c", "2022", type="visit")]
    sections = summary.build([article("a")], people, [], events, most=1)
    assert [line.text for line in sections[1].lines] == ["Karis (HU)", "and 2 other people"]
    assert sections[1].lines[1].articles == ("b", "c")
    assert [line.text for line in sections[2].lines] == ["2023-11-03  summit in Astana: HU-KZ", "and 2 other events"]


def test_what_is_counted_stands_in_the_plural() -> None:
    counts = figure("a", 250, "2022")._replace(metric="students", unit="student", bound=">")
    [line] = summary.build([article("a")], [], [counts], [])[-1].lines
    assert line.text == "students HU-KZ 2022: >250 students"


def test_a_brief_of_nothing_is_empty() -> None:
    assert summary.build([], [], [], []) == []


def test_check_names_each_thing_that_deserves_an_eye() -> None:
    evidence = [
        {"reason": "Tokayev is President", "earliest": "2019-03-20", "latest": None},
        {"reason": "the city is called Nur-Sultan", "earliest": None, "latest": "2018-12-31"},
    ]
    found = check.build(
        articles=[article("a"), article("u", None, "unknown", earliest="2019-03-20")],
        records=[{"id": "u", "published": {"basis": "unknown", "evidence": evidence}}],
        figures=[figure("a", 172.2e6, "2022"), figure("u", 190.4e6, "2022")],
        strangers=[],
        texts=[("a", RELEASE), ("u", RELEASE.replace("hay", "barley")), ("z", "Something else entirely.")],
        problems=[ProblemRow("unread", "x.txt", "empty file")],
    )
    assert [(row.kind, row.where) for row in found] == [
        ("unread", "x.txt"),
        ("undated", "u"),
        ("contradiction", "u"),
        ("conflict", "a u"),
        ("near-duplicate", "a u"),
    ]
    assert found[1].what == "no date could be told; not before 2019-03-20"
    assert found[3].what == "trade-turnover HU-KZ 2022: 172.2 million USD (a) against 190.4 million USD (u)"


def test_near_duplicates_are_those_whose_sketches_resemble_each_other() -> None:
    chance = random.Random(5)
    words = RELEASE.split()
    texts = []
    for number in range(40):
        cut = chance.randrange(len(words))
        told = [*words[cut:], *(f"w{chance.randrange(10**6)}" for _ in range(chance.randrange(60)))]
        texts.append((f"{chance.randrange(10**6):06}-{number}", " ".join(told)))
    sketches = {name: duplicates.sketch(text) for name, text in texts}
    alike = {(a, b): duplicates.resemblance(sketches[a], sketches[b]) for a in sketches for b in sketches if a < b}
    expected = [(*pair, round(share, 2)) for pair, share in sorted(alike.items()) if share >= duplicates.ALIKE]
    assert near_duplicates(texts) == expected
    assert expected


def test_texts_of_other_words_are_no_duplicates() -> None:
    other = RELEASE.replace("the", "a").replace("and", "or")
    assert near_duplicates([("a", RELEASE), ("b", other), ("c", ""), ("d", "")]) == []
