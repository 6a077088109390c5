"""What is kept of data files holds as long as they do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.extract import stored as module
from dragoman.extract.frames import lexicon
from dragoman.extract.stored import stored


@pytest.fixture
def counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], tuple[list[str], int]]:
    """A function that gives the lines of a file, kept, and says how often it was read so far."""
    source, runs = tmp_path / "words.txt", []
    source.write_text("one\ntwo\n", encoding="utf-8")
    monkeypatch.setattr(module, "__file__", str(tmp_path / "stored.py"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    def read() -> list[str]:
        runs.append(1)
        return source.read_text(encoding="utf-8").split()

    return lambda: (stored("words", [source], read), len(runs))


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "__pycache__").glob("*"))


def test_kept_while_the_file_stays_as_it_was(counted: Callable[[], object], tmp_path: Path) -> None:
    """Until its size or its time is another."""
    assert counted() == (["one", "two"], 1)
    assert counted() == (["one", "two"], 1)
    (tmp_path / "words.txt").write_text("three\n", encoding="utf-8")
    assert counted() == (["three"], 2)
    os.utime(tmp_path / "words.txt", (1, 1))
    assert counted() == (["three"], 3)
    assert len(kept(tmp_path)) == 1


@pytest.mark.parametrize("data", [b"", b"\x80\x05", b"not a pickle", b"\x80\x05K\x01."])
def test_a_damaged_file_is_made_anew(counted: Callable[[], object], tmp_path: Path, data: bytes) -> None:
    """Whatever is wrong with it."""
    counted()
    kept(tmp_path)[0].write_bytes(data)
    assert counted() == (["one", "two"], 2)
    assert counted() == (["one", "two"], 2)


def test_nothing_is_written_where_python_writes_nothing(
    counted: Callable[[], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with `python -B`."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert counted() == (["one", "two"], 1)
    assert counted() == (["one", "two"], 2)
    assert not kept(tmp_path)


def test_a_folder_that_cannot_be_written_is_no_matter(counted: Callable[[], object], tmp_path: Path) -> None:
    """The result is worked out each time."""
    (tmp_path / "__pycache__").write_text("no folder", encoding="utf-8")
    assert counted() == (["one", "two"], 1)
    assert counted() == (["one", "two"], 2)


def test_the_lexicon_is_the_same_from_its_file_as_from_its_words() -> None:
    """Entries, patterns and all."""
    assert lexicon._builtin() == lexicon._read_builtin()
