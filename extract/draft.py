"""One mention of an act with everything said about it, before the mentions of one act become one event."""

from __future__ import annotations

from dataclasses import dataclass

from ..models import Actor, Date, Factuality, Place, Source
from .frames.frame import Frame


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame with its fields; `cue` is the word that set the factuality, None where nothing did (then `actual`)."""

    frame: Frame
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    place: Place | None
    date: Date | None
    factuality: Factuality
    cue: str | None
    attribution: tuple[Source, ...]
    topic: str | None

    @property
    def type(self) -> str:
        """The event type."""
        return self.frame.entry.type

    @property
    def is_nominal(self) -> bool:
        """Whether the trigger is a noun, which may refer back to an act told before."""
        return self.frame.entry.pos == "noun"
