"""An output for each input, in a folder: each appears whole, and a later run leaves out the inputs that have theirs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import astuple, replace
from pathlib import Path

from ..extract.errors import DragomanError
from ..models import Article, Event
from .items import Item, Reject
from .readers import Reading, articles
from .readers.inputs import Input
from .readers.source import Meter
from .writers import FORMATS, Options, Writer, open_writer
from .writers.target import put

STAMP = ".dragoman"
"""The file that says with which settings a folder was filled."""


class Shards(Writer):
    """Writes the events of each input to a file of its own, named after the input.

    Inputs that an earlier run of the same settings has finished are left out. Raises DragomanError when the folder was
    filled with other settings.
    """

    def __init__(self, folder: Path, options: Options) -> None:
        self._folder = folder
        self._options = options
        self._suffix = next(iter(FORMATS[options.format].suffixes), f".{options.format}")
        self._line: deque[tuple[Input, bool]] = deque()
        """Of each article under way its input; then the input again, with True, when it has no more."""
        self._open: tuple[Path, Path, Writer] | None = None
        self._left = 0
        self._check_stamp()

    def _check_stamp(self) -> None:
        stamp, job = self._folder / STAMP, repr(astuple(replace(self._options, resume=False)))
        if not stamp.exists():
            if any(self._folder.iterdir()):
                raise DragomanError(f"{self._folder} is a folder of other files; name an empty one, or a file")
            stamp.write_text(job, encoding="utf-8")
        elif stamp.read_text(encoding="utf-8") != job:
            raise DragomanError(
                f"{self._folder} was filled with other options or another version; name another folder, or empty it"
            )

    def items(self, inputs: Iterable[Input | Reject], reading: Reading, meter: Meter) -> Iterator[Item]:
        """The articles of the inputs that are not done yet."""
        for item in inputs:
            if isinstance(item, Reject):
                yield item
            elif self._is_done(item):
                self._left += 1
            else:
                for found in articles([item], reading, meter):
                    if isinstance(found, Article):
                        self._line.append((item, False))
                    yield found
                self._line.append((item, True))

    def _place(self, item: Input) -> Path:
        name = "/".join(part for part in item.id.replace(":", "/").split("/") if part not in ("", ".", ".."))
        return self._folder / f"{name}{self._suffix}"

    def _is_done(self, item: Input) -> bool:
        """Whether an input has its output, which is not older than itself."""
        place = self._place(item)
        if item.path is None:
            return False
        if self._folder.resolve() in item.path.resolve().parents:
            raise DragomanError(f"{item.path} lies in the folder of the outputs; name another folder")
        return place.exists() and place.stat().st_mtime >= item.path.stat().st_mtime

    def told(self) -> str:
        """How many inputs were left out, as a sentence; empty when none was."""
        inputs = "input" if self._left == 1 else "inputs"
        return f"{self._left} {inputs} left out, which an earlier run has done" if self._left else ""

    def write(self, article: Article, events: Sequence[Event]) -> None:
        self._settle()
        self._writer(self._line[0][0]).write(article, events)

    def mark(self, done: int, rejects_at: int) -> None:
        self._settle()
        self._writer(self._line.popleft()[0])  # its output is there, be it empty
        self._settle()

    def _writer(self, item: Input) -> Writer:
        if self._open is None:
            place = self._place(item)
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_name(f".{place.name}.part")
            part.unlink(missing_ok=True)
            self._open = place, part, open_writer(part, self._options)
        return self._open[2]

    def _settle(self) -> None:
        """Puts the outputs of inputs that are done in their places."""
        while self._line and self._line[0][1]:
            self._line.popleft()
            if self._open is not None:
                place, part, writer = self._open
                writer.close()
                put(part, place)
                self._open = None

    def close(self) -> None:
        self._settle()

    def abort(self) -> None:
        if self._open is not None:
            _, part, writer = self._open
            writer.abort()
            for file in (part, *part.parent.glob(f".{part.name}.*")):
                with suppress(OSError):
                    file.unlink()
            self._open = None


def opened(path: Path | None, options: Options) -> Writer:
    """The writer to a file, to a folder, or to standard output."""
    return Shards(path, options) if path is not None and path.is_dir() else open_writer(path, options)


def taken(writer: Writer, inputs: Iterable[Input | Reject], reading: Reading, meter: Meter) -> Iterator[Item]:
    """The articles of the inputs that a writer still wants."""
    return writer.items(inputs, reading, meter) if isinstance(writer, Shards) else articles(inputs, reading, meter)


def told(writer: Writer) -> str:
    """What is to be said of the inputs that were left out."""
    return writer.told() if isinstance(writer, Shards) else ""
