"""The command line on an extraction that needs no model (fake.py), inside the test's process and outside of it."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from typer.testing import CliRunner

from dragoman.cli import app, work
from dragoman.models import Article, Event

FAKE = Path(__file__).with_name("fake.py")


def load_fake() -> ModuleType:
    """The module fake.py."""
    spec = importlib.util.spec_from_file_location("fake_extraction", FAKE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


fake = load_fake()


@dataclass(frozen=True)
class Ran:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """Standard output, read as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def dragoman(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs the command line in this process; `stdin` is text or bytes."""
    monkeypatch.setattr(work, "results", fake.results)
    monkeypatch.setattr(work, "silence", fake.silence)

    def run(*args: object, stdin: str | bytes | None = None) -> Ran:
        result = CliRunner().invoke(app.app, [str(arg) for arg in args], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    return run


def _heed_signals() -> None:
    """What a shell starts in the background ignores Ctrl-C, and under nohup the end of the terminal; so do children."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def spawn() -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts the command line in a process of its own; `pause` is what each article costs, in seconds."""
    started: list[subprocess.Popen[bytes]] = []

    def run(*args: object, pause: float = 0.0, **options: Any) -> subprocess.Popen[bytes]:
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        options = {**streams, "preexec_fn": _heed_signals, **options}
        environment = os.environ | {"FAKE_PAUSE": str(pause)}
        command = [sys.executable, str(FAKE), *(str(arg) for arg in args)]
        started.append(subprocess.Popen(command, env=environment, **options))
        return started[-1]

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            if stream is not None:
                stream.close()


@pytest.fixture
def make_events() -> Callable[..., list[Event]]:
    """The events that the fake extraction finds in a text."""

    def run(text: str, **fields: Any) -> list[Event]:
        article = Article(**({"id": "a1", "text": text} | fields))
        return next(iter(fake.results([article], work.Work())))[1]

    return run
