"""The benchmarks' corpus and questions: always the same, and worth measuring with. Nothing here measures time."""

import gzip
import json
import sys
from pathlib import Path

import pytest

from kzhu.extract.article import read_article
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article, Record

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "benchmarks"))

import corpus  # noqa: E402 -- the benchmarks are scripts, found by the line above
import queries  # noqa: E402

COUNT = 60


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([ROOT / "data"])


@pytest.fixture(scope="module")
def records(knowledge: Knowledge) -> list[tuple[corpus.Article, Record]]:
    return [(made, read_article(Article(made.id, None, "", made.text), knowledge)) for made in corpus.articles(COUNT)]


def written(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*.txt"))}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        size = corpus.write(5, tmp_path / name, tmp_path / f"{name}.jsonl.gz")
        assert size == sum(map(len, written(tmp_path / name).values()))
    assert written(tmp_path / "one") == written(tmp_path / "other")
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "other.jsonl.gz").read_bytes()


def test_another_seed_gives_others() -> None:
    assert list(corpus.articles(3, seed=1)) != list(corpus.articles(3, seed=2))


def test_a_small_corpus_is_the_beginning_of_a_large_one() -> None:
    assert list(corpus.articles(10)) == list(corpus.articles(20))[:10]
    assert list(corpus.articles(5, first=5)) == list(corpus.articles(10))[5:]


def test_files_and_lines_hold_the_same_texts(tmp_path: Path) -> None:
    corpus.write(4, tmp_path / "files", tmp_path / "lines.jsonl.gz")
    raw = gzip.decompress((tmp_path / "lines.jsonl.gz").read_bytes())
    lines = [json.loads(line) for line in raw.splitlines()]
    assert [entry["text"].encode() for entry in lines] == list(written(tmp_path / "files").values())
    assert [entry["id"] for entry in lines] == ["0000000", "0000001", "0000002", "0000003"]


def test_an_article_is_about_three_kilobytes() -> None:
    sizes = [len(made.text.encode()) for made in corpus.articles(200)]
    assert 2700 < sum(sizes) / len(sizes) < 3300


def test_the_vocabulary_grows_with_the_corpus() -> None:
    def words(count: int) -> int:
        return len({word for made in corpus.articles(count) for word in made.text.split()})

    assert words(200) > 1.4 * words(100)


def test_kzhu_reads_the_day_of_a_dated_article(records: list[tuple[corpus.Article, Record]]) -> None:
    dated = [(made, record) for made, record in records if made.dated]
    assert len(dated) > COUNT / 2
    assert [record.published.date for _, record in dated] == [made.day.isoformat() for made, _ in dated]


def test_kzhu_reads_people_figures_and_events(records: list[tuple[corpus.Article, Record]]) -> None:
    people = {person.name for person in corpus.people()}
    found = [record for _, record in records]
    assert sum(person.name in people for record in found for person in record.people) > COUNT
    assert {"trade-turnover", "exports", "investment"} <= {each.metric for record in found for each in record.figures}
    assert any(each.change and each.change.percent for record in found for each in record.figures)
    assert {"meeting", "visit", "agreement"} <= {event.type for record in found for event in record.events}


def test_there_are_as_many_questions_of_each_kind_as_asked_for() -> None:
    asked = queries.queries(300, each=7)
    assert asked == queries.queries(300, each=7)
    assert {kind: len(each) for kind, each in asked.items()} == dict.fromkeys(asked, 7)
    assert set(asked) >= {"rare word", "common word", "two words", "phrase", "prefix", "person", "country"}


def test_a_common_word_is_common_and_a_rare_one_rare() -> None:
    texts = [made.text.lower() for made in corpus.articles(300)]
    asked = queries.queries(300, each=5)
    for query in asked["common word"]:
        assert sum(query.match in text for text in texts) >= 30
    for query in asked["rare word"]:
        assert 1 <= sum(query.match in text for text in texts) <= 6
