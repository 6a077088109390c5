"""Ends quietly: Ctrl-C, a request to stop and a closed terminal unwind the program, but never inside a line."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_held = False
_waiting: int | None = None


class Stopped(SystemExit):
    """A signal asked the program to end; its code is what a shell expects (128 and the signal's number)."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)
        self.number = number


def install() -> None:
    """Turns the signals that end a program into Stopped, so that files are put in order on the way out."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


@contextmanager
def held() -> Iterator[None]:
    """Holds a signal back until a piece of output is written; a second one is not held."""
    global _held, _waiting
    _held = True
    try:
        yield
    finally:
        _held = False
    if _waiting is not None:
        number, _waiting = _waiting, None
        raise Stopped(number)


def _stop(number: int, frame: FrameType | None) -> None:
    global _waiting
    if _held and _waiting is None:
        _waiting = number
        return
    raise Stopped(number)
