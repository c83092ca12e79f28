"""Plain text as news really arrives, and JSON lines: nothing is lost, nothing is silent."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest

from kzhu.readers.decode import UnreadableError, clean, decode
from kzhu.readers.files import Files, FoundFile
from kzhu.readers.jsonl import read_lines
from kzhu.readers.text import article_ids, find_files, read_bytes, read_file
from kzhu.records import Article, Problem


def test_bom_and_line_ends_go_blanks_stay() -> None:
    raw = "\ufeffASTANA.\u00a0KAZINFORM -\r\n\r\n\r\nTwo  blanks\rEnd".encode()
    assert decode(raw) == ("ASTANA.\u00a0KAZINFORM -\n\n\nTwo  blanks\nEnd", None)


def test_control_characters_become_blanks_one_for_one() -> None:
    text, remark = decode(b"Red \x1b[31malert\x07 in the\x0bcapital \xc2\x9b of the republic, said the ministry")
    assert text == "Red  [31malert  in the capital   of the republic, said the ministry"
    assert remark is None


@pytest.mark.parametrize("bom", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(bom: str) -> None:
    assert decode("Péter Szijjártó".encode(bom)).text == "Péter Szijjártó"


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("cp1250", "Szijjártó Péter met the mayor of Győr in Fertőd."),
        ("cp1250", "Prezydent złożył wizytę w Łodzi, a potem w Gdańsku."),
        ("cp1252", "The Hungarian side – it’s “ready” – and São Paulo, très bien."),
        ("cp1252", "Márta Kovács"),
        ("cp1251", "Министр иностранных дел Венгрии Петер Сийярто прибыл в Астану."),
        ("kz1048", "Қазақстан Республикасының Президенті Қасым-Жомарт Тоқаев өтті"),
        ("koi8-r", "Министр иностранных дел Венгрии прибыл в Астану"),
        ("cp1254", "Cumhurbaşkanı Erdoğan İstanbul'da görüştü"),
    ],
)
def test_legacy_code_pages_are_told_apart_and_reported(page: str, text: str) -> None:
    decoded = decode(text.encode(page))
    assert decoded.text == text
    assert decoded.remark is not None
    assert page in decoded.remark


def test_a_few_broken_bytes_leave_utf8_what_it_is() -> None:
    raw = "Szijjártó Péter és Orbán Viktor Győrben".encode() + b"\xff"
    text, remark = decode(raw)
    assert text == "Szijjártó Péter és Orbán Viktor Győrben�"
    assert remark is not None
    assert "1 byte" in remark


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \n\n\t ", "nothing but blanks"),
        (b"\xef\xbb\xbf", "nothing but blanks"),
        (b"text\0text", "binary"),
        (bytes(range(1, 32)) * 8, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\xff\xfeA", "utf-16"),
    ],
)
def test_what_is_no_text_says_what_it_is(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decode(raw)


@pytest.mark.parametrize("seed", range(200))
def test_any_bytes_are_text_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    raw = bytes(chance.randrange(256) for _ in range(chance.randrange(200)))
    raw = raw.replace(b"\0", b" ") if seed % 2 else raw
    try:
        text, _ = decode(raw)
    except UnreadableError:
        return
    assert text.encode().decode() == text
    assert not any(sign < " " and sign not in "\n\t" for sign in text)
    assert clean(text) == text


def test_half_a_surrogate_pair_is_no_character() -> None:
    assert clean("a\ud800b") == "a?b"


def test_files_are_found_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for path in ("b.txt", "a/c.txt", "a/d.TXT", ".hidden/x.txt", "data/x.txt", ".y.txt", "notes.md", "b.yaml"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text("x")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = find_files(tmp_path, skip=("data",))
    assert [file.path for file in found.articles] == ["a/c.txt", "a/d.TXT", "b.txt"]
    assert [file.path for file in found.corrections] == ["b.yaml"]
    assert [path for path, _ in found.folders] == ["", "a"]
    assert found.problems == (Problem("gone.txt", "is a link to nothing"),)


def test_a_name_that_is_no_utf8_is_reported(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/\xff.txt", "w") as file:  # noqa: PTH123 -- a name that Path would refuse
        file.write("x")
    found = find_files(tmp_path)
    assert list(found.articles) == []
    assert "rename it" in found.problems[0].what


def test_ids_are_paths_and_never_shared() -> None:
    ids = article_ids(files("2023/a.txt", "b.txt", "b.TXT", "c.txt", "c.txt.txt"))
    assert ids["2023/a.txt"] == "2023/a"
    assert len(set(ids.values())) == len(ids)
    assert article_ids(files("2023/a.txt", "b.txt")) == {"2023/a.txt": "2023/a", "b.txt": "b"}


def files(*paths: str) -> Files:
    return Files(FoundFile(path, 1, 2) for path in paths).sort()


def test_files_are_found_by_their_paths_whatever_letters_these_have() -> None:
    found = files("b.txt", "ж/a.txt", "a/c.txt", "a-b.txt", "𝄞.txt", "\ufffd.txt")
    assert [*found.paths()] == sorted(found.paths()) == [file.path for file in found]
    assert [found.find(path) for path in found.paths()] == [0, 1, 2, 3, 4, 5]
    assert found.find("a.txt") is None
    assert found.all_end(".txt")
    assert not found.all_end("a.txt")
    assert found.find("\U0010ffff") is None
    assert found[-1] == found[5] == FoundFile("𝄞.txt", 1, 2)
    assert list(found[1:3]) == [found[1], found[2]]


def test_news_are_what_came_changed_and_went() -> None:
    known = iter([("a.txt", 1, 2), ("b.txt", 9, 2), ("c.txt", 1, 2), ("z.txt", 1, 2)])
    gone: list[str] = []
    news = files("b.txt", "c.txt", "d.txt").news(known, gone)
    assert [*news] == [(0, FoundFile("b.txt", 1, 2), True), (2, FoundFile("d.txt", 1, 2), False)]
    assert gone == ["a.txt", "z.txt"]


@pytest.mark.parametrize("seed", range(8))
def test_news_of_many_files_are_those_of_each(seed: int) -> None:
    chance = random.Random(seed)
    names = [f"{number:04}.txt" for number in range(4000)]
    rare = 0.5 ** chance.randint(1, 12)

    def some() -> dict[str, FoundFile]:
        there = (name for name in names if chance.random() > rare)
        return {name: FoundFile(name, int(chance.random() < rare), 2) for name in there}

    before, now = some(), some()
    gone: list[str] = []
    news = [*Files(now.values()).news(iter(before.values()), gone)]
    assert news == [
        (place, file, file.path in before) for place, file in enumerate(now.values()) if before.get(file.path) != file
    ]
    assert gone == [name for name in before if name not in now]


def test_pipes_and_devices_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "device.txt").symlink_to("/dev/zero")
    found = find_files(tmp_path)
    assert list(found.articles) == []
    assert found.problems == tuple(
        Problem(f"{name}.txt", "is no file but a pipe or a device") for name in ("device", "pipe")
    )


def test_lost_files_are_named_with_their_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert read_file(tmp_path, "empty.txt", "empty") == (None, (Problem("empty.txt", "is empty"),))
    assert read_file(tmp_path, "gone.txt", "gone") == (None, (Problem("gone.txt", "is not there"),))
    (tmp_path / "folder.txt").mkdir()
    assert read_file(tmp_path, "folder.txt", "folder").problems[0].what.startswith("cannot be read")


def test_a_code_page_is_no_loss() -> None:
    article, problems = read_bytes("Győr és Fertőd".encode("cp1250"), "a", "a.txt")
    assert article is not None
    assert article.text == "Győr és Fertőd"
    assert [(problem.where, problem.fatal) for problem in problems] == [("a.txt", False)]


def test_json_lines_come_with_all_that_is_known() -> None:
    line = {"id": "x", "text": "Talks\r\nwere held", "headline": " Talks ", "date": "2023-07", "outlet": "Agency"}
    [article] = read_lines([json.dumps(line).encode()], "file.jsonl")
    assert isinstance(article, Article)
    assert (article.id, article.text, article.headline) == ("x", "Talks\nwere held", "Talks")
    assert (article.published, article.outlet) == ("2023-07", "Agency")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "is no JSON"),
        (b"[]", "must be an object"),
        (b'{"id": "a"}', '"text" is missing'),
        (b'{"id": "a", "text": "  "}', '"text" is missing'),
        (b'{"text": "a"}', '"id" is missing'),
        (b'{"id": true, "text": "a"}', '"id" is missing'),
        (b'{"id": "a", "text": 1}', '"text" must be a text'),
        (b'{"id": "a", "text": "a", "date": "yesterday"}', '"date" must be'),
        (b"\xff", "is no UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
    ],
)
def test_a_wrong_line_is_told_and_the_rest_read(line: bytes, reason: str) -> None:
    good = b'{"id": 7, "text": "Talks were held"}\n'
    told, article = read_lines([b"\n", line + b"\n", good], "f")
    assert isinstance(told, Problem)
    assert told.where == "f:2"
    assert reason in told.what
    assert isinstance(article, Article)
    assert article.id == "7"


def test_an_id_stands_for_one_line() -> None:
    line = b'{"id": "a", "text": "b"}'
    _, told = read_lines([line, line], "f")
    assert told == Problem("f:2", "the id 'a' stands on an earlier line too")
