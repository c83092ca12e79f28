"""Stores: JSON lines, plain or gzipped, as an archive's articles beside single files."""

from __future__ import annotations

import gzip
import json
import os
import random
from pathlib import Path

import pytest
from click.testing import CliRunner

import kzhu
from kzhu import archive, update, workers
from kzhu.cli.group import cli
from kzhu.readers.stores import is_store, read_store, stem
from kzhu.readers.text import find_files
from kzhu.records import Article, Problem

pytestmark = pytest.mark.usefixtures("own_cache")

TEXT = "ASTANA - Talks on grain were held, Minister of Trade Dastan Omarov said."


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = Path(archive.create(tmp_path / "made"))
    (folder / "articles" / "one.txt").write_text(f" date 2023-07-13 \n{TEXT}\n", "utf-8")
    return folder


def line(**fields: object) -> str:
    return json.dumps({"text": TEXT, **fields}) + "\n"


def write(path: Path, *lines: str) -> None:
    data = "".join(lines).encode()
    path.write_bytes(gzip.compress(data, mtime=0) if path.suffix == ".gz" else data)


def ids(made: Path) -> list[str]:
    with kzhu.open(made) as opened:
        return sorted(opened.ids())


def told(made: Path) -> list[tuple[str, str]]:
    with kzhu.open(made) as opened:
        return [(problem.where, problem.what) for problem in opened.problems()]


def check_rebuild(made: Path) -> None:
    """What an update left equals what a rebuild makes."""
    with kzhu.open(made) as opened:
        updated = list(opened.export()), opened.problems()
        opened.update(rebuild=True)
        assert (list(opened.export()), opened.problems()) == updated


# -- reading


def test_their_names_tell_them() -> None:
    assert [name for name in ("a.jsonl", "b.JSONL.GZ", "c.json", "d.gz", "e.jsonl.txt") if is_store(name)] == [
        "a.jsonl", "b.JSONL.GZ",
    ]  # fmt: skip
    assert [stem("x/a.jsonl"), stem("b.jsonl.gz")] == ["x/a", "b"]


def test_they_are_found_beside_articles(made: Path) -> None:
    (made / "articles" / "2023").mkdir()
    for name in ("2023/a.jsonl.gz", "b.jsonl", ".hidden.jsonl", "b.yaml"):
        write(made / "articles" / name, line(id="x"))
    found = find_files(made / "articles")
    assert [file.path for file in found.stores] == ["2023/a.jsonl.gz", "b.jsonl"]
    assert [file.path for file in (*found.articles, *found.corrections)] == ["one.txt", "b.yaml"]


def test_a_line_without_an_id_is_named_by_its_place(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl.gz", "\n", line(), line(id=" x "))
    first, second = read_store(tmp_path, "a.jsonl.gz")
    assert isinstance(first.article, Article)
    assert isinstance(second.article, Article)
    assert [first.article.id, second.article.id] == ["a:2", "x"]
    assert {first.article.path, second.article.path} == {"a.jsonl.gz"}
    assert first.article.sha256 != second.article.sha256


def test_one_that_is_cut_off_gives_what_it_has(tmp_path: Path) -> None:
    whole = gzip.compress("".join(line(id=str(number), headline=f"{number**9}") for number in range(900)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *articles, last = (found.article for found in read_store(tmp_path, "a.jsonl.gz"))
    assert len(articles) > 50
    assert isinstance(last, Problem)
    assert "breaks off behind line" in last.what
    [gone] = read_store(tmp_path, "b.jsonl")
    assert gone.article == Problem("b.jsonl", "has vanished")


# -- in an archive


@pytest.mark.parametrize("name", ["corpus.jsonl", "corpus.jsonl.gz"])
def test_each_line_is_an_article_with_what_is_known_of_it(made: Path, name: str) -> None:
    known = {"headline": "Talks", "date": "2021-04", "outlet": "Agency", "language": "en", "url": "https://example.org"}
    write(made / "articles" / name, line(id="x", **known), line(id=7))
    with kzhu.open(made) as opened:
        row = next(row for row in opened.articles() if row.id == "x")
        assert (row.date, row.basis, row.headline, row.outlet) == ("2021-04", "stated", "Talks", "Agency")
        assert sorted(opened.ids()) == ["7", "one", "x"]
        assert opened.text("x") == TEXT
        assert json.loads(opened.record_json("x"))["path"] == name
        assert next(hit.article.id for hit in opened.search("grain")) in {"7", "one", "x"}


def test_a_wrong_line_is_told_and_the_rest_read(made: Path) -> None:
    write(made / "articles" / "a.jsonl", line(id="x"), "{\n", line(id="x"), line(id="one"), line(id="y", text=""))
    assert ids(made) == ["one", "x"]
    assert [where for where, _ in told(made)] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5"]
    assert [what for _, what in told(made)][1:3] == [
        "the id 'x' is taken by an earlier article", "the id 'one' is taken by an earlier article",
    ]  # fmt: skip


def test_of_very_many_wrong_lines_the_number_is_told(made: Path) -> None:
    write(made / "articles" / "a.jsonl", *["{\n"] * 150, *[line(id="x")] * 3)
    assert len(told(made)) == 102
    assert ("a.jsonl", "50 more lines could not be read") in told(made)
    assert ("a.jsonl", "the id of each of 2 more lines is taken by an earlier article") in told(made)


def test_one_that_is_as_it_was_is_not_read(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = made / "articles" / "a.jsonl"
    write(store, *(line(id=f"a{number}") for number in range(5)), "wrong\n")
    ids(made)
    monkeypatch.setattr("kzhu.stores.read_store", lambda *_store: pytest.fail("it is as it was"))
    os.utime(store)
    with kzhu.open(made) as opened:
        assert opened.report is not None
        assert opened.report[:5] == (6, 0, 0, 0, 0)
        assert [problem.where for problem in opened.problems()] == ["a.jsonl:6"]
    (made / "articles" / "two.txt").write_text(TEXT)
    assert "two" in ids(made)
    monkeypatch.setattr(update, "update", lambda *_args, **_more: pytest.fail("the index was fresh"))
    ids(made)


def test_of_one_that_changed_the_lines_that_did_are_read(made: Path) -> None:
    store = made / "articles" / "a.jsonl"
    write(store, line(id="a"), line(id="b"), line(id="c"))
    ids(made)
    write(store, line(id="c"), line(id="a", headline="New"), line(id="d"))
    with kzhu.open(made) as opened:
        assert opened.report is not None
        assert opened.report[:6] == (4, 1, 1, 1, 0, None)
    check_rebuild(made)
    store.unlink()
    assert ids(made) == ["one"]


def test_an_id_given_up_goes_to_the_next_who_has_it(made: Path) -> None:
    write(made / "articles" / "a.jsonl", line(id="x", headline="of a"))
    write(made / "articles" / "b.jsonl", line(id="x", headline="of b"), line(id="one", headline="of b"))
    assert ids(made) == ["one", "x"]
    (made / "articles" / "one.txt").unlink()
    (made / "articles" / "a.jsonl").unlink()
    with kzhu.open(made) as opened:
        assert {row.headline for row in opened.articles()} == {"of b"}
    (made / "articles" / "x.txt").write_text("Talks\n\nTalks were held.")
    check_rebuild(made)
    assert told(made) == [("b.jsonl:1", "the id 'x' is taken by an earlier article")]


def test_an_update_after_any_change_equals_a_rebuild(made: Path) -> None:
    chance = random.Random(11)
    articles = made / "articles"
    names = ["a.jsonl", "b.jsonl.gz", "c/d.jsonl"]
    (articles / "c").mkdir()
    summit = "summit of the Organization of Turkic States"

    def some(count: int) -> list[str]:
        return [
            line(
                id=chance.choice("abcdefgh"),
                date=chance.choice([None, "2023-04-05", "2023-11-01"]),
                text=f"ASTANA - {chance.choice([TEXT, f'The 10th anniversary {summit} takes place on November 3.'])}",
            )
            for _ in range(count)
        ]

    for _ in range(8):
        path = articles / chance.choice(names)
        if path.exists() and chance.random() < 0.3:
            path.unlink()
        else:
            write(path, *some(chance.randrange(1, 6)))
        single = articles / f"{chance.choice('abcd')}.txt"
        if single.exists():
            single.unlink()
        elif chance.random() < 0.6:
            single.write_text(f"The leaders met at the 10th anniversary {summit} in Astana, the office said.\n")
        check_rebuild(made)


def test_many_processes_read_its_lines_as_one_does(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LEAST", 30)
    write(made / "articles" / "a.jsonl.gz", *(line(id=f"{number}", date="2020") for number in range(100)), "{\n")
    found, progress = [], list[tuple[int, int]]()
    for jobs in (1, 2):
        with kzhu.open(made, update=False) as opened:
            opened.update(rebuild=True, jobs=jobs, progress=lambda *now: progress.append(now))
            found.append((list(opened.export()), opened.problems()))
    assert found[0] == found[1]
    assert progress[-1] == (101, 101)
    assert all(done <= total for done, total in progress)


# -- taking them in


def test_one_is_copied_as_it_is(made: Path, tmp_path: Path) -> None:
    given = tmp_path / "my corpus.jsonl.gz"
    write(given, line(id="x"), "wrong\n", line(id="y"))
    with kzhu.open(made) as opened:
        report = opened.add([given])
        assert report.stores == ((str(given), "my-corpus.jsonl.gz", 2),)
        assert [problem.where for problem in report.problems] == ["my-corpus.jsonl.gz:2"]
        assert opened.count() == 3
        assert opened.add([given]).same == ((str(given), "my-corpus.jsonl.gz"),)
        write(given, line(id="z"))
        assert opened.add([tmp_path / "my corpus.jsonl.gz"]).stores[0][1:] == ("my-corpus-2.jsonl.gz", 1)
    assert (made / "articles" / "my-corpus-2.jsonl.gz").read_bytes() == given.read_bytes()


def test_one_without_an_article_is_refused(made: Path, tmp_path: Path) -> None:
    given = tmp_path / "a.jsonl"
    given.write_text("no json\n")
    (tmp_path / "b.jsonl").write_text("")
    with kzhu.open(made) as opened:
        report = opened.add([given, tmp_path / "b.jsonl", tmp_path / "c.jsonl"])
    assert [problem.what.partition(": ")[2][:11] for problem in report.problems] == [
        "is no JSON:",
        "is empty",
        "has vanishe",
    ]
    assert not (made / "articles" / "a.jsonl").exists()


def test_the_command_tells_what_came(made: Path, tmp_path: Path) -> None:
    given = tmp_path / "corpus.jsonl"
    write(given, line(id="x"), line(id="y"), "wrong\n")
    result = CliRunner().invoke(cli, ["--archive", str(made), "add", str(given)])
    assert result.exit_code == 1
    assert result.stdout == f"corpus.jsonl\t{given}\n"
    assert "corpus.jsonl:3: is no JSON" in result.stderr
    assert "2 articles added" in result.stderr


@pytest.mark.parametrize("packed", [False, True])
def test_lines_can_come_by_standard_input(made: Path, packed: bool) -> None:
    lines = (line(id="x") + "no JSON\n" + line(id="y", text=f"{TEXT} Again.")).encode()
    given = gzip.compress(lines, mtime=0) if packed else lines
    result = CliRunner().invoke(cli, ["--archive", str(made), "add", "-"], input=given)
    name = "stdin.jsonl.gz" if packed else "stdin.jsonl"
    assert result.stdout == f"{name}\t-\n"
    assert f"{name}:2: is no JSON" in result.stderr
    assert result.exit_code == 1
    assert ids(made) == ["one", "x", "y"]
    again = CliRunner().invoke(cli, ["--archive", str(made), "add", "-"], input=given)
    assert f"-: the archive has this text already: {name}" in again.stderr
    nothing = CliRunner().invoke(cli, ["--archive", str(made), "add", "-"], input=b"")
    assert (nothing.exit_code, "-: has no line with an article: is empty" in nothing.stderr) == (1, True)


class TestCorrections:
    """What a person says of a line stands in ID.yaml."""

    HEADLINE = "headline: Talks on grain\n"

    @staticmethod
    def headlines(made: Path) -> dict[str, str]:
        with kzhu.open(made) as opened:
            return {row.id: row.headline for row in opened.articles()}

    @staticmethod
    def told(made: Path) -> list[str]:
        with kzhu.open(made) as opened:
            return [f"{problem.where} {problem.what}" for problem in opened.problems()]

    def test_a_correction_of_a_line_comes_changes_and_goes(self, made: Path) -> None:
        folder = made / "articles"
        write(folder / "corpus.jsonl.gz", line(id="2023/a", headline="One"), line(headline="Two"))
        assert self.headlines(made)["2023/a"] == "One"
        (folder / "2023").mkdir()
        (folder / "2023" / "a.yaml").write_text(self.HEADLINE)
        (folder / "corpus:2.yaml").write_text("headline: Number two\n")
        with kzhu.open(made) as opened:
            assert opened.report is not None
            assert opened.report.changed == 2
        assert self.headlines(made) | {"one": ""} == {"2023/a": "Talks on grain", "corpus:2": "Number two", "one": ""}
        (folder / "2023" / "a.yaml").write_text("headline: Talks\n")
        (folder / "corpus:2.yaml").unlink()
        assert self.headlines(made) | {"one": ""} == {"2023/a": "Talks", "corpus:2": "Two", "one": ""}
        with kzhu.open(made) as opened:
            assert opened.report is None

    def test_it_holds_when_its_line_changes_and_is_told_when_it_goes(self, made: Path) -> None:
        store = made / "articles" / "corpus.jsonl"
        write(store, line(id="a"), line(id="b"))
        (made / "articles" / "a.yaml").write_text(self.HEADLINE)
        assert self.headlines(made)["a"] == "Talks on grain"
        write(store, line(id="a", url="https://example.org/a"), line(id="b"))
        assert self.headlines(made)["a"] == "Talks on grain"
        assert self.told(made) == []
        write(store, line(id="b"))
        assert self.told(made) == ["a.yaml is a correction without an article beside it"]
        write(store, line(id="b"), line(id="a"))
        assert self.told(made) == []
        assert self.headlines(made)["a"] == "Talks on grain"

    def test_what_is_wrong_with_it_is_told_until_it_is_right(self, made: Path) -> None:
        store, beside = made / "articles" / "corpus.jsonl", made / "articles" / "a.yaml"
        write(store, line(id="a"), "no article\n")
        beside.write_text("colour: red\n")
        wrong = self.told(made)
        assert [text.partition(" ")[0] for text in wrong] == ["a.yaml:1", "corpus.jsonl:2"]
        write(made / "articles" / "more.jsonl", line(id="c"))
        assert self.told(made) == wrong
        write(store, line(id="a"), line(id="d"))
        assert self.told(made) == wrong[:1]
        beside.write_text(self.HEADLINE)
        assert self.told(made) == []

    def test_updates_end_where_a_rebuild_does(self, made: Path) -> None:
        chance, folder = random.Random(5), made / "articles"
        for _ in range(12):
            for name in ("a.jsonl", "b.jsonl"):
                if chance.random() < 0.5:
                    write(folder / name, *(line(id=i, url=str(chance.random())) for i in chance.sample("klmno", 3)))
            for about in chance.sample("klmno", 2):
                if chance.random() < 0.7:
                    said = chance.choice((f"headline: {chance.random()}", "colour: red"))
                    (folder / f"{about}.yaml").write_text(f"{said}\n")
                else:
                    (folder / f"{about}.yaml").unlink(missing_ok=True)
            with kzhu.open(made) as opened:
                after = [*opened.export()], opened.problems()
                opened.update(rebuild=True)
                assert ([*opened.export()], opened.problems()) == after
