"""Why a trigger word made no frame: what `dragoman explain` tells of a sentence that gave nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from ..units import Unit
from .lexicon import Entry, Pattern, Pos

Reason = Literal[
    "name", "companion", "excluded", "clause", "governs", "negation", "modal", "object", "subject",
    "speaker", "aside", "side", "actor", "recipient", "both", "pair"
]  # fmt: skip
"""The first thing that an entry asks for and the sentence has not, in about the order in which it is looked at."""


@dataclass(frozen=True, slots=True)
class Miss:
    """An entry that was tried on a trigger word, and the first reason why it did not hold."""

    unit: Unit
    token: Token
    pos: Pos
    entry: Entry
    pattern: Pattern
    reason: Reason
