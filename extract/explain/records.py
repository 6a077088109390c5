"""What an explanation holds; `dragoman explain --format json` writes these fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...models import Event, Field

Label = Literal["trigger", "actor", "recipient", "date", "place", "cue"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the sentence and what it is in the event; offsets count in the article's `field`."""

    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RoleWhy:
    """Who fills a role: the slot of the entry, the way there through the parse, and the steps that led to the name."""

    role: Literal["actor", "recipient"]
    name: str
    code: str | None
    text: str
    slot: str
    path: str
    how: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MentionWhy:
    """One sentence that tells of the event: the entry that caught it, its roles, and what set the factuality."""

    field: Field
    start: int
    end: int
    text: str
    rule: str
    pattern: str
    entry: str
    roles: tuple[RoleWhy, ...]
    factuality: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class EventWhy:
    """An event with its mentions, and how the fields came about that it has as a whole, each in words."""

    event: Event
    mentions: tuple[MentionWhy, ...]
    parties: tuple[str, ...]
    factuality: str
    date: str
    place: str
    attribution: tuple[str, ...]
    codes: str
    confidence: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class TriggerWhyNot:
    """A trigger word that made no event: the entry that came nearest, the kind of reason, and the reason in words."""

    word: str
    start: int
    end: int
    rule: str | None
    kind: str
    why: str


@dataclass(frozen=True, slots=True)
class SentenceWhyNot:
    """A sentence without an event; it has no trigger word where `triggers` is empty."""

    field: Field
    start: int
    end: int
    text: str
    triggers: tuple[TriggerWhyNot, ...]
