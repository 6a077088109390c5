"""What every writer is: something that takes the events of one article after the other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...models import Article, Event


@dataclass(frozen=True, slots=True)
class Options:
    """How events are written. `job` names inputs and settings, so that another run cannot be resumed by mistake."""

    format: str
    wide: bool = False
    dyads: bool = False
    resume: bool = False
    job: str = ""


class Writer(ABC):
    """Writes events; it ends in `close` when all went well, in `abort` when not."""

    done = 0
    """How many input records an earlier run has dealt with (`--resume`)."""
    rejects_at = 0
    """How many bytes of the rejects file belong to them."""

    @abstractmethod
    def write(self, article: Article, events: Sequence[Event]) -> None:
        """Takes the events of one article."""

    def mark(self, done: int, rejects_at: int) -> None:  # noqa: B027 - most formats cannot be resumed
        """Notes that so many input records are dealt with for good."""

    @abstractmethod
    def close(self) -> None:
        """Finishes the output."""

    @abstractmethod
    def abort(self) -> None:
        """Gives the output up: a file that was to be whole or nothing is not left behind."""

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is None:
            self.close()
        else:
            self.abort()
