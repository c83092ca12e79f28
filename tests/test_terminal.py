"""What a person sees: tables and colours on a (pseudo-)terminal, fitted to its width."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

import kzhu

SOURCE = str(Path(kzhu.__file__).parents[1])
RUN = [sys.executable, "-c", "from kzhu.cli import main; main()"]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
#: Sequences that colour text, and nothing else.
COLOUR = re.compile(r"\x1b\[[0-9;]*m")

TEXT = (
    " date 2031-02-03 Norway and Chile widen trade \x1b[2J\x1b]0;owned\x07\x9b31m in a headline that goes on and on\n\n"
    "OSLO. HARBOUR POST - President of Norway Ann Berg met with President of Chile José Díaz on Monday in Oslo, the "
    "press service of the President reported.\n\n"
    "Trade between Norway and Chile reached $172.2 million in 2030, up 19.5% from 2029.\n"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    for name in ("articles", ".kzhu"):
        (folder / name).mkdir()
    (folder / "articles" / "port-001_0123456789abcdef.txt").write_text(TEXT, "utf-8")
    (folder / "articles" / "port-002_0123456789abcdef.txt").write_text(TEXT.replace("2031", "2032"), "utf-8")
    subprocess.run([*RUN, "index"], env=_env(archive=str(folder)), check=True, capture_output=True)
    return folder


def _env(*, archive: str, **more: str) -> dict[str, str]:
    calm = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"}}
    return {**calm, "PYTHONPATH": SOURCE, "TERM": "xterm-256color", "KZHU_ARCHIVE": archive, **more}


def on_terminal(
    archive: Path, *args: str, columns: int = 80, env: dict[str, str] | None = None, run: list[str] = RUN
) -> str:
    """Everything the command writes to a terminal of that width, both streams."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    whole = _env(archive=str(archive), **(env or {}))
    with subprocess.Popen([*run, *args], env=whole, stdin=slave, stdout=slave, stderr=slave):
        os.close(slave)
        printed = b"".join(_chunks(master))
        os.close(master)
    return printed.decode().replace("\r\n", "\n")


def _chunks(master: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(master, 65536)
        except OSError:  # so a pseudo-terminal ends whose last writer is gone
            return
        if not chunk:
            return
        yield chunk


COMMANDS = (
    ["list"],
    ["people"],
    ["person", "diaz"],
    ["figures"],
    ["events"],
    ["timeline"],
    ["search", "trade"],
    ["show", "port-001"],
    ["show", "port-001", "--text"],
    ["summary"],
    ["check"],
)


@pytest.mark.parametrize("args", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_everything_fits_and_no_control_character_comes_through(archive: Path, args: list[str], columns: int) -> None:
    printed = on_terminal(archive, *args, columns=columns)
    assert "Traceback" not in printed
    assert COLOUR.search(printed)
    plain = COLOUR.sub("", printed)
    assert not [char for char in plain if char != "\n" and (char < " " or "\x7f" <= char < "\xa0")]
    assert max(map(cell_len, plain.splitlines())) <= columns


def test_a_table_has_a_heading_and_short_ids(archive: Path) -> None:
    heading, first, second = ESCAPE.sub("", on_terminal(archive, "list")).splitlines()
    assert heading.split()[:4] == ["id", "date", "source", "headline"]
    assert first.split()[:2] == ["port-002", "2032-02-03"]
    assert second.split()[:2] == ["port-001", "2031-02-03"]
    assert "…" in first


def test_what_it_shows_as_an_id_is_taken_as_one(archive: Path) -> None:
    assert "Ann Berg" in on_terminal(archive, "show", "port-001")


@pytest.mark.parametrize(
    ("args", "more"), [([], {"NO_COLOR": "1"}), (["--color", "never"], {}), ([], {"TERM": "dumb"})]
)
def test_no_colours_where_they_are_not_wanted(archive: Path, args: list[str], more: dict[str, str]) -> None:
    printed = on_terminal(archive, *args, "list", env=more)
    assert "\x1b" not in printed
    assert printed.startswith("id ")


def test_a_format_asked_for_wins_over_the_terminal(archive: Path) -> None:
    printed = on_terminal(archive, "list", "--format", "tsv")
    assert "port-001_0123456789abcdef\t2031-02-03\t" in printed
    assert "\x1b" not in printed


def test_bars_and_amounts_for_people(archive: Path) -> None:
    printed = ESCAPE.sub("", on_terminal(archive, "timeline"))
    assert "█" in printed
    assert "172.2 million USD" in printed
    assert "/ 1.195 =" in printed


def test_found_words_are_bold(archive: Path) -> None:
    assert re.search(r"\x1b\[1[;m][^m]*m?Trade", on_terminal(archive, "search", "trade turnover OR reached"))


def test_an_empty_answer_is_said(archive: Path) -> None:
    assert on_terminal(archive, "list", "--text", "zeppelin") == "kzhu: nothing matches\n"


def test_a_quick_update_shows_no_bar(tmp_path: Path) -> None:
    (tmp_path / ".kzhu").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.txt").write_text(TEXT)
    assert "reading articles" not in on_terminal(tmp_path, "list")


def test_a_slow_update_shows_a_bar_on_a_terminal_only(archive: Path) -> None:
    impatient = "from kzhu.cli import archives; archives._PATIENCE = archives._REFRESH = 0; "
    code = impatient + "from kzhu.cli.group import cli; cli(['index', '--rebuild'])"
    assert "reading articles" in on_terminal(archive, run=[sys.executable, "-c", code])
    done = subprocess.run(
        [sys.executable, "-c", code], env=_env(archive=str(archive)), capture_output=True, text=True, check=True
    )
    assert "reading articles" not in done.stdout + done.stderr


def test_ctrl_c_is_no_traceback() -> None:
    process = subprocess.Popen(
        [*RUN, "read", "-"],
        env=_env(archive=""),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=20)
    assert process.returncode == 130
    assert told.strip() == "kzhu: interrupted"
