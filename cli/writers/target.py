"""Where output goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import io
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TextIO


class Target:
    """A text stream in UTF-8; a file is written beside its place and moved there by `commit`."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._temporary: Path | None = None
        if path is None:
            self.stream = standard_output()
        elif path.exists() and not path.is_file():
            self.stream = _text(path.open("wb"))
        else:
            self._temporary, self.stream = _beside(path)

    def write(self, text: str) -> None:
        """Writes a piece that must not be torn."""
        self.stream.write(text)

    def flush(self) -> None:
        """Hands on what was written, where somebody may be waiting for it."""
        if self._temporary is None:
            self.stream.flush()

    def commit(self) -> None:
        """Finishes the output, and puts the file in its place."""
        self.stream.flush()
        if self._temporary is not None and self.path is not None:
            os.fsync(self.stream.fileno())
            self.stream.close()
            put(self._temporary, self.path)
            self._temporary = None

    def abort(self) -> None:
        """Leaves no file behind."""
        if self._temporary is not None:
            with suppress(OSError, ValueError):
                self.stream.close()
            with suppress(OSError):
                self._temporary.unlink()
            self._temporary = None


def standard_output() -> TextIO:
    """Standard output in UTF-8, whatever the locale says; lone surrogates are written as escapes."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n", line_buffering=False)
    return sys.stdout


def temporary(path: Path) -> Path:
    """A new, empty file beside a path, with the permissions a new file there would have."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.resolve().parent)
    os.close(handle)
    mask = os.umask(0)
    os.umask(mask)
    place = Path(name)
    place.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask)
    return place


def put(finished: Path, path: Path) -> None:
    """Moves a finished file to its place in one step; a link there keeps pointing to it."""
    finished.replace(path.resolve())


def _beside(path: Path) -> tuple[Path, TextIO]:
    place = temporary(path)
    return place, _text(place.open("wb"))


def _text(raw: io.BufferedWriter) -> TextIO:
    return io.TextIOWrapper(raw, encoding="utf-8", errors="backslashreplace", newline="\n")
