"""Which lemmas a written word can be given, whatever its tag: the model's own lemma tables, read without the tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .morphology import LEMMATIZER, RULER

if TYPE_CHECKING:
    from spacy.language import Language

_TABLES = ("lemma_index", "lemma_exc", "lemma_rules")
_MOST = 200_000
"""Words remembered; then all are forgotten."""


class Forms:
    """From a lower-case word to itself and every lemma that the pipeline's rules can give it, in lower case."""

    def __init__(self, nlp: Language) -> None:
        from spacy.parts_of_speech import IDS

        lemmatizer: Any = nlp.get_pipe(LEMMATIZER)
        index, exceptions, rules = (lemmatizer.lookups.get_table(name) for name in _TABLES)
        self._parts = [
            (frozenset(index.get(part, ())), exceptions.get(part, {}), tuple(map(tuple, rules.get(part, ()))))
            for part in map(str.lower, IDS)
            if any(part in table for table in (index, exceptions, rules))
        ]
        self._fixed: dict[str, set[str]] = {}
        self._patterns: list[tuple[re.Pattern[str], str]] = []
        for where, lemma in _ruled(nlp):
            for word in (where,) if isinstance(where, str) else where.get("IN", ()):
                self._fixed.setdefault(word, set()).add(lemma)
            if not isinstance(where, str) and "IN" not in where:
                self._patterns.append((re.compile(where.get("REGEX", "")), lemma))
        self._known: dict[str, frozenset[str]] = {}

    @staticmethod
    def fits(nlp: Language) -> bool:
        """Whether the pipeline's lemmas come from tables that can be read here."""
        names = nlp.pipe_names
        return RULER in names and LEMMATIZER in names and nlp.get_pipe(LEMMATIZER).mode == "rule"

    def of(self, word: str) -> frozenset[str]:
        """The word and its lemmas."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            found = self._known[word] = frozenset(self._lemmas(word))
        return found

    def _lemmas(self, word: str) -> Iterator[str]:
        yield word
        yield from self._fixed.get(word, ())
        yield from (lemma for pattern, lemma in self._patterns if pattern.search(word))
        for known, exceptions, rules in self._parts:
            made = [word[: len(word) - len(old)] + new for old, new in rules if word.endswith(old)]
            listed = [form for form in made if form in known or not form.isalpha()]
            irregular = exceptions.get(word, ())
            yield from irregular
            yield from listed or (() if irregular else made)


def _ruled(nlp: Language) -> Iterator[tuple[str | dict[str, Any], str]]:
    """Words, as the attribute ruler's patterns describe them, and the lemma that it gives them."""
    ruler: Any = nlp.get_pipe(RULER)
    for rule in ruler.patterns:
        lemma = rule["attrs"].get("LEMMA")
        for pattern in rule["patterns"] if lemma else ():
            yield pattern[rule.get("index", 0)].get("LOWER", {}), lemma.lower()
