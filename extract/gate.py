"""Which sentences of an article can hold a trigger, by their words alone.

A sentence needs the model only if it can hold an event: if some pattern of the lexicon has all its words there, as the
forms that the lemmatizer can reduce to them; a saying also needs speech around it. Nothing that the matcher could find
is lost: it asks for the same words of the lemmas that the model then gives (`lexicon.may_stand`).
"""

from __future__ import annotations

from collections.abc import Sequence

from .forms import Forms
from .frames.lexicon import Entry, Lexicon, Pattern, may_stand
from .marks import quoted_stretches
from .sayings import sayings
from .units import Unit
from .words import forms


class Gate:
    """A lexicon's triggers, by the words that they are looked up by."""

    def __init__(self, lexicon: Lexicon, lemmas: Forms) -> None:
        self._lemmas = lemmas
        self._triggers: dict[str, list[tuple[Entry, Pattern]]] = {}
        for (_, head), pairs in lexicon.index.items():
            self._triggers.setdefault(head, []).extend(pairs)
        self._speech = frozenset(sayings().verbs) | frozenset(sayings().prepositions)

    def passing(self, units: Sequence[Unit]) -> frozenset[int]:
        """Indices of the units of an article that can hold a trigger; their Docs need tokens only."""
        quoted = {index for parts in quoted_stretches(tuple(units)) for index, _, _ in parts}
        return frozenset(unit.index for unit in units if self._passes(unit, unit.index in quoted))

    def _passes(self, unit: Unit, quoted: bool) -> bool:
        words = frozenset[str]().union(*map(self._lemmas.of, forms(unit.doc)))
        spoken = quoted or not self._speech.isdisjoint(words)
        return any(
            may_stand(entry, pattern, words) and (spoken or entry.pos != "saying")
            for word in words & self._triggers.keys()
            for entry, pattern in self._triggers[word]
        )
