"""Looks the words of a sentence up in the lexicon, once for all its searches."""

from __future__ import annotations

from collections.abc import Set
from itertools import chain
from typing import NamedTuple

from spacy.tokens import Token

from ..units import Unit
from ..words import words
from . import trigger
from .lexicon import Entry, Lexicon, Pattern, Pos


class Trial(NamedTuple):
    """A word of the lexicon in a sentence: the entries to try on it, and whether something said may hang on it."""

    token: Token
    words: tuple[str, str]
    said: bool
    tries: list[tuple[Pos, Entry, Pattern]]


class Trials(NamedTuple):
    """All of a sentence, and its lemmas and forms together."""

    sentence: Set[str]
    words: list[Trial]


def looked_up(lexicon: Lexicon, unit: Unit) -> Trials:
    """Looks up the words of a sentence, once."""
    key = (looked_up, id(lexicon))
    if key not in unit.memory:
        found = words(unit.doc)
        sentence = frozenset(chain.from_iterable(found))
        at = [i for i, forms in enumerate(found) if not lexicon.heads.isdisjoint(forms)]
        trials = [_trial(lexicon, unit.doc[i], found[i], sentence) for i in at]
        unit.memory[key] = Trials(sentence, [t for t in trials if t.said or t.tries])
    kept: Trials = unit.memory[key]
    return kept


def _trial(lexicon: Lexicon, token: Token, words: tuple[str, str], sentence: Set[str]) -> Trial:
    if token.is_punct or token.is_space:
        return Trial(token, words, False, [])
    tries = [(pos, *pair) for pos in trigger.positions(token) for pair in lexicon.candidates(pos, words, sentence)]
    return Trial(token, words, lexicon.names("saying", words), tries)
