"""Opens an input: decompressed, counted, guarded against bombs, decoded, and by lines of bounded length."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, TypeAlias, cast

from ...extract.errors import InputError
from .encoding import detect
from .inputs import Input
from .members import Members

LONGEST_RECORD = 32_000_000
"""Characters of one record (a line, a page); longer ones are refused, so that memory stays flat."""

BinaryReader: TypeAlias = "io.BufferedReader[Any]"

_HEAD = 65_536
_BOMB_SIZE = 200_000_000
_BOMB_RATIO = 200


@dataclass
class Meter:
    """Counts the bytes read from the disk or the pipe, over all inputs."""

    bytes: int = 0


@dataclass(slots=True)
class Source:
    """An input that can be opened; `encoding` None means that it is to be detected."""

    input: Input
    encoding: str | None = None
    fetch: bool = False
    meter: Meter = field(default_factory=Meter)
    _pushed: BinaryReader | None = None
    _members: Members | None = None

    @property
    def name(self) -> str:
        """The name for messages."""
        return self.input.name

    def open(self) -> BinaryReader:
        """The decompressed bytes, from the start (a pipe: once). Raises OSError or InputError."""
        if self._pushed is not None:
            opened, self._pushed = self._pushed, None
            return opened
        raw = io.BufferedReader(_Counted(self._raw(), self.meter), _HEAD)
        unpacked = self._unpacked(raw)
        return raw if unpacked is None else io.BufferedReader(_Guarded(unpacked, self.meter, self.name), _HEAD)

    def head(self) -> bytes:
        """The first bytes, without using them up."""
        stream = self.open()
        self._pushed = stream
        return stream.peek(_HEAD)[:_HEAD]

    def text(self, newline: str = "\n") -> io.TextIOWrapper:
        """The decoded text, line ends as they are; `newline` tells which end a line.

        Undecodable bytes become lone surrogates (UTF-8) or U+FFFD.
        """
        encoding = self.encoding or detect(self.head(), self.name)
        errors = "surrogateescape" if encoding.startswith("utf-8") or encoding == "utf_8_sig" else "replace"
        return io.TextIOWrapper(self.open(), encoding=encoding, errors=errors, newline=newline)

    def lines(self) -> Iterator[tuple[int, str | None]]:
        """Each line with its number, without its end; None for one that is longer than a record may be."""
        number = 0
        with self.text() as stream:
            while line := stream.readline(LONGEST_RECORD):
                number += 1
                if len(line) >= LONGEST_RECORD and not line.endswith("\n"):
                    while line and not line.endswith("\n"):
                        line = stream.readline(LONGEST_RECORD)
                    yield number, None
                else:
                    yield number, line.rstrip("\r\n")

    def whole(self) -> bytes:
        """All bytes of an input that is one record. Raises InputError when there are too many."""
        with self.open() as stream:
            data = stream.read(LONGEST_RECORD + 1)
        if len(data) > LONGEST_RECORD:
            raise InputError(f"longer than {LONGEST_RECORD:,} bytes; split it into articles")
        if self.damaged:
            raise EOFError("some of it cannot be unpacked")
        return data

    @property
    def damaged(self) -> int:
        """How many pieces of a gzip file could not be unpacked, as far as it was read."""
        return 0 if self._members is None else self._members.damaged

    def _unpacked(self, raw: BinaryReader) -> BinaryIO | None:
        if raw.peek(2)[:2] == b"\x1f\x8b":
            self._members = Members(raw)
            return cast(BinaryIO, self._members)
        return _decompressed(raw, self.name)

    def _raw(self) -> BinaryIO:
        if self.input.url is not None:
            from .web import fetch

            return fetch(self.input.url, self.fetch)
        if self.input.path is not None:
            return cast(BinaryIO, self.input.path.open("rb", buffering=0))
        return cast(BinaryIO, sys.stdin.buffer)


class _Counted(io.RawIOBase):
    """Passes bytes through and counts them."""

    def __init__(self, inner: BinaryIO, meter: Meter) -> None:
        self._inner, self._meter = inner, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        read1: Callable[[int], bytes] = getattr(self._inner, "read1", self._inner.read)
        data = read1(len(buffer))
        buffer[: len(data)] = data
        self._meter.bytes += len(data)
        return len(data)

    def close(self) -> None:
        if self._inner is not getattr(sys.stdin, "buffer", None):
            self._inner.close()
        super().close()


class _Guarded(_Counted):
    """Passes decompressed bytes through, and refuses what grows beyond all likelihood."""

    def __init__(self, inner: BinaryIO, packed: Meter, name: str) -> None:
        super().__init__(inner, Meter())
        self._packed, self._from, self._name = packed, packed.bytes, name

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = super().readinto(buffer)
        size = self._meter.bytes
        if size > _BOMB_SIZE and size > _BOMB_RATIO * max(1, self._packed.bytes - self._from):
            raise InputError(f"expands to more than {_BOMB_RATIO} times its size; refused as a decompression bomb")
        return count


def _decompressed(raw: BinaryReader, name: str) -> BinaryIO | None:
    """The unpacked bytes of bzip2, xz and Zstandard; None for what is not packed."""
    head = raw.peek(6)[:6]
    if head.startswith(b"BZh"):
        import bz2

        return cast(BinaryIO, bz2.BZ2File(raw))
    if head.startswith(b"\xfd7zXZ"):
        import lzma

        return cast(BinaryIO, lzma.LZMAFile(raw))
    if head.startswith(b"\x28\xb5\x2f\xfd"):
        from ..extras import need

        zstandard = need("zstandard", "zstd", name)
        return cast(BinaryIO, zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True))
    return None
