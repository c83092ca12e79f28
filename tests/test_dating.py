"""Dates for the undated, told by the other articles of an archive."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from kzhu.analysis.dating import announcements, hints, narrow, touches
from kzhu.extract.article import Prepared, prepare
from kzhu.index.plain import dump, load
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.reading import Dating
from kzhu.records import Article, Published

DATA = Path(__file__).parents[1] / "data"
DATED = (
    " date 2019-05-02 BISHKEK – The ministers will meet at the 10th-anniversary summit of the Shanghai Cooperation"
    " Organisation in June in Bishkek."
)
UNDATED = (
    "BISHKEK – The presidents met during a June 13 dinner, the palace said.\n\n"
    "“Thank you for coming to the anniversary summit of the Shanghai Cooperation Organisation,” the host said."
)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([DATA])


def article(name: str, text: str, knowledge: Knowledge) -> Prepared:
    return prepare(Article(name, None, "", text), knowledge)


def test_a_dated_article_dates_an_undated_one(knowledge: Knowledge) -> None:
    dated, undated = article("dated", DATED, knowledge), article("undated", UNDATED, knowledge)
    assert undated.published.date is None
    told = announcements(dated, dated.published, knowledge)
    assert [(one.date, one.quote) for one in told] == [
        ("2019-06", "10th-anniversary summit of the Shanghai Cooperation Organisation")
    ]
    hint = hints(undated, knowledge)
    assert touches(hint, told[0])
    found = narrow(undated.published, hint, told)
    assert (found.date, found.basis, found.earliest, found.latest) == (
        "2019-06-13", "inferred", "2019-06-13", "2019-06-14"
    )  # fmt: skip
    assert "article dated dates" in found.evidence[-1].reason


def test_what_dating_knows_comes_back_from_the_index_as_it_was(knowledge: Knowledge) -> None:
    dated, undated = article("dated", DATED, knowledge), article("undated", UNDATED, knowledge)
    told, hint = announcements(dated, dated.published, knowledge), hints(undated, knowledge)
    alone = Published(None, "unknown", evidence=undated.published.evidence)
    for known in (Dating(told), Dating((), alone, hint, narrow(undated.published, hint, told))):
        again = load(Dating, dump(known))
        assert again == known
        assert hash(again) == hash(known)


def test_only_stated_and_curated_dates_announce(knowledge: Knowledge) -> None:
    prepared = article("undated", UNDATED.replace("Organisation,", "Organisation in June,"), knowledge)
    assert announcements(prepared, Published("2019-06-13", "inferred"), knowledge) == ()
    assert announcements(prepared, Published("2019-06-13", "curated"), knowledge) != ()


def test_other_happenings_do_not_touch(knowledge: Knowledge) -> None:
    hint = hints(article("undated", UNDATED, knowledge), knowledge)
    others = (
        DATED.replace("Shanghai Cooperation Organisation", "Organization of Turkic States"),
        DATED.replace("summit", "forum"),
    )
    for text in others:
        other = article("other", text, knowledge)
        assert not any(touches(hint, one) for one in announcements(other, other.published, knowledge))


def test_another_number_of_the_series_is_another_happening(knowledge: Knowledge) -> None:
    dated = article("dated", DATED.replace("10th-anniversary", "18th"), knowledge)
    undated = article("undated", UNDATED.replace("anniversary", "19th"), knowledge)
    told = announcements(dated, dated.published, knowledge)
    assert narrow(undated.published, hints(undated, knowledge), told) == undated.published


def test_stated_dates_stay(knowledge: Knowledge) -> None:
    dated = article("dated", DATED, knowledge)
    undated = article("undated", f" date 2020-01-01 {UNDATED}", knowledge)
    told = announcements(dated, dated.published, knowledge)
    assert hints(undated, knowledge).happenings == ()
    assert narrow(undated.published, hints(undated, knowledge), told) == undated.published


def test_order_does_not_matter(knowledge: Knowledge) -> None:
    texts = (DATED, DATED.replace("in June", "on June 14"), DATED.replace("10th-anniversary", "informal"))
    prepared = [article(f"dated-{number}", text, knowledge) for number, text in enumerate(texts)]
    told = [one for each in prepared for one in announcements(each, each.published, knowledge)]
    undated = article("undated", UNDATED, knowledge)
    hint = hints(undated, knowledge)
    found = {narrow(undated.published, hint, order) for order in permutations(told)}
    assert [(one.date, one.earliest) for one in found] == [("2019-06-13", "2019-06-13")]
