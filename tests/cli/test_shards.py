"""An output for each input: each whole or not there, and a later run leaves out what is done."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TEXTS = ("Peru met Chad.", "Nothing here.", "Cuba met Iran. Mali denied Togo.")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of three files of articles, one of them further down, and an empty one for the outputs."""
    (tmp_path / "news" / "old").mkdir(parents=True)
    (tmp_path / "out").mkdir()
    for at, name in enumerate(("a.jsonl", "b.jsonl", "old/a.jsonl")):
        lines = [json.dumps({"id": f"{at}-{n}", "text": text}) for n, text in enumerate(TEXTS[at:])]
        (tmp_path / "news" / name).write_text("".join(f"{line}\n" for line in lines))
    return tmp_path / "news"


def outputs(folder: Path) -> dict[str, int]:
    """The events of each output."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): len(path.read_text().splitlines()) for path in files}


def test_each_input_has_its_output(dragoman: Callable[..., Any], news: Path) -> None:
    """An input without events has one as well."""
    out = news.parent / "out"
    (news / "c.jsonl").write_text('{"text": "Nothing."}\n')
    assert dragoman("extract", news, "-o", out, "-q").code == 0
    assert outputs(out) == {
        "news/a.jsonl.jsonl": 3,
        "news/b.jsonl.jsonl": 2,
        "news/c.jsonl.jsonl": 0,
        "news/old/a.jsonl.jsonl": 2,
    }


def test_what_is_done_is_left_out(dragoman: Callable[..., Any], news: Path) -> None:
    """Until its input is newer."""
    out = news.parent / "out"
    command = ("extract", news, "-o", out, "--format", "csv")
    dragoman(*command)
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.csv")}
    assert "3 inputs left out" in dragoman(*command).err
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*.csv")} == before
    os.utime(news / "b.jsonl", (time.time() + 5, time.time() + 5))
    assert "2 inputs left out" in dragoman(*command).err
    assert (out / "news" / "b.jsonl.csv").stat().st_mtime_ns > before[out / "news" / "b.jsonl.csv"]


def test_other_options_are_refused(dragoman: Callable[..., Any], news: Path) -> None:
    out = news.parent / "out"
    dragoman("extract", news, "-o", out, "-q")
    ran = dragoman("extract", news, "-o", out, "--types", "denial")
    assert ran.code == 2 and "other options" in ran.err
    assert dragoman("extract", news, "-o", out, "--resume").code == 2
    assert dragoman("extract", news, "-o", news).code == 2


def test_bad_records_are_told_and_stop_nothing(dragoman: Callable[..., Any], news: Path) -> None:
    out = news.parent / "out"
    (news / "b.jsonl").write_text("broken\n" + (news / "b.jsonl").read_text())
    ran = dragoman("extract", news, news / "missing.txt", "-o", out)
    assert ran.code == 1 and "2 bad records" in ran.err
    assert sum(outputs(out).values()) == 7


def test_an_interrupted_run_leaves_whole_outputs_only(spawn: Callable[..., Any], news: Path) -> None:
    """And another one does the rest."""
    out = news.parent / "out"
    command = ["extract", news, "-o", out, "-q"]
    process = spawn(*command, pause=0.3)
    while not outputs(out):
        time.sleep(0.02)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 128 + signal.SIGTERM
    assert (
        outputs(out).items() < {"news/a.jsonl.jsonl": 3, "news/b.jsonl.jsonl": 2, "news/old/a.jsonl.jsonl": 2}.items()
    )
    assert not list(out.rglob("*.part"))
    assert spawn(*command).wait(timeout=30) == 0
    assert sum(outputs(out).values()) == 7
