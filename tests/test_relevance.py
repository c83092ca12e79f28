"""Which hit comes first, and words that begin alike: as FTS5 has it, but without going through every match."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import kzhu
from kzhu import archive
from kzhu.archive import Archive

ARTICLES = 30


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = Path(archive.create(tmp_path_factory.mktemp("relevance") / "made"))
    with (folder / "articles" / "made.jsonl").open("w", encoding="utf-8") as store:
        for number in range(ARTICLES):
            grain = "The harvest of grain grew, and grain is cheap. " * (number % 5 + 1)
            rest = ("Trains", "Trading", "Árvíz", "Arvind", "Transport")[number % 5] + " came up in the joint "
            text = f"{grain}{rest}{('committee', 'commission')[number % 2]}. It was the {number}th time.\n"
            fields = {"id": f"{number:02}", "text": text, "date": f"2021-03-{number + 1:02}", "outlet": "Agency"}
            store.write(json.dumps(fields) + "\n")
    with kzhu.open(folder) as made:
        yield made


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Numbers by which this archive is a large one."""
    monkeypatch.setattr("kzhu.index.relevance.LOOKED_AT", 20)
    monkeypatch.setattr("kzhu.index.relevance.COMMON", 5)
    monkeypatch.setattr("kzhu.index.relevance.RANKED_OF_COMMON", 10)


def found(opened: Archive, query: str, **filters: str | int) -> list[tuple[str, float]]:
    hits = opened.search(query, sort="relevance", **filters)  # type: ignore[arg-type] # as said
    return [(hit.article.id, hit.score) for hit in hits]


def ids(opened: Archive, query: str, **filters: str | int) -> list[str]:
    return [article for article, _ in found(opened, query, **filters)]


@pytest.mark.usefixtures("small")
def test_of_a_common_word_the_newest_are_ranked(opened: Archive) -> None:
    hits = found(opened, "grain")
    newest, others = hits[:10], hits[10:]
    assert {article for article, _ in newest} == {f"{number}" for number in range(20, 30)}
    assert [score for _, score in newest] == sorted((score for _, score in newest), reverse=True)
    # Five times as much of it, in a text that is not five times as long.
    assert {article for article, _ in newest[:2]} == {"29", "24"}
    assert others == [(f"{number:02}", 0.0) for number in reversed(range(20))]


@pytest.mark.usefixtures("small")
def test_a_limit_changes_nothing_of_the_order(opened: Archive) -> None:
    hits = found(opened, "grain")
    for limit in (1, 9, 10, 11, 25):
        assert found(opened, "grain", limit=limit) == hits[:limit]


@pytest.mark.usefixtures("small")
def test_the_newest_of_what_else_is_asked(opened: Archive) -> None:
    assert set(ids(opened, "grain", until="2021-03-10", limit=10)) == {f"{number:02}" for number in range(10)}


def test_one_word_is_ranked_as_bm25_has_it(opened: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def kinds() -> list[int]:
        return [int(article) % 5 for article in ids(opened, "grain", since="2021-03-21")]

    usual = kinds()
    monkeypatch.setattr("kzhu.index.relevance.LOOKED_AT", 20)
    monkeypatch.setattr("kzhu.index.relevance.COMMON", 5)
    assert kinds() == usual


@pytest.mark.usefixtures("small")
def test_what_few_articles_match_is_ranked_as_before(opened: Archive) -> None:
    rare = found(opened, "trading")
    assert len(rare) == ARTICLES / 5
    assert 0.0 not in {score for _, score in rare}


def test_hits_of_both_orders_show_the_same_sentence(opened: Archive) -> None:
    for query in (
        "grain",
        "joint committee",
        '"joint commission" OR (grain trading)',
        "tra* -grain OR arv*",
        "grain (date:2020 OR trading*)",
    ):
        by_date = {hit.article.id: hit.snippet for hit in opened.search(query, sort="-date")}
        assert {hit.article.id: hit.snippet for hit in opened.search(query, sort="relevance")} == by_date
        for number, sentence in by_date.items():
            [alone] = list(opened.search(f"({query}) date:2021-03-{int(number) + 1:02}", sort="date"))
            assert alone.snippet == sentence


@pytest.mark.parametrize(
    "query",
    ["tra*", "TRANS*", "arv*", "Árv*", '"joint com"*', '"the joint com-"*', "grain -tra*", "trai* OR arvi*", "zzz*",
     "1*", "(tra* OR arv*) -trading", "date:2021 (date:2022 OR tra*)", "т*"],
)  # fmt: skip
@pytest.mark.parametrize("sort", ["-date", "relevance"])
def test_what_begins_alike_is_found_as_by_fts5(
    opened: Archive, query: str, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    spelled_out = [(hit.article.id, hit.snippet, hit.score) for hit in opened.search(query, sort=sort)]
    monkeypatch.setattr("kzhu.index.beginnings._MOST_FORMS", 0)
    assert [(hit.article.id, hit.snippet, hit.score) for hit in opened.search(query, sort=sort)] == spelled_out
