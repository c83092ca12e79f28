"""The archive from outside: where it is found, how it keeps up with its files, what it says when it cannot."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import kzhu
from kzhu import archive, folders, opening, reading, update
from kzhu.errors import KzhuError
from kzhu.extract.article import Prepared, complete
from kzhu.index import schema
from kzhu.records import Record

FIRST = " date 2023-07-13 \nKazakhstan, Hungary talk trade\n\nASTANA. KAZINFORM - Talks on grain were held.\n"
SECOND = " date 2021-04-08 \nBUDAPEST - A forum on transport was held.\n"


@pytest.fixture(autouse=True)
def _apart(own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees an archive, or a cache, of the one who runs it."""
    elsewhere = own_cache.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = Path(archive.create(tmp_path / "made"))
    (folder / "articles" / "one.txt").write_text(FIRST, "utf-8")
    (folder / "articles" / "two.txt").write_text(SECOND, "utf-8")
    return folder


def environment() -> dict[str, str]:
    """For a process that is to find this kzhu from any folder."""
    return {**os.environ, "PYTHONPATH": str(Path(kzhu.__file__).parents[1])}


def ids(path: Path | None = None, **filters: str) -> list[str]:
    with kzhu.open(path) as opened:
        return [row.id for row in opened.articles(**filters)]  # type: ignore[arg-type]


def export(path: Path) -> list[str]:
    with kzhu.open(path) as opened:
        return list(opened.export())


def rebuilt(path: Path) -> list[str]:
    """What an archive answers when everything is read anew."""
    with kzhu.open(path, update=False) as opened:
        opened.update(rebuild=True)
        return list(opened.export())


# -- where it is found


def test_without_any_the_one_that_ships_answers(tmp_path: Path) -> None:
    with kzhu.open() as opened:
        assert opened.shipped
        found = [row.id[:3] for row in opened.articles(since="2023")]
        assert Path(opened.index_path).is_relative_to(tmp_path / "cache" / "kzhu")
    assert sorted(found) == ["000", "002", "003", "004"]


def test_the_nearest_folder_upwards_is_the_archive(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (made / "articles" / "2023").mkdir()
    monkeypatch.chdir(made / "articles" / "2023")
    assert ids() == ["one", "two"]
    assert (made / ".kzhu" / "index.sqlite").exists()


def test_a_named_one_wins(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KZHU_ARCHIVE", str(made))
    assert ids() == ["one", "two"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "three.txt").write_text(FIRST, "utf-8")
    assert ids(other) == ["three"]
    # A folder that kzhu init did not make is left as it is.
    assert [path.name for path in other.iterdir()] == ["three.txt"]


def test_a_plain_folder_may_have_seeds_and_data(tmp_path: Path) -> None:
    (tmp_path / "old" / "seeds").mkdir(parents=True)
    (tmp_path / "old" / "data").mkdir()
    (tmp_path / "old" / "seeds" / "one.txt").write_text(FIRST, "utf-8")
    (tmp_path / "old" / "data" / "countries.yaml").write_text("XX: {name: Ruritania, demonyms: [Ruritanian]}\n")
    assert ids(tmp_path / "old") == ["one"]
    places = folders.find(tmp_path / "old")
    assert [Path(folder).name for folder in places.knowledge] == ["data", "data"]
    with kzhu.open(tmp_path / "old") as opened:
        assert list(opened.articles(country="Ruritanian")) == []
        assert list(opened.articles(country="Kazakh")) is not None


def test_where_none_can_be_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(KzhuError, match="there is no such folder"):
        kzhu.open(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x")
    with pytest.raises(KzhuError, match="it is a file"):
        kzhu.open(tmp_path / "file")


def test_an_archive_is_made_once(made: Path, tmp_path: Path) -> None:
    assert sorted(path.name for path in made.iterdir()) == [".kzhu", "articles", "data"]
    with pytest.raises(KzhuError, match="is an archive already"):
        archive.create(made)
    (tmp_path / "file").write_text("x")
    with pytest.raises(KzhuError, match="cannot make"):
        archive.create(tmp_path / "file")


def test_an_empty_archive_answers_with_nothing(tmp_path: Path) -> None:
    folder = Path(archive.create(tmp_path / "empty"))
    assert ids(folder) == []
    with kzhu.open(folder) as opened:
        assert list(opened.search("grain")) == []
        assert list(opened.people()) == []
        assert opened.person("Orbán") == ()
        assert list(opened.timeline()) == []
        assert opened.count() == 0


# -- keeping up


def test_an_update_after_any_change_equals_a_rebuild(made: Path) -> None:
    chance = random.Random(5)
    articles = made / "articles"
    for step in range(6):
        for _ in range(3):
            path = articles / f"{chance.choice('abcdefg')}.txt"
            if path.exists() and chance.random() < 0.4:
                path.unlink()
            else:
                day = f"2023-0{chance.randrange(1, 9)}-1{chance.randrange(9)}"
                stated = f" date {day} \n" if chance.random() < 0.7 else ""
                path.write_text(
                    f"{stated}ASTANA - Report {step}: trade reached {chance.randrange(900)} million euros.\n"
                )
        updated = export(made)
        assert updated == rebuilt(made)
        assert [json.loads(line)["id"] for line in updated] == [*reversed(ids(made))]


def test_nothing_is_read_twice(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids(made)
    (made / "articles" / "one.txt").touch()
    with kzhu.open(made) as opened:
        assert opened.report is not None
        assert opened.report[:6] == (2, 0, 0, 0, 0, None)
    monkeypatch.setattr(update, "update", lambda *_args, **_more: pytest.fail("the index was fresh"))
    assert ids(made) == ["one", "two"]


def test_what_changed_is_counted(made: Path) -> None:
    ids(made)
    (made / "articles" / "one.txt").write_text(FIRST.replace("grain", "wheat"), "utf-8")
    (made / "articles" / "two.txt").unlink()
    (made / "articles" / "three.txt").write_text(SECOND, "utf-8")
    with kzhu.open(made) as opened:
        assert opened.report is not None
        assert opened.report[:6] == (2, 1, 1, 1, 0, None)
        assert [hit.article.id for hit in opened.search("wheat")] == ["one"]
        assert list(opened.search("grain")) == []


def test_a_correction_wins_as_long_as_it_is_there(made: Path) -> None:
    beside = made / "articles" / "one.yaml"
    ids(made)
    beside.write_text("published: 2020-05-06\nheadline: Corrected\n", "utf-8")
    with kzhu.open(made) as opened:
        row = list(opened.articles())[-1]
        assert (row.id, row.date, row.basis, row.headline) == ("one", "2020-05-06", "curated", "Corrected")
    assert export(made) == rebuilt(made)
    beside.unlink()
    assert ids(made) == ["one", "two"]


def test_a_build_that_fails_leaves_nothing_behind(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = export(made)

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kzhu.index.build.fill", full)
    with kzhu.open(made) as opened, pytest.raises(KzhuError, match="No space left on device"):
        opened.update(rebuild=True)
    assert not [path for path in (made / ".kzhu").iterdir() if path.name.endswith(".new")]
    assert export(made) == before


def test_a_correction_is_that_of_all_articles_of_its_name(made: Path) -> None:
    articles = made / "articles"
    (articles / "one.TXT").write_text(SECOND, "utf-8")
    for date in ("2020-05-06", "2020-05-07"):
        (articles / "one.yaml").write_text(f"published: {date}\n", "utf-8")
        with kzhu.open(made) as opened:
            found = {row.id: row.date for row in opened.articles()}
        assert (found["one.txt"], found["one.TXT"]) == (date, date)
    (articles / "one.yaml").unlink()
    assert export(made) == rebuilt(made)


def test_problems_are_told_once_and_kept(made: Path) -> None:
    articles = made / "articles"
    (articles / "empty.txt").write_bytes(b"")
    (articles / "old.txt").write_bytes("Orbán Viktor Győrben járt.".encode("cp1250"))
    (articles / "one.yaml").write_text("headlin: x\n")
    (articles / "lone.yaml").write_text("headline: x\n")
    remarks: list[str] = []
    with kzhu.open(made, remark=remarks.append) as opened:
        assert [(problem.kind, problem.where) for problem in opened.problems()] == [
            ("unread", "empty.txt"),
            ("correction", "lone.yaml"),
            ("encoding", "old.txt"),
            ("correction", "one.yaml:1"),
        ]
        assert opened.count() == 3
    assert len(remarks) == 4
    remarks.clear()
    (articles / "two.txt").write_text(SECOND + "More.\n")
    kzhu.open(made, remark=remarks.append).close()
    assert remarks == []
    (articles / "empty.txt").write_text(FIRST)
    with kzhu.open(made, remark=remarks.append) as opened:
        assert "empty.txt" not in {problem.where for problem in opened.problems()}


def test_an_article_that_trips_a_rule_takes_no_other_with_it(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def trip(prepared: Prepared, *rest: object) -> Record:
        if prepared.article.id == "one":
            raise ZeroDivisionError
        return complete(prepared, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "complete", trip)
    with kzhu.open(made) as opened:
        assert [row.id for row in opened.articles()] == ["two"]
        assert "ZeroDivisionError" in opened.problems()[0].what


def test_knowledge_that_changes_is_read_again(made: Path) -> None:
    ids(made)
    (made / "data" / "countries.yaml").write_text("XX: {name: Ruritania}\n")
    remarks: list[str] = []
    with kzhu.open(made, remark=remarks.append) as opened:
        assert list(opened.articles(country="Ruritania")) == []
        assert opened.report is not None
        assert opened.report.rebuilt == "the knowledge files changed"
    assert remarks == []
    (made / "data" / "countries.yaml").write_text("XX: {nam: Ruritania}\n")
    with pytest.raises(KzhuError, match=r"countries\.yaml:1: unknown key 'nam'"):
        kzhu.open(made)


def test_a_folder_that_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(KzhuError, match="the folder you are in is gone"):
        kzhu.open()


@pytest.mark.parametrize("damage", ["garbage", "other version", "other program", "cut short", "scribbled on"])
def test_an_index_that_is_none_is_built_anew(made: Path, damage: str) -> None:
    before = export(made)
    index = made / ".kzhu" / "index.sqlite"
    if damage == "garbage":
        index.write_bytes(b"no database" * 1000)
    elif damage == "cut short":
        index.write_bytes(index.read_bytes()[: 3 * schema.PAGE_SIZE])
    elif damage == "scribbled on":
        whole = index.read_bytes()
        index.write_bytes(whole[: schema.PAGE_SIZE] + b"A" * (len(whole) - schema.PAGE_SIZE))
    else:
        pragma = "user_version = 999" if damage == "other version" else "application_id = 7"
        connection = sqlite3.connect(index)
        connection.execute(f"PRAGMA {pragma}")
        connection.close()
    remarks: list[str] = []
    with kzhu.open(made, remark=remarks.append) as opened:
        assert list(opened.export()) == before
    assert [remark for remark in remarks if remark.startswith("the index was built anew")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_cache_that_cannot_be_written_is_done_without(own_cache: Path, tmp_path: Path) -> None:
    own_cache.chmod(0o500)
    _answers_from_memory(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_index_that_cannot_be_read_is_done_without(made: Path) -> None:
    before = export(made)
    (made / ".kzhu" / "index.sqlite").chmod(0)
    remarks: list[str] = []
    with kzhu.open(made, remark=remarks.append) as opened:
        assert list(opened.export()) == before
    assert "it was built in memory" in remarks[0]


def test_a_cache_that_is_a_file_is_done_without(own_cache: Path, tmp_path: Path) -> None:
    shutil.rmtree(own_cache)
    own_cache.write_text("x")
    _answers_from_memory(tmp_path)


def _answers_from_memory(tmp_path: Path) -> None:
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "one.txt").write_text(FIRST)
    remarks: list[str] = []
    with kzhu.open(folder, remark=remarks.append) as opened:
        assert [row.id for row in opened.articles()] == ["one"]
    assert "cannot be written" in remarks[0]
    assert "XDG_CACHE_HOME" in remarks[0]


def test_two_processes_at_once_both_answer(made: Path) -> None:
    for number in range(30):
        (made / "articles" / f"{number}.txt").write_text(FIRST.replace("grain", f"grain {number}"))
    code = "import sys, kzhu; print(len(list(kzhu.open(sys.argv[1]).articles())))"
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(made)], stdout=subprocess.PIPE, text=True, env=environment())
        for _ in range(3)
    ]
    assert [process.communicate()[0] for process in running] == ["32\n"] * 3
    assert all(process.returncode == 0 for process in running)


def test_who_cannot_wait_is_answered_from_what_there_is(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ids(made)
    (made / "articles" / "three.txt").write_text(FIRST)
    other = sqlite3.connect(made / ".kzhu" / "index.sqlite.lock")
    other.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr(opening, "_PATIENCE", 0.1)
    remarks: list[str] = []
    with kzhu.open(made, remark=remarks.append) as opened:
        assert [row.id for row in opened.articles()] == ["one", "two"]
    assert remarks == ["another kzhu is bringing the index up to date; this is answered from it as it was"]
    other.close()
    assert len(ids(made)) == 3


# -- what it answers


def test_the_same_from_python(made: Path) -> None:
    with kzhu.open(made) as opened:
        assert [row.id for row in opened.articles(since="2023")] == ["one"]
        assert opened.record("o").id == "one"
        assert opened.text("one") == FIRST
        assert json.loads(opened.record_json("one"))["id"] == "one"
        assert [row.where for row in opened.check() if row.kind == "unread"] == []
        assert opened.summary()
        with pytest.raises(TypeError):
            opened.articles(sinc="2023")  # type: ignore[call-arg]
        with pytest.raises(KzhuError, match="below zero"):
            opened.articles(limit=-1)


def test_an_index_is_needed_where_none_may_be_built(made: Path) -> None:
    with kzhu.open(made, update=False) as opened, pytest.raises(KzhuError, match="kzhu index builds it"):
        opened.articles()


def test_progress_counts_the_articles(made: Path) -> None:
    told: list[tuple[int, int]] = []
    kzhu.open(made, progress=lambda done, total: told.append((done, total))).close()
    assert told[-1] == (2, 2)


# -- taking articles in


@pytest.fixture
def given(tmp_path: Path) -> Path:
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "new report.txt").write_text("ASTANA - A new report.\n")
    (folder / "again.txt").write_text(FIRST.replace("\n", "\r\n\r\n"))
    (folder / "one.txt").write_text("BAKU - Another one.\n")
    (folder / "empty.txt").write_text("")
    return folder


def test_what_is_added_is_copied_unless_it_is_there(made: Path, given: Path) -> None:
    files = [given / name for name in ("new report.txt", "again.txt", "one.txt", "empty.txt", "nowhere.txt")]
    with kzhu.open(made) as opened:
        report = opened.add(files)
        assert [(Path(path).name, article) for path, article in report.added] == [
            ("new report.txt", "new-report"), ("one.txt", "one-2"),
        ]  # fmt: skip
        assert [(Path(path).name, article) for path, article in report.same] == [("again.txt", "one")]
        assert [Path(problem.where).name for problem in report.problems] == ["empty.txt", "nowhere.txt"]
        assert {row.id for row in opened.articles()} == {"one", "two", "new-report", "one-2"}
    with kzhu.open(made) as opened:
        assert [len(part) for part in opened.add([given])] == [0, 3, 1, 0]


def test_the_shipped_archive_takes_nothing(given: Path) -> None:
    with kzhu.open() as opened, pytest.raises(KzhuError, match="kzhu init makes one"):
        opened.add([given])


# -- start-up


def test_a_list_loads_next_to_nothing(made: Path) -> None:
    ids(made)
    code = "import sys, kzhu; print(*[row.id for row in kzhu.open(sys.argv[1]).articles()]); print(*sys.modules)"
    command = [sys.executable, "-c", code, str(made)]
    found = subprocess.run(command, capture_output=True, text=True, check=True, env=environment())
    answer, modules = found.stdout.splitlines()
    assert answer == "one two"
    heavy = {"yaml", "rich", "dateutil", "dataclasses", "json", "logging", "pathlib", "hashlib", "kzhu.records"}
    assert not heavy & set(modules.split())
