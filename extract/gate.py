"""Which sentences of an article can hold a trigger, by their words alone.

A sentence needs the model only if it can hold an event: if some pattern of the lexicon has all its words there, as the
forms that the lemmatizer can reduce to them; a saying also needs speech around it. Nothing that the matcher could find
is lost: it asks for the same words of the lemmas that the model then gives (`lexicon.asked`).
"""

from __future__ import annotations

from collections.abc import Sequence

from .forms import Forms
from .frames.lexicon import Lexicon, Pos, asked
from .marks import quoted_stretches
from .sayings import sayings
from .units import Unit
from .words import forms

_KINDS: tuple[Pos, ...] = ("verb", "noun", "adjective", "saying")
_Row = tuple[bool, frozenset[str], tuple[frozenset[str], ...]]
"""Whether a pattern is a saying, and the words that it asks for: these all, and one of each of those."""


class Gate:
    """A lexicon's triggers, by the words that they are looked up by."""

    def __init__(self, lexicon: Lexicon, lemmas: Forms) -> None:
        self._lemmas = lemmas
        self._index = lexicon.index
        self._heads = lexicon.heads
        self._asked: dict[str, list[_Row]] = {}
        """Of each word that was met so far, what its patterns ask of the sentence."""
        self._speech = frozenset(sayings().verbs) | frozenset(sayings().prepositions)

    def passing(self, units: Sequence[Unit]) -> frozenset[int]:
        """Indices of the units of an article that can hold a trigger; their Docs need tokens only."""
        quoted = {index for parts in quoted_stretches(tuple(units)) for index, _, _ in parts}
        return frozenset(unit.index for unit in units if self._passes(unit, unit.index in quoted))

    def _passes(self, unit: Unit, quoted: bool) -> bool:
        words = frozenset[str]().union(*map(self._lemmas.of, forms(unit.doc)))
        spoken = quoted or not self._speech.isdisjoint(words)
        return any(
            (spoken or not said) and others <= words and not any(map(words.isdisjoint, sets))
            for word in words & self._heads
            for said, others, sets in self._asked.get(word) or self._ask(word)
        )

    def _ask(self, word: str) -> list[_Row]:
        rows = [(pos == "saying", *asked(*pair)) for pos in _KINDS for pair in self._index.get((pos, word), ())]
        self._asked[word] = rows
        return rows
