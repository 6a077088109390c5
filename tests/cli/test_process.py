"""The command in a process of its own: pipes that close, signals, full disks, interrupted runs, what start-up loads."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.cli.writers.journal import journal_of

Spawn = Callable[..., "subprocess.Popen[bytes]"]
TABLES = ("articles", "events", "parties", "sources", "evidence", "dyads", "progress")
HEAVY = ("spacy", "numpy", "thinc", "rich", "pandas", "duckdb", "hypothesis")


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["extract", "--help"], ["types"], ["schema"], ["--show-completion", "bash"]],
)
def test_start_up_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help, types, schema and completion come without spaCy, numpy and rich."""
    code = (
        "import sys; from dragoman.cli.app import main; sys.argv = ['dragoman', *sys.argv[1:]]\n"
        "try: main()\n"
        f"finally: print({{*{HEAVY!r}}} & {{*sys.modules}}, file=sys.stderr)"
    )
    # the shell is found by its process, which a test need not have
    environment = os.environ | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr == "set()\n"


def test_completion_names_commands_and_options() -> None:
    """As the shell asks for it."""
    environment = os.environ | {"_DRAGOMAN_COMPLETE": "complete_bash", "COMP_WORDS": "dragoman ext", "COMP_CWORD": "1"}
    command = [sys.executable, "-c", "from dragoman.cli.app import main; main()"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.split() == ["extract"]


def test_it_runs_as_a_module_and_as_a_script() -> None:
    """`python -m dragoman` and the console script are the same."""
    script = Path(sys.executable).with_name("dragoman")
    for command in ([sys.executable, "-m", "dragoman"], [str(script)]):
        done = subprocess.run([*command, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout.startswith("dragoman ")


def articles(path: Path, count: int) -> Path:
    """A file of articles: some give two events, some one, some none, some are broken."""
    texts = ["Peru met Chad. Mali denied Togo.", "Nothing here.", "Cuba met Iran."]
    lines = [json.dumps({"id": str(n), "text": texts[n % 3]}) if n % 7 else "broken" for n in range(count)]
    path.write_text("".join(f"{line}\n" for line in lines))
    return path


def test_a_closed_pipe_ends_it_quietly(spawn: Spawn, tmp_path: Path) -> None:
    """`| head -n 1`: no traceback, no half line, and it stops reading."""
    source = articles(tmp_path / "in.jsonl", 100_000)
    for format in ("jsonl", "csv", "table"):
        process = spawn("extract", source, "--format", format, "-q")
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline().endswith(b"\n")
        process.stdout.close()
        assert process.wait(timeout=30) == 0
        assert process.stderr.read() == b""


def test_progress_shows_on_a_terminal_alone(spawn: Spawn, tmp_path: Path) -> None:
    """And not when it is to be quiet."""
    source = articles(tmp_path / "in.jsonl", 300)
    for quiet, shown in (([], True), (["-q"], False)):
        ours, theirs = os.openpty()
        process = spawn("extract", source, "-o", tmp_path / "out.csv", *quiet, stderr=theirs, pause=0.002)
        os.close(theirs)
        assert process.wait(timeout=60) == 1
        said = b""
        while not said.endswith(b"skipped\r\n") and shown:
            said += os.read(ours, 4096)
        os.close(ours)
        assert (b" articles/s" in said) is shown
    process = spawn("extract", source, "-o", tmp_path / "out.csv", pause=0.002)
    assert b"articles/s" not in process.communicate()[1]


def test_the_first_row_comes_before_the_last_article_is_read(spawn: Spawn) -> None:
    """Nothing is held back while the input is still open."""
    process = spawn("extract", "-", stdin=subprocess.PIPE)
    assert process.stdin is not None and process.stdout is not None
    for number in range(3):
        process.stdin.write(json.dumps({"id": str(number), "text": "Peru met Chad."}).encode() + b"\n")
        process.stdin.flush()
        if number:
            assert json.loads(process.stdout.readline())["article"]["id"] == str(number - 1)
    process.stdin.close()
    assert process.wait(timeout=30) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_quietly(spawn: Spawn, tmp_path: Path, number: signal.Signals) -> None:
    """Whole lines only, no traceback, no temporary file, the exit code that shells expect."""
    source = articles(tmp_path / "in.jsonl", 10_000)
    for output in ([], ["-o", tmp_path / "out.csv"]):
        process = spawn("extract", source, *output, "-q", pause=0.002)
        assert process.stdout is not None and process.stderr is not None
        if output:
            while not list(tmp_path.glob(".out.csv*.part")):
                time.sleep(0.01)
        else:
            process.stdout.readline()
        time.sleep(0.05)
        process.send_signal(number)
        out, err = process.communicate(timeout=30)
        assert process.returncode == 128 + number
        assert err == b""
        assert out == b"" or out.endswith(b"\n")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_full_device_is_told_in_one_line(spawn: Spawn, tmp_path: Path) -> None:
    """With exit code 1."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full here")
    source = articles(tmp_path / "in.jsonl", 6)
    for format in ("jsonl", "csv", "json", "table"):
        with Path("/dev/full").open("wb") as full:
            process = spawn("extract", source, "-q", "--format", format, stdout=full)
            _, err = process.communicate(timeout=30)
        assert process.returncode == 1
        assert err == b"dragoman: output: No space left on device\n"


def _small_files() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))


def whole(spawn: Spawn, source: Path, folder: Path, suffix: str = "jsonl") -> tuple[bytes, bytes]:
    """Output and rejects of a run that nobody disturbs."""
    out, bad = folder / f"whole.{suffix}", folder / "whole.bad"
    assert spawn("extract", source, "-o", out, "--rejects", bad, "-q").wait(timeout=60) == 1
    return out.read_bytes(), bad.read_bytes()


def kill_after(process: subprocess.Popen[bytes], journal: Path, chance: random.Random) -> int | None:
    """Ends a process when it has come some articles further; its exit code if it ended by itself before."""

    def size() -> int:
        return journal.stat().st_size if journal.exists() else 0

    goal = size() + chance.randrange(0, 700)
    while size() < goal and process.poll() is None:
        time.sleep(chance.uniform(0, 0.004))
    if process.poll() is None:
        process.send_signal(chance.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))
        code = process.wait(timeout=30)
        return None if code < 0 or code > 128 else code
    return process.returncode


@pytest.mark.parametrize("seed", [1, 2])
def test_an_interrupted_run_is_resumed(spawn: Spawn, tmp_path: Path, seed: int) -> None:
    """Killed at random points, stopped by Ctrl-C, out of disk: in the end it is the same as an undisturbed run."""
    source = articles(tmp_path / "in.jsonl", 150)
    expected = whole(spawn, source, tmp_path)
    out, bad = tmp_path / "out.jsonl", tmp_path / "out.bad"
    chance = random.Random(seed)
    command = ["extract", source, "-o", out, "--rejects", bad, "-q"]
    for attempt in range(60):
        resume = ["--resume"] if attempt else []
        full = attempt == 2
        process = spawn(*command, *resume, pause=0.002, **({"preexec_fn": _small_files} if full else {}))
        ended = process.wait() if full else kill_after(process, journal_of(out), chance)
        if ended is not None and not full:
            assert ended in (0, 1)
            break
    else:
        pytest.fail("never came to an end")
    assert (out.read_bytes(), bad.read_bytes()) == expected
    assert not journal_of(out).exists()


def test_a_finished_run_has_nothing_to_resume(dragoman: Any, tmp_path: Path) -> None:
    """It says so and ends well, so that a loop around it ends."""
    source, out = articles(tmp_path / "in.jsonl", 5), tmp_path / "out.jsonl"
    dragoman("extract", source, "-o", out, "-q")
    before = out.read_bytes()
    ran = dragoman("extract", source, "-o", out, "--resume")
    assert ran.code == 0 and "nothing to resume" in ran.err
    assert out.read_bytes() == before


def test_another_run_is_not_resumed(dragoman: Any, spawn: Spawn, tmp_path: Path) -> None:
    """Other options would give a file of two halves."""
    source, out = articles(tmp_path / "in.jsonl", 300), tmp_path / "out.jsonl"
    process = spawn("extract", source, "-o", out, "-q", pause=0.01)
    while not out.exists() or not out.stat().st_size:
        time.sleep(0.01)
    process.kill()
    process.wait()
    ran = dragoman("extract", source, "-o", out, "--resume", "--types", "denial")
    assert ran.code == 2 and "other inputs or options" in ran.err


@pytest.mark.parametrize("damage", [b"12 3", b"", b"\xff\xfe"])
def test_a_torn_journal_line_is_passed_over(dragoman: Any, spawn: Spawn, tmp_path: Path, damage: bytes) -> None:
    """The last whole line counts, and what the output holds beyond it is done again."""
    source, out = articles(tmp_path / "in.jsonl", 60), tmp_path / "out.jsonl"
    expected = whole(spawn, source, tmp_path)[0]
    process = spawn("extract", source, "-o", out, "-q", pause=0.02)
    while not out.exists() or out.read_bytes().count(b"\n") < 5:
        time.sleep(0.01)
    process.kill()
    process.wait()
    with out.open("ab") as stream:
        stream.write(b'{"id": "half a li')
    with journal_of(out).open("ab") as stream:
        stream.write(damage)
    assert dragoman("extract", source, "-o", out, "--resume", "-q").code == 1
    assert out.read_bytes() == expected


def test_memory_stays_flat(tmp_path: Path) -> None:
    """Eight thousand articles take no more than a few hundred do."""
    peaks = []
    script = Path(__file__).with_name("fake.py")
    for count in (500, 8_000):
        source = articles(tmp_path / f"{count}.jsonl", count)
        command = [sys.executable, str(script), "extract", str(source), "-o", str(tmp_path / "out.jsonl"), "-q"]
        process = subprocess.Popen(command)
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 1
        peaks.append(usage.ru_maxrss)
    assert peaks[1] < peaks[0] * 1.3


def test_a_killed_run_into_sqlite_is_resumed(spawn: Spawn, tmp_path: Path) -> None:
    """Killed at random moments: in the end the tables hold what an undisturbed run puts there."""
    source = articles(tmp_path / "in.jsonl", 200)
    command = ["extract", source, "-q", "-o"]
    assert spawn(*command, tmp_path / "whole.sqlite").wait() == 1
    chance = random.Random(3)
    for attempt in range(5):
        process = spawn(*command, tmp_path / "out.sqlite", *(["--resume"] if attempt else []), pause=0.02)
        time.sleep(chance.uniform(0.1, 2.5))
        process.send_signal(chance.choice([signal.SIGKILL, signal.SIGINT, signal.SIGTERM]))
        process.wait(timeout=30)
    assert spawn(*command, tmp_path / "out.sqlite", "--resume").wait() in (0, 1)
    found = []
    for name in ("whole", "out"):
        base = sqlite3.connect(tmp_path / f"{name}.sqlite")
        found.append([base.execute(f"select * from {t} order by 1, 2, 3").fetchall() for t in TABLES])
        base.close()
    assert found[0] == found[1]
