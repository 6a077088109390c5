"""What is said on standard error while a run goes on: bad records, progress, and what a user should know at the end."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter

from .items import Reject
from .shown import visible

_EACH = 50
"""Bad records of one kind that are reported one by one; further ones are only counted."""
_SECONDS = 0.2


class Reporter:
    """Writes to standard error. `total` is the input's size in bytes, when it is known."""

    def __init__(self, quiet: bool, total: int | None = None) -> None:
        self._quiet = quiet
        self.total = total
        self.live = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._began = time.monotonic()
        self._shown = 0.0
        self._kinds: Counter[str] = Counter()

    def reject(self, bad: Reject) -> None:
        """Reports a bad record, in one line."""
        kind = f"{bad.where}: {bad.cure}"
        self._kinds[kind] += 1
        if self._kinds[kind] <= _EACH:
            self.say(str(bad))
        elif self._kinds[kind] == _EACH + 1:
            self.say(f"{bad.where}: more of this kind ({bad.cure}) are counted, but not listed")

    def say(self, text: str) -> None:
        """Says something in one line, unless it is to be quiet."""
        if not self._quiet:
            self.clear()
            print(visible(text), file=sys.stderr, flush=True)

    def progress(self, articles: int, events: int, read: int) -> None:
        """Shows how far the run is, on a terminal, a few times a second."""
        now = time.monotonic()
        if not self.live or now - self._shown < _SECONDS:
            return
        self._shown = now
        spent = max(now - self._began, 1e-6)
        text = f"{articles:,} articles, {events:,} events, {articles / spent:,.1f} articles/s"
        if self.total and 0 < read < self.total:
            text += f", {_clock(spent * (self.total - read) / read)} left"
        width = shutil.get_terminal_size().columns
        sys.stderr.write("\r\x1b[K" + text[: width - 1])
        sys.stderr.flush()

    def clear(self) -> None:
        """Takes the progress line away."""
        if self.live and self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
