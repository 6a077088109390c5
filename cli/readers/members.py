"""Reads a gzip file member by member, and goes on after a damaged one: archives have thousands of them."""

from __future__ import annotations

import io
import zlib
from typing import Any

_MAGIC = b"\x1f\x8b\x08"
_CHUNK = 65_536
_LONGEST = 8_000_000
"""Packed bytes of a member that are kept, to look for the next one in them when it is damaged."""
_TRIES = 50
"""False starts after which the rest of a file is given up."""
_GAP = b"\n"
"""Stands where a damaged piece was, so that half a line and the line after the gap stay two."""


class Members(io.RawIOBase):
    """The unpacked bytes of all members; `damaged` counts the pieces that could not be unpacked."""

    def __init__(self, packed: io.BufferedReader[Any]) -> None:
        self._packed = packed
        self._input = b""
        self._member = bytearray()
        self._unpacker: Any = None
        self._searching = False
        self._tries = 0
        self.damaged = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while self._unpacker is not None or self._find():
            data = self._unpack(min(len(buffer), _CHUNK))
            if data:
                buffer[: len(data)] = data
                return len(data)
        return 0

    def close(self) -> None:
        self._packed.close()
        super().close()

    def _find(self) -> bool:
        """Begins the next member; False at the end. What stands between members, but noughts, is damage."""
        while self._tries < _TRIES:
            if not self._searching:
                self._input = self._input.lstrip(b"\0")
            at = self._input.find(_MAGIC)
            more = b"" if at >= 0 else self._packed.read1(_CHUNK)
            if at > 0 or (at < 0 and len(self._input) >= len(_MAGIC)) or (self._input and at < 0 and not more):
                self._note()
            if at >= 0:
                self._input = self._input[at:]
                self._unpacker = zlib.decompressobj(wbits=31)
                self._member.clear()
                return True
            if not more:
                return False
            self._input = self._input[-(len(_MAGIC) - 1) :] + more
        return False

    def _unpack(self, size: int) -> bytes:
        self._input = self._input or self._packed.read1(_CHUNK)
        try:
            data: bytes = self._unpacker.decompress(self._input, size)
        except zlib.error:
            return self._give_up()
        if not data and not self._input:
            return self._give_up()
        rest: bytes = self._unpacker.unconsumed_tail or self._unpacker.unused_data
        self._member += self._input[: len(self._input) - len(rest)]
        del self._member[: max(0, len(self._member) - _LONGEST)]
        self._input = rest
        if self._unpacker.eof:
            self._unpacker = None
            self._searching = False
            self._tries = 0
        return data

    def _give_up(self) -> bytes:
        """Leaves a member that is damaged or does not end, to look for another one inside of it."""
        self._input = (bytes(self._member) + self._input)[len(_MAGIC) :]
        self._unpacker = None
        self._tries += 1
        return self._note()

    def _note(self) -> bytes:
        """Counts a damaged piece, once until a member is whole again; what is to stand in its place."""
        if self._searching:
            return b""
        self._searching = True
        self.damaged += 1
        return _GAP
