"""The command line: what it answers, what it refuses and how, on pipes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import kzhu
from kzhu.cli.group import SUMMARIES, cli
from kzhu.extract.article import read_article
from kzhu.knowledge import cached_knowledge
from kzhu.records import Article, Record

SOURCE = str(Path(kzhu.__file__).parents[1])
RUN = [sys.executable, "-c", "from kzhu.cli import main; main()"]
QUERIES = ("list", "people", "figures", "events", "timeline", "check")

TEXTS = {
    "port-001": (
        " date 2031-02-03 Norway and Chile widen trade\n\n"
        "OSLO. HARBOUR POST - President of Norway Ann Berg met with President of Chile José Díaz on Monday in Oslo, "
        "the press service of the President reported.\n\n"
        "Trade between Norway and Chile reached $172.2 million in 2030, up 19.5% from 2029.\n"
    ),
    "port-002": (
        " date 2031-05-06 Santiago hosts a fair\n\n"
        "SANTIAGO, May 6 – The fair of Norway and Chile was opened in Santiago. President of Chile José Díaz said "
        "that exports to Norway had doubled in 2030.\n"
    ),
    "quay_0123456789abcdef": "A text with no date\x1b[31m at all\x07, about the quays of Bergen and their cranes.\n",
}


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive of invented articles, one of them with control characters in it."""
    folder = tmp_path_factory.mktemp("archive")
    for name in ("articles", "data", ".kzhu"):
        (folder / name).mkdir()
    for name, text in TEXTS.items():
        (folder / "articles" / f"{name}.txt").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="session")
def cache(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ready, tmp_path_factory.mktemp("cli") / "cache"))


@pytest.fixture(autouse=True)
def _calm_surroundings(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    for name in ("KZHU_ARCHIVE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))


def ask(archive: Path, *args: str) -> Result:
    return CliRunner().invoke(cli, ["--archive", str(archive), *args])


def lines(archive: Path, *args: str) -> list[list[str]]:
    result = ask(archive, *args)
    assert result.exit_code == 0, result.output
    return [line.split("\t") for line in result.stdout.splitlines()]


def process(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, *args], env={**os.environ, "PYTHONPATH": SOURCE, **env}, capture_output=True, text=True, check=False
    )


class TestHelp:
    def test_alone_it_shows_the_commands_with_three_examples(self) -> None:
        result = CliRunner().invoke(cli, [])
        assert result.exit_code == 0
        assert all(f"  {name}  " in result.stdout for name in SUMMARIES)
        assert result.stdout.partition("Examples:")[2].count("  kzhu ") == 3
        assert CliRunner().invoke(cli, ["--help"]).stdout == result.stdout

    @pytest.mark.parametrize("name", SUMMARIES)
    def test_each_command_tells_what_it_does_with_examples(self, name: str) -> None:
        for option in ("--help", "-h"):
            result = CliRunner().invoke(cli, [name, option])
            assert result.exit_code == 0
            assert f"\n  {SUMMARIES[name]}\n" in result.stdout
            assert result.stdout.partition("Examples:")[2].count("kzhu") >= 2
            assert "--archive DIR" in result.stdout
            assert "\x08" not in result.stdout

    @pytest.mark.parametrize("name", SUMMARIES)
    def test_the_short_help_is_the_first_line_of_the_long_one(self, name: str) -> None:
        command = cli.get_command(None, name)  # type: ignore[arg-type]  # needs no context
        assert command is not None
        assert command.name == name
        assert (command.help or "").startswith(SUMMARIES[name])

    @pytest.mark.parametrize("name", ["list", "people", "figures", "events", "timeline", "check"])
    def test_the_help_names_the_columns_of_a_pipe(self, name: str, archive: Path) -> None:
        result = CliRunner().invoke(cli, [name, "--help"])
        told = " ".join(result.stdout.split()).partition("a line is: ")[2].partition(".")[0]
        found = lines(archive, name)
        assert all(len(line) == told.count(",") - told.count("(article ids, a") + 1 for line in found)

    @pytest.mark.parametrize("name", [*QUERIES, "person", "search", "show", "summary", "export"])
    def test_its_examples_are_answered(self, name: str) -> None:
        told = CliRunner().invoke(cli, [name, "--help"], terminal_width=200).stdout
        examples = re.findall(r"^    kzhu (.+?)(?:   .*| [|>] .*)?$", told.partition("Examples:")[2], re.MULTILINE)
        assert len(examples) >= 2
        for example in examples:
            result = CliRunner().invoke(cli, shlex.split(example))
            assert (result.exit_code, result.stderr.count("error")) == (0, 0), (example, result.stderr)

    def test_version(self) -> None:
        assert CliRunner().invoke(cli, ["--version"]).stdout == f"kzhu {kzhu.__version__}\n"


class TestWrongUsage:
    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["lst"], "no such command: lst; did you mean list?"),
            (["frobnicate"], "no such command: frobnicate"),
            (["--colour", "list"], "no such option: --colour; did you mean --color?"),
            (["--color", "pink", "list"], "'pink' is not one of"),
            (["list", "--sinse", "2023"], "no such option: --sinse; did you mean --since"),
            (["list", "--since"], "--since"),
            (["list", "--since", "sometime"], "sometime"),
            (["list", "--until", "2023-13"], "2023-13"),
            (["list", "--country", "Narnia"], "Narnia"),
            (["list", "--event", "meting"], "did you mean meeting"),
            (["list", "--metric", "investmint"], "did you mean investment"),
            (["list", "--metric", "xyzzy"], "transit, votes, and "),
            (["list", "--country", "xyzzy"], "unknown country 'xyzzy': write its name or code"),
            (["list", "--limit", "0"], "'0' is neither a number of rows"),
            (["list", "--limit", "-3"], "'-3' is neither a number of rows"),
            (["list", "-n", "many"], "'many' is neither a number of rows"),
            (["list", "--format", "xml"], "'xml' is not one of 'table', 'tsv', 'json', 'jsonl', 'csv'"),
            (["list", "--sort", "size"], "'size' is not one of '-date', 'date', 'id'"),
            (["list", "unexpected"], "unexpected extra argument"),
            (["list", "--text", "(a"], "wrong query"),
            (["search"], "missing argument 'QUERY...'"),
            (["search", '"never closed'], "this quotation mark is never closed"),
            (["search", "date:someday"], "someday"),
            (["search", "fair", "-cranes"], "quote the whole query"),
            (["timeline", "investmint"], "did you mean investment"),
            (["timeline", "trade", "--metric", "exports"], "name the metric of a timeline once"),
            (["timeline", "--sort", "date"], "timeline has an order of its own: it takes no --sort"),
            (["summary", "--sort", "date"], "summary has an order of its own: it takes no --sort"),
            (["list", "--event", "meeting", "--event", "meting"], "did you mean meeting"),
            (["show"], "missing argument 'ID'"),
            (["show", "a", "b"], "unexpected extra argument"),
            (["person"], "missing argument 'NAME...'"),
            (["export", "--table", "people"], "--table is for --format csv"),
            (["export", "--format", "csv", "--table", "cats"], "'cats' is not one of"),
            (["completion", "tcsh"], "'tcsh' is not one of 'bash', 'zsh', 'fish'"),
            (["add"], "missing argument 'FILE...'"),
            (["read"], "missing argument 'FILE...'"),
            (["read", "--from", "pdf", "x"], "'pdf' is not one of"),
        ],
    )
    def test_it_says_what_is_wrong_and_exits_with_2(self, archive: Path, args: Sequence[str], told: str) -> None:
        result = ask(archive, *args)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith("kzhu: error: ")
        assert told in result.stderr
        assert "Traceback" not in result.stderr

    def test_a_wrong_query_shows_where(self, archive: Path) -> None:
        first, query, caret = ask(archive, "search", "fair (cranes").stderr.splitlines()[:3]
        assert first.startswith("kzhu: error: wrong query: ")
        assert query[caret.index("^")] == "("


class TestFailures:
    @pytest.mark.parametrize(
        ("args", "told"),
        [
            (["show", "zzz"], "zzz"),
            (["show", "port-"], "port-001"),
            (["add", "no/such/file.txt"], "no/such/file.txt"),
            (["read", "no/such/file.txt"], "no/such/file.txt"),
            (["read", "no/such/file.jsonl"], "no/such/file.jsonl"),
        ],
    )
    def test_they_exit_with_1_and_a_line(self, archive: Path, args: Sequence[str], told: str) -> None:
        result = ask(archive, *args)
        assert (result.exit_code, result.stdout) == (1, "")
        assert all(line.startswith("kzhu: ") for line in result.stderr.splitlines())
        assert told in result.stderr

    @pytest.mark.parametrize("name", [*QUERIES, "summary", "export"])
    def test_a_folder_that_does_not_exist(self, name: str, tmp_path: Path) -> None:
        result = ask(tmp_path / "none", name)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("kzhu: error: ")
        assert "none" in result.stderr

    def test_an_archive_that_is_a_file(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("x")
        assert ask(tmp_path / "file", "list").exit_code == 1

    def test_a_mistake_in_a_knowledge_file_is_told_with_its_line(self, tmp_path: Path) -> None:
        for name in ("articles", "data", ".kzhu"):
            (tmp_path / name).mkdir()
        (tmp_path / "data" / "countries.yaml").write_text("# ours\nXX: {nam: Exland}\n")
        result = ask(tmp_path, "list")
        assert result.exit_code == 1
        assert "countries.yaml:2" in result.stderr

    def test_an_unreadable_file_is_told_once_and_the_others_are_read(self, tmp_path: Path) -> None:
        for name in ("articles", "data", ".kzhu"):
            (tmp_path / name).mkdir()
        (tmp_path / "articles" / "empty.txt").write_text("")
        (tmp_path / "articles" / "full.txt").write_text(TEXTS["port-001"])
        first, second = ask(tmp_path, "list"), ask(tmp_path, "list")
        assert (first.exit_code, second.exit_code) == (0, 0)
        assert first.stderr.count("empty.txt") == 1
        assert "kzhu: warning: " in first.stderr
        assert second.stderr == ""
        assert first.stdout == second.stdout
        assert first.stdout.startswith("full\t")

    def test_a_broken_index_is_an_error_with_a_way_out(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def broken(*_args: object) -> None:
            raise sqlite3.DatabaseError("database disk image is malformed")

        monkeypatch.setattr("kzhu.archive.Archive.people", broken)
        result = ask(archive, "people")
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith("kzhu: error: ")
        assert "kzhu index --rebuild" in result.stderr


class TestAnswers:
    def test_list_is_newest_first(self, archive: Path) -> None:
        found = lines(archive, "list")
        assert [line[0] for line in found] == ["port-002", "port-001", "quay_0123456789abcdef"]
        assert found[1][1:4] == ["2031-02-03", found[1][2], "Norway and Chile widen trade"]

    @pytest.mark.parametrize(
        ("args", "ids"),
        [
            (["--since", "2031-03"], ["port-002"]),
            (["--until", "Feb 2031"], ["port-001"]),
            (["--text", "cranes"], ["quay_0123456789abcdef"]),
            (["--sort", "date", "--limit", "1", "--since", "2000"], ["port-001"]),
            (["--country", "NO", "--country", "Chile"], ["port-002", "port-001"]),
            (["--text", "fair", "--text", "exports"], ["port-002"]),
            (["--text", "nothing"], []),
        ],
    )
    def test_filters(self, archive: Path, args: Sequence[str], ids: list[str]) -> None:
        assert [line[0] for line in lines(archive, "list", *args)] == ids

    @pytest.mark.parametrize("name", QUERIES)
    def test_formats_agree(self, archive: Path, name: str) -> None:
        def told(style: str) -> str:
            result = ask(archive, name, "--format", style)
            assert result.exit_code == 0
            assert "\x1b" not in result.stdout
            return result.stdout

        array = json.loads(told("json"))
        assert [json.loads(line) for line in told("jsonl").splitlines()] == array
        assert len(told("tsv").splitlines()) == len(array)
        table = list(csv.reader(io.StringIO(told("csv"))))
        assert len(table) == len(array) + 1
        if array:
            assert table[0] == list(array[0])
            assert told("table")

    @pytest.mark.parametrize("name", [*QUERIES, "summary", "export"])
    def test_nothing_matching_is_an_answer(self, archive: Path, name: str) -> None:
        result = ask(archive, name, "--text", "nothingofthekind")
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
        style = "json"
        assert json.loads(ask(archive, name, "--text", "nothingofthekind", "--format", style).stdout) == []

    def test_options_of_all_commands_stand_before_or_behind_the_name(self, archive: Path) -> None:
        behind = CliRunner().invoke(cli, ["list", "--archive", str(archive)])
        assert behind.stdout == ask(archive, "list").stdout

    def test_the_environment_names_the_archive(self, archive: Path) -> None:
        result = CliRunner().invoke(cli, ["list"], env={"KZHU_ARCHIVE": str(archive)})
        assert result.stdout == ask(archive, "list").stdout

    def test_a_list_that_was_cut_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "articles").mkdir()
        (tmp_path / ".kzhu").mkdir()
        for i in range(25):
            (tmp_path / "articles" / f"{i:02}.txt").write_text(f" date 2031-01-{i + 1:02} A common word, number {i}.\n")
        result = ask(tmp_path, "search", "common")
        assert len(result.stdout.splitlines()) == 20
        assert result.stderr == "kzhu: only the first 20 are shown; --limit all shows the rest\n"
        for limit, count in (("all", 25), ("3", 3)):
            result = ask(tmp_path, "search", "common", "--limit", limit)
            assert (len(result.stdout.splitlines()), result.stderr) == (count, "")

    def test_a_brief_and_a_list_of_findings_are_cut_where_asked(self, archive: Path) -> None:
        whole, short = (
            json.loads(ask(archive, "summary", "--format", "json", *limit).stdout) for limit in ([], ["-n1"])
        )
        assert [section["title"] for section in short] == [section["title"] for section in whole]
        assert max(len(section["lines"]) for section in short) == 3  # how many articles, one source, the others
        assert ask(archive, "summary", "--limit", "all").stdout == ask(archive, "summary").stdout
        assert lines(archive, "check", "--limit", "2") == lines(archive, "check")[:2]
        assert lines(archive, "timeline", "--limit", "1") == lines(archive, "timeline")[:1]

    def test_events_of_two_countries_are_those_of_both(self, archive: Path) -> None:
        met = lines(archive, "events", "--country", "NO", "--country", "CL")
        assert met
        assert all("CL; NO" in line for line in met)
        assert lines(archive, "events", "--country", "NO", "--country", "HU") == []

    def test_search_gives_the_sentence(self, archive: Path) -> None:
        [line] = lines(archive, "search", "cranes")
        assert line[0] == "quay_0123456789abcdef"
        assert "quays of Bergen and their cranes" in line[4]
        [hit] = json.loads(ask(archive, "search", "cranes", "--format", "json").stdout)
        assert [hit["snippet"][start:end] for start, end in hit["hits"]] == ["cranes"]

    def test_show_takes_any_unique_beginning(self, archive: Path) -> None:
        assert lines(archive, "show", "quay")[0] == ["id", "quay_0123456789abcdef"]
        record = json.loads(ask(archive, "show", "port-002", "--format", "json").stdout)
        assert record["id"] == "port-002"
        assert json.loads(ask(archive, "show", "port-002", "--format", "jsonl").stdout) == record
        assert yaml.safe_load(ask(archive, "show", "port-002", "--format", "yaml").stdout) == record
        assert "Santiago hosts a fair" in ask(archive, "show", "port-002", "--format", "text").stdout

    def test_show_text_prints_the_article_with_its_facts_in_brackets(self, archive: Path) -> None:
        told = ask(archive, "show", "port-001", "--text").stdout
        assert "[person: Ann Berg]" in told
        assert "reached [figure" in told or "[figure trade-turnover: " in told

    def test_a_person_who_is_not_here(self, archive: Path) -> None:
        result = ask(archive, "person", "nobody", "here")
        assert (result.exit_code, result.stdout) == (0, "")
        assert "nobody here" in result.stderr
        assert "did you mean José Díaz?" in ask(archive, "person", "diamz").stderr

    def test_a_person(self, archive: Path) -> None:
        found = lines(archive, "person", "diaz")
        assert found[0][:3] == ["person", "jose-diaz", "José Díaz"]
        assert {line[1] for line in found if line[0] == "article"} == {"port-001", "port-002"}
        [told] = json.loads(ask(archive, "person", "Díaz", "José", "--format", "json").stdout)
        assert told["person"]["name"] == "José Díaz"

    def test_a_person_in_many_articles(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("kzhu.cli.commands.person._LINES", 1)
        whole = ask(archive, "person", "diaz", "--limit", "all")
        shown = ask(archive, "person", "diaz")
        assert shown.stderr.endswith("are shown; --limit all shows the rest\n")
        assert (whole.stderr, ask(archive, "person", "diaz", "--limit", "1").stderr) == ("", "")
        assert shown.stdout.splitlines()[0] == whole.stdout.splitlines()[0]
        assert [line.split("\t")[0] for line in shown.stdout.splitlines()].count("article") == 1

    def test_summary_cites_whole_ids_nowhere_longer_than_needed(self, archive: Path) -> None:
        text = ask(archive, "summary").stdout
        assert "[port-001, port-002, qua]" in text
        assert ask(archive, "summary", "--format", "markdown").stdout.startswith("## ")

    def test_export_writes_whole_records(self, archive: Path) -> None:
        records = [json.loads(line) for line in ask(archive, "export").stdout.splitlines()]
        assert {record["id"] for record in records} == set(TEXTS)
        assert json.loads(ask(archive, "export", "--format", "json").stdout) == records
        assert list(yaml.safe_load_all(ask(archive, "export", "--format", "yaml").stdout)) == records
        for table in ("people", "figures", "events", "dates"):
            rows = list(csv.DictReader(io.StringIO(ask(archive, "export", "--format", "csv", "--table", table).stdout)))
            assert len(rows) == sum(len(record[table]) for record in records)

    def test_json_lines_hold_no_character_that_ends_a_line_elsewhere(self, tmp_path: Path) -> None:
        text = " date 2031-02-03 One\u2028two \u202eturned, said President of Norway Ann\u2028Berg.\n"
        result = CliRunner().invoke(cli, ["read", "-"], input=text)
        assert len(result.stdout.splitlines()) == 1
        (tmp_path / "articles").mkdir()
        (tmp_path / ".kzhu").mkdir()
        (tmp_path / "articles" / "one.txt").write_text(text, "utf-8")
        for args in (["export"], ["show", "one", "--format", "jsonl"], ["list"], ["list", "--format", "csv"]):
            told = ask(tmp_path, *args).stdout
            assert not {"\u2028", "\u202e"} & set(told)

    def test_control_characters_never_come_out(self, archive: Path) -> None:
        for args in (["list"], ["show", "quay"], ["show", "quay", "--text"], ["search", "quays"], ["export"]):
            told = ask(archive, *args).stdout.replace("\n", "").replace("\t", "")
            assert not any(char < " " or "\x7f" <= char < "\xa0" for char in told)


class TestOwnArchive:
    def test_init_add_list(self, tmp_path: Path) -> None:
        home = tmp_path / "press"
        made = CliRunner().invoke(cli, ["init", str(home)])
        assert (made.exit_code, made.stdout) == (0, "")
        assert str(home) in made.stderr
        clipping = tmp_path / "clipping.txt"
        clipping.write_text(TEXTS["port-001"])
        first = ask(home, "add", str(clipping))
        assert first.exit_code == 0
        assert first.stdout.split("\t") == ["clipping", f"{clipping}\n"]
        again = ask(home, "add", str(clipping))
        assert (again.exit_code, again.stdout) == (0, "")
        assert "clipping" in again.stderr
        assert [line[0] for line in lines(home, "list")] == ["clipping"]
        twice = CliRunner().invoke(cli, ["init", str(home)])
        assert twice.exit_code == 1
        assert "already" in twice.stderr

    def test_add_takes_what_it_can(self, tmp_path: Path) -> None:
        CliRunner().invoke(cli, ["init", str(tmp_path / "press")])
        (tmp_path / "good.txt").write_text(TEXTS["port-002"])
        (tmp_path / "empty.txt").write_text("")
        result = ask(tmp_path / "press", "add", str(tmp_path / "empty.txt"), str(tmp_path / "good.txt"))
        assert result.exit_code == 1
        assert result.stdout.startswith("good\t")
        assert "empty.txt" in result.stderr

    def test_add_tells_of_an_article_that_trips_a_rule(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        CliRunner().invoke(cli, ["init", str(tmp_path / "mine")])
        (tmp_path / "new.txt").write_text("A ship came in.")
        monkeypatch.setattr("kzhu.reading.prepare", lambda *_: 1 / 0)
        result = ask(tmp_path / "mine", "add", str(tmp_path / "new.txt"))
        assert (result.exit_code, result.stdout) == (1, f"new\t{tmp_path}/new.txt\n")
        assert "new.txt: could not be read for an error of kzhu's own, ZeroDivisionError" in result.stderr

    def test_an_index_that_was_broken_is_no_warning(self, tmp_path: Path) -> None:
        for name in ("articles", ".kzhu"):
            (tmp_path / name).mkdir()
        (tmp_path / ".kzhu" / "index.sqlite").write_text("broken " * 99)
        result = ask(tmp_path, "list")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith("kzhu: the index was built anew: its file was broken")

    def test_index_tells_what_it_did_on_standard_error(self, archive: Path) -> None:
        ask(archive, "list")
        calm, rebuilt = ask(archive, "index"), ask(archive, "index", "--rebuild")
        assert (calm.exit_code, calm.stdout, rebuilt.exit_code, rebuilt.stdout) == (0, "", 0, "")
        assert "kzhu: 3 articles; nothing has changed\n" in calm.stderr
        assert "3 articles" in rebuilt.stderr

    def test_an_interrupted_update_says_what_stands(self, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(*_args: object, **_more: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr("kzhu.update.update", interrupted)
        result = ask(archive, "index", "--rebuild")
        assert (result.exit_code, result.stderr) == (130, "kzhu: interrupted; the index is as it was before\n")


class TestRead:
    def test_files_and_standard_input(self, tmp_path: Path) -> None:
        (tmp_path / "one.txt").write_text(TEXTS["port-001"])
        result = CliRunner().invoke(cli, ["read", str(tmp_path / "one.txt"), "-"], input=TEXTS["port-002"])
        assert result.exit_code == 0
        assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["one", "stdin"]

    def test_json_lines(self, tmp_path: Path) -> None:
        given = "\n".join(json.dumps({"id": name, "text": text}) for name, text in TEXTS.items())
        result = CliRunner().invoke(cli, ["read", "--from", "jsonl", "-", "--format", "json"], input=given)
        assert [record["id"] for record in json.loads(result.stdout)] == list(TEXTS)
        (tmp_path / "wrong.jsonl").write_text(f"no json\n{given}\n")
        result = CliRunner().invoke(cli, ["read", str(tmp_path / "wrong.jsonl")])
        assert result.exit_code == 1
        assert "wrong.jsonl:1" in result.stderr
        assert len(result.stdout.splitlines()) == len(TEXTS)

    def test_a_folder_and_a_missing_file_take_no_other_with_them(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text("A ship came in.")
        args = ["read", str(tmp_path), str(tmp_path / "none"), str(tmp_path / "a.txt"), "--format", "jsonl"]
        result = CliRunner().invoke(cli, args)
        assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
        assert result.stderr.splitlines() == [
            f"kzhu: warning: {tmp_path}: cannot be read: Is a directory",
            f"kzhu: warning: {tmp_path}/none: is not there",
        ]

    def test_for_reading(self) -> None:
        result = CliRunner().invoke(cli, ["read", "-", "--format", "text"], input=TEXTS["port-001"])
        assert "Norway and Chile widen trade" in result.stdout

    def test_an_article_that_trips_a_rule_takes_no_other_with_it(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def trip(article: Article, *_: object) -> Record:
            if article.id == "a":
                raise ValueError("a rule of ours")
            return read_article(article, cached_knowledge([]))

        for name in "ab":
            (tmp_path / name).write_text("A ship came in.")
        monkeypatch.setattr("kzhu.extract.article.read_article", trip)
        result = CliRunner().invoke(cli, ["read", str(tmp_path / "a"), str(tmp_path / "b"), "--format", "jsonl"])
        assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
        assert "kzhu: warning: a: could not be read for an error of kzhu's own, ValueError: a rule of ours" in (
            result.stderr
        )


class TestPipes:
    def test_head_is_enough(self, archive: Path) -> None:
        command = f'"{sys.executable}" -c "from kzhu.cli import main; main()" export --limit all | head -c 1 >/dev/null'
        script = f"{command.replace('export', f'--archive {archive} export')}; echo ${{PIPESTATUS[0]}}"
        done = subprocess.run(
            ["bash", "-c", script],
            env={**os.environ, "PYTHONPATH": SOURCE},
            capture_output=True,
            text=True,
            check=True,
        )
        assert done.stderr == ""
        assert done.stdout.strip() in {"0", "141"}  # it may have written all before head left

    @pytest.mark.parametrize("name", ["list", "figures", "events", "people", "export"])
    def test_a_closed_pipe_is_no_error(self, archive: Path, name: str) -> None:
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            [*RUN, "--archive", str(archive), name],
            env={**os.environ, "PYTHONPATH": SOURCE, "PYTHONUNBUFFERED": "1"},
            stdout=writer,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        os.close(writer)
        assert (done.returncode, done.stderr) == (141, "")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
    def test_a_full_disk_is_an_error(self, archive: Path) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*RUN, "--archive", str(archive), "list"],
                env={**os.environ, "PYTHONPATH": SOURCE},
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
                check=False,
            )
        assert done.returncode == 1
        assert done.stderr == "kzhu: error: No space left on device\n"

    def test_colours_on_a_pipe_only_where_asked(self, archive: Path) -> None:
        plain = process("--archive", str(archive), "list", "--format", "table")
        assert "\x1b" not in plain.stdout
        assert "\x1b[" in process("--archive", str(archive), "list", "--format", "table", FORCE_COLOR="1").stdout
        forced = process("--archive", str(archive), "--color", "always", "list", "--format", "table", NO_COLOR="1")
        assert "\x1b[" in forced.stdout
        assert "\x1b" not in process("--archive", str(archive), "--color", "always", "list").stdout  # TSV has none

    def test_letters_that_the_locale_lacks_are_escaped(self, archive: Path) -> None:
        done = process("--archive", str(archive), "people", PYTHONIOENCODING="ascii")
        assert done.returncode == 0
        assert "Jos\\xe9 D\\xedaz" in done.stdout


class TestCompletion:
    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
    def test_scripts(self, shell: str) -> None:
        result = CliRunner().invoke(cli, ["completion", shell])
        assert result.exit_code == 0
        assert "_KZHU_COMPLETE" in result.stdout

    @pytest.mark.parametrize(
        ("words", "offered"),
        [
            ("kzhu sh", ["show"]),
            ("kzhu show por", ["port-001", "port-002"]),
            ("kzhu person dia", ["diaz"]),
            ("kzhu list --country Chi", ["Chile"]),
            ("kzhu list --sort d", ["date"]),
            ("kzhu timeline tra", ["trade", "trade-turnover"]),
            ("kzhu list --sin", ["--since"]),
            ("kzhu show zzz", []),
        ],
    )
    def test_what_is_offered(self, archive: Path, words: str, offered: list[str]) -> None:
        ask(archive, "list")
        env = {
            "COMP_WORDS": words,
            "COMP_CWORD": str(len(words.split()) - 1),
            "_KZHU_COMPLETE": "bash_complete",
            "KZHU_ARCHIVE": str(archive),
        }
        done = process(**env)
        assert [line.partition(",")[2] for line in done.stdout.splitlines() if line] == offered
        assert done.stderr == ""
