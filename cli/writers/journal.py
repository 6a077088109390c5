"""The journal beside an unfinished output: how far the run has come, so that `--resume` can go on from there.

It is a text file with one line per article: records dealt with, bytes of output, bytes of the rejects file. A line
is written after the output it speaks of, so the last whole line is always true; what the output holds beyond it is cut
off and done again. The journal goes away when the run is done.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from ...extract.errors import DragomanError

_SYNC_SECONDS = 2.0


class ResumeError(DragomanError):
    """A run cannot be resumed; the text says why."""


class Finished(DragomanError):
    """There is nothing to resume, because the run was done."""


def journal_of(path: Path) -> Path:
    """Where the journal of an output file lies."""
    return path.with_name(f".{path.name}.progress")


class Journal:
    """The journal of one output file; `job` names its inputs and settings."""

    def __init__(self, output: Path, job: str) -> None:
        self._output = output
        self._path = journal_of(output)
        self._job = job
        self._file = -1
        self._synced = time.monotonic()

    def begin(self) -> None:
        """Starts a new journal. It is there before the output is touched."""
        self._file = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o666)
        self._line(f"dragoman {self._job}\n0 0 0\n")

    def resume(self) -> tuple[int, int, int]:
        """Records dealt with, size of the output, size of the rejects file, as the interrupted run left them.

        Raises Finished when the output is there and whole, ResumeError when the journal is of another run.
        """
        try:
            lines = self._path.read_bytes().splitlines(keepends=True)
        except FileNotFoundError:
            if self._output.exists():
                raise Finished(f"{self._output} is finished; nothing to resume") from None
            lines = []
        lines = [line for line in lines if line.endswith(b"\n")]
        if len(lines) < 2:
            self.begin()
            return 0, 0, 0
        if lines[0] != f"dragoman {self._job}\n".encode("ascii"):
            raise ResumeError(
                f"{self._output} was begun with other inputs or options; run without --resume to begin anew"
            )
        size = self._output.stat().st_size if self._output.exists() else 0
        while len(lines) > 2 and int(lines[-1].split()[1]) > size:
            lines.pop()
        done, written, rejects = (int(number) for number in lines[-1].split())
        self._file = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        os.truncate(self._path, sum(map(len, lines)))
        return done, written, rejects

    def mark(self, done: int, size: int, rejects: int, output: int) -> None:
        """Notes how far the run has come; now and then waits until the disk has it (`output` is a descriptor)."""
        now = time.monotonic()
        if now - self._synced > _SYNC_SECONDS:
            os.fsync(output)
            self._synced = now
        self._line(f"{done} {size} {rejects}\n")

    def finish(self) -> None:
        """The run is done."""
        self.close()
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Leaves the journal for a later run."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _line(self, text: str) -> None:
        os.write(self._file, text.encode("ascii"))
