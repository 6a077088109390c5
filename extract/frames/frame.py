"""What was done: a trigger with its entry and the parties that fill its roles."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from ..actors import Mention
from ..units import Unit
from .lexicon import Entry, Pattern


@dataclass(frozen=True, slots=True)
class Filler:
    """One party in a role: the token, who it stands for, and the slot it was found in."""

    token: Token
    mention: Mention
    slot: str


@dataclass(frozen=True, slots=True)
class Frame:
    """One mention of an act. `trigger` is the head word; `words` are all trigger words; `outer` governs it, if any."""

    unit: Unit
    trigger: Token
    words: tuple[Token, ...]
    entry: Entry
    pattern: Pattern
    actors: tuple[Filler, ...]
    recipients: tuple[Filler, ...]
    consumed: frozenset[int]
    """Positions of tokens that belong to this trigger and are no triggers of their own (object of "lift sanctions")."""
    saying: Token | None = None
    """The saying verb, when the act is the content of somebody's speech (a saying entry)."""
    said: bool = False
    outer: Frame | None = None

    @property
    def is_content(self) -> bool:
        """Whether modal and negation belong to what is said: "will not accept" is a rejection uttered."""
        return self.said or bool(self.entry.modal) or self.entry.negated is True
