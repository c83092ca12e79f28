"""Many articles read in worker processes: the same index as in one, and the old one whole when it is stopped."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

import kzhu
from kzhu import archive, workers
from kzhu.index import schema, texts
from kzhu.index.texts import TextsLostError
from kzhu.workers import WorkerLostError, cores, each

pytestmark = [
    pytest.mark.skipif(
        "fork" not in multiprocessing.get_all_start_methods(), reason="without fork there is one process"
    ),
    pytest.mark.usefixtures("own_cache"),
]


def article(chance: random.Random, number: int) -> str:
    """A made-up report, dated or not, that tells of a summit when it or another may be dated by it."""
    day = f"20{chance.randrange(15, 25)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    head = f" date {day} \n" if chance.random() < 0.6 else ""
    who = chance.choice(["Dastan Omarov", "Daztan Omarov", "Katalin Kovács", "Katalin Kovacs", "János Varga"])
    return (
        f"{head}Ruritania, Kazakhstan trade more ({number})\n\nASTANA - Trade with Hungary reached"
        f" {chance.randrange(10, 900)} million euros, Minister of Trade {who} said at the"
        " 10th anniversary summit of the Organization of Turkic States"
        f"{chance.choice([' in November', ' on November 11', ''])}.\n"
    )


def filled(folder: Path, articles: int, seed: int = 3) -> Path:
    chance = random.Random(seed)
    made = Path(archive.create(folder))
    for number in range(articles):
        (made / "articles" / f"{number:04}.txt").write_text(article(chance, number), "utf-8")
    return made


def dump(index: Path) -> list[tuple[object, ...]]:
    """Every row of every table; the full text's are those of the tables that it keeps itself in."""
    with closing(schema.connect(str(index))) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'words'")
        return [(name, *row) for (name,) in tables.fetchall() for row in connection.execute(f"SELECT * FROM {name}")]


def test_many_processes_write_what_one_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LEAST", 60)
    made = filled(tmp_path / "made", 180)
    (made / "articles" / "empty.txt").write_bytes(b"")
    index = made / ".kzhu" / "index.sqlite"
    found = []
    for jobs in (1, 2, 3):
        with kzhu.open(made, update=False) as opened:
            report = opened.update(rebuild=True, jobs=jobs)
            found.append((report, list(opened.export()), dump(index), index.read_bytes()))
    assert found[0] == found[1] == found[2]
    assert found[0][0].articles == 180
    assert [problem.where for problem in found[0][0].problems] == ["empty.txt"]


def test_an_update_by_many_processes_equals_a_rebuild(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LEAST", 40)
    made = filled(tmp_path / "made", 60)
    with kzhu.open(made) as opened:
        opened.export()
    chance = random.Random(8)
    for number in range(30, 150):
        (made / "articles" / f"{number:04}.txt").write_text(article(chance, number), "utf-8")
    with kzhu.open(made, update=False) as opened:
        report = opened.update(jobs=2)
        assert (report.added, report.changed, report.rebuilt) == (90, 30, None)
        updated = list(opened.export())
        opened.update(rebuild=True, jobs=1)
        assert list(opened.export()) == updated


def test_results_come_in_order_and_values_are_not_read_far_ahead() -> None:
    taken = 0

    def values() -> Iterator[int]:
        nonlocal taken
        for value in count():
            taken = value
            yield value

    with closing(each(lambda value: value * 2, values(), 2)) as results:
        assert [next(results) for _ in range(3000)] == list(range(0, 6000, 2))
        assert taken < 3000 + 2000
    assert multiprocessing.active_children() == []


def test_few_values_make_no_process() -> None:
    assert set(each(lambda _value: os.getpid(), range(workers.LEAST - 1), 2)) == {os.getpid()}
    assert os.getpid() in each(lambda _value: os.getpid(), range(workers.LEAST * 4), 1)
    assert len(set(each(lambda _value: os.getpid(), range(workers.LEAST * 4), 2))) == 3
    assert cores() >= 1


def test_a_worker_that_is_ended_is_told() -> None:
    def fall(value: int) -> int:
        if value == 150:
            os.kill(os.getpid(), signal.SIGKILL)
        return value

    with pytest.raises(WorkerLostError, match="the index is as it was"):
        list(each(fall, range(1000), 2))
    assert multiprocessing.active_children() == []


def test_a_process_at_the_texts_that_is_ended_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled(tmp_path / "made", 3)
    kzhu.open(made).close()
    index = made / ".kzhu" / "index.sqlite"
    before = index.read_bytes()
    monkeypatch.setattr(texts, "_build", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with kzhu.open(made, update=False) as opened, pytest.raises(TextsLostError, match="the index is as it was"):
        opened.update(rebuild=True, jobs=2)
    assert index.read_bytes() == before
    assert not list(index.parent.glob("*.new*"))


def test_who_is_interrupted_keeps_the_old_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "LEAST", 40)
    made = filled(tmp_path / "made", 150)
    kzhu.open(made).close()
    index = made / ".kzhu" / "index.sqlite"
    before = index.read_bytes()

    def interrupt(done: int, _total: int) -> None:
        if done == 90:
            raise KeyboardInterrupt

    with kzhu.open(made, update=False) as opened, pytest.raises(KeyboardInterrupt):
        opened.update(rebuild=True, jobs=2, progress=interrupt)
    assert index.read_bytes() == before
    assert not index.with_name("index.sqlite.new").exists()
    assert multiprocessing.active_children() == []


def test_ctrl_c_is_answered_in_one_line(tmp_path: Path) -> None:
    made = filled(tmp_path / "made", 3)
    kzhu.open(made).close()
    index = made / ".kzhu" / "index.sqlite"
    before = index.read_bytes()
    filled_up = random.Random(1)
    for number in range(1500):
        (made / "articles" / f"more{number}.txt").write_text(article(filled_up, number) * 8, "utf-8")
    command = [sys.executable, "-m", "kzhu", "--archive", str(made), "index", "--rebuild", "--jobs", "2"]
    env = {**os.environ, "PYTHONPATH": str(Path(kzhu.__file__).parents[1])}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=env, start_new_session=True) as running:
        until = time.monotonic() + 30
        while not index.with_name("index.sqlite.new").exists() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.5)
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the workers too
        _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert told.splitlines() == ["kzhu: interrupted; the index is as it was before"]
    assert index.read_bytes() == before
